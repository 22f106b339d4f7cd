import CPostgres
import Dispatch
import Glibc
import Office

/// One connection to a server, in libpq's pipeline mode: several statements go out at once and cost one round trip.
///
/// Not for two threads at once. After an error that ``isUsable`` tells it is of no more use.
final class PostgresConnection {
  private let handle: OpaquePointer
  private let answerLimitMilliseconds: Int
  private var prepared: Set<String> = []
  private var isBroken = false

  /// Takes over a connection that is established. The server may take `answerLimitMilliseconds` for one round trip.
  init(established handle: OpaquePointer, answerLimitMilliseconds: Int) {
    self.handle = handle
    self.answerLimitMilliseconds = answerLimitMilliseconds
  }

  deinit { PQfinish(handle) }

  /// Whether the connection is there and in a known state.
  var isUsable: Bool { !isBroken && PQstatus(handle) == CONNECTION_OK }

  /// Whether a transaction is open, failed or not.
  var isInTransaction: Bool { PQtransactionStatus(handle) != PQTRANS_IDLE }

  /// Whether the server said something nobody asked for: as a rule, that it ends the connection.
  var isInterrupted: Bool { wait(for: Int16(POLLIN), until: .now()) }

  /// Runs statements in order, up to the first that fails.
  /// - Returns: the rows of each.
  func run(
    _ statements: [PostgresStatement], limitMilliseconds: Int? = nil
  ) throws(PostgresFailure) -> [PostgresRows] {
    let operation = statements.last?.operation ?? "run"
    guard isUsable else { throw .lost(operation, "there is no connection") }
    let deadline = DispatchTime.now() + .milliseconds(limitMilliseconds ?? answerLimitMilliseconds)
    var steps: [Step] = []
    for statement in statements {
      if let name = statement.name, !prepared.contains(name), !steps.contains(where: { $0.prepares == name }) {
        steps.append(Step(operation: statement.operation, prepares: name))
        try sent(prepare(statement, as: name), operation)
      }
      steps.append(Step(operation: statement.operation))
      try sent(send(statement), operation)
    }
    try sent(PQpipelineSync(handle), operation)
    return try collect(steps, until: deadline)
  }

  /// Something the server was asked for and answers with one result.
  private struct Step {
    var operation: String
    /// The name of the statement that it prepares; `nil` for an execution.
    var prepares: String?
  }

  private func sent(_ status: Int32, _ operation: String) throws(PostgresFailure) {
    guard status == 1 else {
      isBroken = true
      throw .lost(operation, "the connection was lost")
    }
  }

  private func prepare(_ statement: PostgresStatement, as name: String) -> Int32 {
    PQsendPrepare(handle, name, statement.sql, Int32(statement.values.count), statement.values.map(\.type))
  }

  private func send(_ statement: PostgresStatement) -> Int32 {
    var buffer: [UInt8] = []
    var offsets: [Int] = []
    for value in statement.values {
      offsets.append(buffer.count)
      value.write(to: &buffer)
    }
    let lengths = zip(offsets, offsets.dropFirst() + [buffer.count]).map { Int32($1 - $0) }
    // An empty buffer has no address, and a parameter without one is NULL.
    buffer.append(0)
    let count = Int32(offsets.count)
    let formats = [Int32](repeating: 1, count: offsets.count)
    return buffer.withUnsafeBytes { bytes in
      let values = offsets.map { bytes.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
      if let name = statement.name {
        return PQsendQueryPrepared(handle, name, count, values, lengths, formats, 1)
      }
      return PQsendQueryParams(
        handle, statement.sql, count, statement.values.map(\.type), values, lengths, formats, 1)
    }
  }

  /// Reads the results of `steps` and of the synchronization behind them.
  private func collect(_ steps: [Step], until deadline: DispatchTime) throws(PostgresFailure) -> [PostgresRows] {
    var rows: [PostgresRows] = []
    var failure: PostgresFailure?
    var index = 0
    while true {
      let step = steps[min(index, steps.count - 1)]
      do throws(PostgresFailure) {
        try awaitResult(step.operation, until: deadline)
      } catch {
        throw failure ?? error
      }
      // A null closes the results of one step.
      guard let result = PQgetResult(handle) else {
        index += 1
        continue
      }
      switch PQresultStatus(result) {
      case PGRES_PIPELINE_SYNC:
        PQclear(result)
        if let failure { throw failure }
        return rows
      case PGRES_TUPLES_OK, PGRES_COMMAND_OK:
        if let name = step.prepares {
          prepared.insert(name)
          PQclear(result)
        } else {
          rows.append(PostgresRows(result, operation: step.operation))
        }
      case PGRES_PIPELINE_ABORTED: PQclear(result)
      default:
        failure = failure ?? .refused(step.operation, result)
        PQclear(result)
      }
    }
  }

  /// Sends and receives until the next result can be taken without waiting.
  private func awaitResult(_ operation: String, until deadline: DispatchTime) throws(PostgresFailure) {
    while PQstatus(handle) == CONNECTION_OK {
      let unsent = PQflush(handle)
      guard unsent >= 0 else { break }
      if unsent == 0, PQisBusy(handle) == 0 { return }
      guard wait(for: Int16(POLLIN) | (unsent == 1 ? Int16(POLLOUT) : 0), until: deadline) else {
        isBroken = true
        throw .lost(operation, "the server does not answer")
      }
      guard PQconsumeInput(handle) == 1 else { break }
    }
    // What the server said before it went away may be there to be taken, once.
    guard !isBroken, PQisBusy(handle) == 0 else {
      isBroken = true
      throw .lost(operation, "the connection was lost")
    }
    isBroken = true
  }

  /// Waits until the socket is ready.
  /// - Returns: whether it is, by `deadline`.
  private func wait(for events: Int16, until deadline: DispatchTime) -> Bool {
    PostgresConnection.wait(PQsocket(handle), for: events, until: deadline)
  }

  /// Waits until a socket is ready.
  /// - Returns: whether it is, by `deadline`.
  static func wait(_ socket: Int32, for events: Int16, until deadline: DispatchTime) -> Bool {
    while true {
      var descriptor = pollfd(fd: socket, events: events, revents: 0)
      let now = DispatchTime.now()
      let left = deadline > now ? (deadline.uptimeNanoseconds - now.uptimeNanoseconds + 999_999) / 1_000_000 : 0
      let ready = poll(&descriptor, 1, Int32(clamping: left))
      if ready > 0 { return true }
      if ready == 0 || errno != EINTR { return false }
    }
  }
}
