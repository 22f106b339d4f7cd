import ClaimModel
import Foundation
import Office
import RabbitMQBroker
import TestBroker

/// All offices with their real workers in a virtual host of their own, each with its own user, every log kept.
final class GuardedOffices {
  static let payers: [PayerID] = ["ACMEHLTH", "BEACON1"]
  private static let virtualHost = "guarded"

  private(set) var processes: [String: Process] = [:]
  private let folder: URL
  private let port: Int

  /// Defines users and queues; starts nothing.
  init(folder: URL) throws {
    self.folder = folder
    port = try PrivateBroker.configuration().port
    let users = Permissions(payers: Self.payers).users.map(\.name)
    let passwords = users.map { "\($0)=\(PrivateBroker.password(of: $0))" }.joined(separator: "\n")
    let file = folder.appending(path: "passwords").path
    try passwords.write(toFile: file, atomically: true, encoding: .utf8)
    let printed = try Executable("dashboard").run([
      "definitions", "--format", "json", "--vhost", Self.virtualHost, "--passwords", file,
    ])
    let definitions = folder.appending(path: "definitions.json").path
    try printed.output.write(toFile: definitions, atomically: true, encoding: .utf8)
    try PrivateBroker.control("import_definitions", definitions)
    try control("set_permissions", "guest", ".*", ".*", ".*")
  }

  /// Every password there is.
  static var passwords: [String] { Permissions(payers: payers).users.map { PrivateBroker.password(of: $0.name) } }

  private func environment(of user: String) -> [String: String] {
    [
      "SUPERBILL_BROKER_URL": "amqp://\(user)@127.0.0.1:\(port)/\(Self.virtualHost)",
      "SUPERBILL_BROKER_PASSWORD": PrivateBroker.password(of: user),
    ]
  }

  /// One of our executables as `user`.
  func executable(_ name: String, as user: String) -> Executable {
    Executable(name, environment: environment(of: user))
  }

  /// A session as `user`; `guest` may do everything.
  func session(as user: String, _ topology: Topology = Topology(), consuming queues: [String] = []) throws
    -> any BrokerSession
  {
    var configuration = try PrivateBroker.configuration()
    configuration.virtualHost = Self.virtualHost
    if user != "guest" {
      configuration.user = user
      configuration.password = PrivateBroker.password(of: user)
    }
    return try RabbitMQBroker(configuration).open(
      SessionPlan(
        name: "test/\(user)", topology: topology, queues: queues.map { QueueSubscription(queue: $0) }, prefetch: 1_000))
  }

  /// Runs `rabbitmqctl COMMAND -p HOST ARGUMENTS`.
  func control(_ command: String, _ arguments: String...) throws {
    _ = try PrivateBroker.run(["ctl", PrivateBroker.folder, "-q", command, "-p", Self.virtualHost] + arguments)
  }

  func store(_ office: String) -> URL { folder.appending(path: "\(office).sqlite") }

  func log(_ name: String) -> String {
    (try? String(contentsOf: folder.appending(path: "\(name).log"), encoding: .utf8)) ?? ""
  }

  /// Starts a worker that logs everything.
  func start(_ name: String, _ executable: String, as user: String, office: String, _ arguments: [String] = []) throws {
    let process = self.executable(executable, as: user).process(
      ["work", "--name", name, "--store", "sqlite:\(store(office).path)", "--log-level", "trace", "--require-senders"]
        + arguments)
    let log = folder.appending(path: "\(name).log")
    try Data().write(to: log)
    let handle = try FileHandle(forWritingTo: log)
    process.standardError = handle
    process.standardOutput = handle
    try process.run()
    processes[name] = process
  }

  func startAll() throws {
    for number in 1...2 {
      try start("coder-\(number)", "coder-worker", as: "coding", office: "coding", ["--slip-rate", "0.5"])
    }
    try start("biller-1", "biller-worker", as: "billing", office: "billing")
    for payer in Self.payers {
      try start(
        "payer-\(payer)", "payer-simulator", as: "payer-\(payer)", office: "payer-\(payer)",
        // What slips lead to depends on the day; some denials there must be.
        ["--payer", payer.rawValue, "--inject", "CO-11=50%"])
    }
    try start("desk-1", "front-desk", as: "practice", office: "practice")
  }

  /// Asks all workers to stop.
  /// - Returns: how each ended.
  func stopAll() -> [String: Int32] {
    for process in processes.values { process.terminate() }
    for process in processes.values { process.waitUntilExit() }
    return processes.mapValues(\.terminationStatus)
  }

  deinit { for process in processes.values where process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  /// What the process list shows of every worker.
  func commandLines() -> [String] {
    processes.values.compactMap { process in
      (try? Data(contentsOf: URL(filePath: "/proc/\(process.processIdentifier)/cmdline"))).map {
        String(decoding: $0.map { $0 == 0 ? 32 : $0 }, as: UTF8.self)
      }
    }
  }

  /// Waits until `condition` holds or `seconds` have passed.
  /// - Returns: whether it holds.
  static func wait(seconds: Double, until condition: () throws -> Bool) rethrows -> Bool {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while try !condition() {
      guard Date() < deadline else { return false }
      _ = DispatchSemaphore(value: 0).wait(timeout: .now() + 0.05)
    }
    return true
  }
}
