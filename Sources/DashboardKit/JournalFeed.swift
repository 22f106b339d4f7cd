import ClaimModel
import Messages
import Office

/// Reads the journal stream without consuming it.
public struct JournalFeed {
  /// Where to start, what to keep, when to end.
  public struct Request: Sendable {
    /// Where in the stream to start.
    public var from: QueueSubscription.StreamOffset
    /// Whether to go on when the end of the stream is reached.
    public var follows: Bool
    /// How long nothing may come before the end is taken to be reached.
    public var idleMilliseconds: Int
    /// The most entries to hand on; `nil` for all.
    public var limit: Int?
    /// Which entries to hand on.
    public var filter: JournalFilter

    /// A request for the entries that `filter` keeps.
    public init(
      from: QueueSubscription.StreamOffset = .first, follows: Bool = false, idleMilliseconds: Int = 1_000,
      limit: Int? = nil, filter: JournalFilter = JournalFilter()
    ) {
      self.from = from
      self.follows = follows
      self.idleMilliseconds = idleMilliseconds
      self.limit = limit
      self.filter = filter
    }
  }

  private let broker: any Broker
  private let topology: Topology

  /// A feed from `broker`, where `topology` holds the journal.
  public init(broker: any Broker, topology: Topology) {
    self.broker = broker
    self.topology = topology
  }

  /// Hands each entry to `body` until the request is met, `body` returns false, or `stop` is raised. An entry whose
  /// message was journaled twice (its worker died in between) is handed on once.
  /// - Throws: `BrokerError`.
  public func read(
    _ request: Request, until stop: StopSignal, _ body: (JournalEntry) -> Bool
  ) throws(BrokerError) {
    let session = try broker.open(
      SessionPlan(
        name: "dashboard", topology: topology,
        queues: [QueueSubscription(queue: "journal", streamOffset: request.from)], prefetch: 200))
    defer { session.close() }
    var unique = UniqueEntries()
    var remaining = request.limit ?? Int.max
    while !stop.isSet, remaining > 0 {
      let patience = request.follows ? 250 : request.idleMilliseconds
      let deliveries = try session.receive(limit: 200, timeoutMilliseconds: patience)
      if deliveries.isEmpty, !request.follows { return }
      for entry in deliveries.flatMap(JournalFeed.entries) where unique.isNew(entry) && request.filter.keeps(entry) {
        guard remaining > 0, body(entry) else { return }
        remaining -= 1
      }
      if let last = deliveries.last { try session.acknowledge(upTo: last.tag) }
    }
  }

  /// The entries of one delivery; none for a body that is no journal message, which only a stranger can have written, and
  /// none that an office's user has written in another's name.
  private static func entries(in delivery: Delivery) -> [JournalEntry] {
    guard case .message(let message) = delivery.content, message.type == MessageType.journalBatch.rawValue else {
      return []
    }
    let entries = (try? JournalEntry.entries(in: message.body)) ?? []
    return entries.filter { Senders.mayRecord(delivery.userID, for: $0.office) }
  }
}

/// Which journal entries to keep.
public struct JournalFilter: Hashable, Sendable {
  /// Only entries about this visit.
  public var visit: VisitID?
  /// Only entries whose message type starts with this: `visit-coded`, `x12.835`.
  public var type: String?
  /// Only entries handled at or after this moment.
  public var since: Timestamp?

  /// A filter; `nil` keeps everything.
  public init(visit: VisitID? = nil, type: String? = nil, since: Timestamp? = nil) {
    self.visit = visit
    self.type = type
    self.since = since
  }

  /// Whether `entry` is kept.
  public func keeps(_ entry: JournalEntry) -> Bool {
    (visit.map { entry.visits.contains($0) } ?? true) && (type.map { entry.type.hasPrefix($0) } ?? true)
      && (since.map { entry.handled >= $0 } ?? true)
  }
}

/// Drops entries that were journaled before: same message, same office, same outcome and attempt.
public struct UniqueEntries: Sendable {
  private struct Key: Hashable {
    var message: MessageID
    var office: String
    var outcome: JournalEntry.Outcome
    var attempt: Int
  }

  private var seen: Set<Key> = []

  /// Nothing seen yet.
  public init() {}

  /// Whether the entry is seen for the first time.
  public mutating func isNew(_ entry: JournalEntry) -> Bool {
    seen.insert(
      Key(
        message: entry.messageID, office: String(entry.office), outcome: entry.outcome, attempt: entry.attempt)
    ).inserted
  }
}
