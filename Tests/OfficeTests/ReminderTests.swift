import ClaimModel
import Messages
import Simulation
import Testing

@testable import Office

/// What a worker does about the reminders that its desk asks for.
@Suite struct ReminderTests {
  private static let minute: Int64 = 60_000
  private static let hour: Int64 = 3_600_000

  /// Lets time pass and the worker step.
  private func pass(_ milliseconds: Int64, in office: WorkedOffice) throws {
    office.time.advance(milliseconds: milliseconds)
    try office.work()
  }

  private func entries(of office: WorkedOffice) throws -> [JournalEntry] {
    try office.broker.messages(in: "journal").flatMap { try JournalEntry.entries(in: $0.body) }
      .filter { $0.type == "reminder-due.v1" }
  }

  @Test func reminderComesWhenItsTimeHasComeAndOnce() throws {
    let office = try WorkedOffice()
    try office.submit(script(1, "note set", "remind 60000 send x late"))
    try office.work()
    let set = office.time.now
    try pass(Self.minute - 1_000, in: office)
    #expect(office.out.isEmpty)
    #expect(try office.store.nextCall() == set.adding(milliseconds: Self.minute))
    try pass(1_000, in: office)
    #expect(office.out.map(\.text) == ["late"])
    #expect(office.store.reminders.isEmpty)
    try pass(2 * Self.hour, in: office)
    #expect(office.out.count == 1)
    #expect(office.unacknowledged == 0)
  }

  @Test func journalAndCausationTellWhereAReminderComesFrom() throws {
    let office = try WorkedOffice()
    try office.submit(script(1, "remind 60000 send x late"))
    try office.work()
    let due = office.time.now.adding(milliseconds: Self.minute)
    try pass(Self.minute, in: office)
    let entry = try #require(try entries(of: office).first)
    #expect(entry.causation == script(1).id)
    #expect(entry.sent == due && entry.handled == due && entry.outcome == .handled && entry.visits == ["a"])
    #expect(office.out.first?.causation == entry.messageID)
  }

  @Test func reminderThatIsCancelledOrReplacedDoesNotCome() throws {
    let office = try WorkedOffice()
    try office.submit(
      script(1, "remind 60000 send x cancelled", "remind 60000 send x moved", "remind 60000 send x stays"))
    try office.work()
    try office.submit(script(2, "cancel send x cancelled", "remind 120000 send x moved"))
    try office.submit(script(3, about: "b", "cancel send x stays", "cancel send x never set"))
    try office.work()
    try pass(Self.minute, in: office)
    #expect(office.out.map(\.text) == ["stays"])
    try pass(Self.minute, in: office)
    #expect(office.out.map(\.text) == ["stays", "moved"])
    #expect(office.store.reminders.isEmpty)
  }

  @Test func reminderThatSetsItselfAgainComesAgain() throws {
    let office = try WorkedOffice()
    try office.submit(script(1, "remind 0 remind 0 remind 5000 note done"))
    try office.work()
    for _ in 0..<7 { try pass(1_000, in: office) }
    #expect(office.notes == ["done"])
    #expect(office.store.reminders.isEmpty)
  }

  @Test func reminderOfLongAgoComesSoonAndOneOutsideTheCalendarAtItsEnds() throws {
    let office = try WorkedOffice()
    try office.submit(script(1, "remind -9000000000000000000 note early", "remind 1000000000000000 note late"))
    try office.work()
    try pass(1_000, in: office)
    #expect(office.notes == ["early"])
    #expect(office.store.reminders.map(\.reminder.due.date.iso) == ["9999-12-31"])
  }

  @Test func bundleSetsReminders() throws {
    let office = try WorkedOffice()
    try office.submit(script(1, "part x follow-up"))
    try office.work()
    try pass(1_000, in: office)
    #expect(try entries(of: office).count == 1)
  }

  // MARK: When a worker looks

  @Test func looksOnceASecondAndBeginsNoTransactionWhenNothingIsDue() throws {
    let looks = CountedStore(SimulatedStore())
    let time = SimulatedTime(start: Timestamp(milliseconds: 1_784_116_800_000))
    let worker = WorkedOffice.worker(
      broker: SimulatedBroker(time: time), store: looks, settings: WorkedOffice.settings(), time: time)
    for _ in 0..<100 {
      _ = try worker.step(patienceMilliseconds: 0)
      time.advance(milliseconds: 50)
    }
    #expect(looks.looks == 5)
    #expect(looks.transactions == 0)
  }

