import ClaimModel
import Testing

@testable import Office

@Suite struct TopologyTests {
  static let payers: [PayerID] = ["ACMEHLTH", "BEACON1"]
  let all = Topology.offices(payers: payers)

  @Test func everyBindingNamesAQueueAndAnExchangeOfTheTopology() {
    let queues = Set(all.queues.map(\.name))
    let exchanges = Set(all.exchanges.map(\.name))
    for binding in all.bindings {
      #expect(queues.contains(binding.queue), "\(binding.queue) is not declared")
      #expect(exchanges.contains(binding.exchange), "\(binding.exchange) is not declared")
    }
    #expect(queues.count == all.queues.count, "a queue is declared twice")
    #expect(Set(all.bindings).count == all.bindings.count, "a binding is declared twice")
  }

  @Test(arguments: [OfficeID.practice, .coding, .billing, .payer("ACMEHLTH")])
  func everyOfficeHasItsInboxesRetrySteps(office: OfficeID) {
    let names = Set(Topology.office(office).queues.map(\.name))
    for inbox in office.inboxes { #expect(names.contains(inbox.queue)) }
    for step in ["5s", "30s", "2m", "10m"] { #expect(names.contains("\(office).retry.\(step)")) }
    #expect(names.contains("\(office).parked"))
  }

  @Test func inboxesSaySoWhenAMessageKillsItsWorker() throws {
    let inbox = try #require(all.queues.first { $0.name == "billing.superbills" })
    #expect(inbox.kind == .quorum)
    #expect(
      inbox.arguments == [
        "x-delivery-limit": .integer(Topology.deliveryLimit), "x-dead-letter-exchange": "billing",
        "x-dead-letter-routing-key": "parked.billing", "x-dead-letter-strategy": "at-least-once",
        "x-overflow": "reject-publish",
      ])
  }

  @Test func retryQueueReturnsToTheQueueOfTheKeyAfterItsTime() throws {
    let retry = try #require(all.queues.first { $0.name == "coding.retry.2m" })
    #expect(retry.arguments["x-message-ttl"] == 120_000)
    #expect(retry.arguments["x-dead-letter-exchange"] == "coding.return")
    #expect(retry.arguments["x-dead-letter-routing-key"] == nil)
    #expect(all.bindings.contains(Topology.Binding(queue: retry.name, exchange: retry.name, key: "")))
    for (inbox, _) in OfficeID.coding.inboxes {
      #expect(all.bindings.contains(Topology.Binding(queue: inbox, exchange: "coding.return", key: inbox)))
    }
  }

  @Test func mergingTwiceChangesNothing() {
    #expect(all.merged(with: all) == all)
    #expect(Topology().merged(with: all) == all)
  }

  @Test func payersShareNothingButTheirExchange() {
    let first = Set(Topology.office(.payer("ACMEHLTH")).queues.map(\.name))
    let second = Set(Topology.office(.payer("BEACON1")).queues.map(\.name))
    #expect(first.isDisjoint(with: second))
  }
}
