import ClaimModel
import Messages

/// Runs one desk against a broker and a store: receives batches, commits, publishes, acknowledges.
///
/// For each batch: one transaction (cases, ledger lines, receipts), then everything is published and the broker's
/// confirms are awaited, then the batch is acknowledged. The confirms of one batch are awaited while the next one is
/// handled. A crash between any two steps loses nothing: unacknowledged messages come again, and their receipts send
/// the same messages under the same ids.
///
/// The worker goes in steps, one batch each, and never waits between them itself: `run(until:)` does that on a thread
/// of its own, a simulation in simulated time.
public final class OfficeWorker<D: Desk> {
  private(set) var handler: BatchHandler<D>
  /// The queue of control orders; empty when none are taken.
  private var control = Topology()
  let broker: any Broker
  let store: any Store
  let configuration: WorkerConfiguration
  let clock: @Sendable () -> Timestamp
  let businessClock: BusinessClock
  let stopwatch: @Sendable () -> Duration
  let quiet: QuietSignal
  let report: @Sendable (WorkerEvent) -> Void
  /// What found no queue and has not arrived since.
  private var returnedOnce: Set<MessageID> = []
  private var status: WorkerStatus
  private var retention: ReceiptRetention
  private var reminderCalls: ReminderCalls
  private var session: (any BrokerSession)?
  private var hasConnected = false
  private var connectedAt: Timestamp?
  private var brokerBackoff: Backoff
  private var storeBackoff: Backoff
  private var storeFailuresInARow = 0
  private(set) var killSwitch: KillSwitch?
  private var consumerWatch = ConsumerWatch()
  /// Received and not committed yet: a person works on them, or the store was away.
  private var uncommitted: [Delivery] = []
  /// Whether nothing more had come when deliveries were last received.
  private var hasReceivedAll = false
  /// What is left to do on them at the desk's pace.
  private var workInHand: WorkInHand?
  private var receivedAt = Duration.zero
  private var inFlight: BatchInFlight?

  /// A worker for `desk`. Nothing happens before ``run(until:onStep:)``.
  ///
  /// `clock` reads the system's time, of which `businessClock` makes the time by which the desk works. `stopwatch` reads a
  /// clock that never jumps, for the durations in ``BatchTimes``; `quiet` asks the worker to take no
  /// messages for a while.
  public init(
    desk: D, broker: any Broker, store: any Store, configuration: WorkerConfiguration,
    clock: @escaping @Sendable () -> Timestamp, businessClock: BusinessClock = .system,
    stopwatch: @escaping @Sendable () -> Duration = { .zero },
    quiet: QuietSignal = QuietSignal(), report: @escaping @Sendable (WorkerEvent) -> Void = { _ in }
  ) {
    handler = BatchHandler(
      desk: desk, appID: configuration.name, ladder: configuration.ladder,
      maximumBodyBytes: configuration.maximumBodyBytes,
      senders: Senders(to: desk.office, isStrict: configuration.requiresSenders))
    self.broker = broker
    self.store = store
    self.configuration = configuration
    self.clock = clock
    self.businessClock = businessClock
    self.stopwatch = stopwatch
    self.quiet = quiet
    self.report = report
    status = WorkerStatus(worker: configuration.name, prefetch: configuration.prefetch)
    retention = ReceiptRetention(configuration, clock: businessClock)
    reminderCalls = ReminderCalls(configuration, office: desk.office)
    brokerBackoff = Backoff(seed: configuration.seed)
    storeBackoff = Backoff(seed: configuration.seed ^ 1)
    killSwitch = configuration.killSwitch.map { KillSwitch($0) }
  }

  /// How long a session lives that is not taken for a failure to connect.
  private static var lastingMilliseconds: Int64 { 10_000 }

  /// How often a worker that takes no messages looks whether it may again.
  private static var idleMilliseconds: Int { 250 }

  /// When a worker wants its next step.
  public enum Pace: Hashable, Sendable {
    /// At once.
    case now
    /// After a wait: the broker or the store is away, no messages are taken, or a person works on those that were.
    case after(milliseconds: Int)
  }

