import BrokerConformance
import ClaimModel
import Office
import Simulation
import Testing

@Suite struct SimulatedBrokerTests {
  @Test(arguments: BrokerRule.allCases) func obeys(_ rule: BrokerRule) throws {
    let time = SimulatedTime(start: Timestamp(milliseconds: 1_784_116_800_000))
    let broker = SimulatedBroker(time: time)
    try rule.check(
      BrokerUnderTest(
        open: { try broker.open($0) }, deleteQueue: { broker.delete(queue: $0) },
        loseConsumers: { broker.loseConsumers(of: $0) }, deafenConsumers: { broker.deafenConsumers(of: $0) },
        closeAllConnections: { broker.closeAllConnections(reason: $0) },
        letTimePass: {
          time.advance(milliseconds: Int64($0))
          broker.expire()
        }))
  }

  /// Programs declare the same at each connect, and the broker looks only at what was deleted since.
  @Test func whatWasDeletedIsDeclaredAnewAsOnABrokerWithoutIt() throws {
    let topology = Topology(
      exchanges: [Topology.Exchange(name: "news", kind: .topic), Topology.Exchange(name: "all", kind: .fanout)],
      queues: ["a", "b", "c", "d"].map { Topology.Queue(name: $0, kind: .quorum, isShared: $0 == "d") },
      bindings: ["a", "b", "c", "d"].flatMap {
        [
          Topology.Binding(queue: $0, exchange: "news", key: "\($0).*"),
          Topology.Binding(queue: $0, exchange: "all", key: ""),
        ]
      })
    let plan = SessionPlan(name: "tests", topology: topology)
    for gone in [["a"], ["b", "c"], ["d"], ["a", "b", "c", "d"]] {
      let broker = SimulatedBroker(time: SimulatedTime(start: Timestamp(milliseconds: 0)))
      _ = try broker.openSession(plan)
      for name in gone { broker.delete(queue: name) }
      let session = try broker.openSession(plan)
      let kept = ["a", "b", "c", "d"].filter { !gone.contains($0) }
      #expect(broker.queueNames == kept + ["a", "b", "c", "d"].filter { gone.contains($0) })
      for (exchange, key) in [("all", ""), ("news", "a.x"), ("news", "b.x"), ("news", "c.x"), ("news", "d.x")] {
        let message = WireMessage(
          id: MessageID(high: 1, low: 1), type: "x", correlation: "", timestamp: Timestamp(milliseconds: 0),
          appID: "tests/1", contentType: "text/plain", body: [])
        _ = try session.publish([Publication(route: Route(exchange: exchange, key: key), message: message)])
      }
      #expect(broker.queueNames.map { broker.count(in: $0) } == [2, 2, 2, 2], "\(gone) went and came")
    }
  }
}
