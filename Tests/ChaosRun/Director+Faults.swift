import Chaos
import ClaimModel
import Foundation

extension Director {
  /// Does what a fault says, and undoes it when its time is over.
  func inject(_ fault: Fault) throws {
    var random = fault.random
    switch fault.kind {
    case .workerKilled: try killWorkers(fault, &random)
    case .workerStopped: try needingBroker { try suspendWorker(fault, &random) }
    case .brokerRestarted, .brokerKilled:
      try withoutBroker {
        tell(fault, "stops")
        try site.restartBroker(isKilled: fault.kind == .brokerKilled)
        tell(fault, "is back")
      }
    case .memoryAlarm:
      try site.control("set_vm_memory_high_watermark", "0.0001")
      tell(fault, "publishers are held back for \(seconds(fault))")
      hold(fault.holdMilliseconds)
      try site.control("set_vm_memory_high_watermark", "0.4")
    case .queueDeleted: try deleteQueue(fault, &random)
    case .postgresRestarted, .postgresKilled:
      let mode = fault.kind == .postgresRestarted ? "fast" : "immediate"
      try site.restartPostgres(mode)
      tell(fault, "restarted (\(mode))")
    case .brokerConnectionCut: try cut(brokerGate, fault, &random)
    case .postgresConnectionCut: try cut(postgresGate, fault, &random)
    case .brokerConnectionStalled: try needingBroker { try stall(brokerGate, fault, &random) }
    case .postgresConnectionStalled: try stall(postgresGate, fault, &random)
    case .brokerConnectionHalfOpen: try needingBroker { try abandon(brokerGate, fault, &random) }
    case .postgresConnectionHalfOpen: try abandon(postgresGate, fault, &random)
    case .diskFull: try fillDisk(fault)
    }
  }

  private func seconds(_ fault: Fault) -> String { "\(fault.holdMilliseconds / 100 * 100) ms" }

  private func killWorkers(_ fault: Fault, _ random: inout SeededRandom) throws {
    // Sometimes several at once: an office may be without workers for a while.
    let count = [1, 1, 2, 3].randomElement(using: &random) ?? 1
    let names = crew.killSome(count, absenceMilliseconds: fault.holdMilliseconds, &random)
    guard !names.isEmpty else { throw Tool.Failure(description: "nobody is there") }
    tell(fault, names.joined(separator: ", "))
    hold(fault.holdMilliseconds)
  }

  private func suspendWorker(_ fault: Fault, _ random: inout SeededRandom) throws {
    guard let name = crew.suspendOne(&random) else { throw Tool.Failure(description: "nobody is there") }
    tell(fault, "\(name) for \(seconds(fault))")
    hold(fault.holdMilliseconds)
    crew.resume([name])
  }

  private func fillDisk(_ fault: Fault) throws {
    let office = "payer.BEACON1"
    let processes = crew.processes(of: office)
    let before = crew.losses(of: office)[.disk, default: 0]
    try disk.fill(for: processes)
    tell(fault, "\(office) cannot write")
    hold(fault.holdMilliseconds)
    // Until somebody has noticed: that is when there is something to write.
    for _ in 0..<150 where crew.losses(of: office)[.disk, default: 0] == before && !isInterrupted { hold(200) }
    try disk.free(for: processes)
    tell(fault, "\(office) failed to write \(crew.losses(of: office)[.disk, default: 0] - before) times")
  }
}

/// Connections.
extension Director {
  /// Repeats until a connection was there to be befallen.
  private func onSome(_ fault: Fault, _ body: () -> Int) throws -> Int {
    for _ in 0..<300 where !isInterrupted {
      let count = body()
      if count > 0 { return count }
      hold(100)
    }
    throw Tool.Failure(description: "there is no connection")
  }

  private func cut(_ gate: Gateway, _ fault: Fault, _ random: inout SeededRandom) throws {
    let limit = Bool.random(using: &random) ? 2 : Int.max
    let count = try onSome(fault) { gate.cut(atMost: limit, &random) }
    tell(fault, "\(count) connections")
    hold(fault.holdMilliseconds)
  }

  private func stall(_ gate: Gateway, _ fault: Fault, _ random: inout SeededRandom) throws {
    let ends: Set<Passage.End> =
      [[.client], [.server], [.client, .server]].randomElement(using: &random) ?? [.client, .server]
    let isAll = Bool.random(using: &random)
    let count = try onSome(fault) {
      isAll ? gate.stallAll(from: ends) : gate.stall(from: ends, atMost: 4, &random)
    }
    let direction = ends.count == 2 ? "both ways" : ends.contains(.client) ? "to the server" : "to the workers"
    tell(fault, "\(count) connections\(isAll ? " and all new ones" : ""), \(direction), for \(seconds(fault))")
    hold(fault.holdMilliseconds)
    gate.resume()
  }

