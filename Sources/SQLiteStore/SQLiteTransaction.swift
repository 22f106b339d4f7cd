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
  /// The names that were looked up and have none. Nobody else writes meanwhile.
  private var unnumbered: Set<String> = []

  private let hasEarlierReceipts: Bool

  /// A transaction on `database`; `hasEarlierReceipts` tells whether there are any from before receipts had subjects.
  init(database: Database, sql: StoreSQL, hasEarlierReceipts: Bool) {
    self.database = database
    self.sql = sql
    self.hasEarlierReceipts = hasEarlierReceipts
  }

  func receipts(for messages: [MessageKey]) throws(StoreError) -> [MessageKey: [UInt8]] {
    var found: [MessageKey: [UInt8]] = [:]
    try run(sql.receipts, "read receipts", rows: messages) { message, values in
      values.add(message.correlation)
      values.add(message.id)
    } _: { row throws(StoreError) in
      let correlation = row.text(0)
      guard !row.isNull(2) else {
        unnumbered.insert(correlation)
        return
      }
      subjects[correlation] = row.number(2)
      guard !row.isNull(3) else { return }
      found[MessageKey(correlation: correlation, id: try row.messageID(1))] = row.bytes(3)
    }
    guard hasEarlierReceipts else { return found }
    var earlier: [MessageID: [UInt8]] = [:]
    try run(sql.earlierReceipts, "read receipts", rows: messages) { message, values in
      values.add(message.id)
    } _: { row throws(StoreError) in
      earlier[try row.messageID(0)] = row.bytes(1)
    }
    if !earlier.isEmpty { for message in messages { found[message] = found[message] ?? earlier[message.id] } }
    return found
  }

  func loadCases(_ keys: [CaseKey]) throws(StoreError) -> [CaseKey: [UInt8]] {
    try findSubjects(keys.map(\.id))
    var found: [CaseKey: [UInt8]] = [:]
    for (kind, keys) in Dictionary(grouping: keys, by: \.kind) {
      var ids: [Int64: String] = [:]
      for key in keys { if let number = subjects[key.id] { ids[number] = key.id } }
      try run(sql.loadCases, "load cases", rows: ids.keys.sorted(), common: kind) { number, values in
        values.add(number)
      } _: { row in
        if let id = ids[row.number(0)] { found[CaseKey(kind: kind, id: id)] = row.bytes(1) }
      }
    }
    return found
  }

  func saveCases(_ cases: [(key: CaseKey, body: [UInt8])]) throws(StoreError) {
    try addSubjects(cases.map(\.key.id))
    try run(sql.saveCases, "save cases", rows: cases) { row, values in
      values.add(number(of: row.key.id))
      values.add(row.key.kind)
      values.add(row.body)
    }
  }

  func saveReceipts(_ receipts: [(message: MessageKey, body: [UInt8])], at time: Timestamp) throws(StoreError) {
    try addSubjects(receipts.map(\.message.correlation))
    try run(sql.saveReceipts, "save receipts", rows: receipts) { row, values in
      values.add(number(of: row.message.correlation))
      values.add(row.message.id)
      values.add(row.body)
      values.add(time.milliseconds)
    }
  }

  func append(_ lines: [LedgerLine]) throws(StoreError) {
    try addSubjects(lines.map(\.visit.rawValue))
    try addSubjects(lines.map(\.cause.correlation))
    try run(sql.append, "append to the ledger", rows: lines) { line, values in
      values.add(number(of: line.visit.rawValue))
      values.add(line.cause.id)
      values.add(number(of: line.cause.correlation))
      values.add(Int64(line.ordinal))
      values.add(line.debit)
      values.add(line.credit)
      values.add(Int64(line.amount.cents))
      values.add(line.memo)
    }
  }

  /// The number of a name that has one by now.
  func number(of name: String) -> Int64 {
    guard let number = subjects[name] else { preconditionFailure("a subject without a number is written") }
    return number
  }

  /// Looks up the numbers of names that have one.
  func findSubjects(_ names: [String]) throws(StoreError) {
    let unknown = names.filter { subjects[$0] == nil && unnumbered.insert($0).inserted }
    try run(sql.subjects, "read subjects", rows: unknown) { name, values in
      values.add(name)
    } _: { row in
      subjects[row.text(0)] = row.number(1)
    }
    for name in unknown where subjects[name] != nil { unnumbered.remove(name) }
  }

  /// Gives the names that have none a number, in the order in which they come up.
  func addSubjects(_ names: [String]) throws(StoreError) {
    try findSubjects(names)
    let absent = names.filter { unnumbered.remove($0) != nil }
    try run(sql.addSubjects, "add subjects", rows: absent) { name, values in
      values.add(name)
    } _: { row in
      subjects[row.text(0)] = row.number(1)
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
        let cause = MessageKey(correlation: row[2], id: try storedID(row[1] as Data))
        body(
          LedgerLine(
            cause: cause, ordinal: row[3], visit: VisitID(rawValue: row[0]), debit: row[4], credit: row[5],
            amount: Money(cents: row[6]), memo: row[7]))
      }
    }
  }
}
