import ClaimModel
import Office

/// A broker within the process, for one thread: it routes by the topology's bindings and never fails.
final class Loopback: Broker, @unchecked Sendable {
  // Sendable because all workers of the benchmark take turns on one thread.
  private var ready: [String: [(route: Route, message: WireMessage)]] = [:]
  private var tag: UInt64 = 0
  private let topology: Topology

  init(topology: Topology) { self.topology = topology }

  func open(_ plan: SessionPlan) -> any BrokerSession {
    LoopbackSession(broker: self, queues: plan.queues.map(\.queue))
  }

  /// Whether any of `queues` has messages.
  func hasMessages(in queues: [String]) -> Bool { queues.contains { ready[$0]?.isEmpty == false } }

  func publish(_ publications: [Publication]) {
    for publication in publications {
      for binding in topology.bindings
      where binding.exchange == publication.route.exchange && matches(publication.route.key, binding.key) {
        ready[binding.queue, default: []].append((publication.route, publication.message))
      }
    }
  }

  func take(_ limit: Int, from queues: [String]) -> [Delivery] {
    var deliveries: [Delivery] = []
    for queue in queues {
      let messages = ready[queue, default: []].prefix(limit - deliveries.count)
      ready[queue, default: []].removeFirst(messages.count)
      for (route, message) in messages {
        tag += 1
        deliveries.append(
          Delivery(tag: tag, queue: queue, route: route, isRedelivered: false, content: .message(message)))
      }
    }
    return deliveries
  }

  private func matches(_ key: String, _ pattern: String) -> Bool {
    let words = key.split(separator: ".")
    let wanted = pattern.split(separator: ".")
    return words.count == wanted.count && zip(words, wanted).allSatisfy { $1 == "*" || $0 == $1 }
  }
}

private final class LoopbackSession: BrokerSession {
  private let broker: Loopback
  private let queues: [String]

  init(broker: Loopback, queues: [String]) {
    self.broker = broker
    self.queues = queues
  }

  func receive(limit: Int, timeoutMilliseconds: Int) -> [Delivery] { broker.take(limit, from: queues) }

  func publish(_ publications: [Publication]) -> PublishTicket {
    broker.publish(publications)
    return PublishTicket(lastSequence: 0)
  }

  func awaitConfirms(_ ticket: PublishTicket) -> [PublishFailure] { [] }

  func acknowledge(upTo tag: UInt64) {}

  var blockedReason: String? { nil }

  func inspect(queue: String) -> QueueDepth { QueueDepth(ready: 0, consumers: 0) }

  func consumeAnew() {}

  func close() {}
}
