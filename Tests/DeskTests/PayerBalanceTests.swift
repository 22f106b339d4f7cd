import Adjudication
import Billing
import ClaimModel
import Intake
import Messages
import Office
import PayerDesk
import Testing
import X12

/// Every 835 balances at line, claim and transaction, whatever comes in and whatever is injected.
@Suite struct PayerBalanceTests {
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

  private static let rules = [
    "CO-50=5%", "PR-204=2%", "277CA:A3:21=1%", "underpay=5%", "overpay=3%:40%", "duplicate=2%", "reorder=3%",
  ]

  /// 100,000 claims in all.
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func everyRemittanceBalances(seed: UInt64) throws {
    let samples = try Self.samples.get()
    var random = SeededRandom(seed: seed)
    var plan = seed % 2 == 0 ? Plan.beaconMutual : .acmeHealth
    plan.payer = "ACMEHLTH"
    plan.recoupment = seed % 4 < 2 ? .netted : .afterNotice
    plan.benefits.deductible = .init(individual: Money(cents: 300_00), family: Money(cents: 500_00))
    plan.benefits.outOfPocketMaximum = .init(individual: Money(cents: 900_00))
    let injector = Injector(rules: try Self.rules.map { try InjectionRule(parsing: $0) }, seed: seed)
    var bench = DeskBench(
      PayerDesk(adjudicator: try Engines.adjudicator(plan), injector: injector), checksStoredForms: false)
    var standing: [(claim: Claim, number: PayerClaimNumber)] = []
    var (claims, reversals, forwarded) = (0, 0, 0)
    while claims < 12_500 {
      let batch = (0..<50).map { index in
        mutated(samples.randomElement(using: &random)!, number: claims + index, &standing, &random)
      }
      claims += batch.count
      try bench.handle(
        .claims([
          PayerInput.ReceivedClaims(
            submitter: "S", acknowledgments: [Self.acknowledgment],
            batches: [
              ClaimBatch(
                reference: "B\(claims)",
                submitter: ClaimSubmitter(name: "S", identifier: "S", contactName: "S", contactPhone: "5555550100"),
                receiver: ClaimReceiver(name: "P", identifier: "ACMEHLTH"), claims: batch)
            ])
        ]))
      for outgoing in bench.sent where outgoing.type == .remittanceAdvice {
        for advice in RemittanceReader.read(outgoing.body).flatMap(\.accepted) {
          let remittance = advice.remittance
          #expect(remittance.total == advice.amount)
          #expect(advice.amount >= .zero)
          for payment in remittance.claims {
            #expect(payment.isBalanced)
            if payment.status == .reversal {
              reversals += 1
            } else if let claim = batch.first(where: { $0.controlNumber == payment.controlNumber }) {
              standing.append((claim, payment.payerClaimNumber))
            }
          }
          forwarded += remittance.providerAdjustments.count
        }
      }
      if standing.count > 500 { standing.removeFirst(standing.count - 500) }
    }
    #expect(reversals > 100)
    #expect(forwarded > 0)
  }

  private static let acknowledgment = ImplementationAcknowledgment(
    functionalID: "HC", groupControlNumber: "1", version: "005010X222A1", transactions: [], verdict: .accepted,
    includedCount: 1)

  private func mutated(
    _ sample: Claim, number: Int, _ standing: inout [(claim: Claim, number: PayerClaimNumber)],
    _ random: inout SeededRandom
  ) -> Claim {
    var claim = sample
    claim.coverage.member = MemberID("M\(Int.random(in: 0..<400, using: &random))")
    if let index = standing.indices.randomElement(using: &random), Int.random(in: 0..<6, using: &random) == 0 {
      let original = standing.remove(at: index)
      claim = original.claim
      claim.frequency = Bool.random(using: &random) ? .replacement : .void
      claim.originalClaimNumber = original.number
    }
    claim.controlNumber = PatientControlNumber(rawValue: "V\(number)-1")
    for index in claim.lines.indices {
      switch Int.random(in: 0..<10, using: &random) {
      case 0: claim.lines[index].charge = Money(cents: Int.random(in: 0...90_000, using: &random))
      case 1: claim.lines[index].service.units = Int.random(in: 1...4, using: &random)
      case 2: claim.lines[index].service.modifiers = [["25", "GA", "50", "21", "59"].randomElement(using: &random)!]
      case 3:
        claim.lines[index].service.procedure = ["71046", "90472", "99000", "20610"].randomElement(using: &random)!
      default: break
      }
      claim.lines[index].dateOfService = bench(Int.random(in: -300...0, using: &random))
    }
    if Int.random(in: 0..<8, using: &random) == 0 {
      claim.responsibility = .secondary
      for index in claim.lines.indices {
        let paid = claim.lines[index].charge.percent(Int.random(in: 0...100, using: &random))
        let rest = claim.lines[index].charge - paid
        claim.lines[index].otherPayments = [
          OtherPayerPayment(
            payer: "FIRST", paid: paid,
            adjustments: rest == .zero ? [] : [Adjustment(group: .patientResponsibility, reason: "1", amount: rest)])
        ]
      }
    }
    return claim
  }

  private func bench(_ offset: Int) -> CalendarDate {
    Timestamp(milliseconds: 1_784_116_800_000).date.adding(days: offset)
  }
}
