import ClaimModel
import Office

extension Bench {
  func messagesArriveAsSentAndInOrder() throws {
    let session = try open(topology(), consuming: [queue])
    defer { session.close() }
    var publications = (1...50).map { publication($0) }
    publications[0].message.causation = .derived(from: "cause")
    publications[0].message.attempt = 3
    publications[0].message.traceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
    publications[0].message.headers = ["parked-reason": "ä", "empty": ""]
    try send(publications, on: session)
    let deliveries = try receive(50, on: session)
    try expect(deliveries.compactMap(\.message) == publications.map(\.message), "messages arrive as sent")
    try expect(deliveries.map(\.tag) == Array(1...50), "tags count from 1, not \(deliveries.map(\.tag))")
    try expect(deliveries.allSatisfy { !$0.isRedelivered && $0.queue == queue }, "they come for the first time")
    try expect(deliveries.map(\.route) == publications.map(\.route), "the route is told")
  }

  func topicPatternsRoute() throws {
    let patterns = ["a.b", "a.*", "a.#", "#", "*.b", "*", "a.*.c", "#.c"]
    let keys = ["a.b", "a", "a.x", "a.x.c", "c", "b", "x.b", "a.b.c.d"]
    let expected: [String: [String]] = [
      "a.b": ["a.b"], "a.*": ["a.b", "a.x"], "a.#": ["a.b", "a", "a.x", "a.x.c", "a.b.c.d"], "#": keys,
      "*.b": ["a.b", "x.b"], "*": ["a", "c", "b"], "a.*.c": ["a.x.c"], "#.c": ["a.x.c", "c"],
    ]
    var topology = Topology(exchanges: [Topology.Exchange(name: exchange, kind: .topic)])
    for (index, pattern) in patterns.enumerated() {
      topology.queues.append(Topology.Queue(name: "\(name).\(index)", kind: .quorum))
      topology.bindings.append(Topology.Binding(queue: "\(name).\(index)", exchange: exchange, key: pattern))
    }
    let publisher = try open(topology)
    defer { publisher.close() }
    try send(keys.indices.map { publication($0, key: keys[$0]) }, on: publisher)
    for (index, pattern) in patterns.enumerated() {
      let session = try open(topology, consuming: ["\(name).\(index)"])
      defer { session.close() }
      let wanted = expected[pattern] ?? []
      let got = try receive(wanted.count, on: session).map(\.route.key)
      try expect(got == wanted, "pattern \(pattern) takes \(wanted), not \(got)")
      let rest = try session.receive(limit: 1, timeoutMilliseconds: 50)
      try expect(rest.isEmpty, "pattern \(pattern) takes nothing else, but \(rest.map(\.route.key))")
    }
  }

  func fanoutReachesEveryQueue() throws {
    let names = ["\(name).1", "\(name).2"]
    let topology = Topology(
      exchanges: [Topology.Exchange(name: exchange, kind: .fanout)],
      queues: names.map { Topology.Queue(name: $0, kind: .quorum) },
      bindings: names.map { Topology.Binding(queue: $0, exchange: exchange, key: "") })
    let session = try open(topology, consuming: names)
    defer { session.close() }
    try send([publication(1, key: "any.key")], on: session)
    let queues = try receive(2, on: session).map(\.queue)
    try expect(queues.sorted() == names, "both queues get it, not \(queues)")
  }

  func directExchangeRoutesByKey() throws {
    let names = ["\(name).1", "\(name).*"]
    let topology = Topology(
      exchanges: [Topology.Exchange(name: exchange, kind: .direct)],
      queues: names.map { Topology.Queue(name: $0, kind: .quorum) },
      bindings: names.map { Topology.Binding(queue: $0, exchange: exchange, key: $0) })
    let session = try open(topology, consuming: names)
    defer { session.close() }
    try send([publication(1, key: names[0]), publication(2, key: names[1])], on: session)
    let deliveries = try receive(2, on: session)
    let got = Dictionary(grouping: deliveries, by: \.queue).mapValues { $0.map(\.number) }
    try expect(got == [names[0]: ["1"], names[1]: ["2"]], "each key leads to its queue, not \(got)")
    let failures = try deliver([publication(3, key: "\(name).2")], on: session)
    try expect(failures.count == 1, "a star is no pattern here")
  }

  func queueBoundTwiceGetsOneCopy() throws {
    let session = try open(topology(keys: ["in.#", "in.box", "#"]), consuming: [queue])
    defer { session.close() }
    try send([publication(1)], on: session)
    try expect(try numbers(1, on: session) == ["1"], "the message comes")
    try expectNothing(on: session, "one copy comes")
  }

  func defaultExchangeRoutesByQueueName() throws {
    let session = try open(topology(keys: []), consuming: [queue])
    defer { session.close() }
    try send([publication(1, key: queue, exchange: "")], on: session)
    let delivery = try receive(1, on: session).first
    try expect(delivery?.route == Route(exchange: "", key: queue), "it comes by the default exchange")
    let failures = try deliver([publication(2, key: "\(name).nobody", exchange: "")], on: session)
    try expect(failures.count == 1, "a queue that does not exist takes nothing")
  }

  func unroutableMessagesAreReturned() throws {
    let session = try open(topology(), consuming: [queue])
    defer { session.close() }
    let mixed = (1...30).map { publication($0, key: $0 % 3 == 0 ? "nowhere" : "in.box") }
    let failures = try deliver(mixed, on: session)
    let unbound = mixed.filter { $0.route.key == "nowhere" }
    try expect(failures.map(\.publication) == unbound, "those without a queue are told, in order")
    try expect(Set(failures.map(\.reason)) == [.returned("NO_ROUTE (312)")], "with the reason \(failures[0].reason)")
    try expect(try receive(20, on: session).count == 20, "the others arrive")
    try expect(try deliver([], on: session).isEmpty, "a failure is told once")
  }

  func unroutableHeartbeatsAreDropped() throws {
    let session = try open(topology(), consuming: [queue])
    defer { session.close() }
    var heartbeat = publication(1, key: "nowhere")
    heartbeat.isDurable = false
    try send([heartbeat], on: session)
  }

  func missingExchangeEndsTheSession() throws {
    let session = try open(topology())
    defer { session.close() }
    let first = try expectError("publishing to a missing exchange") {
      _ = try deliver([publication(1, exchange: "\(name).missing")], on: session)
      // A broker that answers late tells at the next call.
      _ = try receive(1, on: session, seconds: 5)
    }
    try expect(first.code == .refused, "the code is refused, not \(first.code)")
    try expect(first.reason.contains("no exchange '\(name).missing'"), "the reason names it: \(first.reason)")
    let second = try expectError("using it afterwards") { _ = try session.publish([publication(2)]) }
    try expect(second == first, "it tells the first error again, not \(second)")
  }

  func fullQueueRefuses() throws {
    let session = try open(topology(arguments: ["x-max-length": 1, "x-overflow": "reject-publish"]))
    defer { session.close() }
    // A real queue tells that it is full a little after it is.
    var reasons: Set<PublishFailure.Reason> = []
    try wait("a full queue refuses", on: session) {
      reasons = Set(try deliver((1...10).map { publication($0) }, on: session).map(\.reason))
      return !reasons.isEmpty
    }
    try expect(reasons == [.refused], "by a negative confirm, not \(reasons)")
  }
}
