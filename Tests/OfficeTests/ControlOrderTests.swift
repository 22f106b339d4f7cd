import ClaimModel
import Messages
import Office
import Synchronization
import Testing

/// Orders of operators to workers: done, journaled, and acknowledged without touching what is in hand.
@Suite struct ControlOrderTests {
  /// A broker whose one session hands out what the test has put there.
  private final class OrderedBroker: Broker, BrokerSession {
    struct Contents {
      var waiting: [[Delivery]] = []
      var plans: [SessionPlan] = []
      var published: [Publication] = []
      var confirmed = 0
      /// What had been confirmed when a tag was acknowledged.
      var acknowledged: [(tag: UInt64, confirmed: Int)] = []
    }
    let contents = Mutex(Contents())

    func open(_ plan: SessionPlan) -> any BrokerSession {
      contents.withLock { $0.plans.append(plan) }
      return self
    }
    func receive(limit: Int, timeoutMilliseconds: Int) -> [Delivery] {
      contents.withLock { $0.waiting.isEmpty ? [] : $0.waiting.removeFirst() }
    }
    func publish(_ publications: [Publication]) -> PublishTicket {
      contents.withLock {
        $0.published += publications
        return PublishTicket(lastSequence: UInt64($0.published.count))
      }
    }
    func awaitConfirms(_ ticket: PublishTicket) -> [PublishFailure] {
      contents.withLock { $0.confirmed = max($0.confirmed, Int(ticket.lastSequence)) }
      return []
    }
    func acknowledge(upTo tag: UInt64) { contents.withLock { $0.acknowledged.append((tag, $0.confirmed)) } }
    var blockedReason: String? { nil }
    func inspect(queue: String) -> QueueDepth { QueueDepth(ready: 0, consumers: 0) }
    func consumeAnew() {}
    func close() {}
  }

  /// A desk that keeps what it was asked.
  private struct ObedientDesk: Desk {
    typealias Case = PlainDesk.Nothing
    var orders: [String] = []
    var office: OfficeID { .coding }
    func read(_ message: WireMessage) -> String { message.correlation }
    func visits(of input: String, known: Cases<Case>) -> [VisitID] { [] }
    func cases(for input: String, known: Cases<Case>) -> [CaseKey] { [] }
    func handle(_ input: String, _ cases: inout Cases<Case>, _ context: inout DeskContext<Never>) throws(Refusal) {
      if !orders.isEmpty { throw .never("asked for \(orders.joined(separator: ", "))") }
    }
    mutating func obey(_ order: ControlOrder) throws(Refusal) {
      guard order.what != .inject(rules: ["no"], seed: 0) else { throw .never("no") }
      orders.append("\(order)")
    }
  }

  private let broker = OrderedBroker()
  private let events = Events()

  private final class Events: Sendable { let list = Mutex<[WorkerEvent]>([]) }

  private var orders: [(ControlOrder, Refusal?)] {
    events.list.withLock {
      $0.compactMap { if case .ordered(let order, let refusal) = $0 { (order, refusal) } else { nil } }
    }
  }

  private func worker(
    quiet: QuietSignal = QuietSignal(), requiresSenders: Bool = false
  ) -> OfficeWorker<ObedientDesk> {
    OfficeWorker(
      desk: ObedientDesk(), broker: broker, store: PlainStore(),
      configuration: WorkerConfiguration(
        name: "coding/w", queues: ["coding.visits.medical"], topology: Topology(),
        requiresSenders: requiresSenders, takesOrders: true),
      clock: { Timestamp(milliseconds: 5_000) }, quiet: quiet
    ) { [events] event in events.list.withLock { $0.append(event) } }
  }

  private func order(_ order: ControlOrder, tag: UInt64, user: String = "operator") -> Delivery {
    let publication = order.publication(to: .coding, from: "operator/dashboard", now: Timestamp(milliseconds: 1))
    return Delivery(
      tag: tag, queue: "coding.control.w.5000", route: publication.route, isRedelivered: false, userID: user,
      content: .message(publication.message))
  }

  private func message(_ name: String, tag: UInt64) -> Delivery {
    Delivery(
      tag: tag, queue: "coding.visits.medical", route: Route(exchange: "practice", key: "k"), isRedelivered: false,
      content: .message(
        WireMessage(
          id: .derived(from: name), type: "test.v1", correlation: name, timestamp: Timestamp(milliseconds: 0),
          appID: "practice/test", contentType: "text/plain", body: [])))
  }

  private func journaled() throws -> [JournalEntry] {
    try broker.contents.withLock { $0.published }.filter { $0.route.exchange == "journal" }
      .flatMap { try JournalEntry.entries(in: $0.message.body) }
  }

