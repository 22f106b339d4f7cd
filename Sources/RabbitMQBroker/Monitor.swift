import Glibc

/// State guarded by a lock, and a condition to wait for changes of it.
///
/// `@unchecked Sendable` because `state` is touched only with the lock held.
final class Monitor<State>: @unchecked Sendable {
  private var state: State
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>

  init(_ state: sending State) {
    self.state = state
    mutex = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    condition = .allocate(capacity: 1)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(condition, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(condition)
    condition.deallocate()
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Runs `body` with the lock held.
  func withLock<Result, Failure: Error>(_ body: (inout State) throws(Failure) -> Result) throws(Failure) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body(&state)
  }

  /// Runs `body` with the lock held and then wakes all who wait.
  func update<Result>(_ body: (inout State) -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer {
      pthread_mutex_unlock(mutex)
      pthread_cond_broadcast(condition)
    }
    return body(&state)
  }

  /// Runs `body` with the lock held and then wakes all who wait, if it says that this may be what they wait for.
  func updateWaking(_ body: (inout State) -> Bool) {
    pthread_mutex_lock(mutex)
    let wakes = body(&state)
    pthread_mutex_unlock(mutex)
    if wakes { pthread_cond_broadcast(condition) }
  }

  /// Runs `step` with the lock held, again after each update, until it tells that it is done.
  func wait<Result, Failure: Error>(
    _ step: (inout State) throws(Failure) -> WaitStep<Result>
  ) throws(Failure) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      switch try step(&state) {
      case .done(let result): return result
      case .wait(nil): pthread_cond_wait(condition, mutex)
      case .wait(let deadline?):
        var moment = deadline.timespec
        pthread_cond_timedwait(condition, mutex, &moment)
      }
    }
  }
}

/// What a waiting thread does next.
enum WaitStep<Result> {
  /// Stop waiting.
  case done(Result)
  /// Wait for an update, or until a moment.
  case wait(Moment?)
}

/// A reading of the clock that neither jumps nor stands still while the process runs.
struct Moment: Comparable {
  private var nanoseconds: Int64

  /// Now.
  static var now: Moment {
    var time = Glibc.timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Moment(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }

  /// The moment `duration` from now; never, for all practical purposes, when that is more than a century away.
  static func after(_ duration: Duration) -> Moment { now.adding(duration) }

  /// The moment `duration` later.
  func adding(_ duration: Duration) -> Moment {
    let seconds = min(max(duration.components.seconds, 0), 4_000_000_000)
    let rest = max(duration.components.attoseconds, 0) / 1_000_000_000
    return Moment(nanoseconds: nanoseconds + seconds * 1_000_000_000 + rest)
  }

  /// Whether it is past.
  var hasPassed: Bool { self <= Moment.now }

  /// As the C library has it.
  var timespec: Glibc.timespec {
    Glibc.timespec(tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
  }

  static func < (left: Moment, right: Moment) -> Bool { left.nanoseconds < right.nanoseconds }
}
