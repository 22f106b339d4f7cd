import ClaimModel
import X12

/// Invented claims and payments, the same for the same seed.
struct Fixtures {
  var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  static let envelope = InterchangeEnvelope(
    sender: "BILLER", receiver: "PAYERSIM", controlNumber: 101,
    timestamp: Timestamp(iso: "2026-11-01T10:08:00Z")!, usage: .test)
  static let submitter = ClaimSubmitter(
    name: "SUPERBILL BILLING", identifier: "BILLER01", contactName: "CLAIMS DESK", contactPhone: "5555550100")
  static let receiver = ClaimReceiver(name: "SIM PAYER", identifier: "SIM01")
  static let remitter = RemittancePayer(
    address: Address(line: "1 PAYER PLAZA", city: "HARTFORD", state: "CT", zip: "06101"), taxID: "066033492",
    contactName: "PROVIDER SERVICES", contactPhone: "5555550199")
  static let transfer = RemittancePayer.BankTransfer(
    originRouting: "021000021", originAccount: "123456", destinationRouting: "011000015",
    destinationAccount: "987654")

  private static let words = [
    "ABBOTT", "BAKER", "CHO", "DIAZ", "O'NEIL", "EVERGREEN", "FOX-LEE", "GARCIA", "HUANG", "IVERSON", "MAIN", "OAK",
  ]
  private static let codes = ["99213", "99214", "93000", "85025", "J1885", "G0439", "36415"]
  private static let diagnosisCodes = ["E1122", "I10", "J0190", "N183", "R05", "Z20822", "M545", "K219"]

  mutating func word() -> String { Fixtures.words.randomElement(using: &random) ?? "X" }
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
  mutating func amount(_ range: ClosedRange<Int> = 1...50_000) -> Money { Money(cents: number(range)) }

  mutating func day() -> CalendarDate { CalendarDate(daysSinceEpoch: number(20_000...20_700)) }
  mutating func npi() -> NPI { NPI.derived(from: String(number(1...1_000_000))) }
  mutating func digits(_ count: Int) -> String { String((0..<count).map { _ in "\(number(0...9))" }.joined()) }

  mutating func address() -> Address {
    Address(line: "\(number(1...9999)) \(word()) ST", city: word(), state: "IL", zip: digits(chance(50) ? 5 : 9))
  }

  mutating func person() -> PersonName {
    PersonName(last: word(), first: word(), middle: chance(50) ? "Q" : "")
  }

  mutating func billing() -> BillingProvider {
    BillingProvider(npi: npi(), name: "\(word()) CLINIC", taxID: digits(9), address: address())
  }

  mutating func line(diagnoses: Int) -> ClaimLine {
    let pointers = Array(Array(1...diagnoses).shuffled(using: &random).prefix(number(1...4)))
    let modifiers = ["25", "59", "RT", "95", "GA"].shuffled(using: &random).prefix(number(0...4))
    return ClaimLine(
      service: ServiceLine(
        procedure: ProcedureCode(Fixtures.codes.randomElement(using: &random) ?? ""),
        modifiers: modifiers.map { ProcedureModifier($0) }, units: number(1...9), diagnosisPointers: pointers),
      charge: amount(), dateOfService: day(), controlNumber: chance(80) ? "L\(number(1...99_999))" : "")
  }

  mutating func claim(billing: BillingProvider) -> Claim {
    let diagnoses = Fixtures.diagnosisCodes.shuffled(using: &random).prefix(number(1...8)).map { DiagnosisCode($0) }
    let frequency = ClaimFrequency.allCases.randomElement(using: &random) ?? .original
    return Claim(
      controlNumber: PatientControlNumber("V\(digits(15))-\(number(1...9))"), frequency: frequency,
      originalClaimNumber: frequency == .original ? nil : PayerClaimNumber("ICN\(digits(9))"),
      responsibility: .primary,
      patient: Patient(
        name: person(), birthDate: CalendarDate(daysSinceEpoch: number(-10_000...19_000)),
        sex: Sex.allCases.randomElement(using: &random) ?? .unknown, address: address()),
      coverage: Coverage(
        payer: PayerID("PAY\(number(1...9))"), payerName: "\(word()) HEALTH", member: MemberID("M\(digits(8))"),
        group: chance(50) ? "G\(digits(5))" : ""),
      rendering: RenderingProvider(npi: npi(), name: person(), taxonomy: "207Q00000X"), billing: billing,
      placeOfService: chance(80) ? "11" : "10", diagnoses: diagnoses,
      lines: (0..<number(1...6)).map { _ in line(diagnoses: diagnoses.count) },
      authorizationNumber: chance(30) ? "AUTH\(digits(6))" : "")
  }

  /// A claim to a later payer, with what one or two earlier ones decided: line by line, or on the claim as a whole.
  mutating func laterClaim(billing: BillingProvider) -> Claim {
    var claim = claim(billing: billing)
    let turns = PayerResponsibility.allCases
    let earlier = number(1...2)
    claim.responsibility = turns[earlier]
    for turn in turns.prefix(earlier) {
      let payer = PayerID("EARLIER\(turn.rawValue)")
      let adjustments = chance(50) ? self.adjustments(upTo: 3) : []
      claim.otherPayers.append(
        OtherPayer(
          responsibility: turn,
          coverage: Coverage(
            payer: payer, payerName: "\(word()) MUTUAL", member: MemberID("E\(digits(8))"),
            group: chance(50) ? "G\(digits(5))" : ""),
          claimNumber: chance(50) ? PayerClaimNumber("ICN\(digits(9))") : "", paid: amount(0...20_000),
          remaining: amount(0...20_000), adjustments: adjustments, decided: day()))
      guard chance(70) else { continue }
      for index in claim.lines.indices where chance(80) {
        claim.lines[index].otherPayments.append(
          OtherPayerPayment(payer: payer, paid: amount(0...9_000), adjustments: self.adjustments(upTo: 6)))
      }
    }
    return claim
  }

