/// A value that goes to the server, in its binary form.
enum PostgresValue {
  case text(String)
  case bytes([UInt8])
  case integer(Int64)

  /// The type's object id, fixed in PostgreSQL's catalog (`pg_type.dat`).
  var type: UInt32 {
    switch self {
    case .bytes: 17
    case .integer: 20
    case .text: 25
    }
  }

  func write(to buffer: inout [UInt8]) {
    switch self {
    case .text(let text): buffer.append(contentsOf: text.utf8)
    case .bytes(let bytes): buffer.append(contentsOf: bytes)
    case .integer(let number): withUnsafeBytes(of: number.bigEndian) { buffer.append(contentsOf: $0) }
    }
  }
}

/// One statement on its way to the server.
struct PostgresStatement {
  /// What it does, for errors.
  var operation: String
  /// The name it is prepared under; `nil` for one that is sent once only.
  var name: String?
  var sql: String
  var values: [PostgresValue] = []

  init(_ operation: String, name: String? = nil, _ sql: String, _ values: [PostgresValue] = []) {
    self.operation = operation
    self.name = name
    self.sql = sql
    self.values = values
  }
}
