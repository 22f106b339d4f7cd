import ClaimModel
import Messages
import Simulation

@testable import Office

/// One office with one worker, a simulated broker and store, and a queue `out` for what the desk sends.
final class WorkedOffice {
  let time = SimulatedTime(start: Timestamp(milliseconds: 1_784_116_800_000))
  let broker: SimulatedBroker
  let store = SimulatedStore()
  let log = WorkerLog()
  let quiet = QuietSignal()
  private(set) var worker: OfficeWorker<ScriptedDesk>
  private let sender: any BrokerSession
  private let watcher: (any BrokerSession)?
  private var seen: [WireMessage] = []
  private let settings: WorkerConfiguration
  private let businessClock: BusinessClock

  init(
    storeFailures: Int = 0, isCommitted: Bool = false, hasOut: Bool = true,
    outArguments: [String: Topology.Queue.Argument] = [:], watching exchange: String? = nil,
    businessClock: BusinessClock = .system, _ change: (inout WorkerConfiguration) -> Void = { _ in }
  ) throws {
    broker = SimulatedBroker(time: time)
    var settings = WorkedOffice.settings()
    if hasOut {
      settings.topology.queues.append(Topology.Queue(name: "out", kind: .quorum, arguments: outArguments))
      settings.topology.bindings.append(Topology.Binding(queue: "out", exchange: "practice", key: "out.#"))
    }
    change(&settings)
    self.settings = settings
    self.businessClock = businessClock
    sender = try broker.open(SessionPlan(name: "sender", topology: settings.topology))
    watcher = try exchange.map { [broker] exchange in
      var topology = Topology.journal
      topology.queues.append(Topology.Queue(name: "watcher", kind: .exclusive))
      topology.bindings.append(Topology.Binding(queue: "watcher", exchange: exchange, key: "#"))
      return try broker.open(
        SessionPlan(name: "watcher", topology: topology, queues: [QueueSubscription(queue: "watcher")]))
    }
    worker = WorkedOffice.worker(
      broker: broker, store: FailingStore(store, failures: storeFailures, isCommitted: isCommitted),
      settings: settings, time: time, log: log, quiet: quiet, businessClock: businessClock)
  }

  static func settings() -> WorkerConfiguration {
    WorkerConfiguration(
      name: "practice/1", queues: ["practice.inbox"],
      topology: Topology.office(.practice).merged(with: .journal), seed: 7)
  }

  static func worker(
    broker: any Broker, store: any Store, settings: WorkerConfiguration, time: SimulatedTime? = nil,
    log: WorkerLog = WorkerLog(), quiet: QuietSignal = QuietSignal(), businessClock: BusinessClock = .system
  ) -> OfficeWorker<ScriptedDesk> {
    OfficeWorker(
      desk: ScriptedDesk(), broker: broker, store: store, configuration: settings,
      clock: { time?.now ?? Timestamp(milliseconds: 0) }, businessClock: businessClock, quiet: quiet,
      report: { log.take($0) })
  }

  /// Another process in the place of the worker.
  func replaceWorker() throws {
    worker = WorkedOffice.worker(
      broker: broker, store: store, settings: settings, time: time, log: log, quiet: quiet, businessClock: businessClock
    )
  }

  func submit(_ messages: WireMessage...) throws {
    let sender = try broker.open(SessionPlan(name: "sender", topology: Topology()))
    defer { sender.close() }
    _ = try sender.publish(
      messages.map { Publication(route: Route(exchange: "", key: "practice.inbox"), message: $0) })
  }

  /// Steps until the worker has had nothing to do for a while.
  func work() throws {
    for _ in 0..<20 { _ = try worker.step(patienceMilliseconds: 0) }
  }

  /// Puts a message into `out` that is in the way of others.
  func fillOut() throws {
    var message = script(99)
    message.body = Array("in the way".utf8)
    _ = try sender.publish([Publication(route: Route(exchange: "", key: "out"), message: message)])
  }

  var out: [WireMessage] { broker.messages(in: "out") }
  var parked: [WireMessage] { broker.messages(in: "practice.parked") }
  var unacknowledged: Int { broker.count(in: "practice.inbox") }
  var notes: [String]? { store.body(of: ScriptedDesk.key("a")).flatMap { try? Notes(stored: $0).words } }

  /// What the journal holds.
  func journal() throws -> [JournalEntry] {
    try broker.messages(in: "journal").flatMap { try JournalEntry.entries(in: $0.body) }
  }

  /// What came by the watched exchange.
  var watched: [WireMessage] {
    let more = (try? watcher?.receive(limit: 100, timeoutMilliseconds: 0)) ?? []
    for delivery in more { if case .message(let message) = delivery.content { seen.append(message) } }
    return seen
  }
}

/// What a worker tells about itself.
final class WorkerLog: @unchecked Sendable {
  // Unchecked because each test's worker runs in the test's own thread.
  private(set) var connects = 0
  private(set) var lost: [BrokerError] = []
  private(set) var storeFailures = 0
  private(set) var settled: [Int] = []
  private(set) var postponed = 0
  private(set) var unroutable: [MessageID] = []
  private(set) var isDrained = false

  func take(_ event: WorkerEvent) {
    switch event {
    case .connected: connects += 1
    case .sessionLost(let error, _): lost.append(error)
    case .storeFailed: storeFailures += 1
    case .batchSettled(let messages, _): settled.append(messages)
    case .batchCommitted(let entries, _): postponed += entries.count { $0.outcome == .postponed }
    case .unroutable(let id, _, _): unroutable.append(id)
    case .drained: isDrained = true
    case .received, .consumedAnew, .batchTimed, .remindersCalled, .phaseChanged, .killSwitch, .ordered: break
    }
  }
}

/// A broker that cannot be reached.
struct AbsentBroker: Broker {
  let code: BrokerError.Code

  func open(_ plan: SessionPlan) throws(BrokerError) -> any BrokerSession {
    throw BrokerError(code, operation: "connect", reason: "connection refused")
  }
}
