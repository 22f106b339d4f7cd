import ClaimModel
import CodeSets

/// A payer's engine: judges claims under one plan.
///
/// ```swift
/// let adjudicator = Adjudicator(plan: .acmeHealth, library: try CodeLibrary.load())
/// if adjudicator.acknowledge(claim, received: today).isAccepted {
///   let result = adjudicator.adjudicate(
///     claim, number: "P100", received: today, history: history, standing: standing)
///   history.apply(result)
///   standing.apply(result)
///   send(result.payments)
/// }
/// ```
public struct Adjudicator: Sendable {
  /// The plan claims are judged under.
  public var plan: Plan {
    didSet { edits = Adjudicator.edits(of: plan) }
  }
  /// The diagnosis codes in force.
  public var codeSet: any DiagnosisCodeSet
  /// The procedures in force.
  public var books: DatedValues<ProcedureBook>
  /// The plan's edits, in the order they are applied.
  public private(set) var edits: [PayerEdit]

  /// An engine for the given plan that takes what `codeSet` does, with the procedures that come with the system.
  public init(
    plan: Plan, codeSet: any DiagnosisCodeSet, books: DatedValues<ProcedureBook> = DatedValues(ProcedureBook())
  ) {
    self.plan = plan
    self.codeSet = codeSet
    self.books = books
    edits = Adjudicator.edits(of: plan)
  }

  /// An engine for the given plan with the releases of a library.
  public init(plan: Plan, library: CodeLibrary) {
    self.init(plan: plan, codeSet: library, books: library.map(ProcedureBook.init))
  }

  private static func edits(of plan: Plan) -> [PayerEdit] { PayerEdit.standard.filter { plan.applies($0.name) } }

  /// Decides on an accepted claim.
  ///
  /// A replacement is answered with the reversal of the replaced decision and then the new one; a void with the
  /// reversal alone. Where the claim they name is not known, or not active, or another member's or provider's, they
  /// are refused with CO-16 and M47 and nothing is reversed.
  ///
  /// - Parameters:
  ///   - claim: The claim, accepted by ``acknowledge(_:received:)``.
  ///   - number: The new decision's number; never one that was given before.
  ///   - received: The day the claim came in.
  ///   - history: What was adjudicated before for the member.
  ///   - standing: What the patient and the family have used, replaced claims included.
  ///   - injected: Refusals to apply before the edits, for a simulator that plays a stricter payer. An appeal does
  ///     not see them.
  ///
  /// Source: 837P TR3 CLM05-3 and REF*F8; 835 TR3 section 1.10.2.8; RARC M47 (payer claim control number missing,
  /// incomplete or invalid).
  public func adjudicate(
    _ claim: Claim, number: PayerClaimNumber, received: CalendarDate, history: ClaimHistory,
    standing: MemberStanding = MemberStanding(), injected: [EditFinding] = []
  ) -> AdjudicationResult {
    func decided(received: CalendarDate, replacing replaced: PriorClaim? = nil, _ findings: [EditFinding]) -> PriorClaim
    {
      decide(
        claim, number: number, received: received, history: history, standing: standing, replacing: replaced,
        injected: findings)
    }
    guard claim.frequency != .original else {
      let record = decided(received: received, injected)
      return AdjudicationResult(payments: [record.payment], record: record)
    }
    guard let replaced = replacedClaim(of: claim, in: history) else {
      let unknown = EditFinding(line: nil, EditAnswer(.contractualObligation, "16", ["M47"]))
      let record = decided(received: received, [unknown])
      return AdjudicationResult(payments: [record.payment], record: record)
    }
    let reversal = replaced.payment.reversed
    let reversedNumber = replaced.payment.payerClaimNumber
    guard claim.frequency.replaces else {
      return AdjudicationResult(payments: [reversal], reversed: reversedNumber, reversedUse: replaced.use)
    }
    // A replacement is in time when the claim it replaces was: the record keeps the first day.
    let record = decided(received: replaced.received, replacing: replaced, injected)
    return AdjudicationResult(
      payments: [reversal, record.payment], record: record, reversed: reversedNumber, reversedUse: replaced.use)
  }

