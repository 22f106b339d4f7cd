import ClaimModel
import Messages
import Office
import Testing

/// A worker that is as fast as a person.
@Suite struct WorkPaceTests {
  private func names(_ count: Int) -> [String] { (0..<count).map { "visit-\($0)" } }

  private func milliseconds(_ pace: WorkPace, _ names: [String]) -> Double {
    names.reduce(0) { $0 + pace.milliseconds(for: .derived(from: $1)) }
  }

  @Test func messagesTakeTheirMeanInTheMeanAndAlwaysTheSame() {
    let pace = WorkPace(perHour: 20, seed: 1)
    let times = (0..<2_000).map { pace.milliseconds(for: .derived(from: "m\($0)")) }
    #expect(pace.millisecondsPerMessage == 180_000)
    #expect(times.allSatisfy { (90_000...270_000).contains($0) })
    #expect(times.allSatisfy { $0 <= pace.longestMilliseconds })
    let mean = times.reduce(0, +) / 2_000
    #expect(abs(mean - 180_000) < 5_000, "\(mean)")
    #expect(times == (0..<2_000).map { WorkPace(perHour: 20, seed: 1).milliseconds(for: .derived(from: "m\($0)")) })
    #expect(times != (0..<2_000).map { WorkPace(perHour: 20, seed: 2).milliseconds(for: .derived(from: "m\($0)")) })
  }

  @Test(arguments: [(20.0, 1), (14_400.0, 1), (36_000.0, 2), (3_600_000.0, 250)])
  func batchesAreNoLongerThanAQuarterOfASecond(perHour: Double, limit: Int) {
    #expect(WorkPace(perHour: perHour).batchLimit == limit)
  }

  @Test func personTakesOneMessageAtATimeAndItsTime() throws {
    let pace = WorkPace(perHour: 60, seed: 3)
    let setting = SteppedWorker(pace: pace)
    setting.broker.put(names(5))
    let start = setting.now
    while setting.broker.acknowledged.count < 5, setting.now < start + 3_600_000 { try setting.step(1) }
    let taken = Double(setting.now - start)
    let expected = milliseconds(pace, names(5))
    // Each message is handled when its time is over; the last one is acknowledged a step later.
    #expect(taken >= expected && taken < expected + 5 * 250 + 100, "\(taken) of \(expected)")
    #expect(setting.broker.acknowledged.map(\.correlation) == names(5))
    // What one person cannot get to is left for the others.
    #expect(setting.broker.plans.map(\.prefetch) == [1])
    let received = setting.events.compactMap { if case .received(let messages) = $0 { messages } else { nil } }
    #expect(received == [1, 1, 1, 1, 1])
  }

  @Test func personBeatsWhileWorking() throws {
    let setting = SteppedWorker(pace: WorkPace(perHour: 60, seed: 3))
    setting.broker.put(names(1))
    // A message of at least half a minute; a hundred looks, a quarter of a second apart.
    try setting.step(102)
    #expect(setting.broker.acknowledged.isEmpty)
    let beats = setting.broker.published.filter { $0.message.type == MessageType.heartbeat.rawValue }
    #expect((10...14).contains(beats.count), "\(beats.count)")
    #expect(try setting.broker.phases() == ["working"])
  }

  @Test func personWhoGoesHomeLeavesTheUnfinishedInTheQueue() throws {
    let setting = SteppedWorker(pace: WorkPace(perHour: 60, seed: 3))
    setting.broker.put(names(3))
    try setting.step(20)
    let before = setting.now
    setting.drain()
    #expect(setting.now == before, "draining waits for nobody's work")
    #expect(setting.broker.acknowledged.isEmpty)
    #expect(setting.broker.ready.map(\.correlation) == names(3))
  }

  @Test func batchBeforeIsSettledWhileTheNextIsWorkedOn() throws {
    let setting = SteppedWorker(pace: WorkPace(perHour: 60, seed: 3))
    setting.broker.put(names(2))
    let first = WorkPace(perHour: 60, seed: 3).milliseconds(for: .derived(from: "visit-0"))
    let start = setting.now
    while Double(setting.now - start) < first + 600 { try setting.step(1) }
    #expect(setting.broker.acknowledged.map(\.correlation) == ["visit-0"])
  }

  @Test func quietPersonLaysDownTheWork() throws {
    let setting = SteppedWorker(pace: WorkPace(perHour: 60, seed: 3))
    setting.broker.put(names(2))
    try setting.step(10)
    setting.quiet.raise()
    try setting.step(400)
    #expect(setting.broker.ready.count == 2)
    setting.quiet.lower()
    try setting.step(900)
    #expect(setting.broker.acknowledged.count == 2)
  }

  @Test func clockThatIsSetBackMakesNobodyWorkTwice() throws {
    let pace = WorkPace(perHour: 60, seed: 3)
    let setting = SteppedWorker(pace: pace)
    setting.broker.put(names(1))
    try setting.step(10)
    setting.pass(milliseconds: -3_600_000)
    let start = setting.now
    while setting.broker.acknowledged.isEmpty, setting.now < start + 600_000 { try setting.step(1) }
    #expect(Double(setting.now - start) < milliseconds(pace, names(1)) + 600)
  }

  @Test func storeThatIsAwayIsTriedAgainWithoutDoingTheWorkAgain() throws {
    let pace = WorkPace(perHour: 60, seed: 3)
    let setting = SteppedWorker(pace: pace)
    setting.broker.put(names(1))
    setting.store.setAway(true)
    let work = Int64(milliseconds(pace, names(1)))
    let start = setting.now
    while setting.now < start + work + 1_000 { try setting.step(1) }
    setting.store.setAway(false)
    while setting.broker.acknowledged.isEmpty, setting.now < start + 10 * work { try setting.step(1) }
    // Backoff, and no second time.
    #expect(setting.now < start + work + 40_000, "\(setting.now - start) of \(work)")
  }
}
