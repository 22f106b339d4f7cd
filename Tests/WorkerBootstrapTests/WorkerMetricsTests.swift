import ClaimModel
import Office
import PrometheusExposition
import Synchronization
import Testing

@testable import WorkerBootstrap

/// What a worker tells about itself, as metrics and probes show it.
@Suite struct WorkerMetricsTests {
  private let registry = PrometheusRegistry()

  private final class Clock: Sendable {
    let now = Mutex(Duration.zero)
  }

  private func entry(
    _ type: String, _ outcome: JournalEntry.Outcome = .handled, ageMilliseconds: Int64 = 1_000
  ) -> JournalEntry {
    JournalEntry(
      messageID: .derived(from: type), type: type, visits: [VisitID("V-CANARY")], sender: "practice/canary",
      handler: "coding/a", sent: Timestamp(milliseconds: 10_000),
      handled: Timestamp(milliseconds: 10_000 + ageMilliseconds), outcome: outcome, reason: "canary")
  }

  private func value(_ line: String) -> String? {
    registry.text.split(separator: "\n").first { $0.hasPrefix(line + " ") }.map { String($0.dropFirst(line.count + 1)) }
  }

  @Test func messagesAreCountedByTypeAndOutcome() {
    let metrics = WorkerMetrics(office: .coding, factory: registry)
    let entries = [
      entry("visit-documented.v1"), entry("visit-documented.v1"), entry("visit-documented.v1", .parked),
      entry("recode-requested.v1", .postponed),
    ]
    metrics.note(.batchCommitted(entries, []), of: 0)
    metrics.note(.batchCommitted(entries, []), of: 1)
    let name = "superbill_messages_handled_total"
    #expect(value("\(name){office=\"coding\",outcome=\"handled\",type=\"visit-documented.v1\"}") == "4")
    #expect(value("\(name){office=\"coding\",outcome=\"parked\",type=\"visit-documented.v1\"}") == "2")
    #expect(value("\(name){office=\"coding\",outcome=\"postponed\",type=\"recode-requested.v1\"}") == "2")
  }

