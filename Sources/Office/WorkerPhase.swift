/// What a worker does, as its heartbeats, its readiness and its metrics tell it.
///
/// ```
/// working <--> quiet      (the quiet signal)
/// working --> paused --> trial --> working | paused      (the kill switch)
/// any --> draining
/// ```
public enum WorkerPhase: String, Hashable, Sendable, CaseIterable {
  /// It takes messages.
  case working
  /// An operator asked it to take no messages.
  case quiet
  /// The kill switch is open: too many messages failed.
  case paused
  /// After a pause a few messages are taken, to see whether they fail.
  case trial
  /// It is about to end.
  case draining

  /// Whether messages are taken.
  public var isConsuming: Bool { self == .working || self == .trial }
}
