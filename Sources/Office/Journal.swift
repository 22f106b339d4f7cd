import ClaimModel
import Messages

/// The journal's record of one handled message. Holds no patient data.
public struct JournalEntry: Hashable, Sendable {
  /// What became of a message.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// Its effects are committed.
    case handled
    /// It comes again later.
    case postponed
    /// It waits for a person.
    case parked
    /// It was brought into the system.
    case submitted
    /// A person sent it again.
    case requeued
    /// A person dropped it.
    case discarded
  }

  /// The message.
  public var messageID: MessageID
  /// Its type.
  public var type: String
  /// The visits it was about.
  public var visits: [VisitID]
  /// Who sent it: office/worker.
  public var sender: String
  /// Who handled it: office/worker.
  public var handler: String
  /// When it was sent.
  public var sent: Timestamp
  /// When it was handled.
  public var handled: Timestamp
  /// What became of it.
  public var outcome: Outcome
  /// How often it had been put off.
  public var attempt: Int
  /// Why it was postponed or parked.
  public var reason: String
  /// The message it came of.
  public var causation: MessageID?
  /// What became true.
  public var facts: [Fact]

  /// A record of its parts.
  public init(
    messageID: MessageID, type: String, visits: [VisitID], sender: String, handler: String, sent: Timestamp,
    handled: Timestamp, outcome: Outcome, attempt: Int = 0, reason: String = "", causation: MessageID? = nil,
    facts: [Fact] = []
  ) {
    self.messageID = messageID
    self.type = type
    self.visits = visits
    self.sender = sender
    self.handler = handler
    self.sent = sent
    self.handled = handled
    self.outcome = outcome
    self.attempt = attempt
    self.reason = reason
    self.causation = causation
    self.facts = facts
  }

  /// The office that handled it, without the worker.
  public var office: Substring { handler[..<(handler.utf8.firstIndex(of: UInt8(ascii: "/")) ?? handler.endIndex)] }

  /// A journal message with these entries. Its id is derived from them, so that it is the same when sent again.
  public static func publication(of entries: [JournalEntry], from appID: String, now: Timestamp) -> Publication? {
    publication(of: entries.map(EncodedRecord.init), from: appID, now: now)
  }

  static func publication(of records: [EncodedRecord], from appID: String, now: Timestamp) -> Publication? {
    guard let first = records.first else { return nil }
    var body: [UInt8] = []
    body.reserveCapacity(records.reduce(0) { $0 + $1.bytes.count + 4 })
    for record in records { body.append(field: recordsField, record.bytes) }
    return Publication(
      route: Route(exchange: "journal", key: ""),
      message: WireMessage(
        id: first.entry.messageID.child(records.count, of: "journal/\(appID)"),
        type: MessageType.journalBatch.rawValue,
        correlation: "", timestamp: now, appID: appID, contentType: MessageType.protobufContentType, body: body))
  }

  /// Reads the body of a journal message.
  public static func entries(in body: [UInt8]) throws(UndecodableMessage) -> [JournalEntry] {
    var entries: [JournalEntry] = []
    var batch = FieldReader(body)
    while try batch.next() {
      if batch.number == recordsField { entries.append(try JournalEntry(fields: try batch.message())) }
    }
    return entries
  }

  /// The records of a journal message's body as they stand in it, for who has seen many of them before.
  /// ``init(record:)`` reads one.
  public static func records(in body: [UInt8]) throws(UndecodableMessage) -> [[UInt8]] {
    var records: [[UInt8]] = []
    var batch = FieldReader(body)
    while try batch.next() {
      if batch.number == recordsField { records.append(try batch.content()) }
    }
    return records
  }

  /// Reads one record of a journal message's body.
  public init(record: [UInt8]) throws(UndecodableMessage) { try self.init(fields: FieldReader(record)) }

  /// `JournalBatch.records` in journal.proto.
  private static let recordsField = 1
}