  @Test func whatPeersInventAddsNoSeries() {
    let metrics = WorkerMetrics(office: .coding, factory: registry)
    metrics.note(.batchCommitted((0..<500).map { entry("invented-\($0).v1", .parked) }, []), of: 0)
    let lines = registry.text.split(separator: "\n").filter { $0.hasPrefix("superbill_messages_handled_total{") }
    #expect(lines == ["superbill_messages_handled_total{office=\"coding\",outcome=\"parked\",type=\"unknown\"} 500"])
    for secret in ["CANARY", "canary", "invented"] { #expect(!registry.text.contains(secret)) }
  }

  @Test func agesAndTimesAreInSeconds() {
    let metrics = WorkerMetrics(office: .coding, factory: registry)
    metrics.note(
      .batchCommitted([entry("a", ageMilliseconds: 2_500), entry("b", ageMilliseconds: -40)], []), of: 0)
    metrics.note(
      .batchTimed(BatchTimes(whole: .milliseconds(1_250), commit: .milliseconds(30), confirm: .milliseconds(7))), of: 0)
    metrics.note(.batchSettled(messages: 2, publications: 5), of: 0)
    #expect(value("superbill_message_age_seconds_sum{office=\"coding\"}") == "2.5")
    #expect(value("superbill_message_age_seconds_count{office=\"coding\"}") == "2")
    #expect(value("superbill_batch_seconds_sum{office=\"coding\"}") == "1.25")
    #expect(value("superbill_store_commit_seconds_sum{office=\"coding\"}") == "0.03")
    #expect(value("superbill_confirm_seconds_sum{office=\"coding\"}") == "0.007")
    #expect(value("superbill_batch_size_sum{office=\"coding\"}") == "2")
  }

  @Test func onlyAnotherConnectionIsAReconnect() {
    let metrics = WorkerMetrics(office: .billing, factory: registry)
    let lost = WorkerEvent.sessionLost(BrokerError(.unreachable, operation: "x", reason: "y"), retryMilliseconds: 1)
    let name = "superbill_broker_reconnects_total{office=\"billing\"}"
    // Not reached at first, then there; then lost for two tries; a change of phase opens another session.
    for event in [lost, .connected, .phaseChanged(.quiet), .connected] { metrics.note(event, of: 0) }
    #expect(value(name) == "0")
    for event in [lost, lost, .connected] { metrics.note(event, of: 0) }
    metrics.note(.connected, of: 1)
    #expect(value(name) == "1")
  }

  @Test func healthFollowsTheLoops() {
    let health = WorkerHealth(count: 2, stallLimit: .seconds(60)) { .zero }
    registry.observe(health, office: .coding)
    #expect(health.hindrances.count == 2)
    for loop in 0..<2 { health.note(.connected, of: loop) }
    #expect(health.hindrances.isEmpty)
    health.note(.received(messages: 100), of: 0)
    health.note(.received(messages: 20), of: 1)
    health.note(.batchSettled(messages: 70, publications: 0), of: 0)
    #expect(value("superbill_in_flight{office=\"coding\"}") == "50")
    health.note(.storeFailed(StoreError(.unavailable, operation: "x", reason: "y"), retryMilliseconds: 1), of: 1)
    #expect(health.hindrances == ["batch loop 2: the store cannot be used"])
    health.note(.batchCommitted([], []), of: 1)
    health.note(.phaseChanged(.paused), of: 0)
    #expect(health.hindrances == ["batch loop 1: paused"])
    #expect(value("superbill_kill_switch_open{office=\"coding\"}") == "1")
    #expect(value("superbill_workers{office=\"coding\",phase=\"working\"}") == "1")
    // Its session is closed, what it held is back in the queue.
    #expect(value("superbill_in_flight{office=\"coding\"}") == "20")
    health.note(.phaseChanged(.trial), of: 0)
    #expect(health.hindrances.isEmpty)
    health.note(.sessionLost(BrokerError(.unreachable, operation: "x", reason: "y"), retryMilliseconds: 1), of: 0)
    #expect(health.hindrances == ["batch loop 1: not connected to the broker"])
  }

  @Test func failureOfTheStoreOfAnIdleLoopIsForgotten() {
    let clock = Clock()
    let health = WorkerHealth(count: 1, stallLimit: .seconds(60)) { clock.now.withLock { $0 } }
    health.note(.connected, of: 0)
    health.note(.storeFailed(StoreError(.unavailable, operation: "x", reason: "y"), retryMilliseconds: 1), of: 0)
    clock.now.withLock { $0 = .seconds(89) }
    #expect(health.hindrances == ["batch loop 1: the store cannot be used"])
    clock.now.withLock { $0 = .seconds(91) }
    #expect(health.hindrances.isEmpty)
  }

  @Test func loopWithoutStepsIsStuckUnlessTheBrokerHoldsItBack() {
    let clock = Clock()
    let health = WorkerHealth(count: 2, stallLimit: .seconds(60)) { clock.now.withLock { $0 } }
    clock.now.withLock { $0 = .seconds(61) }
    health.noteStep(of: 0)
    #expect(health.stalls == ["batch loop 2 has made no step for 61 s"])
    let session = BlockedSession()
    health.noteSession(session, of: 1)
    #expect(health.stalls.isEmpty)
    health.note(.connected, of: 0)
    health.note(.connected, of: 1)
    #expect(health.hindrances == ["batch loop 2: the broker is blocked"])
    withExtendedLifetime(session) {}
  }
}

/// A session whose broker has raised an alarm.
private final class BlockedSession: ObservableSession {
  var blockedReason: String? { "low on memory" }
  func receive(limit: Int, timeoutMilliseconds: Int) throws(BrokerError) -> [Delivery] { [] }
  func publish(_ publications: [Publication]) throws(BrokerError) -> PublishTicket { PublishTicket(lastSequence: 0) }
  func awaitConfirms(_ ticket: PublishTicket) throws(BrokerError) -> [PublishFailure] { [] }
  func acknowledge(upTo tag: UInt64) throws(BrokerError) {}
  func inspect(queue: String) throws(BrokerError) -> QueueDepth { QueueDepth(ready: 0, consumers: 0) }
  func consumeAnew() throws(BrokerError) {}
  func close() {}
}
