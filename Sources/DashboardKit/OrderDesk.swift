import ClaimModel
import Office

/// Gives orders to workers and collects their answers from the journal.
public struct OrderDesk {
  private let broker: any Broker
  private let clock: @Sendable () -> Timestamp

  /// A desk that speaks through `broker`.
  public init(broker: any Broker, clock: @escaping @Sendable () -> Timestamp) {
    self.broker = broker
    self.clock = clock
  }

  /// Gives an order to the workers of an office; `onlyOne` says that one answer is all there can be.
  /// - Returns: what the workers answered within `milliseconds`, an entry each; `nil` when nobody listens.
  public func give(
    _ order: ControlOrder, to office: OfficeID, within milliseconds: Int, onlyOne: Bool
  ) throws(BrokerError) -> [JournalEntry]? {
    let publication = order.publication(to: office, from: "\(OfficeID.operatorUserName)/dashboard", now: clock())
    // The journal is opened first, so that no answer is missed.
    let session = try broker.open(
      SessionPlan(
        name: "dashboard/order", topology: Topology.journal.shared,
        queues: [QueueSubscription(queue: "journal", streamOffset: .next)]))
    defer { session.close() }
    if !(try session.awaitConfirms(try session.publish([publication])).isEmpty) { return nil }
    var answers: [JournalEntry] = []
    var end = clock().adding(milliseconds: Int64(milliseconds))
    while clock() < end {
      let left = Int(clamping: end.milliseconds - clock().milliseconds)
      let deliveries = try session.receive(limit: 200, timeoutMilliseconds: max(1, min(left, 500)))
      for delivery in deliveries {
        for entry in JournalFeed.entries(in: delivery)
        where entry.causation == publication.message.id && entry.office == office.description {
          answers.append(entry)
          // Once somebody has answered, the others follow soon, whatever else the journal tells meanwhile.
          end = min(end, clock().adding(milliseconds: 1_000))
        }
      }
      if let last = deliveries.last { try session.acknowledge(upTo: last.tag) }
      if onlyOne, !answers.isEmpty { break }
    }
    return answers
  }
}
