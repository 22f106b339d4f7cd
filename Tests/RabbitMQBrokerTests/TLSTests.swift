import Foundation
import Office
import RabbitMQBroker
import TestBroker
import Testing

extension NodeTests {
  /// Mutual TLS with the node, by authorities made here.
  @Suite struct TLSTests {
    private let trusted: TestAuthority
    private let stranger: TestAuthority

    init() throws {
      trusted = try PrivateBroker.authority
      try trusted.issue("client", for: "coding")
      stranger = try TestAuthority(
        folder: NSTemporaryDirectory() + "superbill-stranger-\(UUID().uuidString)", name: "Stranger")
    }

    private func forget() { try? FileManager.default.removeItem(atPath: stranger.folder) }

    /// How a client of the trusted authority connects.
    private func configuration() throws -> RabbitMQConfiguration {
      var configuration = try RabbitMQConfiguration(url: PrivateBroker.secureURL)
      configuration.tls = .init(
        authorityFile: trusted.certificate, certificateFile: trusted.certificate(of: "client"),
        keyFile: trusted.key(of: "client"))
      return configuration
    }

    @Test func clientAndBrokerThatTrustEachOtherExchangeMessages() throws {
      defer { forget() }
      let desk = Desk()
      let session = try RabbitMQBroker(configuration()).open(desk.plan())
      defer { session.close() }
      // More than a TLS record holds.
      let body = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      #expect(try session.deliver((0..<50).map { desk.publication($0, body: body) }).isEmpty)
      let deliveries = try session.receive(count: 50)
      #expect(deliveries.map(\.message?.correlation) == (0..<50).map { "visit-\($0)" })
      #expect(deliveries.allSatisfy { $0.message?.body == body })
      try session.acknowledge(upTo: 50)
    }

    @Test func sameOptionsInTheURLConnect() throws {
      defer { forget() }
      let query =
        "?cacertfile=\(trusted.certificate)&certfile=\(trusted.certificate(of: "client"))"
        + "&keyfile=\(trusted.key(of: "client"))&verify=verify_peer"
      let configuration = try RabbitMQConfiguration(url: PrivateBroker.secureURL + query)
      try RabbitMQBroker(configuration).open(SessionPlan(name: "tests", topology: Topology())).close()
    }

    @Test func unknownAuthorityIsRefused() throws {
      defer { forget() }
      var configuration = try configuration()
      configuration.tls?.authorityFile = stranger.certificate
      expectFailure(configuration, .denied, "TLS failed: ", "certificate")
      configuration.tls?.authorityFile = nil
      expectFailure(configuration, .denied, "TLS failed: ", "certificate")
    }

    @Test func certificateForAnotherHostIsRefused() throws {
      defer { forget() }
      var configuration = try configuration()
      configuration.host = "127.0.0.1"
      expectFailure(configuration, .denied, "hostname")
      try PrivateBroker.changeCertificate(for: "elsewhere.example")
      defer { #expect(throws: Never.self) { try PrivateBroker.changeCertificate(for: "localhost") } }
      configuration.host = "localhost"
      expectFailure(configuration, .denied, "hostname")
      configuration.tls?.verifiesHostname = false
      try RabbitMQBroker(configuration).open(SessionPlan(name: "tests", topology: Topology())).close()
    }

    @Test func expiredCertificateOfTheBrokerIsRefused() throws {
      defer { forget() }
      try PrivateBroker.changeCertificate(for: "localhost", days: -1)
      defer { #expect(throws: Never.self) { try PrivateBroker.changeCertificate(for: "localhost") } }
      expectFailure(try configuration(), .denied, "certificate has expired")
    }

    @Test func clientWithoutCertificateIsRefused() throws {
      defer { forget() }
      var configuration = try configuration()
      configuration.tls?.certificateFile = nil
      configuration.tls?.keyFile = nil
      // With TLS 1.3 the refusal comes after the handshake, and the broker may hang up before we have read it.
      expectFailure(configuration, nil, "certificate")
    }

    @Test func clientWithExpiredOrForeignCertificateIsRefused() throws {
      defer { forget() }
      var configuration = try configuration()
      try trusted.issue("expired", for: "coding", days: -1)
      configuration.tls?.certificateFile = trusted.certificate(of: "expired")
      configuration.tls?.keyFile = trusted.key(of: "expired")
      expectFailure(configuration, nil, "certificate")
      try stranger.issue("client", for: "coding")
      configuration.tls?.certificateFile = stranger.certificate(of: "client")
      configuration.tls?.keyFile = stranger.key(of: "client")
      let text = expectFailure(configuration, nil)
      #expect(text.contains("unknown ca") || text.contains("certificate"), "\(text)")
    }

    @Test func unusableKeyIsNamedAndNobodyIsAskedForItsPassword() throws {
      defer { forget() }
      var configuration = try configuration()
      try trusted.openssl([
        "pkcs8", "-topk8", "-in", "client-key.pem", "-passout", "pass:secret", "-out", "encrypted-key.pem",
      ])
      configuration.tls?.keyFile = trusted.key(of: "encrypted")
      expectFailure(configuration, .misconfigured, "\(trusted.key(of: "encrypted")), PEM and not encrypted")
      configuration.tls?.keyFile = trusted.key(of: "server")
      expectFailure(configuration, .misconfigured, "mismatch")
    }

    @Test func plainConnectionToTheSecurePortIsRefused() throws {
      defer { forget() }
      var configuration = try configuration()
      configuration.tls = nil
      expectFailure(configuration, .unreachable, "the port may be one for amqps")
    }

    @Test func secureConnectionToThePlainPortIsRefused() throws {
      defer { forget() }
      var configuration = try configuration()
      configuration.port = try PrivateBroker.configuration().port
      expectFailure(configuration, .unreachable, "TLS")
    }

    @discardableResult
    private func expectFailure(
      _ configuration: RabbitMQConfiguration, _ code: BrokerError.Code?, _ words: String...,
      at location: SourceLocation = #_sourceLocation
    ) -> String {
      let start = Date()
      let error = #expect(throws: BrokerError.self, sourceLocation: location) {
        try RabbitMQBroker(configuration).open(SessionPlan(name: "tests", topology: Topology()))
      }
      let text = error?.description ?? ""
      #expect(Date().timeIntervalSince(start) < 5, sourceLocation: location)
      if let code { #expect(error?.code == code, "\(text)", sourceLocation: location) }
      #expect(words.allSatisfy(text.contains), "\(text)", sourceLocation: location)
      #expect(!text.contains("\n"), "\(text)", sourceLocation: location)
      return text
    }
  }
}
