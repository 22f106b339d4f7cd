import ClaimModel
import Messages
import Simulation
import Testing

@testable import Office

@Suite struct OfficeWorkerTests {
  // MARK: The batch loop

  @Test func batchIsAcknowledgedOnlyWhenItsMessagesAreSafe() throws {
    let office = try WorkedOffice()
    try office.submit(script(1, "note one", "send x first"))
    #expect(try office.worker.step(patienceMilliseconds: 0) == .now)  // connects
    #expect(try office.worker.step(patienceMilliseconds: 0) == .now)  // commits and publishes
    #expect(office.store.hasReceipt(for: script(1).key))
    #expect(office.unacknowledged == 1, "not confirmed yet")
    #expect(try office.worker.step(patienceMilliseconds: 0) == .now)  // settles
    #expect(office.unacknowledged == 0)
    #expect(office.out.map(\.text) == ["first"])
    #expect(office.log.settled == [1])
  }

  @Test func batchesAreLimited() throws {
    let office = try WorkedOffice { $0.batchLimit = 3 }
    for number in 1...7 { try office.submit(script(number, "send x m\(number)")) }
    try office.work()
    #expect(office.log.settled == [3, 3, 1])
    #expect(office.out.map(\.text) == (1...7).map { "m\($0)" })
  }

  @Test func journalTellsEveryMessage() throws {
    let office = try WorkedOffice()
    try office.submit(script(1, "note one"), script(2, "never"), script(3, "later"))
    try office.work()
    let entries = try office.journal()
    #expect(entries.map(\.outcome.rawValue).sorted() == ["handled", "parked", "postponed"])
    #expect(entries.allSatisfy { $0.handler == "practice/1" })
  }

  @Test func heartbeatsGoOutEveryTwoSecondsAndAtTheEnd() throws {
    let office = try WorkedOffice(watching: "status")
    try office.work()
    office.time.advance(milliseconds: 1_999)
    try office.work()
    #expect(office.watched.count == 1)
    office.time.advance(milliseconds: 1)
    try office.work()
    #expect(office.watched.count == 2)
    office.worker.drain()
    #expect(office.watched.map(\.type) == Array(repeating: "heartbeat.v1", count: 3))
    #expect(Set(office.watched.map(\.id)).count == 2 || Set(office.watched.map(\.id)).count == 3)
  }

  // MARK: The store fails

  @Test func batchIsKeptWhileTheStoreIsAway() throws {
    let office = try WorkedOffice(storeFailures: 2)
    try office.submit(script(1, "note one", "send x first"))
    _ = try office.worker.step(patienceMilliseconds: 0)
    for failures in 1...2 {
      guard case .after(let milliseconds) = try office.worker.step(patienceMilliseconds: 0) else {
        Issue.record("the worker does not wait")
        return
      }
      #expect(milliseconds > 0)
      #expect(office.log.storeFailures == failures)
      #expect(office.unacknowledged == 1)
    }
    try office.work()
    #expect(office.unacknowledged == 0)
    #expect(office.out.map(\.text) == ["first"])
    #expect(office.log.connects == 1, "the broker is not at fault")
  }

  @Test func commitReportedAsFailedIsNotRepeated() throws {
    let office = try WorkedOffice(storeFailures: 1, isCommitted: true)
    try office.submit(script(1, "note one", "post 250", "send x first"))
    try office.work()
    #expect(office.log.storeFailures == 1)
    #expect(office.notes == ["one"])
    #expect(office.store.ledger.count == 1)
    #expect(office.out.map(\.text) == ["first"])
  }

  // MARK: The broker fails

  @Test func refusedMessageIsSentAgainUnderItsID() throws {
    let office = try WorkedOffice(outArguments: ["x-max-length": 1, "x-overflow": "reject-publish"])
    try office.fillOut()
    try office.submit(script(1, "note one", "send x first"))
    try office.work()
    #expect(Set(office.log.lost.map(\.code)) == [.refused])
    #expect(office.unacknowledged == 1)
    #expect(office.broker.drain(queue: "out").map(\.text) == ["in the way"])
    try office.work()
    #expect(office.unacknowledged == 0)
    #expect(office.notes == ["one"])
    #expect(office.out.map(\.text) == ["first"])
    #expect(office.out.map(\.id) == [script(1).id.child(0, of: "visit-documented.v1")])
  }

  @Test func returnedMessageIsSentAgainAfterTheTopologyWasDeclaredAnew() throws {
    let office = try WorkedOffice()
    try office.work()
    office.broker.delete(queue: "out")
    try office.submit(script(1, "send x first"))
    try office.work()
    #expect(office.out.map(\.text) == ["first"])
    #expect(office.parked.isEmpty)
    #expect(office.log.connects == 2)
    #expect(office.unacknowledged == 0)
  }

  @Test func messageReturnedAgainAfterItHadArrivedIsSentAgain() throws {
    let office = try WorkedOffice()
    try office.work()
    for connects in 2...3 {
      office.broker.delete(queue: "out")
      try office.submit(script(1, "send x first"))
      try office.work()
      #expect(office.out.map(\.text) == ["first"])
      #expect(office.log.connects == connects)
    }
    #expect(office.parked.isEmpty)
    #expect(office.unacknowledged == 0)
  }

