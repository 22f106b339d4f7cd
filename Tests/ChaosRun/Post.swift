import Foundation

/// A worker's place in an office: what is run there, again and again if need be.
struct Post: Sendable {
  /// The worker's name within its office.
  var name: String
  /// The office: `coding`, `payer.BEACON1`.
  var office: String
  /// The executable's path.
  var executable: String
  var arguments: [String]
  var environment: [String: String]

  /// A process that is not started yet.
  ///
  /// It dies with the thread that starts it: nothing of ours is left running when the harness is killed. It ignores the
  /// signal for a file that grows beyond a limit, so that its writes fail as on a full disk.
  func process(log: FileHandle) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/setpriv")
    process.arguments =
      ["--pdeathsig", "KILL", "--", "/usr/bin/env", "--ignore-signal=XFSZ", executable] + arguments + ["--name", name]
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = log
    process.standardError = log
    return process
  }
}

/// Which offices there are, and where they keep their stores.
struct Offices {
  /// The payers.
  static let payers = ["ACMEHLTH", "BEACON1"]

  /// Where the executables are.
  var executables: URL
  /// Where the SQLite files are.
  var folder: URL
  /// Where the one is that the disk faults befall: that of the second payer.
  var diskFolder: URL
  /// The broker's URL, for workers.
  var brokerURL: String
  /// A database's URL, for workers.
  var storeURL: @Sendable (_ database: String) -> String
  /// The name of this run in databases' names.
  var run: String

  /// The database of an office that has one.
  func database(of office: String) -> String { "\(run)_\(office)" }

  /// The store of each office.
  func store(of office: String) -> String {
    switch office {
    case "coding", "billing": storeURL(database(of: office))
    case "payer.BEACON1": "sqlite:\(diskFolder.path)/\(office).sqlite"
    default: "sqlite:\(folder.path)/\(office).sqlite"
    }
  }

  /// The posts of all offices, `workers` each.
  func posts(workers: Int) -> [Post] {
    let programs: [(office: String, executable: String, arguments: [String])] =
      [
        ("coding", "coder-worker", ["work", "--slip-rate", "0.08"]), ("billing", "biller-worker", ["work"]),
        ("practice", "front-desk", ["work"]),
      ] + Offices.payers.map { ("payer.\($0)", "payer-simulator", ["work", "--payer", $0]) }
    return programs.flatMap { program in
      (1...workers).map { number in
        Post(
          name: "\(number)", office: program.office,
          executable: executables.appending(path: program.executable).path,
          // A worker whose store fails takes no messages for a while; not for a minute, in a run of some minutes.
          arguments: program.arguments + ["--wait", "--log-level", "info", "--kill-switch-pause", "5s"],
          environment: ["SUPERBILL_BROKER_URL": brokerURL, "SUPERBILL_STORE_URL": store(of: program.office)])
      }
    }
  }

  /// A command of ours that works on this run.
  func command(_ name: String, store office: String? = nil) -> Tool {
    var environment = ["SUPERBILL_BROKER_URL": brokerURL]
    if let office { environment["SUPERBILL_STORE_URL"] = store(of: office) }
    return Tool(path: executables.appending(path: name).path, environment: environment)
  }
}
