import Foundation

/// A request to stop that threads can wait on: set once, never unset.
public final class StopSignal: Sendable {
  private let condition = NSCondition()
  // Guarded by `condition`.
  private nonisolated(unsafe) var isRaised = false

  /// A signal that is not raised.
  public init() {}

  /// Whether the signal was raised.
  public var isSet: Bool {
    condition.lock()
    defer { condition.unlock() }
    return isRaised
  }

  /// Asks everybody who watches to stop.
  public func raise() {
    condition.lock()
    isRaised = true
    condition.broadcast()
    condition.unlock()
  }

  /// Waits for the signal, at most `milliseconds`.
  /// - Returns: whether it was raised.
  @discardableResult
  public func wait(milliseconds: Int) -> Bool {
    let deadline = Date(timeIntervalSinceNow: Double(milliseconds) / 1_000)
    condition.lock()
    defer { condition.unlock() }
    while !isRaised, condition.wait(until: deadline) {}
    return isRaised
  }
}
