import ClaimModel
import Foundation
import Messages
import SwiftProtobuf

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
  public var office: Substring { handler.prefix { $0 != "/" } }

  /// A journal message with these entries. Its id is derived from them, so that it is the same when sent again.
  public static func publication(of entries: [JournalEntry], from appID: String, now: Timestamp) -> Publication? {
    publication(of: entries.map(EncodedRecord.init), from: appID, now: now)
  }

  static func publication(of records: [EncodedRecord], from appID: String, now: Timestamp) -> Publication? {
    guard let first = records.first else { return nil }
    var body: [UInt8] = []
    for record in records { body.append(field: WireJournalBatch.recordsField, record.bytes) }
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
    for record in try WireJournalBatch.decoded(body).records { entries.append(try record.model()) }
    return entries
  }
}

extension WireJournalBatch {
  /// `JournalBatch.records` in journal.proto.
  fileprivate static let recordsField = 1
}

extension WireJournalRecord {
  init(_ entry: JournalEntry) {
    self.init()
    messageID = .init(entry.messageID.wireBytes)
    type = entry.type
    visits = entry.visits.map(\.rawValue)
    sender = entry.sender
    handler = entry.handler
    sentMs = entry.sent.milliseconds
    handledMs = entry.handled.milliseconds
    outcome = WireJournalRecord.outcome(entry.outcome)
    attempt = Int32(clamping: entry.attempt)
    reason = entry.reason
    if let causation = entry.causation { causationID = .init(causation.wireBytes) }
    facts = entry.facts.map(WireFact.init)
  }

  func model() throws(UndecodableMessage) -> JournalEntry {
    guard let id = MessageID(wireBytes: messageID) else { throw UndecodableMessage("message_id is not 16 bytes") }
    var models: [ClaimModelFact] = []
    for fact in facts { models.append(try fact.model()) }
    return JournalEntry(
      messageID: id, type: type, visits: visits.map { VisitID($0) }, sender: sender, handler: handler,
      sent: try Timestamp(wire: sentMs, "sent_ms"), handled: try Timestamp(wire: handledMs, "handled_ms"),
      outcome: try WireJournalRecord.model(outcome), attempt: Int(attempt), reason: reason,
      causation: MessageID(wireBytes: causationID), facts: models)
  }

  private static func outcome(_ outcome: JournalEntry.Outcome) -> Outcome {
    switch outcome {
    case .handled: .handled
    case .postponed: .postponed
    case .parked: .parked
    case .submitted: .submitted
    case .requeued: .requeued
    case .discarded: .discarded
    }
  }

  private static func model(_ outcome: Outcome) throws(UndecodableMessage) -> JournalEntry.Outcome {
    switch outcome {
    case .handled: .handled
    case .postponed: .postponed
    case .parked: .parked
    case .submitted: .submitted
    case .requeued: .requeued
    case .discarded: .discarded
    case .unspecified, .UNRECOGNIZED: throw UndecodableMessage("outcome is not one of its known values")
    }
  }
}

private typealias ClaimModelFact = Fact

extension WireFact {
  init(_ fact: Fact) {
    self.init()
    visit = fact.visit.rawValue
    switch fact.what {
    case .state(let office, let name, let sequence, let open, let isFinal):
      state = .with {
        $0.office = office
        $0.state = name
        $0.sequence = Int32(clamping: sequence)
        $0.openCents = Int64(open.cents)
        $0.isFinal = isFinal
      }
    case .movement(let kind, let amount):
      movement = .with {
        $0.kind = kind.rawValue
        $0.cents = Int64(amount.cents)
      }
    case .denial(let payer, let group, let reason, let remarks, let amount):
      denial = .with {
        $0.payer = payer.rawValue
        $0.group = group.rawValue
        $0.reason = reason.rawValue
        $0.remarks = remarks.map(\.rawValue)
        $0.cents = Int64(amount.cents)
      }
    }
  }

  func model() throws(UndecodableMessage) -> Fact {
    let id = VisitID(visit)
    switch what {
    case .state(let state):
      return Fact(
        visit: id,
        .state(
          office: state.office, name: state.state, sequence: Int(state.sequence),
          open: try Money(wire: state.openCents, "state.open_cents"), isFinal: state.isFinal))
    case .movement(let movement):
      guard let kind = Fact.MovementKind(rawValue: movement.kind) else {
        throw UndecodableMessage("movement.kind is not one of its known values")
      }
      return Fact(visit: id, .movement(kind: kind, amount: try Money(wire: movement.cents, "movement.cents")))
    case .denial(let denial):
      guard let group = AdjustmentGroup(rawValue: denial.group) else {
        throw UndecodableMessage("denial.group is not one of its known values")
      }
      return Fact(
        visit: id,
        .denial(
          payer: PayerID(denial.payer), group: group, reason: AdjustmentReason(denial.reason),
          remarks: denial.remarks.map { RemarkCode($0) },
          amount: try Money(wire: denial.cents, "denial.cents")))
    case nil: throw UndecodableMessage("a fact says nothing")
    }
  }
}
