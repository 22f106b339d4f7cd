import ClaimModel
import Office
import PracticeDesk
import Simulation

/// The person at the front desk who submits visits, and submits all of them again when the program fails on the way.
final class Submitter: SimulatedProcess {
  private let broker: any Broker
  private let clock: @Sendable () -> Timestamp
  private let plan: SessionPlan
  private let visits: [Visit]
  private let chunk: Int
  private var next = 0
  private var session: (any BrokerSession)?
  /// Told when every visit is confirmed.
  private let onDone: () -> Void

  init(
    visits: [Visit], chunk: Int, topology: Topology, _ surroundings: Simulator.Surroundings, isDone: Bool,
    onDone: @escaping () -> Void
  ) {
    broker = surroundings.broker
    clock = surroundings.clock
    plan = SessionPlan(name: Submission.appID, topology: topology)
    self.visits = visits
    self.chunk = chunk
    self.onDone = onDone
    if isDone { next = visits.count }
  }

  func step() throws(BrokerError) -> Int {
    do {
      guard let session else {
        session = try broker.open(plan)
        return next < visits.count ? 1 : 0
      }
      guard next < visits.count else {
        // A program that has done its work notices nothing any more but that its connection is gone.
        _ = try session.receive(limit: 1, timeoutMilliseconds: 0)
        return 0
      }
      let batch = visits[next..<min(next + chunk, visits.count)]
      let ticket = try session.publish(Submission.publications(of: Array(batch), now: clock()))
      if let failure = try session.awaitConfirms(ticket).first {
        throw BrokerError(.refused, operation: "submit", reason: "\(failure.reason)")
      }
      next = batch.endIndex
      if next == visits.count { onDone() }
      return 1
    } catch {
      leave()
      if next < visits.count { next = 0 }
      return 1_000
    }
  }

  func leave() {
    session?.close()
    session = nil
  }
}
