import Dispatch
import Foundation
import Logging
import Office
import Synchronization

/// Sees to it that a process that is asked to end does so within a bound, whatever its workers wait for.
///
/// The first request raises the stop signal: the workers settle what is in flight and the process ends by itself. When
/// it has not after the bound, or when it is asked again, it is ended on the spot. Nothing is lost by that: what was not
/// acknowledged is delivered again, what was not committed has not happened.
final class DrainLimit: Sendable {
  private let queue: DispatchQueue
  private let seconds: Double
  private let stop: StopSignal
  private let leave: @Sendable (String) -> Void
  private let isRequested = Atomic(false)

  /// A bound of `seconds`. `leave` is told why the process cannot wait any longer, and ends it.
  init(seconds: Double, stop: StopSignal, queue: DispatchQueue, leave: @escaping @Sendable (String) -> Void) {
    self.seconds = seconds
    self.stop = stop
    self.queue = queue
    self.leave = leave
  }

  /// Asks the workers to drain, and sets the bound; does nothing when that was done before.
  /// - Returns: whether this was the first request.
  @discardableResult
  func begin() -> Bool {
    guard !isRequested.exchange(true, ordering: .relaxed) else { return false }
    stop.raise()
    queue.asyncAfter(deadline: .now() + seconds) { [self] in
      leave("not drained after \(seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)") s")
    }
    return true
  }

  /// Asks the workers to drain; asked again, ends the process.
  /// - Returns: whether this was the first request.
  @discardableResult
  func request() -> Bool {
    if begin() { return true }
    leave("asked to stop a second time")
    return false
  }

  /// Ends the process at once: no thread is waited for and nothing is flushed, since either may be what is stuck.
  static func end(worker: String, reason: String, unacknowledged: Int, format: LogOptions.Format) -> Never {
    let what = unacknowledged == 1 ? "1 message" : "\(unacknowledged) messages"
    let words = "\(reason); \(what) in hand, to be delivered again like what was prefetched"
    format.writeLast(
      words, text: "\(worker): \(words)", worker: worker, metadata: ["messages": .stringConvertible(unacknowledged)])
    _exit(CommandExit.cutShort.rawValue)
  }
}
