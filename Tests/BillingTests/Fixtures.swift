import Billing
import ClaimModel

/// Superbills and payer's answers to write tests with. All people are made up.
enum Fixtures {
  static let today = CalendarDate(year: 2026, month: 4, day: 20)!
  static let now = Timestamp(startOf: today)
  static let acme = Coverage(payer: "ACMEHLTH", payerName: "Acme Health Plan", member: "M100")
  static let beacon = Coverage(payer: "BEACON1", payerName: "Beacon Mutual", member: "B200")
  static let cedar = Coverage(payer: "CEDAR01", payerName: "Cedar Benefit", member: "C300")
  static let address = Address(line: "1 Main St", city: "Springfield", state: "MA", zip: "01101")

  static func superbill(
    visit: VisitID = "V0000000000TEST1", diagnoses: [DiagnosisCode] = ["E119", "I10"],
    services: [ServiceLine] = [
      ServiceLine(procedure: "99213", modifiers: ["25"], diagnosisPointers: [1, 2]),
      ServiceLine(procedure: "83036", diagnosisPointers: [1]),
    ], coverages: [Coverage] = [acme]
  ) -> Superbill {
    Superbill(
      visit: visit,
      registration: Registration(
        patient: Patient(
          name: PersonName(last: "Canary", first: "Pat"), birthDate: CalendarDate(year: 1970, month: 5, day: 1)!,
          sex: .female, address: address),
        coverages: coverages,
        rendering: RenderingProvider(
          npi: .derived(from: "doctor"), name: PersonName(last: "Reed", first: "Ann"), taxonomy: "207Q00000X"),
        billing: BillingProvider(
          npi: .derived(from: "practice"), name: "Spring Family Practice", taxID: "123456789", address: address),
        dateOfService: CalendarDate(year: 2026, month: 4, day: 15)!),
      specialty: .primaryCare, diagnoses: diagnoses, services: services)
  }

  /// How a scripted payer decides on one line.
  enum LineAnswer {
    /// Pays the charge less the given contractual part and co-pay, in cents.
    case pay(contractual: Int, copay: Int)
    /// Refuses the whole charge.
    case refuse(AdjustmentGroup, AdjustmentReason, [RemarkCode])
  }

  /// A payer's decision on a claim; the last answer counts for all further lines.
  static func payment(
    of claim: Claim, number: PayerClaimNumber, _ answers: LineAnswer...
  ) -> ClaimPayment {
    payment(of: claim, number: number, answers: answers)
  }

  static func payment(of claim: Claim, number: PayerClaimNumber, answers: [LineAnswer]) -> ClaimPayment {
    var isDenied = true
    let lines = claim.lines.enumerated().map { index, line in
      var payment = ServicePayment(
        procedure: line.service.procedure, modifiers: [], charge: line.charge, paid: .zero,
        units: line.service.units, dateOfService: line.dateOfService, lineControlNumber: line.controlNumber,
        adjustments: [])
      switch answers[min(index, answers.count - 1)] {
      case .pay(let contractual, let copay):
        isDenied = false
        if contractual > 0 {
          payment.adjustments.append(
            Adjustment(group: .contractualObligation, reason: "45", amount: Money(cents: contractual)))
        }
        if copay > 0 {
          payment.adjustments.append(
            Adjustment(group: .patientResponsibility, reason: "3", amount: Money(cents: copay)))
        }
        payment.paid = line.charge - Money(cents: contractual + copay)
      case .refuse(let group, let reason, let remarks):
        payment.adjustments = [Adjustment(group: group, reason: reason, amount: line.charge)]
        payment.remarks = remarks
      }
      return payment
    }
    return ClaimPayment(
      controlNumber: claim.controlNumber, status: isDenied ? .denied : .processedAsPrimary,
      charge: claim.totalCharge, paid: lines.map(\.paid).sum(), payerClaimNumber: number,
      patientName: claim.patient.name, member: claim.coverage.member, frequency: claim.frequency, lines: lines)
  }

  /// How a scripted later payer words what it takes over of the patient's part.
  enum LaterAnswer: CaseIterable {
    /// OA-23 for all that the earlier payers settled.
    case wholeImpact
    /// OA-23 for what they paid, and their contractual reductions again as CO-45.
    case repeatedReduction
    /// Refuses what is left.
    case denied
  }

