import ClaimModel

/// A message broker as a worker sees it: something sessions are opened on.
///
/// The calls block; each worker runs its batch loop on a thread of its own. The adapter for RabbitMQ serves
/// heartbeats on threads of its own while a worker computes. The simulated broker answers at once.
public protocol Broker: Sendable {
  /// Connects, declares `plan.topology`, and starts consuming `plan.queues`.
  /// - Throws: ``BrokerError``.
  func open(_ plan: SessionPlan) throws(BrokerError) -> any BrokerSession
}

/// What a worker wants of a session.
public struct SessionPlan: Hashable, Sendable {
  /// Who connects, shown in the broker's list of connections: `coding/worker-1`.
  public var name: String
  /// What to declare, idempotently, at each connect, before consuming.
  public var topology: Topology
  /// The queues to consume, in no order.
  public var queues: [QueueSubscription]
  /// How many deliveries may be unacknowledged for each queue.
  public var prefetch: Int

  /// A plan of its parts.
  public init(name: String, topology: Topology, queues: [QueueSubscription] = [], prefetch: Int = 200) {
    self.name = name
    self.topology = topology
    self.queues = queues
    self.prefetch = prefetch
  }
}

/// One queue to consume.
public struct QueueSubscription: Hashable, Sendable {
  /// The queue's name.
  public var queue: String
  /// For a stream queue, where to start; `nil` for other queues.
  public var streamOffset: StreamOffset?

  /// A subscription to `queue`.
  public init(queue: String, streamOffset: StreamOffset? = nil) {
    self.queue = queue
    self.streamOffset = streamOffset
  }

  /// Where to start reading a stream (`x-stream-offset`).
  public enum StreamOffset: Hashable, Sendable {
    /// The oldest record kept.
    case first
    /// Only what is written from now on.
    case next
    /// The record of a number, as ``Delivery/streamOffset`` tells it, and those after it.
    case offset(Int64)
    /// What was written at or after a moment (the broker answers in chunks: earlier records may precede).
    case timestamp(Timestamp)
  }
}

/// An open session: one connection to consume and one to publish. Void after the first error it throws: close it and
/// open another; unacknowledged deliveries come again there.
public protocol BrokerSession: AnyObject {
  /// Waits until at least one delivery is there or `timeoutMilliseconds` has passed; never waits for more.
  /// - Returns: at most `limit` deliveries in the order of their tags; empty after the time-out.
  func receive(limit: Int, timeoutMilliseconds: Int) throws(BrokerError) -> [Delivery]

  /// Hands messages to the broker without waiting for its confirms.
  ///
  /// Blocks while the broker holds publishers back (memory or disk alarm).
  func publish(_ publications: [Publication]) throws(BrokerError) -> PublishTicket

  /// Waits until the broker has answered for everything published up to `ticket`.
  /// - Returns: the publications it did not take, with its words; empty when all is safe.
  func awaitConfirms(_ ticket: PublishTicket) throws(BrokerError) -> [PublishFailure]

  /// Acknowledges every delivery with a tag up to and including `tag`.
  func acknowledge(upTo tag: UInt64) throws(BrokerError)

  /// Whether the broker holds publishers back at the moment, with its reason.
  var blockedReason: String? { get }

  /// How many messages are ready in a queue and how many consumers it has (a passive declare).
  func inspect(queue: String) throws(BrokerError) -> QueueDepth

  /// Consumes anew: what was handed out and not acknowledged goes back to its queues and comes again, with tags from 1. Does
  /// nothing for a session that consumes nothing.
  func consumeAnew() throws(BrokerError)

  /// Closes both connections; deliveries that were not acknowledged go back to their queues. Does nothing when closed.
  func close()
}

/// A session of which other threads may read ``BrokerSession/blockedReason`` while one uses it.
public protocol ObservableSession: BrokerSession, Sendable {}

/// A session that settles deliveries one by one as well: for a person who works through a queue and leaves some of it.
public protocol PickingSession: BrokerSession {
  /// Acknowledges one delivery that is not acknowledged yet, and leaves those before it.
  func acknowledge(only tag: UInt64) throws(BrokerError)
}

/// A receipt for a call of ``BrokerSession/publish(_:)``; later tickets include earlier ones.
public struct PublishTicket: Hashable, Sendable {
  /// The broker's number of the last message handed over (confirm mode counts from 1).
  public var lastSequence: UInt64

  /// A ticket for everything up to `lastSequence`.
  public init(lastSequence: UInt64) { self.lastSequence = lastSequence }
}

/// A message the broker did not take.
public struct PublishFailure: Hashable, Sendable {
  /// What was sent.
  public var publication: Publication
  /// Why it was not taken.
  public var reason: Reason

  /// A failure to publish.
  public init(publication: Publication, reason: Reason) {
    self.publication = publication
    self.reason = reason
  }

  /// Why a message was not taken.
  public enum Reason: Hashable, Sendable {
    /// No queue is bound for the route (`basic.return`), with the broker's words.
    case returned(String)
    /// The broker could not store it (`basic.nack`).
    case refused
  }
}

/// A queue's depth as a passive declare tells it.
public struct QueueDepth: Hashable, Sendable {
  /// Messages ready for delivery.
  public var ready: Int
  /// Consumers.
  public var consumers: Int

  /// A depth.
  public init(ready: Int, consumers: Int) {
    self.ready = ready
    self.consumers = consumers
  }
}

/// What went wrong between a worker and the broker.
public struct BrokerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of thing went wrong.
  public enum Code: String, Hashable, Sendable {
    /// The broker cannot be reached, or the connection was lost. Connecting again may help.
    case unreachable
    /// The broker refused the credentials, the virtual host or the certificate. A person must mend it.
    case denied
    /// The broker refused an operation: missing permission, a queue declared otherwise, a queue that is gone.
    case refused
    /// The URL or an option is wrong. A person must mend it.
    case misconfigured
  }

  /// What kind of thing went wrong.
  public var code: Code
  /// What was being done: `connect to 127.0.0.1:5672`, `declare queue coding.visits.medical`.
  public var operation: String
  /// The broker's or the library's words.
  public var reason: String

  /// An error of the given kind.
  public init(_ code: Code, operation: String, reason: String) {
    self.code = code
    self.operation = operation
    self.reason = reason
  }

  /// One line: operation and reason.
  public var description: String { "\(operation): \(reason)" }

  /// Whether trying again later may help without anybody mending anything.
  public var isTransient: Bool {
    switch code {
    case .unreachable, .refused: true
    case .denied, .misconfigured: false
    }
  }
}
