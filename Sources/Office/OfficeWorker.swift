import ClaimModel
import Messages

/// Runs one desk against a broker and a store: receives batches, commits, publishes, acknowledges.
///
/// For each batch: one transaction (cases, ledger lines, receipts), then everything is published and the broker's
/// confirms are awaited, then the batch is acknowledged. The confirms of one batch are awaited while the next one is
/// handled. A crash between any two steps loses nothing: unacknowledged messages come again, and their receipts send
/// the same messages under the same ids.
public final class OfficeWorker<D: Desk> {
  let handler: BatchHandler<D>
  let broker: any Broker
  let store: any Store
  let configuration: WorkerConfiguration
  let clock: @Sendable () -> Timestamp
  let report: @Sendable (WorkerEvent) -> Void
  private var returnedOnce: Set<MessageID> = []
  private var status: WorkerStatus

  /// A worker for `desk`. Nothing happens before ``run(until:)``.
  public init(
    desk: D, broker: any Broker, store: any Store, configuration: WorkerConfiguration,
    clock: @escaping @Sendable () -> Timestamp, report: @escaping @Sendable (WorkerEvent) -> Void = { _ in }
  ) {
    handler = BatchHandler(
      desk: desk, appID: configuration.name, ladder: configuration.ladder,
      maximumBodyBytes: configuration.maximumBodyBytes,
      senders: Senders(to: desk.office, isStrict: configuration.requiresSenders))
    self.broker = broker
    self.store = store
    self.configuration = configuration
    self.clock = clock
    self.report = report
    status = WorkerStatus(worker: configuration.name, prefetch: configuration.prefetch)
  }

  /// A batch that is committed and published but not yet confirmed and acknowledged.
  struct InFlight {
    var ticket: PublishTicket
    var lastTag: UInt64
    var messages: Int
    var publications: Int
  }

  /// Works until `stop` is raised; then what is in flight is settled. Reconnects for as long as it takes.
  /// - Throws: ``BrokerError`` when the broker cannot be reached at the start and the worker does not wait for it, or
  ///   when a person must mend the configuration.
  public func run(until stop: StopSignal) throws(BrokerError) {
    var backoff = Backoff(seed: configuration.seed)
    var hasConnected = false
    while !stop.isSet {
      do {
        let session = try broker.open(
          SessionPlan(
            name: configuration.name, topology: configuration.topology,
            queues: configuration.queues.map { QueueSubscription(queue: $0) }, prefetch: configuration.prefetch))
        defer { session.close() }
        hasConnected = true
        report(.connected)
        try work(session, until: stop, &backoff)
      } catch {
        guard hasConnected || configuration.waitsForBroker, error.code != .misconfigured else { throw error }
        let milliseconds = backoff.nextMilliseconds()
        report(.sessionLost(error, retryMilliseconds: milliseconds))
        stop.wait(milliseconds: milliseconds)
      }
    }
    report(.drained)
  }

  /// The batch loop on one session.
  private func work(
    _ session: any BrokerSession, until stop: StopSignal, _ backoff: inout Backoff
  ) throws(BrokerError) {
    var inFlight: InFlight?
    while !stop.isSet {
      try beat(session, inFlight: inFlight?.messages ?? 0)
      // With a batch in flight there is something better to do than wait.
      let patience = inFlight == nil ? 250 : 0
      let deliveries = try session.receive(limit: configuration.batchLimit, timeoutMilliseconds: patience)
      var next: InFlight?
      if let lastTag = deliveries.last?.tag {
        guard let result = commit(deliveries, until: stop) else { break }
        next = InFlight(
          ticket: try session.publish(result), lastTag: lastTag, messages: deliveries.count,
          publications: result.count)
      }
      if let batch = inFlight { try settle(batch, on: session, &backoff) }
      inFlight = next
    }
    if let batch = inFlight { try settle(batch, on: session, &backoff) }
    status.phase = "draining"
    try beat(session, inFlight: 0, force: true)
  }

  /// Handles a batch in one transaction, again and again while the store is away.
  /// - Returns: what to publish; `nil` when asked to stop before the store came back.
  private func commit(_ deliveries: [Delivery], until stop: StopSignal) -> [Publication]? {
    var backoff = Backoff(seed: configuration.seed ^ 1)
    while true {
      let now = clock()
      do throws(StoreError) {
        let result = try store.transaction { transaction throws(StoreError) in
          try handler.handle(deliveries, in: transaction, now: now)
        }
        status.count(result.entries)
        report(.batchCommitted(result.entries, result.publications))
        let journal = JournalEntry.publication(of: result.entries, from: configuration.name, now: now)
        return result.publications + [journal].compactMap(\.self)
      } catch {
        let milliseconds = backoff.nextMilliseconds()
        report(.storeFailed(error, retryMilliseconds: milliseconds))
        if stop.wait(milliseconds: milliseconds) { return nil }
      }
    }
  }

  /// Awaits the confirms of a batch and acknowledges it.
  private func settle(
    _ batch: InFlight, on session: any BrokerSession, _ backoff: inout Backoff
  ) throws(BrokerError) {
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
    backoff.reset()
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
  private func beat(_ session: any BrokerSession, inFlight: Int, force: Bool = false) throws(BrokerError) {
    let now = clock()
    guard force || status.isDue(now, every: configuration.heartbeatMilliseconds) else { return }
    _ = try session.publish([status.heartbeat(now, inFlight: inFlight)])
  }
}
