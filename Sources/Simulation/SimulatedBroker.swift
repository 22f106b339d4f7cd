import ClaimModel
import Office

/// A message broker in memory that behaves as RabbitMQ does, in simulated time and in one thread. It makes no mistakes of
/// its own: see ``FaultyBroker`` for those. `Tests/BrokerConformance` holds it against RabbitMQ.
///
/// `@unchecked Sendable` because a simulated world lives in one thread.
public final class SimulatedBroker: Broker, @unchecked Sendable {
  /// The time by which messages expire.
  public let time: SimulatedTime
  /// Told of each message that entered a queue: the queue's name, whether it is a stream, and the message.
  public var onArrival: ((String, Bool, WireMessage) -> Void)?

  private var exchanges: [String: Topology.Exchange.Kind] = [:]
  private var bindings: [String: [SimulatedBinding]] = [:]
  private var queues: [String: SimulatedQueue] = [:]
  /// All queues in the order they were declared: nothing may depend on the order of a dictionary.
  private var inOrder: [SimulatedQueue] = []
  /// Those of them that are a session's own.
  private var exclusive: [SimulatedQueue] = []
  /// Those whose messages expire.
  private var expiring: [SimulatedQueue] = []
  /// Whether one of those may hold a message.
  private var mayExpire = false
  /// Whether a queue may hold messages that lead nowhere.
  private var holdsStranded = false
  private var sessions: [SimulatedSession] = []
  /// The queues to which the routing keys of an exchange lead, as far as they were asked for.
  private var routes: [KnownRoute: [SimulatedQueue]] = [:]
  private var queuesMade = 0
  /// What programs have declared, each with the names of the queues that were deleted since, which are no session's own.
  private var declared: [(topology: Topology, gone: [String])] = []

  /// A route by which its queues are found. There are few routes: their lengths tell most of them apart, and whole names would
  /// take longer to hash than to compare.
  private struct KnownRoute: Hashable {
    var route: Route

    func hash(into hasher: inout Hasher) { hasher.combine(route.exchange.utf8.count << 16 | route.key.utf8.count) }
  }

  /// A broker without exchanges and queues.
  public init(time: SimulatedTime) { self.time = time }

  /// Declares, and consumes, as RabbitMQ does.
  public func open(_ plan: SessionPlan) throws(BrokerError) -> any BrokerSession { try openSession(plan) }

  /// ``open(_:)`` with the session's own type.
  public func openSession(_ plan: SessionPlan) throws(BrokerError) -> SimulatedSession {
    let session = SimulatedSession(broker: self)
    sessions.append(session)
    do throws(BrokerError) {
      try declare(plan, for: session)
      for subscription in plan.queues { try session.consume(subscription, prefetch: plan.prefetch) }
    } catch {
      session.end(error)
      throw error
    }
    return session
  }

  // MARK: Declarations

  /// Declares what a plan asks for; what is shared only where it is missing.
  private func declare(_ plan: SessionPlan, for session: SimulatedSession) throws(BrokerError) {
    let topology = plan.topology
    // Workers declare the same again at each connect: all but what was deleted since is there.
    if let place = declared.firstIndex(where: { $0.topology == topology }) {
      let gone = declared[place].gone
      guard !gone.isEmpty else { return }
      var missing = Topology()
      missing.queues = topology.queues.filter { gone.contains($0.name) }
      missing.bindings = topology.bindings.filter { gone.contains($0.queue) }
      try declare(missing, for: session)
      declared[place].gone = []
      return
    }
    try declare(topology, for: session)
    // Exclusive queues ask who declares them.
    if !topology.queues.contains(where: { $0.kind == .exclusive }) { declared.append((topology, [])) }
  }