  @Test func messageReturnedTwiceIsParked() throws {
    let office = try WorkedOffice(hasOut: false)
    try office.submit(script(1, "note one", "send x first"))
    try office.work()
    let parked = try #require(office.parked.first)
    #expect(office.parked.count == 1)
    #expect(parked.id == script(1).id.child(0, of: "visit-documented.v1"))
    #expect(parked.text == "first")
    #expect(parked.headers["parked-reason"] == "no queue takes it: NO_ROUTE (312)")
    #expect(parked.headers["parked-from"] == "practice/out.x")
    #expect(parked.headers["parked-by"] == "practice/1")
    #expect(office.log.unroutable == [parked.id])
    let entries = try office.journal().filter { $0.outcome == .parked }
    #expect(entries.map(\.messageID) == [parked.id])
    #expect(entries.map(\.reason) == ["no queue takes it: NO_ROUTE (312)"])
    #expect(entries.map(\.handler) == ["practice/1"])
    #expect(office.unacknowledged == 0)
    #expect(office.notes == ["one"])
  }

  @Test func lostConnectionBringsUnacknowledgedMessagesAgain() throws {
    let office = try WorkedOffice()
    try office.submit(script(1, "note one", "send x first"))
    for _ in 0..<2 { _ = try office.worker.step(patienceMilliseconds: 0) }
    office.broker.closeAllConnections(reason: "a test")
    guard case .after = try office.worker.step(patienceMilliseconds: 0) else {
      Issue.record("the worker does not wait before it connects again")
      return
    }
    try office.work()
    #expect(office.log.connects == 2)
    #expect(office.notes == ["one"])
    #expect(Set(office.out.map(\.id)).count == 1)
    #expect(office.unacknowledged == 0)
  }

  @Test func anotherWorkerFinishesWhatACrashedOneHadCommitted() throws {
    let office = try WorkedOffice()
    try office.submit(script(1, "note one", "post 250", "send x first"))
    for _ in 0..<2 { _ = try office.worker.step(patienceMilliseconds: 0) }
    let sent = office.out.map(\.id)
    office.broker.closeAllConnections(reason: "the process is gone")
    try office.replaceWorker()
    try office.work()
    #expect(office.notes == ["one"])
    #expect(office.store.ledger.count == 1)
    #expect(Set(office.out.map(\.id) + sent) == [script(1).id.child(0, of: "visit-documented.v1")])
    #expect(office.unacknowledged == 0)
  }

  @Test func brokerThatIsAwayAtTheStartEndsAWorkerThatDoesNotWait() throws {
    let worker = WorkedOffice.worker(
      broker: AbsentBroker(code: .unreachable), store: SimulatedStore(), settings: WorkedOffice.settings())
    #expect(throws: BrokerError.self) { try worker.step(patienceMilliseconds: 0) }
  }

  @Test func brokerThatIsAwayAtTheStartIsWaitedForWithLongerAndLongerWaits() throws {
    var settings = WorkedOffice.settings()
    settings.waitsForBroker = true
    let worker = WorkedOffice.worker(
      broker: AbsentBroker(code: .unreachable), store: SimulatedStore(), settings: settings)
    var waits: [Int] = []
    for _ in 0..<8 {
      if case .after(let milliseconds) = try worker.step(patienceMilliseconds: 0) { waits.append(milliseconds) }
    }
    #expect(waits.count == 8)
    #expect((waits.first ?? 0) < (waits.last ?? 0))
    #expect(waits.allSatisfy { $0 <= 10_000 })
  }

  @Test func misconfigurationIsNotWaitedFor() throws {
    var settings = WorkedOffice.settings()
    settings.waitsForBroker = true
    let worker = WorkedOffice.worker(
      broker: AbsentBroker(code: .misconfigured), store: SimulatedStore(), settings: settings)
    #expect(throws: BrokerError.self) { try worker.step(patienceMilliseconds: 0) }
  }

  // MARK: Retry and drain

  @Test func messagePutOffComesAgainWhenItsTimeHasCome() throws {
    let office = try WorkedOffice()
    try office.submit(script(1, "later"))
    for (attempt, milliseconds) in [5_000, 30_000, 120_000, 600_000].enumerated() {
      try office.work()
      #expect(office.log.postponed == attempt + 1)
      #expect(office.parked.isEmpty)
      office.time.advance(milliseconds: Int64(milliseconds - 1))
      office.broker.expire()
      try office.work()
      #expect(office.log.postponed == attempt + 1, "not before its time")
      office.time.advance(milliseconds: 1)
      office.broker.expire()
    }
    try office.work()
    #expect(office.parked.map(\.attempt) == [4])
    #expect(office.parked.first?.headers["parked-reason"] == "given up after 5 attempts: the desk is not ready")
    #expect(office.unacknowledged == 0)
  }

  @Test func drainSettlesWhatIsInFlight() throws {
    let office = try WorkedOffice()
    try office.submit(script(1, "send x first"))
    for _ in 0..<2 { _ = try office.worker.step(patienceMilliseconds: 0) }
    #expect(office.unacknowledged == 1)
    office.worker.drain()
    #expect(office.unacknowledged == 0)
    #expect(office.log.isDrained)
    try office.submit(script(2, "send x second"))
    #expect(office.out.map(\.text) == ["first"], "nothing more is consumed")
  }

  @Test func drainWithoutBrokerLosesNothing() throws {
    let office = try WorkedOffice()
    try office.submit(script(1, "send x first"))
    for _ in 0..<2 { _ = try office.worker.step(patienceMilliseconds: 0) }
    office.broker.closeAllConnections(reason: "a test")
    office.worker.drain()
    #expect(office.log.isDrained)
    #expect(office.log.lost.count == 1)
    #expect(office.unacknowledged == 1)
  }
}
