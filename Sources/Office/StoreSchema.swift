/// The tables of every store, and how older ones are brought up to date: one text for all databases.
///
/// - `subjects`: a number for everything that the others are about: for visits, claims, batches, as they come up;
/// - `cases`: looked up by subject and kind only;
/// - `receipts`: looked up by subject and message id, purged by age;
/// - `earlier_receipts`: the receipts of version 2, which have no subject: looked up by message id, purged by age, and
///   none is added;
/// - `ledger`: append only; its key makes posting twice fail;
/// - `reminders`: looked up by subject, kind and purpose, and by when they are to be called: at `due_at`, later when they
///   were called already, and never (`NULL`) when they wait for a person;
/// - `sequences`: the last number drawn of each.
///
/// Names of visits and ids of messages are hashes. An index by a hash has to read and write another page for each row,
/// which costs more the larger it is. So there is one index by names, that of the subjects: numbers are given in order,
/// and whatever concerns a subject stands together, near the end of each table while the subject is new.
///
/// The table `schema_version` has one row for each migration that was made.
public struct StoreSchema: Sendable {
  /// The version this program writes.
  public static let version = 4

  /// Makes the table that tells the version, unless it is there.
  public static let createVersionTable = "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)"
  /// Reads the version: 0 where nothing was made yet.
  public static let selectVersion = "SELECT coalesce(max(version), 0) FROM schema_version"
  /// Whether there are receipts of version 2: true or 1. None is added.
  public static let selectHasEarlierReceipts = "SELECT EXISTS (SELECT 1 FROM earlier_receipts)"

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
    return [versionOne, versionTwo, versionThree, versionFour].enumerated().dropFirst(found).flatMap {
      index, statements in
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
      SELECT \(dialect.bytesOfUUID("cause")), ordinal, visit, debit, credit, cents, memo FROM ledger\(ordered())
      """,
      "DROP TABLE ledger",
      "ALTER TABLE ledger_by_bytes RENAME TO ledger",
    ]
  }

  /// Subjects come in place of names. Of an old receipt nobody can tell here what its message was about, so these are
  /// kept as they are and looked up as before. Of an old ledger line it is taken to be the visit, which is right but for
  /// payers' answers; there what still guards against posting twice is the receipt, and the account itself.
  ///
  /// A program of version 2 that still runs cannot write: it names columns that are gone, and no subject.
  private var versionThree: [String] {
    let text = dialect.text
    let bytes = dialect.bytes
    return [
      "CREATE TABLE subjects (number \(dialect.position), name \(text) NOT NULL, CONSTRAINT subjects_key UNIQUE (name))",
      // `WHERE true`, because SQLite would take the conflict clause for the condition of a join.
      "INSERT INTO subjects (name) SELECT visit FROM ledger WHERE true ORDER BY position ON CONFLICT (name) DO NOTHING",
      "INSERT INTO subjects (name) SELECT id FROM cases WHERE true\(ordered()) ON CONFLICT (name) DO NOTHING",
      """
      CREATE TABLE cases_of_subjects (
        subject BIGINT NOT NULL, kind \(text) NOT NULL, version INTEGER NOT NULL, body \(bytes) NOT NULL,
        CONSTRAINT cases_key PRIMARY KEY (subject, kind))
      """,
      """
      INSERT INTO cases_of_subjects (subject, kind, version, body)
      SELECT number, kind, version, body FROM cases CROSS JOIN subjects WHERE name = id\(ordered("cases", or: "number"))
      """,
      "DROP TABLE cases",
      "ALTER TABLE cases_of_subjects RENAME TO cases",
      "ALTER TABLE receipts RENAME TO earlier_receipts",
      """
      CREATE TABLE receipts (
        subject BIGINT NOT NULL, message_id \(bytes) NOT NULL CHECK (length(message_id) = 16),
        outgoing \(bytes) NOT NULL, handled_at BIGINT NOT NULL,
        CONSTRAINT receipts_subject_key PRIMARY KEY (subject, message_id))
      """,
      "CREATE INDEX receipts_by_age ON receipts (handled_at)",
      """
      CREATE TABLE ledger_of_subjects (
        position \(dialect.position), visit BIGINT NOT NULL,
        cause \(bytes) NOT NULL CHECK (length(cause) = 16), subject BIGINT NOT NULL, ordinal INTEGER NOT NULL,
        debit \(text) NOT NULL, credit \(text) NOT NULL, cents BIGINT NOT NULL CHECK (cents > 0),
        memo \(text) NOT NULL, CONSTRAINT ledger_subject_key UNIQUE (visit, cause, subject, ordinal))
      """,
      """
      INSERT INTO ledger_of_subjects (visit, cause, subject, ordinal, debit, credit, cents, memo)
      SELECT number, cause, number, ordinal, debit, credit, cents, memo
      FROM ledger CROSS JOIN subjects WHERE name = visit ORDER BY position
      """,
      "DROP TABLE ledger",
      "ALTER TABLE ledger_of_subjects RENAME TO ledger",
    ]
  }

  /// Reminders come. A program of version 3 that still runs is not in the way: it sets none and calls none.
  private var versionFour: [String] {
    let text = dialect.text
    return [
      """
      CREATE TABLE reminders (
        subject BIGINT NOT NULL, kind \(text) NOT NULL, purpose \(text) NOT NULL, due_at BIGINT NOT NULL, call_at BIGINT,
        cause \(dialect.bytes) NOT NULL CHECK (length(cause) = 16),
        CONSTRAINT reminders_key PRIMARY KEY (subject, kind, purpose))
      """,
      "CREATE INDEX reminders_by_call ON reminders (call_at)",
    ]
  }

  /// Orders rows as they were appended where they have an order by themselves, or else by a column.
  private func ordered(_ table: String? = nil, or column: String? = nil) -> String {
    let appended = dialect.appendingOrder.map { order in table.map { "\($0).\(order)" } ?? order }
    return (appended ?? column).map { " ORDER BY \($0)" } ?? ""
  }
}
