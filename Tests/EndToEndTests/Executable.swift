import Foundation

/// One of our executables, as a user runs it: from the folder that the tests were built into.
struct Executable {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
    var seconds: Double
  }

  /// The project's folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Where `swift build` put everything.
  static let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

  let url: URL
  var environment: [String: String]

  init(_ name: String, environment: [String: String] = [:]) {
    url = Self.folder.appending(path: name)
    self.environment = environment
  }

  init(url: URL) {
    self.url = url
    environment = [:]
  }

  init(script path: String, environment: [String: String] = [:]) {
    url = Self.root.appending(path: path)
    self.environment = environment
  }

  /// Runs to the end; one that takes longer than `limit` seconds is killed, and its status is that of the signal.
  func run(_ arguments: [String], limit: Double = 120) throws -> Outcome {
    let start = Date()
    let process = process(arguments)
    // Files, not pipes: what a child's child keeps open must not hold us up.
    let output = try Scratch.file()
    let errors = try Scratch.file()
    process.standardOutput = output.handle
    process.standardError = errors.handle
    try process.run()
    let timer = DispatchWorkItem { kill(process.processIdentifier, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + limit, execute: timer)
    process.waitUntilExit()
    timer.cancel()
    return Outcome(
      status: process.terminationStatus, output: try output.text(), errors: try errors.text(),
      seconds: Date().timeIntervalSince(start))
  }

  /// A process that is not started yet, with nothing to read and its errors with ours.
  func process(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    return process
  }
}

/// Folders and files for one test, in the system's place for them.
enum Scratch {
  struct File {
    let handle: FileHandle
    let path: String

    func text() throws -> String {
      defer { try? FileManager.default.removeItem(atPath: path) }
      return try String(contentsOfFile: path, encoding: .utf8)
    }
  }

  static func file() throws -> File {
    let path = NSTemporaryDirectory() + "superbill-test-\(UUID().uuidString)"
    try Data().write(to: URL(filePath: path))
    return File(handle: try FileHandle(forWritingTo: URL(filePath: path)), path: path)
  }

  /// Runs `body` with a new folder and removes it.
  static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = URL(
      filePath: NSTemporaryDirectory() + "superbill-test-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
