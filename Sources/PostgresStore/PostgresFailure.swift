import CPostgres
import Office

/// What went wrong with a connection or a statement, without values.
struct PostgresFailure: Error {
  /// What was being done.
  var operation: String
  /// What kind of thing went wrong.
  var code: StoreError.Code
  /// What went wrong.
  var reason: String
  /// The server's code; `nil` when there was no server to ask.
  var state: SQLState?
  /// The table whose rule was broken.
  var table: String?

  /// The connection cannot be used any more.
  static func lost(_ operation: String, _ reason: String) -> PostgresFailure {
    PostgresFailure(operation: operation, code: .unavailable, reason: reason)
  }

  /// The server refused a statement.
  static func refused(_ operation: String, _ result: OpaquePointer?) -> PostgresFailure {
    func field(_ code: Int32) -> String? { PQresultErrorField(result, code).map { String(cString: $0) } }
    guard let code = field(superbill_field_sqlstate) else { return lost(operation, "the connection was lost") }
    let state = SQLState(code)
    let rule = field(superbill_field_constraint).map { ": \($0)" } ?? ""
    return PostgresFailure(
      operation: operation, code: state.meaning, reason: state.words + rule, state: state,
      table: field(superbill_field_table))
  }

  var storeError: StoreError { StoreError(code, operation: operation, reason: reason) }
}
