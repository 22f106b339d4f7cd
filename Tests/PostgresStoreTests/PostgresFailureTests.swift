import ClaimModel
import Foundation
import Office
import PostgresStore
import TestPostgres
import Testing

/// What a worker meets when its server or its connection fails.
@Suite(.serialized) struct PostgresFailureTests {
  private let key = CaseKey(kind: "account", id: "V1")

  private func save(_ body: [UInt8], in store: any Store) throws(StoreError) {
    try store.transaction { transaction throws(StoreError) in try transaction.saveCases([(key, body)]) }
  }

  private func read(_ store: any Store) throws(StoreError) -> [UInt8]? {
    try store.transaction { transaction throws(StoreError) in try transaction.loadCases([key])[key] }
  }

  /// The server's processes that serve a database.
  private func processes(of url: String) throws -> [pid_t] {
    let name = url.split(separator: "/").last ?? ""
    return try PrivatePostgres.query(
      "SELECT pid FROM pg_stat_activity WHERE datname = '\(name)'", in: PrivatePostgres.shared.url
    )
    .split(separator: "\n").compactMap { pid_t($0) }
  }

  private func terminate(_ url: String) throws {
    for process in try processes(of: url) {
      try PrivatePostgres.query("SELECT pg_terminate_backend(\(process), 10000)", in: PrivatePostgres.shared.url)
    }
  }

  @Test(.timeLimit(.minutes(10))) func connectionLostInATransactionUndoesItAndTheNextOneReconnects() throws {
    let url = try PrivatePostgres.newDatabase()
    let store = try PostgresStore(url: url)
    defer { store.close() }
    try save([1], in: store)
    var failure: (any Error)?
    let error = #expect(throws: StoreError.self) {
      try store.transaction { transaction throws(StoreError) in
        _ = try transaction.loadCases([key])
        try transaction.saveCases([(key, [2])])
        do { try terminate(url) } catch { failure = error }
      }
    }
    #expect(failure == nil)
    #expect(error?.code == .unavailable, "\(error?.description ?? "")")
    #expect(try read(store) == [1])
  }

  @Test(.timeLimit(.minutes(10))) func connectionLostBetweenTransactionsIsReplacedUnnoticed() throws {
    let url = try PrivatePostgres.newDatabase()
    let store = try PostgresStore(url: url)
    defer { store.close() }
    try save([1], in: store)
    try terminate(url)
    #expect(try read(store) == [1])
  }

  @Test(.timeLimit(.minutes(10))) func restartedServerIsFoundAgain() throws {
    let server = try PrivatePostgres()
    defer { server.stop() }
    let store = try PostgresStore(url: try server.newDatabase())
    defer { store.close() }
    try save([1], in: store)
    try server.restart()
    #expect(try read(store) == [1])
    try save([2], in: store)
    #expect(try read(store) == [2])
  }

  @Test(.timeLimit(.minutes(10))) func silentServerIsGivenUp() throws {
    let url = try PrivatePostgres.newDatabase()
    let store = try PostgresStore(url: url, limits: PostgresLimits(answerMilliseconds: 2_000))
    defer { store.close() }
    let processes = try processes(of: url)
    try #require(processes.count == 1)
    for process in processes { kill(process, SIGSTOP) }
    let error = #expect(throws: StoreError.self) { try read(store) }
    for process in processes { kill(process, SIGCONT) }
    #expect(error?.code == .unavailable)
    #expect(error?.reason == "the server does not answer")
    #expect(try read(store) == nil)
  }

  @Test(.timeLimit(.minutes(10))) func caseThatIsHeldTooLongMakesTheTransactionFail() throws {
    let url = try PrivatePostgres.newDatabase()
    let holder = try PostgresStore(url: url)
    let store = try PostgresStore(url: url, limits: PostgresLimits(lockMilliseconds: 100))
    defer { store.close() }
    try save([1], in: holder)
    var error: StoreError?
    try holder.transaction { transaction throws(StoreError) in
      _ = try transaction.loadCases([key])
      error = #expect(throws: StoreError.self) { try read(store) }
    }
    #expect(error?.code == .unavailable)
    #expect(error?.reason.contains("55P03") == true)
    #expect(try read(store) == [1])
  }

  @Test(.timeLimit(.minutes(10))) func workerThatStopsInATransactionLosesItsLocks() throws {
    let url = try PrivatePostgres.newDatabase()
    let holder = try PostgresStore(url: url, limits: PostgresLimits(idleMilliseconds: 200))
    let store = try PostgresStore(url: url)
    defer { store.close() }
    try save([1], in: holder)
    let error = #expect(throws: StoreError.self) {
      try holder.transaction { transaction throws(StoreError) in
        _ = try transaction.loadCases([key])
        // The other worker gets the case while this one does nothing.
        let other = try read(store)
        #expect(other == [1])
        try transaction.saveCases([(key, [2])])
      }
    }
    #expect(error?.code == .unavailable)
    #expect(try read(holder) == [1])
  }

  @Test func valueThatTheServerCannotTakeIsNotQuoted() throws {
    let store = try PostgresStore(url: try PrivatePostgres.newDatabase())
    defer { store.close() }
    let error = #expect(throws: StoreError.self) {
      try store.transaction { transaction throws(StoreError) in
        try transaction.saveCases([(CaseKey(kind: "account", id: "Canary\0Patient"), [1])])
      }
    }
    #expect(error?.code == .corrupt)
    #expect(error?.description.contains("Canary") == false)
    #expect(error?.reason.contains("22021") == true)
  }
}
