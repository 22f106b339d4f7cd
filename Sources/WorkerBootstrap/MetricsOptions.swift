import ArgumentParser
import FlyingSocks
import Glibc

/// Whether and where metrics and probes are served.
public struct MetricsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Serve /metrics, /healthz and /readyz over HTTP on this port; 0 takes a free one and logs it. Off by default.",
      valueName: "port"))
  var metricsPort: Int?

  @Option(help: ArgumentHelp("The address to serve them on; they have no password.", valueName: "address"))
  var metricsHost: String = "127.0.0.1"

  @Option(
    help: ArgumentHelp("How long a batch loop may make no step before /healthz calls it stuck.", valueName: "seconds"))
  var stallSeconds: Int = 60

  /// Options from the command line.
  public init() {}

  /// Checks ranges.
  public func validate() throws {
    if let metricsPort, !(0...65_535).contains(metricsPort) {
      throw ValidationError("--metrics-port must be from 0 to 65535")
    }
    guard address != nil else {
      throw ValidationError("--metrics-host '\(metricsHost)' is no IPv4 or IPv6 address")
    }
    guard (1...86_400).contains(stallSeconds) else { throw ValidationError("--stall-seconds must be from 1 to 86400") }
  }

  /// Where to listen.
  var address: (any SocketAddress)? {
    let port = UInt16(metricsPort ?? 0)
    let host = metricsHost == "localhost" ? "127.0.0.1" : metricsHost
    if let address = try? sockaddr_in.inet(ip4: host, port: port) { return address }
    return try? sockaddr_in6.inet6(ip6: host, port: port)
  }
}
