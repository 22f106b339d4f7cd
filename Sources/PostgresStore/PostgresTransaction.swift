import ClaimModel
import Office

/// One transaction on a connection.
///
/// What is written waits for the next read or the end and then goes out in one round trip, in an order that is the same
/// for all workers: receipts, cases, ledger lines, reminders, each by its key. What a worker found absent it inserts; the
/// unique keys make the second of two workers that do so wait for the first, and fail. That one is undone and tried again.
///
/// Subjects that have no number yet get theirs in a round trip of their own before that.
final class PostgresTransaction: StoreTransaction {
  private let connection: PostgresConnection
  let sql: StoreSQL
  private(set) var numbers: NumberBlocks

  private var hasBegun = false
  private var absentCases: Set<CaseKey> = []
  private var absentReceipts: Set<MessageKey> = []
  private(set) var subjects = SubjectNumbers()

  private var receipts: [(message: MessageKey, body: [UInt8], time: Timestamp)] = []
  private var cases: [CaseKey: [UInt8]] = [:]
  private var lines: [LedgerLine] = []
  /// What becomes of reminders, by statements in which each of them comes up once.
  var reminders = ReminderWrites()

  init(connection: PostgresConnection, sql: StoreSQL, numbers: NumberBlocks) {
    self.connection = connection
    self.sql = sql
    self.numbers = numbers
  }

  func receipts(for messages: [MessageKey]) throws(StoreError) -> [MessageKey: [UInt8]] {
    let found = try lookUp(messages)
    absentReceipts.formUnion(messages.filter { found[$0] == nil })
    return found
  }

  private func lookUp(_ messages: [MessageKey]) throws(StoreError) -> [MessageKey: [UInt8]] {
    let messages = Set(messages).sorted()
    let asked = statements(sql.receipts, "read receipts", rows: messages) {
      [.text($0.correlation), .bytes($0.id.wireBytes)]
    }
    let askedEarlier = statements(sql.earlierReceipts, "read receipts", rows: messages) { [.bytes($0.id.wireBytes)] }
    let answers = try run(asked + askedEarlier)
    var found: [MessageKey: [UInt8]] = [:]
    for rows in answers.prefix(asked.count) {
      for row in 0..<rows.count {
        let correlation = try rows.text(row, 0)
        subjects.note(correlation, rows.isEmpty(row, 2) ? nil : try rows.integer(row, 2))
        if rows.isEmpty(row, 3) { continue }
        let message = MessageKey(correlation: correlation, id: try rows.messageID(row, 1))
        found[message] = try rows.bytes(row, 3)
      }
    }
    var earlier: [MessageID: [UInt8]] = [:]
    for rows in answers.dropFirst(asked.count) {
      for row in 0..<rows.count { earlier[try rows.messageID(row, 0)] = try rows.bytes(row, 1) }
    }
    if !earlier.isEmpty { for message in messages { found[message] = found[message] ?? earlier[message.id] } }
    return found
  }

  func loadCases(_ keys: [CaseKey]) throws(StoreError) -> [CaseKey: [UInt8]] {
    // A case that waits to be written may be about a subject that has no number yet.
    try flush()
    try findSubjects(keys.map(\.id))
    var asked: [String] = []
    var batch: [PostgresStatement] = []
    var ids: [Int64: String] = [:]
    for (kind, keys) in Dictionary(grouping: Set(keys), by: \.kind).sorted(by: { $0.key < $1.key }) {
      var numbers: [Int64] = []
      for key in keys {
        guard let number = subjects[key.id] else { continue }
        ids[number] = key.id
        numbers.append(number)
      }
      let some = statements(sql.loadCases, "load cases", common: [.text(kind)], rows: numbers.sorted()) {
        [.integer($0)]
      }
      batch += some
      asked += some.map { _ in kind }
    }
    var found: [CaseKey: [UInt8]] = [:]
    for (kind, rows) in zip(asked, try run(batch)) {
      for row in 0..<rows.count {
        guard let id = ids[try rows.integer(row, 0)] else { continue }
        found[CaseKey(kind: kind, id: id)] = try rows.bytes(row, 1)
      }
    }
    absentCases.formUnion(keys.filter { found[$0] == nil })
    return found
  }

  func saveCases(_ cases: [(key: CaseKey, body: [UInt8])]) {
    for (key, body) in cases { self.cases[key] = body }
  }

  func saveReceipts(_ receipts: [(message: MessageKey, body: [UInt8])], at time: Timestamp) {
    self.receipts += receipts.map { ($0.message, $0.body, time) }
  }

  func append(_ lines: [LedgerLine]) { self.lines += lines }

