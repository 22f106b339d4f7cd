import ClaimModel
import DashboardKit
import Foundation
import Office
import Testing

/// Looking at queues and workers declares nothing shared, tells what is missing, and outlives the broker where it is
/// followed.
@Suite struct PassiveLookTests {
  /// A broker with queues that can be asked for, which notes what it is asked to open.
  private final class Shelf: Broker, @unchecked Sendable {
    // Sendable because a test uses it from one thread.
    var depths: [String: QueueDepth]
    private(set) var plans: [SessionPlan] = []
    /// The sessions, counted from 0, that cannot be opened.
    var refusals: Set<Int> = []
    /// After how many questions a session is lost.
    var sessionLength = Int.max
    /// Why no session can be opened; `nil` when they can.
    var flaw: BrokerError?

    init(_ depths: [String: QueueDepth]) { self.depths = depths }

    func open(_ plan: SessionPlan) throws(BrokerError) -> any BrokerSession {
      plans.append(plan)
      if let flaw { throw flaw }
      guard !refusals.contains(plans.count - 1) else { throw PassiveLookTests.lost }
      return Session(self, left: sessionLength)
    }
  }

  private final class Session: BrokerSession {
    private let shelf: Shelf
    private var left: Int
    private var isOver = false
    let blockedReason: String? = nil

    init(_ shelf: Shelf, left: Int) {
      self.shelf = shelf
      self.left = left
    }

    func inspect(queue: String) throws(BrokerError) -> QueueDepth {
      guard !isOver, left > 0 else { throw PassiveLookTests.lost }
      left -= 1
      guard let depth = shelf.depths[queue] else {
        isOver = true
        throw PassiveLookTests.missing(queue)
      }
      return depth
    }

    func receive(limit: Int, timeoutMilliseconds: Int) -> [Delivery] { [] }
    func publish(_ publications: [Publication]) -> PublishTicket { PublishTicket(lastSequence: 0) }
    func awaitConfirms(_ ticket: PublishTicket) -> [PublishFailure] { [] }
    func acknowledge(upTo tag: UInt64) {}
    func consumeAnew() {}
    func close() { isOver = true }
  }

  private static let lost = BrokerError(.unreachable, operation: "receive", reason: "the connection was lost")
  private static func missing(_ queue: String) -> BrokerError {
    BrokerError(.refused, operation: "inspect queue \(queue)", reason: "NOT_FOUND - no queue '\(queue)' in vhost '/'")
  }

  private static let depths = ["a": QueueDepth(ready: 3, consumers: 1), "d": QueueDepth(ready: 0, consumers: 0)]

  @Test func aQueueThatIsMissingIsToldAndTheOthersToo() throws {
    let shelf = Shelf(Self.depths)
    let reader = try DepthReader(broker: shelf, name: "t")
    let readings = try reader.readings(of: ["a", "b", "c", "d"])
    #expect(readings.map(\.isMissing) == [false, true, true, false])
    #expect(readings.map(\.depth.ready) == [3, 0, 0, 0])
    #expect(shelf.plans.count == 3, "each that is missing costs a session")
    #expect(shelf.plans.allSatisfy { $0.topology == Topology() && $0.queues.isEmpty }, "something is declared")
    shelf.depths["b"] = QueueDepth(ready: 1, consumers: 0)
    #expect(try reader.readings(of: ["b"]).map(\.isMissing) == [false])
  }

