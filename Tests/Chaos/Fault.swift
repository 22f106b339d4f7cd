import ClaimModel

/// One fault of a schedule.
public struct Fault: Hashable, Sendable {
  /// What is done.
  public var kind: FaultKind
  /// When it starts, in milliseconds after the first visit is submitted.
  public var startMilliseconds: Int
  /// How long it lasts, for those that last: a silence, an alarm, a worker's absence.
  public var holdMilliseconds: Int
  /// What chooses among the workers, connections and queues that are there at the time.
  public var aim: UInt64

  /// A fault of its parts.
  public init(kind: FaultKind, startMilliseconds: Int, holdMilliseconds: Int, aim: UInt64) {
    self.kind = kind
    self.startMilliseconds = startMilliseconds
    self.holdMilliseconds = holdMilliseconds
    self.aim = aim
  }

  /// Random numbers for the choices of this fault: the same for the same schedule.
  public var random: SeededRandom { SeededRandom(seed: aim) }
}
