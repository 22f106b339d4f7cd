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
        closeAllConnections: { broker.closeAllConnections(reason: $0) },
        letTimePass: {
          time.advance(milliseconds: Int64($0))
          broker.expire()
        }))
  }
}
