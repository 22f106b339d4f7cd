import Office

extension Bench {
  func prefetchLimitsWhatIsHandedOut() throws {
    let session = try open(topology(), consuming: [queue], prefetch: 5)
    defer { session.close() }
    try send((1...20).map { publication($0) }, on: session)
    try expect(try numbers(5, on: session) == ["1", "2", "3", "4", "5"], "five are handed out")
    try expectNothing(on: session, "five are handed out")
    try session.acknowledge(upTo: 3)
    try expect(try numbers(3, on: session) == ["6", "7", "8"], "for each acknowledged one another")
    try expectNothing(on: session, "five are unacknowledged again")
  }

  func consumersOfAQueueShareIt() throws {
    let first = try open(topology(), consuming: [queue])
    defer { first.close() }
    let second = try open(topology(), consuming: [queue])
    defer { second.close() }
    try send((1...40).map { publication($0) }, on: first)
    var got: [[String]] = [[], []]
    for _ in 0..<200 where got[0].count + got[1].count < 40 {
      got[0] += try first.receive(limit: 40, timeoutMilliseconds: 50).map(\.number)
      got[1] += try second.receive(limit: 40, timeoutMilliseconds: 50).map(\.number)
      broker.letTimePass(100)
    }
    try expect(Set(got[0] + got[1]).count == 40, "each goes to one of them")
    try expect(got.allSatisfy { (10...30).contains($0.count) }, "they share: \(got.map(\.count))")
  }

  func acknowledgementCoversEarlierOnes() throws {
    let session = try open(topology(), consuming: [queue])
    try send((1...10).map { publication($0) }, on: session)
    let deliveries = try receive(10, on: session)
    try expect(deliveries.count == 10, "ten come")
    try session.acknowledge(upTo: 0)
    try session.acknowledge(upTo: deliveries[5].tag)
    try session.acknowledge(upTo: deliveries[5].tag)
    try session.acknowledge(upTo: deliveries[1].tag)
    session.close()
    let again = try open(topology(), consuming: [queue])
    defer { again.close() }
    try expect(Set(try numbers(4, on: again)) == ["7", "8", "9", "10"], "the rest comes again")
    try expectNothing(on: again, "six are gone")
  }

  func closedSessionGivesBackInOrderAndMarked() throws {
    let session = try open(topology(), consuming: [queue])
    try send((1...6).map { publication($0) }, on: session)
    try expect(try numbers(6, on: session).count == 6, "six come")
    try session.acknowledge(upTo: 2)
    session.close()
    let again = try open(topology(), consuming: [queue])
    defer { again.close() }
    let deliveries = try receive(4, on: again)
    try expect(deliveries.map(\.number) == ["3", "4", "5", "6"], "in their order, not \(deliveries.map(\.number))")
    try expect(deliveries.allSatisfy(\.isRedelivered), "marked as redelivered")
    try expect(deliveries.map(\.tag) == [1, 2, 3, 4], "tags count from 1 in each session")
  }

  func returnedMessagesGoBeforeNewOnes() throws {
    let session = try open(topology(), consuming: [queue], prefetch: 3)
    try send((1...6).map { publication($0) }, on: session)
    try expect(try numbers(3, on: session) == ["1", "2", "3"], "three are handed out")
    session.close()
    let again = try open(topology(), consuming: [queue], prefetch: 6)
    defer { again.close() }
    let deliveries = try receive(6, on: again)
    try expect(deliveries.map(\.number) == ["1", "2", "3", "4", "5", "6"], "got \(deliveries.map(\.number))")
    try expect(deliveries.map(\.isRedelivered) == [true, true, true, false, false, false], "only three are marked")
  }

  func deletedQueueCancelsItsConsumers() throws {
    let session = try open(topology(), consuming: [queue])
    defer { session.close() }
    try broker.deleteQueue(queue)
    let error = try expectError("consuming a deleted queue") { _ = try receive(1, on: session) }
    try expect(error.code == .refused && error.isTransient, "the code is refused, not \(error.code)")
    try expect(error.operation == "consume \(queue)", "the operation is named, not \(error.operation)")
    let publisher = try broker.open(SessionPlan(name: "conformance", topology: Topology()))
    defer { publisher.close() }
    let failures = try deliver([publication(1)], on: publisher)
    try expect(failures.count == 1, "its bindings are gone: a message is returned")
    let again = try open(topology(), consuming: [queue])
    defer { again.close() }
    try send([publication(2)], on: again)
    try expect(try numbers(1, on: again) == ["2"], "declared again, it works")
  }

