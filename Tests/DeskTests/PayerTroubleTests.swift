import Adjudication
import Billing
import BillingDesk
import ClaimModel
import Foundation
import Messages
import Office
import PayerDesk
import Testing
import X12

/// Trouble that a payer makes on purpose, and money that it takes back.
@Suite struct PayerTroubleTests {
  private var billing = DeskBench(BillingDesk())

  private func payer(_ rules: String..., plan change: (inout Plan) -> Void = { _ in }) throws -> DeskBench<PayerDesk> {
    var plan = Plan.acmeHealth
    change(&plan)
    return DeskBench(
      PayerDesk(
        adjudicator: try Engines.adjudicator(plan),
        injector: Injector(rules: try rules.map { try InjectionRule(parsing: $0) }, seed: 1)))
  }

  /// The interchange with the claim of a visit.
  private mutating func claims(_ number: Int) throws -> Outgoing {
    try billing.take(.visitCoded(try Engines.superbill(number)))
    return try #require(billing.sent.first { $0.type == .professionalClaims })
  }

  private func advices(_ sent: [Outgoing]) -> [PaymentAdvice] {
    sent.filter { $0.type == .remittanceAdvice }.flatMap { RemittanceReader.read($0.body) }.flatMap(\.accepted)
  }

  @Test mutating func injectedRefusalIsToldToTheJournalAndNotToTheBiller() throws {
    var payer = try payer("CO-50+N115")
    try payer.take(try claims(0))
    let lines = advices(payer.sent).flatMap(\.remittance.claims).flatMap(\.lines)
    #expect(!lines.isEmpty && lines.allSatisfy { $0.adjustments.map(\.reason) == ["50"] && $0.remarks == ["N115"] })
    #expect(payer.facts.map(\.what) == [.injection(payer: "ACMEHLTH", rule: "CO-50+N115")])
    #expect(payer.sent.allSatisfy { !String(decoding: $0.body, as: UTF8.self).lowercased().contains("inject") })
  }

  @Test mutating func genuineAnswersTellTheJournalNothing() throws {
    var payer = try payer("CO-50@payer=BEACON1")
    try payer.take(try claims(0))
    #expect(payer.facts.isEmpty)
  }

  @Test mutating func injectedRejectionIsA277CAWithoutMoney() throws {
    var payer = try payer("277CA:A3:21")
    try payer.take(try claims(0))
    #expect(payer.sent.map(\.type) == [.implementationAcknowledgment, .claimAcknowledgment])
    let statuses = payer.sent.flatMap { ClaimAcknowledgmentReader.read($0.body) }.flatMap(\.accepted)
      .flatMap(\.claims).map(\.status.description)
    #expect(statuses == ["A3:21"])
  }

  @Test mutating func answersAreLostDoubledAndOutOfOrder() throws {
    let all: [MessageType] = [.implementationAcknowledgment, .claimAcknowledgment, .remittanceAdvice]
    var losing = try payer("lost@set=277CA")
    try losing.take(try claims(0))
    #expect(losing.sent.map(\.type) == [all[0], all[2]])
    var doubling = try payer("duplicate")
    try doubling.take(try claims(1))
    #expect(doubling.sent.map(\.type) == all + [all[2]])
    #expect(doubling.sent[2].body == doubling.sent[3].body)
    var reordering = try payer("reorder@every=2")
    try reordering.take(try claims(2))
    #expect(reordering.sent.map(\.type) == all)
    try reordering.take(try claims(3))
    #expect(reordering.sent.map(\.type) == [all[0], all[1]])
    try reordering.take(try claims(4))
    #expect(reordering.sent.map(\.type) == all + [all[2]])
    try reordering.take(try claims(5))
    #expect(reordering.sent.map(\.type) == [all[0], all[1]])
  }

  private func visits(_ sent: [Outgoing]) -> [VisitID?] {
    advices(sent).flatMap(\.remittance.claims).map(\.controlNumber.visit)
  }

  @Test mutating func lateAnswersGoOutAtTheirTimesWithoutAnotherMessage() throws {
    var payer = try payer("late=100%:3d@every=2")
    let start = payer.now
    try payer.take(try claims(0))
    #expect(payer.reminders.isEmpty)
    try payer.take(try claims(1))
    #expect(advices(payer.sent).isEmpty)
    payer.now = start.adding(milliseconds: 86_400_000)
    try payer.take(try claims(2))
    #expect(advices(payer.sent).count == 1)
    try payer.take(try claims(3))
    #expect(advices(payer.sent).isEmpty)
    for (days, visit) in [(3, 1), (4, 3)] {
      #expect(payer.reminders.count == 1)
      #expect(try payer.passTime())
      #expect(payer.now == start.adding(milliseconds: Int64(days) * 86_400_000))
      #expect(try visits(payer.sent) == [Engines.superbill(visit).visit])
    }
    #expect(try !payer.passTime(), "nothing is held back any more")
  }

