import ClaimModel
import Office

/// Listens to the heartbeats of all workers through a queue of its own, and asks for the depth of queues.
public final class StatusFeed {
  private let session: any BrokerSession

  /// Opens a session. `name` tells this reader's queue from those of others.
  /// - Throws: `BrokerError`.
  public init(broker: any Broker, name: String) throws(BrokerError) {
    let queue = "\(OfficeID.operatorUserName).status.\(name)"
    let topology = Topology(
      queues: [Topology.Queue(name: queue, kind: .exclusive)],
      bindings: [Topology.Binding(queue: queue, exchange: "status", key: "#")]
    ).merged(with: Topology.journal.shared)
    session = try broker.open(
      SessionPlan(name: "dashboard/\(name)", topology: topology, queues: [QueueSubscription(queue: queue)]))
  }

  /// Waits for heartbeats, at most `milliseconds`.
  public func heartbeats(within milliseconds: Int) throws(BrokerError) -> [WorkerReading] {
    let deliveries = try session.receive(limit: 500, timeoutMilliseconds: milliseconds)
    if let last = deliveries.last { try session.acknowledge(upTo: last.tag) }
    return deliveries.compactMap(WorkerReading.init)
  }

  /// The depths of queues, in their order.
  public func depths(of queues: [String]) throws(BrokerError) -> [QueueReading] {
    var readings: [QueueReading] = []
    for queue in queues { readings.append(QueueReading(queue: queue, depth: try session.inspect(queue: queue))) }
    return readings
  }

  /// Ends the session.
  public func close() { session.close() }
}