  func lostConsumersShowInTheDepth() throws {
    let session = try open(topology(), consuming: [queue])
    defer { session.close() }
    try send([publication(1)], on: session)
    let first = try receive(1, on: session)
    try session.acknowledge(upTo: first[0].tag)
    try wait("the consumer holds nothing", on: session) {
      try session.inspect(queue: queue) == QueueDepth(ready: 0, consumers: 1)
    }
    try broker.loseConsumers(queue)
    try wait("the consumer is gone", on: session) {
      try session.inspect(queue: queue) == QueueDepth(ready: 0, consumers: 0)
    }
    try send([publication(2)], on: session)
    try expectNothing(on: session, "nothing is handed out, and nothing told")
    try expect(
      try session.inspect(queue: queue) == QueueDepth(ready: 1, consumers: 0), "the message waits for a consumer")
    let again = try open(topology(), consuming: [queue])
    defer { again.close() }
    try expect(try numbers(1, on: again) == ["2"], "another session is handed it")
  }

  func deafConsumersHearAgain() throws {
    let session = try open(topology(), consuming: [queue])
    defer { session.close() }
    try send([publication(1)], on: session)
    let first = try receive(1, on: session)
    try session.acknowledge(upTo: first[0].tag)
    try wait("nothing is left", on: session) { try session.inspect(queue: queue).ready == 0 }
    try broker.deafenConsumers(queue)
    let publisher = try broker.open(SessionPlan(name: "conformance", topology: Topology()))
    defer { publisher.close() }
    try send([publication(2, key: queue, exchange: "")], on: publisher)
    do {
      try expectNothing(on: session, "it does not come")
      try expect(
        try session.inspect(queue: queue) == QueueDepth(ready: 0, consumers: 1), "the queue has handed it out")
      try session.consumeAnew()
      let again = try receive(1, on: session)
      try expect(again.map(\.number) == ["2"], "it comes now, not \(again.map(\.number))")
      try session.acknowledge(upTo: again[0].tag)
    } catch let error as BrokerError {
      try expect(error.operation == "consume \(queue)", "a broker that tells names the queue, not \(error.operation)")
      let again = try open(topology(), consuming: [queue])
      defer { again.close() }
      try expect(try numbers(1, on: again) == ["2"], "it comes to another session")
    }
  }

  func consumingAnewGivesBack() throws {
    let session = try open(topology(), consuming: [queue], prefetch: 5)
    try send((1...8).map { publication($0) }, on: session)
    let deliveries = try receive(3, on: session)
    try expect(deliveries.map(\.number) == ["1", "2", "3"], "three come")
    try session.acknowledge(upTo: deliveries[0].tag)
    try session.consumeAnew()
    var again = try receive(5, on: session)
    try expect(again.map(\.number) == ["2", "3", "4", "5", "6"], "in their order, not \(again.map(\.number))")
    try expect(again.map(\.tag) == [1, 2, 3, 4, 5], "tags count from 1")
    try expect(again.first?.isRedelivered == true, "marked as redelivered")
    try expectNothing(on: session, "five are handed out")
    try session.acknowledge(upTo: 5)
    again = try receive(2, on: session)
    try expect(again.map(\.number) == ["7", "8"], "the rest comes, not \(again.map(\.number))")
    try session.acknowledge(upTo: again[1].tag)
    try session.consumeAnew()
    try session.consumeAnew()
    try expectNothing(on: session, "nothing is left")
    try send([publication(9)], on: session)
    try expect(try numbers(1, on: session) == ["9"], "it consumes and publishes as before")
    session.close()
    let error = try expectError("a closed session") { try session.consumeAnew() }
    try expect(error.code == .unreachable, "the code is unreachable, not \(error.code)")
  }

  func closedConnectionsEndSessions() throws {
    let session = try open(topology(), consuming: [queue])
    defer { session.close() }
    try send([publication(1)], on: session)
    try expect(try numbers(1, on: session) == ["1"], "the message comes")
    try broker.closeAllConnections("an operator's reason")
    let error = try expectError("receiving on a closed connection") { _ = try receive(1, on: session) }
    try expect(error.code == .unreachable, "the code is unreachable, not \(error.code)")
    try expect(error.reason.contains("an operator's reason"), "the reason is told: \(error.reason)")
    let later = try expectError("acknowledging afterwards") { try session.acknowledge(upTo: 1) }
    try expect(later == error, "it tells the first error again, not \(later)")
    let again = try open(topology(), consuming: [queue])
    defer { again.close() }
    try expect(try receive(1, on: again).map(\.isRedelivered) == [true], "it comes again")
  }
}
