import Office

/// RabbitMQ as the worker runtime sees a broker.
///
/// ```swift
/// let broker = RabbitMQBroker(try RabbitMQConfiguration(url: "amqp://coding:secret@broker.example/"))
/// let session = try broker.open(SessionPlan(name: "coding/worker-1", topology: topology, queues: queues))
/// defer { session.close() }
/// ```
public struct RabbitMQBroker: Broker {
  /// Where the broker is and who connects.
  public let configuration: RabbitMQConfiguration

  /// A broker; connects at ``open(_:)``.
  public init(_ configuration: RabbitMQConfiguration) { self.configuration = configuration }

  /// Connects once to publish and, if there are queues to consume, once more to consume: a broker that holds publishers
  /// back does not hold back consumers.
  ///
  /// Of several nodes the first that can be reached is taken.
  ///
  /// Exclusive queues are declared on the connection that consumes, since no other may use them.
  /// - Throws: `BrokerError`: `misconfigured`, `denied`, `unreachable`, or `refused` for a declaration. When no node can
  ///   be reached, what is wrong with the first.
  public func open(_ plan: SessionPlan) throws(BrokerError) -> any BrokerSession {
    var failure: BrokerError?
    for node in configuration.nodes { try RabbitMQBroker(node).check() }
    for node in configuration.nodes {
      do throws(BrokerError) {
        return try RabbitMQBroker(node).openHere(plan)
      } catch {
        guard error.code == .unreachable else { throw error }
        failure = failure ?? error
      }
    }
    throw failure ?? BrokerError(.misconfigured, operation: "connect", reason: "no node is given")
  }

  private func openHere(_ plan: SessionPlan) throws(BrokerError) -> any BrokerSession {
    let isConsuming = !plan.queues.isEmpty
    var shared = plan.topology
    var own = Topology()
    if isConsuming {
      let exclusive = Set(plan.topology.queues.filter { $0.kind == .exclusive }.map(\.name))
      own.queues = shared.queues.filter { exclusive.contains($0.name) }
      own.bindings = shared.bindings.filter { exclusive.contains($0.queue) }
      shared.queues.removeAll { exclusive.contains($0.name) }
      shared.bindings.removeAll { exclusive.contains($0.queue) }
    }

    let publisher = try Connection(configuration, name: "\(plan.name) publishes")
    try publisher.declare(shared)
    try publisher.enableConfirms()
    let publishing = Link(publisher, configuration, threadName: "amqp-publish")
    guard isConsuming else {
      return RabbitMQSession(publishing: publishing, consuming: nil, exclusiveQueues: [])
    }
    do throws(BrokerError) {
      let consumer = try Connection(configuration, name: "\(plan.name) consumes")
      try consumer.declare(own)
      try consumer.consume(plan.queues, prefetch: plan.prefetch)
      let consuming = Link(consumer, configuration, threadName: "amqp-consume", readsOnDemand: true)
      return RabbitMQSession(
        publishing: publishing, consuming: consuming, exclusiveQueues: Set(own.queues.map(\.name)))
    } catch {
      publishing.beginClose()
      publishing.finishClose(within: .seconds(2))
      throw error
    }
  }

  private func check() throws(BrokerError) {
    func wrong(_ reason: String) -> BrokerError {
      BrokerError(.misconfigured, operation: "connect to \(configuration.endpoint)", reason: reason)
    }
    guard !configuration.host.isEmpty else { throw wrong("the host is empty") }
    guard (1...65_535).contains(configuration.port) else { throw wrong("the port is not from 1 to 65535") }
    guard configuration.heartbeat >= .seconds(1) else { throw wrong("the heartbeat is below one second") }
    let times = [configuration.connectTimeout, configuration.callTimeout, configuration.confirmTimeout]
    guard times.allSatisfy({ $0 > .zero }) else { throw wrong("a time-out is not above zero") }
    // Short strings of the protocol.
    guard configuration.user.utf8.count <= 255, configuration.virtualHost.utf8.count <= 255 else {
      throw wrong("the user or the virtual host is longer than 255 bytes")
    }
  }
}
