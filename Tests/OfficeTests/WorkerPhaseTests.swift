import ClaimModel
import Messages
import Office
import Synchronization
import Testing

/// When a worker takes messages and when it leaves them in their queue.
@Suite struct WorkerPhaseTests {
  /// A worker with its surroundings, in simulated time.
  private final class Setting {
    let broker = PlainBroker()
    let store = PlainStore()
    let quiet = QuietSignal()
    private let time: Clock
    private let log: Log
    private let worker: OfficeWorker<PlainDesk>

    final class Clock: Sendable {
      let milliseconds = Mutex<Int64>(1_000_000)
    }

    final class Log: Sendable {
      let events = Mutex<[WorkerEvent]>([])
    }

    var events: [WorkerEvent] { log.events.withLock { $0 } }
    var phases: [WorkerPhase] {
      events.compactMap { if case .phaseChanged(let phase) = $0 { phase } else { nil } }
    }
    var changes: [KillSwitch.Change] {
      events.compactMap { if case .killSwitch(let change) = $0 { change } else { nil } }
    }

    init(batch: Int = 20, prefetch: Int = 40, killSwitch: KillSwitch.Settings? = nil) {
      let time = Clock()
      let log = Log()
      self.time = time
      self.log = log
      worker = OfficeWorker(
        desk: PlainDesk(), broker: broker, store: store,
        configuration: WorkerConfiguration(
          name: "coding/test", queues: ["coding.visits.medical"], topology: Topology(), batchLimit: batch,
          prefetch: prefetch, killSwitch: killSwitch),
        clock: { Timestamp(milliseconds: time.milliseconds.withLock { $0 }) },
        stopwatch: { .milliseconds(time.milliseconds.withLock { $0 }) }, quiet: quiet
      ) { event in log.events.withLock { $0.append(event) } }
    }

    /// Takes steps; waits pass in simulated time, and each step takes a millisecond.
    func step(_ count: Int) throws {
      for _ in 0..<count {
        var wait: Int64 = 1
        if case .after(let milliseconds) = try worker.step(patienceMilliseconds: 0) { wait = Int64(milliseconds) }
        time.milliseconds.withLock { $0 += wait }
      }
    }

    func pass(milliseconds: Int64) { time.milliseconds.withLock { $0 += milliseconds } }
    func drain() { worker.drain() }
  }

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