  private func replacedClaim(of claim: Claim, in history: ClaimHistory) -> PriorClaim? {
    guard let number = claim.originalClaimNumber, let prior = history.active(number),
      prior.claim.coverage.member == claim.coverage.member, prior.claim.billing.npi == claim.billing.npi
    else { return nil }
    return prior
  }

  /// Runs the edits and prices what stands, as if `replaced` had never been.
  func decide(
    _ claim: Claim, number: PayerClaimNumber, received: CalendarDate, history: ClaimHistory,
    standing: MemberStanding, replacing replaced: PriorClaim?, injected: [EditFinding] = [], hasRecords: Bool = false
  ) -> PriorClaim {
    var (history, standing) = (history, standing)
    if let replaced {
      history = history.without(replaced.payment.payerClaimNumber)
      standing.subtract(replaced.use, isOwn: replaced.claim.insuredPerson == claim.insuredPerson)
    }
    let context = EditContext(
      claim: claim, plan: plan, codeSet: codeSet, books: books, received: received, history: history,
      standing: standing)
    var refusals = LineRefusals(lines: claim.lines.count)
    for finding in injected { refusals.refuse(finding.line, finding.answer) }
    for edit in edits where !hasRecords || edit.name != .recordsWanted { edit.check(context, &refusals) }
    var meter = BenefitMeter(claim, plan: plan, standing: standing, number: number)
    let lines = claim.lines.indices.map { index in
      answer(
        claim.lines[index], left: context.earlier.left[index], at: claim.place(of: claim.lines[index]),
        refusal: refusals.answers[index], &meter)
    }
    let isDenied = refusals.answers.allSatisfy { $0 != nil }
    let payment = ClaimPayment(
      controlNumber: claim.controlNumber, status: isDenied ? .denied : claim.responsibility.processedStatus,
      charge: claim.totalCharge, paid: lines.map(\.paid).sum(), payerClaimNumber: number,
      patientName: claim.patient.name, member: claim.coverage.member, placeOfService: claim.placeOfService,
      frequency: claim.frequency, isDependent: claim.isDependent, lines: lines)
    return PriorClaim(
      claim: claim, payment: payment, received: received, use: plan.countsUse ? meter.use : BenefitUse())
  }

  private func answer(
    _ line: ClaimLine, left: Money?, at place: PlaceOfService, refusal: EditAnswer?, _ meter: inout BenefitMeter
  ) -> ServicePayment {
    var payment = ServicePayment(
      procedure: line.service.procedure, modifiers: line.service.modifiers, charge: line.charge, paid: .zero,
      units: line.service.units, dateOfService: line.dateOfService, through: line.lastDateOfService,
      lineControlNumber: line.controlNumber, adjustments: [])
    if let refusal {
      // A CAS amount is never zero; a refused line without charge carries its remarks alone.
      if line.charge != .zero {
        payment.adjustments = [Adjustment(group: refusal.group, reason: refusal.reason, amount: line.charge)]
      }
      payment.remarks = refusal.remarks
    } else {
      let pricing = LinePricing(line, left: left, at: place, plan: plan, &meter)
      payment.adjustments = pricing.adjustments
      payment.allowed = pricing.allowed
      payment.paid = line.charge - pricing.adjustments.map(\.amount).sum()
    }
    return payment
  }
}

extension PayerResponsibility {
  /// The status of a claim that was processed in this turn (CLP02).
  fileprivate var processedStatus: ClaimPaymentStatus {
    switch self {
    case .primary: .processedAsPrimary
    case .secondary: .processedAsSecondary
    case .tertiary: .processedAsTertiary
    }
  }
}
