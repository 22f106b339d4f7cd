import ClaimModel
import Foundation
import Messages
import Office
import RabbitMQBroker

/// The plain relay of `Benchmarks/relay/relay.c` through our AMQP wrapper and worker runtime, with a desk that passes
/// every message on and a store that keeps nothing: what the runtime itself costs.
///
///     bare-relay load COUNT BYTES QUEUE     publish COUNT messages of BYTES bytes
///     bare-relay relay FROM TO              pass messages on until stopped (SIGTERM)
///     bare-relay journal COUNT              write a journal of COUNT records (Scripts/bench-tail)
///
/// The broker's URL is in SUPERBILL_BROKER_URL.
@main enum BareRelay {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let url = ProcessInfo.processInfo.environment["SUPERBILL_BROKER_URL"] ?? ""
    let broker = RabbitMQBroker(try RabbitMQConfiguration(url: url))
    switch arguments.first {
    case "load" where arguments.count == 4:
      guard let count = Int(arguments[1]), let bytes = Int(arguments[2]) else { usage() }
      try load(count, bytes: bytes, queue: arguments[3], broker)
    case "journal" where arguments.count == 2:
      guard let count = Int(arguments[1]) else { usage() }
      try write(InventedJournal(records: count), broker)
    case "relay" where arguments.count == 3: try relay(from: arguments[1], to: arguments[2], broker)
    default: usage()
    }
  }

  private static func usage() -> Never {
    FileHandle.standardError.write(
      Data("usage: bare-relay load COUNT BYTES QUEUE | relay FROM TO | journal COUNT\n".utf8))
    exit(64)
  }

  private static func topology(_ queues: String...) -> Topology {
    Topology.journal.merged(with: Topology(queues: queues.map { Topology.Queue(name: $0, kind: .quorum) }))
  }

  private static func load(_ count: Int, bytes: Int, queue: String, _ broker: RabbitMQBroker) throws {
    let session = try broker.open(SessionPlan(name: "bench/load", topology: topology(queue)))
    defer { session.close() }
    let body = [UInt8](repeating: 0x78, count: bytes)
    let publications = (0..<count).map { number in
      Publication(
        route: Route(exchange: "", key: queue),
        message: WireMessage(
          id: .derived(from: "bench", String(number)), type: MessageType.visitDocumented.rawValue,
          correlation: "V\(number)", timestamp: Timestamp(milliseconds: 1_800_000_000_000), appID: "bench/load",
          contentType: MessageType.protobufContentType, body: body))
    }
    try publish(publications, session)
  }

  private static func publish(_ publications: [Publication], _ session: any BrokerSession) throws {
    guard try session.awaitConfirms(session.publish(publications)).isEmpty else {
      throw BrokerError(.refused, operation: "load", reason: "the broker did not take everything")
    }
  }

  private static func write(_ journal: InventedJournal, _ broker: RabbitMQBroker) throws {
    let session = try broker.open(SessionPlan(name: "bench/load", topology: .journal))
    defer { session.close() }
    var pending: [Publication] = []
    for batch in journal {
      pending.append(batch)
      if pending.count == 100 {
        try publish(pending, session)
        pending = []
      }
    }
    try publish(pending, session)
  }

  private static func relay(from: String, to: String, _ broker: RabbitMQBroker) throws {
    let stop = StopSignal()
    signal(SIGTERM, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGTERM, queue: .global())
    source.setEventHandler { stop.raise() }
    source.resume()
    let configuration = WorkerConfiguration(
      name: "bench/\(from)", queues: [from], topology: topology(from, to), batchLimit: 256, prefetch: 512)
    let worker = OfficeWorker(
      desk: RelayDesk(next: to), broker: broker, store: ForgetfulStore(), configuration: configuration,
      clock: {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
      })
    try worker.run(until: stop)
  }
}
