import ClaimModel
import Messages
import Office

/// An office's parking lot, opened: its messages are held by this reader until it closes, when those it has left alone go
/// back to where they were.
///
/// Sending a message again loses nothing: it is published, the broker confirms it, then the parked one is acknowledged. A
/// crash in between leaves both, and the office's receipts see to it that it is handled once.
public struct ParkingLot {
  /// The most messages that are looked at: as many as a consumer may hold.
  public static let mostMessages = 65_535

  private let office: OfficeID
  private let session: any PickingSession
  private let name: String
  private let requeued = Requeued()
  private let clock: @Sendable () -> Timestamp

  /// Opens the lot of `office`, the oldest message first. `name` stands in the journal as who has decided:
  /// `coding/dashboard`.
  /// - Throws: `BrokerError`; `refused` when the user may not read the lot: the office's own user may.
  public init(of office: OfficeID, broker: any Broker, clock: @escaping @Sendable () -> Timestamp) throws(BrokerError) {
    self.office = office
    self.clock = clock
    name = "\(office)/dashboard"
    let session = try broker.open(
      SessionPlan(
        name: name, topology: Topology.office(office).shared.merged(with: Topology.journal.shared),
        queues: [QueueSubscription(queue: office.parkingLot)], prefetch: ParkingLot.mostMessages))
    guard let picking = session as? any PickingSession else {
      session.close()
      throw BrokerError(
        .misconfigured, operation: "open \(office.parkingLot)", reason: "this broker cannot settle messages one by one")
    }
    self.session = picking
  }

  /// Hands every message to `body` until it returns false, or none has come for `idleMilliseconds`. What is parked again
  /// meanwhile, as a message is that was sent back and still cannot be handled, is left for the next time.
  public func read(
    idleMilliseconds: Int = 700, _ body: (ParkedMessage) throws(BrokerError) -> Bool
  ) throws(BrokerError) {
    var seen = 0
    while seen < ParkingLot.mostMessages {
      let deliveries = try session.receive(limit: 100, timeoutMilliseconds: idleMilliseconds)
      if deliveries.isEmpty { return }
      for delivery in deliveries {
        seen += 1
        let parked = ParkedMessage(delivery, of: office)
        if requeued.ids.contains(parked.messageID) { continue }
        guard try body(parked) else { return }
      }
    }
  }

  /// What became of a message.
  public enum Outcome: Hashable, Sendable {
    /// It was sent again, or dropped, and is no longer in the lot.
    case done
    /// It stays in the lot, for this reason.
    case left(String)
  }

  /// Sends a message back to where it came from.
  public func requeue(_ parked: ParkedMessage) throws(BrokerError) -> Outcome {
    guard let message = parked.unparked else {
      return .left("its properties cannot be read, so no office could handle it: discard it")
    }
    guard !parked.hasMadeIdentity else {
      return .left(
        "it came without an id, so no office could tell whether it has handled it: discard it, and let its sender send it again"
      )
    }
    guard let route = parked.wayBack else {
      return .left(
        "it came from '\(parked.from)', which is no queue of \(office): discard it, and let its sender send it again")
    }
    let failures = try session.awaitConfirms(try session.publish([Publication(route: route, message: message)]))
    if let failure = failures.first { return .left("the broker did not take it: \(failure.reason.words)") }
    requeued.ids.insert(parked.messageID)
    try settle(parked, .requeued)
    return .done
  }

  /// Drops a message. Nobody gets it again.
  public func discard(_ parked: ParkedMessage) throws(BrokerError) -> Outcome {
    try settle(parked, .discarded)
    return .done
  }

  /// Closes the lot.
  public func close() { session.close() }

  /// Takes a message out of the lot, and journals the decision first: what is not told has not happened.
  private func settle(_ parked: ParkedMessage, _ outcome: JournalEntry.Outcome) throws(BrokerError) {
    let now = clock()
    let message = parked.message
    let entry = JournalEntry(
      messageID: parked.messageID, type: parked.reading.type,
      visits: message.map { [VisitID(rawValue: $0.correlation)] }?.filter { !$0.rawValue.isEmpty } ?? [],
      sender: parked.reading.sender, handler: name, sent: parked.reading.sent ?? now, handled: now, outcome: outcome,
      attempt: parked.reading.attempt, reason: parked.reason, causation: parked.reading.causation)
    if let publication = JournalEntry.publication(of: [entry], from: name, now: now) {
      let failures = try session.awaitConfirms(try session.publish([publication]))
      if let failure = failures.first {
        throw BrokerError(.refused, operation: "journal that a message was \(outcome)", reason: failure.reason.words)
      }
    }
    try session.acknowledge(only: parked.tag)
  }
}

/// What was sent back from a lot while it is open. Belongs to one thread.
private final class Requeued {
  var ids: Set<MessageID> = []
}

extension PublishFailure.Reason {
  /// The reason in words.
  fileprivate var words: String {
    switch self {
    case .returned(let words): "no queue takes it: \(words)"
    case .refused: "nack"
    }
  }
}
