import ClaimModel
import Foundation
import GRDB
import Office
import SQLiteStore
import Testing

@Suite struct SQLiteMigrationTests {
  /// The tables as version 1 of the schema made them.
  private static let versionOne = """
    CREATE TABLE schema_version (version INTEGER NOT NULL);
    INSERT INTO schema_version (version) VALUES (1);
    CREATE TABLE cases (
      kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL,
      PRIMARY KEY (kind, id));
    CREATE TABLE receipts (
      message_id TEXT NOT NULL PRIMARY KEY, outgoing BLOB NOT NULL, handled_at BIGINT NOT NULL);
    CREATE TABLE ledger (
      cause TEXT NOT NULL, ordinal INTEGER NOT NULL, visit TEXT NOT NULL, debit TEXT NOT NULL, credit TEXT NOT NULL,
      cents BIGINT NOT NULL CHECK (cents > 0), memo TEXT NOT NULL,
      PRIMARY KEY (cause, ordinal));
    CREATE INDEX ledger_visit ON ledger (visit);
    CREATE TABLE sequences (name TEXT NOT NULL PRIMARY KEY, last BIGINT NOT NULL);
    """

  private func message(_ number: Int) -> MessageID { .derived(from: "migration", "\(number)") }

  private func line(_ number: Int) -> LedgerLine {
    LedgerLine(
      cause: message(number), ordinal: 2, visit: "V1", debit: "receivable", credit: "revenue",
      amount: Money(cents: 100 + number), memo: "charge")
  }

  private func makeVersionOne(_ path: String) throws {
    let old = try DatabaseQueue(path: path)
    try old.write { database in
      try database.execute(sql: Self.versionOne)
      try database.execute(sql: "INSERT INTO cases VALUES ('account', 'V1', 3, x'01')")
      try database.execute(sql: "INSERT INTO sequences VALUES ('interchange', 7)")
      for number in [3, 1, 2] {
        try database.execute(
          sql: "INSERT INTO receipts VALUES (?, x'02', ?)", arguments: [message(number).description, number])
        try database.execute(
          sql: "INSERT INTO ledger VALUES (?, 2, 'V1', 'receivable', 'revenue', ?, 'charge')",
          arguments: [message(number).description, 100 + number])
      }
    }
    try old.close()
  }

  @Test func versionOneIsMigratedWithWhatIsInIt() throws {
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      try makeVersionOne(path)
      let store = try SQLiteStore(path: path)
      defer { store.close() }
      try store.transaction { transaction throws(StoreError) in
        let key = CaseKey(kind: "account", id: "V1")
        let cases = try transaction.loadCases([key])
        #expect(cases == [key: [1]])
        let receipts = try transaction.receipts(for: [1, 2, 3, 4].map(message))
        #expect(receipts == [message(1): [2], message(2): [2], message(3): [2]])
        let number = try transaction.nextNumber(of: "interchange")
        #expect(number == 8)
        var lines: [LedgerLine] = []
        try transaction.forEachLedgerLine { lines.append($0) }
        #expect(lines == [line(3), line(1), line(2)])
        let purged = try transaction.purgeReceipts(handledBefore: Timestamp(milliseconds: 3), limit: 10)
        #expect(purged == 2)
      }
    }
  }

  @Test func programOfVersionOneCannotWriteReceiptsThatNobodyFinds() throws {
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      try makeVersionOne(path)
      let old = try DatabaseQueue(path: path)
      try SQLiteStore(path: path).close()
      #expect(throws: DatabaseError.self) {
        try old.write { database in
          try database.execute(
            sql: "INSERT INTO receipts (message_id, outgoing, handled_at) VALUES (?, ?, ?)",
            arguments: [message(9).description, Data([1]), 1])
        }
      }
      try old.close()
    }
  }

  @Test func newerSchemaIsRefused() throws {
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      try SQLiteStore(path: path).close()
      let newer = try DatabaseQueue(path: path)
      try newer.write { database in
        try database.execute(sql: "INSERT INTO schema_version VALUES (\(StoreSchema.version + 1))")
      }
      try newer.close()
      let error = try #require(throws: StoreError.self) { try SQLiteStore(path: path) }
      #expect(error.code == .tooNew)
      #expect(error.reason.contains("version \(StoreSchema.version + 1)"))
    }
  }

  @Test func idThatIsNoUUIDStopsTheMigrationAndLeavesTheFile() throws {
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      try makeVersionOne(path)
      let old = try DatabaseQueue(path: path)
      try old.write { try $0.execute(sql: "INSERT INTO receipts VALUES ('canary', x'02', 1)") }
      let error = try #require(throws: StoreError.self) { try SQLiteStore(path: path) }
      #expect(!error.description.contains("canary"))
      #expect(try old.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM receipts") } == 4)
      try old.close()
    }
  }
}
