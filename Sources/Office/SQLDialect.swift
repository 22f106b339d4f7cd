/// How a database spells what the stores' portable SQL leaves open.
public struct SQLDialect: Sendable {
  /// The type of a column of bytes.
  public var bytes: String
  /// The type of a column of text that is compared by code points.
  public var text: String
  /// The type of a column that numbers the rows in the order they were appended, and is the primary key.
  public var position: String
  /// What orders the rows of a table without such a column as they were appended; `nil` where nothing does.
  public var appendingOrder: String?
  /// What a `SELECT` ends with to keep its rows locked until the transaction ends; empty where a transaction locks
  /// everything.
  public var rowLock: String
  /// The same, leaving out rows that others have locked.
  public var rowLockSkippingLocked: String
  /// The 16 bytes of a UUID that is kept as text in the column named.
  public var bytesOfUUID: @Sendable (_ column: String) -> String
  /// The placeholder of the parameter with that number, from 1.
  public var placeholder: @Sendable (_ number: Int) -> String

  /// SQLite. `uuid_bytes` is a function that the driver adds: SQLite has had `unhex` only since version 3.41.
  public static let sqlite = SQLDialect(
    bytes: "BLOB", text: "TEXT", position: "INTEGER PRIMARY KEY", appendingOrder: "rowid", rowLock: "",
    rowLockSkippingLocked: "",
    bytesOfUUID: { "uuid_bytes(\($0))" }, placeholder: { _ in "?" })

  /// PostgreSQL.
  public static let postgres = SQLDialect(
    bytes: "BYTEA", text: "TEXT COLLATE \"C\"", position: "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
    appendingOrder: nil, rowLock: " FOR UPDATE", rowLockSkippingLocked: " FOR UPDATE SKIP LOCKED",
    bytesOfUUID: { "decode(replace(\($0), '-', ''), 'hex')" }, placeholder: { "$\($0)" })

  /// Puts this dialect's placeholders in place of each `?`.
  func numbered(_ portable: String) -> String {
    var number = 0
    return portable.reduce(into: "") { text, character in
      if character == "?" {
        number += 1
        text += placeholder(number)
      } else {
        text.append(character)
      }
    }
  }
}
