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

/// One answer over HTTP, asked for as a probe does: over a socket of its own.
struct WebAnswer {
  let status: Int
  let type: String
  let text: String

  /// Asks for `http://127.0.0.1:PORT/PATH`, as if by another name of the machine, and with further headers.
  init(_ url: String, host: String = "localhost", headers: String = "") throws {
    let parts = try #require(URL(string: url))
    let path = parts.path + (parts.query.map { "?\($0)" } ?? "")
    let answer = try Self.exchange(
      port: UInt16(try #require(parts.port)),
      request: "GET \(path) HTTP/1.1\r\nHost: \(host)\r\n\(headers)Connection: close\r\n\r\n")
    let end = try #require(answer.range(of: "\r\n\r\n"), "\(answer)")
    let head = answer[..<end.lowerBound].components(separatedBy: "\r\n")
    status = try #require(Int(head[0].split(separator: " ")[1]))
    let name = "content-type: "
    type = String(head.first { $0.lowercased().hasPrefix(name) }?.dropFirst(name.count) ?? "")
    text = String(answer[end.upperBound...])
  }

  private static func exchange(port: UInt16, request: String) throws -> String {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    try #require(isConnected, "nobody listens on port \(port)")
    try #require(write(descriptor, request, request.utf8.count) == request.utf8.count)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