  @Test func orderIsObeyedJournaledAndAcknowledged() throws {
    let worker = worker()
    let asked = ControlOrder(.inject(rules: ["CO-11"], seed: 3))
    broker.contents.withLock { $0.waiting = [[order(asked, tag: 1)], [message("a", tag: 2)]] }
    for _ in 0..<4 { _ = try worker.step(patienceMilliseconds: 0) }
    #expect(orders.map(\.0) == [asked] && orders.allSatisfy { $0.1 == nil })
    let entries = try journaled()
    #expect(entries.map(\.outcome) == [.handled, .parked] && entries[0].reason == "inject CO-11")
    #expect(entries[0].handler == "coding/w" && entries[0].sender == "operator/dashboard")
    #expect(entries[1].reason == "asked for inject CO-11", "the next message is handled accordingly")
    let plan = try #require(broker.contents.withLock { $0.plans.first })
    #expect(plan.queues.map(\.queue) == ["coding.visits.medical", "coding.control.w.5000"])
    #expect(plan.topology.bindings.map(\.key) == ["coding"])
  }

  /// A batch in flight is not acknowledged by an order that came after it before its own messages are safe.
  @Test func batchInFlightIsSettledBeforeTheOrderIsAcknowledged() throws {
    let worker = worker()
    broker.contents.withLock { $0.waiting = [[message("a", tag: 1)], [order(ControlOrder(.drain), tag: 2)]] }
    _ = try worker.step(patienceMilliseconds: 0)
    _ = try worker.step(patienceMilliseconds: 0)
    let published = broker.contents.withLock { $0.published.count }
    _ = try worker.step(patienceMilliseconds: 0)
    let acknowledged = broker.contents.withLock { $0.acknowledged }
    #expect(acknowledged.map(\.tag) == [1, 2])
    #expect(acknowledged.allSatisfy { $0.confirmed >= published })
    #expect(orders.map(\.0.what) == [.drain])
  }

  @Test func refusedOrderIsTold() throws {
    let worker = worker()
    broker.contents.withLock { $0.waiting = [[order(ControlOrder(.inject(rules: ["no"], seed: 0)), tag: 1)]] }
    for _ in 0..<3 { _ = try worker.step(patienceMilliseconds: 0) }
    #expect(orders.map(\.1) == [.never("no")])
    #expect(try journaled().map(\.outcome) == [.discarded])
  }

  @Test func ordersOfStrangersAndForOthersAreLeftAlone() throws {
    let worker = worker()
    broker.contents.withLock {
      $0.waiting = [
        [
          order(ControlOrder(.drain), tag: 1, user: "billing"), order(ControlOrder(.drain, worker: "coding/x"), tag: 2),
          order(ControlOrder(.drain), tag: 3, user: "payer-ACMEHLTH"),
        ]
      ]
    }
    for _ in 0..<3 { _ = try worker.step(patienceMilliseconds: 0) }
    #expect(orders.isEmpty)
    #expect(try journaled().isEmpty)
    #expect(broker.contents.withLock { $0.acknowledged }.map(\.tag) == [3])
  }

  @Test(arguments: [(true, ["operator"]), (false, ["", "guest", "operator"])])
  func strangersGiveOrdersOnlyWhereOneUserDoesAll(isStrict: Bool, obeyed: [String]) throws {
    let worker = worker(requiresSenders: isStrict)
    let users = ["", "guest", "operator", "coding", "front-desk"]
    broker.contents.withLock {
      $0.waiting = [
        users.enumerated().map { index, user in
          order(ControlOrder(.inject(rules: [user], seed: 1)), tag: UInt64(index + 1), user: user)
        }
      ]
    }
    for _ in 0..<3 { _ = try worker.step(patienceMilliseconds: 0) }
    #expect(orders.map(\.0.what) == obeyed.map { .inject(rules: [$0], seed: 1) })
  }

  @Test func quietWorkerListensToo() throws {
    let quiet = QuietSignal()
    quiet.raise()
    let worker = worker(quiet: quiet)
    broker.contents.withLock { $0.waiting = [[order(ControlOrder(.drain, worker: "coding/w"), tag: 1)]] }
    for _ in 0..<4 { _ = try worker.step(patienceMilliseconds: 0) }
    #expect(broker.contents.withLock { $0.plans.last?.queues.map(\.queue) } == ["coding.control.w.5000"])
    #expect(orders.map(\.0.what) == [.drain])
  }

  @Test(arguments: [
    ControlOrder(.drain), ControlOrder(.drain, worker: "coding/1"), ControlOrder(.inject(rules: [], seed: 0)),
    ControlOrder(.inject(rules: ["CO-11=5%", "lost=1%"], seed: .max)),
  ]) func orderIsReadAsItWasGiven(order: ControlOrder) throws {
    let sent = order.publication(to: .payer("ACMEHLTH"), from: "operator/dashboard", now: Timestamp(milliseconds: 1))
    #expect(try ControlOrder(body: sent.message.body) == order)
    #expect(sent.route == Route(exchange: "control", key: "payer.ACMEHLTH"))
  }
}
