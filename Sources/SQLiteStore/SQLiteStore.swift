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
  private let turn: WriteTurn
  private let sql = StoreSQL(.sqlite)

  /// Opens the file, creating it when it does not exist, and brings its tables up to date.
  /// - Throws: ``StoreError`` with code `misconfigured` when the file cannot be opened, `tooNew` when a newer version
  ///   of this program has written it.
  public init(path: String) throws(StoreError) {
    let turn = try WriteTurn(path: path)
    self.turn = turn
    // Changing to write-ahead mode and to a newer schema is for one process at a time; a large file takes a while.
    try turn.take(limitMilliseconds: 60_000)
    defer { turn.pass() }
    queue = try attempt("open \(path)", or: .misconfigured) {
      try DatabaseQueue(path: path, configuration: SQLiteStore.configuration)
    }
    try SQLiteStore.migrate(queue)
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .callback { looks in WriteTurn.waits(after: looks) }
    configuration.prepareDatabase { database in
      // Message ids are random, so in a large store each index entry changes a page of its own: small pages make less
      // to write. Only a new file takes it.
      try database.execute(sql: "PRAGMA page_size = 2048")
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      // Each commit reaches the disk before it is acknowledged, as the receipts' promise needs.
      try database.execute(sql: "PRAGMA synchronous = FULL")
      // The pages that a large store's indexes have are touched at random: keep them, and write each of them back to
      // the file once for many commits. The log grows up to some 64 MiB.
      try database.execute(sql: "PRAGMA cache_size = -65536")
      try database.execute(sql: "PRAGMA wal_autocheckpoint = 32000")
      // What another process wrote makes the kept pages void; mapped ones are read again without a copy.
      try database.execute(sql: "PRAGMA mmap_size = 1073741824")
      database.add(function: uuidBytes)
    }
    return configuration
  }

  /// Runs `body` in an immediate transaction: it holds the write lock from its start.
  public func transaction<Result>(
    _ body: (any StoreTransaction) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    try turn.take()
    defer { turn.pass() }
    return try attempt("commit") {
      var result: Result?
      try queue.inTransaction(.immediate) { database in
        turn.pass()
        result = try body(SQLiteTransaction(database: database, sql: sql))
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

extension SQLiteStore {
  private static func migrate(_ queue: DatabaseQueue) throws(StoreError) {
    try attempt("migrate") {
      try queue.inTransaction(.immediate) { database in
        try database.execute(sql: StoreSchema.createVersionTable)
        let found = try Int.fetchOne(database, sql: StoreSchema.selectVersion) ?? 0
        for statement in try StoreSchema(.sqlite).migrations(from: found) { try database.execute(sql: statement) }
        return .commit
      }
    }
  }

  /// The dialect's `uuid_bytes`.
  private static var uuidBytes: DatabaseFunction {
    DatabaseFunction("uuid_bytes", argumentCount: 1, pure: true) { arguments in
      guard let text = String.fromDatabaseValue(arguments[0]), let id = MessageID(text) else {
        throw StoreError(.corrupt, operation: "migrate", reason: "a message id is not a UUID")
      }
      return Data(id.wireBytes)
    }
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
    throw StoreError(
      error.meaning ?? code, operation: operation, reason: error.message ?? "SQLite error \(error.resultCode.rawValue)")
  } catch {
    throw StoreError(code, operation: operation, reason: "unexpected error of type \(type(of: error))")
  }
}

extension DatabaseError {
  /// What it means for an office whatever was being done; `nil` when that decides.
  fileprivate var meaning: StoreError.Code? {
    switch resultCode.primaryResultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_CONSTRAINT: .corrupt
    // A full disk shows as one of the first two: as an I/O error where SQLite cannot make its files beside the database.
    case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_NOMEM: .unavailable
    default: nil
    }
  }
}
