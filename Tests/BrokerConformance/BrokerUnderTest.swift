import ClaimModel
import Office

/// A broker that is held against the rules, with what a test can do to it from outside.
public struct BrokerUnderTest {
  /// Opens a session.
  public var open: (SessionPlan) throws -> any BrokerSession
  /// Deletes a queue with what is in it.
  public var deleteQueue: (String) throws -> Void
  /// Loses the consumers of a queue without a word.
  public var loseConsumers: (String) throws -> Void
  /// Makes the consumers of a queue deaf, and takes its bindings away.
  public var deafenConsumers: (String) throws -> Void
  /// Ends every connection, with a reason.
  public var closeAllConnections: (String) throws -> Void
  /// Lets time pass that a session has waited in vain; nothing to do where waiting takes time by itself.
  public var letTimePass: (_ milliseconds: Int) -> Void

  /// A broker of its parts.
  public init(
    open: @escaping (SessionPlan) throws -> any BrokerSession, deleteQueue: @escaping (String) throws -> Void,
    loseConsumers: @escaping (String) throws -> Void, deafenConsumers: @escaping (String) throws -> Void,
    closeAllConnections: @escaping (String) throws -> Void,
    letTimePass: @escaping (_ milliseconds: Int) -> Void
  ) {
    self.open = open
    self.deleteQueue = deleteQueue
    self.loseConsumers = loseConsumers
    self.deafenConsumers = deafenConsumers
    self.closeAllConnections = closeAllConnections
    self.letTimePass = letTimePass
  }
}

/// A rule that a broker breaks.
public struct Nonconformity: Error, CustomStringConvertible {
  /// What was expected and what was found.
  public let description: String
}

/// One broker under test, and names that nobody else uses on it.
struct Bench {
  let broker: BrokerUnderTest
  let name: String

  /// One slice of waiting.
  private static let slice = 100

  var exchange: String { name }
  var queue: String { name + ".inbox" }

  /// A topic exchange and one queue, bound by `keys`.
  func topology(
    kind: Topology.Queue.Kind = .quorum, arguments: [String: Topology.Queue.Argument] = [:], keys: [String] = ["in.#"]
  ) -> Topology {
    Topology(
      exchanges: [Topology.Exchange(name: exchange, kind: .topic)],
      queues: [Topology.Queue(name: queue, kind: kind, arguments: arguments)],
      bindings: keys.map { Topology.Binding(queue: queue, exchange: exchange, key: $0) })
  }

  /// Opens a session that consumes `queues`.
  func open(
    _ topology: Topology, consuming queues: [String] = [], from offset: QueueSubscription.StreamOffset? = nil,
    prefetch: Int = 200
  ) throws -> any BrokerSession {
    try broker.open(
      SessionPlan(
        name: "conformance/\(name)", topology: topology,
        queues: queues.map { QueueSubscription(queue: $0, streamOffset: offset) }, prefetch: prefetch))
  }

  /// A message known by its number.
  func publication(_ number: Int, key: String = "in.box", exchange: String? = nil) -> Publication {
    Publication(
      route: Route(exchange: exchange ?? self.exchange, key: key),
      message: WireMessage(
        id: .derived(from: name, String(number)), type: "visit-documented.v1", correlation: "\(number)",
        timestamp: Timestamp(milliseconds: 1_776_246_600_123), appID: "practice/front-desk",
        contentType: "application/x-protobuf", body: Array("body \(number)".utf8)))
  }

  /// Publishes and awaits the confirms.
  func deliver(_ publications: [Publication], on session: any BrokerSession) throws -> [PublishFailure] {
    try session.awaitConfirms(try session.publish(publications))
  }

  /// Publishes messages that must all be taken.
  func send(_ publications: [Publication], on session: any BrokerSession) throws {
    let failures = try deliver(publications, on: session)
    try expect(failures.isEmpty, "all messages are taken, but \(failures.map(\.reason))")
  }

  /// Receives until `count` deliveries are there; gives up after twenty seconds.
  func receive(_ count: Int, on session: any BrokerSession, seconds: Int = 20) throws -> [Delivery] {
    var all: [Delivery] = []
    var left = seconds * 1_000 / Bench.slice
    while all.count < count, left > 0 {
      let some = try session.receive(limit: count - all.count, timeoutMilliseconds: Bench.slice)
      if some.isEmpty {
        left -= 1
        broker.letTimePass(Bench.slice)
      }
      all += some
    }
    return all
  }

  /// The numbers of the next `count` messages.
  func numbers(_ count: Int, on session: any BrokerSession) throws -> [String] {
    try receive(count, on: session).map(\.number)
  }

  /// Nothing more comes within half a second.
  func expectNothing(on session: any BrokerSession, _ words: String) throws {
    let more = try receive(1, on: session, seconds: 1)
    try expect(more.isEmpty, "\(words), but message \(more.map(\.number)) came")
  }

  /// Waits until `condition` holds; what `session` receives meanwhile is dropped.
  func wait(_ words: String, on session: any BrokerSession, until condition: () throws -> Bool) throws {
    for _ in 0..<200 {
      if try condition() { return }
      _ = try session.receive(limit: 1, timeoutMilliseconds: Bench.slice)
      broker.letTimePass(Bench.slice)
    }
    throw Nonconformity(description: "within 20 s \(words)")
  }

  func expect(_ condition: Bool, _ words: @autoclosure () -> String) throws {
    if !condition { throw Nonconformity(description: words()) }
  }

  /// `body` must fail with a broker's error.
  func expectError(_ words: String, _ body: () throws -> Void) throws -> BrokerError {
    do {
      try body()
    } catch let error as BrokerError {
      return error
    }
    throw Nonconformity(description: "\(words) must fail")
  }
}

extension Delivery {
  var message: WireMessage? {
    if case .message(let message) = content { message } else { nil }
  }

  var number: String { message?.correlation ?? "malformed" }
}