  /// A later payer's decision on a claim: it leaves `percent` of what is open to the patient and pays the rest.
  static func laterPayment(
    of claim: Claim, number: PayerClaimNumber, leaving percent: Int = 0, _ answer: LaterAnswer = .wholeImpact
  ) -> ClaimPayment {
    let lines = claim.lines.map { line in
      let open =
        line.otherPayments.last?.adjustments.filter { $0.group == .patientResponsibility }.map(\.amount).sum() ?? .zero
      let earlierPaid = line.otherPayments.map(\.paid).sum()
      var adjustments: [Adjustment] = []
      func adjust(_ group: AdjustmentGroup, _ reason: AdjustmentReason, _ amount: Money) {
        if amount != .zero { adjustments.append(Adjustment(group: group, reason: reason, amount: amount)) }
      }
      switch answer {
      case .wholeImpact, .denied: adjust(.otherAdjustment, "23", line.charge - open)
      case .repeatedReduction:
        adjust(.otherAdjustment, "23", earlierPaid)
        adjust(.contractualObligation, "45", line.charge - open - earlierPaid)
      }
      let left = answer == .denied ? .zero : open.percent(percent)
      adjust(.patientResponsibility, "2", left)
      if answer == .denied { adjust(.contractualObligation, "96", open) }
      return ServicePayment(
        procedure: line.service.procedure, modifiers: [], charge: line.charge,
        paid: line.charge - adjustments.map(\.amount).sum(), units: line.service.units,
        dateOfService: line.dateOfService, lineControlNumber: line.controlNumber, adjustments: adjustments)
    }
    return ClaimPayment(
      controlNumber: claim.controlNumber, status: answer == .denied ? .denied : .processedAsSecondary,
      charge: claim.totalCharge, paid: lines.map(\.paid).sum(), payerClaimNumber: number,
      patientName: claim.patient.name, member: claim.coverage.member, frequency: claim.frequency, lines: lines)
  }

  static func reversal(of payment: ClaimPayment) -> ClaimPayment {
    var reversal = payment
    reversal.status = .reversal
    reversal.charge = -payment.charge
    reversal.paid = -payment.paid
    reversal.lines = payment.lines.map { line in
      var line = line
      line.charge = -line.charge
      line.paid = -line.paid
      line.adjustments = line.adjustments.map {
        Adjustment(group: $0.group, reason: $0.reason, amount: -$0.amount)
      }
      return line
    }
    return reversal
  }

  static func status(of claim: Claim, rejected: ClaimStatusCode? = nil) -> ClaimAcknowledgment.ClaimStatus {
    ClaimAcknowledgment.ClaimStatus(
      controlNumber: claim.controlNumber, isAccepted: rejected == nil,
      status: rejected ?? ClaimStatusCode(category: "A2", code: "20"), payerClaimNumber: nil,
      charge: claim.totalCharge, patientName: claim.patient.name, member: claim.coverage.member,
      billingNPI: claim.billing.npi, billingName: claim.billing.name,
      dateOfService: claim.lines.first?.dateOfService ?? today)
  }
}

extension [AccountAction] {
  var claim: Claim? {
    for case .submit(let claim) in self { return claim }
    return nil
  }
  var recodeRequest: RecodeRequest? {
    for case .requestRecode(let request) in self { return request }
    return nil
  }
  var appeal: Appeal? {
    for case .submitAppeal(let appeal) in self { return appeal }
    return nil
  }
  var statement: Money? { fullStatement?.amount }
  var fullStatement: Statement? {
    for case .issueStatement(let statement) in self { return statement }
    return nil
  }
  var registrationQuery: RegistrationQuery? {
    for case .queryRegistration(let query) in self { return query }
    return nil
  }
  var setAside: SetAsideReason? {
    for case .setAside(_, _, let reason) in self { return reason }
    return nil
  }
  var escalation: Escalation? {
    for case .escalate(let reason) in self { return reason }
    return nil
  }
  var entries: [LedgerEntry] {
    for case .post(let entries) in self { return entries }
    return []
  }
  var closes: Bool { contains(.accountClosed) }
}

/// An account under test with the books it posts to.
struct Desk {
  var account: PatientAccount
  var ledger = Ledger()
  var now = Fixtures.now
  var superbill = Fixtures.superbill()
  private var messages = 0

  init(_ visit: VisitID = "V0000000000TEST1") { account = PatientAccount(visit: visit) }

  mutating func apply(_ event: AccountEvent, rules: BillingRules = .standard) -> [AccountAction] {
    messages += 1
    switch event {
    case .superbillReceived(let bill), .recoded(let bill, _): superbill = bill
    case .registrationAnswered(let bill, _, _): superbill = bill ?? superbill
    default: break
    }
    let actions = account.apply(
      event, superbill: superbill, cause: MessageID.derived(from: "test", String(messages)), now: now, rules: rules)
    ledger.post(actions.entries)
    return actions
  }

  /// Receives a superbill and returns the claim it makes.
  mutating func claim(for superbill: Superbill = Fixtures.superbill()) -> Claim {
    apply(.superbillReceived(superbill)).claim!
  }

  /// Lets the time come that the account asked for.
  mutating func wait(rules: BillingRules = .standard) -> [AccountAction] {
    now = account.followUp ?? now
    return apply(.followUpDue, rules: rules)
  }

  mutating func pay(_ payment: ClaimPayment, payer: PayerID = "ACMEHLTH") -> [AccountAction] {
    apply(.claimPayment(payment, payer: payer))
  }
}
