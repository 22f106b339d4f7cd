import ClaimModel
import Office
import Synchronization

/// A worker with its surroundings, in simulated time.
final class SteppedWorker {
  let broker = PlainBroker()
  let store = PlainStore()
  let quiet = QuietSignal()
  private let time: Clock
  private let log: Log
  private let worker: OfficeWorker<PlainDesk>

  final class Clock: Sendable {
    let milliseconds = Mutex<Int64>(1_000_000)
  }

  final class Log: Sendable {
    let events = Mutex<[WorkerEvent]>([])
  }

  var events: [WorkerEvent] { log.events.withLock { $0 } }
  var phases: [WorkerPhase] {
    events.compactMap { if case .phaseChanged(let phase) = $0 { phase } else { nil } }
  }
  var changes: [KillSwitch.Change] {
    events.compactMap { if case .killSwitch(let change) = $0 { change } else { nil } }
  }

  init(
    batch: Int = 20, prefetch: Int = 40, queues: [String] = ["coding.visits.medical"],
    killSwitch: KillSwitch.Settings? = nil, pace: WorkPace? = nil
  ) {
    let time = Clock()
    let log = Log()
    self.time = time
    self.log = log
    worker = OfficeWorker(
      desk: PlainDesk(), broker: broker, store: store,
      configuration: WorkerConfiguration(
        name: "coding/test", queues: queues, topology: Topology(), batchLimit: batch, prefetch: prefetch,
        killSwitch: killSwitch, pace: pace),
      clock: { Timestamp(milliseconds: time.milliseconds.withLock { $0 }) },
      stopwatch: { .milliseconds(time.milliseconds.withLock { $0 }) }, quiet: quiet
    ) { event in log.events.withLock { $0.append(event) } }
  }

  /// Takes steps; waits pass in simulated time, and each step takes a millisecond.
  func step(_ count: Int) throws {
    for _ in 0..<count {
      var wait: Int64 = 1
      if case .after(let milliseconds) = try worker.step(patienceMilliseconds: 0) { wait = Int64(milliseconds) }
      time.milliseconds.withLock { $0 += wait }
    }
  }

  /// The time, in milliseconds.
  var now: Int64 { time.milliseconds.withLock { $0 } }
  func pass(milliseconds: Int64) { time.milliseconds.withLock { $0 += milliseconds } }
  func drain() { worker.drain() }
}
