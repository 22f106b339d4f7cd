import ClaimModel
import Messages
import Office

/// Reads the journal stream without consuming it, and declares nothing.
public struct JournalFeed {
  /// Where to start, what to keep, when to end.
  public struct Request: Sendable {
    /// Where in the stream to start.
    public var from: QueueSubscription.StreamOffset
    /// Whether to go on when the end of the stream is reached.
    public var follows: Bool
    /// Without following: how long nothing may come before the end is taken to be reached. What is written after a reading
    /// of earlier entries has begun is the end too.
    public var idleMilliseconds: Int
    /// The most entries to hand on; `nil` for all.
    public var limit: Int?
    /// Which entries to hand on; `nil` for all.
    public var filter: Filter<JournalEntry>?
    /// Only entries handled at or after this moment: the broker starts at the chunk of the stream that holds it.
    public var since: Timestamp?

    /// A request for the entries that `filter` keeps.
    public init(
      from: QueueSubscription.StreamOffset = .first, follows: Bool = false, idleMilliseconds: Int = 1_000,
      limit: Int? = nil, filter: Filter<JournalEntry>? = nil, since: Timestamp? = nil
    ) {
      self.from = from
      self.follows = follows
      self.idleMilliseconds = idleMilliseconds
      self.limit = limit
      self.filter = filter
      self.since = since
    }

    fileprivate func keeps(_ entry: JournalEntry, at now: Timestamp) -> Bool {
      (since.map { entry.handled >= $0 } ?? true) && (filter?.keeps(entry, at: now) ?? true)
    }
  }

  /// The most deliveries that are taken at once.
  private static let batch = 200

  private let broker: any Broker
  private let clock: @Sendable () -> Timestamp

  /// A feed from `broker`.
  public init(broker: any Broker, clock: @escaping @Sendable () -> Timestamp) {
    self.broker = broker
    self.clock = clock
  }

  /// Hands each entry to `body` until the request is met, `body` returns false, or `stop` is raised. An entry whose
  /// message was journaled twice (its worker died in between) is handed on once.
  ///
  /// A request that follows the journal outlives its sessions: when one is lost, another goes on where it ended. What comes
  /// in driblets is read twenty times a second, all that has come by then at once: `afterBatch` is called after that.
  /// A request that follows waits for a journal that no office has declared yet.
  /// - Throws: `BrokerError` when the broker cannot be reached at the start, when the session of a request that does
  ///   not follow is lost or there is no journal, or when a person must mend the configuration.
  public func read(
    _ request: Request, until stop: StopSignal, afterBatch: () -> Void = {}, _ body: (JournalEntry) -> Bool
  ) throws(BrokerError) {
    var reading = Reading(of: request)
    try read(&reading, until: stop, afterBatch: afterBatch, body)
  }

  /// Goes on with a reading that has ended with an error, or begins it.
  /// - Throws: `BrokerError` as a reading from its beginning does; what was handed on is not handed on again when it is called
  ///   again.
  public func read(
    _ reading: inout Reading, until stop: StopSignal, afterBatch: () -> Void = {}, _ body: (JournalEntry) -> Bool
  ) throws(BrokerError) {
    let request = reading.request
    var backoff = Backoff(seed: 0)
    while !stop.isSet {
      let before = reading.from
      do throws(BrokerError) {
        return try readSession(&reading, until: stop, afterBatch: afterBatch, body)
      } catch {
        guard request.follows, reading.hasConnected || error.isMissing, error.code != .misconfigured else {
          throw error
        }
        if reading.from != before { backoff.reset() }
        // All that a journal holds which was not there yet is written from now on.
        if error.isMissing, reading.from == .next { reading.from = .first }
        stop.wait(milliseconds: backoff.nextMilliseconds())
      }
    }
  }

  /// How far a request has come.
  public struct Reading: Sendable {
    fileprivate let request: Request
    fileprivate var from: QueueSubscription.StreamOffset
    fileprivate var remaining: Int
    fileprivate var unique = UniqueEntries()
    fileprivate var hasConnected = false

    /// Nothing read yet.
    public init(of request: Request) {
      self.request = request
      from = request.from
      remaining = request.limit ?? Int.max
    }
  }

  /// Reads within one session.
  private func readSession(
    _ reading: inout Reading, until stop: StopSignal, afterBatch: () -> Void, _ body: (JournalEntry) -> Bool
  ) throws(BrokerError) {
    let request = reading.request
    let opened = clock()
    let session = try broker.open(plan("dashboard", from: reading.from))
    defer { session.close() }
    // Offices at work leave no silence to wait for: what is written from now on tells where the end is.
    let needsNoEnd = request.follows || request.from == .next
    let news = needsNoEnd ? nil : try broker.open(plan("dashboard/end", from: .next))
    defer { news?.close() }
    var end: Int64?
    reading.hasConnected = true
    // What is written between two sessions belongs to what is written "from now on".
    if reading.from == .next { reading.from = .timestamp(opened) }
    while !stop.isSet, reading.remaining > 0 {
      let patience = request.follows ? 250 : request.idleMilliseconds
      let deliveries = try session.receive(limit: JournalFeed.batch, timeoutMilliseconds: patience)
      if deliveries.isEmpty, !request.follows { return }
      if end == nil { end = try news?.receive(limit: 1, timeoutMilliseconds: 0).first?.streamOffset }
      let now = clock()
      for delivery in deliveries {
        if let end, let offset = delivery.streamOffset, offset >= end { return }
        for entry in JournalFeed.entries(in: delivery)
        where reading.unique.isNew(entry) && request.keeps(entry, at: now) {
          guard reading.remaining > 0, body(entry) else { return }
          reading.remaining -= 1
        }
        if let offset = delivery.streamOffset { reading.from = .offset(offset + 1) }
      }
      if let last = deliveries.last { try session.acknowledge(upTo: last.tag) }
      afterBatch()
      // To wake up for each delivery of offices at work would take processor time from them, and from the broker.
      if request.follows, !deliveries.isEmpty, deliveries.count < JournalFeed.batch { stop.wait(milliseconds: 50) }
    }
  }

  private func plan(_ name: String, from offset: QueueSubscription.StreamOffset) -> SessionPlan {
    SessionPlan(
      name: name, topology: Topology(), queues: [QueueSubscription(queue: "journal", streamOffset: offset)],
      prefetch: JournalFeed.batch)
  }

  /// The entries of one delivery; none for a body that is no journal message, which only a stranger can have written, and
  /// none that an office's user has written in another's name.
  static func entries(in delivery: Delivery) -> [JournalEntry] {
    guard case .message(let message) = delivery.content, message.type == MessageType.journalBatch.rawValue else {
      return []
    }
    let entries = (try? JournalEntry.entries(in: message.body)) ?? []
    return entries.filter { Senders.mayRecord(delivery.userID, for: $0.office) }
  }
}
