import ClaimModel
import Office

/// One transaction on a connection.
///
/// What is written waits for the next read or the end and then goes out in one round trip, in an order that is the same
/// for all workers: receipts by id, cases by key, ledger lines. What a worker found absent it inserts; the unique keys
/// make the second of two workers that do so wait for the first, and fail. That one is undone and tried again.
final class PostgresTransaction: StoreTransaction {
  private let connection: PostgresConnection
  private let sql: StoreSQL
  private(set) var numbers: NumberBlocks

  private var hasBegun = false
  private var absentCases: Set<CaseKey> = []
  private var absentReceipts: Set<MessageID> = []

  private var receipts: [(id: MessageID, body: [UInt8], time: Timestamp)] = []
  private var cases: [CaseKey: [UInt8]] = [:]
  private var lines: [LedgerLine] = []

  init(connection: PostgresConnection, sql: StoreSQL, numbers: NumberBlocks) {
    self.connection = connection
    self.sql = sql
    self.numbers = numbers
  }

  func receipts(for ids: [MessageID]) throws(StoreError) -> [MessageID: [UInt8]] {
    let ids = Set(ids).sorted()
    var found: [MessageID: [UInt8]] = [:]
    for rows in try run(lookUp(ids)) {
      for row in 0..<rows.count {
        guard let id = MessageID(wireBytes: try rows.bytes(row, 0)) else {
          throw rows.unreadable("a message id is not 16 bytes")
        }
        found[id] = try rows.bytes(row, 1)
      }
    }
    absentReceipts.formUnion(ids.filter { found[$0] == nil })
    return found
  }

  private func lookUp(_ ids: [MessageID]) -> [PostgresStatement] {
    statements(sql.receipts, "read receipts", rows: ids) { [.bytes($0.wireBytes)] }
  }

  func loadCases(_ keys: [CaseKey]) throws(StoreError) -> [CaseKey: [UInt8]] {
    var asked: [String] = []
    var batch: [PostgresStatement] = []
    for (kind, keys) in Dictionary(grouping: Set(keys).sorted(), by: \.kind).sorted(by: { $0.key < $1.key }) {
      let some = statements(sql.loadCases, "load cases", common: [.text(kind)], rows: keys) { [.text($0.id)] }
      batch += some
      asked += some.map { _ in kind }
    }
    var found: [CaseKey: [UInt8]] = [:]
    for (kind, rows) in zip(asked, try run(batch)) {
      for row in 0..<rows.count {
        found[CaseKey(kind: kind, id: try rows.text(row, 0))] = try rows.bytes(row, 1)
      }
    }
    absentCases.formUnion(keys.filter { found[$0] == nil })
    return found
  }

  func saveCases(_ cases: [(key: CaseKey, body: [UInt8])]) {
    for (key, body) in cases { self.cases[key] = body }
  }

  func saveReceipts(_ receipts: [(id: MessageID, body: [UInt8])], at time: Timestamp) {
    self.receipts += receipts.map { ($0.id, $0.body, time) }
  }

  func append(_ lines: [LedgerLine]) { self.lines += lines }

  func purgeReceipts(handledBefore time: Timestamp, limit: Int) throws(StoreError) -> Int {
    let purge = PostgresStatement(
      "purge receipts", name: "purge_receipts", sql.purgeReceipts,
      [.integer(time.milliseconds), .integer(Int64(limit))])
    return try run([purge]).first?.changed ?? 0
  }

  func nextNumber(of sequence: String) throws(StoreError) -> Int64 {
    if let number = numbers.next(of: sequence) { return number }
    let draw = PostgresStatement(
      "draw a number", name: "draw_numbers", sql.drawNumbers, [.text(sequence), .integer(NumberBlocks.size)])
    guard let rows = try run([draw]).first, rows.count == 1 else {
      throw StoreError(.corrupt, operation: "draw a number", reason: "the sequence returned nothing")
    }
    numbers.take(sequence, upTo: try rows.integer(0, 0))
    return try nextNumber(of: sequence)
  }

  func forEachCase(ofKind kind: String, _ body: (CaseKey, [UInt8]) -> Void) throws(StoreError) {
    try readThrough("read cases", sql.casesOfKind, [.text(kind)]) { rows, row throws(StoreError) in
      body(CaseKey(kind: kind, id: try rows.text(row, 0)), try rows.bytes(row, 1))
    }
  }

  func forEachLedgerLine(_ body: (LedgerLine) -> Void) throws(StoreError) {
    try readThrough("read the ledger", sql.ledger, []) { rows, row throws(StoreError) in
      guard let cause = MessageID(wireBytes: try rows.bytes(row, 0)) else {
        throw rows.unreadable("a cause is not 16 bytes")
      }
      body(
        LedgerLine(
          cause: cause, ordinal: Int(try rows.integer(row, 1)), visit: VisitID(rawValue: try rows.text(row, 2)),
          debit: try rows.text(row, 3), credit: try rows.text(row, 4),
          amount: Money(cents: Int(try rows.integer(row, 5))), memo: try rows.text(row, 6)))
    }
  }

