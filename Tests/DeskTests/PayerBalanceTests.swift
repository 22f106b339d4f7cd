import Adjudication
import Billing
import ClaimModel
import Messages
import Office
import PayerDesk
import Testing
import X12

/// Every 835 balances at line, claim and transaction, whatever comes in and whatever is injected.
@Suite struct PayerBalanceTests {
  private static let rules = [
    "CO-50=5%", "PR-204=2%", "277CA:A3:21=1%", "underpay=5%", "overpay=3%:40%", "duplicate=2%", "reorder=3%",
  ]

  /// 100,000 claims in all.
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func everyRemittanceBalances(seed: UInt64) throws {
    var mix = try ClaimMix(seed: seed)
    var plan = seed % 2 == 0 ? Plan.beaconMutual : .acmeHealth
    plan.payer = "ACMEHLTH"
    plan.recoupment = seed % 4 < 2 ? .netted : .afterNotice
    plan.benefits.deductible = .init(individual: Money(cents: 300_00), family: Money(cents: 500_00))
    plan.benefits.outOfPocketMaximum = .init(individual: Money(cents: 900_00))
    let injector = Injector(rules: try Self.rules.map { try InjectionRule(parsing: $0) }, seed: seed)
    var bench = DeskBench(
      PayerDesk(adjudicator: try Engines.adjudicator(plan), injector: injector), checksStoredForms: false)
    var (claims, reversals, forwarded) = (0, 0, 0)
    while claims < 12_500 {
      let batch = (0..<50).map { _ in mix.next() }
      claims += batch.count
      try bench.handle(
        .claims([
          PayerInput.ReceivedClaims(
            sender: PayerInput.Sender(identifier: "S"), acknowledgments: [Self.acknowledgment],
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
            if payment.status == .reversal { reversals += 1 }
          }
          mix.learn(from: remittance, about: batch)
          forwarded += remittance.providerAdjustments.count
        }
      }
    }
    #expect(reversals > 100)
    #expect(forwarded > 0)
  }

  private static let acknowledgment = ImplementationAcknowledgment(
    functionalID: "HC", groupControlNumber: "1", version: "005010X222A1", transactions: [], verdict: .accepted,
    includedCount: 1)
}
