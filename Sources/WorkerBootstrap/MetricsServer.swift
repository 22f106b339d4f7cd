import FlyingFox
import FlyingSocks
import Foundation
import Logging
import PrometheusExposition
import ServiceLifecycle

/// Serves metrics and probes over HTTP until the service group shuts down.
///
/// | path | answer |
/// |---|---|
/// | `/metrics` | the registry in Prometheus' text format |
/// | `/healthz` | 200 while every batch loop makes steps; 503 and the reasons otherwise |
/// | `/readyz` | 200 while every batch loop takes messages and can handle them; 503 and the reasons otherwise |
struct MetricsServer: Service {
  let address: any SocketAddress
  let registry: PrometheusRegistry
  let health: WorkerHealth
  let logger: Logger

  /// How long a scrape that has begun may take when the process ends, in seconds.
  private static let farewell = 1.0

  func run() async throws {
    let server = HTTPServer(config: .init(address: address, timeout: 10, logger: .disabled))
    await server.appendRoute("GET /metrics") { [registry] _ in
      HTTPResponse(
        statusCode: .ok, headers: [.contentType: PrometheusRegistry.contentType], body: Data(registry.text.utf8))
    }
    await server.appendRoute("GET /healthz") { [health] _ in Self.verdict(health.stalls) }
    await server.appendRoute("GET /readyz") { [health] _ in Self.verdict(health.hindrances) }

    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do {
          try await server.run()
        } catch  where !Task.isShuttingDownGracefully && !Task.isCancelled {
          throw CommandFailure("--metrics-port: cannot listen: \(error.localizedDescription)", exitCode: .unavailable)
        } catch {
          // A server that is stopped says that it is disconnected.
        }
      }
      group.addTask {
        try await server.waitUntilListening()
        let place = await server.listeningAddress.map(Self.text) ?? "an unknown address"
        logger.notice("metrics are served", metadata: ["address": "\(place)"])
        try await gracefulShutdown()
        await server.stop(timeout: Self.farewell)
      }
      // Either the server has failed, or the group shuts down; what the other says then is of no interest.
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private static func verdict(_ reasons: [String]) -> HTTPResponse {
    let text = reasons.isEmpty ? "ok\n" : reasons.joined(separator: "\n") + "\n"
    return HTTPResponse(
      statusCode: reasons.isEmpty ? .ok : .serviceUnavailable, headers: [.contentType: "text/plain; charset=utf-8"],
      body: Data(text.utf8))
  }

  private static func text(_ address: Socket.Address) -> String {
    switch address {
    case .ip4(let host, let port): "\(host):\(port)"
    case .ip6(let host, let port): "[\(host)]:\(port)"
    case .unix(let path): path
    }
  }
}