  /// Works until `stop` is raised; then what is in flight is settled. Reconnects for as long as it takes. `onStep` is
  /// called before each step: as long as it is, the worker is not stuck.
  /// - Throws: ``BrokerError`` when the broker cannot be reached at the start and the worker does not wait for it, or
  ///   when a person must mend the configuration.
  public func run(until stop: StopSignal, onStep: () -> Void = {}) throws(BrokerError) {
    defer { disconnect() }
    while !stop.isSet {
      onStep()
      if case .after(let milliseconds) = try step() { stop.wait(milliseconds: milliseconds) }
    }
    drain()
  }

  /// Connects, or handles one batch: waits for deliveries at most `patienceMilliseconds`.
  /// - Throws: ``BrokerError`` as ``run(until:onStep:)``.
  public func step(patienceMilliseconds: Int = 250) throws(BrokerError) -> Pace {
    do {
      try choosePhase()
      guard let session else {
        try connect()
        return .now
      }
      guard status.phase.isConsuming else { return try idle(session) }
      return try work(session, patienceMilliseconds)
    } catch {
      disconnect()
      guard hasConnected || configuration.waitsForBroker, error.code != .misconfigured else { throw error }
      forgetOldFailures()
      let milliseconds = brokerBackoff.nextMilliseconds()
      report(.sessionLost(error, retryMilliseconds: milliseconds))
      return .after(milliseconds: milliseconds)
    }
  }

  /// Settles what is in flight and says goodbye. What is not committed goes back to its queue.
  public func drain() {
    enter(.draining)
    defer {
      disconnect()
      report(.drained)
    }
    guard let session else { return }
    do {
      try settleInFlight(on: session)
      try beat(session, force: true)
    } catch {
      // Nothing is lost: what was not acknowledged comes again to another worker.
      report(.sessionLost(error, retryMilliseconds: 0))
    }
  }

  private func connect() throws(BrokerError) {
    if configuration.takesOrders {
      // A name for each session: the queue of one that was lost may still be there.
      control = .control(of: configuration.name, handler.desk.office, session: clock())
    }
    session = try broker.open(
      SessionPlan(
        name: configuration.name, topology: configuration.topology.merged(with: control),
        queues: ((status.phase.isConsuming ? configuration.queues : []) + control.queues.map(\.name)).map {
          QueueSubscription(queue: $0)
        }, prefetch: prefetch))
    hasConnected = true
    connectedAt = clock()
    consumerWatch.begin(status.phase.isConsuming ? configuration.queues : [], at: clock())
    report(.connected)
  }

  /// A session that has lasted is no failure to connect, even if no message came in it.
  private func forgetOldFailures() {
    if let connectedAt, clock() >= connectedAt.adding(milliseconds: Self.lastingMilliseconds) { brokerBackoff.reset() }
    connectedAt = nil
  }

  /// Follows the quiet signal and the kill switch. On a change what is in flight is settled and the session closed, so
  /// that deliveries that were not handled go back to their queues; the next one consumes or does not.
  private func choosePhase() throws(BrokerError) {
    if let change = killSwitch?.advance(to: clock()) { report(.killSwitch(change)) }
    let phase: WorkerPhase =
      if quiet.isSet { .quiet } else if let killSwitch {
        killSwitch.isOpen ? .paused : killSwitch.isOnTrial ? .trial : .working
      } else { .working }
    guard phase != status.phase else { return }
    if phase.isConsuming || status.phase.isConsuming {
      if let session { try settleInFlight(on: session) }
      disconnect()
    }
    enter(phase)
  }

  private func enter(_ phase: WorkerPhase) {
    status.enter(phase)
    report(.phaseChanged(phase))
  }

  /// One turn without messages: lives and notices when the connection is lost.
  private func idle(_ session: any BrokerSession) throws(BrokerError) -> Pace {
    try beat(session)
    _ = try takeOrders(of: try session.receive(limit: 1, timeoutMilliseconds: 0), on: session)
    return .after(milliseconds: Self.idleMilliseconds)
  }

