import ClaimModel
import Foundation
import Office

/// An office's store in a PostgreSQL database. Workers of one office use it side by side: each holds the rows of the
/// cases it works on.
///
/// ```swift
/// let store = try PostgresStore(url: "postgres://billing@db.example:5432/billing")
/// ```
///
/// It has one connection, for one transaction at a time. A connection that is lost is opened anew by the next
/// transaction. Statements are kept prepared on the connection, so a pooler in between must pool sessions.
///
/// `@unchecked Sendable` because everything that changes is guarded by `lock`, which a transaction holds.
public final class PostgresStore: Store, @unchecked Sendable {
  private let lock = NSLock()
  private let url: String
  private let limits: PostgresLimits
  private let sql = StoreSQL(.postgres)
  private var connection: PostgresConnection?
  private var isClosed = false
  private var numbers = NumberBlocks()

  /// Connects and brings the tables up to date. A password comes from the URL, `PGPASSWORD` or `~/.pgpass`.
  /// - Throws: `StoreError` with code `misconfigured` when the URL is wrong or the server does not let us in,
  ///   `unavailable` when there is no server to talk to, `tooNew` when a newer version of this program has written the
  ///   tables.
  public init(url: String, limits: PostgresLimits = PostgresLimits()) throws(StoreError) {
    self.url = url
    self.limits = limits
    connection = try PostgresStore.connect(url, limits)
  }

  private static func connect(_ url: String, _ limits: PostgresLimits) throws(StoreError) -> PostgresConnection {
    let connection = try PostgresConnection.open(url, limits: limits)
    try connection.prepareForWork(limits)
    return connection
  }

  /// Runs `body` in a transaction. Isolation is read committed with the cases locked; one that begins by reading through
  /// all cases or the ledger is repeatable read.
  public func transaction<Result>(
    _ body: (any StoreTransaction) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    lock.lock()
    defer { lock.unlock() }
    let transaction = PostgresTransaction(connection: try liveConnection(), sql: sql, numbers: numbers)
    do throws(StoreError) {
      let result = try body(transaction)
      try transaction.commit()
      numbers = transaction.numbers
      numbers.settle(isCommitted: true)
      return result
    } catch {
      numbers = transaction.numbers
      numbers.settle(isCommitted: false)
      if !transaction.undo() { connection = nil }
      throw error
    }
  }

  /// Reads in one round trip, without a transaction.
  public func nextCall() throws(StoreError) -> Timestamp? {
    lock.lock()
    defer { lock.unlock() }
    let connection = try liveConnection()
    let answer: [PostgresRows]
    do throws(PostgresFailure) {
      answer = try connection.run([PostgresStatement("look for reminders", name: "next_call", sql.nextCall)])
    } catch {
      throw error.storeError
    }
    guard let rows = answer.first, rows.count == 1, !rows.isEmpty(0, 0) else { return nil }
    return Timestamp(milliseconds: try rows.integer(0, 0))
  }

  private func liveConnection() throws(StoreError) -> PostgresConnection {
    guard !isClosed else { throw StoreError(.unavailable, operation: "begin", reason: "the store is closed") }
    if let connection, connection.isUsable, !connection.isInterrupted { return connection }
    connection = nil
    let opened = try PostgresStore.connect(url, limits)
    connection = opened
    return opened
  }

  /// Closes the connection.
  public func close() {
    lock.lock()
    defer { lock.unlock() }
    isClosed = true
    connection = nil
  }
}
