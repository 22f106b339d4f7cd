import Foundation
import Office
import RabbitMQBroker

/// The RabbitMQ node of this test process, started once by `deploy/private-broker` and stopped at exit.
public enum PrivateBroker {
  private struct Node {
    let url: String
    let secureURL: String
    let authority: TestAuthority
  }

  private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "deploy/private-broker").path
  /// The node's folder.
  public static let folder = NSTemporaryDirectory() + "superbill-broker-\(getpid())"

  private static let node = Result { () throws -> Node in
    atexit { PrivateBroker.stop() }
    let authority = try TestAuthority(folder: folder + "/tls", name: "Authority of the tests")
    try authority.issue("server", for: "localhost")
    let lines = try run(["start", folder, "--tls", authority.folder]).split(separator: "\n").map(String.init)
    return Node(url: lines.last ?? "", secureURL: lines.first ?? "", authority: authority)
  }

  /// The node's URL.
  public static var url: String {
    get throws { try node.get().url }
  }

  /// The node's URL for TLS; the node asks for a certificate of ``authority``.
  public static var secureURL: String {
    get throws { try node.get().secureURL }
  }

  /// The authority that the node trusts and that has issued its certificate.
  public static var authority: TestAuthority {
    get throws { try node.get().authority }
  }

  /// Issues a new certificate to the node, which uses it from the next connection on.
  public static func changeCertificate(for host: String, days: Int = 30) throws {
    try authority.issue("server", for: host, days: days)
    try control("eval", "ssl:clear_pem_cache().")
  }

  /// The password of one of the node's users. Users belong to the whole node, and so to all tests: whoever defines them
  /// gives them this one.
  public static func password(of user: String) -> String { "päss/of=\(user)" }

  /// A configuration for the node.
  public static func configuration() throws -> RabbitMQConfiguration { try RabbitMQConfiguration(url: url) }

  /// Opens a session on the node.
  public static func open(
    _ plan: SessionPlan, _ change: (inout RabbitMQConfiguration) -> Void = { _ in }
  ) throws -> any BrokerSession {
    var configuration = try configuration()
    change(&configuration)
    return try RabbitMQBroker(configuration).open(plan)
  }

  /// Runs `rabbitmqctl` against the node.
  @discardableResult
  public static func control(_ arguments: String...) throws -> String { try run(["ctl", folder, "-q"] + arguments) }

  /// The URL of a new virtual host on the node, for tests whose queues must not be others'.
  public static func url(ofVirtualHost name: String) throws -> String {
    // Before anything is asked of the node: this starts it.
    let url = try url + name
    try control("add_vhost", name)
    try control("set_permissions", "-p", name, "guest", ".*", ".*", ".*")
    return url
  }

  /// The node's process.
  public static func processID() throws -> pid_t {
    _ = try url
    let text = try String(contentsOfFile: folder + "/broker.pid", encoding: .utf8)
    return pid_t(text.filter(\.isNumber)) ?? 0
  }

  /// Runs the script.
  public static func run(_ arguments: [String]) throws -> String {
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
  public struct ScriptFailure: Error {
    /// What the script was called with.
    public let arguments: [String]
  }

  private static func stop() {
    guard let process = try? Process.run(URL(filePath: script), arguments: ["stop", folder]) else { return }
    process.waitUntilExit()
    try? FileManager.default.removeItem(atPath: folder)
  }
}

extension BrokerSession {
  /// Receives until `count` deliveries are there or `seconds` have passed.
  public func receive(count: Int, seconds: Double = 20) throws -> [Delivery] {
    let deadline = Date(timeIntervalSinceNow: seconds)
    var all: [Delivery] = []
    while all.count < count, Date() < deadline {
      all += try receive(limit: count - all.count, timeoutMilliseconds: 250)
    }
    return all
  }

  /// Publishes and awaits the confirms.
  public func deliver(_ publications: [Publication]) throws -> [PublishFailure] {
    try awaitConfirms(publish(publications))
  }

  /// Waits until `condition` holds or `seconds` have passed, while the session does its work.
  /// - Returns: whether it holds.
  public func wait(seconds: Double = 20, until condition: (Self) throws -> Bool) throws -> Bool {
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
  public var message: WireMessage? {
    if case .message(let message) = content { message } else { nil }
  }
}