  private func declare(_ topology: Topology, for session: SimulatedSession) throws(BrokerError) {
    for exchange in topology.exchanges { try declare(exchange) }
    var boundElsewhere: [SimulatedQueue] = []
    for queue in topology.queues {
      if queue.isShared, let known = queues[queue.name] {
        boundElsewhere.append(known)
      } else {
        try declare(queue, for: session)
      }
    }
    var last: SimulatedQueue?
    for binding in topology.bindings {
      // Most bindings stand behind others of their queue.
      if last?.name != binding.queue { last = queues[binding.queue] }
      if let last, boundElsewhere.contains(where: { $0 === last }) { continue }
      func operation() -> String { "bind queue \(binding.queue) to \(binding.exchange) with \(binding.key)" }
      guard exchanges[binding.exchange] != nil else {
        throw BrokerError(
          .refused, operation: operation(), reason: "NOT_FOUND - no exchange '\(binding.exchange)' in vhost '/'")
      }
      let queue = try self.queue(binding.queue, for: session, operation())
      guard !queue.bindings.contains(where: { $0.exchange == binding.exchange && $0.key == binding.key }) else {
        continue
      }
      let bound = SimulatedBinding(exchange: binding.exchange, key: binding.key, queue: queue)
      queue.bindings.append(bound)
      bindings[binding.exchange, default: []].append(bound)
      changed(routesOf: [binding.exchange])
    }
  }

  private func declare(_ exchange: Topology.Exchange) throws(BrokerError) {
    guard let kind = exchanges[exchange.name] else {
      exchanges[exchange.name] = exchange.kind
      return changed(routesOf: [exchange.name])
    }
    guard kind == exchange.kind || exchange.isShared else {
      throw BrokerError(
        .refused, operation: "declare exchange \(exchange.name)",
        reason: "PRECONDITION_FAILED - inequivalent arg 'type' for exchange '\(exchange.name)' in vhost '/'")
    }
  }

  private func declare(_ declaration: Topology.Queue, for session: SimulatedSession) throws(BrokerError) {
    guard queues[declaration.name] == nil else {
      let operation = "declare queue \(declaration.name)"
      let known = try queue(declaration.name, for: session, operation).declaration
      guard known.kind != declaration.kind || known.arguments != declaration.arguments else { return }
      let names = Set(known.arguments.keys).union(declaration.arguments.keys).sorted()
      let differing = names.first { known.arguments[$0] != declaration.arguments[$0] } ?? "x-queue-type"
      throw BrokerError(
        .refused, operation: operation,
        reason: "PRECONDITION_FAILED - inequivalent arg '\(differing)' for queue '\(declaration.name)' in vhost '/'")
    }
    queuesMade += 1
    let queue = SimulatedQueue(
      declaration, number: queuesMade, owner: declaration.kind == .exclusive ? session : nil)
    queues[declaration.name] = queue
    inOrder.append(queue)
    if declaration.kind == .exclusive { exclusive.append(queue) }
    if queue.timeToLive != nil { expiring.append(queue) }
    changed(routesOf: [""])
  }

  /// A queue that `session` may use.
  func queue(
    _ name: String, for session: SimulatedSession, _ operation: @autoclosure () -> String
  ) throws(BrokerError) -> SimulatedQueue {
    guard let queue = queues[name] else {
      throw BrokerError(.refused, operation: operation(), reason: "NOT_FOUND - no queue '\(name)' in vhost '/'")
    }
    guard queue.declaration.kind != .exclusive || queue.owner === session else {
      throw BrokerError(
        .refused, operation: operation(),
        reason: "RESOURCE_LOCKED - cannot obtain exclusive access to locked queue '\(name)' in vhost '/'")
    }
    return queue
  }

  /// The routing keys of some exchanges may lead elsewhere from now on.
  private func changed(routesOf exchanges: some Sequence<String>) {
    for exchange in exchanges {
      for known in routes.keys where known.route.exchange == exchange { routes[known] = nil }
    }
    guard holdsStranded else { return }
    holdsStranded = false
    for queue in inOrder where !queue.stranded.isEmpty {
      let stranded = queue.stranded
      queue.stranded = []
      for held in stranded { forward(held, from: queue) }
    }
  }

  /// A session has ended: its exclusive queues go with it.
  func forget(_ session: SimulatedSession) {
    sessions.removeAll { $0 === session }
    for queue in exclusive where queue.owner === session || queue.owner == nil { remove(queue) }
  }

