import Office
import Testing

@testable import PostgresStore

@Suite struct SQLStateTests {
  @Test(arguments: [
    ("40001", StoreError.Code.unavailable), ("40P01", .unavailable), ("55P03", .unavailable), ("57P01", .unavailable),
    ("57P02", .unavailable), ("57P03", .unavailable), ("57014", .unavailable), ("53100", .unavailable),
    ("53300", .unavailable), ("08006", .unavailable), ("58030", .unavailable), ("25006", .unavailable),
    ("25P03", .unavailable), ("XX000", .unavailable), ("23505", .corrupt), ("23514", .corrupt), ("22021", .corrupt),
    ("42P01", .corrupt), ("XX001", .corrupt), ("28P01", .misconfigured), ("28000", .misconfigured),
    ("3D000", .misconfigured), ("42501", .misconfigured),
  ])
  func codeTellsWhetherTryingAgainHelps(code: String, meaning: StoreError.Code) {
    #expect(SQLState(code).meaning == meaning)
    #expect(SQLState(code).words.contains(code))
  }
}
