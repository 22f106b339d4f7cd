import Glibc
import Office

/// One connection on a thread of its own, for callers on other threads.
///
/// The thread is the only one that touches the connection. It sends what callers order, takes what the broker sends, and
/// keeps the heartbeats going, whatever the callers do meanwhile.
final class Link: Sendable {
  private let monitor = Monitor(LinkState())
  private let wakeUp = WakeUp()
  private let cutter: SocketCutter
  private let confirmTimeout: Duration
  private let callTimeout: Duration
  private let unconfirmedLimit: Int
  private let readsOnDemand: Bool

  /// How long a caller that finds deliveries waits for those still in the socket.
  private static let readingLimit = Duration.milliseconds(100)

  /// How long the thread may take to say goodbye to the broker.
  private static let goodbye = Duration.seconds(1)

  /// Hands `connection` to a thread of its own.
  ///
  /// With `readsOnDemand` what the broker sends stays in the socket until a caller wants deliveries, or for a quarter of a
  /// second. Otherwise a broker that sends message after message wakes the thread for each.
  init(
    _ connection: sending Connection, _ configuration: RabbitMQConfiguration, threadName: String,
    readsOnDemand: Bool = false
  ) {
    cutter = SocketCutter(socket: connection.socketDescriptor)
    confirmTimeout = configuration.confirmTimeout
    callTimeout = configuration.callTimeout
    unconfirmedLimit = max(configuration.unconfirmedLimit, 1)
    self.readsOnDemand = readsOnDemand
    startThread(named: threadName) { [self] in serve(connection) }
  }

  /// Throws the first error that the connection met with.
  func check() throws(BrokerError) {
    try monitor.withLock { state throws(BrokerError) in try state.check() }
  }

  /// Why the broker holds publishers back.
  var blockedReason: String? { monitor.withLock { $0.blockedReason } }

  /// Waits for deliveries; see ``BrokerSession/receive(limit:timeoutMilliseconds:)``.
  func receive(limit: Int, until deadline: Moment) throws(BrokerError) -> [Delivery] {
    let (deliveries, reading, mustWake) = try monitor.withLock { state throws(BrokerError) in
      try state.check()
      guard state.deliveryCount < limit else { return (state.takeDeliveries(limit), 0, false) }
      state.isHungry = true
      return ([Delivery](), state.readings, Self.takeSleep(&state))
    }
    guard deliveries.isEmpty else { return deliveries }
    if mustWake { wakeUp.signal() }
    let readingDeadline = Moment.after(Self.readingLimit)
    return try monitor.wait { state throws(BrokerError) in
      try state.check()
      // What is in the socket is taken too: a batch is as large as it can be.
      if state.deliveryCount < limit, state.readings == reading, !readingDeadline.hasPassed {
        return .wait(readingDeadline)
      }
      let deliveries = state.takeDeliveries(limit)
      guard !deliveries.isEmpty || deadline.hasPassed else { return .wait(deadline) }
      state.isHungry = false
      return .done(deliveries)
    }
  }

  /// Orders publications, in order; waits while the broker holds publishers back or too many are unconfirmed.
  func publish(_ publications: [Publication]) throws(BrokerError) -> UInt64 {
    let start = Moment.now
    let (ticket, mustWake) = try monitor.wait { state throws(BrokerError) -> WaitStep<(UInt64, Bool)> in
      try state.check()
      if state.blockedReason != nil { return .wait(nil) }
      if state.ledger.unsettledCount >= unconfirmedLimit {
        state.notePublisherWait()
        return .wait(try deadline(of: &state, since: start))
      }
      let ticket = state.enqueue(publications)
      return .done((ticket, Self.takeSleep(&state)))
    }
    if mustWake { wakeUp.signal() }
    return ticket
  }

  /// Waits for the broker's answers; see ``BrokerSession/awaitConfirms(_:)``.
  func awaitConfirms(upTo sequence: UInt64) throws(BrokerError) -> [PublishFailure] {
    let start = Moment.now
    return try monitor.wait { state throws(BrokerError) -> WaitStep<[PublishFailure]> in
      if let failures = state.outcome(upTo: sequence) { return .done(failures) }
      try state.check()
      state.noteWait(upTo: sequence)
      return .wait(state.blockedReason == nil ? try deadline(of: &state, since: start) : nil)
    }
  }

