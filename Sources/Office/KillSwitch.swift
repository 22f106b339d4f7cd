import ClaimModel

/// Decides when a worker stops taking messages because too many of them fail, and when it tries again.
///
/// ```
/// tracking --(share of failures in the window above the rate, and enough messages)--> open
/// open --(the pause is over)--> trial
/// trial --(few enough of the trial messages failed)--> tracking
/// trial --(too many failed)--> open
/// ```
///
/// A worker whose deployment is broken would otherwise move a whole queue to the parking lot; with the switch open the
/// messages stay in their queue, for other workers or for later. Events come in with their time, decisions go out; it
/// reads no clock.
public struct KillSwitch: Sendable {
  /// When the switch opens and for how long.
  public struct Settings: Hashable, Sendable {
    /// The share of messages that may fail, from 0 to 1; the switch opens above it.
    public var rate: Double
    /// How many messages must have been handled within the window before the share means anything.
    public var minimumCount: Int
    /// How far back messages count, in milliseconds.
    public var windowMilliseconds: Int64
    /// How long the switch stays open, in milliseconds.
    public var pauseMilliseconds: Int64
    /// How many messages are taken on trial after a pause.
    public var trialCount: Int

    /// Settings; by default the switch opens for a minute when over 30 % of at least 50 messages failed within 30 s, and
    /// ten messages are tried after that.
    public init(
      rate: Double = 0.3, minimumCount: Int = 50, windowMilliseconds: Int64 = 30_000,
      pauseMilliseconds: Int64 = 60_000, trialCount: Int = 10
    ) {
      self.rate = rate
      self.minimumCount = max(1, minimumCount)
      self.windowMilliseconds = max(1, windowMilliseconds)
      self.pauseMilliseconds = max(0, pauseMilliseconds)
      self.trialCount = max(1, trialCount)
    }
  }

  /// What changed.
  public enum Change: Hashable, Sendable {
    /// The switch opened: `failed` of `handled` messages failed; a trial follows in `pauseMilliseconds`.
    case tripped(failed: Int, handled: Int, pauseMilliseconds: Int64)
    /// The pause is over: at most `count` messages are taken on trial.
    case trial(count: Int)
    /// The trial went well.
    case closed
  }

  private enum State: Hashable {
    case tracking
    case open(since: Timestamp)
    case trial(handled: Int, failed: Int)
  }

  /// What was handled in one slice of the window.
  private struct Slice: Hashable {
    var number: Int64
    var handled: Int
    var failed: Int
  }

  /// How many slices a window is cut into: old messages leave it up to one slice early.
  private static let slicesOfWindow: Int64 = 10

  private let settings: Settings
  private var state = State.tracking
  private var slices: [Slice] = []

  /// A closed switch.
  public init(_ settings: Settings) { self.settings = settings }

  /// Whether no messages may be taken.
  public var isOpen: Bool { if case .open = state { true } else { false } }

  /// Whether messages are taken on trial.
  public var isOnTrial: Bool { if case .trial = state { true } else { false } }

  /// How many messages may be handled before the next decision; `nil` for any number.
  public var allowance: Int? {
    switch state {
    case .tracking: nil
    case .open: 0
    case .trial(let handled, _): settings.trialCount - handled
    }
  }

  /// Notes that `failed` of `handled` messages failed.
  public mutating func record(handled: Int, failed: Int, at now: Timestamp) -> Change? {
    guard handled > 0 else { return nil }
    let failed = min(max(failed, 0), handled)
    switch state {
    case .open:
      return nil
    case .tracking:
      let (total, bad) = track(handled: handled, failed: failed, at: now)
      guard total >= settings.minimumCount, isTooMany(bad, of: total) else { return nil }
      return trip(failed: bad, of: total, at: now)
    case .trial(let before, let failedBefore):
      let (total, bad) = (before + handled, failedBefore + failed)
      // Even if all others went well there would be too many.
      if isTooMany(bad, of: max(total, settings.trialCount)) { return trip(failed: bad, of: total, at: now) }
      guard total >= settings.trialCount else {
        state = .trial(handled: total, failed: bad)
        return nil
      }
      state = .tracking
      return .closed
    }
  }

  /// Notes the time.
  public mutating func advance(to now: Timestamp) -> Change? {
    guard case .open(let since) = state else { return nil }
    let elapsed = now.milliseconds - since.milliseconds
    // A clock that was set back must not keep the switch open.
    guard elapsed < 0 || elapsed >= settings.pauseMilliseconds else { return nil }
    state = .trial(handled: 0, failed: 0)
    return .trial(count: settings.trialCount)
  }

  private func isTooMany(_ failed: Int, of handled: Int) -> Bool { Double(failed) > settings.rate * Double(handled) }

  private mutating func trip(failed: Int, of handled: Int, at now: Timestamp) -> Change {
    state = .open(since: now)
    slices = []
    return .tripped(failed: failed, handled: handled, pauseMilliseconds: settings.pauseMilliseconds)
  }

  /// Adds to the window.
  /// - Returns: everything in it.
  private mutating func track(handled: Int, failed: Int, at now: Timestamp) -> (handled: Int, failed: Int) {
    let length = max(1, settings.windowMilliseconds / Self.slicesOfWindow)
    let number = now.milliseconds / length
    slices.removeAll { $0.number <= number - Self.slicesOfWindow || $0.number > number }
    if let last = slices.indices.last, slices[last].number == number {
      slices[last].handled += handled
      slices[last].failed += failed
    } else {
      slices.append(Slice(number: number, handled: handled, failed: failed))
    }
    return slices.reduce((0, 0)) { ($0.0 + $1.handled, $0.1 + $1.failed) }
  }
}
