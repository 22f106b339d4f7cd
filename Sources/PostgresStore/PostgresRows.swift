import CPostgres
import ClaimModel
import Office

/// The rows that a statement gave. All columns come in binary form.
final class PostgresRows {
  private let result: OpaquePointer
  private let operation: String

  /// Takes over `result`.
  init(_ result: OpaquePointer, operation: String) {
    self.result = result
    self.operation = operation
  }

  deinit { PQclear(result) }

  /// How many rows there are.
  var count: Int { Int(PQntuples(result)) }

  /// How many rows the statement changed.
  var changed: Int { PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0 }

  private func raw(_ row: Int, _ column: Int) throws(StoreError) -> UnsafeRawBufferPointer {
    guard !isEmpty(row, column),
      let start = PQgetvalue(result, Int32(row), Int32(column))
    else { throw unreadable("a column is empty") }
    return UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, Int32(row), Int32(column))))
  }

  /// Whether a column has no value.
  func isEmpty(_ row: Int, _ column: Int) -> Bool { PQgetisnull(result, Int32(row), Int32(column)) != 0 }

  /// The bytes of a column.
  func bytes(_ row: Int, _ column: Int) throws(StoreError) -> [UInt8] { [UInt8](try raw(row, column)) }

  /// The message id in a column.
  func messageID(_ row: Int, _ column: Int) throws(StoreError) -> MessageID {
    guard let id = MessageID(wireBytes: try raw(row, column)) else { throw unreadable("a message id is not 16 bytes") }
    return id
  }

  /// The text of a column.
  func text(_ row: Int, _ column: Int) throws(StoreError) -> String {
    String(decoding: try raw(row, column), as: UTF8.self)
  }

  /// The number in a column of 4 or 8 bytes.
  func integer(_ row: Int, _ column: Int) throws(StoreError) -> Int64 {
    let raw = try raw(row, column)
    switch raw.count {
    case 4: return Int64(Int32(bigEndian: raw.loadUnaligned(as: Int32.self)))
    case 8: return Int64(bigEndian: raw.loadUnaligned(as: Int64.self))
    default: throw unreadable("a number has \(raw.count) bytes")
    }
  }

  func unreadable(_ reason: String) -> StoreError { StoreError(.corrupt, operation: operation, reason: reason) }
}
