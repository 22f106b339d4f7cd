import ClaimModel
import Office

/// A session with the simulated broker. Everything that is published is routed at once; what a consumer has room for is
/// handed to it at once, as a broker pushes.
public final class SimulatedSession: BrokerSession {
  /// A delivery that is not acknowledged.
  private struct Outstanding {
    var tag: UInt64
    var held: HeldMessage
    var consumer: SimulatedConsumer
  }

  private let broker: SimulatedBroker
  /// What it was opened to consume.
  private var subscriptions: [(subscription: QueueSubscription, prefetch: Int)] = []
  private var consumers: [SimulatedConsumer] = []
  /// Whether the broker has lost consumers.
  private var hasLostConsumers = false
  /// What was handed out, in the order of its tags, which leave out none. What is behind `receivedTag` waits to be received:
  /// most of it goes back when the session ends, so deliveries are made of it only when they are asked for.
  private var outstanding = FirstInFirstOut<Outstanding>()
  /// What was handed to consumers that are deaf.
  private var swallowed: [Outstanding] = []
  private var lastTag: UInt64 = 0
  private var receivedTag: UInt64 = 0
  private var lastSequence: UInt64 = 0
  private var failures: [(sequence: UInt64, failure: PublishFailure)] = []
  private var error: BrokerError?
  /// Why the broker holds publishers back.
  public internal(set) var blockedReason: String?

  init(broker: SimulatedBroker) { self.broker = broker }

  /// Whether deliveries wait to be received.
  public var hasDeliveries: Bool { receivedTag < lastTag }

  /// Whether the session has ended.
  public var isOver: Bool { error != nil }

  /// The ids of the messages that an acknowledgement up to `tag` would settle, by queue.
  public func outstanding(upTo tag: UInt64) -> [(queue: String, id: MessageID)] {
    (0..<outstanding.count).compactMap { outstanding[$0] }.prefix { $0.tag <= tag }.map {
      ($0.consumer.queue.name, $0.held.message.id)
    }
  }

  /// Starts consuming.
  func consume(_ subscription: QueueSubscription, prefetch: Int) throws(BrokerError) {
    let queue = try broker.queue(subscription.queue, for: self, "consume \(subscription.queue)")
    let consumer = SimulatedConsumer(session: self, queue: queue, prefetch: max(prefetch, 1))
    if queue.isStream {
      switch subscription.streamOffset {
      case .first: consumer.cursor = 0
      case .next, nil: consumer.cursor = queue.log.count
      case .offset(let number): consumer.cursor = min(max(Int(clamping: number), 0), queue.log.count)
      case .timestamp(let moment):
        consumer.cursor = queue.log.firstIndex { $0.written >= moment } ?? queue.log.count
      }
    }
    subscriptions.append((subscription, prefetch))
    consumers.append(consumer)
    queue.consumers.append(consumer)
    queue.handOut()
  }

  /// A message the broker hands out.
  func take(_ held: HeldMessage, for consumer: SimulatedConsumer) {
    consumer.unacknowledged += 1
    if consumer.isDeaf { return swallowed.append(Outstanding(tag: 0, held: held, consumer: consumer)) }
    lastTag += 1
    outstanding.append(Outstanding(tag: lastTag, held: held, consumer: consumer))
  }

  /// What was handed out and not received yet; never waits.
  public func receive(limit: Int, timeoutMilliseconds: Int) throws(BrokerError) -> [Delivery] {
    try check()
    var deliveries: [Delivery] = []
    guard hasDeliveries, let first = outstanding.first else { return [] }
    let last = min(lastTag, receivedTag + UInt64(max(limit, 1)))
    for tag in receivedTag + 1...last {
      guard let item = outstanding[Int(tag - first.tag)] else { continue }
      deliveries.append(
        Delivery(
          tag: tag, queue: item.consumer.queue.name, route: item.held.route, isRedelivered: item.held.returns > 0,
          content: .message(item.held.message)))
    }
    receivedTag = last
    return deliveries
  }

