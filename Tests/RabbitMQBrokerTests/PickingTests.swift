import Office
import TestBroker
import Testing

extension NodeTests {
  /// Deliveries that are settled one by one.
  @Suite struct PickingTests {
    @Test func whatIsPickedIsGoneAndTheRestComesAgainInItsOrder() throws {
      let desk = Desk()
      let opened = try PrivateBroker.open(desk.plan())
      let session = try #require(opened as? any PickingSession)
      #expect(try session.deliver((0..<10).map { desk.publication($0) }).isEmpty)
      let deliveries = try session.receive(count: 10)
      #expect(deliveries.count == 10)
      for index in [7, 2, 3] { try session.acknowledge(only: deliveries[index].tag) }
      session.close()

      let again = try PrivateBroker.open(desk.plan())
      defer { again.close() }
      let rest = try again.receive(count: 7)
      #expect(rest.map(\.message?.correlation) == [0, 1, 4, 5, 6, 8, 9].map { "visit-\($0)" })
      #expect(try again.receive(limit: 1, timeoutMilliseconds: 300).isEmpty)
    }

    @Test func orderForSeveralIncludesWhatWasPicked() throws {
      let desk = Desk()
      let opened = try PrivateBroker.open(desk.plan())
      let session = try #require(opened as? any PickingSession)
      defer { session.close() }
      #expect(try session.deliver((0..<5).map { desk.publication($0) }).isEmpty)
      let deliveries = try session.receive(count: 5)
      try session.acknowledge(only: deliveries[1].tag)
      try session.acknowledge(upTo: deliveries[3].tag)
      // A tag that is acknowledged twice ends the channel: this one is not sent.
      try session.acknowledge(only: deliveries[2].tag)
      #expect(try session.wait { try $0.inspect(queue: desk.queue).ready == 0 })
      try session.acknowledge(upTo: deliveries[4].tag)
      #expect(try session.deliver([desk.publication(9)]).isEmpty)
    }
  }
}
