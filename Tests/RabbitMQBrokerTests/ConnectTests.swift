import Foundation
import Office
import RabbitMQBroker
import TestBroker
import Testing

extension NodeTests {
  @Suite struct ConnectTests {
    /// What is set wrong.
    enum Option { case password, user, virtualHost, host }

    @Test(arguments: [
      (Option.password, "wrong", BrokerError.Code.denied, "ACCESS_REFUSED"),
      (.user, "nobody", .denied, "ACCESS_REFUSED"),
      (.virtualHost, "elsewhere", .denied, "vhost elsewhere not found"),
      (.host, "no-such-host.invalid", .unreachable, "host"),
      (.host, "", .misconfigured, "host is empty"),
    ])
    func wrongOptionIsOneLineQuickly(option: Option, value: String, code: BrokerError.Code, words: String) throws {
      var configuration = try PrivateBroker.configuration()
      switch option {
      case .password: configuration.password = value
      case .user: configuration.user = value
      case .virtualHost: configuration.virtualHost = value
      case .host: configuration.host = value
      }
      expectFailure(configuration, code, words)
    }

    @Test func portWhereNobodyListensIsUnreachable() throws {
      expectFailure(RabbitMQConfiguration(host: "127.0.0.1", port: 1), .unreachable, "refused")
    }

    @Test func nextNodeIsTakenWhenOneCannotBeReached() throws {
      let desk = Desk()
      var configuration = try PrivateBroker.configuration()
      configuration.alternatives = [.init(host: configuration.host, port: configuration.port)]
      configuration.port = 1
      let session = try RabbitMQBroker(configuration).open(desk.plan())
      defer { session.close() }
      #expect(try session.deliver([desk.publication(1)]).isEmpty)
      #expect(try session.receive(count: 1).count == 1)
      // Where a node answers and refuses, another would refuse too.
      (configuration.host, configuration.password) = ("127.0.0.1", "wrong")
      (configuration.port, configuration.alternatives) = (
        configuration.alternatives[0].port, [.init(host: "x", port: 1)]
      )
      expectFailure(configuration, .denied, "ACCESS_REFUSED")
      configuration.alternatives = [.init(host: "127.0.0.1", port: 2)]
      configuration.port = 1
      expectFailure(configuration, .unreachable, "127.0.0.1:1")
    }

    @Test func serverThatSaysNothingIsUnreachable() throws {
      let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(listener) }
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
          _ = bind(listener, pointer, length)
          _ = listen(listener, 5)
          _ = getsockname(listener, pointer, &length)
        }
      }
      var configuration = RabbitMQConfiguration(host: "127.0.0.1", port: Int(UInt16(bigEndian: address.sin_port)))
      configuration.connectTimeout = .seconds(1)
      expectFailure(configuration, .unreachable, "timed out")
    }

    @Test func missingCertificateFileIsNamed() {
      let configuration = RabbitMQConfiguration(
        host: "127.0.0.1", tls: .init(authorityFile: "/no/such/ca.pem"))
      expectFailure(configuration, .misconfigured, "/no/such/ca.pem")
    }

    private func expectFailure(_ configuration: RabbitMQConfiguration, _ code: BrokerError.Code, _ words: String) {
      let start = Date()
      let error = #expect(throws: BrokerError.self) {
        try RabbitMQBroker(configuration).open(SessionPlan(name: "tests", topology: Topology()))
      }
      #expect(Date().timeIntervalSince(start) < 5)
      #expect(error?.code == code)
      #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
      #expect(error?.description.contains("\n") == false)
    }
  }
}
