import Foundation
import GRDB
import Office

/// The tables, and how older files are brought up to date.
enum Schema {
  /// The version this program writes.
  static let version = 1

  static func migrate(_ queue: DatabaseQueue) throws(StoreError) {
    try attempt("migrate") {
      try queue.inTransaction(.immediate) { database in
        try database.execute(sql: "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)")
        let found = try Int.fetchOne(database, sql: "SELECT max(version) FROM schema_version") ?? 0
        guard found <= version else {
          throw StoreError(
            .tooNew, operation: "open the store",
            reason: "it was written by schema version \(found), this program knows up to \(version); run a newer one")
        }
        if found < 1 {
          try database.execute(sql: versionOne)
          try database.execute(sql: "INSERT INTO schema_version (version) VALUES (1)")
        }
        return .commit
      }
    }
  }

  /// Receipts and cases are looked up by key only. The ledger is append only; its key makes posting twice fail.
  private static let versionOne = """
    CREATE TABLE cases (
      kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL,
      PRIMARY KEY (kind, id));
    CREATE TABLE receipts (
      message_id TEXT NOT NULL PRIMARY KEY, outgoing BLOB NOT NULL, handled_at BIGINT NOT NULL);
    CREATE TABLE ledger (
      cause TEXT NOT NULL, ordinal INTEGER NOT NULL, visit TEXT NOT NULL, debit TEXT NOT NULL, credit TEXT NOT NULL,
      cents BIGINT NOT NULL CHECK (cents > 0), memo TEXT NOT NULL,
      PRIMARY KEY (cause, ordinal));
    CREATE INDEX ledger_visit ON ledger (visit);
    CREATE TABLE sequences (name TEXT NOT NULL PRIMARY KEY, last BIGINT NOT NULL);
    """
}