  @Test func quietWorkerCallsNone() throws {
    let office = try WorkedOffice()
    try office.submit(script(1, "remind 1000 send x late"))
    try office.work()
    office.quiet.raise()
    try pass(Self.hour, in: office)
    #expect(office.out.isEmpty && office.unacknowledged == 0)
    office.quiet.lower()
    try pass(1_000, in: office)
    #expect(office.out.map(\.text) == ["late"])
  }

  @Test func manyThatAreDueAtOnceComeInBatches() throws {
    let office = try WorkedOffice { $0.batchLimit = 3 }
    for number in 0..<10 { try office.submit(script(number, about: "\(number)", "remind 1000 send x \(number)")) }
    try office.work()
    try pass(1_000, in: office)
    #expect(Set(office.out.map(\.text)) == Set((0..<10).map { "\($0)" }))
    #expect(office.log.settled.allSatisfy { $0 <= 3 })
  }

  // MARK: Failures

  @Test func callThatIsLostIsMadeAgain() throws {
    let office = try WorkedOffice()
    try office.submit(script(1, "remind 60000 send x late"))
    try office.work()
    // A worker notes the call and dies before the broker has it.
    office.time.advance(milliseconds: Self.minute)
    let called = try office.store.transaction { transaction throws(StoreError) in
      try transaction.callReminders(
        until: office.time.now, limit: 10,
        again: office.time.now.adding(milliseconds: ReminderCalls.repeatMilliseconds))
    }
    #expect(called.count == 1)
    office.worker.drain()
    try office.replaceWorker()
    try pass(Self.hour - 1, in: office)
    #expect(office.out.isEmpty)
    try pass(1_000, in: office)
    #expect(office.out.map(\.text) == ["late"])
  }

  @Test func storeThatFailsIsLookedIntoLater() throws {
    let office = try WorkedOffice()
    try office.submit(script(1, "remind 60000 send x late"))
    try office.work()
    office.worker.drain()
    let failing = FailingStore(office.store, failures: 1)
    let worker = WorkedOffice.worker(
      broker: office.broker, store: failing, settings: WorkedOffice.settings(), time: office.time)
    office.time.advance(milliseconds: Self.minute)
    for _ in 0..<10 { _ = try worker.step(patienceMilliseconds: 0) }
    #expect(office.out.isEmpty)
    office.time.advance(milliseconds: ReminderCalls.failureMilliseconds)
    for _ in 0..<10 { _ = try worker.step(patienceMilliseconds: 0) }
    #expect(office.out.map(\.text) == ["late"])
  }

  @Test func reminderThatIsParkedIsCalledNoMoreAndHandledWhenItIsSentAgain() throws {
    let office = try WorkedOffice()
    try office.submit(script(1, "remind 1000 never"))
    try office.work()
    try pass(1_000, in: office)
    #expect(office.parked.count == 1)
    try pass(3 * Self.hour, in: office)
    #expect(office.parked.count == 1)
    #expect(office.store.reminders.map(\.call) == [nil])
    // An operator sends it again; the desk refuses it as before, and then is asked for something else.
    var again = try #require(office.parked.first)
    again.headers = [:]
    try office.submit(again)
    try office.work()
    #expect(office.parked.count == 2)
    try office.submit(script(2, "cancel never"), again)
    try office.work()
    #expect(office.parked.count == 2)
    #expect(office.store.reminders.isEmpty)
  }

  @Test func putOffReminderComesByTheRetryLadder() throws {
    let office = try WorkedOffice()
    try office.submit(script(1, "remind 1000 later"))
    try office.work()
    try pass(1_000, in: office)
    for _ in 0..<40 {
      office.time.advance(milliseconds: Self.minute)
      office.broker.expire()
      try office.work()
    }
    #expect(office.log.postponed == RetryLadder.standard.steps.count)
    #expect(office.parked.map { $0.headers["parked-reason"] } == ["given up after 5 attempts: the desk is not ready"])
    #expect(office.parked.map { $0.headers["parked-from"] } == ["practice.inbox"])
  }
}

/// A store that counts what is asked of it.
private final class CountedStore: Store, @unchecked Sendable {
  // Unchecked because each test uses it in one thread.
  private let inner: any Store
  private(set) var looks = 0
  private(set) var transactions = 0

  init(_ inner: any Store) { self.inner = inner }

  func transaction<Result>(
    _ body: (any StoreTransaction) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    transactions += 1
    return try inner.transaction(body)
  }

  func nextCall() throws(StoreError) -> Timestamp? {
    looks += 1
    return try inner.nextCall()
  }

  func close() {}
}
