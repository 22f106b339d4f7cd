import ClaimModel
import Messages
import Office
import PracticeDesk
import Testing

@Suite struct PracticeDeskTests {
  private var bench = DeskBench(PracticeDesk())
  private let key = PracticeDesk.key(of: "V1")

  @Test(arguments: Specialty.allCases) mutating func queryIsAnsweredToTheCodersWhoAsked(_ specialty: Specialty) throws {
    try bench.take(.documentationQueried(visit: "V1", specialty: specialty, round: 2, question: "?"))
    #expect(
      bench.sent.map(\.route) == [
        Route(exchange: "practice", key: "documentation-amended.\(specialty.rawValue)")
      ])
    guard case .documentationAmended("V1", let item)? = bench.messagesSent.first else {
      Issue.record("answered with \(bench.messagesSent)")
      return
    }
    #expect(item.kind == .amendment)
    #expect(item.source == "amendment-2")
    #expect(bench[key]?.queries == 2)
  }

  @Test mutating func eachStatementIsPaidToTheCent() throws {
    for (number, cents) in [(1, 2_500), (2, 99)] {
      let amount = Money(cents: cents)
      try bench.take(.statementIssued(visit: "V1", number: number, amount: amount))
      #expect(bench.messagesSent == [.patientPaid(visit: "V1", statement: number, amount: amount)])
    }
    #expect(bench[key]?.billed == Money(cents: 2_599))
    #expect(bench[key]?.paid == Money(cents: 2_599))
    #expect(bench.state == "paid")
  }

  @Test(arguments: [0, -1]) mutating func statementOfNothingIsParked(cents: Int) throws {
    let message = OfficeMessage.statementIssued(visit: "V1", number: 1, amount: Money(cents: cents))
    #expect(try Refusal.Disposition.of { try bench.take(message) } == .never)
    #expect(bench[key] == nil)
  }

  @Test mutating func messagesMayComeInAnyOrder() throws {
    try bench.take(.accountClosed(visit: "V1"))
    #expect(bench.state == "closed")
    try bench.take(.statementIssued(visit: "V1", number: 2, amount: Money(cents: 5)))
    try bench.take(.statementIssued(visit: "V1", number: 1, amount: Money(cents: 7)))
    #expect(bench.state == "closed")
    #expect(bench[key]?.statements == 2)
    #expect(bench[key]?.paid == Money(cents: 12))
  }

  @Test mutating func messagesOfOtherOfficesAreParked() throws {
    let message = OfficeMessage.codingUpheld(visit: "V1", round: 1, reasons: [])
    #expect(try Refusal.Disposition.of { try bench.take(message) } == .never)
  }

  @Test func visitSubmittedAgainKeepsItsID() {
    let visits = (0..<3).map { Engines.visit($0) }
    let first = Submission.publications(of: visits, now: Timestamp(milliseconds: 1))
    let second = Submission.publications(of: visits, now: Timestamp(milliseconds: 2))
    #expect(first.count == 4)
    #expect(first.map(\.message.id) == second.map(\.message.id))
    #expect(Set(first.map(\.message.id)).count == 4)
    #expect(first.last?.route.exchange == "journal")
  }
}
