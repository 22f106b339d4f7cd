import Adjudication
import Billing
import BillingDesk
import ClaimModel
import Messages
import Office
import PayerDesk
import SwiftProtobuf
import Testing
import X12

@Suite struct BillingDeskTests {
  private var billing = DeskBench(BillingDesk())
  private var payer: DeskBench<PayerDesk>
  private let visit = Engines.visit().id

  init() throws { payer = DeskBench(PayerDesk(adjudicator: try Engines.adjudicator())) }

  private var account: PatientAccount? {
    guard case .account(let file)? = billing[BillingFile.key(of: visit)] else { return nil }
    return file.account
  }

  /// Codes the visit and lets the payer answer: 999, 277CA, 835.
  private mutating func answers() throws -> [Outgoing] {
    try billing.take(.visitCoded(try Engines.superbill()))
    let claims = try #require(billing.sent.first { $0.type == .professionalClaims })
    try payer.take(claims)
    return payer.sent
  }

  @Test mutating func codedVisitBecomesAClaimAndACharge() throws {
    try billing.take(.visitCoded(try Engines.superbill()))
    #expect(billing.sent.map(\.type) == [.professionalClaims])
    #expect(billing.sent.map(\.route) == [Route(exchange: "billing", key: "claims.ACMEHLTH")])
    #expect(billing.sent.map(\.correlation) == ["B1"])
    #expect(billing.lines.map(\.memo) == ["charge"])
    guard case .batch(let batch)? = billing[BillingFile.key(ofBatch: 1)] else {
      Issue.record("the batch is not remembered")
      return
    }
    #expect(batch.claims == [PatientControlNumber(visit: visit, submission: 1)])
  }

  @Test mutating func codesThatComeTwiceAreBilledOnce() throws {
    try billing.take(.visitCoded(try Engines.superbill()))
    let before = account
    try billing.take(.visitCoded(try Engines.superbill()))
    #expect(billing.sent.isEmpty)
    #expect(billing.lines.isEmpty)
    #expect(account == before)
  }

  @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  mutating func answersMayComeInAnyOrder(order: [Int]) throws {
    let answers = try answers()
    var posted: [LedgerLine] = []
    for index in order {
      try billing.take(answers[index])
      posted += billing.lines
    }
    let account = try #require(account)
    #expect(account.decisions.count == 1)
    #expect(account.balance.isBalanced)
    #expect(account.balance.openInsurance == .zero)
    #expect(account.submissions.map(\.stage) == [.adjudicated])
    #expect(posted.contains { $0.memo == "insurancePayment" })
  }

  @Test mutating func refusedBatchIsMadeAgainOfTheSameSuperbill() throws {
    let first = try #require(try answers().first { $0.type == .implementationAcknowledgment })
    let claims = try #require(billing.sent.first { $0.type == .professionalClaims })
    var refused = first
    let text = String(decoding: first.body, as: UTF8.self)
    refused.body = Array(text.replacing("IK5*A~", with: "IK5*R~").replacing("AK9*A*1*1*1~", with: "AK9*R*1*1*0~").utf8)
    try #require(refused.body != first.body)
    try billing.take(refused)
    let again = try #require(billing.sent.first { $0.type == .professionalClaims })
    let (before, after) = (try Self.claim(in: claims), try Self.claim(in: again))
    #expect(after.controlNumber == PatientControlNumber(visit: visit, submission: 2))
    #expect(after.patient == before.patient)
    #expect(after.diagnoses == before.diagnoses)
    #expect(after.lines == before.lines)
    #expect(account?.submissions.map(\.stage) == [.batchRejected, .sent])
  }

