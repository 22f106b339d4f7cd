import Foundation
import Testing

/// A worker that runs until the test sends it a signal; its log is read while it runs.
final class WorkerProcess {
  let process: Process
  private let log: Scratch.File

  /// Starts `name work` with the arguments.
  init(_ name: String, broker: String, store: String, _ arguments: [String]) throws {
    process = Executable(name, environment: ["SUPERBILL_BROKER_URL": broker])
      .process(["work", "--store", "sqlite:\(store)"] + arguments)
    log = try Scratch.file()
    process.standardError = log.handle
    try process.run()
  }

  deinit {
    if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    try? FileManager.default.removeItem(atPath: log.path)
  }

  /// Everything it has logged so far.
  var logged: String { (try? String(contentsOfFile: log.path, encoding: .utf8)) ?? "" }

  func send(_ signal: Int32) { Foundation.kill(process.processIdentifier, signal) }

  /// Waits until its log holds `words`.
  func awaitLog(_ words: String, times: Int = 1, seconds: Double = 30) throws {
    let isThere = Deadline(seconds).wait { self.logged.components(separatedBy: words).count > times }
    try #require(isThere, "'\(words)' is not in the log: \(logged)")
  }

  /// Waits for its end.
  /// - Returns: the exit code and the seconds it took.
  func awaitEnd(seconds: Double = 30) throws -> (status: Int32, seconds: Double) {
    let start = Date()
    try #require(Deadline(seconds).wait { !self.process.isRunning }, "it does not end: \(logged)")
    return (process.terminationStatus, Date().timeIntervalSince(start))
  }

  /// The address that it serves its metrics on.
  func metricsAddress() throws -> String {
    try awaitLog("metrics are served")
    let word = try #require(logged.split(whereSeparator: \.isWhitespace).first { $0.hasPrefix("address=") })
    return "http://" + word.dropFirst("address=".count)
  }
}

/// Looks again and again until something holds or the time is over.
struct Deadline {
  let end: Date

  init(_ seconds: Double) { end = Date(timeIntervalSinceNow: seconds) }

  func wait(until condition: () throws -> Bool) rethrows -> Bool {
    let never = DispatchSemaphore(value: 0)
    while try !condition() {
      if Date() >= end { return false }
      _ = never.wait(timeout: .now() + 0.02)
    }
    return true
  }
}

/// One answer over HTTP.
struct WebAnswer {
  let status: Int
  let type: String
  let text: String

  /// Asks with a plain socket: what a probe does.
  init(_ url: String) throws {
    let answer = try Executable(url: URL(filePath: "/usr/bin/python3"))
      .run(["-c", Self.program, url], limit: 30)
    try #require(answer.status == 0, "\(answer.errors)")
    let parts = answer.output.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
    status = try #require(Int(parts[0]))
    type = String(parts[1])
    text = String(parts[2])
  }

  private static let program = """
    import sys, urllib.request, urllib.error
    try:
        answer = urllib.request.build_opener(urllib.request.ProxyHandler({})).open(sys.argv[1], timeout=10)
    except urllib.error.HTTPError as error:
        answer = error
    sys.stdout.write(f"{answer.status}\\n{answer.headers['Content-Type']}\\n{answer.read().decode()}")
    """
}
