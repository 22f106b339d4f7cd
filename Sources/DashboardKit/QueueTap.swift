import ClaimModel
import Messages
import Office

/// Sees what comes into a queue without taking it: through a queue of its own, bound to the same exchanges with the same
/// keys, that ends with it; it declares nothing else. What waits in the tapped queue already is not seen.
public struct QueueTap {
  private let session: any BrokerSession

  /// Opens a tap. `name` tells this reader's queue from those of others.
  /// - Throws: `BrokerError`; `refused` when the user may not read an exchange that the queue is bound to, as the one user
  ///   for whoever watches may not where messages hold patient data.
  public init(of queue: String, in topology: Topology, broker: any Broker, name: String) throws(BrokerError) {
    let own = "\(OfficeID.operatorUserName).tap.\(name)"
    let bindings = topology.bindings.filter { $0.queue == queue }
    let tapped = Topology(
      queues: [Topology.Queue(name: own, kind: .exclusive)],
      bindings: bindings.map { Topology.Binding(queue: own, exchange: $0.exchange, key: $0.key) })
    session = try broker.open(
      SessionPlan(name: "dashboard/\(name)", topology: tapped, queues: [QueueSubscription(queue: own)]))
  }

  /// What came, after at most `milliseconds`.
  public func messages(within milliseconds: Int) throws(BrokerError) -> [MessageReading] {
    let deliveries = try session.receive(limit: 500, timeoutMilliseconds: milliseconds)
    if let last = deliveries.last { try session.acknowledge(upTo: last.tag) }
    return deliveries.map { MessageReading($0) }
  }

  /// Ends the tap and its queue.
  public func close() { session.close() }
}

/// What can be shown of a message without showing what it says: its properties, and how large it is.
public struct MessageReading: Hashable, Sendable {
  /// Its id; empty when its properties cannot be read.
  public let id: String
  /// What it calls itself.
  public let type: String
  /// What it is about: a visit, or a batch.
  public let correlation: String
  /// Who sent it: office/worker.
  public let sender: String
  /// The broker's user who published it.
  public let user: String
  /// How it was routed.
  public let route: Route
  /// When it was sent; `nil` when its properties cannot be read.
  public let sent: Timestamp?
  /// How often it was put off.
  public let attempt: Int
  /// The bytes of its body.
  public let size: Int
  /// The message it came of.
  public let causation: MessageID?
  /// Its further headers.
  public let headers: [String: String]
  /// Why its properties cannot be read; empty when they can.
  public let flaw: String

  /// What a delivery shows.
  public init(_ delivery: Delivery) {
    user = delivery.userID
    route = delivery.route
    switch delivery.content {
    case .message(let message):
      id = message.id.description
      type = message.type
      correlation = message.correlation
      sender = message.appID
      sent = message.timestamp
      attempt = message.attempt
      size = message.body.count
      causation = message.causation
      headers = message.headers
      flaw = ""
    case .malformed(let malformed):
      id = malformed.id?.description ?? ""
      type = malformed.type
      correlation = malformed.correlation
      sender = malformed.appID
      sent = malformed.timestamp
      attempt = 0
      size = malformed.body.count
      causation = malformed.causation
      headers = malformed.headers
      flaw = malformed.reason
    }
  }

  private struct Line: Encodable {
    let schema = 1
    let record = "message"
    let message: String
    let type: String
    let correlation: String
    let from: String
    let user: String
    let exchange: String
    let key: String
    let sent: String?
    let attempt: Int
    let size: Int
    let causation: String?
    let headers: [String: String]
    let flaw: String?
  }

  /// One line of JSON.
  public var json: String {
    encodeJSON(
      Line(
        message: id, type: type, correlation: correlation, from: sender, user: user, exchange: route.exchange,
        key: route.key, sent: sent?.description, attempt: attempt, size: size, causation: causation?.description,
        headers: headers, flaw: flaw.isEmpty ? nil : flaw), pretty: false)
  }

  /// One line for people, within 80 columns.
  public var text: String {
    let time = sent.map { $0.description.dropFirst(11).dropLast() } ?? "?"
    return visible(
      "\(pad(time, 12)) \(pad(sender.prefix(20), 20)) \(pad(JournalText.shortType(type).prefix(22), 22)) \(pad(correlation.prefix(16), 16)) \(pad("\(size)", 6, left: true))"
    )
  }
}

extension FilterVocabulary<MessageReading> {
  /// The fields of messages in a queue.
  public static let messages = FilterVocabulary(
    "messages",
    [
      .text("id", "the message's id") { $0.id },
      .text("type", "its type: visit-coded.v1, x12.835*") { $0.type },
      .text("visit", "what it is about: a visit, or a batch") { $0.correlation },
      .text("from", "who sent it: coding/coder-1") { $0.sender },
      .text("user", "the broker's user who published it") { $0.user },
      .text("exchange", "the exchange it came through") { $0.route.exchange },
      .text("key", "its routing key") { $0.route.key },
      .value("attempt", .number, "how often it was put off") { reading, _ in .whole(reading.attempt) },
      .value("size", .number, "the bytes of its body") { reading, _ in .whole(reading.size) },
      FilterField(
        name: "age", kind: .duration, meaning: "how long ago it was sent",
        place: .whole { reading, now in reading.sent.map { [.age(of: $0, at: now)] } ?? [] }),
    ])
}