  @Test mutating func lateAnswersWaitForTheEndOfAnOutage() throws {
    let due = Timestamp(milliseconds: billing.now.milliseconds + 7_200_000)
    func clock(_ minutes: Int) -> String {
      let total = Int(due.milliseconds / 60_000 % 1_440) + minutes
      return String(format: "%02d:%02d", total / 60 % 24, total % 60)
    }
    var payer = try payer("late=100%:2h", "outage=\(clock(-5))-\(clock(2))")
    try payer.take(try claims(0))
    for _ in 0..<2 {
      #expect(try payer.passTime())
      #expect(payer.sent.isEmpty)
    }
    while payer.sent.isEmpty { try #require(try payer.passTime()) }
    #expect(try visits(payer.sent) == [Engines.superbill(0).visit])
    #expect((120_000...180_000).contains(payer.now.milliseconds - due.milliseconds))
  }

  @Test mutating func outagePutsMessagesOff() throws {
    var payer = try payer("outage=2-2")
    try payer.take(try claims(0))
    let second = try claims(1)
    #expect(try Refusal.Disposition.of { try payer.take(second) } == .later)
    try payer.take(second)
    #expect(advices(payer.sent).count == 1)
  }

  @Test mutating func operatorChangesTheTroubleWhileThePayerRuns() throws {
    var payer = try payer("late=100%:3d")
    try payer.take(try claims(0))
    #expect(advices(payer.sent).isEmpty)
    try payer.desk.obey(ControlOrder(.inject(rules: ["CO-50"], seed: 1)))
    try payer.take(try claims(1))
    #expect(advices(payer.sent).count == 1)
    #expect(payer.facts.map(\.what) == [.injection(payer: "ACMEHLTH", rule: "CO-50")])
    // What the rule before held back still goes out when it is due.
    #expect(try payer.passTime())
    #expect(advices(payer.sent).count == 1)
    try payer.desk.obey(ControlOrder(.inject(rules: [], seed: 1)))
    try payer.take(try claims(2))
    #expect(advices(payer.sent).count == 1 && payer.facts.isEmpty)
    for order in [ControlOrder(.inject(rules: ["CO-50", "nonsense"], seed: 1)), ControlOrder(.drain)] {
      #expect(throws: Refusal.self) { try payer.desk.obey(order) }
    }
    try payer.take(try claims(3))
    #expect(payer.facts.isEmpty, "what is refused changes nothing")
  }

  @Test mutating func wrongPaymentIsStoredAsItWasSent() throws {
    var payer = try payer("underpay=100%:50%")
    try payer.take(try claims(0))
    let paid = try #require(advices(payer.sent).first)
    let number = try #require(paid.remittance.claims.first?.payerClaimNumber)
    let key = try #require(PayerFile.key(of: number))
    let file = try #require(payer[key])
    #expect(file.history.claims.map(\.payment.paid) == paid.remittance.claims.map(\.paid))
  }

  @Test mutating func planPaysByCheckOrTransfer() throws {
    var byCheck = try payer()
    try byCheck.take(try claims(0))
    #expect(advices(byCheck.sent).map(\.method) == ["CHK"])
    var byTransfer = try payer(plan: { $0.paymentMethod = .transfer })
    try byTransfer.take(try claims(1))
    #expect(advices(byTransfer.sent).map(\.method) == ["ACH"])
  }

  // MARK: Money taken back

  /// What is paid for a claim, its void, and two further claims: amounts paid and PLB reasons with amounts.
  private mutating func settle(_ recoupment: Recoupment) throws -> [(paid: Money, adjustments: [ProviderAdjustment])] {
    var payer = try payer(plan: { $0.recoupment = recoupment })
    var results: [(Money, [ProviderAdjustment])] = []
    for number in 0..<4 {
      let outgoing = try claims(number)
      var batch = try #require(ProfessionalClaimsReader.read(outgoing.body).flatMap(\.accepted).first)
      if number == 1 {
        // In place of the second visit's claim the first is voided.
        let first = try #require(Self.firstClaim(of: payer))
        batch.claims = [first.claim]
        batch.claims[0].frequency = .void
        batch.claims[0].originalClaimNumber = first.payment.payerClaimNumber
      } else {
        // All claims of one practice.
        batch.claims[0].billing = Self.practice
      }
      let received = PayerInput.ReceivedClaims(
        sender: PayerInput.Sender(identifier: "S"), acknowledgments: [Self.acknowledgment], batches: [batch])
      try payer.handle(.claims([received]))
      let advice = try #require(advices(payer.sent).first)
      #expect(advice.amount == advice.remittance.total)
      results.append((advice.amount, advice.remittance.providerAdjustments))
    }
    return results
  }

  private static let practice = BillingProvider(
    npi: .derived(from: "practice"), name: "SPRING", taxID: "123456789",
    address: Address(line: "1 MAIN ST", city: "SPRINGFIELD", state: "MA", zip: "01101"))
  private static let acknowledgment = ImplementationAcknowledgment(
    functionalID: "HC", groupControlNumber: "1", version: "005010X222A1", transactions: [], verdict: .accepted,
    includedCount: 1)

  private static func firstClaim(of payer: DeskBench<PayerDesk>) -> PriorClaim? {
    payer.sent.filter { $0.type == .remittanceAdvice }.flatMap { RemittanceReader.read($0.body) }.flatMap(\.accepted)
      .flatMap(\.remittance.claims).first.flatMap { payment in
        PayerFile.key(of: payment.payerClaimNumber).flatMap { payer[$0]?.history.active(payment.payerClaimNumber) }
      }
  }

  @Test(arguments: [(Recoupment.netted, "FB"), (.afterNotice, "WO")])
  mutating func debtIsCarriedForwardAndTakenFromLaterPayments(recoupment: Recoupment, reason: String) throws {
    let results = try settle(recoupment)
    let debt = results[0].paid
    #expect(debt > .zero)
    #expect(results[1].paid == .zero)
    #expect(results[1].adjustments.map(\.reason) == [reason])
    #expect(results[1].adjustments.map(\.amount) == [-debt])
    let recovered = (results[2].adjustments + results[3].adjustments)
    #expect(recovered.allSatisfy { $0.reason == reason && $0.amount > .zero })
    #expect(recovered.first?.reference == results[1].adjustments[0].reference)
    #expect(recovered.map(\.amount).sum() <= debt)
    #expect(results[2].paid >= .zero)
    if recovered.map(\.amount).sum() < debt { #expect(results[3].paid == .zero) }
  }
}
