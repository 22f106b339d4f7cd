import FlyingFox
import FlyingSocks
import Foundation
import ServiceLifecycle

/// Answers HTTP requests at one address until the service group shuts down.
public struct WebServer: Service {
  /// A method with a path, as `GET /metrics`, and what answers it.
  public typealias Route = (pattern: HTTPRoute, answer: @Sendable (HTTPRequest) -> HTTPResponse)

  private let address: any SocketAddress
  private let option: String
  private let timeout: TimeInterval
  private let routes: [Route]
  private let atStart: @Sendable (String) -> Void

  /// How long an answer that has begun may take when the process ends, in seconds.
  private static let farewell = 1.0

  /// A server of `routes` at `address`, which the command line's `option` names. A request may take `timeout` seconds to come;
  /// `atStart` is told `address:port` when the server listens.
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
    let server = HTTPServer(config: .init(address: address, timeout: timeout, logger: .disabled))
    for route in routes { await server.appendRoute(route.pattern) { route.answer($0) } }
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

  private static func text(_ address: Socket.Address) -> String {
    switch address {
    case .ip4(let host, let port): "\(host):\(port)"
    case .ip6(let host, let port): "[\(host)]:\(port)"
    case .unix(let path): path
    }
  }
}