  /// Orders an acknowledgement.
  func acknowledge(upTo tag: UInt64) throws(BrokerError) {
    let mustWake = try monitor.withLock { state throws(BrokerError) in
      try state.check()
      state.acknowledge(upTo: tag)
      return Self.takeSleep(&state)
    }
    if mustWake { wakeUp.signal() }
  }

  /// Orders the acknowledgement of one delivery.
  func acknowledge(only tag: UInt64) throws(BrokerError) {
    let mustWake = try monitor.withLock { state throws(BrokerError) in
      try state.check()
      state.acknowledge(only: tag)
      return Self.takeSleep(&state)
    }
    if mustWake { wakeUp.signal() }
  }

  /// Asks for a queue's depth and waits for the answer.
  func inspect(_ queue: String) throws(BrokerError) -> QueueDepth {
    let (question, mustWake) = try monitor.withLock { state throws(BrokerError) in
      try state.check()
      return (state.ask(queue), Self.takeSleep(&state))
    }
    if mustWake { wakeUp.signal() }
    let deadline = Moment.after(callTimeout)
    return try monitor.wait { state throws(BrokerError) -> WaitStep<QueueDepth> in
      if let depth = state.takeAnswer(question) { return .done(depth) }
      try state.check()
      // A blocked broker reads nothing from this connection, not even a question.
      if state.blockedReason == nil, deadline.hasPassed {
        throw BrokerError(.unreachable, operation: "inspect queue \(queue)", reason: "the broker does not answer")
      }
      return .wait(state.blockedReason == nil ? deadline : nil)
    }
  }

  /// Lets the consumers begin anew, and waits until they have.
  func consumeAnew() throws(BrokerError) {
    let mustWake = try monitor.withLock { state throws(BrokerError) in
      try state.check()
      state.isRenewing = true
      return Self.takeSleep(&state)
    }
    if mustWake { wakeUp.signal() }
    try monitor.wait { state throws(BrokerError) -> WaitStep<Void> in
      try state.check()
      return state.isRenewing ? .wait(nil) : .done(())
    }
  }

  /// Orders the connection closed, after what was ordered before; returns at once.
  func beginClose() {
    monitor.update { $0.isClosing = true }
    wakeUp.signal()
  }

  /// Waits until the connection is closed; cuts it when that takes more than `limit`.
  func finishClose(within limit: Duration) {
    let deadline = Moment.after(limit)
    let isFinished: Bool = monitor.wait { state -> WaitStep<Bool> in
      state.isFinished || deadline.hasPassed ? .done(state.isFinished) : .wait(deadline)
    }
    if isFinished { return }
    cutter.cut()
    let last = Moment.after(Self.goodbye)
    monitor.wait { state in state.isFinished || last.hasPassed ? .done(()) : .wait(last) }
  }

  /// When waiting for confirms ends; throws when that is past.
  private func deadline(of state: inout LinkState, since start: Moment) throws(BrokerError) -> Moment {
    let deadline = max(state.lastProgress, start).adding(confirmTimeout)
    guard deadline.hasPassed else { return deadline }
    let error = BrokerError(
      .unreachable, operation: "await confirms", reason: "the broker has confirmed nothing for \(confirmTimeout)")
    state.fail(error)
    throw error
  }

  private static func takeSleep(_ state: inout LinkState) -> Bool {
    defer { state.isSleeping = false }
    return state.isSleeping
  }
}

/// The thread.
extension Link {
  /// How many bytes are written before the connection's frames are looked at again. A broker that raises an alarm stops
  /// reading, and then the rest of a message would be waited for; a socket that polls as writable takes at least this
  /// much.
  private static let chunkBytes = 64 << 10

  /// The longest that the thread sleeps: heartbeats are due.
  private static let idleMilliseconds: Int32 = 250

  private func serve(_ connection: Connection) {
    do throws(BrokerError) {
      try work(connection)
      connection.close(within: Self.goodbye)
    } catch {
      monitor.update { $0.fail(error) }
      // Without this the broker would learn only by the socket's end; deliveries go back to their queues either way.
      connection.close(within: .milliseconds(100))
    }
    monitor.update { $0.isFinished = true }
  }

