/// What is done to a running system.
public enum FaultKind: String, CaseIterable, Codable, Sendable {
  /// A worker gets SIGKILL; the harness starts another in its place.
  case workerKilled
  /// A worker gets SIGSTOP for so long that its heartbeats fail, then SIGCONT.
  case workerStopped
  /// The broker is stopped and started again.
  case brokerRestarted
  /// The broker gets SIGKILL and is started again.
  case brokerKilled
  /// A memory alarm: the broker takes nothing from publishers.
  case memoryAlarm
  /// A queue is deleted at a moment when it is empty, while its workers consume it.
  case queueDeleted
  /// PostgreSQL ends its connections, stops, and starts again (a fast shutdown).
  case postgresRestarted
  /// PostgreSQL stops without an orderly shutdown (immediate mode), starts again and recovers.
  case postgresKilled
  /// Connections to the broker are reset.
  case brokerConnectionCut
  /// Bytes between workers and broker stop, in one direction or both, for longer than heartbeats allow.
  case brokerConnectionStalled
  /// One side of a connection to the broker is closed, and the other never hears of it.
  case brokerConnectionHalfOpen
  /// Connections to PostgreSQL are reset.
  case postgresConnectionCut
  /// Bytes between workers and PostgreSQL stop.
  case postgresConnectionStalled
  /// One side of a connection to PostgreSQL is closed, and the other never hears of it.
  case postgresConnectionHalfOpen
  /// The disk under a store is full.
  case diskFull

  /// What the fault befalls. Faults of one track come one after the other; tracks go side by side.
  public enum Track: String, CaseIterable, Sendable {
    /// The workers' processes.
    case workers
    /// The broker's process and its queues.
    case broker
    /// PostgreSQL's process.
    case postgres
    /// The connections to the broker.
    case brokerWire
    /// The connections to PostgreSQL.
    case postgresWire
    /// The disk under a store.
    case disk
  }

  /// The track it belongs to.
  public var track: Track {
    switch self {
    case .workerKilled, .workerStopped: .workers
    case .brokerRestarted, .brokerKilled, .memoryAlarm, .queueDeleted: .broker
    case .postgresRestarted, .postgresKilled: .postgres
    case .brokerConnectionCut, .brokerConnectionStalled, .brokerConnectionHalfOpen: .brokerWire
    case .postgresConnectionCut, .postgresConnectionStalled, .postgresConnectionHalfOpen: .postgresWire
    case .diskFull: .disk
    }
  }
}
