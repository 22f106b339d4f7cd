import ClaimModel
import Foundation
import Office
import RabbitMQBroker
import Synchronization

/// The RabbitMQ node of this test process, started once by `deploy/private-broker` and stopped at exit.
enum PrivateBroker {
  private struct Node {
    let url: String
  }

  private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "deploy/private-broker").path
  private static let folder = NSTemporaryDirectory() + "superbill-broker-\(getpid())"

  private static let node = Result { () throws -> Node in
    atexit { PrivateBroker.stop() }
    let output = try run(["start", folder])
    return Node(url: output.split(separator: "\n").last.map(String.init) ?? "")
  }

  /// The node's URL.
  static var url: String {
    get throws { try node.get().url }
  }

  /// A configuration for the node.
  static func configuration() throws -> RabbitMQConfiguration { try RabbitMQConfiguration(url: url) }

  /// Opens a session on the node.
  static func open(
    _ plan: SessionPlan, _ change: (inout RabbitMQConfiguration) -> Void = { _ in }
  ) throws -> any BrokerSession {
    var configuration = try configuration()
    change(&configuration)
    return try RabbitMQBroker(configuration).open(plan)
  }

  /// Runs `rabbitmqctl` against the node.
  @discardableResult
  static func control(_ arguments: String...) throws -> String { try run(["ctl", folder, "-q"] + arguments) }

  /// The node's process.
  static func processID() throws -> pid_t {
    _ = try url
    let text = try String(contentsOfFile: folder + "/broker.pid", encoding: .utf8)
    return pid_t(text.filter(\.isNumber)) ?? 0
  }

  /// Runs the script.
  static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: script)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.standardError
    try process.run()
    // The node inherits nothing of the pipe: the script gives it files of its own.
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ScriptFailure(arguments: arguments) }
    return String(decoding: data, as: UTF8.self)
  }

  /// The script ended with an error; it has told why.
  struct ScriptFailure: Error {
    let arguments: [String]
  }

  private static func stop() {
    guard let process = try? Process.run(URL(filePath: script), arguments: ["stop", folder]) else { return }
    process.waitUntilExit()
    try? FileManager.default.removeItem(atPath: folder)
  }
}

/// A topology with names of its own: one exchange, and quorum queues bound by their own names.
struct Desk {
  private static let counter = Atomic<Int>(0)

  let exchange: String
  let queue: String
  var topology: Topology

  init(kind: Topology.Queue.Kind = .quorum, arguments: [String: Topology.Queue.Argument] = [:]) {
    let number = Self.counter.wrappingAdd(1, ordering: .relaxed).newValue
    exchange = "desk\(number)"
    queue = "desk\(number).inbox"
    topology = Topology(
      exchanges: [Topology.Exchange(name: exchange, kind: .topic)],
      queues: [Topology.Queue(name: queue, kind: kind, arguments: arguments)],
      bindings: [Topology.Binding(queue: queue, exchange: exchange, key: "in.#")])
  }

  /// A plan that consumes the queue.
  func plan(prefetch: Int = 200, from offset: QueueSubscription.StreamOffset? = nil) -> SessionPlan {
    SessionPlan(
      name: "tests/\(exchange)", topology: topology,
      queues: [QueueSubscription(queue: queue, streamOffset: offset)], prefetch: prefetch)
  }

  /// A plan that only publishes.
  var publishingPlan: SessionPlan { SessionPlan(name: "tests/\(exchange)", topology: topology) }

  /// A publication to the queue.
  func publication(_ number: Int, key: String = "in.box", body: [UInt8]? = nil) -> Publication {
    Publication(
      route: Route(exchange: exchange, key: key),
      message: WireMessage(
        id: .derived(from: exchange, String(number)), type: "visit-documented.v1", correlation: "visit-\(number)",
        timestamp: Timestamp(milliseconds: 1_776_246_600_123), appID: "practice/front-desk",
        contentType: "application/x-protobuf", body: body ?? Array("body \(number)".utf8)))
  }
}

extension BrokerSession {
  /// Receives until `count` deliveries are there or `seconds` have passed.
  func receive(count: Int, seconds: Double = 20) throws -> [Delivery] {
    let deadline = Date(timeIntervalSinceNow: seconds)
    var all: [Delivery] = []
    while all.count < count, Date() < deadline {
      all += try receive(limit: count - all.count, timeoutMilliseconds: 250)
    }
    return all
  }

  /// Publishes and awaits the confirms.
  func deliver(_ publications: [Publication]) throws -> [PublishFailure] {
    try awaitConfirms(publish(publications))
  }

  /// Waits until `condition` holds or `seconds` have passed, while the session does its work.
  /// - Returns: whether it holds.
  func wait(seconds: Double = 20, until condition: (Self) throws -> Bool) throws -> Bool {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while try !condition(self) {
      if Date() >= deadline { return false }
      _ = try receive(limit: 1, timeoutMilliseconds: 20)
    }
    return true
  }
}

extension Delivery {
  /// The message, or `nil` when it is malformed.
  var message: WireMessage? {
    if case .message(let message) = content { message } else { nil }
  }
}