  /// Gives the session up with everything that hung on it.
  private func disconnect() {
    session?.close()
    session = nil
    uncommitted = []
    workInHand = nil
    inFlight = nil
  }

  /// One turn of the batch loop.
  private func work(_ session: any BrokerSession, _ patienceMilliseconds: Int) throws(BrokerError) -> Pace {
    try beat(session)
    try callReminders(on: session)
    if uncommitted.isEmpty {
      // With a batch in flight there is something better to do than wait.
      let limit = batchLimit
      let deliveries = try session.receive(
        limit: limit, timeoutMilliseconds: inFlight == nil ? patienceMilliseconds : 0)
      hasReceivedAll = deliveries.count < limit
      uncommitted = try takeOrders(of: deliveries, on: session)
      receivedAt = stopwatch()
      consumerWatch.note(uncommitted, at: clock())
      if !uncommitted.isEmpty {
        report(.received(messages: uncommitted.count))
        workInHand = configuration.pace.map { WorkInHand(uncommitted, pace: $0, now: clock()) }
      }
    }
    if let left = workInHand?.advance(to: clock()), left > 0 {
      try settleInFlight(on: session)
      return .after(milliseconds: min(left, Self.idleMilliseconds))
    }
    workInHand = nil
    var next: BatchInFlight?
    if let lastTag = uncommitted.last?.tag {
      let publications: [Publication]
      let commitTime: Duration
      do throws(StoreError) {
        (publications, commitTime) = try commit(uncommitted)
      } catch {
        let milliseconds = storeBackoff.nextMilliseconds()
        storeFailuresInARow += 1
        // A store may stumble once; when it does so again its messages count as failed.
        if storeFailuresInARow > 1 { judge(handled: uncommitted.count, failed: uncommitted.count) }
        report(.storeFailed(error, retryMilliseconds: milliseconds))
        try settleInFlight(on: session)
        return .after(milliseconds: milliseconds)
      }
      next = BatchInFlight(
        ticket: try session.publish(publications), lastTag: lastTag, messages: uncommitted.count,
        publications: publications.count, retried: returnedOnce.isEmpty ? [] : publications.map { $0.message.id },
        receivedAt: receivedAt, commit: commitTime)
      uncommitted = []
    }
    try settleInFlight(on: session)
    inFlight = next
    purgeReceipts()
    try consumeAnewIfQuiet(on: session)
    return .now
  }

  /// Consumes anew where a queue has been quiet for so long that its consumer may be lost. Not while there is more to be
  /// received: what has come would go back.
  private func consumeAnewIfQuiet(on session: any BrokerSession) throws(BrokerError) {
    guard hasReceivedAll, let queue = consumerWatch.quietQueue(at: clock()) else { return }
    try settleInFlight(on: session)
    try session.consumeAnew()
    consumerWatch.begin(configuration.queues, at: clock())
    report(.consumedAnew(queue: queue))
  }

  /// Does what operators ask for, and journals it; hands on the other deliveries.
  private func takeOrders(
    of deliveries: [Delivery], on session: any BrokerSession
  ) throws(BrokerError) -> [Delivery] {
    guard let queue = control.queues.first?.name, deliveries.contains(where: { $0.queue == queue }) else {
      return deliveries
    }
    let entries = handler.obey(
      deliveries.filter { $0.queue == queue }, now: businessClock.time(at: clock()), report: report)
    let journal = JournalEntry.publication(of: entries, from: configuration.name, now: clock())
    try awaitConfirms(try session.publish([journal].compactMap(\.self)), on: session)
    // An order is acknowledged with what came after it, or by itself: it waits for nothing.
    let others = deliveries.filter { $0.queue != queue }
    if others.isEmpty, let last = deliveries.last {
      try settleInFlight(on: session)
      try session.acknowledge(upTo: last.tag)
    }
    return others
  }

