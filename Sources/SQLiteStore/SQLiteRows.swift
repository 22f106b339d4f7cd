import ClaimModel
import GRDB
import GRDBSQLite
import Office

/// The values of a statement's parameters, bound one after the other by SQLite's own calls: through the driver each value
/// would be boxed, and boxed again, before it is bound.
struct ParameterBinder {
  private let statement: OpaquePointer
  private var position: Int32 = 0
  /// Of the call that failed, where one has.
  private(set) var failure: Int32?

  init(_ statement: OpaquePointer) { self.statement = statement }

  /// Binds a number.
  mutating func add(_ value: Int64) { note(sqlite3_bind_int64(statement, next(), value)) }

  /// Binds a text.
  mutating func add(_ value: String) {
    let position = next()
    // No pointer would stand for NULL.
    guard !value.isEmpty else { return note(sqlite3_bind_text(statement, position, "", 0, ParameterBinder.copied)) }
    var value = value
    note(
      value.withUTF8 {
        sqlite3_bind_text(
          statement, position, UnsafeRawPointer($0.baseAddress)?.assumingMemoryBound(to: CChar.self), Int32($0.count),
          ParameterBinder.copied)
      })
  }

  /// Binds bytes.
  mutating func add(_ value: [UInt8]) {
    let position = next()
    note(
      value.isEmpty
        ? sqlite3_bind_zeroblob(statement, position, 0)
        : value.withUnsafeBytes {
          sqlite3_bind_blob(statement, position, $0.baseAddress, Int32($0.count), ParameterBinder.copied)
        })
  }

  /// Binds a message's id as 16 bytes.
  mutating func add(_ value: MessageID) { add(value.wireBytes) }

  /// Tells SQLite to copy what is bound.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

  private mutating func next() -> Int32 {
    position += 1
    return position
  }

  private mutating func note(_ code: Int32) { if code != SQLITE_OK { failure = failure ?? code } }
}

/// A row that a statement gives. Valid until the next one.
struct ResultRow {
  private let statement: OpaquePointer

  init(_ statement: OpaquePointer) { self.statement = statement }

  /// Whether a column is `NULL`.
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

  /// A number.
  func number(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  /// A text.
  func text(_ column: Int32) -> String {
    guard let text = sqlite3_column_text(statement, column) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
  }

  /// Bytes.
  func bytes(_ column: Int32) -> [UInt8] {
    guard let bytes = sqlite3_column_blob(statement, column) else { return [] }
    return [UInt8](UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, column))))
  }

  /// A message's id.
  func messageID(_ column: Int32) throws(StoreError) -> MessageID {
    try storedID(bytes(column))
  }
}

extension SQLiteTransaction {
  /// Runs a statement for all rows: `bind` gives the values of each, `body` gets each row that comes of it.
  func run<Item>(
    _ statement: RowStatement, _ operation: String, rows: [Item], common: String? = nil,
    _ bind: (Item, inout ParameterBinder) -> Void, _ body: (ResultRow) throws(StoreError) -> Void = { _ in }
  ) throws(StoreError) {
    for run in RowStatement.runs(of: rows.count) {
      let text = statement.text(rows: run.count)
      let prepared = try attempt(operation) { try database.cachedStatement(sql: text).sqliteStatement }
      // Copies of what was bound would stay with the statement.
      defer {
        sqlite3_reset(prepared)
        sqlite3_clear_bindings(prepared)
      }
      var binder = ParameterBinder(prepared)
      if let common { binder.add(common) }
      for item in rows[run] { bind(item, &binder) }
      var code = binder.failure ?? sqlite3_step(prepared)
      while code == SQLITE_ROW {
        try body(ResultRow(prepared))
        code = sqlite3_step(prepared)
      }
      guard code == SQLITE_DONE else {
        let reason = String(cString: sqlite3_errmsg(sqlite3_db_handle(prepared)))
        throw StoreError(DatabaseError(resultCode: ResultCode(rawValue: code), message: reason), operation)
      }
    }
  }
}

/// The message id that was stored as 16 bytes.
func storedID(_ bytes: some Collection<UInt8>) throws(StoreError) -> MessageID {
  guard let id = MessageID(wireBytes: bytes) else {
    throw StoreError(.corrupt, operation: "read the store", reason: "a message id is not 16 bytes")
  }
  return id
}
