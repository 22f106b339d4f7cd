import ClaimModel
import DashboardKit
import Foundation
import Messages
import Office
import Testing

/// Reading the journal from a broker that goes away and comes back.
@Suite struct JournalFeedTests {
  /// A stream of one entry for each record, read in sessions that end with an error after so many records.
  private final class UnsteadyBroker: Broker, @unchecked Sendable {
    // Sendable because a test uses it from one thread.
    let records: Int
    let sessionLengths: [Int]
    private(set) var starts: [QueueSubscription.StreamOffset?] = []
    /// How many of the records are written after the reading has begun.
    var news = 0
    /// The sessions, counted from 0, that cannot be opened.
    var refusals: Set<Int> = []
    /// Before how many sessions nobody has declared the journal.
    var declared = 0

    init(records: Int, sessionLengths: [Int]) {
      self.records = records
      self.sessionLengths = sessionLengths
    }

    func open(_ plan: SessionPlan) throws(BrokerError) -> any BrokerSession {
      // Beside the reading: it tells where the end was when that began.
      if plan.name == "dashboard/end" { return Session(next: records - news, end: records, left: Int.max) }
      let number = starts.count
      starts.append(plan.queues.first?.streamOffset)
      guard number >= declared else {
        throw BrokerError(.refused, operation: "consume journal", reason: "NOT_FOUND - no queue 'journal' in vhost '/'")
      }
      guard !refusals.contains(number) else {
        throw BrokerError(.unreachable, operation: "connect", reason: "nobody is there")
      }
      var next = 0
      if case .offset(let offset)? = plan.queues.first?.streamOffset { next = Int(offset) }
      let length = number < sessionLengths.count ? sessionLengths[number] : Int.max
      return Session(next: next, end: records, left: length)
    }
  }

  private final class Session: BrokerSession {
    private var next: Int
    private let end: Int
    private var left: Int
    let blockedReason: String? = nil

    init(next: Int, end: Int, left: Int) {
      self.next = next
      self.end = end
      self.left = left
    }

    func receive(limit: Int, timeoutMilliseconds: Int) throws(BrokerError) -> [Delivery] {
      guard left > 0 else { throw BrokerError(.unreachable, operation: "receive", reason: "the connection was lost") }
      guard next < end else { return [] }
      defer {
        next += 1
        left -= 1
      }
      return [JournalFeedTests.delivery(next)]
    }

    func publish(_ publications: [Publication]) -> PublishTicket { PublishTicket(lastSequence: 0) }
    func awaitConfirms(_ ticket: PublishTicket) -> [PublishFailure] { [] }
    func acknowledge(upTo tag: UInt64) {}
    func inspect(queue: String) -> QueueDepth { QueueDepth(ready: 0, consumers: 0) }
    func consumeAnew() {}
    func close() {}
  }

  private static func delivery(_ number: Int) -> Delivery {
    let entry = JournalEntry(
      messageID: .derived(from: "entry", String(number)), type: "visit-coded.v1", visits: [], sender: "coding/1",
      handler: "billing/1", sent: Timestamp(milliseconds: 0), handled: Timestamp(milliseconds: Int64(number)),
      outcome: .handled)
    guard var publication = JournalEntry.publication(of: [entry], from: "billing/1", now: entry.handled) else {
      preconditionFailure("one entry makes a publication")
    }
    publication.message.headers["x-stream-offset"] = String(number)
    return Delivery(
      tag: UInt64(number + 1), queue: "journal", route: publication.route, isRedelivered: false,
      content: .message(publication.message))
  }

  /// Reads until `count` entries came.
  private func read(
    _ broker: UnsteadyBroker, _ request: JournalFeed.Request, until count: Int
  ) throws -> [Int64] {
    let feed = JournalFeed(broker: broker, clock: { Timestamp(milliseconds: 77) })
    var moments: [Int64] = []
    let stop = StopSignal()
    let limit = DispatchWorkItem { stop.raise() }
    DispatchQueue.global().asyncAfter(deadline: .now() + 30, execute: limit)
    defer { limit.cancel() }
    try feed.read(request, until: stop) { entry in
      moments.append(entry.handled.milliseconds)
      return moments.count < count
    }
    return moments
  }