  /// Puts reminders that are due into the office's queue, from where they come as messages.
  private func callReminders(on session: any BrokerSession) throws(BrokerError) {
    do throws(StoreError) {
      try reminderCalls.look(in: store, limit: batchLimit, now: clock(), clock: businessClock)
    } catch {
      report(.storeFailed(error, retryMilliseconds: Int(ReminderCalls.failureMilliseconds)))
    }
    let calls = reminderCalls.unconfirmed
    guard !calls.isEmpty else { return }
    try awaitConfirms(try session.publish(calls), on: session)
    reminderCalls.confirm()
    report(.remindersCalled(calls.count))
  }

  /// Lets old receipts go; a store that fails now is tried again later, and stops nothing.
  private func purgeReceipts() {
    do throws(StoreError) {
      try retention.purge(store, now: businessClock.time(at: clock()))
    } catch {
      report(.storeFailed(error, retryMilliseconds: Int(ReceiptRetention.intervalMilliseconds)))
    }
  }

  /// Handles a batch in one transaction.
  /// - Returns: what to publish, and how long it took to begin and commit the transaction.
  private func commit(_ deliveries: [Delivery]) throws(StoreError) -> ([Publication], Duration) {
    let now = businessClock.time(at: clock())
    let start = stopwatch()
    var handling = Duration.zero
    var result = try store.transaction { transaction throws(StoreError) in
      let begun = stopwatch()
      let result = try handler.handle(deliveries, in: transaction, now: now)
      handling = stopwatch() - begun
      return result
    }
    let commitTime = stopwatch() - start - handling
    storeBackoff.reset()
    storeFailuresInARow = 0
    // No key paths here: the compiler does not carry a function that has one into the modules of the desks.
    let entries = result.records.map { $0.entry }
    let failed = status.count(entries)
    for index in entries.indices { retention.note(sent: entries[index].sent) }
    report(.batchCommitted(entries, result.publications))
    judge(handled: entries.count, failed: failed)
    if let journal = JournalEntry.publication(of: result.records, from: configuration.name, now: now) {
      result.publications.append(journal)
    }
    return (result.publications, commitTime)
  }

  /// Lets the kill switch know; what it decides takes effect with the next step.
  private func judge(handled: Int, failed: Int) {
    guard let change = killSwitch?.record(handled: handled, failed: failed, at: clock()) else { return }
    report(.killSwitch(change))
  }

  private func settleInFlight(on session: any BrokerSession) throws(BrokerError) {
    guard let batch = inFlight else { return }
    try settle(batch, on: session)
    inFlight = nil
  }

  /// Awaits the confirms of a batch and acknowledges it.
  private func settle(_ batch: BatchInFlight, on session: any BrokerSession) throws(BrokerError) {
    let start = stopwatch()
    try awaitConfirms(batch.ticket, on: session)
    returnedOnce.subtract(batch.retried)
    let confirmTime = stopwatch() - start
    try session.acknowledge(upTo: batch.lastTag)
    brokerBackoff.reset()
    report(.batchSettled(messages: batch.messages, publications: batch.publications))
    let whole = stopwatch() - batch.receivedAt
    report(.batchTimed(BatchTimes(whole: whole, commit: batch.commit, confirm: confirmTime)))
  }

  /// Waits until everything up to `ticket` is safe; what finds no queue is parked.
  private func awaitConfirms(_ ticket: PublishTicket, on session: any BrokerSession) throws(BrokerError) {
    for failure in try session.awaitConfirms(ticket) {
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
  }

  private func park(_ publication: Publication, reason: String, on session: any BrokerSession) throws(BrokerError) {
    let publications = handler.parking(
      ofReturned: publication, reason: reason, now: businessClock.time(at: clock()))
    guard try session.awaitConfirms(try session.publish(publications)).isEmpty else {
      let operation = "park \(publication.message.type)"
      throw BrokerError(.refused, operation: operation, reason: "the parking lot or the journal did not take it")
    }
  }

  /// Tells the status exchange, every two seconds, that the worker lives.
  private func beat(_ session: any BrokerSession, force: Bool = false) throws(BrokerError) {
    let now = clock()
    guard force || status.isDue(now, every: configuration.heartbeatMilliseconds) else { return }
    _ = try session.publish([status.heartbeat(now, inFlight: uncommitted.count + (inFlight?.messages ?? 0))])
  }
}
