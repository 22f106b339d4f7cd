import Foundation

/// A program that is run to its end.
struct Tool {
  /// What it came to.
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// It ended otherwise than it should.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  var path: String
  var environment: [String: String] = [:]

  /// Runs it; it dies with the thread that runs it.
  /// - Parameter errorFile: Where its errors go while it runs, for who wants to follow them.
  func run(_ arguments: [String], errorFile: URL? = nil) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/setpriv")
    process.arguments = ["--pdeathsig", "KILL", "--", path] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    // Files, not pipes: what a child's child keeps open must not hold us up.
    let folder = FileManager.default.temporaryDirectory
    let name = folder.path + "/superbill-chaos-\(UUID().uuidString)"
    let files = [URL(filePath: name + ".out"), errorFile ?? URL(filePath: name + ".err")]
    defer { for file in files where file != errorFile { try? FileManager.default.removeItem(at: file) } }
    for file in files { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    let hasEnded = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in hasEnded.signal() }
    try process.run()
    hasEnded.wait()
    return Result(
      status: process.terminationStatus, output: try String(contentsOf: files[0], encoding: .utf8),
      errors: try String(contentsOf: files[1], encoding: .utf8))
  }

  /// Runs it and expects that it ends well.
  /// - Returns: what it printed.
  @discardableResult
  func output(_ arguments: [String]) throws -> String {
    let result = try run(arguments)
    guard result.status == 0 else {
      let name = ([URL(filePath: path).lastPathComponent] + arguments.prefix(4)).joined(separator: " ")
      throw Failure(description: "\(name) ended with \(result.status): \(result.errors.suffix(400))")
    }
    return result.output
  }
}
