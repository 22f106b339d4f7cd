import BrokerConformance
import TestBroker
import Testing

extension NodeTests {
  /// The same rules that the simulated broker is held against.
  @Suite struct ConformanceTests {
    @Test(.timeLimit(.minutes(10)), arguments: BrokerRule.allCases) func obeys(_ rule: BrokerRule) throws {
      try rule.check(
        BrokerUnderTest(
          open: { try PrivateBroker.open($0) }, deleteQueue: { try PrivateBroker.control("delete_queue", $0) },
          closeAllConnections: { try PrivateBroker.control("close_all_connections", $0) }, letTimePass: { _ in }))
    }
  }
}
