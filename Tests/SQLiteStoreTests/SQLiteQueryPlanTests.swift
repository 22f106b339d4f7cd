import GRDB
import Office
import SQLiteStore
import Testing

/// That statements find their rows by a key, however large the tables are.
@Suite struct SQLiteQueryPlanTests {
  private let sql = StoreSQL(.sqlite)

  /// What SQLite says it does, line by line.
  private func plan(of statement: String) throws -> [String] {
    var plan: [String] = []
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      try SQLiteStore(path: path).close()
      let database = try DatabaseQueue(path: path)
      plan = try database.read { database in
        try Row.fetchAll(
          database, sql: "EXPLAIN QUERY PLAN \(statement)",
          arguments: StatementArguments(statement.filter { $0 == "?" }.map { _ in DatabaseValue.null })
        )
        .map { $0["detail"] }
      }
      try database.close()
    }
    return plan
  }

  @Test(arguments: [1, 16, 128]) func receiptsAreFoundBySubjectAndID(_ count: Int) throws {
    let plan = try plan(of: sql.receipts.text(rows: count)).filter { !$0.contains("CONSTANT ROW") }
    #expect(
      plan.contains { $0.hasPrefix("SEARCH subjects USING COVERING INDEX") && $0.contains("(name=?)") }, "\(plan)")
    #expect(
      plan.contains { $0.hasPrefix("SEARCH receipts USING INDEX") && $0.contains("(subject=? AND message_id=?)") },
      "\(plan)")
    #expect(plan.filter { $0.hasPrefix("SCAN") } == ["SCAN wanted"], "\(plan)")
    #expect(plan.allSatisfy { !$0.contains("AUTOMATIC") }, "\(plan)")
  }

  @Test func casesAreFoundBySubjectAndKind() throws {
    let plan = try plan(of: sql.loadCases.text(rows: 128))
    #expect(plan.count == 1, "\(plan)")
    #expect(plan.first?.contains("(subject=? AND kind=?)") == true, "\(plan)")
  }

  @Test func everyStatementOfABatchSearches() throws {
    for statement in [
      sql.subjects.text(rows: 128), sql.earlierReceipts.text(rows: 128), sql.purgeReceipts, sql.purgeEarlierReceipts,
    ] {
      let plan = try plan(of: statement)
      #expect(plan.contains { $0.hasPrefix("SEARCH") }, "\(plan)")
      #expect(plan.allSatisfy { !$0.hasPrefix("SCAN") }, "\(plan)")
    }
  }

  /// A subject has few reminders, so its number is as good as the whole name.
  @Test func remindersAreFoundBySubjectAndByTheirNextCall() throws {
    for statement in [sql.reminders, sql.removeReminders, sql.holdReminders] {
      let plan = try plan(of: statement.text(rows: 128)).filter { !$0.contains("CONSTANT ROW") }
      #expect(plan.contains { $0.hasPrefix("SEARCH reminders") && $0.contains("(subject=?") }, "\(plan)")
      #expect(plan.allSatisfy { !$0.hasPrefix("SCAN reminders") && !$0.contains("AUTOMATIC") }, "\(plan)")
    }
    let call = try plan(of: sql.callReminders)
    #expect(call.contains { $0.contains("INDEX reminders_by_call (call_at<?)") }, "\(call)")
    #expect(call.contains { $0.hasPrefix("SEARCH reminders") && $0.contains("(subject=?") }, "\(call)")
    #expect(call.allSatisfy { !$0.hasPrefix("SCAN") && !$0.contains("TEMP B-TREE") }, "\(call)")
    let look = try plan(of: sql.nextCall)
    #expect(look.count == 1 && look[0].contains("SEARCH reminders USING COVERING INDEX reminders_by_call"), "\(look)")
  }

  @Test func auditsSortNothing() throws {
    for statement in [sql.casesOfKind, sql.ledger] {
      let plan = try plan(of: statement)
      #expect(plan.allSatisfy { !$0.contains("TEMP B-TREE") && !$0.contains("AUTOMATIC") }, "\(plan)")
      #expect(plan.filter { $0.hasPrefix("SCAN") }.count == 1, "\(plan)")
    }
  }
}
