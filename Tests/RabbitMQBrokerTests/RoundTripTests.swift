import ClaimModel
import Office
import RabbitMQBroker
import TestBroker
import Testing

/// All tests that use the node, one after the other: some of them stop publishers or close all connections.
@Suite(.serialized) struct NodeTests {}

extension NodeTests {
  @Suite struct RoundTripTests {
    @Test func everyPropertyArrivesAsSent() throws {
      let desk = Desk()
      let session = try PrivateBroker.open(desk.plan())
      defer { session.close() }
      let sent = WireMessage(
        id: .derived(from: "all"), type: "visit-coded.v1", correlation: "visit-ä-7",
        timestamp: Timestamp(milliseconds: 1_776_246_600_987), appID: "coding/worker-1",
        contentType: "application/EDI-X12", causation: .derived(from: "cause"), attempt: 3,
        traceParent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        headers: ["parked-because": "no such payer", "empty": ""], body: [0, 255, 1])
      let publication = Publication(route: Route(exchange: desk.exchange, key: "in.x"), message: sent)
      #expect(try session.deliver([publication]).isEmpty)

      let delivery = try #require(try session.receive(count: 1).first)
      #expect(delivery.message == sent)
      #expect(delivery.queue == desk.queue)
      #expect(delivery.route == publication.route)
      #expect(delivery.tag == 1)
      #expect(!delivery.isRedelivered)
      try session.acknowledge(upTo: delivery.tag)
    }

    @Test func absentOptionalPropertiesArriveAsDefaults() throws {
      let desk = Desk()
      let session = try PrivateBroker.open(desk.plan())
      defer { session.close() }
      let publication = desk.publication(1, body: [])
      #expect(try session.deliver([publication]).isEmpty)
      #expect(try session.receive(count: 1).first?.message == publication.message)
    }

    @Test func bodyLargerThanAFrameArrivesWhole() throws {
      let desk = Desk()
      let session = try PrivateBroker.open(desk.plan())
      defer { session.close() }
      var body = [UInt8](repeating: 0, count: 10 << 20)
      for index in body.indices { body[index] = UInt8(truncatingIfNeeded: index &* 2_654_435_761 >> 13) }
      #expect(try session.deliver([desk.publication(1, body: body)]).isEmpty)
      let received = try session.receive(count: 1).first?.message?.body
      #expect(received == body)
    }

    /// A frame holds 131,064 bytes of a body; the buffer of frames is sent when the next may find no room.
    @Test(arguments: [1, 2] as [UInt64]) func bodiesOfAllSizesArriveInOrder(seed: UInt64) throws {
      let desk = Desk()
      let session = try PrivateBroker.open(desk.plan(prefetch: 300))
      defer { session.close() }
      var random = SeededRandom(seed: seed)
      let edges = [0, 1, 65_024, 131_063, 131_064, 131_065, 262_128, 262_129]
      let sizes = (edges + (0..<200).map { _ in Int.random(in: 0...4_000, using: &random) }).shuffled(using: &random)
      let sent = sizes.enumerated().map { index, size in
        desk.publication(index, body: (0..<size).map { UInt8(truncatingIfNeeded: $0 &+ index) })
      }
      #expect(try session.deliver(sent).isEmpty)
      let received = try session.receive(count: sizes.count)
      // By numbers: a difference would print a megabyte.
      #expect(received.count == sent.count)
      #expect(zip(received, sent).enumerated().first { $1.0.message != $1.1.message }?.offset == nil)
    }

    @Test func orderIsKeptAndAcknowledgedMessagesAreGone() throws {
      let desk = Desk()
      let session = try PrivateBroker.open(desk.plan())
      #expect(try session.deliver((0..<500).map { desk.publication($0) }).isEmpty)
      let deliveries = try session.receive(count: 200)
      #expect(deliveries.map(\.message?.correlation) == (0..<200).map { "visit-\($0)" })
      #expect(deliveries.map(\.tag) == Array(1...200))
      try session.acknowledge(upTo: 150)
      session.close()

      let again = try PrivateBroker.open(desk.plan(prefetch: 500))
      defer { again.close() }
      let rest = try again.receive(count: 350)
      #expect(rest.count == 350)
      #expect(Set(rest.map(\.message?.correlation)) == Set((150..<500).map { "visit-\($0)" }))
      // Fifty were handed out and not acknowledged; the broker may have sent more ahead.
      #expect(rest.filter(\.isRedelivered).count >= 50)
    }

