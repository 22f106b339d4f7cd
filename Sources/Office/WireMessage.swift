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
  /// Everything but the body.
  private struct Properties: Hashable, Sendable {
    var id: MessageID
    var type: String
    var correlation: String
    var timestamp: Timestamp
    var appID: String
    var contentType: String
    var causation: MessageID?
    var attempt: Int
    var traceParent: String
    var headers: [String: String]
  }

  /// Properties that copies of a message share: a message is handed on many times and changed hardly ever, and a copy of
  /// its texts one by one would cost as many steps as there are texts.
  private final class Shared: Sendable {
    let properties: Properties

    init(_ properties: Properties) { self.properties = properties }
  }

  private var shared: Shared
  /// The body.
  public var body: [UInt8]

  private var properties: Properties {
    get { shared.properties }
    set { shared = Shared(newValue) }
  }

  /// The message's identity, the same however often it is sent.
  public var id: MessageID {
    get { shared.properties.id }
    set { properties.id = newValue }
  }
  /// What the message says, with its version: `visit-documented.v1`.
  public var type: String {
    get { shared.properties.type }
    set { properties.type = newValue }
  }
  /// What the message is about: a visit id, or a batch reference.
  public var correlation: String {
    get { shared.properties.correlation }
    set { properties.correlation = newValue }
  }
  /// When it was first sent.
  public var timestamp: Timestamp {
    get { shared.properties.timestamp }
    set { properties.timestamp = newValue }
  }
  /// Who sent it: `office/worker`.
  public var appID: String {
    get { shared.properties.appID }
    set { properties.appID = newValue }
  }
  /// The body's media type: `application/x-protobuf`, `application/EDI-X12`.
  public var contentType: String {
    get { shared.properties.contentType }
    set { properties.contentType = newValue }
  }
  /// The message this one comes of.
  public var causation: MessageID? {
    get { shared.properties.causation }
    set { properties.causation = newValue }
  }
  /// How often a worker has put the message off, from 0.
  public var attempt: Int {
    get { shared.properties.attempt }
    set { properties.attempt = newValue }
  }
  /// W3C trace context, empty when there is none.
  public var traceParent: String {
    get { shared.properties.traceParent }
    set { properties.traceParent = newValue }
  }
  /// Further headers with text values, for instance why a message was parked.
  public var headers: [String: String] {
    get { shared.properties.headers }
    set { properties.headers = newValue }
  }

  /// A message of its parts.
  public init(
    id: MessageID, type: String, correlation: String, timestamp: Timestamp, appID: String, contentType: String,
    causation: MessageID? = nil, attempt: Int = 0, traceParent: String = "", headers: [String: String] = [:],
    body: [UInt8]
  ) {
    shared = Shared(
      Properties(
        id: id, type: type, correlation: correlation, timestamp: timestamp, appID: appID, contentType: contentType,
        causation: causation, attempt: attempt, traceParent: traceParent, headers: headers))
    self.body = body
  }

  /// Whether properties and bodies are the same.
  public static func == (left: WireMessage, right: WireMessage) -> Bool {
    (left.shared === right.shared || left.properties == right.properties) && left.body == right.body
  }

  /// Takes in what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(properties)
    hasher.combine(body)
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
    /// A message whose properties break the rules above.
    case malformed(MalformedMessage)
  }
}
