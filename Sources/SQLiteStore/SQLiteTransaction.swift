import ClaimModel
import Foundation
import GRDB
import Office

/// One transaction on the file.
struct SQLiteTransaction: StoreTransaction {
  let database: Database
  let sql: StoreSQL

  func receipts(for ids: [MessageID]) throws(StoreError) -> [MessageID: [UInt8]] {
    try attempt("read receipts") {
      var found: [MessageID: [UInt8]] = [:]
      for run in RowStatement.runs(of: ids.count) {
        let rows = try Row.fetchCursor(
          try database.cachedStatement(sql: sql.receipts.text(rows: run.count)),
          arguments: StatementArguments(ids[run].map { Data($0.wireBytes) }))
        while let row = try rows.next() {
          let id: Data = row[0]
          guard let id = MessageID(wireBytes: id) else {
            throw StoreError(.corrupt, operation: "read receipts", reason: "a message id is not 16 bytes")
          }
          found[id] = Array(row[1] as Data)
        }
      }
      return found
    }
  }

  func loadCases(_ keys: [CaseKey]) throws(StoreError) -> [CaseKey: [UInt8]] {
    try attempt("load cases") {
      var found: [CaseKey: [UInt8]] = [:]
      for (kind, keys) in Dictionary(grouping: keys, by: \.kind) {
        for run in RowStatement.runs(of: keys.count) {
          let rows = try Row.fetchCursor(
            try database.cachedStatement(sql: sql.loadCases.text(rows: run.count)),
            arguments: StatementArguments([kind] + keys[run].map(\.id)))
          while let row = try rows.next() {
            found[CaseKey(kind: kind, id: row[0])] = Array(row[1] as Data)
          }
        }
      }
      return found
    }
  }

  func saveCases(_ cases: [(key: CaseKey, body: [UInt8])]) throws(StoreError) {
    try execute(sql.saveCases, "save cases", rows: cases) { [$0.key.kind, $0.key.id, Data($0.body)] }
  }

  func saveReceipts(_ receipts: [(id: MessageID, body: [UInt8])], at time: Timestamp) throws(StoreError) {
    try execute(sql.saveReceipts, "save receipts", rows: receipts) {
      [Data($0.id.wireBytes), Data($0.body), time.milliseconds]
    }
  }

  func append(_ lines: [LedgerLine]) throws(StoreError) {
    try execute(sql.append, "append to the ledger", rows: lines) {
      [
        Data($0.cause.wireBytes), $0.ordinal, $0.visit.rawValue, $0.debit, $0.credit, $0.amount.cents, $0.memo,
      ]
    }
  }

  /// Runs a statement for all rows.
  private func execute<Item>(
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
      try database.cachedStatement(sql: sql.purgeReceipts).execute(arguments: [time.milliseconds, limit])
      return database.changesCount
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
        let cause: Data = row[0]
        guard let cause = MessageID(wireBytes: cause) else {
          throw StoreError(.corrupt, operation: "read the ledger", reason: "a cause is not 16 bytes")
        }
        body(
          LedgerLine(
            cause: cause, ordinal: row[1], visit: VisitID(rawValue: row[2]), debit: row[3], credit: row[4],
            amount: Money(cents: row[5]), memo: row[6]))
      }
    }
  }
}
