import ClaimModel
import Office
import Simulation

/// Whoever submits: visits at the front desk, or other messages; and all of them again when the program fails on the way.
final class Submitter: SimulatedProcess {
  private let broker: any Broker
  private let clock: @Sendable () -> Timestamp
  private let plan: SessionPlan
  private let count: Int
  private let chunk: Int
  private let pauseMilliseconds: Int
  private let publications: (Range<Int>, Timestamp) -> [Publication]
  private var next = 0
  private var session: (any BrokerSession)?
  /// Told when everything is confirmed.
  private let onDone: () -> Void

  /// Whoever submits `count` things, `chunk` at a time with a pause after each time.
  init(
    _ name: String, count: Int, chunk: Int, pauseMilliseconds: Int = 1, topology: Topology,
    _ surroundings: Simulator.Surroundings, isDone: Bool, onDone: @escaping () -> Void,
    publications: @escaping (Range<Int>, Timestamp) -> [Publication]
  ) {
    broker = surroundings.broker
    clock = surroundings.clock
    plan = SessionPlan(name: name, topology: topology)
    self.count = count
    self.chunk = chunk
    self.pauseMilliseconds = pauseMilliseconds
    self.publications = publications
    self.onDone = onDone
    if isDone { next = count }
  }

  func step() throws(BrokerError) -> Int {
    do {
      guard let session else {
        session = try broker.open(plan)
        return next < count ? 1 : 0
      }
      guard next < count else {
        // A program that has done its work notices nothing any more but that its connection is gone.
        _ = try session.receive(limit: 1, timeoutMilliseconds: 0)
        return 0
      }
      let batch = next..<min(next + chunk, count)
      let ticket = try session.publish(publications(batch, clock()))
      if let failure = try session.awaitConfirms(ticket).first {
        throw BrokerError(.refused, operation: "submit", reason: "\(failure.reason)")
      }
      next = batch.endIndex
      if next == count { onDone() }
      return pauseMilliseconds
    } catch {
      leave()
      if next < count { next = 0 }
      return 1_000
    }
  }

  func leave() {
    session?.close()
    session = nil
  }
}
