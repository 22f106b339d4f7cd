import ClaimModel
import Office

extension Bench {
  func expiredMessagesReturnByTheDefaultExchange() throws {
    let retry = "\(name).retry"
    var topology = topology()
    topology.exchanges.append(Topology.Exchange(name: retry, kind: .fanout))
    topology.queues.append(
      Topology.Queue(
        name: retry, kind: .quorum,
        arguments: [
          "x-message-ttl": 400, "x-dead-letter-exchange": "", "x-dead-letter-strategy": "at-least-once",
          "x-overflow": "reject-publish",
        ]))
    topology.bindings.append(Topology.Binding(queue: retry, exchange: retry, key: ""))
    let session = try open(topology, consuming: [queue])
    defer { session.close() }
    let sent = [1, 2].map { publication($0, key: queue, exchange: retry) }
    try send(sent, on: session)
    let early = try session.receive(limit: 1, timeoutMilliseconds: 50)
    try expect(early.isEmpty, "they wait")
    let deliveries = try receive(2, on: session)
    try expect(deliveries.map(\.number) == ["1", "2"], "they come back in order, not \(deliveries.map(\.number))")
    try expect(deliveries.map(\.message?.id) == sent.map(\.message.id), "under their ids")
    try expect(deliveries.allSatisfy { $0.queue == queue && !$0.isRedelivered }, "as new messages of their queue")
    try expectDeath("expired", in: retry, via: retry, of: deliveries[0])
  }

  func deliveryLimitMovesAMessageAway() throws {
    let lot = "\(name).parked"
    var topology = topology(arguments: [
      "x-delivery-limit": 2, "x-dead-letter-exchange": .text(exchange), "x-dead-letter-routing-key": "parked",
      "x-dead-letter-strategy": "at-least-once", "x-overflow": "reject-publish",
    ])
    topology.queues.append(Topology.Queue(name: lot, kind: .quorum))
    topology.bindings.append(Topology.Binding(queue: lot, exchange: exchange, key: "parked"))
    for round in 0..<3 {
      let session = try open(topology, consuming: [queue])
      if round == 0 { try send([publication(1)], on: session) }
      let deliveries = try receive(1, on: session)
      try expect(deliveries.map(\.isRedelivered) == [round > 0], "delivery \(round + 1) comes")
      session.close()
    }
    let session = try open(topology, consuming: [queue, lot])
    defer { session.close() }
    let deliveries = try receive(1, on: session)
    try expect(deliveries.map(\.queue) == [lot], "the fourth time it is in the parking lot: \(deliveries.map(\.queue))")
    try expect(deliveries.first?.message?.id == publication(1).message.id, "under its id")
    try expectDeath("delivery_limit", in: queue, via: exchange, of: deliveries[0])
  }

  /// The broker notes on a message why it left a queue.
  private func expectDeath(_ reason: String, in queue: String, via exchange: String, of delivery: Delivery) throws {
    let headers = delivery.message?.headers ?? [:]
    let expected = [
      "x-first-death-reason": reason, "x-first-death-queue": queue, "x-first-death-exchange": exchange,
    ]
    try expect(headers == expected, "the headers tell why, \(expected), not \(headers)")
  }

  func streamIsReadFromItsStart() throws {
    let topology = topology(kind: .stream, arguments: ["x-max-length-bytes": 100_000_000])
    let publisher = try open(topology)
    defer { publisher.close() }
    try send((0..<20).map { publication($0) }, on: publisher)
    for _ in 0..<2 {
      let reader = try open(topology, consuming: [queue], from: .first, prefetch: 7)
      defer { reader.close() }
      var deliveries: [Delivery] = []
      while deliveries.count < 20 {
        let some = try receive(1, on: reader)
        guard let last = some.last else { break }
        deliveries += some
        try reader.acknowledge(upTo: last.tag)
      }
      try expect(deliveries.map(\.number) == (0..<20).map(String.init), "all records come, in order")
      let offsets = deliveries.map { $0.message?.headers["x-stream-offset"] ?? "" }
      try expect(offsets == (0..<20).map(String.init), "with their offsets, not \(offsets)")
    }
  }

