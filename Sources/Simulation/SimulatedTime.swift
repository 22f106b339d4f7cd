import ClaimModel

/// The time of one simulated world; it passes only when the simulator says so.
///
/// `@unchecked Sendable` because a simulated world lives in one thread; the protocols it implements are also for worlds
/// that do not.
public final class SimulatedTime: @unchecked Sendable {
  /// What time it is.
  public private(set) var now: Timestamp

  /// Time that starts at `start`.
  public init(start: Timestamp) { now = start }

  /// Lets time pass. It never goes back: clocks may, and they are the workers' own.
  public func advance(to moment: Timestamp) {
    if moment > now { now = moment }
  }

  /// Lets `milliseconds` pass.
  public func advance(milliseconds: Int64) { advance(to: now.adding(milliseconds: milliseconds)) }
}
