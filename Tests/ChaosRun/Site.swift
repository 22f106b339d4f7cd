import Foundation

/// The broker and the PostgreSQL server of a run, in a folder of its own.
struct Site: Sendable {
  /// The project's folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  let folder: URL
  let brokerPort: UInt16
  let postgresPort: UInt16
  private let postgresPassword: String

  private var brokerFolder: String { folder.path + "/broker" }
  private var postgresFolder: String { folder.path + "/postgres" }
  private static let brokerScript = Tool(path: root.path + "/deploy/private-broker")
  private static let postgresScript = Tool(path: root.path + "/deploy/private-postgres")

  /// Starts both.
  init(folder: URL, heartbeatSeconds: Int) throws {
    self.folder = folder
    let brokerSettings = folder.path + "/broker.conf"
    try "heartbeat = \(heartbeatSeconds)\n".write(toFile: brokerSettings, atomically: true, encoding: .utf8)
    let postgresSettings = folder.path + "/postgres.conf"
    // Faults here end processes, not machines: what the system holds is safe enough.
    try "fsync = off\n".write(toFile: postgresSettings, atomically: true, encoding: .utf8)
    let postgres = try Site.postgresScript.output(["start", folder.path + "/postgres", "--config", postgresSettings])
    let broker = try Site.brokerScript.output(["start", folder.path + "/broker", "--config", brokerSettings])
    guard let address = postgres.firstMatch(of: /superbill:([0-9a-f]+)@127\.0\.0\.1:([0-9]+)/),
      let port = broker.firstMatch(of: /127\.0\.0\.1:([0-9]+)/),
      let postgresPort = UInt16(address.2), let brokerPort = UInt16(port.1)
    else { throw Tool.Failure(description: "the servers' URLs cannot be read") }
    postgresPassword = String(address.1)
    self.postgresPort = postgresPort
    self.brokerPort = brokerPort
  }

  /// The broker's URL, directly or through a proxy.
  func brokerURL(_ virtualHost: String, port: UInt16? = nil) -> String {
    "amqp://guest:guest@127.0.0.1:\(port ?? brokerPort)/\(virtualHost)"
  }

  /// A database's URL, directly or through a proxy.
  func storeURL(_ database: String, port: UInt16? = nil) -> String {
    "postgres://superbill:\(postgresPassword)@127.0.0.1:\(port ?? postgresPort)/\(database)"
  }

  /// Stops both.
  func stop() {
    _ = try? Site.brokerScript.run(["stop", brokerFolder])
    _ = try? Site.postgresScript.run(["stop", postgresFolder])
  }
}

extension Site {
  /// Makes an empty database.
  func makeDatabase(_ name: String) throws {
    try Site.postgresScript.output(["psql", postgresFolder, "-d", "postgres", "-c", "CREATE DATABASE \(name)"])
  }

  /// Makes empty virtual hosts, with one command for all: each takes a second or two.
  func makeVirtualHosts(_ names: [String]) throws {
    let texts = names.map { "<<\"\($0)\">>" }.joined(separator: ", ")
    try control(
      "eval",
      """
      [begin
        rabbit_vhost:add(Name, <<"chaos">>),
        rabbit_auth_backend_internal:set_permissions(
          <<"guest">>, Name, <<".*">>, <<".*">>, <<".*">>, <<"chaos">>)
      end || Name <- [\(texts)]].
      """)
  }

  /// Runs `rabbitmqctl`.
  @discardableResult
  func control(_ arguments: String...) throws -> String {
    try Site.brokerScript.output(["ctl", brokerFolder, "-q"] + arguments)
  }

  /// Stops the broker and starts it again; first kills it, if it is not to be stopped in order.
  func restartBroker(isKilled: Bool) throws {
    if isKilled {
      let text = try String(contentsOfFile: brokerFolder + "/broker.pid", encoding: .utf8)
      guard let process = pid_t(text.filter(\.isNumber)), process > 1 else {
        throw Tool.Failure(description: "the broker's process is not known")
      }
      kill(process, SIGKILL)
      // While it dies it still listens; the script would take that for the new one.
      for _ in 0..<600 where Site.isRunning(process) { Pause.milliseconds(50) }
    }
    try Site.brokerScript.output(["restart", brokerFolder])
  }

  /// Whether a process is there; one that has ended and that nobody has asked about has no command line.
  private static func isRunning(_ process: pid_t) -> Bool {
    (try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8))?.isEmpty == false
  }

  /// Stops PostgreSQL in a mode of its own and starts it again.
  func restartPostgres(_ mode: String) throws {
    try Site.postgresScript.output(["restart", postgresFolder, "--mode", mode])
  }

  /// Lines of the broker's log that contain a text.
  func brokerLogCount(of text: String) -> Int {
    let folder = brokerFolder + "/log"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".log") }.reduce(0) { sum, file in
      let log = (try? String(contentsOfFile: folder + "/" + file, encoding: .utf8)) ?? ""
      return sum + log.split(separator: "\n").count { $0.contains(text) }
    }
  }
}
