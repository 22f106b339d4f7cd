import ClaimModel

/// How a worker runs.
public struct WorkerConfiguration: Sendable {
  /// The worker's name: `office/worker`, as it stands in `app_id`, the journal and the broker's list of connections.
  public var name: String
  /// The queues it reads.
  public var queues: [String]
  /// What it declares at each connect.
  public var topology: Topology
  /// Whether it listens to what operators ask of its office (``ControlOrder``).
  public var takesOrders: Bool
  /// The most messages handled in one transaction.
  public var batchLimit: Int
  /// The most unacknowledged deliveries of a queue.
  public var prefetch: Int
  /// The largest body that is handled; larger ones are parked.
  public var maximumBodyBytes: Int
  /// Whether messages whose sender is no office's user are parked; see ``Senders``.
  public var requiresSenders: Bool
  /// The steps of the retry ladder.
  public var ladder: RetryLadder
  /// Milliseconds between heartbeats on the status exchange.
  public var heartbeatMilliseconds: Int64
  /// Whether to keep trying when the broker cannot be reached at the start.
  public var waitsForBroker: Bool
  /// How long receipts of handled messages are kept, in milliseconds; `nil` keeps them for ever.
  public var receiptRetentionMilliseconds: Int64?
  /// What the jitter of reconnects is seeded with.
  public var seed: UInt64
  /// When to stop taking messages because too many fail; `nil` for never.
  public var killSwitch: KillSwitch.Settings?
  /// How fast a person at this desk works; `nil` for as fast as the machine.
  public var pace: WorkPace?

  /// A configuration with the standard limits: batches of 256, 512 unacknowledged, 8 MiB bodies, heartbeats each 2 s,
  /// receipts kept for 30 days.
  public init(
    name: String, queues: [String], topology: Topology, batchLimit: Int = 256, prefetch: Int = 512,
    maximumBodyBytes: Int = 8 << 20, requiresSenders: Bool = false, takesOrders: Bool = false,
    ladder: RetryLadder = .standard,
    heartbeatMilliseconds: Int64 = 2_000, waitsForBroker: Bool = false,
    receiptRetentionMilliseconds: Int64? = 30 * 86_400_000, seed: UInt64 = 0, killSwitch: KillSwitch.Settings? = nil,
    pace: WorkPace? = nil
  ) {
    self.name = name
    self.queues = queues
    self.topology = topology
    self.batchLimit = batchLimit
    self.prefetch = prefetch
    self.maximumBodyBytes = maximumBodyBytes
    self.requiresSenders = requiresSenders
    self.takesOrders = takesOrders
    self.ladder = ladder
    self.heartbeatMilliseconds = heartbeatMilliseconds
    self.waitsForBroker = waitsForBroker
    self.receiptRetentionMilliseconds = receiptRetentionMilliseconds
    self.seed = seed
    self.killSwitch = killSwitch
    self.pace = pace
  }
}

/// What a worker tells about itself, for logs and metrics. Ids and counts only.
public enum WorkerEvent: Sendable {
  /// Connected and consuming.
  case connected
  /// A queue had handed out nothing for long, so all are consumed anew.
  case consumedAnew(queue: String)
  /// The session with the broker failed; the next try is in `retryMilliseconds`.
  case sessionLost(BrokerError, retryMilliseconds: Int)
  /// A transaction failed; the same batch is tried again in `retryMilliseconds`.
  case storeFailed(StoreError, retryMilliseconds: Int)
  /// Messages were received that are not acknowledged yet.
  case received(messages: Int)
  /// A batch was committed, published and acknowledged.
  case batchSettled(messages: Int, publications: Int)
  /// What the batch that was settled last took.
  case batchTimed(BatchTimes)
  /// A batch was committed: what became of each message, and what is about to be published.
  case batchCommitted([JournalEntry], [Publication])
  /// Reminders were due and are in the office's queue.
  case remindersCalled(Int)
  /// A message of ours found no queue twice and was parked.
  case unroutable(id: MessageID, type: String, reason: String)
  /// The worker does something else from now on.
  case phaseChanged(WorkerPhase)
  /// An operator asked for something; it was done unless it is refused.
  case ordered(ControlOrder, refusal: Refusal?)
  /// The kill switch decided.
  case killSwitch(KillSwitch.Change)
  /// Nothing more is consumed; what was in flight is settled.
  case drained
}

/// What a batch took.
public struct BatchTimes: Hashable, Sendable {
  /// From its receipt to its acknowledgement.
  public var whole: Duration
  /// Beginning and committing its transaction: waiting for the store's lock and for its disk.
  public var commit: Duration
  /// Waiting for the broker's confirms.
  public var confirm: Duration

  /// The times of one batch.
  public init(whole: Duration, commit: Duration, confirm: Duration) {
    self.whole = whole
    self.commit = commit
    self.confirm = confirm
  }
}