  func purgeReceipts(handledBefore time: Timestamp, limit: Int) throws(StoreError) -> Int {
    var purged = 0
    for (name, text) in [("purge_earlier", sql.purgeEarlierReceipts), ("purge_receipts", sql.purgeReceipts)]
    where purged < limit {
      let purge = PostgresStatement(
        "purge receipts", name: name, text, [.integer(time.milliseconds), .integer(Int64(limit - purged))])
      purged += try run([purge]).first?.changed ?? 0
    }
    return purged
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
      body(
        LedgerLine(
          cause: MessageKey(correlation: try rows.text(row, 2), id: try rows.messageID(row, 1)),
          ordinal: Int(try rows.integer(row, 3)), visit: VisitID(rawValue: try rows.text(row, 0)),
          debit: try rows.text(row, 4), credit: try rows.text(row, 5),
          amount: Money(cents: Int(try rows.integer(row, 6))), memo: try rows.text(row, 7)))
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
    let refused = absentReceipts.subtracting(receipts.map(\.message))
    // A message that was refused has no receipt whose key could tell that somebody else handled it meanwhile.
    guard try lookUp(Array(refused)).isEmpty else { throw PostgresTransaction.overtaken("read receipts") }
    guard hasBegun || !receipts.isEmpty || !cases.isEmpty || !lines.isEmpty || !reminders.isEmpty else { return }
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
  func run(_ statements: [PostgresStatement], begin: String = "BEGIN") throws(StoreError) -> [PostgresRows] {
    guard !statements.isEmpty else { return [] }
    try addSubjects(begin: begin)
    let rows = try send(writes + statements, begin: begin)
    noteWritten()
    return Array(rows.suffix(statements.count))
  }

  /// Writes what waits.
  func flush() throws(StoreError) {
    try addSubjects()
    _ = try send(writes)
    noteWritten()
  }

  private func send(_ statements: [PostgresStatement], begin: String = "BEGIN") throws(StoreError) -> [PostgresRows] {
    guard !statements.isEmpty else { return [] }
    let start = hasBegun ? [] : [PostgresStatement("begin", begin)]
    do throws(PostgresFailure) {
      let rows = try connection.run(start + statements)
      hasBegun = true
      return Array(rows.suffix(statements.count))
    } catch {
      throw explained(error)
    }
  }

  /// Looks up the numbers of names that nothing is known of.
  func findSubjects(_ names: [String], begin: String = "BEGIN") throws(StoreError) {
    let unknown = subjects.unknown(of: names)
    let find = statements(sql.subjects, "read subjects", rows: unknown) { [.text($0)] }
    for rows in try send(find, begin: begin) {
      for row in 0..<rows.count { subjects.note(try rows.text(row, 0), try rows.integer(row, 1)) }
    }
    subjects.noteAbsent(unknown)
  }

  /// Gives the subjects of what waits to be written a number.
  private func addSubjects(begin: String = "BEGIN") throws(StoreError) {
    let names =
      receipts.map(\.message.correlation) + cases.keys.map(\.id)
      + lines.flatMap { [$0.visit.rawValue, $0.cause.correlation] } + reminders.saved.keys.map(\.caseKey.id)
    // A reminder that goes adds no subject: without one there is none.
    try findSubjects(names + reminders.ended.map(\.caseKey.id), begin: begin)
    let add = statements(sql.addSubjects, "add subjects", rows: subjects.absent(of: names)) { [.text($0)] }
    for rows in try send(add, begin: begin) {
      for row in 0..<rows.count { subjects.note(try rows.text(row, 0), try rows.integer(row, 1)) }
    }
  }

  /// What waits to be written; its subjects have numbers.
  private var writes: [PostgresStatement] {
    let cases = cases.sorted { $0.key < $1.key }
    return statements(sql.saveReceipts, "save receipts", rows: receipts.sorted { $0.message < $1.message }) {
      [
        number(of: $0.message.correlation), .bytes($0.message.id.wireBytes), .bytes($0.body),
        .integer($0.time.milliseconds),
      ]
    }
      + statements(sql.insertCases, "save cases", rows: cases.filter { absentCases.contains($0.key) }) {
        [number(of: $0.key.id), .text($0.key.kind), .bytes($0.value)]
      }
      + statements(sql.saveCases, "save cases", rows: cases.filter { !absentCases.contains($0.key) }) {
        [number(of: $0.key.id), .text($0.key.kind), .bytes($0.value)]
      }
      + statements(sql.append, "append to the ledger", rows: lines) {
        [
          number(of: $0.visit.rawValue), .bytes($0.cause.id.wireBytes), number(of: $0.cause.correlation),
          .integer(Int64($0.ordinal)), .text($0.debit), .text($0.credit), .integer(Int64($0.amount.cents)),
          .text($0.memo),
        ]
      }
      + reminderWrites
  }

  func number(of subject: String) -> PostgresValue {
    guard let number = subjects[subject] else { preconditionFailure("a subject gets its number before it is written") }
    return .integer(number)
  }

  private func noteWritten() {
    absentReceipts.subtract(receipts.map(\.message))
    absentCases.subtract(cases.keys)
    receipts = []
    cases = [:]
    lines = []
    reminders = ReminderWrites()
  }

  /// Tells the work of another worker from a rule that we broke ourselves.
  private func explained(_ failure: PostgresFailure) -> StoreError {
    guard failure.state == SQLState("23505") else { return failure.storeError }
    switch failure.table {
    case "cases", "subjects": return PostgresTransaction.overtaken(failure.operation)
    case "receipts" where receipts.allSatisfy({ absentReceipts.contains($0.message) }):
      return PostgresTransaction.overtaken(failure.operation)
    default: return failure.storeError
    }
  }

  private static func overtaken(_ operation: String) -> StoreError {
    StoreError(
      .unavailable, operation: operation, reason: "another worker has done the same at the same moment")
  }

  func statements<Item>(
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
