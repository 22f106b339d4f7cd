import ClaimModel

/// One AMQP message in the terms of this system, with its body undecoded.
///
/// | field | AMQP property |
/// |---|---|
/// | `id` | `message_id`, a UUID |
/// | `type` | `type` |
/// | `correlation` | `correlation_id`: the visit, or the batch reference of an interchange |
/// | `timestamp` | `timestamp`, whole seconds, and header `timestamp-ms`, whole milliseconds |
/// | `appID` | `app_id`: office/worker |
/// | `contentType` | `content_type` |
/// | `causation` | header `causation-id` |
/// | `attempt` | header `attempt`; absent for 0 |
/// | `traceParent` | header `traceparent` (W3C Trace Context) |
public struct WireMessage: Hashable, Sendable {
  /// The message's identity, the same however often it is sent.
  public var id: MessageID
  /// What the message says, with its version: `visit-documented.v1`.
  public var type: String
  /// What the message is about: a visit id, or a batch reference.
  public var correlation: String
  /// When it was first sent.
  public var timestamp: Timestamp
  /// Who sent it: `office/worker`.
  public var appID: String
  /// The body's media type: `application/x-protobuf`, `application/EDI-X12`.
  public var contentType: String
  /// The message this one comes of.
  public var causation: MessageID?
  /// How often a worker has put the message off, from 0.
  public var attempt: Int
  /// W3C trace context, empty when there is none.
  public var traceParent: String
  /// Further headers with text values, for instance why a message was parked.
  public var headers: [String: String]
  /// The body.
  public var body: [UInt8]

  /// A message of its parts.
  public init(
    id: MessageID, type: String, correlation: String, timestamp: Timestamp, appID: String, contentType: String,
    causation: MessageID? = nil, attempt: Int = 0, traceParent: String = "", headers: [String: String] = [:],
    body: [UInt8]
  ) {
    self.id = id
    self.type = type
    self.correlation = correlation
    self.timestamp = timestamp
    self.appID = appID
    self.contentType = contentType
    self.causation = causation
    self.attempt = attempt
    self.traceParent = traceParent
    self.headers = headers
    self.body = body
  }
}

/// Where a message is published: an exchange and a routing key.
public struct Route: Hashable, Sendable {
  /// The exchange's name; empty for the broker's default exchange.
  public var exchange: String
  /// The routing key.
  public var key: String

  /// A route through `exchange`.
  public init(exchange: String, key: String) {
    self.exchange = exchange
    self.key = key
  }
}

/// A message on its way out.
public struct Publication: Hashable, Sendable {
  /// Where it goes.
  public var route: Route
  /// What is sent.
  public var message: WireMessage
  /// Whether it must survive a restart of the broker and reach at least one queue. False only for heartbeats.
  public var isDurable: Bool

  /// A publication of `message`.
  public init(route: Route, message: WireMessage, isDurable: Bool = true) {
    self.route = route
    self.message = message
    self.isDurable = isDurable
  }
}

/// A message that was received and not yet acknowledged.
public struct Delivery: Hashable, Sendable {
  /// The broker's number for the delivery in this session; grows by one with each delivery.
  public var tag: UInt64
  /// The queue it came from.
  public var queue: String
  /// How it was routed.
  public var route: Route
  /// Whether the broker has delivered it before.
  public var isRedelivered: Bool
  /// The broker's user who published it (`user_id`, which the broker checks); empty when the message does not tell.
  public var userID: String
  /// The message, or why its properties cannot be read (the body is kept either way).
  public var content: Content

  /// A delivery of the given content.
  public init(
    tag: UInt64, queue: String, route: Route, isRedelivered: Bool, userID: String = "", content: Content
  ) {
    self.tag = tag
    self.queue = queue
    self.route = route
    self.isRedelivered = isRedelivered
    self.userID = userID
    self.content = content
  }

  /// The record's number in the stream it was read from; `nil` for other queues.
  public var streamOffset: Int64? {
    guard case .message(let message) = content else { return nil }
    return message.headers["x-stream-offset"].flatMap { Int64($0) }
  }

  /// What came.
  public enum Content: Hashable, Sendable {
    /// A message with all its properties.
    case message(WireMessage)
    /// A message whose properties break the rules above: the raw body, what it called itself, and what is wrong.
    case malformed(body: [UInt8], type: String, reason: String)
  }
}