  private func abandon(_ gate: Gateway, _ fault: Fault, _ random: inout SeededRandom) throws {
    // A worker that is left waits up to a minute for the database: only where there is time for that.
    let ends: [Passage.End] =
      gate === postgresGate && fault.holdMilliseconds < 60_000 ? [.server] : Passage.End.allCases
    let end = ends.randomElement(using: &random) ?? .server
    let count = try onSome(fault) { gate.abandon(end, atMost: 3, &random) }
    tell(fault, "\(count) connections, known to the \(end == .client ? "workers" : "server") only")
    hold(fault.holdMilliseconds)
  }
}

/// Queues.
extension Director {
  /// Who publishes to a queue that an office reads. Only queues whose publishers are all workers of ours are deleted.
  private static let publishers: [(queue: String, offices: Set<String>)] = [
    ("practice.inbox", ["coding", "billing"]), ("billing.superbills", ["coding"]),
    ("billing.payments", ["practice"]), ("billing.remittances", Set(Offices.payers.map { "payer.\($0)" })),
    ("payer.ACMEHLTH.claims", ["billing"]), ("payer.BEACON1.claims", ["billing"]),
    ("coding.recodes.primary-care", ["billing"]), ("coding.recodes.medical", ["billing"]),
    ("coding.retry.5s", ["coding"]), ("billing.retry.30s", ["billing"]),
  ]

  /// Deletes a queue that is empty at the moment. What a queue holds is lost with it by definition, and what is on its
  /// way to it as well: so its publishers are suspended and cut off until its consumers have emptied it, and go on when
  /// it is gone.
  private func deleteQueue(_ fault: Fault, _ random: inout SeededRandom) throws {
    for _ in 0..<20 where !isInterrupted {
      guard let (queue, offices) = Director.publishers.randomElement(using: &random) else { return }
      crew.hold(offices)
      let answer = Result {
        try site.control("eval", Director.deletion(of: queue, whosePublishersAre: offices, in: virtualHost))
      }
      crew.release(offices)
      if case .success(let words) = answer, words.contains("deleted") {
        return tell(fault, "\(queue), empty at the time")
      }
      // The broker was away, or the queue did not become empty while its publishers waited.
      hold(500)
    }
    throw Tool.Failure(description: "no queue became empty")
  }

  /// Deletes a quorum queue as soon as it holds nothing, ready or unacknowledged, within some seconds.
  ///
  /// What a broker has for a queue and has not stored yet is gone with it, and confirmed. So the connections of the
  /// publishers, who are suspended, are closed first: all they had sent is on its way through the queue's log then. A
  /// command that changes nothing is sent after it, and when it is carried out the queue's state machine knows the rest.
  /// (The broker's own commands know a queue's contents from figures that are seconds old.)
  private static func deletion(
    of queue: String, whosePublishersAre offices: Set<String>, in virtualHost: String
  ) -> String {
    """
    {ok, Queue} = rabbit_amqqueue:lookup(rabbit_misc:r(<<"\(virtualHost)">>, queue, <<"\(queue)">>)),
    Server = amqqueue:get_pid(Queue),
    IsPublisher = fun(Connection) ->
      case catch rabbit_networking:connection_info(Connection, [client_properties]) of
        [{client_properties, Properties}] ->
          case lists:keyfind(<<"connection_name">>, 1, Properties) of
            {_, _, Name} -> re:run(Name, <<"^(\(offices.sorted().joined(separator: "|")))/.* publishes$">>) =/= nomatch;
            false -> false
          end;
        _ -> false
      end
    end,
    [catch rabbit_networking:close_connection(Connection, <<"chaos">>)
      || Connection <- rabbit_networking:connections(), IsPublisher(Connection)],
    Mark = make_ref(),
    ok = ra:pipeline_command(Server, rabbit_fifo:make_purge_nodes([]), Mark, low),
    Await = fun Await() ->
      receive {'$gen_cast', {queue_event, _, {_, {applied, Applied}}}} ->
        lists:keymember(Mark, 1, Applied) orelse Await()
      after 10000 -> false
      end
    end,
    Try = fun Try(0) -> busy; Try(Left) ->
      case ra:consistent_query(Server, fun rabbit_fifo:query_messages_total/1) of
        {ok, 0, _} -> {ok, 0} = rabbit_amqqueue:delete(Queue, false, false, <<"chaos">>), deleted;
        _ -> timer:sleep(50), Try(Left - 1)
      end
    end,
    case Await() of true -> Try(60); false -> busy end.
    """
  }
}
