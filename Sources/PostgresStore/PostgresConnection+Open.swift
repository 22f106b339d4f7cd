import CPostgres
import Dispatch
import Foundation
import Office

extension PostgresConnection {
  /// Connects to the server that a URL names.
  /// - Throws: ``StoreError`` with code `misconfigured` when the URL cannot be used or the server does not let us in,
  ///   `unavailable` when there is no server yet. A password is never told.
  static func open(_ url: String, limits: PostgresLimits) throws(StoreError) -> PostgresConnection {
    try check(url)
    let deadline = DispatchTime.now() + .milliseconds(limits.connectMilliseconds)
    // What stands before the URL is overruled by it.
    let parameters = [
      ("fallback_application_name", "superbill"), ("keepalives_idle", "30"), ("keepalives_interval", "10"),
      ("keepalives_count", "3"), ("dbname", url), ("client_encoding", "UTF8"),
    ]
    guard let handle = start(parameters) else {
      throw StoreError(.unavailable, operation: "connect", reason: "out of memory")
    }
    superbill_ignore_notices(handle)
    // Errors of the server come as five characters, whatever language it speaks.
    PQsetErrorVerbosity(handle, PQERRORS_SQLSTATE)
    var status = PGRES_POLLING_WRITING
    while PQstatus(handle) != CONNECTION_BAD, status != PGRES_POLLING_OK, status != PGRES_POLLING_FAILED {
      let events = status == PGRES_POLLING_READING ? POLLIN : POLLOUT
      guard wait(PQsocket(handle), for: Int16(events), until: deadline) else {
        defer { PQfinish(handle) }
        throw StoreError(
          .unavailable, operation: "connect to \(place(handle))",
          reason: "no answer within \(limits.connectMilliseconds) ms")
      }
      status = PQconnectPoll(handle)
    }
    guard PQstatus(handle) == CONNECTION_OK, PQsetnonblocking(handle, 1) == 0, PQenterPipelineMode(handle) == 1 else {
      defer { PQfinish(handle) }
      throw connectError(handle)
    }
    return PostgresConnection(established: handle, answerLimitMilliseconds: limits.answerMilliseconds)
  }

  private static func start(_ parameters: [(name: String, value: String)]) -> OpaquePointer? {
    var names = parameters.map { strdup($0.name).map { UnsafePointer($0) } } + [nil]
    var values = parameters.map { strdup($0.value).map { UnsafePointer($0) } } + [nil]
    defer { for text in names + values { free(UnsafeMutableRawPointer(mutating: text)) } }
    return PQconnectStartParams(&names, &values, 1)
  }

  /// Refuses a URL that libpq would misread. Its own words would quote the URL, and the password with it.
  private static func check(_ url: String) throws(StoreError) {
    func refusal(_ reason: String) -> StoreError {
      StoreError(.misconfigured, operation: "read the URL", reason: reason)
    }
    guard let options = PQconninfoParse(url, nil) else {
      throw refusal("it is not postgres://USER@HOST:PORT/DATABASE")
    }
    defer { PQconninfoFree(options) }
    var option = options
    while let keyword = option.pointee.keyword {
      let value = option.pointee.val.map { String(cString: $0) } ?? ""
      switch String(cString: keyword) {
      case "dbname" where value.contains("@"):
        throw refusal("a '/' or '@' in a user name or password must be written %2F or %40")
      case "port" where !value.split(separator: ",").allSatisfy({ UInt16($0) ?? 0 > 0 }):
        throw refusal("the port is not a number from 1 to 65535")
      default: break
      }
      option += 1
    }
  }

  /// Where the server is: `127.0.0.1:5432`.
  private static func place(_ handle: OpaquePointer) -> String {
    let host = PQhost(handle).map { String(cString: $0) } ?? ""
    let port = PQport(handle).map { String(cString: $0) } ?? ""
    return "\(host):\(port)"
  }

  private static func connectError(_ handle: OpaquePointer) -> StoreError {
    let operation = "connect to \(place(handle))"
    if PQconnectionNeedsPassword(handle) != 0 {
      return StoreError(
        .misconfigured, operation: operation,
        reason: "a password is needed: in the URL, in PGPASSWORD or in ~/.pgpass")
    }
    let lines = String(cString: PQerrorMessage(handle)).split(separator: "\n")
    // 'connection to server at "127.0.0.1", port 5432 failed: FATAL:  28P01'
    if let state = lines.compactMap({ state(in: $0) }).last {
      return StoreError(state.meaning, operation: operation, reason: state.words)
    }
    guard let line = lines.last(where: { $0.contains(" failed: ") }), let failed = line.range(of: " failed: ") else {
      let isUnknown = lines.contains { $0.hasPrefix("could not translate host name") }
      return isUnknown
        ? StoreError(.unavailable, operation: operation, reason: "the host's name is not known")
        : StoreError(.misconfigured, operation: operation, reason: "libpq cannot use the URL's options")
    }
    return StoreError(.unavailable, operation: operation, reason: String(line[failed.upperBound...]))
  }

  private static func state(in line: Substring) -> SQLState? {
    let code = line.suffix(5)
    guard line.dropLast(5).hasSuffix(":  "), code.allSatisfy({ $0.isUppercase || $0.isNumber }) else { return nil }
    return SQLState(code)
  }
}
