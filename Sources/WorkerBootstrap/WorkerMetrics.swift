import ClaimModel
import CoreMetrics
import Messages
import Office
import PrometheusExposition
import Synchronization

/// Turns what a worker tells about itself into metrics. Labels come from closed sets: an office, our own message types,
/// outcomes; never from what a peer wrote.
final class WorkerMetrics: Sendable {
  private struct Kind: Hashable {
    var type: String
    var outcome: JournalEntry.Outcome
  }

  private let office: String
  private let factory: any MetricsFactory
  private let handled = Mutex<[Kind: Counter]>([:])
  private let batchSize: Recorder
  private let batchTime: CoreMetrics.Timer
  private let commitTime: CoreMetrics.Timer
  private let confirmTime: CoreMetrics.Timer
  private let messageAge: Recorder
  private let reconnects: Counter
  private let storeFailures: Counter
  private let trips: Counter
  private let links = Mutex(Links())

  /// Which loops have been connected, and which of them have lost the broker since.
  private struct Links {
    var known: Set<Int> = []
    var lost: Set<Int> = []
  }

  private static let knownTypes = Set(MessageType.allCases.map(\.rawValue))

  init(office: OfficeID, factory: any MetricsFactory) {
    let name = office.description
    self.office = name
    self.factory = factory
    let labels = [("office", name)]
    batchSize = Recorder(label: "superbill_batch_size", dimensions: labels, factory: factory)
    batchTime = CoreMetrics.Timer(label: "superbill_batch_seconds", dimensions: labels, factory: factory)
    commitTime = CoreMetrics.Timer(label: "superbill_store_commit_seconds", dimensions: labels, factory: factory)
    confirmTime = CoreMetrics.Timer(label: "superbill_confirm_seconds", dimensions: labels, factory: factory)
    messageAge = Recorder(label: "superbill_message_age_seconds", dimensions: labels, factory: factory)
    reconnects = Counter(label: "superbill_broker_reconnects_total", dimensions: labels, factory: factory)
    storeFailures = Counter(label: "superbill_store_failures_total", dimensions: labels, factory: factory)
    trips = Counter(label: "superbill_kill_switch_trips_total", dimensions: labels, factory: factory)
  }

  /// Notes what batch loop `loop` tells about itself.
  func note(_ event: WorkerEvent, of loop: Int) {
    switch event {
    case .batchCommitted(let entries, _): count(entries)
    case .batchSettled(let messages, _): batchSize.record(messages)
    case .batchTimed(let times):
      batchTime.recordNanoseconds(times.whole.nanoseconds)
      commitTime.recordNanoseconds(times.commit.nanoseconds)
      confirmTime.recordNanoseconds(times.confirm.nanoseconds)
    case .storeFailed: storeFailures.increment()
    case .sessionLost: links.withLock { _ = $0.known.contains(loop) ? $0.lost.insert(loop).inserted : false }
    case .connected:
      let isAgain = links.withLock { links in
        links.known.insert(loop)
        return links.lost.remove(loop) != nil
      }
      if isAgain { reconnects.increment() }
    case .killSwitch(.tripped): trips.increment()
    case .received, .consumedAnew, .remindersCalled, .unroutable, .phaseChanged, .killSwitch, .ordered, .drained: break
    }
  }

  /// One increment to a run of messages of one kind, of which a batch has few.
  private func count(_ entries: [JournalEntry]) {
    var run = 0
    for (index, entry) in entries.enumerated() {
      // Clocks of two machines differ a little: an age below zero is none.
      messageAge.record(Double(max(0, entry.handled.milliseconds - entry.sent.milliseconds)) / 1_000)
      run += 1
      let next = index + 1 < entries.count ? entries[index + 1] : nil
      if entry.type == next?.type, entry.outcome == next?.outcome { continue }
      let type = Self.knownTypes.contains(entry.type) ? entry.type : "unknown"
      counter(of: Kind(type: type, outcome: entry.outcome)).increment(by: run)
      run = 0
    }
  }

  private func counter(of kind: Kind) -> Counter {
    handled.withLock { counters in
      if let counter = counters[kind] { return counter }
      let counter = Counter(
        label: "superbill_messages_handled_total",
        dimensions: [("office", office), ("type", kind.type), ("outcome", kind.outcome.rawValue)], factory: factory)
      counters[kind] = counter
      return counter
    }
  }
}

extension PrometheusRegistry {
  /// Says what the workers' metrics mean.
  func describeWorkers() {
    let batchBounds: [Double] = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 4_096, 10_000]
    let ageBounds: [Double] = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3_600, 21_600, 86_400]
    describe(
      "superbill_messages_handled_total",
      help: "Messages handled, by type and by what became of them, including those handled again after a redelivery.")
    describe("superbill_batch_size", help: "Messages in a batch.", bounds: batchBounds)
    describe("superbill_batch_seconds", help: "From a batch's receipt to its acknowledgement.")
    describe(
      "superbill_store_commit_seconds",
      help: "Beginning and committing a batch's transaction: waiting for the store's lock and for its disk.")
    describe("superbill_confirm_seconds", help: "Waiting for the broker's confirms of a batch.")
    describe("superbill_message_age_seconds", help: "From a message's sending to its handling.", bounds: ageBounds)
    describe("superbill_broker_reconnects_total", help: "Sessions opened anew after one was lost.")
    describe("superbill_store_failures_total", help: "Transactions that failed; their batch is tried again.")
    describe("superbill_kill_switch_trips_total", help: "How often the kill switch opened.")
  }

  /// Adds what is read from the loops when it is asked for.
  func observe(_ health: WorkerHealth, office: OfficeID) {
    let labels = [("office", office.description)]
    observe(
      "superbill_in_flight", .gauge, dimensions: labels, help: "Messages received and not acknowledged yet."
    ) { Double(health.unacknowledged) }
    observe(
      "superbill_broker_connected", .gauge, dimensions: labels, help: "Batch loops that are connected to the broker."
    ) { Double(health.snapshot.count(where: \.isConnected)) }
    observe(
      "superbill_broker_blocked", .gauge, dimensions: labels,
      help: "Batch loops whose publications the broker holds back."
    ) { Double(health.snapshot.count { $0.blockedReason != nil }) }
    observe(
      "superbill_kill_switch_open", .gauge, dimensions: labels,
      help: "Batch loops that take no messages because too many failed."
    ) { Double(health.snapshot.count { $0.phase == .paused }) }
    for phase in WorkerPhase.allCases {
      observe(
        "superbill_workers", .gauge, dimensions: labels + [("phase", phase.rawValue)],
        help: "Batch loops by what they do."
      ) { Double(health.snapshot.count { $0.phase == phase }) }
    }
  }
}