    @Test func prefetchLimitsUnacknowledgedDeliveries() throws {
      let desk = Desk()
      let session = try PrivateBroker.open(desk.plan(prefetch: 5))
      defer { session.close() }
      #expect(try session.deliver((0..<20).map { desk.publication($0) }).isEmpty)
      #expect(try session.receive(count: 20, seconds: 1).count == 5)
      try session.acknowledge(upTo: 5)
      #expect(try session.receive(count: 5).map(\.tag) == [6, 7, 8, 9, 10])
    }

    @Test func acknowledgingTwiceOrNothingIsHarmless() throws {
      let desk = Desk()
      let session = try PrivateBroker.open(desk.plan())
      defer { session.close() }
      #expect(try session.deliver([desk.publication(1), desk.publication(2)]).isEmpty)
      #expect(try session.receive(count: 2).count == 2)
      try session.acknowledge(upTo: 0)
      try session.acknowledge(upTo: 2)
      try session.acknowledge(upTo: 2)
      try session.acknowledge(upTo: 1)
      #expect(try session.deliver([desk.publication(3)]).isEmpty)
      #expect(try session.receive(count: 1).first?.tag == 3)
    }

    @Test func inspectCountsReadyMessagesAndConsumers() throws {
      let desk = Desk()
      let publisher = try PrivateBroker.open(desk.publishingPlan)
      defer { publisher.close() }
      #expect(try publisher.deliver((0..<7).map { desk.publication($0) }).isEmpty)
      #expect(try publisher.wait { try $0.inspect(queue: desk.queue) == QueueDepth(ready: 7, consumers: 0) })
      let consumer = try PrivateBroker.open(desk.plan(prefetch: 2))
      defer { consumer.close() }
      #expect(try publisher.wait { try $0.inspect(queue: desk.queue) == QueueDepth(ready: 5, consumers: 1) })
    }

    @Test func exclusiveQueueIsConsumedByItsOwnSession() throws {
      let desk = Desk(kind: .exclusive)
      let session = try PrivateBroker.open(desk.plan())
      defer { session.close() }
      #expect(try session.deliver([desk.publication(1)]).isEmpty)
      #expect(try session.receive(count: 1).count == 1)
      #expect(try session.inspect(queue: desk.queue) == QueueDepth(ready: 0, consumers: 1))
    }

    @Test func streamIsReadFromTheFirstRecordAgainAndAgain() throws {
      let desk = Desk(kind: .stream, arguments: ["x-max-length-bytes": 100_000_000])
      let publisher = try PrivateBroker.open(desk.publishingPlan)
      defer { publisher.close() }
      #expect(try publisher.deliver((0..<100).map { desk.publication($0) }).isEmpty)
      for _ in 0..<2 {
        let reader = try PrivateBroker.open(desk.plan(from: .first))
        let deliveries = try reader.receive(count: 100)
        #expect(deliveries.map(\.message?.correlation) == (0..<100).map { "visit-\($0)" })
        #expect(deliveries.last?.message?.headers == ["x-stream-offset": "99"])
        try reader.acknowledge(upTo: deliveries.last?.tag ?? 0)
        reader.close()
      }
      let late = try PrivateBroker.open(desk.plan(from: .next))
      defer { late.close() }
      #expect(try publisher.deliver([desk.publication(100)]).isEmpty)
      #expect(try late.receive(count: 1).first?.message?.correlation == "visit-100")
      let since = try PrivateBroker.open(desk.plan(from: .timestamp(Timestamp(milliseconds: 1_000))))
      defer { since.close() }
      #expect(try since.receive(count: 1).first?.message?.correlation == "visit-0")
      let middle = try PrivateBroker.open(desk.plan(from: .offset(42)))
      defer { middle.close() }
      let first = try middle.receive(count: 1).first
      #expect(first?.message?.correlation == "visit-42")
      #expect(first?.streamOffset == 42)
    }
  }
}