  @Test func whatWasMissingIsLeftAloneForAWhile() throws {
    let shelf = Shelf(Self.depths)
    let reader = try DepthReader(broker: shelf, name: "t", patience: 3)
    for _ in 0..<4 { #expect(try reader.readings(of: ["b", "d"]).map(\.isMissing) == [true, false]) }
    #expect(shelf.plans.count == 2)
    #expect(try reader.readings(of: ["b", "d"]).map(\.isMissing) == [true, false])
    #expect(shelf.plans.count == 3)
  }

  @Test func whoMayNotAskIsToldSo() throws {
    let shelf = Shelf(Self.depths)
    let reader = try DepthReader(broker: shelf, name: "t")
    shelf.sessionLength = 0
    reader.close()
    #expect(throws: Self.lost) { try reader.readings(of: ["a"]) }
    shelf.sessionLength = 1
    #expect(try reader.readings(of: ["a"]).map(\.depth.ready) == [3])
  }

  @Test(arguments: [
    ("NOT_FOUND - no queue 'a' in vhost '/'", true), ("NOT_FOUND - no exchange 'status' in vhost '/'", true),
    ("NOT_FOUND - home node 'r@x' of durable queue 'a' in vhost '/' is down or inaccessible", false),
    ("ACCESS_REFUSED - configure access to queue 'a' in vhost '/' refused for user 'operator'", false),
  ]) func whatCannotBeReachedIsNotMissing(reason: String, isMissing: Bool) {
    #expect(BrokerError(.refused, operation: "inspect queue a", reason: reason).isMissing == isMissing)
  }

  @Test func aMissingQueueIsShownAsMissing() throws {
    var table = QueueTable()
    table.add(QueueReading(queue: "coding.parked", depth: QueueDepth(ready: 2, consumers: 1)))
    #expect(!table.hasMissing)
    table.add(QueueReading(missing: "coding.visits.medical"))
    #expect(table.hasMissing)
    #expect(table.text.hasSuffix("coding.visits.medical                           missing\n"), "\(table.text)")
    #expect(
      table.json.hasSuffix(
        #"{"missing":true,"office":"coding","queue":"coding.visits.medical","record":"queue","schema":1}"# + "\n"))
    #expect(!table.json.split(separator: "\n")[0].contains("missing"))
    let missing = QueueReading(missing: "coding.visits.medical")
    #expect(try Filter("office=coding", .queues).keeps(missing, at: Sample.now))
    for condition in ["ready=0", "ready<1", "consumers=0"] {
      #expect(try !Filter(condition, .queues).keeps(missing, at: Sample.now), "\(condition)")
    }
  }

  @Test func listeningAndTappingDeclareOnlyTheReadersOwnQueue() throws {
    let shelf = Shelf([:])
    _ = try StatusFeed(broker: shelf, name: "t")
    _ = try QueueTap(of: "coding.visits.medical", in: .offices(payers: ["ACMEHLTH"]), broker: shelf, name: "t")
    _ = try? JournalFeed(broker: shelf, clock: { Sample.now }).read(JournalFeed.Request(), until: StopSignal()) { _ in
      true
    }
    #expect(shelf.plans.count == 4)
    for plan in shelf.plans {
      #expect(plan.topology.exchanges.isEmpty)
      #expect(plan.topology.queues.allSatisfy { $0.kind == .exclusive && !$0.isShared })
    }
    #expect(shelf.plans.prefix(2).allSatisfy { !$0.topology.bindings.isEmpty })
  }

  // MARK: - What is followed

  private func feed(_ shelf: Shelf, follows: Bool, until stop: StopSignal, _ told: @escaping () -> Void = {})
    -> LastingFeed<DepthReader>
  {
    LastingFeed(follows: follows, until: stop) { () throws(BrokerError) in
      try DepthReader(broker: shelf, name: "t")
    } close: {
      $0.close()
    } tell: { _ in
      told()
    }
  }

  private func look(_ feed: LastingFeed<DepthReader>) throws(BrokerError) -> [Int]? {
    try feed.use { reader throws(BrokerError) in try reader.readings(of: ["a", "d"]).map(\.depth.ready) }
  }

  /// Raised after half a minute, so that a test that waits in vain ends.
  private static func limit() -> StopSignal {
    let stop = StopSignal()
    DispatchQueue.global().asyncAfter(deadline: .now() + 30) { stop.raise() }
    return stop
  }

  @Test(.timeLimit(.minutes(10))) func whatIsFollowedOutlivesItsSessions() throws {
    let shelf = Shelf(Self.depths)
    shelf.sessionLength = 3
    shelf.refusals = [1, 2]
    var tellings = 0
    let feed = feed(shelf, follows: true, until: Self.limit()) { tellings += 1 }
    #expect(try look(feed) == [3, 0])
    // The second look loses its session half way; two more cannot be opened; the next sees everything.
    #expect(try look(feed) == [3, 0])
    #expect(shelf.plans.count == 4 && tellings == 1, "\(shelf.plans.count) sessions, told \(tellings) times")
  }

  @Test(.timeLimit(.minutes(10))) func whoFollowsWaitsForWhatNoOfficeHasDeclaredYet() throws {
    let shelf = Shelf(Self.depths)
    shelf.flaw = Self.missing("status")
    let feed = feed(shelf, follows: true, until: Self.limit()) { shelf.flaw = nil }
    #expect(try look(feed) == [3, 0])
  }

  @Test func whatIsNotFollowedEndsWithItsFirstError() throws {
    let shelf = Shelf(Self.depths)
    shelf.sessionLength = 3
    let feed = feed(shelf, follows: false, until: StopSignal())
    #expect(try look(feed) == [3, 0])
    #expect(throws: Self.lost) { try look(feed) }
  }

  @Test func aBrokerThatWasNeverThereIsNotWaitedFor() throws {
    let shelf = Shelf(Self.depths)
    shelf.refusals = [0]
    #expect(throws: Self.lost) { try look(feed(shelf, follows: true, until: StopSignal())) }
  }

  @Test func aWrongConfigurationIsNotWaitedFor() throws {
    let shelf = Shelf(Self.depths)
    shelf.sessionLength = 2
    let feed = feed(shelf, follows: true, until: StopSignal())
    #expect(try look(feed) == [3, 0])
    let wrong = BrokerError(.misconfigured, operation: "connect", reason: "no such file")
    shelf.flaw = wrong
    #expect(throws: wrong) { try look(feed) }
  }

  @Test func aSignalEndsTheWaiting() throws {
    let stop = StopSignal()
    let shelf = Shelf(Self.depths)
    shelf.sessionLength = 2
    let feed = feed(shelf, follows: true, until: stop) { stop.raise() }
    #expect(try look(feed) == [3, 0])
    shelf.flaw = Self.lost
    #expect(try look(feed) == nil)
  }
}