  /// What only the registration says, not the coding, is filed as well: claims are made of it again.
  @Test mutating func correctedMemberStaysCorrected() throws {
    let superbill = try Engines.superbill()
    try billing.take(.visitCoded(superbill))
    var rejecting = DeskBench(
      PayerDesk(
        adjudicator: try Engines.adjudicator(),
        injector: Injector(rules: [try InjectionRule(parsing: "277CA:A7:164:IL")], seed: 1)))
    try rejecting.take(try #require(billing.sent.first { $0.type == .professionalClaims }))
    for answer in rejecting.sent { try billing.take(answer) }
    var corrected = superbill.registration
    corrected.coverages[0].member = "M777"
    try billing.take(.registrationCorrected(visit: visit, round: 1, registration: corrected, authorization: ""))
    let second = try #require(billing.sent.first { $0.type == .professionalClaims })
    #expect(try Self.claim(in: second).coverage.member == "M777")
    #expect(try billing.passTime() && billing.passTime(), "nothing is heard of it")
    let third = try #require(billing.sent.first { $0.type == .professionalClaims })
    #expect(try Self.claim(in: third).coverage.member == "M777")
  }

  @Test mutating func accountOfAnEarlierVersionHasTheCodingOfItsSuperbill() throws {
    let superbill = try Engines.superbill()
    try billing.take(.visitCoded(superbill))
    let stored = try #require(billing[BillingFile.key(of: visit)]).stored()
    var wire = try WireBillingCase(serializedBytes: Array(stored.dropFirst()))
    wire.clearCoding()
    wire.superbill = WireSuperbill(superbill)
    let bytes: [UInt8] = try wire.serializedBytes()
    guard case .account(let file) = try BillingFile(stored: [1] + bytes) else {
      Issue.record("it is not read as an account")
      return
    }
    #expect(file.account == account)
    #expect(file.account.coding == BilledCoding(superbill))
  }

  /// What the coding office says of its codes stands in the account and in the appeal, word for word.
  @Test mutating func reasonsOfUpheldCodesGoWithTheAppeal() throws {
    var superbill = try Engines.superbill()
    superbill.diagnoses[0] = "E11"
    try billing.take(.visitCoded(superbill))
    try payer.take(try #require(billing.sent.first { $0.type == .professionalClaims }))
    for answer in payer.sent { try billing.take(answer) }
    #expect(account?.state == .recoding)
    let reasons = ["line 1 (CO-146): the documentation supports the codes as billed; E11 by title-lookup at note:0-9"]
    try billing.take(.codingUpheld(visit: visit, round: 1, reasons: reasons))
    guard case .appealSubmitted(let appeal)? = billing.messagesSent.first else {
      Issue.record("answered with \(billing.messagesSent)")
      return
    }
    #expect(Set(appeal.reasons).isSuperset(of: reasons + ["CO-146"]))
    #expect(account?.decisions.last?.codingReasons == reasons)
  }

  private static func claim(in outgoing: Outgoing) throws -> Claim {
    try #require(ProfessionalClaimsReader.read(outgoing.body).first?.accepted.first?.claims.first)
  }

  @Test mutating func answersThatComeAgainAsNewMessagesChangeNothing() throws {
    let answers = try answers()
    for answer in answers { try billing.take(answer) }
    let before = account
    for answer in answers + answers.reversed() {
      try billing.take(answer)
      #expect(billing.lines.isEmpty, "\(answer.type.rawValue) posts again")
      #expect(billing.sent.isEmpty, "\(answer.type.rawValue) sends again")
    }
    #expect(account == before)
  }

  @Test func patientPaysOnceForEachStatement() throws {
    var statements = 0
    for number in 0..<8 {
      var other = try BillingDeskTests()
      if try other.payStatement(of: number) { statements += 1 }
    }
    #expect(statements > 2)
  }

  /// Works a visit up to its statement and pays that twice.
  /// - Returns: whether there was a statement.
  private mutating func payStatement(of number: Int) throws -> Bool {
    try billing.take(.visitCoded(try Engines.superbill(number)))
    try payer.take(try #require(billing.sent.first { $0.type == .professionalClaims }))
    for answer in payer.sent { try billing.take(answer) }
    guard case .statementIssued(let visit, let statement, let amount, _)? = billing.messagesSent.last else {
      return false
    }
    try billing.take(.patientPaid(visit: visit, statement: statement, amount: amount))
    #expect(billing.lines.map(\.amount) == [amount])
    #expect(billing.messagesSent == [.accountClosed(visit: visit)])
    let before = billing[BillingFile.key(of: visit)]
    try billing.take(.patientPaid(visit: visit, statement: statement, amount: amount))
    #expect(billing.lines.isEmpty)
    #expect(billing.sent.isEmpty)
    guard case .account(let paid)? = before, case .account(let again)? = billing[BillingFile.key(of: visit)] else {
      Issue.record("the account is gone")
      return true
    }
    #expect(paid.account == again.account)
    return true
  }

  @Test mutating func whatMatchesNothingBilledIsParked() throws {
    let superbill = try Engines.superbill()
    for message in [
      OfficeMessage.patientPaid(visit: visit, statement: 1, amount: Money(cents: 1)),
      .visitRecoded(superbill, round: 1, reasons: []), .codingUpheld(visit: visit, round: 1, reasons: []),
      .recodeUnanswerable(visit: visit, round: 1, reason: ""),
      .appealDecided(
        OfficeMessage.Appeal(visit: visit, payer: "ACMEHLTH", controlNumber: "V1-1", payerClaimNumber: "1"),
        isOverturned: true),
    ] { #expect(try Refusal.Disposition.of { try billing.take(message) } == .never, "\(message.type.rawValue)") }
    #expect(account == nil)
  }

  @Test mutating func acknowledgmentsOfClaimsOfSomebodyElseAreParked() throws {
    let answers = try answers()
    var other = DeskBench(BillingDesk())
    for answer in answers where answer.type != .remittanceAdvice {
      #expect(try Refusal.Disposition.of { try other.take(answer) } == .never, "\(answer.type.rawValue)")
    }
  }

  @Test mutating func answersOfTheCodersToAnotherRoundSayNothing() throws {
    _ = try answers()
    let before = account
    let superbill = try Engines.superbill()
    for message in [
      OfficeMessage.codingUpheld(visit: visit, round: 7, reasons: []),
      .visitRecoded(superbill, round: 7, reasons: []), .recodeUnanswerable(visit: visit, round: 7, reason: ""),
    ] {
      try billing.take(message)
      #expect(billing.sent.isEmpty)
    }
    #expect(account == before)
  }

  @Test mutating func messagesOfOtherOfficesAreParked() throws {
    for message in [
      OfficeMessage.documentationQueried(visit: "V1", specialty: .medical, round: 1, question: "?"),
      .statementIssued(visit: "V1", number: 1, amount: Money(cents: 1)), .accountClosed(visit: "V1"),
    ] { #expect(try Refusal.Disposition.of { try billing.take(message) } == .never) }
  }

  @Test mutating func remittanceOutOfBalanceIsNotPosted() throws {
    var advice = try #require(try answers().last)
    let text = String(decoding: advice.body, as: UTF8.self)
    let segments = text.split(separator: "~", omittingEmptySubsequences: false).map { segment -> String in
      guard segment.drop(while: \.isNewline).hasPrefix("BPR*") else { return String(segment) }
      var elements = segment.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
      elements[2] = "1"
      return elements.joined(separator: "*")
    }
    advice.body = Array(segments.joined(separator: "~").utf8)
    let error = #expect(throws: UndecodableMessage.self) { try billing.take(advice) }
    #expect(error?.reason.contains("out of balance") == true)
    #expect(account?.decisions.isEmpty == true)
  }

  @Test mutating func answerThatIsCutOffIsNotTakenInByHalves() throws {
    for answer in try answers() {
      var cut = answer
      cut.body = Array(answer.body.dropLast(30))
      #expect(throws: UndecodableMessage.self) { try billing.take(cut) }
    }
    #expect(account?.decisions.isEmpty == true)
  }
}
