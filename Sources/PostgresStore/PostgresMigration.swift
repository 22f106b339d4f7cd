import Office

extension PostgresConnection {
  /// How long to wait for another process that migrates, and how long a migration may take.
  private static let migrationLimitMilliseconds = 3_600_000
  /// Names the lock that migrations take in turn.
  private static let migrationLock: Int64 = 0x5375_7065_7262_696c

  /// Brings a new connection's settings and the tables up to date.
  func prepareForWork(_ limits: PostgresLimits) throws(StoreError) {
    do throws(PostgresFailure) {
      _ = try run(PostgresConnection.settings(limits).map { PostgresStatement("connect", $0) })
      if try found() == StoreSchema.version { return }
    } catch {
      throw error.storeError
    }
    try migrate()
  }

  private static func settings(_ limits: PostgresLimits) -> [String] {
    [
      // Who waits longer for a case than this is better undone and tried again.
      "SET lock_timeout = \(limits.lockMilliseconds)",
      // A worker that was stopped in the middle of a transaction must not keep its cases locked.
      "SET idle_in_transaction_session_timeout = \(limits.idleMilliseconds)",
      // Every statement but the audits' finds its rows by a key. Before its first ANALYZE a table looks so small that
      // reading all of it seems cheaper, and a prepared statement would keep that plan while the table grows.
      "SET enable_seqscan = off", "SET enable_bitmapscan = off", "SET enable_hashjoin = off",
      "SET enable_mergejoin = off", "SET plan_cache_mode = force_generic_plan",
      // A commit is durable before it is acknowledged, as the receipts' promise needs; stricter settings stay.
      "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'",
    ]
  }

  /// The version of the tables: 0 where there are none.
  private func found() throws(PostgresFailure) -> Int {
    let known = try run([
      PostgresStatement("read the schema's version", "SELECT 1 WHERE to_regclass('schema_version') IS NOT NULL")
    ])
    guard known.first?.count == 1 else { return 0 }
    let version = try run([PostgresStatement("read the schema's version", StoreSchema.selectVersion)])
    do throws(StoreError) {
      return Int(try version.first?.integer(0, 0) ?? 0)
    } catch {
      throw PostgresFailure(operation: error.operation, code: error.code, reason: error.reason)
    }
  }

  private func migrate() throws(StoreError) {
    func run(_ statements: [String]) throws(StoreError) {
      do throws(PostgresFailure) {
        _ = try self.run(
          statements.map { PostgresStatement("migrate", $0) },
          limitMilliseconds: PostgresConnection.migrationLimitMilliseconds)
      } catch {
        throw error.storeError
      }
    }
    try run([
      "BEGIN", "SET LOCAL lock_timeout = 0", "SELECT pg_advisory_xact_lock(\(PostgresConnection.migrationLock))",
      StoreSchema.createVersionTable,
    ])
    let version: Int
    do throws(PostgresFailure) {
      version = try found()
    } catch {
      throw error.storeError
    }
    try run(try StoreSchema(.postgres).migrations(from: version) + ["COMMIT"])
  }
}