  @Test(.timeLimit(.minutes(10))) func aFollowerGoesOnWhereItsSessionWasLost() throws {
    let broker = UnsteadyBroker(records: 9, sessionLengths: [4, 0, 2])
    let moments = try read(broker, JournalFeed.Request(follows: true), until: 9)
    #expect(moments == Array(0..<9))
    #expect(broker.starts == [.first, .offset(4), .offset(4), .offset(6)])
  }

  @Test(.timeLimit(.minutes(10))) func aFollowerWaitsForABrokerThatIsAway() throws {
    let broker = UnsteadyBroker(records: 3, sessionLengths: [2])
    broker.refusals = [1, 2]
    #expect(try read(broker, JournalFeed.Request(follows: true), until: 3) == [0, 1, 2])
    #expect(broker.starts.count == 4)
  }

  @Test(.timeLimit(.minutes(10))) func aFollowerWaitsForAJournalThatIsNotThereYet() throws {
    let broker = UnsteadyBroker(records: 2, sessionLengths: [])
    broker.declared = 2
    #expect(try read(broker, JournalFeed.Request(from: .next, follows: true), until: 2) == [0, 1])
    // All that it holds is written after it was asked for.
    #expect(broker.starts == [.next, .first, .first])
    #expect(throws: BrokerError.self) {
      let empty = UnsteadyBroker(records: 0, sessionLengths: [])
      empty.declared = 1
      _ = try read(empty, JournalFeed.Request(), until: 1)
    }
  }

  @Test(.timeLimit(.minutes(10))) func whatIsWrittenBetweenSessionsIsFromNowOnToo() throws {
    let broker = UnsteadyBroker(records: 1, sessionLengths: [0])
    _ = try read(broker, JournalFeed.Request(from: .next, follows: true), until: 1)
    #expect(broker.starts == [.next, .timestamp(Timestamp(milliseconds: 77))])
  }

  @Test func aReaderThatDoesNotFollowEndsWhereTheJournalDidWhenItBegan() throws {
    let broker = UnsteadyBroker(records: 9, sessionLengths: [])
    broker.news = 4
    #expect(try read(broker, JournalFeed.Request(), until: 9) == [0, 1, 2, 3, 4])
  }

  @Test func aReadingThatEndedWithAnErrorGoesOnWithoutRepeating() throws {
    let broker = UnsteadyBroker(records: 5, sessionLengths: [3])
    let feed = JournalFeed(broker: broker, clock: { Timestamp(milliseconds: 77) })
    var reading = JournalFeed.Reading(of: JournalFeed.Request())
    var moments: [Int64] = []
    let note: (JournalEntry) -> Bool = { entry in
      moments.append(entry.handled.milliseconds)
      return true
    }
    #expect(throws: BrokerError.self) { try feed.read(&reading, until: StopSignal(), note) }
    try feed.read(&reading, until: StopSignal(), note)
    #expect(moments == Array(0..<5))
  }

  @Test func copiesAreKnownHoweverMuchOtherOfficesDidMeanwhile() {
    var unique = UniqueEntries(remembering: 10)
    /// How many of so many entries of a worker are new.
    func news(_ numbers: Range<Int>, of worker: String) -> Int {
      numbers.count { unique.isNew(Sample.entry("\($0)", visits: [], to: worker)) }
    }
    #expect(news(0..<1, of: "billing/1") == 1)
    #expect(news(0..<1_000, of: "coding/1") == 1_000)
    #expect(news(0..<1, of: "billing/2") == 0)
    // What is remembered of one office is bounded: at least the limit, at most twice as much.
    #expect(news(1..<10, of: "billing/1") == 9)
    #expect(news(0..<10, of: "billing/1") == 0)
    #expect(news(10..<30, of: "billing/1") == 20)
    #expect(news(0..<10, of: "billing/1") == 10)
  }

  @Test(.timeLimit(.minutes(10))) func theFirstSessionAndAReaderThatDoesNotFollowEndWithTheError() {
    let away = UnsteadyBroker(records: 3, sessionLengths: [])
    away.refusals = [0]
    #expect(throws: BrokerError.self) { try read(away, JournalFeed.Request(follows: true), until: 3) }
    let lost = UnsteadyBroker(records: 3, sessionLengths: [2])
    #expect(throws: BrokerError.self) { try read(lost, JournalFeed.Request(), until: 3) }
    #expect(lost.starts.count == 1)
  }
}
