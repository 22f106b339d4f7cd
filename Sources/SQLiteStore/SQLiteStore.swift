import ClaimModel
import Foundation
import GRDB
import Office

/// An office's store in one SQLite file (write-ahead log, one writer at a time; several processes may share it).
///
/// ```swift
/// let store = try SQLiteStore(path: "coding.sqlite")
/// ```
public final class SQLiteStore: Store {
  private let queue: DatabaseQueue

  /// Opens the file, creating it when it does not exist, and brings its tables up to date.
  /// - Throws: ``StoreError`` with code `misconfigured` when the file cannot be opened, `tooNew` when a newer version
  ///   of this program has written it.
  public init(path: String) throws(StoreError) {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      // Each commit reaches the disk before it is acknowledged, as the receipts' promise needs.
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    queue = try attempt("open \(path)", or: .misconfigured) {
      try DatabaseQueue(path: path, configuration: configuration)
    }
    try Schema.migrate(queue)
  }

  /// Runs `body` in an immediate transaction: it holds the write lock from its start.
  public func transaction<Result>(
    _ body: (any StoreTransaction) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    try attempt("commit") {
      var result: Result?
      try queue.inTransaction(.immediate) { database in
        result = try body(SQLiteTransaction(database: database))
        return .commit
      }
      guard let result else { preconditionFailure("a committed transaction has a result") }
      return result
    }
  }

  /// Closes the file.
  public func close() {
    // Closing fails only while statements run, and transactions have ended when they return.
    try? queue.close()
  }
}

/// Runs a driver's call and turns its error into a ``StoreError`` without values.
func attempt<Result>(
  _ operation: String, or code: StoreError.Code = .unavailable, _ body: () throws -> Result
) throws(StoreError) -> Result {
  do {
    return try body()
  } catch let error as StoreError {
    throw error
  } catch let error as DatabaseError {
    let isBroken = [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_CONSTRAINT].contains(error.resultCode.primaryResultCode)
    throw StoreError(
      isBroken ? .corrupt : code, operation: operation,
      reason: error.message ?? "SQLite error \(error.resultCode.rawValue)")
  } catch {
    throw StoreError(code, operation: operation, reason: "unexpected error of type \(type(of: error))")
  }
}
