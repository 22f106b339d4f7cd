import ClaimModel
import Office
import Synchronization

/// A topology with names of its own: one exchange, and quorum queues bound by their own names.
struct Desk {
  private static let counter = Atomic<Int>(0)

  let exchange: String
  let queue: String
  var topology: Topology

  init(kind: Topology.Queue.Kind = .quorum, arguments: [String: Topology.Queue.Argument] = [:]) {
    let number = Self.counter.wrappingAdd(1, ordering: .relaxed).newValue
    exchange = "desk\(number)"
    queue = "desk\(number).inbox"
    topology = Topology(
      exchanges: [Topology.Exchange(name: exchange, kind: .topic)],
      queues: [Topology.Queue(name: queue, kind: kind, arguments: arguments)],
      bindings: [Topology.Binding(queue: queue, exchange: exchange, key: "in.#")])
  }

  /// A plan that consumes the queue.
  func plan(prefetch: Int = 200, from offset: QueueSubscription.StreamOffset? = nil) -> SessionPlan {
    SessionPlan(
      name: "tests/\(exchange)", topology: topology,
      queues: [QueueSubscription(queue: queue, streamOffset: offset)], prefetch: prefetch)
  }

  /// A plan that only publishes.
  var publishingPlan: SessionPlan { SessionPlan(name: "tests/\(exchange)", topology: topology) }

  /// A publication to the queue.
  func publication(_ number: Int, key: String = "in.box", body: [UInt8]? = nil) -> Publication {
    Publication(
      route: Route(exchange: exchange, key: key),
      message: WireMessage(
        id: .derived(from: exchange, String(number)), type: "visit-documented.v1", correlation: "visit-\(number)",
        timestamp: Timestamp(milliseconds: 1_776_246_600_123), appID: "practice/front-desk",
        contentType: "application/x-protobuf", body: body ?? Array("body \(number)".utf8)))
  }
}
