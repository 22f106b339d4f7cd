import Office
import Synchronization

/// What the batch loops of this process are about, as probes, metrics and the drain ask it.
final class WorkerHealth: Sendable {
  /// One batch loop.
  struct Loop: Sendable {
    var phase = WorkerPhase.working
    var isConnected = false
    /// When its store failed last, by the stopwatch; `nil` after a commit.
    var storeFailedAt: Duration?
    /// Received and not acknowledged.
    var unacknowledged = 0
    /// When it made its last step, by the stopwatch.
    var lastStep: Duration
    /// The session it uses; the batch loop owns it.
    weak var session: (any ObservableSession)?

    /// Why the broker holds it back.
    var blockedReason: String? { session?.blockedReason }
  }

  private let loops: Mutex<[Loop]>
  private let stopwatch: @Sendable () -> Duration
  private let stallLimit: Duration

  /// How long a failure of the store counts when nothing has been committed since. A worker that has messages tries
  /// again long before; one that has none must not seem hindered for ever.
  private static let storeFailureLimit = Duration.seconds(90)

  /// The health of `count` loops. One that makes no step for `stallLimit` is stuck.
  init(count: Int, stallLimit: Duration, stopwatch: @escaping @Sendable () -> Duration) {
    loops = Mutex(Array(repeating: Loop(lastStep: stopwatch()), count: count))
    self.stopwatch = stopwatch
    self.stallLimit = stallLimit
  }

  /// All loops as they are now.
  var snapshot: [Loop] { loops.withLock { $0 } }

  /// Notes that a loop lives.
  func noteStep(of loop: Int) {
    let now = stopwatch()
    loops.withLock { $0[loop].lastStep = now }
  }

  /// Notes the session a loop has opened.
  func noteSession(_ session: (any ObservableSession)?, of loop: Int) { loops.withLock { $0[loop].session = session } }

  /// Notes what a loop tells about itself.
  func note(_ event: WorkerEvent, of loop: Int) {
    let now = stopwatch()
    loops.withLock { $0[loop].note(event, at: now) }
  }

  /// Messages that were received and are not acknowledged.
  var unacknowledged: Int { snapshot.reduce(0) { $0 + $1.unacknowledged } }

  /// Why the process should be started anew; empty while it lives.
  ///
  /// A loop that the broker holds back makes no steps, and starting anew would not help it.
  var stalls: [String] {
    let now = stopwatch()
    return snapshot.enumerated().compactMap { index, loop in
      guard now - loop.lastStep > stallLimit, loop.blockedReason == nil else { return nil }
      return "batch loop \(index + 1) has made no step for \((now - loop.lastStep).components.seconds) s"
    }
  }

  /// Why the process handles no messages; empty while it is ready.
  var hindrances: [String] {
    let now = stopwatch()
    return snapshot.enumerated().compactMap { index, loop in
      let reason: String? =
        if !loop.phase.isConsuming {
          loop.phase.rawValue
        } else if !loop.isConnected {
          "not connected to the broker"
        } else if loop.blockedReason != nil {
          "the broker is blocked"
        } else if let failure = loop.storeFailedAt, now - failure < Self.storeFailureLimit {
          "the store cannot be used"
        } else { nil }
      return reason.map { "batch loop \(index + 1): \($0)" }
    }
  }
}

extension WorkerHealth.Loop {
  fileprivate mutating func note(_ event: WorkerEvent, at now: Duration) {
    switch event {
    case .connected:
      isConnected = true
      unacknowledged = 0
    case .sessionLost:
      isConnected = false
      unacknowledged = 0
    case .storeFailed: storeFailedAt = now
    case .received(let messages): unacknowledged += messages
    case .batchCommitted: storeFailedAt = nil
    case .batchSettled(let messages, _): unacknowledged = max(0, unacknowledged - messages)
    case .phaseChanged(let phase):
      self.phase = phase
      // Its session is closed: what it held went back to the queues.
      if !phase.isConsuming, phase != .draining { unacknowledged = 0 }
    case .drained:
      isConnected = false
      unacknowledged = 0
    case .consumedAnew, .batchTimed, .remindersCalled, .unroutable, .killSwitch, .ordered: break
    }
  }
}

/// A broker whose sessions are shown to the health.
struct WatchedBroker: Broker {
  let broker: any Broker
  let health: WorkerHealth
  let loop: Int

  func open(_ plan: SessionPlan) throws(BrokerError) -> any BrokerSession {
    let session = try broker.open(plan)
    health.noteSession(session as? any ObservableSession, of: loop)
    return session
  }
}