  private func remove(_ queue: SimulatedQueue) {
    queues[queue.name] = nil
    queue.isDeleted = true
    inOrder.removeAll { $0 === queue }
    exclusive.removeAll { $0 === queue }
    expiring.removeAll { $0 === queue }
    let exchanges = Set(queue.bindings.map(\.exchange))
    for exchange in exchanges { bindings[exchange]?.removeAll { $0.queue === queue } }
    queue.bindings = []
    if queue.declaration.kind != .exclusive {
      for place in declared.indices { declared[place].gone.append(queue.name) }
    }
    changed(routesOf: [""] + exchanges)
  }

  // MARK: Routing

  /// What became of a publication.
  enum Outcome {
    case taken, refused, noQueue, noExchange
  }

  /// Puts a publication into every queue it is routed to.
  func route(_ publication: Publication) -> Outcome {
    let route = publication.route
    guard let targets = targets(of: route) else { return .noExchange }
    guard !targets.isEmpty else { return .noQueue }
    guard !targets.contains(where: \.isFull) else { return .refused }
    for queue in targets { add(publication.message, route, to: queue) }
    return .taken
  }

  /// The queues a route leads to, in the order they were declared; `nil` when the exchange does not exist.
  private func targets(of route: Route) -> [SimulatedQueue]? {
    if let known = routes[KnownRoute(route: route)] { return known }
    var targets: [SimulatedQueue] = []
    if route.exchange.isEmpty {
      if let queue = queues[route.key] { targets = [queue] }
    } else {
      guard let kind = exchanges[route.exchange] else { return nil }
      let key = Array(route.key.utf8)
      for binding in bindings[route.exchange] ?? [] {
        let fits =
          switch kind {
          case .fanout: true
          case .direct: binding.key == route.key
          case .topic: binding.pattern.matches(key)
          }
        if fits, !targets.contains(where: { $0 === binding.queue }) { targets.append(binding.queue) }
      }
      targets.sort { $0.number < $1.number }
    }
    routes[KnownRoute(route: route)] = targets
    return targets
  }

  private func add(_ message: WireMessage, _ route: Route, to queue: SimulatedQueue) {
    onArrival?(queue.name, queue.isStream, message)
    let held = HeldMessage(
      message: message, route: route, expires: queue.timeToLive.map { time.now.adding(milliseconds: $0) })
    if held.expires != nil { mayExpire = true }
    if queue.isStream {
      queue.log.append((held, time.now))
    } else {
      queue.ready.append(held)
    }
    queue.handOut()
  }

  /// Takes back what a consumer did not acknowledge; above the delivery limit it is dead-lettered.
  func takeBack(_ held: HeldMessage, to queue: SimulatedQueue) {
    held.returns += 1
    if let limit = queue.deliveryLimit, held.returns > limit {
      deadLetter(held, from: queue, "delivery_limit")
    } else {
      queue.returned.append(held)
    }
  }

  /// Moves a message to where its queue sends the dead, and notes on it why; with no such place it is dropped.
  private func deadLetter(_ held: HeldMessage, from queue: SimulatedQueue, _ reason: String) {
    var message = held.message
    if message.headers["x-first-death-reason"] == nil {
      message.headers["x-first-death-reason"] = reason
      message.headers["x-first-death-queue"] = queue.name
      message.headers["x-first-death-exchange"] = held.route.exchange
    }
    forward(HeldMessage(message: message, route: held.route), from: queue)
  }

  /// A place that does not exist is waited for (`x-dead-letter-strategy=at-least-once`).
  private func forward(_ held: HeldMessage, from queue: SimulatedQueue) {
    guard let exchange = queue.deadLetterExchange else { return }
    let route = Route(exchange: exchange, key: queue.deadLetterKey ?? held.route.key)
    guard let targets = targets(of: route), !targets.isEmpty else {
      queue.stranded.append(held)
      holdsStranded = true
      return
    }
    for target in targets { add(held.message, route, to: target) }
  }

  /// Dead-letters what has expired. A queue looks at its head only.
  public func expire() {
    guard mayExpire else { return }
    for queue in expiring {
      while let head = queue.ready.first, let expires = head.expires, expires <= time.now {
        _ = queue.ready.popFirst()
        deadLetter(head, from: queue, "expired")
      }
    }
  }

  /// When the next message expires.
  public var nextExpiry: Timestamp? {
    guard mayExpire else { return nil }
    let next = expiring.lazy.compactMap { $0.ready.first?.expires }.min()
    mayExpire = next != nil
    return next
  }
}

