import FlyingFox
import FlyingSocks
import Foundation
import Testing

@testable import WorkerBootstrap

/// The server of metrics and pages, against peers that ask for more than GET, or for nothing.
@Suite struct WebServerTests {
  @Test func headIsAnsweredAsGetWithoutTheBody() async throws {
    let (get, head, both) = try await serving { port in
      (
        try Peer(port).ask("GET /page HTTP/1.1\r\nConnection: close\r\n\r\n"),
        try Peer(port).ask("HEAD /page HTTP/1.1\r\nConnection: close\r\n\r\n"),
        try Peer(port).ask(
          "HEAD /page HTTP/1.1\r\nConnection: keep-alive\r\n\r\nGET /page HTTP/1.1\r\nConnection: close\r\n\r\n")
      )
    }
    #expect(get.hasPrefix("HTTP/1.1 200 ") && get.hasSuffix("\r\n\r\nhello"))
    #expect(head.hasPrefix("HTTP/1.1 200 ") && head.hasSuffix("\r\n\r\n"))
    #expect(head.lowercased().contains("content-length: 5\r\n"), "\(head)")
    // The connection can be used again: no byte of a body is in the way of the next answer.
    #expect(both.components(separatedBy: "HTTP/1.1 200 ").count == 3 && both.hasSuffix("\r\n\r\nhello"), "\(both)")
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
  func otherMethodsAreNotAllowed(method: String) async throws {
    let (page, nothing) = try await serving { port in
      (
        try Peer(port).ask("\(method) /page HTTP/1.1\r\nConnection: close\r\n\r\n"),
        try Peer(port).ask("\(method) /nothing HTTP/1.1\r\nConnection: close\r\n\r\n")
      )
    }
    #expect(page.hasPrefix("HTTP/1.1 405 ") && page.contains("Allow: GET, HEAD\r\n"), "\(page)")
    #expect(nothing.hasPrefix("HTTP/1.1 404 "), "\(nothing)")
  }

  @Test func headOfAnEndlessAnswerIsNotAllowed() async throws {
    let answer = try await serving { try Peer($0).ask("HEAD /endless HTTP/1.1\r\nConnection: close\r\n\r\n") }
    #expect(answer.hasPrefix("HTTP/1.1 405 ") && answer.contains("Allow: GET\r\n"), "\(answer)")
  }

  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      "", "GET /pa", "GET /page HTTP/1.1\r\n", "POST /page HTTP/1.1\r\nContent-Length: 9\r\n\r\n1",
    ])
  func connectionOnWhichNothingMovesIsClosed(request: String) async throws {
    #expect(try await serving(timeout: 0.2) { try Peer($0).ask(request) }.isEmpty)
  }

  @Test(.timeLimit(.minutes(10))) func connectionIsKeptBetweenRequestsAndClosedWhenNoneComes() async throws {
    let (answers, rest) = try await serving(timeout: 5) { port in
      let peer = try Peer(port)
      let request = "GET /page HTTP/1.1\r\nConnection: keep-alive\r\n\r\n"
      return (try (0..<3).map { _ in try peer.exchange(request, endsWith: "hello") }, peer.rest())
    }
    #expect(answers == [true, true, true])
    #expect(rest.isEmpty, "\(rest)")
  }

  @Test(.timeLimit(.minutes(10))) func oneOfTooManyMakesRoom() async throws {
    // Nobody's patience ends in this test: who is closed is closed because 65 wait, not because it is late.
    let (closed, answer) = try await serving(timeout: 600) { port in
      let idle = try (0..<65).map { _ in try Peer(port) }
      return try withExtendedLifetime(idle) {
        let first = Peer.closed(of: idle)
        return (first, try Peer(port).ask("GET /page HTTP/1.1\r\nConnection: close\r\n\r\n"))
      }
    }
    // Which of them is told by a test of the bound: they begin to wait in the order of the threads, not of their calls.
    #expect(closed == 1)
    #expect(answer.hasSuffix("hello"))
  }

  /// Runs `body` on a thread of its own while a server answers.
  /// - Returns: what it returns.
  private func serving<Result: Sendable>(
    timeout: Double = 10, _ body: @escaping @Sendable (UInt16) throws -> Result
  ) async throws -> Result {
    let (places, continuation) = AsyncStream.makeStream(of: String.self)
    let server = WebServer(
      address: try sockaddr_in.inet(ip4: "127.0.0.1", port: 0), option: "--port", timeout: timeout,
      routes: [
        ("GET /page", { _ in HTTPResponse(statusCode: .ok, body: Data("hello".utf8)) }),
        ("GET /endless", { _ in HTTPResponse(statusCode: .ok, body: HTTPBodySequence(from: Endless())) }),
      ]
    ) { continuation.yield($0) }
    // Above the tests, which would keep it waiting: those that do not suspend hold the threads of their priority.
    let running = Task(priority: .high) { try await server.run() }
    defer { running.cancel() }
    let place = try #require(await places.first { _ in true })
    let port = try #require(place.split(separator: ":").last.flatMap { UInt16($0) })
    return try await withCheckedThrowingContinuation { (done: CheckedContinuation<Result, any Error>) in
      Thread.detachNewThread { done.resume(with: Swift.Result { try body(port) }) }
    }
  }
}

/// A body without an end.
private struct Endless: AsyncBufferedSequence, Sendable {
  struct Iterator: AsyncBufferedIteratorProtocol {
    mutating func next() async -> UInt8? { 46 }
    mutating func nextBuffer(suggested count: Int) async -> [UInt8]? { [46] }
  }

  func makeAsyncIterator() -> Iterator { Iterator() }
}

/// A client that sends what it is told and nothing else.
private final class Peer {
  private let descriptor: Int32

  init(_ port: UInt16) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var limit = timeval(tv_sec: 120, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = try sockaddr_in.inet(ip4: "127.0.0.1", port: port)
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { throw POSIXError(.ECONNREFUSED) }
  }

  deinit { close(descriptor) }

  /// Sends a request.
  /// - Returns: everything that comes until the server closes the connection.
  func ask(_ request: String) throws -> String {
    guard write(descriptor, request, request.utf8.count) == request.utf8.count else { throw POSIXError(.EPIPE) }
    return rest()
  }

  /// Sends a request, and reads until the answer ends so.
  func exchange(_ request: String, endsWith end: String) throws -> Bool {
    guard write(descriptor, request, request.utf8.count) == request.utf8.count else { throw POSIXError(.EPIPE) }
    var text = ""
    while !text.hasSuffix(end) {
      guard let more = read() else { return false }
      text += more
    }
    return true
  }

  /// Waits until the server closes one of several connections.
  /// - Returns: how many are closed then; none when it takes two minutes.
  static func closed(of peers: [Peer]) -> Int {
    var places = peers.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
    return Int(poll(&places, nfds_t(places.count), 120_000))
  }

  /// What comes until the server closes the connection; a test that waits in vain finds a remark in it.
  func rest() -> String {
    var text = ""
    while let more = read() { text += more }
    return errno == EAGAIN ? text + " (still open)" : text
  }

  private func read() -> String? {
    errno = 0
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = Foundation.read(descriptor, &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }
}
