import Adjudication
import Billing
import BillingDesk
import ClaimModel
import Messages
import Office
import PayerDesk
import Testing
import X12

/// What the billing office does by itself when time passes and nothing comes.
@Suite struct BillingDeskFollowUpTests {
  private var billing = DeskBench(BillingDesk())
  private let superbill: Superbill
  private let visit: VisitID
  private let submitted: Timestamp

  init() throws {
    superbill = try Engines.superbill()
    visit = superbill.visit
    submitted = billing.now
    try billing.take(.visitCoded(superbill))
  }

  private var account: PatientAccount? {
    guard case .account(let file)? = billing[BillingFile.key(of: visit)] else { return nil }
    return file.account
  }

  private func days(since start: Timestamp) -> Int64 { (billing.now.milliseconds - start.milliseconds) / 86_400_000 }

  private static func inquiry(in outgoing: Outgoing?) throws -> ClaimStatusRequest.Inquiry {
    let outgoing = try #require(outgoing)
    #expect(outgoing.type == .claimStatusRequest)
    return try #require(ClaimStatusRequestReader.read(outgoing.body).first?.accepted.first?.inquiries.first)
  }

  /// The payer's answer to a question, as one of its interchanges.
  private static func answer(
    _ inquiry: ClaimStatusRequest.Inquiry, _ category: String, at now: Timestamp
  ) throws -> Outgoing {
    let status = ClaimStatusResponse.Status(
      codes: [ClaimStatusCode(category: category, code: "35")], date: now.date, charge: inquiry.charge)
    let answer = ClaimStatusResponse.Answer(
      subject: inquiry.subject, trace: inquiry.trace, statuses: [status], references: inquiry.references)
    let bytes = try ClaimStatusResponseWriter.write(
      [ClaimStatusResponse(reference: "A1", answers: [answer])],
      in: InterchangeEnvelope(sender: "ACMEHLTH", receiver: "SUPERBILL", controlNumber: 9, timestamp: now))
    return .answer(.claimStatusResponse, bytes, from: "ACMEHLTH", batchReference: "S1")
  }

  @Test mutating func claimWithoutAnswerIsAskedForAfterThirtyDays() throws {
    let charge = account?.submissions.first?.charge
    #expect(try billing.passTime())
    #expect(days(since: submitted) == 30)
    #expect(billing.sent.map(\.route) == [Route(exchange: "billing", key: "status-276.ACMEHLTH")])
    let inquiry = try Self.inquiry(in: billing.sent.first)
    #expect(inquiry.trace == "\(visit)-1")
    #expect(inquiry.references.controlNumber == PatientControlNumber(visit: visit, submission: 1))
    #expect(inquiry.charge == charge)
    #expect(inquiry.period?.first == superbill.registration.dateOfService)
    #expect(inquiry.subject.payer.identifier == "ACMEHLTH")
    #expect(inquiry.subject.provider?.identifier == superbill.registration.billing.npi.rawValue)
    #expect(inquiry.subject.subscriber?.identifier == superbill.registration.coverages.first?.member.rawValue)
    #expect(inquiry.subject.birthDate == superbill.registration.patient.birthDate)
    // Nothing again: after two weeks the claim is sent once more, and when that is lost too a person must look.
    #expect(try billing.passTime())
    #expect(days(since: submitted) == 44)
    #expect(billing.sent.map(\.type) == [.professionalClaims])
    #expect(account?.submissions.map(\.stage) == [.unanswered, .sent])
    #expect(try billing.passTime())
    #expect(try billing.passTime())
    #expect(account?.state == .inReview)
    #expect(try !billing.passTime(), "a person's matter is not followed up")
  }

  @Test(arguments: ["A4", "D0"]) mutating func claimThatThePayerDoesNotKnowIsSentAgain(category: String) throws {
    #expect(try billing.passTime())
    let inquiry = try Self.inquiry(in: billing.sent.first)
    try billing.take(try Self.answer(inquiry, category, at: billing.now))
    let claims = try #require(billing.sent.first { $0.type == .professionalClaims })
    let claim = try #require(ProfessionalClaimsReader.read(claims.body).first?.accepted.first?.claims.first)
    #expect(claim.controlNumber == PatientControlNumber(visit: visit, submission: 2))
    #expect(claim.frequency == .original)
    var payer = DeskBench(PayerDesk(adjudicator: try Engines.adjudicator()))
    try payer.take(claims)
    for answer in payer.sent { try billing.take(answer) }
    #expect(account?.submissions.map(\.stage) == [.unanswered, .adjudicated])
    #expect(account?.balance.openInsurance == .zero)
  }

  @Test(arguments: ["P1", "F1", "A2"]) mutating func claimThatThePayerKnowsIsNotSentAgain(category: String) throws {
    #expect(try billing.passTime())
    let asked = billing.now
    try billing.take(try Self.answer(try Self.inquiry(in: billing.sent.first), category, at: asked))
    #expect(billing.sent.isEmpty)
    #expect(account?.state == .accepted)
    #expect(try billing.passTime())
    #expect(days(since: asked) == 14)
    #expect(billing.sent.isEmpty, "the payer has it: a second one would be a duplicate")
    #expect(account?.state == .inReview)
  }

  @Test mutating func claimThatTheFrontEndRejectsInItsAnswerIsCorrected() throws {
    #expect(try billing.passTime())
    try billing.take(try Self.answer(try Self.inquiry(in: billing.sent.first), "A7", at: billing.now))
    #expect(account?.submissions.map(\.stage) == [.rejected])
    #expect(account?.state == .awaitingPractice)
  }

  @Test mutating func answerAboutAClaimOfSomebodyElseIsParked() throws {
    #expect(try billing.passTime())
    var inquiry = try Self.inquiry(in: billing.sent.first)
    inquiry.trace = "LEGACY77"
    inquiry.references = []
    let answer = try Self.answer(inquiry, "A4", at: billing.now)
    #expect(try Refusal.Disposition.of { try billing.take(answer) } == .never)
  }

  @Test mutating func answerEndsTheWait() throws {
    let claims = try #require(billing.sent.first { $0.type == .professionalClaims })
    var payer = DeskBench(PayerDesk(adjudicator: try Engines.adjudicator()))
    try payer.take(claims)
    for answer in payer.sent { try billing.take(answer) }
    if case .statementIssued(let visit, let number, let amount, _)? = billing.messagesSent.last {
      #expect(billing.reminders.values.map(\.due) == [billing.now.adding(milliseconds: 30 * 86_400_000)])
      try billing.take(.patientPaid(visit: visit, statement: number, amount: amount))
    }
    #expect(account?.state == .closed)
    #expect(billing.reminders.isEmpty)
  }

  /// A patient who never pays: three statements with due dates, then the agency.
  @Test func patientWhoDoesNotPayGetsStatementsAndThenAnAgency() throws {
    var bench = DeskBench(BillingDesk())
    var bill = superbill
    bill.registration.coverages = []
    try bench.take(.visitCoded(bill))
    var due: [CalendarDate?] = []
    repeat {
      guard case .statementIssued(_, _, _, let day)? = bench.messagesSent.last else { break }
      due.append(day)
    } while try bench.passTime()
    let first = submitted.date
    #expect(due == [first.adding(days: 30), first.adding(days: 60), first.adding(days: 90)])
    #expect(bench.state == "inCollections")
    #expect(bench.lines.map(\.memo) == ["placedInCollections"])
    #expect(bench.reminders.isEmpty)
  }
}
