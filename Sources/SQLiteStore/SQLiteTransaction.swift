import ClaimModel
import Foundation
import GRDB
import Office

/// One transaction on the file.
final class SQLiteTransaction: StoreTransaction {
  let database: Database
  let sql: StoreSQL
  /// The numbers of subjects that came up so far.
  private(set) var subjects: [String: Int64] = [:]

  init(database: Database, sql: StoreSQL) {
    self.database = database
    self.sql = sql
  }

  func receipts(for messages: [MessageKey]) throws(StoreError) -> [MessageKey: [UInt8]] {
    var found: [MessageKey: [UInt8]] = [:]
    let wanted = messages.map { ($0, Data($0.id.wireBytes)) }
    try fetch(sql.receipts, "read receipts", rows: wanted, { [$0.0.correlation, $0.1] }) { row throws(StoreError) in
      let correlation: String = row[0]
      guard let number: Int64 = row[2] else { return }
      subjects[correlation] = number
      guard let outgoing: Data = row[3] else { return }
      found[MessageKey(correlation: correlation, id: try SQLiteTransaction.id(row[1]))] = Array(outgoing)
    }
    var earlier: [MessageID: [UInt8]] = [:]
    try fetch(sql.earlierReceipts, "read receipts", rows: wanted, { [$0.1] }) { row throws(StoreError) in
      earlier[try SQLiteTransaction.id(row[0])] = Array(row[1] as Data)
    }
    if !earlier.isEmpty { for message in messages { found[message] = found[message] ?? earlier[message.id] } }
    return found
  }

  static func id(_ bytes: Data) throws(StoreError) -> MessageID {
    guard let id = MessageID(wireBytes: bytes) else {
      throw StoreError(.corrupt, operation: "read the store", reason: "a message id is not 16 bytes")
    }
    return id
  }

  func loadCases(_ keys: [CaseKey]) throws(StoreError) -> [CaseKey: [UInt8]] {
    try findSubjects(keys.map(\.id))
    var found: [CaseKey: [UInt8]] = [:]
    for (kind, keys) in Dictionary(grouping: keys, by: \.kind) {
      var ids: [Int64: String] = [:]
      for key in keys { if let number = subjects[key.id] { ids[number] = key.id } }
      try fetch(sql.loadCases, "load cases", common: [kind], rows: ids.keys.sorted(), { [$0] }) { row in
        if let id = ids[row[0]] { found[CaseKey(kind: kind, id: id)] = Array(row[1] as Data) }
      }
    }
    return found
  }

  func saveCases(_ cases: [(key: CaseKey, body: [UInt8])]) throws(StoreError) {
    try addSubjects(cases.map(\.key.id))
    try execute(sql.saveCases, "save cases", rows: cases) { [subjects[$0.key.id], $0.key.kind, Data($0.body)] }
  }

  func saveReceipts(_ receipts: [(message: MessageKey, body: [UInt8])], at time: Timestamp) throws(StoreError) {
    try addSubjects(receipts.map(\.message.correlation))
    try execute(sql.saveReceipts, "save receipts", rows: receipts) {
      [subjects[$0.message.correlation], Data($0.message.id.wireBytes), Data($0.body), time.milliseconds]
    }
  }

  func append(_ lines: [LedgerLine]) throws(StoreError) {
    try addSubjects(lines.map(\.visit.rawValue))
    try addSubjects(lines.map(\.cause.correlation))
    try execute(sql.append, "append to the ledger", rows: lines) {
      [
        subjects[$0.visit.rawValue], Data($0.cause.id.wireBytes), subjects[$0.cause.correlation], $0.ordinal, $0.debit,
        $0.credit, $0.amount.cents, $0.memo,
      ]
    }
  }

  /// Looks up the numbers of names that have one.
  func findSubjects(_ names: [String]) throws(StoreError) {
    let unknown = Set(names.filter { subjects[$0] == nil })
    try fetch(sql.subjects, "read subjects", rows: Array(unknown), { [$0] }) { row in subjects[row[0]] = row[1] }
  }

  /// Gives the names that have none a number.
  func addSubjects(_ names: [String]) throws(StoreError) {
    try findSubjects(names)
    // In the order in which they come up.
    var added: Set<String> = []
    let absent = names.filter { subjects[$0] == nil && added.insert($0).inserted }
    try fetch(sql.addSubjects, "add subjects", rows: absent, { [$0] }) { row in subjects[row[0]] = row[1] }
  }

  /// Runs a statement for all rows and gives `body` each row that comes of it.
  func fetch<Item>(
    _ statement: RowStatement, _ operation: String, common: [any DatabaseValueConvertible] = [], rows: [Item],
    _ values: (Item) -> [any DatabaseValueConvertible], _ body: (Row) throws(StoreError) -> Void
  ) throws(StoreError) {
    guard !rows.isEmpty else { return }
    try attempt(operation) {
      for run in RowStatement.runs(of: rows.count) {
        let found = try Row.fetchCursor(
          try database.cachedStatement(sql: statement.text(rows: run.count)),
          arguments: StatementArguments(common + rows[run].flatMap(values)))
        while let row = try found.next() { try body(row) }
      }
    }
  }

  /// Runs a statement for all rows.
  func execute<Item>(
    _ statement: RowStatement, _ operation: String, rows: [Item], _ values: (Item) -> [(any DatabaseValueConvertible)?]
  ) throws(StoreError) {
    try attempt(operation) {
      for run in RowStatement.runs(of: rows.count) {
        let prepared = try database.cachedStatement(sql: statement.text(rows: run.count))
        try prepared.execute(arguments: StatementArguments(rows[run].flatMap(values)))
      }
    }
  }

  func purgeReceipts(handledBefore time: Timestamp, limit: Int) throws(StoreError) -> Int {
    try attempt("purge receipts") {
      var purged = 0
      for statement in [sql.purgeEarlierReceipts, sql.purgeReceipts] where purged < limit {
        try database.cachedStatement(sql: statement).execute(arguments: [time.milliseconds, limit - purged])
        purged += database.changesCount
      }
      return purged
    }
  }

  func nextNumber(of sequence: String) throws(StoreError) -> Int64 {
    try attempt("draw a number") {
      let draw = try database.cachedStatement(sql: sql.drawNumbers)
      guard let number = try Int64.fetchOne(draw, arguments: [sequence, 1]) else {
        throw StoreError(.corrupt, operation: "draw a number", reason: "the sequence returned nothing")
      }
      return number
    }
  }

  func forEachCase(ofKind kind: String, _ body: (CaseKey, [UInt8]) -> Void) throws(StoreError) {
    try attempt("read cases") {
      let rows = try Row.fetchCursor(database, sql: sql.casesOfKind, arguments: [kind])
      while let row = try rows.next() {
        body(CaseKey(kind: kind, id: row[0]), Array(row[1] as Data))
      }
    }
  }

  func forEachLedgerLine(_ body: (LedgerLine) -> Void) throws(StoreError) {
    try attempt("read the ledger") {
      let rows = try Row.fetchCursor(database, sql: sql.ledger)
      while let row = try rows.next() {
        let cause = MessageKey(correlation: row[2], id: try SQLiteTransaction.id(row[1]))
        body(
          LedgerLine(
            cause: cause, ordinal: row[3], visit: VisitID(rawValue: row[0]), debit: row[4], credit: row[5],
            amount: Money(cents: row[6]), memo: row[7]))
      }
    }
  }
}