  func streamIsReadFromItsEnd() throws {
    let topology = topology(kind: .stream, arguments: ["x-max-length-bytes": 100_000_000])
    let publisher = try open(topology)
    defer { publisher.close() }
    try send([publication(1)], on: publisher)
    let reader = try open(topology, consuming: [queue], from: .next)
    defer { reader.close() }
    try send([publication(2)], on: publisher)
    try expect(try numbers(1, on: reader) == ["2"], "only the new record comes")
  }

  func exclusiveQueueBelongsToItsSession() throws {
    let topology = topology(kind: .exclusive)
    let session = try open(topology, consuming: [queue])
    try send([publication(1)], on: session)
    try expect(try numbers(1, on: session) == ["1"], "its session uses it")
    let error = try expectError("another session's use") { try open(topology, consuming: [queue]).close() }
    try expect(error.code == .refused, "the code is refused, not \(error.code)")
    session.close()
    let other = try open(Topology(exchanges: topology.exchanges))
    defer { other.close() }
    try wait("the queue goes with its session", on: other) { try !deliver([publication(2)], on: other).isEmpty }
  }

  func queueDeclaredOtherwiseIsRefused() throws {
    try open(topology(arguments: ["x-delivery-limit": 20])).close()
    let error = try expectError("another delivery limit") {
      try open(topology(arguments: ["x-delivery-limit": 30])).close()
    }
    try expect(error.code == .refused, "the code is refused, not \(error.code)")
    try expect(error.operation == "declare queue \(queue)", "the operation is named, not \(error.operation)")
    try expect(error.reason.contains("x-delivery-limit"), "the argument is named: \(error.reason)")
  }

  func declaringAgainChangesNothing() throws {
    let first = try open(topology(arguments: ["x-delivery-limit": 20]))
    try send([publication(1)], on: first)
    first.close()
    let second = try open(topology(arguments: ["x-delivery-limit": 20]), consuming: [queue])
    defer { second.close() }
    try expect(try numbers(1, on: second) == ["1"], "the message is still there")
  }

  func sharedPartsAreDeclaredOnlyWhereMissing() throws {
    let owned = topology(arguments: ["x-delivery-limit": 20])
    try open(owned.shared).close()
    // Declared by one who shares it, it is there for its owner, and for others who share it otherwise.
    let session = try open(owned, consuming: [queue])
    defer { session.close() }
    let otherwise = topology(arguments: ["x-delivery-limit": 30], keys: ["elsewhere"]).shared
    try open(otherwise).close()
    try send([publication(1)], on: session)
    try expect(try numbers(1, on: session) == ["1"], "the queue is bound as its owner bound it")
    let failures = try deliver([publication(2, key: "elsewhere")], on: session)
    try expect(failures.count == 1, "others bind nothing to it")
  }

  func missingQueueIsRefused() throws {
    let consume = try expectError("consuming a missing queue") {
      try open(Topology(), consuming: ["\(name).missing"]).close()
    }
    try expect(consume.code == .refused, "the code is refused, not \(consume.code)")
    try expect(consume.operation == "consume \(name).missing", "the operation is named, not \(consume.operation)")
    let session = try open(Topology())
    defer { session.close() }
    let inspect = try expectError("inspecting a missing queue") {
      _ = try session.inspect(queue: "\(name).missing")
    }
    try expect(inspect.code == .refused, "the code is refused, not \(inspect.code)")
    try expect(inspect.reason.contains("no queue '\(name).missing'"), "the reason names it: \(inspect.reason)")
  }

  func inspectCountsReadyMessagesAndConsumers() throws {
    let publisher = try open(topology())
    defer { publisher.close() }
    try send((1...7).map { publication($0) }, on: publisher)
    try wait("seven are ready", on: publisher) {
      try publisher.inspect(queue: queue) == QueueDepth(ready: 7, consumers: 0)
    }
    let consumer = try open(topology(), consuming: [queue], prefetch: 2)
    defer { consumer.close() }
    try wait("five are ready, and there is one consumer", on: publisher) {
      try publisher.inspect(queue: queue) == QueueDepth(ready: 5, consumers: 1)
    }
  }

  func closedSessionSaysSo() throws {
    let session = try open(topology(), consuming: [queue])
    session.close()
    session.close()
    let error = try expectError("a closed session") { _ = try session.receive(limit: 1, timeoutMilliseconds: 1) }
    try expect(error.reason == "it is closed", "it says so, not \(error.reason)")
  }
}
