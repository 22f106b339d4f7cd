import FlyingFox
import FlyingSocks
import Foundation
import Logging
import PrometheusExposition

/// Metrics and probes over HTTP.
///
/// | path | answer |
/// |---|---|
/// | `/metrics` | the registry in Prometheus' text format |
/// | `/healthz` | 200 while every batch loop makes steps; 503 and the reasons otherwise |
/// | `/readyz` | 200 while every batch loop takes messages and can handle them; 503 and the reasons otherwise |
enum MetricsServer {
  static func server(
    address: any SocketAddress, registry: PrometheusRegistry, health: WorkerHealth, logger: Logger
  ) -> WebServer {
    WebServer(
      address: address, option: "--metrics-port", timeout: 10,
      routes: [
        (
          "GET /metrics",
          { _ in
            HTTPResponse(
              statusCode: .ok, headers: [.contentType: PrometheusRegistry.contentType],
              body: Data(registry.text.utf8))
          }
        ),
        ("GET /healthz", { _ in verdict(health.stalls) }),
        ("GET /readyz", { _ in verdict(health.hindrances) }),
      ]
    ) { place in logger.notice("metrics are served", metadata: ["address": "\(place)"]) }
  }

  private static func verdict(_ reasons: [String]) -> HTTPResponse {
    let text = reasons.isEmpty ? "ok\n" : reasons.joined(separator: "\n") + "\n"
    return HTTPResponse(
      statusCode: reasons.isEmpty ? .ok : .serviceUnavailable, headers: [.contentType: "text/plain; charset=utf-8"],
      body: Data(text.utf8))
  }
}
