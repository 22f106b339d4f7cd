import Office
import PostgresStore
import StoreConformance
import TestPostgres
import Testing

@Suite struct PostgresConformanceTests {
  @Test(.timeLimit(.minutes(10)), arguments: StoreRule.allCases) func conforms(_ rule: StoreRule) throws {
    let url = try PrivatePostgres.newDatabase()
    try rule.check { try PostgresStore(url: url) }
  }
}
