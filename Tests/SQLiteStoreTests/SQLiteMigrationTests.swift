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

  /// The tables as version 2 of the schema made them.
  private static let versionTwo = """
    CREATE TABLE schema_version (version INTEGER NOT NULL);
    INSERT INTO schema_version (version) VALUES (1), (2);
    CREATE TABLE cases (
      kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL,
      PRIMARY KEY (kind, id));
    CREATE TABLE receipts (
      message_id BLOB NOT NULL CHECK (length(message_id) = 16), outgoing BLOB NOT NULL, handled_at BIGINT NOT NULL,
      CONSTRAINT receipts_key PRIMARY KEY (message_id));
    CREATE INDEX receipts_handled_at ON receipts (handled_at);
    CREATE TABLE ledger (
      position INTEGER PRIMARY KEY, cause BLOB NOT NULL CHECK (length(cause) = 16), ordinal INTEGER NOT NULL,
      visit TEXT NOT NULL, debit TEXT NOT NULL, credit TEXT NOT NULL, cents BIGINT NOT NULL CHECK (cents > 0),
      memo TEXT NOT NULL, CONSTRAINT ledger_key UNIQUE (cause, ordinal));
    CREATE TABLE sequences (name TEXT NOT NULL PRIMARY KEY, last BIGINT NOT NULL);
    """

  private func message(_ number: Int) -> MessageKey {
    MessageKey(correlation: "V1", id: .derived(from: "migration", "\(number)"))
  }

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
          sql: "INSERT INTO receipts VALUES (?, x'02', ?)", arguments: [message(number).id.description, number])
        try database.execute(
          sql: "INSERT INTO ledger VALUES (?, 2, 'V1', 'receivable', 'revenue', ?, 'charge')",
          arguments: [message(number).id.description, 100 + number])
      }
    }
    try old.close()
  }

  private func makeVersionTwo(_ path: String) throws {
    let old = try DatabaseQueue(path: path)
    try old.write { database in
      try database.execute(sql: Self.versionTwo)
      try database.execute(
        sql:
          "INSERT INTO cases VALUES ('account', 'V2', 3, x'01'), ('superbill', 'V2', 1, x'02'), ('batch', '7', 1, x'03')"
      )
      for number in [3, 1, 2] {
        try database.execute(
          sql: "INSERT INTO receipts VALUES (?, x'02', ?)", arguments: [Data(message(number).id.wireBytes), number])
        try database.execute(
          sql: """
            INSERT INTO ledger (cause, ordinal, visit, debit, credit, cents, memo)
            VALUES (?, 2, 'V1', 'receivable', 'revenue', ?, 'charge')
            """, arguments: [Data(message(number).id.wireBytes), 100 + number])
      }
    }
    try old.close()
  }

  @Test func versionTwoIsMigratedWithWhatIsInIt() throws {
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      try makeVersionTwo(path)
      let store = try SQLiteStore(path: path)
      defer { store.close() }
      let keys = [("account", "V2"), ("superbill", "V2"), ("batch", "7"), ("account", "V1")].map(CaseKey.init)
      try store.transaction { transaction throws(StoreError) in
        let cases = try transaction.loadCases(keys)
        #expect(cases == [keys[0]: [1], keys[1]: [2], keys[2]: [3]])
        try transaction.saveCases([(keys[0], [4])])
        var lines: [LedgerLine] = []
        try transaction.forEachLedgerLine { lines.append($0) }
        #expect(lines == [line(3), line(1), line(2)])
      }
      let error = #expect(throws: StoreError.self) {
        try store.transaction { transaction throws(StoreError) in try transaction.append([line(1)]) }
      }
      #expect(error?.code == .corrupt)
    }
  }

  @Test func messagesHandledBeforeVersionThreeAreKnownUntilTheyArePurged() throws {
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      try makeVersionTwo(path)
      let store = try SQLiteStore(path: path)
      defer { store.close() }
      let messages = [1, 2, 3, 4, 5].map(message)
      func found(after purge: Int) throws -> [MessageKey: [UInt8]] {
        try store.transaction { transaction throws(StoreError) in
          let purged = try transaction.purgeReceipts(handledBefore: Timestamp(milliseconds: 10), limit: purge)
          #expect(purged == purge)
          return try transaction.receipts(for: messages)
        }
      }
      try store.transaction { transaction throws(StoreError) in
        try transaction.saveReceipts([(message(4), [4])], at: Timestamp(milliseconds: 4))
      }
      // Nobody can tell what they were about, so they answer for whatever a message with their id is about.
      let other = MessageKey(correlation: "B7", id: message(2).id)
      let answer = try store.transaction { transaction throws(StoreError) in try transaction.receipts(for: [other]) }
      #expect(answer == [other: [2]])
      #expect(
        try found(after: 0) == [message(1): [2], message(2): [2], message(3): [2], message(4): [4]])
      #expect(try found(after: 2) == [message(3): [2], message(4): [4]])
      #expect(try found(after: 2) == [:])
    }
  }

  @Test func programOfVersionTwoCannotWriteWhatNobodyFinds() throws {
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      try makeVersionTwo(path)
      let old = try DatabaseQueue(path: path)
      try SQLiteStore(path: path).close()
      for statement in [
        "INSERT INTO receipts (message_id, outgoing, handled_at) VALUES (zeroblob(16), x'01', 1)",
        "INSERT INTO cases (kind, id, version, body) VALUES ('account', 'V9', 1, x'01')",
        "SELECT id, body FROM cases WHERE kind = 'account' AND id IN ('V2')",
        """
        INSERT INTO ledger (cause, ordinal, visit, debit, credit, cents, memo)
        VALUES (zeroblob(16), 0, 'V9', 'receivable', 'revenue', 1, 'charge')
        """,
      ] {
        #expect(throws: DatabaseError.self, "\(statement)") { try old.write { try $0.execute(sql: statement) } }
      }
      try old.close()
    }
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
            arguments: [message(9).id.description, Data([1]), 1])
        }
      }
      try old.close()
    }
  }

  /// The tables as version 3 of the schema made them.
  private static let versionThree = """
    CREATE TABLE schema_version (version INTEGER NOT NULL);
    INSERT INTO schema_version (version) VALUES (1), (2), (3);
    CREATE TABLE subjects (number INTEGER PRIMARY KEY, name TEXT NOT NULL, CONSTRAINT subjects_key UNIQUE (name));
    CREATE TABLE cases (
      subject BIGINT NOT NULL, kind TEXT NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL,
      CONSTRAINT cases_key PRIMARY KEY (subject, kind));
    CREATE TABLE earlier_receipts (
      message_id BLOB NOT NULL CHECK (length(message_id) = 16), outgoing BLOB NOT NULL, handled_at BIGINT NOT NULL,
      CONSTRAINT receipts_key PRIMARY KEY (message_id));
    CREATE INDEX receipts_handled_at ON earlier_receipts (handled_at);
    CREATE TABLE receipts (
      subject BIGINT NOT NULL, message_id BLOB NOT NULL CHECK (length(message_id) = 16), outgoing BLOB NOT NULL,
      handled_at BIGINT NOT NULL, CONSTRAINT receipts_subject_key PRIMARY KEY (subject, message_id));
    CREATE INDEX receipts_by_age ON receipts (handled_at);
    CREATE TABLE ledger (
      position INTEGER PRIMARY KEY, visit BIGINT NOT NULL, cause BLOB NOT NULL CHECK (length(cause) = 16),
      subject BIGINT NOT NULL, ordinal INTEGER NOT NULL, debit TEXT NOT NULL, credit TEXT NOT NULL,
      cents BIGINT NOT NULL CHECK (cents > 0), memo TEXT NOT NULL,
      CONSTRAINT ledger_subject_key UNIQUE (visit, cause, subject, ordinal));
    CREATE TABLE sequences (name TEXT NOT NULL PRIMARY KEY, last BIGINT NOT NULL);
    INSERT INTO subjects VALUES (1, 'V1');
    INSERT INTO cases VALUES (1, 'account', 3, x'01');
    """

  @Test func versionThreeIsMigratedWithWhatIsInIt() throws {
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      let old = try DatabaseQueue(path: path)
      try old.write { try $0.execute(sql: Self.versionThree) }
      let store = try SQLiteStore(path: path)
      defer { store.close() }
      let key = CaseKey(kind: "account", id: "V1")
      let reminder = Reminder(
        ReminderKey(key, purpose: "due"), due: Timestamp(milliseconds: 5), cause: message(1).id)
      #expect(try store.nextCall() == nil)
      try store.transaction { transaction throws(StoreError) in
        let cases = try transaction.loadCases([key])
        #expect(cases == [key: [1]])
        try transaction.saveReminders([reminder])
      }
      #expect(try store.nextCall() == reminder.due)
      // A program of version 3 that still runs goes on.
      try old.write { try $0.execute(sql: "UPDATE cases SET body = x'02' WHERE subject = 1 AND kind = 'account'") }
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