  /// Reads all rows of a statement, some at a time.
  private func readThrough(
    _ operation: String, _ sql: String, _ values: [PostgresValue],
    _ body: (_ rows: PostgresRows, _ row: Int) throws(StoreError) -> Void
  ) throws(StoreError) {
    let fetch = PostgresStatement(operation, "FETCH FORWARD 1000 FROM all_rows")
    let declare = PostgresStatement(operation, "DECLARE all_rows NO SCROLL CURSOR FOR \(sql)", values)
    var page = try run([declare, fetch], begin: "BEGIN ISOLATION LEVEL REPEATABLE READ").last
    while let rows = page, rows.count > 0 {
      for row in 0..<rows.count { try body(rows, row) }
      page = try run([fetch]).last
    }
    _ = try run([PostgresStatement(operation, "CLOSE all_rows")])
  }
}

extension PostgresTransaction {
  /// Writes what waits and commits.
  func commit() throws(StoreError) {
    let refused = absentReceipts.subtracting(receipts.map(\.id)).sorted()
    let written = try run(lookUp(refused))
    // A message that was refused has no receipt whose key could tell that somebody else handled it meanwhile.
    guard written.allSatisfy({ $0.count == 0 }) else { throw PostgresTransaction.overtaken("read receipts") }
    guard hasBegun || !receipts.isEmpty || !cases.isEmpty || !lines.isEmpty else { return }
    _ = try run([PostgresStatement("commit", "COMMIT")])
  }

  /// Undoes everything.
  /// - Returns: whether the connection is still good.
  func undo() -> Bool {
    guard connection.isUsable else { return false }
    if connection.isInTransaction {
      _ = try? connection.run([PostgresStatement("roll back", "ROLLBACK")], limitMilliseconds: 5_000)
    }
    return connection.isUsable && !connection.isInTransaction
  }

  /// Runs statements after those that wait, all in one round trip.
  /// - Returns: the rows of `statements`.
  private func run(_ statements: [PostgresStatement], begin: String = "BEGIN") throws(StoreError) -> [PostgresRows] {
    guard !statements.isEmpty else { return [] }
    let start = hasBegun ? [] : [PostgresStatement("begin", begin)]
    let batch = start + writes + statements
    do throws(PostgresFailure) {
      let rows = try connection.run(batch)
      hasBegun = true
      noteWritten()
      return Array(rows.suffix(statements.count))
    } catch {
      throw explained(error)
    }
  }

  /// What waits to be written.
  private var writes: [PostgresStatement] {
    let cases = cases.sorted { $0.key < $1.key }
    return statements(sql.saveReceipts, "save receipts", rows: receipts.sorted { $0.id < $1.id }) {
      [.bytes($0.id.wireBytes), .bytes($0.body), .integer($0.time.milliseconds)]
    }
      + statements(sql.insertCases, "save cases", rows: cases.filter { absentCases.contains($0.key) }) {
        [.text($0.key.kind), .text($0.key.id), .bytes($0.value)]
      }
      + statements(sql.saveCases, "save cases", rows: cases.filter { !absentCases.contains($0.key) }) {
        [.text($0.key.kind), .text($0.key.id), .bytes($0.value)]
      }
      + statements(sql.append, "append to the ledger", rows: lines) {
        [
          .bytes($0.cause.wireBytes), .integer(Int64($0.ordinal)), .text($0.visit.rawValue), .text($0.debit),
          .text($0.credit), .integer(Int64($0.amount.cents)), .text($0.memo),
        ]
      }
  }

  private func noteWritten() {
    absentReceipts.subtract(receipts.map(\.id))
    absentCases.subtract(cases.keys)
    receipts = []
    cases = [:]
    lines = []
  }

  /// Tells the work of another worker from a rule that we broke ourselves.
  private func explained(_ failure: PostgresFailure) -> StoreError {
    guard failure.state == SQLState("23505") else { return failure.storeError }
    switch failure.table {
    case "cases": return PostgresTransaction.overtaken(failure.operation)
    case "receipts" where receipts.allSatisfy({ absentReceipts.contains($0.id) }):
      return PostgresTransaction.overtaken(failure.operation)
    default: return failure.storeError
    }
  }

  private static func overtaken(_ operation: String) -> StoreError {
    StoreError(
      .unavailable, operation: operation, reason: "another worker has done the same at the same moment")
  }

  private func statements<Item>(
    _ statement: RowStatement, _ operation: String, common: [PostgresValue] = [], rows: [Item],
    _ values: (Item) -> [PostgresValue]
  ) -> [PostgresStatement] {
    RowStatement.runs(of: rows.count).map { run in
      PostgresStatement(
        operation, name: "\(statement.name)_\(run.count)", statement.text(rows: run.count),
        common + rows[run].flatMap(values))
    }
  }
}
