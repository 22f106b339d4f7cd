import Office

/// Where a RabbitMQ broker is, who connects, and how long to wait for it.
///
/// ```swift
/// var configuration = try RabbitMQConfiguration(url: "amqps://coding:secret@broker.example/superbill")
/// configuration.tls?.authorityFile = "/etc/superbill/ca.pem"
/// ```
public struct RabbitMQConfiguration: Hashable, Sendable {
  /// The broker's name or address.
  public var host: String
  /// The broker's port; 5672 without TLS and 5671 with it unless the URL says otherwise.
  public var port: Int
  /// Further nodes of the broker, to be tried in this order when the one before cannot be reached.
  public var alternatives: [Node] = []
  /// The virtual host; `/` by default.
  public var virtualHost: String
  /// Who logs in; also the `user_id` of every message, which the broker checks.
  public var user: String
  /// The password; never part of a description or an error.
  public var password: String
  /// TLS options; `nil` for a connection without TLS.
  public var tls: TLS?
  /// How often each side shows that it is alive, in whole seconds; a connection is lost after two intervals of silence.
  public var heartbeat: Duration = .seconds(10)
  /// How long connecting and the handshake may each take.
  public var connectTimeout: Duration = .seconds(5)
  /// How long one call of the broker (a declaration, a passive declaration) may take.
  public var callTimeout: Duration = .seconds(10)
  /// How long a publisher waits for confirms while none come and the broker does not hold it back.
  public var confirmTimeout: Duration = .seconds(20)
  /// How many publications may be unconfirmed before `publish` waits; one call may go beyond it.
  public var unconfirmedLimit = 8_192

  /// A configuration of its parts.
  public init(
    host: String, port: Int? = nil, virtualHost: String = "/", user: String = "guest", password: String = "guest",
    tls: TLS? = nil
  ) {
    self.host = host
    self.port = port ?? Self.standardPort(isSecure: tls != nil)
    self.virtualHost = virtualHost
    self.user = user
    self.password = password
    self.tls = tls
  }

  /// One node of a broker.
  public struct Node: Hashable, Sendable {
    /// Its name or address.
    public var host: String
    /// Its port.
    public var port: Int

    /// A node by its address.
    public init(host: String, port: Int) {
      self.host = host
      self.port = port
    }
  }

  /// The configuration for each node alone, in the order in which they are tried.
  var nodes: [RabbitMQConfiguration] {
    ([Node(host: host, port: port)] + alternatives).map { node in
      var one = self
      (one.host, one.port, one.alternatives) = (node.host, node.port, [])
      return one
    }
  }

  /// How to encrypt a connection: at least TLS 1.2.
  public struct TLS: Hashable, Sendable {
    /// The certificates of the authorities to trust (PEM); `nil` for the system's own bundle.
    public var authorityFile: String?
    /// The client's certificate (PEM), for brokers that ask for one; goes with ``keyFile``.
    public var certificateFile: String?
    /// The client's private key (PEM).
    public var keyFile: String?
    /// Whether the broker's certificate must be signed by a trusted authority.
    public var verifiesPeer = true
    /// Whether the broker's certificate must be for the host connected to.
    public var verifiesHostname = true

    /// Options that verify peer and host name.
    public init(authorityFile: String? = nil, certificateFile: String? = nil, keyFile: String? = nil) {
      self.authorityFile = authorityFile
      self.certificateFile = certificateFile
      self.keyFile = keyFile
    }
  }

  /// The port of a node for which none is given.
  static func standardPort(isSecure: Bool) -> Int { isSecure ? 5_671 : 5_672 }

  /// `host:port`, as errors name the broker.
  var endpoint: String { host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]:\(port)" : "\(host):\(port)" }
}

extension RabbitMQConfiguration: CustomStringConvertible, CustomReflectable {
  /// The URL without the password.
  public var description: String {
    let endpoints = nodes.map(\.endpoint).joined(separator: ",")
    return "\(tls == nil ? "amqp" : "amqps")://\(user)@\(endpoints)/\(virtualHost == "/" ? "" : virtualHost)"
  }

  /// Only the description, so that `dump` does not show the password.
  public var customMirror: Mirror { Mirror(self, children: ["url": description]) }
}
