import Chaos
import DashboardKit
import Foundation
import Messages
import Office
import RabbitMQBroker

/// Looks at a run from outside, when it is over.
struct Inspection {
  let site: Site
  let offices: Offices
  let virtualHost: String

  /// The outcome.
  func outcome() throws -> Outcome {
    let report = try offices.command("dashboard").run(["report", "--format", "json"])
    let ledger = try offices.command("biller-worker", store: "billing").run(["ledger"])
    let journal = try readJournal()
    var stores = StoreReading()
    try stores.read(offices)
    return Outcome(
      report: try JSONDecoder().decode(Outcome.Report.self, from: Data(report.output.utf8)),
      ledgerFindings: ledger.status == 0 ? "" : "\(ledger.output)\(ledger.errors)", visits: stores.visits,
      claimsTakenTwice: stores.claimsTakenTwice, parked: try readParkingLots(), queues: try queues(),
      journalRecords: journal.records, journalRepetitions: journal.repetitions)
  }

  /// Every queue, by `rabbitmqctl`.
  func queues() throws -> [Outcome.QueueState] {
    let text = try site.control(
      "list_queues", "-p", virtualHost, "name", "messages_ready", "messages_unacknowledged", "consumers",
      "--formatter", "json")
    return try JSONDecoder().decode([Outcome.QueueState].self, from: Data(text.utf8))
  }

  /// Whether the queues that offices read have nothing ready and as many consumers as expected: what can be asked often,
  /// because it costs no command.
  func isQuiet(_ consumers: [String: Int]) throws -> Bool {
    let session = try open(SessionPlan(name: "chaos", topology: Topology()))
    defer { session.close() }
    return try consumers.allSatisfy { queue, count in
      try session.inspect(queue: queue) == QueueDepth(ready: 0, consumers: count)
    }
  }

  /// Whether the queues that offices read have as many consumers as expected.
  func hasConsumers(_ consumers: [String: Int]) -> Bool {
    guard let session = try? open(SessionPlan(name: "chaos", topology: Topology())) else { return false }
    defer { session.close() }
    return consumers.allSatisfy { queue, count in (try? session.inspect(queue: queue))?.consumers == count }
  }

  private func open(_ plan: SessionPlan) throws -> any BrokerSession {
    try RabbitMQBroker(try RabbitMQConfiguration(url: site.brokerURL(virtualHost))).open(plan)
  }

  /// Reads the stream itself: the dashboard leaves repetitions out.
  private func readJournal() throws -> (records: Int, repetitions: Int) {
    let session = try open(
      SessionPlan(
        name: "chaos", topology: Topology(), queues: [QueueSubscription(queue: "journal", streamOffset: .first)]))
    defer { session.close() }
    var unique = UniqueEntries()
    var counts = (records: 0, repetitions: 0)
    while true {
      let deliveries = try session.receive(limit: 200, timeoutMilliseconds: 1_500)
      guard let last = deliveries.last else { return counts }
      for delivery in deliveries {
        guard case .message(let message) = delivery.content else { continue }
        for entry in try JournalEntry.entries(in: message.body) {
          counts.records += 1
          // The desk submits without receipts: that it sent a visit twice is not a suppressed effect.
          if !unique.isNew(entry), entry.outcome == .handled { counts.repetitions += 1 }
        }
      }
      try session.acknowledge(upTo: last.tag)
    }
  }

  /// Reads the parking lots without taking anything: what is not acknowledged goes back.
  private func readParkingLots() throws -> [Outcome.ParkedMessage] {
    let lots = (["practice", "coding", "billing"] + Offices.payers.map { "payer.\($0)" }).map { "\($0).parked" }
    let session = try open(
      SessionPlan(
        name: "chaos", topology: Topology(), queues: lots.map { QueueSubscription(queue: $0) }, prefetch: 2_000))
    defer { session.close() }
    var parked: [Outcome.ParkedMessage] = []
    while true {
      let deliveries = try session.receive(limit: 2_000, timeoutMilliseconds: 500)
      if deliveries.isEmpty { return parked }
      parked += deliveries.map { delivery in
        switch delivery.content {
        case .message(let message):
          Outcome.ParkedMessage(
            queue: delivery.queue, reason: message.headers["parked-reason"] ?? "by the broker: delivered too often",
            correlation: message.correlation)
        case .malformed(let malformed):
          Outcome.ParkedMessage(queue: delivery.queue, reason: malformed.reason, correlation: malformed.correlation)
        }
      }
    }
  }
}
