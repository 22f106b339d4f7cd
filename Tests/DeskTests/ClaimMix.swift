import Billing
import ClaimModel
import Intake

/// Claims of all sorts, made of generated visits: for known and unknown services, too dear, too many, with modifiers that
/// do not fit, for a second payer, refused at the front end; replacements and voids of claims that were decided before.
struct ClaimMix {
  /// Claims of generated visits, from which others are made.
  private static let samples = Result {
    try (0..<120).compactMap { number -> Claim? in
      guard
        case .complete(let claim) = ClaimAssembler().assemble(
          try Engines.superbill(number), submission: 1, today: CalendarDate(year: 2027, month: 1, day: 1)!)
      else { return nil }
      return claim
    }
  }

  private static let today = Timestamp(milliseconds: 1_784_116_800_000).date

  private let samples: [Claim]
  private let payer: PayerID
  private var random: SeededRandom
  private var count = 0
  /// Claims that were decided and stand, with the payer's numbers.
  private var standing: [(claim: Claim, number: PayerClaimNumber)] = []

  init(seed: UInt64, payer: PayerID = "ACMEHLTH") throws {
    samples = try ClaimMix.samples.get()
    self.payer = payer
    random = SeededRandom(seed: seed)
  }

  /// Notes which claims of a batch were decided: they may be replaced and voided.
  mutating func learn(from remittance: Remittance, about batch: [Claim]) {
    for payment in remittance.claims where payment.status != .reversal {
      if let claim = batch.first(where: { $0.controlNumber == payment.controlNumber }) {
        standing.append((claim, payment.payerClaimNumber))
      }
    }
    if standing.count > 500 { standing.removeFirst(standing.count - 500) }
  }

  mutating func next() -> Claim {
    var claim = samples.randomElement(using: &random)!
    claim.coverage.payer = payer
    claim.coverage.member = MemberID("M\(number(0...399))")
    if number(1...6) == 1, let again = takeStanding() {
      claim = again
      claim.frequency = Bool.random(using: &random) ? .replacement : .void
    }
    claim.controlNumber = nextControlNumber()
    for index in claim.lines.indices { change(&claim.lines[index]) }
    // A number with a wrong check digit is rejected before anything is decided.
    if number(1...25) == 1 { claim.rendering.npi = "1234567890" }
    if !claim.otherPayers.isEmpty || number(1...8) == 1 { decideEarlier(&claim) }
    return claim
  }

  /// Takes back a claim that was decided; `nil` when none stands.
  mutating func nextVoid() -> Claim? {
    guard var claim = takeStanding() else { return nil }
    claim.frequency = .void
    claim.controlNumber = nextControlNumber()
    return claim
  }

  private mutating func takeStanding() -> Claim? {
    guard let index = standing.indices.randomElement(using: &random) else { return nil }
    var (claim, number) = standing.remove(at: index)
    claim.originalClaimNumber = number
    return claim
  }

  private mutating func nextControlNumber() -> PatientControlNumber {
    defer { count += 1 }
    return PatientControlNumber(rawValue: "V\(count)-1")
  }

  private mutating func change(_ line: inout ClaimLine) {
    switch number(0...9) {
    case 0: line.charge = Money(cents: number(0...90_000))
    case 1: line.service.units = number(1...4)
    case 2: line.service.modifiers = [["25", "GA", "50", "21", "59"].randomElement(using: &random)!]
    case 3: line.service.procedure = ["71046", "90472", "99000", "20610"].randomElement(using: &random)!
    default: break
    }
    line.dateOfService = ClaimMix.today.adding(days: -number(0...300))
  }

  /// Lets another payer have paid a part of each line.
  private mutating func decideEarlier(_ claim: inout Claim) {
    claim.responsibility = .secondary
    for index in claim.lines.indices {
      let paid = claim.lines[index].charge.percent(number(0...100))
      let rest = claim.lines[index].charge - paid
      claim.lines[index].otherPayments = [
        OtherPayerPayment(
          payer: "FIRST", paid: paid,
          adjustments: rest == .zero ? [] : [Adjustment(group: .patientResponsibility, reason: "1", amount: rest)])
      ]
    }
    let payments = claim.lines.flatMap(\.otherPayments)
    claim.otherPayers = [
      OtherPayer(
        responsibility: .primary, coverage: Coverage(payer: "FIRST", payerName: "FIRST HEALTH", member: "F1"),
        claimNumber: "F77", paid: payments.map(\.paid).sum(),
        remaining: payments.map(\.patientResponsibility).sum(), decided: ClaimMix.today)
    ]
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
}
