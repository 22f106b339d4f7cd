/// The tables of every store, and how older ones are brought up to date: one text for all databases.
///
/// - `cases`: looked up by key only;
/// - `receipts`: looked up by message id, purged by age;
/// - `ledger`: append only; its key makes posting twice fail;
/// - `sequences`: the last number drawn of each.
///
/// The table `schema_version` has one row for each migration that was made.
public struct StoreSchema: Sendable {
  /// The version this program writes.
  public static let version = 2

  /// Makes the table that tells the version, unless it is there.
  public static let createVersionTable = "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)"
  /// Reads the version: 0 where nothing was made yet.
  public static let selectVersion = "SELECT coalesce(max(version), 0) FROM schema_version"

  private let dialect: SQLDialect

  /// The schema in a dialect.
  public init(_ dialect: SQLDialect) { self.dialect = dialect }

  /// The statements that bring tables of version `found` up to date, in order, to be run in one transaction.
  /// - Throws: ``StoreError`` with code `tooNew` when a newer version of this program has written the tables.
  public func migrations(from found: Int) throws(StoreError) -> [String] {
    guard found <= StoreSchema.version else {
      throw StoreError(
        .tooNew, operation: "open the store",
        reason: "it was written by schema version \(found), this program knows up to \(StoreSchema.version); "
          + "run a newer one")
    }
    return [versionOne, versionTwo].enumerated().dropFirst(found).flatMap { index, statements in
      statements + ["INSERT INTO schema_version (version) VALUES (\(index + 1))"]
    }
  }

  private var versionOne: [String] {
    let text = dialect.text
    let bytes = dialect.bytes
    return [
      """
      CREATE TABLE cases (
        kind \(text) NOT NULL, id \(text) NOT NULL, version INTEGER NOT NULL, body \(bytes) NOT NULL,
        PRIMARY KEY (kind, id))
      """,
      """
      CREATE TABLE receipts (
        message_id \(text) NOT NULL PRIMARY KEY, outgoing \(bytes) NOT NULL, handled_at BIGINT NOT NULL)
      """,
      """
      CREATE TABLE ledger (
        cause \(text) NOT NULL, ordinal INTEGER NOT NULL, visit \(text) NOT NULL, debit \(text) NOT NULL,
        credit \(text) NOT NULL, cents BIGINT NOT NULL CHECK (cents > 0), memo \(text) NOT NULL,
        PRIMARY KEY (cause, ordinal))
      """,
      "CREATE TABLE sequences (name \(text) NOT NULL PRIMARY KEY, last BIGINT NOT NULL)",
    ]
  }

  /// Message ids become 16 bytes in place of 36 characters, because their indexes are what a large store spends its
  /// time on; the checks also stop a program of version 1 that still runs from writing ids that nobody would find.
  /// Ledger lines get a number of their own, receipts an index by age; the index by visit, which nothing used, goes.
  private var versionTwo: [String] {
    let text = dialect.text
    let bytes = dialect.bytes
    return [
      """
      CREATE TABLE receipts_by_bytes (
        message_id \(bytes) NOT NULL CHECK (length(message_id) = 16), outgoing \(bytes) NOT NULL,
        handled_at BIGINT NOT NULL, CONSTRAINT receipts_key PRIMARY KEY (message_id))
      """,
      """
      INSERT INTO receipts_by_bytes (message_id, outgoing, handled_at)
      SELECT \(dialect.bytesOfUUID("message_id")), outgoing, handled_at FROM receipts ORDER BY handled_at
      """,
      "DROP TABLE receipts",
      "ALTER TABLE receipts_by_bytes RENAME TO receipts",
      "CREATE INDEX receipts_handled_at ON receipts (handled_at)",
      """
      CREATE TABLE ledger_by_bytes (
        position \(dialect.position),
        cause \(bytes) NOT NULL CHECK (length(cause) = 16), ordinal INTEGER NOT NULL, visit \(text) NOT NULL,
        debit \(text) NOT NULL, credit \(text) NOT NULL, cents BIGINT NOT NULL CHECK (cents > 0),
        memo \(text) NOT NULL, CONSTRAINT ledger_key UNIQUE (cause, ordinal))
      """,
      """
      INSERT INTO ledger_by_bytes (cause, ordinal, visit, debit, credit, cents, memo)
      SELECT \(dialect.bytesOfUUID("cause")), ordinal, visit, debit, credit, cents, memo FROM ledger\(orderOfLedger)
      """,
      "DROP TABLE ledger",
      "ALTER TABLE ledger_by_bytes RENAME TO ledger",
    ]
  }

  /// Version 1 kept the order of ledger lines only where rows have an order by themselves.
  private var orderOfLedger: String { dialect.appendingOrder.map { " ORDER BY \($0)" } ?? "" }
}
