import ClaimModel
import Messages
import Office
import Testing

/// When a worker takes messages and when it leaves them in their queue.
@Suite struct WorkerPhaseTests {
  private typealias Setting = SteppedWorker

  private func names(_ prefix: String, _ count: Int) -> [String] { (0..<count).map { "\(prefix)-\($0)" } }

  @Test func quietWorkerSettlesItsBatchAndLeavesTheRestInTheQueue() throws {
    let setting = Setting()
    setting.broker.put(names("visit", 100))
    // Connect, and handle a first batch; it is in flight, and twenty more are prefetched.
    try setting.step(2)
    setting.quiet.raise()
    try setting.step(3)
    #expect(setting.broker.acknowledged.map(\.correlation) == names("visit", 20))
    #expect(setting.broker.ready.map(\.correlation) == Array(names("visit", 100).dropFirst(20)))
    #expect(setting.broker.plans.last?.queues.isEmpty == true)

    setting.broker.put(names("later", 5))
    try setting.step(20)
    #expect(setting.broker.ready.count == 85)
    #expect(try setting.broker.phases() == ["working", "quiet"])

    setting.quiet.lower()
    try setting.step(10)
    #expect(setting.broker.ready.isEmpty)
    #expect(setting.broker.acknowledged.count == 105)
    setting.drain()
    #expect(try setting.broker.phases() == ["working", "quiet", "working", "draining"])
    #expect(setting.phases == [.quiet, .working, .draining])
  }

  @Test func quietWorkerStillBeats() throws {
    let setting = Setting()
    setting.quiet.raise()
    try setting.step(100)
    let beats = setting.broker.published.filter { $0.message.type == MessageType.heartbeat.rawValue }
    // A hundred looks a quarter of a second apart, and a beat every two seconds.
    #expect((10...14).contains(beats.count), "\(beats.count)")
    #expect(setting.broker.plans.count == 1)
  }

  @Test func worksOnWhileFewMessagesFail() throws {
    let setting = Setting(killSwitch: KillSwitch.Settings())
    for index in 0..<200 { setting.broker.put([index % 5 == 0 ? "bad-\(index)" : "good-\(index)"]) }
    try setting.step(20)
    #expect(setting.broker.acknowledged.count == 200)
    #expect(setting.phases.isEmpty)
  }

  @Test(arguments: ["bad", "early"])
  func pausesWhenTooManyMessagesAreParkedOrPutOff(kind: String) throws {
    let setting = Setting(killSwitch: KillSwitch.Settings())
    setting.broker.put(names(kind, 300))
    try setting.step(40)
    // Three batches of twenty make fifty; nothing more leaves the queue.
    #expect(setting.broker.acknowledged.count == 60)
    #expect(setting.broker.ready.count == 240)
    #expect(setting.changes == [.tripped(failed: 60, handled: 60, pauseMilliseconds: 60_000)])
    #expect(try setting.broker.phases() == ["working", "paused"])
  }

  @Test func triesAFewMessagesAfterThePauseAndPausesAgain() throws {
    let setting = Setting(killSwitch: KillSwitch.Settings())
    setting.broker.put(names("bad", 300))
    try setting.step(10)
    setting.pass(milliseconds: 60_000)
    try setting.step(20)
    #expect(setting.broker.acknowledged.count == 70)
    #expect(setting.broker.ready.count == 230)
    #expect(setting.phases == [.paused, .trial, .paused])
    // What is prefetched and goes back counts against the queue's delivery limit.
    #expect(setting.broker.plans.map(\.prefetch).contains(10))
  }

  @Test func worksAgainWhenTheTrialGoesWell() throws {
    let setting = Setting(killSwitch: KillSwitch.Settings())
    setting.broker.put(names("bad", 60) + names("good", 200))
    try setting.step(10)
    #expect(setting.broker.ready.count == 200)
    setting.pass(milliseconds: 60_000)
    try setting.step(40)
    #expect(setting.broker.acknowledged.count == 260)
    #expect(setting.phases == [.paused, .trial, .working])
    #expect(setting.broker.plans.last?.prefetch == 40)
    #expect(setting.changes.last == .closed)
  }

  @Test func storeThatStaysAwayPausesTheWorkerButOneStumbleDoesNot() throws {
    let setting = Setting(batch: 100, prefetch: 200, killSwitch: KillSwitch.Settings())
    setting.broker.put(names("visit", 150))
    try setting.step(1)
    setting.store.setAway(true)
    try setting.step(1)
    #expect(setting.changes.isEmpty)
    try setting.step(1)
    #expect(setting.changes == [.tripped(failed: 100, handled: 100, pauseMilliseconds: 60_000)])
    try setting.step(2)
    #expect(setting.broker.ready.count == 150)

    setting.store.setAway(false)
    setting.pass(milliseconds: 60_000)
    try setting.step(20)
    #expect(setting.broker.acknowledged.count == 150)
    #expect(setting.phases == [.paused, .trial, .working])
  }

  @Test func quietGoesBeforePaused() throws {
    let setting = Setting(killSwitch: KillSwitch.Settings())
    setting.broker.put(names("bad", 300))
    try setting.step(10)
    setting.quiet.raise()
    setting.pass(milliseconds: 600_000)
    try setting.step(10)
    #expect(setting.phases == [.paused, .quiet])
    #expect(setting.broker.acknowledged.count == 60)
  }

  @Test func toldWhatABatchTook() throws {
    let setting = Setting()
    setting.broker.put(names("visit", 30))
    try setting.step(4)
    let times = setting.events.compactMap { if case .batchTimed(let times) = $0 { times } else { nil } }
    #expect(times.count == 2)
    // Each is acknowledged one step, that is one millisecond, after it was received.
    #expect(times.allSatisfy { $0.whole == .milliseconds(1) && $0.commit == .zero && $0.confirm == .zero })
    let received = setting.events.compactMap { if case .received(let messages) = $0 { messages } else { nil } }
    #expect(received == [20, 10])
  }
}
