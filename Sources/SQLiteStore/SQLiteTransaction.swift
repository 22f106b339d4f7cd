import ClaimModel
import Foundation
import GRDB
import Office

/// One transaction on the file.
struct SQLiteTransaction: StoreTransaction {
  let database: Database

  func receipts(for ids: [MessageID]) throws(StoreError) -> [MessageID: [UInt8]] {
    try attempt("read receipts") {
      let select = try database.cachedStatement(sql: "SELECT outgoing FROM receipts WHERE message_id = ?")
      var found: [MessageID: [UInt8]] = [:]
      for id in ids {
        if let body = try Data.fetchOne(select, arguments: [id.description]) { found[id] = Array(body) }
      }
      return found
    }
  }

  func loadCases(_ keys: [CaseKey]) throws(StoreError) -> [CaseKey: [UInt8]] {
    try attempt("load cases") {
      let select = try database.cachedStatement(sql: "SELECT body FROM cases WHERE kind = ? AND id = ?")
      var found: [CaseKey: [UInt8]] = [:]
      for key in keys {
        if let body = try Data.fetchOne(select, arguments: [key.kind, key.id]) { found[key] = Array(body) }
      }
      return found
    }
  }

  func saveCases(_ cases: [(key: CaseKey, body: [UInt8])]) throws(StoreError) {
    try attempt("save cases") {
      let upsert = try database.cachedStatement(
        sql: """
          INSERT INTO cases (kind, id, version, body) VALUES (?, ?, 1, ?)
          ON CONFLICT (kind, id) DO UPDATE SET version = cases.version + 1, body = excluded.body
          """)
      for (key, body) in cases { try upsert.execute(arguments: [key.kind, key.id, Data(body)]) }
    }
  }

  func saveReceipts(_ receipts: [(id: MessageID, body: [UInt8])], at time: Timestamp) throws(StoreError) {
    try attempt("save receipts") {
      let insert = try database.cachedStatement(
        sql: "INSERT INTO receipts (message_id, outgoing, handled_at) VALUES (?, ?, ?)")
      for (id, body) in receipts {
        try insert.execute(arguments: [id.description, Data(body), time.milliseconds])
      }
    }
  }

  func append(_ lines: [LedgerLine]) throws(StoreError) {
    try attempt("append to the ledger") {
      let insert = try database.cachedStatement(
        sql: """
          INSERT INTO ledger (cause, ordinal, visit, debit, credit, cents, memo) VALUES (?, ?, ?, ?, ?, ?, ?)
          """)
      for line in lines {
        try insert.execute(arguments: [
          line.cause.description, line.ordinal, line.visit.rawValue, line.debit, line.credit, line.amount.cents,
          line.memo,
        ])
      }
    }
  }

  func nextNumber(of sequence: String) throws(StoreError) -> Int64 {
    try attempt("draw a number") {
      let draw = try database.cachedStatement(
        sql: """
          INSERT INTO sequences (name, last) VALUES (?, 1)
          ON CONFLICT (name) DO UPDATE SET last = sequences.last + 1 RETURNING last
          """)
      guard let number = try Int64.fetchOne(draw, arguments: [sequence]) else {
        throw StoreError(.corrupt, operation: "draw a number", reason: "the sequence returned nothing")
      }
      return number
    }
  }

  func forEachCase(ofKind kind: String, _ body: (CaseKey, [UInt8]) -> Void) throws(StoreError) {
    try attempt("read cases") {
      let rows = try Row.fetchCursor(
        database, sql: "SELECT id, body FROM cases WHERE kind = ? ORDER BY id", arguments: [kind])
      while let row = try rows.next() {
        body(CaseKey(kind: kind, id: row["id"]), Array(row["body"] as Data))
      }
    }
  }

  func forEachLedgerLine(_ body: (LedgerLine) -> Void) throws(StoreError) {
    try attempt("read the ledger") {
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT cause, ordinal, visit, debit, credit, cents, memo FROM ledger ORDER BY rowid")
      while let row = try rows.next() {
        guard let cause = MessageID(row["cause"] as String) else {
          throw StoreError(.corrupt, operation: "read the ledger", reason: "a cause is not a message id")
        }
        body(
          LedgerLine(
            cause: cause, ordinal: row["ordinal"], visit: VisitID(rawValue: row["visit"]), debit: row["debit"],
            credit: row["credit"], amount: Money(cents: row["cents"]), memo: row["memo"]))
      }
    }
  }
}
