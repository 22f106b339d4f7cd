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
          loseConsumers: { try PrivateBroker.control("eval", Self.cancellingAllConsumers(of: $0)) },
          deafenConsumers: { try PrivateBroker.control("eval", Self.redeclarationUnheard(of: $0)) },
          closeAllConnections: { try PrivateBroker.control("close_all_connections", $0) }, letTimePass: { _ in }))
    }

    /// What takes a quorum queue's consumers away behind the back of their channels, which then tell nobody.
    private static func cancellingAllConsumers(of queue: String) -> String {
      """
      {ok, Queue} = rabbit_amqqueue:lookup(rabbit_misc:r(<<"/">>, queue, <<"\(queue)">>)),
      Server = amqqueue:get_pid(Queue),
      {ok, {_, Consumers}, _} = ra:local_query(Server, fun(State) -> rabbit_fifo:query_consumers(State) end),
      [{ok, ok, _} = ra:process_command(Server, rabbit_fifo:make_checkout(Consumer, cancel, #{}))
       || Consumer <- maps:keys(Consumers)].
      """
    }

    /// What deletes a queue and declares it anew before its consumers' channels, which stand still meanwhile, hear of it. They
    /// consume from the new one then, and RabbitMQ 3 drops what it hands to them; from 4.0 on they are cancelled.
    private static func redeclarationUnheard(of queue: String) -> String {
      """
      Name = rabbit_misc:r(<<"/">>, queue, <<"\(queue)">>),
      {ok, Queue} = rabbit_amqqueue:lookup(Name),
      {ok, {_, Consumers}, _} =
        ra:local_query(amqqueue:get_pid(Queue), fun(State) -> rabbit_fifo:query_consumers(State) end),
      Channels = lists:usort([Channel || {_, Channel} <- maps:keys(Consumers)]),
      [true = erlang:suspend_process(Channel) || Channel <- Channels],
      {ok, 0} = rabbit_amqqueue:delete(Queue, false, false, <<"test">>),
      {new, _} = rabbit_amqqueue:declare(Name, true, false, amqqueue:get_arguments(Queue), none, <<"test">>),
      [true = erlang:resume_process(Channel) || Channel <- Channels].
      """
    }
  }
}
