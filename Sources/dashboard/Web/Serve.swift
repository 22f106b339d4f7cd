import ArgumentParser
import ClaimModel
import DashboardKit
import FlyingFox
import FlyingSocks
import Foundation
import Logging
import Office
import ServiceLifecycle
import UnixSignals
import WorkerBootstrap

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows the offices live on a web page: the map, queues, denials, aging, a visit's sequence.",
    discussion: """
      One page without outside resources. On this machine it answers to everybody; on any other address it wants a token, and
      TLS in front of it. Ends with ctrl-c or SIGTERM.
      """)

  @OptionGroup var broker: BrokerOptions
  @OptionGroup var management: ManagementOptions

  @Option(help: ArgumentHelp("Where to listen; port 0 for a free one.", valueName: "address:port"))
  var listen: String = "127.0.0.1:8025"

  @Option(
    help: ArgumentHelp(
      "A file with the token that readers must show. Also SUPERBILL_DASHBOARD_TOKEN.", valueName: "file"))
  var tokenFile: String?

  @Option(
    help: ArgumentHelp("Read the journal from so long ago, 30m, 1h or 2d, or from a moment on.", valueName: "time"))
  var since: String = "1h"

  func validate() throws {
    _ = try (place, Since.moment(since, at: .now()))
  }

  func run() async throws {
    let place = try place
    let token = try readToken()
    guard token != nil || place.isThisMachine else {
      throw ValidationError("--listen \(listen): only this machine may look without a token; give --token-file")
    }
    // A broker that cannot be used is told as by every other command.
    try broker.tryBroker()
    let topology = Topology.offices(payers: broker.payerIDs)
    let broker = try broker.broker()
    let feeds = LiveFeeds(
      broker: broker, topology: topology, since: try Since.moment(since, at: .now()),
      management: try management.api(of: broker))
    let feed = PageFeed(topology: topology, feeds: feeds)
    let server = PageServer(feed: feed, check: VisitorCheck(token: token)).server(at: place.address)
    try await ServiceGroup(
      services: [feed, server], gracefulShutdownSignals: [.sigterm, .sigint],
      logger: Logger(label: "serve") { _ in SwiftLogNoOpLogHandler() }
    ).run()
  }

  private var place: (address: any SocketAddress, isThisMachine: Bool) {
    get throws {
      let parts = listen.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count >= 2, let port = UInt16(parts[parts.count - 1]) else {
        throw ValidationError("--listen '\(listen)' is not address:port, such as 127.0.0.1:8025")
      }
      let host = parts.dropLast().joined(separator: ":").trimmingCharacters(in: ["[", "]"])
      let isThisMachine = host == "127.0.0.1" || host == "::1"
      if let address = try? sockaddr_in.inet(ip4: host, port: port) { return (address, isThisMachine) }
      if let address = try? sockaddr_in6.inet6(ip6: host, port: port) { return (address, isThisMachine) }
      throw ValidationError(
        "--listen '\(listen)': '\(host)' is no IP address of this machine, such as 127.0.0.1 or [::1]")
    }
  }

  private func readToken() throws -> String? {
    var token = ProcessInfo.processInfo.environment["SUPERBILL_DASHBOARD_TOKEN"]
    if let tokenFile {
      guard let text = try? String(contentsOfFile: tokenFile, encoding: .utf8) else {
        throw CommandFailure("--token-file: cannot read \(tokenFile)", exitCode: .badInput)
      }
      token = text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    guard let token else { return nil }
    guard token.utf8.count >= VisitorCheck.shortestToken,
      token.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
    else {
      throw CommandFailure(
        "the token must be at least \(VisitorCheck.shortestToken) letters, digits, - or _; openssl rand -hex 24 makes one",
        exitCode: .badInput)
    }
    return token
  }
}