  /// Routes everything at once.
  public func publish(_ publications: [Publication]) throws(BrokerError) -> PublishTicket {
    try check()
    for publication in publications {
      lastSequence += 1
      switch broker.route(publication) {
      case .taken: break
      case .refused: failures.append((lastSequence, PublishFailure(publication: publication, reason: .refused)))
      case .noQueue:
        // Only durable messages are published as mandatory; heartbeats may find nobody.
        guard publication.isDurable else { break }
        failures.append(
          (lastSequence, PublishFailure(publication: publication, reason: .returned("NO_ROUTE (312)"))))
      case .noExchange:
        let error = BrokerError(
          .refused, operation: "publish",
          reason: "NOT_FOUND - no exchange '\(publication.route.exchange)' in vhost '/'")
        end(error)
      }
    }
    return PublishTicket(lastSequence: lastSequence)
  }

  /// What was returned or refused; never waits.
  public func awaitConfirms(_ ticket: PublishTicket) throws(BrokerError) -> [PublishFailure] {
    try check()
    let count = failures.prefix { $0.sequence <= ticket.lastSequence }.count
    defer { failures.removeFirst(count) }
    return failures.prefix(count).map(\.failure)
  }

  /// Settles deliveries, which makes room for others.
  public func acknowledge(upTo tag: UInt64) throws(BrokerError) {
    try check()
    var touched: [SimulatedQueue] = []
    while let first = outstanding.first, first.tag <= tag {
      _ = outstanding.popFirst()
      first.consumer.unacknowledged -= 1
      if touched.last !== first.consumer.queue { touched.append(first.consumer.queue) }
    }
    // Who acknowledges what it has not asked for yet does not get it any more.
    receivedTag = max(receivedTag, min(tag, lastTag))
    for queue in touched { queue.handOut() }
  }

  /// A passive declare; a queue that does not exist ends the session.
  public func inspect(queue: String) throws(BrokerError) -> QueueDepth {
    try check()
    let operation = "inspect queue \(queue)"
    do throws(BrokerError) {
      let found = try broker.queue(queue, for: self, operation)
      return QueueDepth(ready: found.readyCount, consumers: found.consumers.count)
    } catch {
      end(error)
      throw error
    }
  }

  /// Ends the session.
  public func close() { end(BrokerError(.unreachable, operation: "use the session", reason: "it is closed")) }

  /// Closes the channel and opens another.
  public func consumeAnew() throws(BrokerError) {
    try check()
    let again = subscriptions
    subscriptions = []
    for queue in giveBack() { queue.handOut() }
    (lastTag, receivedTag) = (0, 0)
    do throws(BrokerError) {
      for (subscription, prefetch) in again { try consume(subscription, prefetch: prefetch) }
    } catch {
      end(error)
      throw error
    }
  }

  /// Ends the session from either side.
  func end(_ reason: BrokerError) {
    guard error == nil else { return }
    error = reason
    let touched = giveBack()
    broker.forget(self)
    for queue in touched { queue.handOut() }
  }

  /// What was handed out and not acknowledged goes back to its queue, and the consumers are gone.
  /// - Returns: the queues that got something back.
  private func giveBack() -> [SimulatedQueue] {
    receivedTag = lastTag
    for consumer in consumers { consumer.queue.consumers.removeAll { $0 === consumer } }
    var touched: [SimulatedQueue] = []
    func takeBack(_ item: Outstanding) {
      let queue = item.consumer.queue
      guard !queue.isStream, !queue.isDeleted else { return }
      broker.takeBack(item.held, to: queue)
      if !touched.contains(where: { $0 === queue }) { touched.append(queue) }
    }
    while let item = outstanding.popFirst() { takeBack(item) }
    for item in swallowed { takeBack(item) }
    swallowed = []
    consumers = []
    hasLostConsumers = false
    return touched
  }

  /// The broker has lost a consumer.
  func lose(_ consumer: SimulatedConsumer) {
    consumers.removeAll { $0 === consumer }
    hasLostConsumers = true
  }

  /// Whether the broker has lost a consumer, or has handed messages to one that is deaf.
  var hasLostTouch: Bool { !isOver && (hasLostConsumers || !swallowed.isEmpty) }

  /// Whether the session consumes `queue`.
  func consumes(_ queue: SimulatedQueue) -> Bool { consumers.contains { $0.queue === queue } }

  private func check() throws(BrokerError) {
    if let error { throw error }
  }
}
