import ClaimModel
import Messages
import Simulation
import Testing

@testable import Office

/// What several messages of a batch contribute to one outgoing message.
@Suite struct BundleTests {
  let store = SimulatedStore()
  let handler = BatchHandler(
    desk: ScriptedDesk(), appID: "practice/1", ladder: .standard, maximumBodyBytes: 1_000,
    senders: Senders(to: .practice))

  private func handle(_ messages: WireMessage...) throws -> BatchHandler<ScriptedDesk>.Result {
    let deliveries = messages.map {
      Delivery(
        tag: 1, queue: "practice.inbox", route: Route(exchange: "", key: ""), isRedelivered: false,
        content: .message($0))
    }
    return try store.transaction { transaction throws(StoreError) in
      try handler.handle(deliveries, in: transaction, now: Timestamp(milliseconds: 0))
    }
  }

  @Test func partsUnderOneKeyBecomeOneMessageAndCasesOfItsOwn() throws {
    let result = try handle(
      script(1, "part x one"), script(2, "part y two"), script(3, "part x three", "note n"))
    #expect(result.publications.texts == ["one+three", "two"])
    #expect(store.keys(ofKind: "bundle").map(\.id) == ["x-1", "y-2"])
  }

  @Test func bundleBelongsToItsFirstContributor() throws {
    let messages = [script(1, "send x own", "part x one"), script(2, "part x two")]
    let first = try handle(messages[0], messages[1])
    #expect(first.publications.texts == ["own", "one+two"])
    #expect(first.publications.map(\.message.causation) == [messages[0].id, messages[0].id])
    #expect(first.publications.map(\.message.id) == [0, 1].map { messages[0].id.child($0, of: "visit-documented.v1") })
    #expect(try handle(messages[1]).publications.isEmpty, "the second one has nothing to send again")
    #expect(try handle(messages[0]).publications == first.publications)
  }

  @Test func bundleIsLimited() throws {
    let messages = (1...7).map { script($0, "part x p\($0)") }
    let result = try handle(
      messages[0], messages[1], messages[2], messages[3], messages[4], messages[5], messages[6])
    #expect(result.publications.texts == ["p1+p2+p3", "p4+p5+p6", "p7"])
    #expect(result.publications.map(\.message.causation) == [1, 4, 7].map { script($0).id })
  }

  @Test func messageWhosePartSpoilsTheBundleIsParkedAlone() throws {
    let result = try handle(
      script(1, about: "a", "note one", "part x one"), script(2, about: "b", "note two", "part x poison"),
      script(3, about: "c", "note three", "part x three"))
    #expect(result.publications.parked.map(\.id) == [script(2).id])
    #expect(result.publications.parked.first?.headers["parked-reason"] == "a part is poison")
    // Each by itself: no joint bundle can be made while one part is poison.
    #expect(result.publications.texts == ["one", "three"])
    #expect(store.keys(ofKind: "notes").map(\.id) == ["a", "c"])
    #expect(store.hasReceipt(for: script(1).key))
    #expect(!store.hasReceipt(for: script(2).key))
    #expect(result.records.map(\.entry.outcome).sorted { $0.rawValue < $1.rawValue } == [.handled, .handled, .parked])
  }

  @Test func refusedMessageContributesNothing() throws {
    let result = try handle(script(1, "part x one", "later"), script(2, "part x two"))
    #expect(result.publications.texts == ["two"])
    #expect(result.publications.texts.count + 1 == result.publications.count)
  }

  @Test func storeThatFailsWhileABundleIsNumberedStopsTheBatch() throws {
    let failing = NumberlessStore(store)
    let error = #expect(throws: StoreError.self) {
      try failing.transaction { transaction throws(StoreError) in
        try handler.handle(
          [
            Delivery(
              tag: 1, queue: "q", route: Route(exchange: "", key: ""), isRedelivered: false,
              content: .message(script(1, "note one", "part x one")))
          ], in: transaction, now: Timestamp(milliseconds: 0))
      }
    }
    #expect(error?.reason == "no numbers")
    #expect(!store.hasReceipt(for: script(1).key))
  }
}
