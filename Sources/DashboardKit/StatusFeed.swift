import ClaimModel
import Office

/// Listens to the heartbeats of all workers through a queue of its own; declares nothing else.
public final class StatusFeed {
  private let session: any BrokerSession

  /// Opens a session. `name` tells this reader's queue from those of others.
  /// - Throws: `BrokerError`; where no office has been yet, one that tells of what is missing.
  public init(broker: any Broker, name: String) throws(BrokerError) {
    let queue = "\(OfficeID.operatorUserName).status.\(name)"
    let topology = Topology(
      queues: [Topology.Queue(name: queue, kind: .exclusive)],
      bindings: [Topology.Binding(queue: queue, exchange: "status", key: "#")])
    session = try broker.open(
      SessionPlan(name: "dashboard/\(name)", topology: topology, queues: [QueueSubscription(queue: queue)]))
  }

  /// Waits for heartbeats, at most `milliseconds`.
  public func heartbeats(within milliseconds: Int) throws(BrokerError) -> [WorkerReading] {
    let deliveries = try session.receive(limit: 500, timeoutMilliseconds: milliseconds)
    if let last = deliveries.last { try session.acknowledge(upTo: last.tag) }
    return deliveries.compactMap(WorkerReading.init)
  }

  /// Ends the session.
  public func close() { session.close() }
}
