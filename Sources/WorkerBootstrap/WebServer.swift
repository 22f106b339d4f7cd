import FlyingFox
import FlyingSocks
import Foundation
import ServiceLifecycle

/// Answers HTTP requests at one address until the service group shuts down.
public struct WebServer: Service {
  /// `GET` with a path, as `GET /metrics`, and what answers it. `HEAD` is answered likewise, without the body.
  public typealias Route = (pattern: HTTPRoute, answer: @Sendable (HTTPRequest) -> HTTPResponse)

  private let address: any SocketAddress
  private let option: String
  private let timeout: TimeInterval
  private let routes: [Route]
  private let atStart: @Sendable (String) -> Void

  /// How long an answer that has begun may take when the process ends, in seconds.
  private static let farewell = 1.0

  /// How many connections may wait for their peers. A monitoring system uses one, a browser six.
  private static let mostWaiting = 64

  /// A server of `routes` at `address`, which the command line's `option` names. A connection on which nothing moves for
  /// `timeout` seconds is closed, and an answer may take no longer; `atStart` is told `address:port` when the server listens.
  public init(
    address: any SocketAddress, option: String, timeout: TimeInterval, routes: [Route],
    atStart: @escaping @Sendable (String) -> Void
  ) {
    self.address = address
    self.option = option
    self.timeout = timeout
    self.routes = routes
    self.atStart = atStart
  }

  /// Answers until the service group shuts down.
  public func run() async throws {
    let pool = ConnectionBound(HTTPServer.defaultPool(), patience: .seconds(timeout), limit: Self.mostWaiting)
    let server = HTTPServer(config: .init(address: address, timeout: timeout, pool: pool, logger: .disabled))
    await server.appendRoute("*") { await answer($0) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do {
          try await server.run()
        } catch  where !Task.isShuttingDownGracefully && !Task.isCancelled {
          throw CommandFailure("\(option): cannot listen: \(error.localizedDescription)", exitCode: .unavailable)
        } catch {
          // A server that is stopped says that it is disconnected.
        }
      }
      group.addTask {
        try await server.waitUntilListening()
        atStart(await server.listeningAddress.map(Self.text) ?? "an unknown address")
        try await gracefulShutdown()
        await server.stop(timeout: Self.farewell)
      }
      // Either the server has failed, or the group shuts down; what the other says then is of no interest.
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  /// Source: RFC 9110 9.1: HEAD is supported where GET is; 15.5.6: another method is answered by 405 with those allowed.
  private func answer(_ request: HTTPRequest) async -> HTTPResponse {
    var asked = request
    asked.method = .GET
    for route in routes {
      guard await route.pattern ~= asked else { continue }
      if request.method == .GET { return route.answer(request) }
      if request.method == .HEAD, let head = Self.head(of: route.answer(asked)) { return head }
      var headers = HTTPHeaders()
      headers[HTTPHeader("Allow")] = request.method == .HEAD ? "GET" : "GET, HEAD"
      return HTTPResponse(statusCode: .methodNotAllowed, headers: headers)
    }
    return HTTPResponse(statusCode: .notFound)
  }

  /// An answer without its body; `nil` for one whose length nobody knows, since FlyingFox would tell a wrong one.
  private static func head(of answer: HTTPResponse) -> HTTPResponse? {
    guard case .httpBody(let body) = answer.payload, let length = body.count else { return nil }
    var head = answer
    head.headers[.contentLength] = String(length)
    head.payload = .httpBody(HTTPBodySequence(data: Data()))
    return head
  }

  private static func text(_ address: Socket.Address) -> String {
    switch address {
    case .ip4(let host, let port): "\(host):\(port)"
    case .ip6(let host, let port): "[\(host)]:\(port)"
    case .unix(let path): path
    }
  }
}
