import ClaimModel
import Office
import Synchronization
import Testing

/// How long a worker waits before it connects again.
@Suite struct ReconnectTests {
  private final class Setting {
    let broker = PlainBroker()
    private let state = State()
    private let worker: OfficeWorker<PlainDesk>

    final class State: Sendable {
      let milliseconds = Mutex<Int64>(1_000_000)
      let waits = Mutex<[Int]>([])
    }

    init() {
      let state = state
      worker = OfficeWorker(
        desk: PlainDesk(), broker: broker, store: PlainStore(),
        configuration: WorkerConfiguration(
          name: "coding/test", queues: ["coding.visits.medical"], topology: Topology(), waitsForBroker: true),
        clock: { Timestamp(milliseconds: state.milliseconds.withLock { $0 }) },
        report: { event in
          if case .sessionLost(_, let milliseconds) = event { state.waits.withLock { $0.append(milliseconds) } }
        })
    }

    var waits: [Int] { state.waits.withLock { $0 } }

    func step(_ count: Int) throws { for _ in 0..<count { _ = try worker.step(patienceMilliseconds: 0) } }
    func pass(milliseconds: Int64) { state.milliseconds.withLock { $0 += milliseconds } }
  }

  /// A worker that has failed eight times and then connected.
  private func connectedAfterFailures() throws -> Setting {
    let setting = Setting()
    setting.broker.isAway = true
    try setting.step(8)
    #expect((setting.waits.last ?? 0) >= 5_000, "each wait is longer than the one before: \(setting.waits)")
    setting.broker.isAway = false
    try setting.step(2)
    return setting
  }

  @Test func idleSessionThatHasLastedForgetsEarlierFailures() throws {
    let setting = try connectedAfterFailures()
    setting.pass(milliseconds: 10_000)
    setting.broker.isAway = true
    try setting.step(1)
    #expect((setting.waits.last ?? .max) <= 200)
  }

  @Test func sessionThatIsLostAtOnceIsOneMoreFailure() throws {
    let setting = try connectedAfterFailures()
    setting.pass(milliseconds: 9_000)
    setting.broker.isAway = true
    try setting.step(1)
    #expect((setting.waits.last ?? 0) >= 5_000)
  }
}