// MARK: What an operator, or bad weather, does to a broker

extension SimulatedBroker {
  /// The names of all queues in the order they were declared.
  public var queueNames: [String] { inOrder.map(\.name) }

  /// Deletes a queue with what is in it; its consumers are cancelled, which ends their sessions.
  public func delete(queue name: String) {
    guard let queue = queues[name] else { return }
    remove(queue)
    for session in sessions where session.consumes(queue) {
      session.end(
        BrokerError(
          .refused, operation: "consume \(name)", reason: "the broker cancelled the consumer: the queue is gone"))
    }
  }

  /// Whether a queue has a consumer that is not deaf and holds none of its messages: that can be lost, or made deaf.
  func canLoseConsumers(of name: String) -> Bool {
    queues[name]?.consumers.contains { $0.unacknowledged == 0 && !$0.isDeaf } ?? false
  }

  /// Loses the consumers of a queue that hold none of its messages; nobody is told.
  public func loseConsumers(of name: String) {
    guard let queue = queues[name] else { return }
    for consumer in queue.consumers where consumer.unacknowledged == 0 { consumer.session.lose(consumer) }
    queue.consumers.removeAll { $0.unacknowledged == 0 }
  }

  /// Makes the consumers of a queue deaf that hold none of its messages: what is handed to them does not come, until their
  /// sessions end or consume anew. Nobody is told.
  public func deafenConsumers(of name: String) {
    for consumer in queues[name]?.consumers ?? [] where consumer.unacknowledged == 0 { consumer.isDeaf = true }
  }

  /// Ends every session, as `rabbitmqctl close_all_connections` does.
  public func closeAllConnections(reason: String) {
    for session in sessions {
      session.end(BrokerError(.unreachable, operation: "use the connection", reason: "CONNECTION_FORCED - \(reason)"))
    }
  }

  /// How many messages a queue holds, ready and handed out.
  public func count(in name: String) -> Int {
    guard let queue = queues[name] else { return 0 }
    return queue.readyCount + queue.stranded.count + queue.consumers.reduce(0) { $0 + $1.unacknowledged }
  }

  /// How many messages wait for a consumer in a queue.
  public func readyCount(in name: String) -> Int { queues[name]?.readyCount ?? 0 }

  /// The names of all queues in which more than `count` messages wait for a consumer, streams left out, in the order they were
  /// declared.
  func queues(withMoreThan count: Int) -> [String] {
    inOrder.lazy.filter { !$0.isStream && $0.readyCount > count }.map(\.name)
  }

  /// Whether `queue` is a stream.
  public func isStream(_ name: String) -> Bool { queues[name]?.isStream ?? false }

  /// The messages that are ready in a queue or stream, in order, without taking them.
  public func messages(in name: String) -> [WireMessage] {
    guard let queue = queues[name] else { return [] }
    if queue.isStream { return queue.log.map(\.held.message) }
    return [queue.returned, queue.ready].flatMap { line in (0..<line.count).compactMap { line[$0]?.message } }
  }

  /// Takes all messages that are ready in a queue out of it, as an operator does who sends them elsewhere.
  public func drain(queue name: String) -> [WireMessage] {
    let messages = messages(in: name)
    queues[name]?.ready.removeAll()
    queues[name]?.returned.removeAll()
    return messages
  }

  /// Puts a message into a queue once more, at a place chosen by `place` among those that wait: a duplicate, or one that
  /// overtakes others.
  public func insert(_ message: WireMessage, route: Route, into name: String, place: (Int) -> Int) {
    guard let queue = queues[name], !queue.isStream, queue.timeToLive == nil else { return }
    queue.ready.insert(HeldMessage(message: message, route: route), at: place(queue.ready.count))
    queue.handOut()
  }

  /// Puts the messages that are ready in a queue into another order.
  public func shuffle(queue name: String, below: (Int) -> Int) {
    guard let queue = queues[name] else { return }
    var messages: [HeldMessage] = []
    while let held = queue.returned.popFirst() ?? queue.ready.popFirst() { messages.append(held) }
    for place in messages.indices { messages.swapAt(place, place + below(messages.count - place)) }
    for held in messages { queue.ready.append(held) }
  }
}
