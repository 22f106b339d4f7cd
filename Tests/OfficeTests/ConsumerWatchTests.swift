import Office
import Testing

/// A worker whose consumers the broker has lost without a word opens its session anew.
@Suite struct ConsumerWatchTests {
  private func idle() throws -> SteppedWorker {
    let worker = SteppedWorker()
    try worker.step(3)
    #expect(worker.broker.plans.count == 1)
    return worker
  }

  @Test func whoConsumesNothingConsumesAgain() throws {
    let worker = try idle()
    worker.broker.consumers = 0
    worker.pass(milliseconds: 9_900)
    try worker.step(2)
    #expect(worker.broker.plans.count == 1)
    worker.pass(milliseconds: 100)
    try worker.step(1)
    worker.broker.consumers = 1
    #expect(losses(of: worker) == ["consume coding.visits.medical"])
    try worker.step(2)
    #expect(worker.broker.plans.count == 2)
    worker.broker.put(["a"])
    try worker.step(3)
    #expect(worker.broker.acknowledged.map(\.correlation) == ["a"])
  }

  /// Another worker's consumer counts as well; that messages wait for longer than a moment tells.
  @Test func messagesThatWaitAreFetched() throws {
    let worker = try idle()
    worker.broker.isMute = true
    worker.broker.put(["a"])
    worker.pass(milliseconds: 10_000)
    try worker.step(2)
    #expect(losses(of: worker).isEmpty, "it may have come just now")
    worker.pass(milliseconds: 10_000)
    try worker.step(5)
    #expect(losses(of: worker).count == 1)
    #expect(worker.broker.acknowledged.map(\.correlation) == ["a"])
  }

  @Test func messagesThatWaitedOnceAreNoLoss() throws {
    let worker = try idle()
    for _ in 0..<5 {
      worker.broker.isMute = true
      worker.broker.put(["a"])
      worker.pass(milliseconds: 10_000)
      try worker.step(1)
      worker.broker.isMute = false
      try worker.step(3)
    }
    #expect(worker.broker.inspections == 5)
    #expect(losses(of: worker).isEmpty)
    #expect(worker.broker.plans.count == 1)
  }

  @Test func whoHasWorkDoesNotAsk() throws {
    let worker = try idle()
    for number in 0..<20 {
      worker.broker.put(["\(number)"])
      worker.pass(milliseconds: 5_000)
      try worker.step(2)
    }
    #expect(worker.broker.inspections == 0)
  }

  @Test func brokerThatHoldsPublishersBackIsNotAsked() throws {
    let worker = try idle()
    worker.broker.consumers = 0
    worker.broker.blockedReason = "low on memory"
    worker.pass(milliseconds: 60_000)
    try worker.step(2)
    #expect(worker.broker.inspections == 0)
    worker.broker.blockedReason = nil
    try worker.step(1)
    #expect(losses(of: worker).count == 1)
  }

  /// RabbitMQ 4.2.6 and 4.3.0 ask for a permission that a user may not have.
  @Test func brokerThatDoesNotTellIsAskedOnce() throws {
    let worker = try idle()
    worker.broker.isSecretive = true
    for _ in 0..<5 {
      worker.pass(milliseconds: 10_000)
      try worker.step(3)
    }
    #expect(worker.broker.inspections == 1)
    #expect(losses(of: worker) == ["inspect queue coding.visits.medical"])
  }

  @Test func clockThatIsSetBackDoesNotPutItOff() throws {
    let worker = try idle()
    worker.broker.consumers = 0
    worker.pass(milliseconds: -3_600_000)
    try worker.step(1)
    #expect(losses(of: worker).count == 1)
  }

  private func losses(of worker: SteppedWorker) -> [String] {
    worker.events.compactMap { if case .sessionLost(let error, _) = $0 { error.operation } else { nil } }
  }
}
