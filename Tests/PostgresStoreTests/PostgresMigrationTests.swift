import ClaimModel
import Foundation
import Office
import PostgresStore
import TestPostgres
import Testing

@Suite struct PostgresMigrationTests {
  @Test func newDatabaseHasTheNewestSchema() throws {
    let url = try PrivatePostgres.newDatabase()
    try PostgresStore(url: url).close()
    #expect(try PrivatePostgres.query("SELECT max(version) FROM schema_version", in: url) == "\(StoreSchema.version)")
    let indexes = try PrivatePostgres.query("SELECT indexname FROM pg_indexes WHERE tablename = 'receipts'", in: url)
    #expect(indexes.contains("receipts_by_age"))
  }

  @Test func newerSchemaIsRefused() throws {
    let url = try PrivatePostgres.newDatabase()
    try PostgresStore(url: url).close()
    try PrivatePostgres.query("INSERT INTO schema_version VALUES (\(StoreSchema.version + 1))", in: url)
    let error = try #require(throws: StoreError.self) { try PostgresStore(url: url) }
    #expect(error.code == .tooNew)
    #expect(error.reason.contains("version \(StoreSchema.version + 1)"))
  }

  @Test(.timeLimit(.minutes(10))) func manyWorkersMayMigrateAtOnce() throws {
    let url = try PrivatePostgres.newDatabase()
    let opened = Opened()
    DispatchQueue.concurrentPerform(iterations: 6) { _ in
      opened.add(Result { try PostgresStore(url: url) })
    }
    for result in opened.results { try result.get().close() }
    let versions = try PrivatePostgres.query("SELECT version FROM schema_version ORDER BY version", in: url)
    #expect(versions == (1...StoreSchema.version).map(String.init).joined(separator: "\n"))
  }

  @Test func versionOneIsMigratedWithWhatIsInIt() throws {
    let url = try PrivatePostgres.newDatabase()
    let id = MessageID.derived(from: "migration")
    let message = MessageKey(correlation: "V1", id: id)
    let all = try StoreSchema(.postgres).migrations(from: 0)
    let end = try #require(all.firstIndex { $0.contains("VALUES (1)") })
    let rows = [
      "INSERT INTO cases VALUES ('account', 'V1', 3, '\\x01')",
      "INSERT INTO receipts VALUES ('\(id)', '\\x02', 1000)",
      "INSERT INTO ledger VALUES ('\(id)', 0, 'V1', 'receivable', 'revenue', 1200, 'charge')",
      "INSERT INTO sequences VALUES ('interchange', 7)",
    ]
    try PrivatePostgres.query(
      ([StoreSchema.createVersionTable] + all[...end] + rows).joined(separator: ";\n"), in: url)
    let store = try PostgresStore(url: url)
    defer { store.close() }
    try store.transaction { transaction throws(StoreError) in
      let key = CaseKey(kind: "account", id: "V1")
      let cases = try transaction.loadCases([key])
      #expect(cases == [key: [1]])
      let receipts = try transaction.receipts(for: [message])
      #expect(receipts == [message: [2]])
      let number = try transaction.nextNumber(of: "interchange")
      #expect(number == 8)
      var lines: [LedgerLine] = []
      try transaction.forEachLedgerLine { lines.append($0) }
      #expect(
        lines == [
          LedgerLine(
            cause: message, ordinal: 0, visit: "V1", debit: "receivable", credit: "revenue", amount: Money(cents: 1200),
            memo: "charge")
        ])
    }
  }
}

extension PostgresMigrationTests {
  @Test func versionTwoIsMigratedWithWhatIsInIt() throws {
    let url = try PrivatePostgres.newDatabase()
    let messages = (0..<4).map { MessageKey(correlation: "V\($0)", id: .derived(from: "migration", "\($0)")) }
    let all = try StoreSchema(.postgres).migrations(from: 0)
    let end = try #require(all.firstIndex { $0.contains("VALUES (2)") })
    let rows = (0..<3).flatMap { number in
      let id = messages[number].id.description.filter { $0 != "-" }
      return [
        "INSERT INTO cases VALUES ('account', 'V\(number)', 3, '\\x0\(number)')",
        "INSERT INTO receipts VALUES ('\\x\(id)', '\\x02', \(number))",
        """
        INSERT INTO ledger (cause, ordinal, visit, debit, credit, cents, memo)
        VALUES ('\\x\(id)', 0, 'V\(number)', 'receivable', 'revenue', \(number + 1), 'charge')
        """,
      ]
    }
    try PrivatePostgres.query(
      ([StoreSchema.createVersionTable] + all[...end] + rows).joined(separator: ";\n"), in: url)
    let store = try PostgresStore(url: url)
    defer { store.close() }
    let keys = (0..<4).map { CaseKey(kind: "account", id: "V\($0)") }
    try store.transaction { transaction throws(StoreError) in
      let cases = try transaction.loadCases(keys)
      #expect(cases == [keys[0]: [0], keys[1]: [1], keys[2]: [2]])
      try transaction.saveReceipts([(messages[3], [3])], at: Timestamp(milliseconds: 3))
      let receipts = try transaction.receipts(for: messages)
      #expect(receipts == [messages[0]: [2], messages[1]: [2], messages[2]: [2], messages[3]: [3]])
      let purged = try transaction.purgeReceipts(handledBefore: Timestamp(milliseconds: 10), limit: 2)
      #expect(purged == 2)
      let left = try transaction.receipts(for: messages)
      #expect(left == [messages[2]: [2], messages[3]: [3]])
      let purgedLater = try transaction.purgeReceipts(handledBefore: Timestamp(milliseconds: 10), limit: 10)
      #expect(purgedLater == 2)
      var lines: [LedgerLine] = []
      try transaction.forEachLedgerLine { lines.append($0) }
      #expect(lines.map(\.cause) == Array(messages.prefix(3)))
      #expect(lines.map(\.amount.cents) == [1, 2, 3])
    }
  }
}

extension PostgresMigrationTests {
  @Test func versionThreeIsMigratedWithWhatIsInIt() throws {
    let url = try PrivatePostgres.newDatabase()
    let all = try StoreSchema(.postgres).migrations(from: 0)
    let end = try #require(all.firstIndex { $0.contains("VALUES (3)") })
    let rows = ["INSERT INTO subjects (name) VALUES ('V1')", "INSERT INTO cases VALUES (1, 'account', 3, '\\x01')"]
    try PrivatePostgres.query(
      ([StoreSchema.createVersionTable] + all[...end] + rows).joined(separator: ";\n"), in: url)
    let store = try PostgresStore(url: url)
    defer { store.close() }
    let key = CaseKey(kind: "account", id: "V1")
    let reminder = Reminder(
      ReminderKey(key, purpose: "due"), due: Timestamp(milliseconds: 5), cause: .derived(from: "migration"))
    #expect(try store.nextCall() == nil)
    try store.transaction { transaction throws(StoreError) in
      let cases = try transaction.loadCases([key])
      #expect(cases == [key: [1]])
      try transaction.saveReminders([reminder])
    }
    #expect(try store.nextCall() == reminder.due)
  }
}

/// Stores that threads have opened.
private final class Opened: @unchecked Sendable {
  // Sendable because `lock` guards what changes.
  private let lock = NSLock()
  private var all: [Result<PostgresStore, any Error>] = []

  func add(_ result: Result<PostgresStore, any Error>) {
    lock.lock()
    all.append(result)
    lock.unlock()
  }

  var results: [Result<PostgresStore, any Error>] {
    lock.lock()
    defer { lock.unlock() }
    return all
  }
}
