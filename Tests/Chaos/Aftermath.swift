/// What became of the processes and connections of a run with faults.
public struct Aftermath: Sendable {
  /// How many faults of each kind were carried out.
  public var faults: [FaultKind: Int] = [:]
  /// Faults that could not be carried out, and commands that did not end well, with the reason.
  public var failures: [String] = []
  /// Workers that ended though nobody killed them.
  public var deaths: [String] = []
  /// Connections through a proxy of which one side is still there after the other went.
  public var halfOpenConnections = 0
  /// How many workers consume each queue that an office reads.
  public var expectedConsumers: [String: Int] = [:]
  /// What was noticed, and how often.
  public var losses: [Loss: Int] = [:]

  /// What can be noticed of faults.
  public enum Loss: String, CaseIterable, Sendable {
    /// By what workers say.
    case broker = "workers lost the broker"
    /// By what workers say.
    case store = "workers lost their store"
    /// By what workers say.
    case disk = "workers had no room on the disk"
    /// By the broker's log and by what workers say.
    case heartbeats = "heartbeats missed by the broker or a worker"
  }

  /// Nothing has happened.
  public init() {}
}
