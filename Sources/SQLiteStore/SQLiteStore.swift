import ClaimModel
import Foundation
import GRDB
import GRDBSQLite
import Office

/// An office's store in one SQLite file (write-ahead log, one writer at a time; several processes may share it).
///
/// ```swift
/// let store = try SQLiteStore(path: "coding.sqlite")
/// ```
public final class SQLiteStore: Store {
  private let queue: DatabaseQueue
  private let file: StoreFile
  private let turn: WriteTurn
  private let checkpointer: Checkpointer
  private let sql = StoreSQL(.sqlite)
  /// Whether the file has receipts of an earlier version. None is added.
  private let hasEarlierReceipts: Bool

  /// Opens the file, creating it when it does not exist, and brings its tables up to date.
  /// - Throws: `StoreError` with code `misconfigured` when the file cannot be opened, `tooNew` when a newer version
  ///   of this program has written it.
  public convenience init(path: String) throws(StoreError) {
    try self.init(path: path, checkpointFrames: Checkpointer.frames)
  }

  /// As ``init(path:)``; the log is copied back when it has `checkpointFrames` pages.
  init(path: String, checkpointFrames: Int) throws(StoreError) {
    let turn = try WriteTurn(path: path)
    self.turn = turn
    // Changing to write-ahead mode and to a newer schema is for one process at a time; a large file takes a while.
    try turn.take(limitMilliseconds: 60_000)
    defer { turn.pass() }
    let open = { () throws(StoreError) -> DatabaseQueue in
      try attempt("open \(path)", or: .misconfigured) {
        try DatabaseQueue(path: path, configuration: SQLiteStore.configuration)
      }
    }
    queue = try open()
    file = StoreFile(path: path)
    hasEarlierReceipts = try SQLiteStore.migrate(queue)
    let checkpointer = Checkpointer(queue: try open(), frames: checkpointFrames)
    self.checkpointer = checkpointer
    queue.inDatabase { checkpointer.watch($0) }
  }

  deinit { checkpointer.stop() }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .callback { looks in WriteTurn.waits(after: looks) }
    configuration.prepareDatabase { database in
      // Names of subjects are random, so in a large store each new one changes an index page of its own: small pages
      // make less to write. Only a new file takes it.
      try database.execute(sql: "PRAGMA page_size = 2048")
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      // Each commit reaches the disk before it is acknowledged, as the receipts' promise needs.
      try database.execute(sql: "PRAGMA synchronous = FULL")
      // The pages that the index of subjects has are touched at random: keep some. A worker stays below 80 MB with it;
      // the system's own cache has the rest.
      try database.execute(sql: "PRAGMA cache_size = -16384")
      // Checkpoints are the checkpointer's.
      try database.execute(sql: "PRAGMA wal_autocheckpoint = 0")
      // A statement about many rows notes down what it changes, in case that it fails: not on disk.
      try database.execute(sql: "PRAGMA temp_store = MEMORY")
      database.add(function: uuidBytes)
    }
    return configuration
  }

  /// Runs `body` in an immediate transaction: it holds the write lock from its start. Fails with `unavailable` before the
  /// commit when the file is not at its path any more.
  public func transaction<Result>(
    _ body: (any StoreTransaction) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    try turn.take()
    defer { turn.pass() }
    return try attempt("commit") {
      var result: Result?
      try queue.inTransaction(.immediate) { database in
        turn.pass()
        result = try body(
          SQLiteTransaction(database: database, sql: sql, hasEarlierReceipts: hasEarlierReceipts))
        try file.check()
        return .commit
      }
      guard let result else { preconditionFailure("a committed transaction has a result") }
      return result
    }
  }

  /// Reads without a transaction, which needs no turn. Fails as ``transaction(_:)`` does when the file is gone: a worker
  /// that has no messages notices it here.
  public func nextCall() throws(StoreError) -> Timestamp? {
    try file.check()
    return try attempt("look for reminders") {
      try queue.inDatabase { database in
        try Int64.fetchOne(try database.cachedStatement(sql: sql.nextCall)).map { Timestamp(milliseconds: $0) }
      }
    }
  }

  /// Throws `unavailable` when the file can only be read: SQLite opens such a file all the same, and tells it at the
  /// first write.
  public func checkWritable() throws(StoreError) {
    guard queue.inDatabase({ sqlite3_db_readonly($0.sqliteConnection, "main") }) == 1 else { return }
    throw StoreError(
      .unavailable, operation: "open the store", reason: "the file can only be read; let this user write to it")
  }

  /// Closes the file.
  public func close() {
    // Closing fails only while statements run, and transactions have ended when they return.
    try? queue.close()
    checkpointer.stop()
  }
}

extension SQLiteStore {
  /// Brings the tables up to date.
  /// - Returns: whether there are receipts of an earlier version.
  private static func migrate(_ queue: DatabaseQueue) throws(StoreError) -> Bool {
    try attempt("migrate") {
      try queue.inTransaction(.immediate) { database in
        try database.execute(sql: StoreSchema.createVersionTable)
        let found = try Int.fetchOne(database, sql: StoreSchema.selectVersion) ?? 0
        for statement in try StoreSchema(.sqlite).migrations(from: found) { try database.execute(sql: statement) }
        return .commit
      }
      return try queue.inDatabase { try Bool.fetchOne($0, sql: StoreSchema.selectHasEarlierReceipts) ?? false }
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
    throw StoreError(error, operation, or: code)
  } catch {
    throw StoreError(code, operation: operation, reason: "unexpected error of type \(type(of: error))")
  }
}

extension StoreError {
  /// SQLite's error without values; `code` where the error does not tell what it means for an office.
  init(_ error: DatabaseError, _ operation: String, or code: Code = .unavailable) {
    self.init(
      error.meaning ?? code, operation: operation, reason: error.message ?? "SQLite error \(error.resultCode.rawValue)")
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
