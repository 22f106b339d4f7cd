/// How long to wait for a PostgreSQL server before a transaction is given up and tried anew.
public struct PostgresLimits: Hashable, Sendable {
  /// For a connection to be established.
  public var connectMilliseconds: Int
  /// For the answers of one round trip.
  public var answerMilliseconds: Int
  /// For a case that another worker holds.
  public var lockMilliseconds: Int
  /// For a worker that does nothing in a transaction while it holds cases.
  public var idleMilliseconds: Int

  /// Limits; the standard ones are 10 s, 60 s, 10 s and 60 s.
  public init(
    connectMilliseconds: Int = 10_000, answerMilliseconds: Int = 60_000, lockMilliseconds: Int = 10_000,
    idleMilliseconds: Int = 60_000
  ) {
    self.connectMilliseconds = connectMilliseconds
    self.answerMilliseconds = answerMilliseconds
    self.lockMilliseconds = lockMilliseconds
    self.idleMilliseconds = idleMilliseconds
  }
}
