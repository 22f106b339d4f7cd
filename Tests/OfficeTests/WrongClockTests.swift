import ClaimModel
import Messages
import Simulation
import Testing

@testable import Office

/// Workers of one office whose clocks are wrong by more than receipts are kept.
@Suite struct WrongClockTests {
  private static let day: Int64 = 86_400_000
  private let time = SimulatedTime(start: Timestamp(milliseconds: 1_784_116_800_000))
  private let store = SimulatedStore()
  private let broker: SimulatedBroker
  private let sender: any BrokerSession

  init() throws {
    broker = SimulatedBroker(time: time)
    sender = try broker.open(SessionPlan(name: "sender", topology: WorkedOffice.settings().topology))
  }

  /// A worker whose clock is wrong by some days, and keeps receipts for 30.
  private func worker(daysAhead days: Int64) -> OfficeWorker<ScriptedDesk> {
    var settings = WorkedOffice.settings()
    settings.receiptRetentionMilliseconds = 30 * Self.day
    let time = time
    return OfficeWorker(
      desk: ScriptedDesk(), broker: broker, store: store, configuration: settings,
      clock: { time.now.adding(milliseconds: days * Self.day) })
  }

  private func handle(_ name: String, with worker: OfficeWorker<ScriptedDesk>) throws {
    let message = WireMessage(
      id: .derived(from: name), type: "script.v1", correlation: "a", timestamp: time.now, appID: "coding/1",
      contentType: "text/plain", body: Array("note \(name)".utf8))
    _ = try sender.publish([Publication(route: Route(exchange: "", key: "practice.inbox"), message: message)])
    for _ in 0..<6 { _ = try worker.step(patienceMilliseconds: 0) }
    worker.drain()
  }

  @Test func clockFarAheadPurgesNoYoungReceipts() throws {
    try handle("first", with: worker(daysAhead: 0))
    time.advance(milliseconds: 60_000)
    try handle("second", with: worker(daysAhead: 40))
    #expect(store.hasReceipt(for: MessageKey(correlation: "a", id: .derived(from: "first"))))
    // The first message comes again and is not handled again.
    time.advance(milliseconds: 60_000)
    try handle("first", with: worker(daysAhead: 0))
    #expect(store.body(of: ScriptedDesk.key("a")).flatMap { try? Notes(stored: $0).words } == ["first", "second"])
  }

  @Test func clockFarBehindDatesNoReceiptAsOld() throws {
    try handle("first", with: worker(daysAhead: -40))
    time.advance(milliseconds: 60_000)
    try handle("second", with: worker(daysAhead: 0))
    #expect(store.hasReceipt(for: MessageKey(correlation: "a", id: .derived(from: "first"))))
  }

  @Test func receiptsOfLongAgoGo() throws {
    try handle("first", with: worker(daysAhead: 0))
    time.advance(milliseconds: 31 * Self.day)
    try handle("second", with: worker(daysAhead: 0))
    #expect(!store.hasReceipt(for: MessageKey(correlation: "a", id: .derived(from: "first"))))
    #expect(store.hasReceipt(for: MessageKey(correlation: "a", id: .derived(from: "second"))))
  }
}
