import ClaimModel
import Messages

/// Runs one desk against a broker and a store: receives batches, commits, publishes, acknowledges.
///
/// For each batch: one transaction (cases, ledger lines, receipts), then everything is published and the broker's
/// confirms are awaited, then the batch is acknowledged. The confirms of one batch are awaited while the next one is
/// handled. A crash between any two steps loses nothing: unacknowledged messages come again, and their receipts send
/// the same messages under the same ids.
///
/// The worker goes in steps, one batch each, and never waits between them itself: ``run(until:)`` does that on a thread
/// of its own, a simulation in simulated time.
public final class OfficeWorker<D: Desk> {
  let handler: BatchHandler<D>
  let broker: any Broker
  let store: any Store
  let configuration: WorkerConfiguration
  let clock: @Sendable () -> Timestamp
  let report: @Sendable (WorkerEvent) -> Void
  private var returnedOnce: Set<MessageID> = []
  private var status: WorkerStatus
  private var retention: ReceiptRetention
  private var session: (any BrokerSession)?
  private var hasConnected = false
  private var brokerBackoff: Backoff
  private var storeBackoff: Backoff
  /// Received and not committed yet: the store was away.
  private var uncommitted: [Delivery] = []
  private var inFlight: InFlight?

  /// A worker for `desk`. Nothing happens before ``run(until:)``.
  public init(
    desk: D, broker: any Broker, store: any Store, configuration: WorkerConfiguration,
    clock: @escaping @Sendable () -> Timestamp, report: @escaping @Sendable (WorkerEvent) -> Void = { _ in }
  ) {
    handler = BatchHandler(
      desk: desk, appID: configuration.name, ladder: configuration.ladder,
      maximumBodyBytes: configuration.maximumBodyBytes)
    self.broker = broker
    self.store = store
    self.configuration = configuration
    self.clock = clock
    self.report = report
    status = WorkerStatus(worker: configuration.name, prefetch: configuration.prefetch)
    retention = ReceiptRetention(configuration)
    brokerBackoff = Backoff(seed: configuration.seed)
    storeBackoff = Backoff(seed: configuration.seed ^ 1)
  }

  /// A batch that is committed and published but not yet confirmed and acknowledged.
  struct InFlight {
    var ticket: PublishTicket
    var lastTag: UInt64
    var messages: Int
    var publications: Int
  }

  /// When a worker wants its next step.
  public enum Pace: Hashable, Sendable {
    /// At once.
    case now
    /// After a wait: the broker or the store is away.
    case after(milliseconds: Int)
  }

  /// Works until `stop` is raised; then what is in flight is settled. Reconnects for as long as it takes.
  /// - Throws: ``BrokerError`` when the broker cannot be reached at the start and the worker does not wait for it, or
  ///   when a person must mend the configuration.
  public func run(until stop: StopSignal) throws(BrokerError) {
    defer { disconnect() }
    while !stop.isSet {
      if case .after(let milliseconds) = try step() { stop.wait(milliseconds: milliseconds) }
    }
    drain()
  }

  /// Connects, or handles one batch: waits for deliveries at most `patienceMilliseconds`.
  /// - Throws: ``BrokerError`` as ``run(until:)``.
  public func step(patienceMilliseconds: Int = 250) throws(BrokerError) -> Pace {
    do {
      guard let session else {
        try connect()
        return .now
      }
      return try work(session, patienceMilliseconds)
    } catch {
      disconnect()
      guard hasConnected || configuration.waitsForBroker, error.code != .misconfigured else { throw error }
      let milliseconds = brokerBackoff.nextMilliseconds()
      report(.sessionLost(error, retryMilliseconds: milliseconds))
      return .after(milliseconds: milliseconds)
    }
  }

  /// Settles what is in flight and says goodbye. What is not committed goes back to its queue.
  public func drain() {
    defer {
      disconnect()
      report(.drained)
    }
    guard let session else { return }
    do {
      try settleInFlight(on: session)
      status.phase = "draining"
      try beat(session, force: true)
    } catch {
      // Nothing is lost: what was not acknowledged comes again to another worker.
      report(.sessionLost(error, retryMilliseconds: 0))
    }
  }

  private func connect() throws(BrokerError) {
    session = try broker.open(
      SessionPlan(
        name: configuration.name, topology: configuration.topology,
        queues: configuration.queues.map { QueueSubscription(queue: $0) }, prefetch: configuration.prefetch))
    hasConnected = true
    report(.connected)
  }

