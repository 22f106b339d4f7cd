import ClaimModel
import Messages
import Office
import SwiftProtobuf
import Synchronization

/// A desk that refuses what calls itself bad or early, and handles everything else without a trace.
struct PlainDesk: Desk {
  struct Nothing: CaseBody {
    init(stored: [UInt8]) {}
    func stored() -> [UInt8] { [] }
  }

  var office: OfficeID { .coding }
  func read(_ message: WireMessage) throws(UndecodableMessage) -> String { message.correlation }
  func visits(of input: String, known: Cases<Nothing>) -> [VisitID] { [] }
  func cases(for input: String, known: Cases<Nothing>) -> [CaseKey] { [] }

  func handle(_ input: String, _ cases: inout Cases<Nothing>, _ context: inout DeskContext<Never>) throws(Refusal) {
    if input.hasPrefix("bad") { throw .never("it is bad") }
    if input.hasPrefix("early") { throw .later("it is early") }
  }
}

/// One queue in memory, in the thread of the test.
///
/// `@unchecked Sendable` because every test uses it from one thread.
final class PlainBroker: Broker, @unchecked Sendable {
  fileprivate(set) var ready: [WireMessage] = []
  fileprivate(set) var acknowledged: [WireMessage] = []
  fileprivate(set) var published: [Publication] = []
  private(set) var plans: [SessionPlan] = []
  /// Whether sessions fail and none can be opened.
  var isAway = false
  /// Whether sessions that are open are handed nothing, until the queue is consumed anew; a new one is.
  var isMute = false
  /// Whether what is handed out does not come, until the queue is consumed anew.
  var isDeaf = false
  /// How often a session began to consume anew.
  fileprivate(set) var consumedAnew = 0

  /// Puts messages with these correlations in the queue.
  func put(_ names: [String]) {
    ready += names.map { name in
      WireMessage(
        id: .derived(from: name), type: "test.v1", correlation: name, timestamp: Timestamp(milliseconds: 0),
        appID: "practice/test", contentType: "text/plain", body: [])
    }
  }

  /// The phases that heartbeats told, each run of the same phase once.
  func phases() throws -> [String] {
    var phases: [String] = []
    for publication in published where publication.message.type == MessageType.heartbeat.rawValue {
      let phase = try WireHeartbeat(serializedBytes: publication.message.body).phase
      if phases.last != phase { phases.append(phase) }
    }
    return phases
  }

  func open(_ plan: SessionPlan) throws(BrokerError) -> any BrokerSession {
    try check()
    plans.append(plan)
    isMute = false
    return PlainSession(broker: self, prefetch: plan.queues.isEmpty ? 0 : plan.prefetch)
  }
}

extension PlainBroker {
  fileprivate func check() throws(BrokerError) {
    if isAway { throw BrokerError(.unreachable, operation: "connect", reason: "the broker is away") }
  }
}

final class PlainSession: BrokerSession {
  private let broker: PlainBroker
  private let prefetch: Int
  private var unacknowledged: [(tag: UInt64, message: WireMessage)] = []
  private var handedOut = 0
  private var lastTag: UInt64 = 0
  private var isClosed = false

  init(broker: PlainBroker, prefetch: Int) {
    self.broker = broker
    self.prefetch = prefetch
  }

  /// The broker hands out up to the prefetch, whether or not the worker asks for it.
  private func prefetchMore() {
    while !broker.isMute, unacknowledged.count < prefetch, !broker.ready.isEmpty {
      lastTag += 1
      unacknowledged.append((lastTag, broker.ready.removeFirst()))
    }
  }

  func receive(limit: Int, timeoutMilliseconds: Int) throws(BrokerError) -> [Delivery] {
    try broker.check()
    prefetchMore()
    if broker.isDeaf { return [] }
    let batch = unacknowledged.dropFirst(handedOut).prefix(limit)
    handedOut += batch.count
    return batch.map {
      Delivery(
        tag: $0.tag, queue: "coding.visits.medical", route: Route(exchange: "practice", key: "k"), isRedelivered: false,
        content: .message($0.message))
    }
  }

