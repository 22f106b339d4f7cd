import ClaimModel
import Office

/// A message in an office's parking lot.
public struct ParkedMessage: Sendable {
  /// The office whose lot it is in.
  public let office: OfficeID
  /// What can be shown of it.
  public let reading: MessageReading
  /// Why it was parked.
  public let reason: String
  /// Where it came from: a queue, or exchange/key when no queue took it.
  public let from: String
  /// When it was parked; empty when the broker parked it.
  public let parkedAt: String
  /// Who parked it: office/worker, or `the broker`.
  public let parkedBy: String
  let tag: UInt64
  /// Its id, or the one made of what it holds.
  let messageID: MessageID
  let message: WireMessage?

  /// What a delivery from the lot of `office` holds.
  public init(_ delivery: Delivery, of office: OfficeID) {
    self.office = office
    tag = delivery.tag
    reading = MessageReading(delivery)
    switch delivery.content {
    case .message(let message): (messageID, self.message) = (message.id, message)
    case .malformed(let malformed): (messageID, message) = (malformed.knownID, nil)
    }
    let headers = reading.headers
    from = headers["parked-from"] ?? headers["x-first-death-queue"] ?? ""
    parkedAt = headers["parked-at"] ?? ""
    parkedBy = headers["parked-by"] ?? "the broker"
    if let reason = headers["parked-reason"] {
      self.reason = reason
    } else if !reading.flaw.isEmpty {
      reason = reading.flaw
    } else {
      let why = headers["x-first-death-reason"] ?? "unknown"
      reason = "the broker gave up on it (\(why)): it may have ended each worker that took it"
    }
  }

  /// The name by which it is picked: its message id.
  public var id: String { messageID.description }

  /// The way back to where it came from.
  /// - Returns: `nil` when nobody can tell, or the office has no such queue.
  var wayBack: Route? {
    if let slash = from.firstIndex(of: "/") {
      let exchange = String(from[..<slash])
      return exchange == office.exchange
        ? Route(exchange: exchange, key: String(from[from.index(after: slash)...])) : nil
    }
    guard office.inboxes.contains(where: { $0.queue == from }) else { return nil }
    return Route(exchange: office.returnExchange, key: from)
  }

  /// Whether its id was made for it, because it came without one.
  var hasMadeIdentity: Bool { reading.headers[MalformedMessage.madeIdentity] != nil }

  /// The message as it is sent again: without what parking and the broker have written on it, and with all its attempts
  /// before it.
  var unparked: WireMessage? {
    guard var message else { return nil }
    message.headers = message.headers.filter { header in
      !header.key.hasPrefix("parked-") && !header.key.hasPrefix("x-first-death-")
        && !header.key.hasPrefix("x-last-death-")
    }
    message.attempt = 0
    return message
  }

  /// What to do so that it can be handled, in words.
  public var remedy: String { Remedy.words(for: self) }
}

extension FilterVocabulary<ParkedMessage> {
  /// The fields of parked messages.
  public static let parked = FilterVocabulary(
    "parked messages",
    [
      .text("id", "the message's id") { $0.id },
      .text("office", "whose lot it is in") { $0.office.description },
      .text("type", "its type: visit-coded.v1, x12.835*") { $0.reading.type },
      .text("visit", "what it is about: a visit, or a batch") { $0.reading.correlation },
      .text("reason", "why it was parked") { $0.reason },
      .text("queue", "where it came from") { $0.from },
      .text("from", "who sent it: coding/coder-1") { $0.reading.sender },
      .text("by", "who parked it") { $0.parkedBy },
      .text("user", "the broker's user who published it") { $0.reading.user },
      .value("attempt", .number, "how often it had been put off") { parked, _ in .whole(parked.reading.attempt) },
      .value("size", .number, "the bytes of its body") { parked, _ in .whole(parked.reading.size) },
      FilterField(
        name: "age", kind: .duration, meaning: "how long ago it was parked",
        place: .whole { parked, now in Timestamp(iso: parked.parkedAt).map { [.age(of: $0, at: now)] } ?? [] }),
    ])
}
