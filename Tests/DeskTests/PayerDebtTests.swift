import Adjudication
import ClaimModel
import Messages
import Office
import PayerDesk
import SwiftProtobuf
import Testing
import X12

/// What a payee owes, told of and taken back under the same reference (PLB FB and WO).
@Suite struct PayerDebtTests {
  private static func claims(_ claims: [Claim], reference: String) -> PayerInput {
    .claims([
      PayerInput.ReceivedClaims(
        sender: PayerInput.Sender(identifier: "S"), acknowledgments: [],
        batches: [
          ClaimBatch(
            reference: reference,
            submitter: ClaimSubmitter(name: "S", identifier: "S", contactName: "S", contactPhone: "5555550100"),
            receiver: ClaimReceiver(name: "P", identifier: "ACMEHLTH"), claims: claims)
        ])
    ])
  }

  /// Under each reference of a payee: never more is taken than was told of, and the sum is what is still owed.
  @Test(arguments: [Recoupment.netted, .afterNotice], 1...4 as ClosedRange<UInt64>)
  func eachReferenceTiesOut(recoupment: Recoupment, seed: UInt64) throws {
    var mix = try ClaimMix(seed: seed)
    var plan = Plan.acmeHealth
    plan.recoupment = recoupment
    var bench = DeskBench(PayerDesk(adjudicator: try Engines.adjudicator(plan)))
    let payee = mix.next().billing
    var open: [String: Money] = [:]
    var taken: Set<String> = []
    var (most, parts) = (0, 0)
    for step in 0..<400 {
      // Some payments are of voids alone.
      var batch = step % 3 == 0 ? (0..<3).compactMap { _ in mix.nextVoid() } : [mix.next()]
      if batch.isEmpty { batch = [mix.next()] }
      for index in batch.indices { batch[index].billing = payee }
      try bench.handle(Self.claims(batch, reference: "B\(step)"))
      for advice in bench.sent.filter({ $0.type == .remittanceAdvice })
        .flatMap({ RemittanceReader.read($0.body).flatMap(\.accepted) })
      {
        #expect(advice.amount == advice.remittance.total && advice.amount >= .zero)
        mix.learn(from: advice.remittance, about: batch)
        let adjustments = advice.remittance.providerAdjustments
        parts = max(parts, adjustments.count { $0.amount > .zero })
        for adjustment in adjustments {
          #expect(adjustment.amount > .zero || !taken.contains(adjustment.reference), "told of once")
          open[adjustment.reference, default: .zero] -= adjustment.amount
          if adjustment.amount > .zero { taken.insert(adjustment.reference) }
        }
        #expect(open.values.allSatisfy { $0 >= .zero }, "no more is taken than was told of")
      }
      let debts = bench[PayerFile.key(ofPayee: payee)]?.debts ?? []
      #expect(debts.map(\.reference).count == Set(debts.map(\.reference)).count)
      #expect(Dictionary(debts.map { ($0.reference, $0.amount) }) { $0 + $1 } == open.filter { $0.value != .zero })
      most = max(most, debts.count)
    }
    #expect(most > 1 && parts > 1 && taken.count > 10, "\(most) \(parts) \(taken.count)")
  }

  /// Earlier versions stored one sum under one reference, and days of visits by their number.
  @Test func formsOfEarlierVersionsAreRead() throws {
    let debt = try PayerFile(
      stored: WirePayerDayCase.with {
        $0.owedCents = 96_00
        $0.owedReference = "P16"
      }.bytes)
    #expect(debt == PayerFile(debts: [.init(reference: "P16", amount: Money(cents: 96_00))]))
    let use = try PayerFile(
      stored: WirePayerDayCase.with {
        $0.use.years = [
          .with {
            $0.planYear = 2026
            $0.visits = [
              .with {
                $0.name = "therapy"
                $0.count = 2
              }
            ]
          }
        ]
      }.bytes
    ).use
    #expect(use.years[2026]?.days(of: "therapy") == 2)
    let day = CalendarDate(yyyymmdd: "20260301")!
    let both = PayerFile(
      use: BenefitUse(years: [2026: Accumulators(visits: ["therapy": 2], visitDays: ["therapy": [day: 3]])]))
    #expect(try PayerFile(stored: both.stored()) == both)
  }
}
