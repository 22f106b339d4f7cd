import Office
import TestPostgres
import Testing

@testable import PostgresStore

/// That statements find their rows by a key, with the settings of a worker's connection and the plan that is kept for a
/// statement that was prepared while the tables were empty.
@Suite struct PostgresQueryPlanTests {
  private let sql = StoreSQL(.postgres)

  /// What the server says it does.
  private func plan(of statement: String, _ types: [String]) throws -> String {
    let url = try PrivatePostgres.newDatabase()
    let limits = PostgresLimits()
    let connection = try PostgresConnection.open(url, limits: limits)
    try connection.prepareForWork(limits)
    let rows = try connection.run([
      PostgresStatement("prepare", "PREPARE asked\(list(types)) AS \(statement)"),
      PostgresStatement("explain", "EXPLAIN (COSTS OFF) EXECUTE asked\(list(types.map { _ in "NULL" }))"),
    ])
    let answer = try #require(rows.last)
    return try (0..<answer.count).map { try answer.text($0, 0) }.joined(separator: "\n")
  }

  private func list(_ items: [String]) -> String { items.isEmpty ? "" : " (\(items.joined(separator: ", ")))" }

  private func repeated(_ types: [String], _ count: Int) -> [String] { (0..<count).flatMap { _ in types } }

  @Test(.timeLimit(.minutes(10)), arguments: [1, 128]) func receiptsAreFoundBySubjectAndID(_ count: Int) throws {
    let plan = try plan(of: sql.receipts.text(rows: count), repeated(["text", "bytea"], count))
    #expect(plan.contains("using subjects_key on subjects"), "\(plan)")
    #expect(plan.contains("Index Cond: (name = "), "\(plan)")
    #expect(plan.contains("using receipts_subject_key on receipts"), "\(plan)")
    #expect(plan.contains("Index Cond: ((subject = "), "\(plan)")
    #expect(!plan.contains("Seq Scan"), "\(plan)")
    #expect(!plan.contains("Hash") && !plan.contains("Merge"), "\(plan)")
  }

  @Test(.timeLimit(.minutes(10))) func casesAreFoundBySubjectAndKind() throws {
    let plan = try plan(of: sql.loadCases.text(rows: 128), ["text"] + repeated(["bigint"], 128))
    #expect(plan.contains("using cases_key on cases"), "\(plan)")
    #expect(plan.contains("Index Cond: ((subject = ANY "), "\(plan)")
    #expect(!plan.contains("Seq Scan"), "\(plan)")
  }

  @Test(.timeLimit(.minutes(10))) func everyStatementOfABatchSearches() throws {
    let statements = [
      (sql.subjects.text(rows: 128), repeated(["text"], 128)),
      (sql.earlierReceipts.text(rows: 128), repeated(["bytea"], 128)),
      (sql.purgeReceipts, ["bigint", "bigint"]), (sql.purgeEarlierReceipts, ["bigint", "bigint"]),
    ]
    for (statement, types) in statements {
      let plan = try plan(of: statement, types)
      #expect(plan.contains("Index Cond"), "\(plan)")
      #expect(!plan.contains("Seq Scan"), "\(plan)")
    }
  }

  @Test(.timeLimit(.minutes(10))) func remindersAreFoundByNameAndByTheirNextCall() throws {
    for statement in [sql.reminders, sql.removeReminders, sql.holdReminders] {
      let plan = try plan(of: statement.text(rows: 128), repeated(["bigint", "text", "text"], 128))
      #expect(plan.contains("using reminders_key on reminders"), "\(plan)")
      #expect(plan.contains("Index Cond: ((subject = "), "\(plan)")
      #expect(!plan.contains("Seq Scan") && !plan.contains("Hash Join") && !plan.contains("Merge"), "\(plan)")
    }
    let call = try plan(of: sql.callReminders, ["bigint", "bigint", "bigint"])
    #expect(call.contains("using reminders_by_call on reminders"), "\(call)")
    #expect(call.contains("using reminders_key on reminders"), "\(call)")
    #expect(!call.contains("Seq Scan on reminders"), "\(call)")
    #expect(try plan(of: sql.nextCall, []).contains("using reminders_by_call on reminders"))
  }
}