  /// A batch whose claims stand in the order in which they are written: by billing provider.
  mutating func batch(claims count: Int) -> ClaimBatch {
    var claims: [Claim] = []
    while claims.count < count {
      let provider = billing()
      for _ in 0..<number(1...4) where claims.count < count {
        var claim = chance(30) ? laterClaim(billing: provider) : claim(billing: provider)
        for index in claim.lines.indices {
          if chance(20) { claim.lines[index].placeOfService = "22" }
          if chance(20) {
            claim.lines[index].rendering = RenderingProvider(
              npi: npi(), name: person(), taxonomy: chance(50) ? "208600000X" : "")
          }
        }
        claims.append(claim)
      }
    }
    return ClaimBatch(
      reference: "BATCH\(number(1...99_999))", submitter: Fixtures.submitter, receiver: Fixtures.receiver,
      claims: claims)
  }
}

// Answers.
extension Fixtures {
  mutating func acknowledgment(of batch: ClaimBatch) -> ClaimAcknowledgment {
    let claims = batch.claims.map { claim in
      let isAccepted = chance(60)
      return ClaimAcknowledgment.ClaimStatus(
        controlNumber: claim.controlNumber, isAccepted: isAccepted,
        status: isAccepted
          ? ClaimStatusCode(category: "A2", code: "20", entity: "PR")
          : ClaimStatusCode(category: "A7", code: "562", entity: chance(50) ? "85" : ""),
        payerClaimNumber: isAccepted ? PayerClaimNumber("ICN\(digits(8))") : nil, charge: claim.totalCharge,
        patientName: claim.patient.name, member: claim.coverage.member, billingNPI: claim.billing.npi,
        billingName: claim.billing.name, dateOfService: claim.lines[0].dateOfService)
    }
    return ClaimAcknowledgment(
      payer: "SIM01", payerName: "SIM PAYER", batchReference: batch.reference, received: day(), claims: claims)
  }

  mutating func adjustments(upTo count: Int) -> [Adjustment] {
    let reasons = ["45", "1", "2", "3", "16", "97", "253", "B7", "11", "50"]
    // In the order in which they are written: by group.
    return AdjustmentGroup.allCases.flatMap { group in
      (0..<number(0...count)).map { _ in
        Adjustment(
          group: group, reason: AdjustmentReason(reasons.randomElement(using: &random) ?? "45"),
          amount: amount(-2_000...5_000))
      }
    }
  }

  mutating func payment(of claim: Claim, status: ClaimPaymentStatus) -> ClaimPayment {
    let lines = claim.lines.map { line in
      let adjustments = self.adjustments(upTo: 2)
      return ServicePayment(
        procedure: line.service.procedure, modifiers: line.service.modifiers, charge: line.charge,
        paid: line.charge - adjustments.map(\.amount).sum(), units: line.service.units,
        dateOfService: line.dateOfService, lineControlNumber: line.controlNumber,
        allowed: chance(50) ? amount() : nil, adjustments: adjustments, remarks: chance(30) ? ["N130", "M76"] : [])
    }
    let adjustments = chance(20) ? self.adjustments(upTo: 8) : []
    return ClaimPayment(
      controlNumber: claim.controlNumber, status: status, charge: claim.totalCharge,
      paid: lines.map(\.paid).sum() - adjustments.map(\.amount).sum(),
      payerClaimNumber: PayerClaimNumber("ICN\(digits(9))"),
      patientName: claim.patient.name, member: claim.coverage.member, placeOfService: claim.placeOfService,
      frequency: claim.frequency, adjustments: adjustments, remarks: chance(30) ? ["MA01", "MA130"] : [], lines: lines)
  }

  /// A payment of at least nothing: what would be negative is carried forward.
  mutating func remittance(claims count: Int) -> Remittance {
    let batch = batch(claims: count)
    let statuses = ClaimPaymentStatus.allCases
    let payments = batch.claims.map { payment(of: $0, status: statuses.randomElement(using: &random) ?? .denied) }
    var remittance = Remittance(
      payer: "SIM01", payerName: "SIM PAYER", payeeNPI: batch.claims[0].billing.npi,
      payeeName: batch.claims[0].billing.name, payeeTaxID: chance(80) ? digits(9) : "",
      traceNumber: "EFT\(digits(8))", paymentDate: day(), claims: payments)
    for _ in 0..<number(0...8) {
      remittance.providerAdjustments.append(
        ProviderAdjustment(
          reason: "WO", reference: chance(80) ? "ICN\(digits(6))" : "", amount: amount(-2_000...2_000)))
    }
    if remittance.total < .zero {
      remittance.providerAdjustments.append(
        ProviderAdjustment(reason: "FB", reference: "CARRIED", amount: remittance.total))
    }
    return remittance
  }
}