  private func work(_ connection: Connection) throws(BrokerError) {
    var queue = PublicationQueue()
    var flushDeadline: Moment?
    var reads = true
    while true {
      if reads { try drain(connection) }
      let orders = monitor.withLock { $0.takeOrders(isBusy: !queue.isEmpty && $0.blockedReason == nil) }
      try throwFailure()
      for tag in orders.singleAcknowledgements { try connection.acknowledge(only: tag) }
      if let tag = orders.acknowledgement { try connection.acknowledge(upTo: tag) }
      if orders.isRenewing {
        let notices = try connection.consumeAnew()
        monitor.update { $0.beginAnew(notices) }
      }
      for question in orders.questions { try connection.requestDepth(of: question) }
      queue.append(orders.publications)
      if orders.isClosing {
        let deadline = flushDeadline ?? .after(Self.goodbye)
        flushDeadline = deadline
        if queue.isEmpty || orders.isBlocked || deadline.hasPassed { return }
      }
      let wantsToWrite = !queue.isEmpty && !orders.isBlocked
      let wantsInput = !readsOnDemand || orders.wantsInput
      // New orders wake the thread only when it found none.
      let ready = waitForSocket(
        connection, toRead: wantsInput, toWrite: wantsToWrite,
        milliseconds: orders.isEmpty || wantsToWrite ? Self.idleMilliseconds : 0)
      if wantsToWrite, ready.canWrite { try write(&queue, to: connection) }
      reads = wantsInput || ready.isTimeout || monitor.withLock { $0.wantsInput }
    }
  }

  /// Throws an error that a caller has found.
  private func throwFailure() throws(BrokerError) {
    if let failure = monitor.withLock({ $0.failure }) { throw failure }
  }

  /// Takes what the broker has sent, and lets the library send and check heartbeats.
  private func drain(_ connection: Connection) throws(BrokerError) {
    var deliveries: [Delivery] = []
    var notices: [Notice] = []
    defer {
      monitor.updateWaking {
        $0.noteReading()
        return $0.apply(deliveries, notices)
      }
    }
    while let event = try connection.nextEvent() {
      switch event {
      case .delivery(let delivery): deliveries.append(delivery)
      case .notice(let notice): notices.append(notice)
      }
    }
  }

  /// Waits for the socket or an order.
  private func waitForSocket(
    _ connection: Connection, toRead: Bool, toWrite: Bool, milliseconds: Int32
  ) -> (canWrite: Bool, isTimeout: Bool) {
    withUnsafeTemporaryAllocation(of: pollfd.self, capacity: 2) { descriptors in
      let interest = (toRead ? Int16(POLLIN) : 0) | (toWrite ? Int16(POLLOUT) : 0)
      descriptors.initializeElement(
        at: 0, to: pollfd(fd: connection.socketDescriptor, events: interest, revents: 0))
      descriptors.initializeElement(at: 1, to: pollfd(fd: wakeUp.descriptor, events: Int16(POLLIN), revents: 0))
      // Interrupted or not: the loop looks at everything again.
      guard poll(descriptors.baseAddress, 2, milliseconds) > 0 else { return (false, true) }
      if descriptors[1].revents != 0 { wakeUp.clear() }
      return (descriptors[0].revents & Int16(POLLOUT) != 0, false)
    }
  }

  private func write(_ queue: inout PublicationQueue, to connection: Connection) throws(BrokerError) {
    try connection.publish(queue.next(bytes: Self.chunkBytes))
    monitor.withLock { $0.noteProgress() }
  }
}

/// Publications in order, in the batches in which they were handed over.
private struct PublicationQueue {
  private var batches: [[Publication]] = []
  private var batch = 0
  private var index = 0

  var isEmpty: Bool { batch == batches.count }

  mutating func append(_ more: [[Publication]]) {
    batches.append(contentsOf: more)
  }

  /// The next publications, until they have about `bytes`; a batch's memory is given up with its last.
  mutating func next(bytes: Int) -> ArraySlice<Publication> {
    guard batch < batches.count else { return [] }
    let publications = batches[batch]
    var end = index
    var size = 0
    while size < bytes, end < publications.count {
      size += publications[end].message.body.count + 512
      end += 1
    }
    let next = publications[index..<end]
    index = end
    if end == publications.count { dropBatch() }
    return next
  }

  private mutating func dropBatch() {
    index = 0
    batches[batch] = []
    batch += 1
    if batch == batches.count {
      batches.removeAll(keepingCapacity: true)
      batch = 0
    }
  }
}