  func publish(_ publications: [Publication]) throws(BrokerError) -> PublishTicket {
    broker.published += publications
    return PublishTicket(lastSequence: 0)
  }

  func awaitConfirms(_ ticket: PublishTicket) throws(BrokerError) -> [PublishFailure] { [] }

  func acknowledge(upTo tag: UInt64) throws(BrokerError) {
    let done = unacknowledged.prefix { $0.tag <= tag }
    broker.acknowledged += done.map(\.message)
    unacknowledged.removeFirst(done.count)
    handedOut -= done.count
  }

  var blockedReason: String? { nil }

  func inspect(queue: String) throws(BrokerError) -> QueueDepth { QueueDepth(ready: broker.ready.count, consumers: 1) }

  func consumeAnew() throws(BrokerError) {
    broker.consumedAnew += 1
    (broker.isMute, broker.isDeaf) = (false, false)
    giveBack()
    lastTag = 0
  }

  private func giveBack() {
    broker.ready = unacknowledged.map(\.message) + broker.ready
    unacknowledged = []
    handedOut = 0
  }

  func close() {
    guard !isClosed else { return }
    isClosed = true
    giveBack()
  }
}

/// A store that keeps receipts, and fails when it is told to.
final class PlainStore: Store {
  private struct State {
    var receipts: [MessageKey: [UInt8]] = [:]
    var isAway = false
  }

  private let state = Mutex(State())

  /// Makes every transaction fail, or none.
  func setAway(_ isAway: Bool) { state.withLock { $0.isAway = isAway } }

  func transaction<Result>(
    _ body: (any StoreTransaction) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let (receipts, isAway) = state.withLock { ($0.receipts, $0.isAway) }
    guard !isAway else { throw StoreError(.unavailable, operation: "begin", reason: "the store is away") }
    let transaction = Transaction(receipts: receipts)
    let result = try body(transaction)
    state.withLock { $0.receipts = transaction.receipts }
    return result
  }

  func nextCall() throws(StoreError) -> Timestamp? { nil }

  func close() {}

  private final class Transaction: StoreTransaction {
    var receipts: [MessageKey: [UInt8]]

    init(receipts: [MessageKey: [UInt8]]) { self.receipts = receipts }

    func receipts(for messages: [MessageKey]) throws(StoreError) -> [MessageKey: [UInt8]] {
      receipts.filter { messages.contains($0.key) }
    }

    func saveReceipts(_ receipts: [(message: MessageKey, body: [UInt8])], at time: Timestamp) throws(StoreError) {
      for (message, body) in receipts { self.receipts[message] = body }
    }

    func loadCases(_ keys: [CaseKey]) throws(StoreError) -> [CaseKey: [UInt8]] { [:] }
    func saveCases(_ cases: [(key: CaseKey, body: [UInt8])]) throws(StoreError) {}
    func append(_ lines: [LedgerLine]) throws(StoreError) {}
    func purgeReceipts(handledBefore: Timestamp, limit: Int) throws(StoreError) -> Int { 0 }
    func reminders(_ keys: [ReminderKey]) throws(StoreError) -> [ReminderKey: Reminder] { [:] }
    func saveReminders(_ reminders: [Reminder]) throws(StoreError) {}
    func removeReminders(_ keys: [ReminderKey]) throws(StoreError) {}
    func holdReminders(_ keys: [ReminderKey]) throws(StoreError) {}
    func callReminders(until moment: Timestamp, limit: Int, again: Timestamp) throws(StoreError) -> [Reminder] { [] }
    func nextNumber(of sequence: String) throws(StoreError) -> Int64 { 1 }
    func forEachCase(ofKind kind: String, _ body: (CaseKey, [UInt8]) -> Void) throws(StoreError) {}
    func forEachLedgerLine(_ body: (LedgerLine) -> Void) throws(StoreError) {}
  }
}
