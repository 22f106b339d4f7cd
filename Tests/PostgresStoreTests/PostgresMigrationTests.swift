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
    #expect(indexes.contains("receipts_handled_at"))
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
      let receipts = try transaction.receipts(for: [id])
      #expect(receipts == [id: [2]])
      let number = try transaction.nextNumber(of: "interchange")
      #expect(number == 8)
      var lines: [LedgerLine] = []
      try transaction.forEachLedgerLine { lines.append($0) }
      #expect(
        lines == [
          LedgerLine(
            cause: id, ordinal: 0, visit: "V1", debit: "receivable", credit: "revenue", amount: Money(cents: 1200),
            memo: "charge")
        ])
    }
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
