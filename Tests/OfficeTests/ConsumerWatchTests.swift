import Office
import Testing

/// A worker whose consumers the broker may have lost without a word consumes anew.
@Suite struct ConsumerWatchTests {
  /// Whether nothing comes because the broker hands out nothing, or because what it hands out is dropped on the way.
  @Test(arguments: [true, false]) func quietQueueIsConsumedAnew(isDeaf: Bool) throws {
    let worker = SteppedWorker()
    try worker.step(3)
    (worker.broker.isDeaf, worker.broker.isMute) = (isDeaf, !isDeaf)
    worker.broker.put(["a"])
    worker.pass(milliseconds: 29_000)
    try worker.step(2)
    #expect(quietQueues(of: worker).isEmpty)
    worker.pass(milliseconds: 1_000)
    try worker.step(3)
    #expect(quietQueues(of: worker) == ["coding.visits.medical"])
    #expect(worker.broker.acknowledged.map(\.correlation) == ["a"])
    #expect(worker.broker.plans.count == 1, "in the same session")
    worker.pass(milliseconds: 29_000)
    try worker.step(3)
    #expect(worker.broker.consumedAnew == 1)
  }

  @Test func queueThatHandsOutIsLeftAlone() throws {
    let worker = SteppedWorker()
    try worker.step(3)
    for number in 0..<20 {
      worker.broker.put(["\(number)"])
      worker.pass(milliseconds: 20_000)
      try worker.step(2)
    }
    #expect(worker.broker.consumedAnew == 0)
  }

  /// One queue may keep a worker busy while nothing comes of another.
  @Test func quietQueueBesideABusyOneIsConsumedAnew() throws {
    let worker = SteppedWorker(queues: ["coding.recodes.medical", "coding.visits.medical"])
    try worker.step(3)
    for number in 0..<13 {
      worker.broker.put(["\(number)"])
      worker.pass(milliseconds: 5_000)
      try worker.step(2)
    }
    try worker.step(1)
    #expect(quietQueues(of: worker) == ["coding.recodes.medical", "coding.recodes.medical"])
    #expect(worker.broker.acknowledged.map(\.correlation) == (0..<13).map { "\($0)" }, "none comes twice")
  }

  @Test func nothingIsGivenBackWhileMoreWaits() throws {
    let worker = SteppedWorker(queues: ["coding.recodes.medical", "coding.visits.medical"])
    try worker.step(3)
    worker.broker.put((0..<100).map { "\($0)" })
    for _ in 0..<5 {
      worker.pass(milliseconds: 60_000)
      try worker.step(1)
    }
    #expect(worker.broker.consumedAnew == 0)
    try worker.step(1)
    #expect(worker.broker.consumedAnew == 1)
    #expect(worker.broker.acknowledged.map(\.correlation) == (0..<100).map { "\($0)" })
  }

  @Test func clockThatIsSetBackDoesNotPutItOff() throws {
    let worker = SteppedWorker()
    try worker.step(3)
    worker.pass(milliseconds: -3_600_000)
    try worker.step(1)
    #expect(worker.broker.consumedAnew == 1)
    try worker.step(5)
    #expect(worker.broker.consumedAnew == 1)
  }

  /// Who takes no messages has nothing to consume anew.
  @Test func quietWorkerStaysQuiet() throws {
    let worker = SteppedWorker()
    try worker.step(3)
    worker.quiet.raise()
    try worker.step(3)
    worker.pass(milliseconds: 600_000)
    try worker.step(3)
    #expect(worker.broker.consumedAnew == 0)
    #expect(worker.phases.last == .quiet)
  }

  private func quietQueues(of worker: SteppedWorker) -> [String] {
    worker.events.compactMap { if case .consumedAnew(let queue) = $0 { queue } else { nil } }
  }
}
