import Adjudication
import Billing
import BillingDesk
import ClaimModel
import Messages
import Office
import PayerDesk
import Testing
import X12

@Suite struct PayerDeskTests {
  private var payer: DeskBench<PayerDesk>
  private var billing = DeskBench(BillingDesk())

  init() throws { payer = DeskBench(PayerDesk(adjudicator: try Engines.adjudicator())) }

  /// The interchange with the claim of a visit.
  private mutating func claims(_ number: Int = 0) throws -> Outgoing {
    try billing.take(.visitCoded(try Engines.superbill(number)))
    return try #require(billing.sent.first { $0.type == .professionalClaims })
  }

  private var payments: [ClaimPayment] {
    payer.sent.filter { $0.type == .remittanceAdvice }
      .flatMap { RemittanceReader.read($0.body) }.flatMap(\.accepted).flatMap(\.remittance.claims)
  }

  @Test mutating func claimsAreAnsweredByAcknowledgmentsAndRemittance() throws {
    try payer.take(try claims())
    #expect(payer.sent.map(\.type) == [.implementationAcknowledgment, .claimAcknowledgment, .remittanceAdvice])
    #expect(payer.sent.map(\.route.key).allSatisfy { $0.hasSuffix(".ACMEHLTH") })
    #expect(payer.sent.map(\.route.exchange) == ["payer", "payer", "payer"])
    #expect(payments.map(\.status) == [.processedAsPrimary])
    #expect(payments.allSatisfy { $0.paid > .zero && $0.isBalanced })
  }

  @Test mutating func claimThatComesTwiceAsTwoMessagesIsPaidOnce() throws {
    let claims = try claims()
    try payer.take(claims)
    try payer.take(claims)
    #expect(payments.map(\.status) == [.denied])
    #expect(payments.flatMap(\.allAdjustments).allSatisfy { $0.reason == "18" })
    #expect(payments.map(\.paid) == [.zero])
  }

  @Test mutating func claimToAnotherPayerIsRejectedAtTheDoor() throws {
    var beacon = DeskBench(PayerDesk(adjudicator: try Engines.adjudicator(.beaconMutual)))
    try beacon.take(try claims())
    #expect(beacon.sent.map(\.type) == [.implementationAcknowledgment, .claimAcknowledgment])
    let statuses = beacon.sent.filter { $0.type == .claimAcknowledgment }
      .flatMap { ClaimAcknowledgmentReader.read($0.body) }.flatMap(\.accepted).flatMap(\.claims)
    #expect(statuses.map(\.isAccepted) == [false])
  }

  @Test(arguments: ["123", "P1", "00000000000000000000", "999999999999202601010199"])
  mutating func appealAgainstAnUnknownDecisionIsParked(number: String) throws {
    try payer.take(try claims())
    let appeal = OfficeMessage.Appeal(
      visit: "V1", payer: "ACMEHLTH", controlNumber: "V1-1", payerClaimNumber: PayerClaimNumber(number))
    #expect(try Refusal.Disposition.of { try payer.take(.appealSubmitted(appeal)) } == .never)
    #expect(payer.sent.isEmpty)
  }

  @Test mutating func appealIsAnsweredUnderItsNumber() throws {
    try payer.take(try claims())
    let decision = try #require(payments.first)
    let appeal = OfficeMessage.Appeal(
      visit: Engines.visit().id, payer: "ACMEHLTH", controlNumber: decision.controlNumber,
      payerClaimNumber: decision.payerClaimNumber)
    try payer.take(.appealSubmitted(appeal))
    guard case .appealDecided(let answered, _)? = payer.messagesSent.first else {
      Issue.record("answered with \(payer.messagesSent)")
      return
    }
    #expect(answered.payerClaimNumber == decision.payerClaimNumber)
    #expect(payer.sent.first?.route == Route(exchange: "payer", key: "appeal-decided.ACMEHLTH"))
  }

  @Test mutating func whatIsNotForAPayerCannotBeRead() throws {
    #expect(throws: UndecodableMessage.self) { try payer.take(.accountClosed(visit: "V1")) }
    let claims = try claims()
    for body in [[], Array("ISA*00".utf8)] {
      var broken = claims
      broken.body = body
      #expect(throws: UndecodableMessage.self) { try payer.take(broken) }
    }
    #expect(payer.sent.isEmpty)
  }

  @Test mutating func brokenTransactionIsRefusedInThe999AndGetsNoMoney() throws {
    var claims = try claims()
    let text = String(decoding: claims.body, as: UTF8.self)
    // A claim without its service lines.
    let lines = text.split(separator: "~", omittingEmptySubsequences: false)
    let kept = lines.filter { line in
      !["LX*", "SV1*", "DTP*472", "REF*6R"].contains { line.drop(while: \.isNewline).hasPrefix($0) }
    }
    #expect(kept.count < lines.count)
    claims.body = Array(kept.joined(separator: "~").utf8)
    try payer.take(claims)
    #expect(payer.sent.map(\.type) == [.implementationAcknowledgment])
    let answers = payer.sent.flatMap { ImplementationAcknowledgmentReader.read($0.body) }.flatMap(\.accepted)
    #expect(answers.flatMap(\.transactions).map(\.isAccepted) == [false])
  }
}