  /// Gives the session up with everything that hung on it.
  private func disconnect() {
    session?.close()
    session = nil
    uncommitted = []
    inFlight = nil
  }

  /// One turn of the batch loop.
  private func work(_ session: any BrokerSession, _ patienceMilliseconds: Int) throws(BrokerError) -> Pace {
    try beat(session)
    if uncommitted.isEmpty {
      // With a batch in flight there is something better to do than wait.
      uncommitted = try session.receive(
        limit: configuration.batchLimit, timeoutMilliseconds: inFlight == nil ? patienceMilliseconds : 0)
    }
    var next: InFlight?
    if let lastTag = uncommitted.last?.tag {
      let publications: [Publication]
      do throws(StoreError) {
        publications = try commit(uncommitted)
      } catch {
        let milliseconds = storeBackoff.nextMilliseconds()
        report(.storeFailed(error, retryMilliseconds: milliseconds))
        try settleInFlight(on: session)
        return .after(milliseconds: milliseconds)
      }
      next = InFlight(
        ticket: try session.publish(publications), lastTag: lastTag, messages: uncommitted.count,
        publications: publications.count)
      uncommitted = []
    }
    try settleInFlight(on: session)
    inFlight = next
    purgeReceipts()
    return .now
  }

  /// Lets old receipts go; a store that fails now is tried again later, and stops nothing.
  private func purgeReceipts() {
    do throws(StoreError) {
      try retention.purge(store, now: clock())
    } catch {
      report(.storeFailed(error, retryMilliseconds: Int(ReceiptRetention.intervalMilliseconds)))
    }
  }

  /// Handles a batch in one transaction.
  /// - Returns: what to publish.
  private func commit(_ deliveries: [Delivery]) throws(StoreError) -> [Publication] {
    let now = clock()
    let result = try store.transaction { transaction throws(StoreError) in
      try handler.handle(deliveries, in: transaction, now: now)
    }
    storeBackoff.reset()
    let entries = result.records.map(\.entry)
    status.count(entries)
    report(.batchCommitted(entries, result.publications))
    let journal = JournalEntry.publication(of: result.records, from: configuration.name, now: now)
    return result.publications + [journal].compactMap(\.self)
  }

  private func settleInFlight(on session: any BrokerSession) throws(BrokerError) {
    guard let batch = inFlight else { return }
    try settle(batch, on: session)
    inFlight = nil
  }

  /// Awaits the confirms of a batch and acknowledges it.
  private func settle(_ batch: InFlight, on session: any BrokerSession) throws(BrokerError) {
    for failure in try session.awaitConfirms(batch.ticket) {
      let message = failure.publication.message
      guard case .returned(let reason) = failure.reason else {
        throw BrokerError(.refused, operation: "publish \(message.type)", reason: "the broker did not take it (nack)")
      }
      // Declaring the topology again may bring the queue back, so the first time the session is opened anew.
      guard !returnedOnce.insert(message.id).inserted else {
        throw BrokerError(.refused, operation: "publish \(message.type)", reason: reason)
      }
      report(.unroutable(id: message.id, type: message.type, reason: reason))
      try park(failure.publication, reason: reason, on: session)
      returnedOnce.remove(message.id)
    }
    try session.acknowledge(upTo: batch.lastTag)
    brokerBackoff.reset()
    report(.batchSettled(messages: batch.messages, publications: batch.publications))
  }

  private func park(
    _ publication: Publication, reason: String, on session: any BrokerSession
  ) throws(BrokerError) {
    var message = publication.message
    message.headers["parked-reason"] = "no queue takes it: \(reason)"
    message.headers["parked-from"] = "\(publication.route.exchange)/\(publication.route.key)"
    message.headers["parked-at"] = clock().description
    message.headers["parked-by"] = configuration.name
    let ticket = try session.publish([Publication(route: handler.desk.office.parkingRoute, message: message)])
    guard try session.awaitConfirms(ticket).isEmpty else {
      throw BrokerError(.refused, operation: "park \(message.type)", reason: "the parking lot did not take it")
    }
  }

  /// Tells the status exchange, every two seconds, that the worker lives.
  private func beat(_ session: any BrokerSession, force: Bool = false) throws(BrokerError) {
    let now = clock()
    guard force || status.isDue(now, every: configuration.heartbeatMilliseconds) else { return }
    _ = try session.publish([status.heartbeat(now, inFlight: inFlight?.messages ?? 0)])
  }
}
