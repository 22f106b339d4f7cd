import Office

extension RabbitMQConfiguration {
  /// Reads `amqp://user:password@host:port/vhost` or `amqps://…?cacertfile=…&certfile=…&keyfile=…`.
  ///
  /// A URL with TLS may have the options of RabbitMQ's URI query parameters that concern certificates: `cacertfile`,
  /// `certfile`, `keyfile`, `verify` (`verify_peer` or `verify_none`), `server_name_indication` (the host itself, or
  /// `disable` to accept a certificate for another host).
  ///
  /// A broker of several nodes has their addresses with commas between: `amqp://user@one:5672,two:5672/vhost`.
  ///
  /// User and password default to `guest`, the port to 5672 (5671 with TLS), the virtual host to `/`. Special characters
  /// in user, password and virtual host are written as `%` and two hexadecimal digits.
  /// - Throws: `BrokerError` with `misconfigured` that names the wrong part, never its content: a password may be
  ///   anywhere in a URL that is written wrong.
  public init(url: String) throws(BrokerError) {
    guard let scheme = url.range(ofASCII: "://") else {
      throw Self.wrong("it has no scheme; a URL looks like amqp://user:password@host:5672/vhost")
    }
    let isSecure: Bool
    switch url[..<scheme.lowerBound].lowercased() {
    case "amqp": isSecure = false
    case "amqps": isSecure = true
    default: throw Self.wrong("its scheme is neither amqp nor amqps")
    }

    let rest = url[scheme.upperBound...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let pathAndQuery = rest[authority.endIndex...]
    guard !pathAndQuery.contains("@") else {
      throw Self.wrong("there is an @ after the host; write / ? # and @ in user and password as %2F %3F %23 and %40")
    }
    guard !pathAndQuery.contains("#") else { throw Self.wrong("there is a # after the host") }
    let path = pathAndQuery.prefix { $0 != "?" }
    let query = pathAndQuery[path.endIndex...].dropFirst()
    guard isSecure || query.isEmpty else { throw Self.wrong("there is a ? after the host; only amqps takes options") }

    var user = "guest"
    var password = "guest"
    var hostAndPort = authority
    if let at = authority.lastIndex(of: "@") {
      let credentials = authority[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      user = try Self.decoded(credentials[0], part: "user")
      password = credentials.count == 2 ? try Self.decoded(credentials[1], part: "password") : ""
      hostAndPort = authority[authority.index(after: at)...]
      guard !user.isEmpty else { throw Self.wrong("its user is empty") }
    }
    var nodes: [(host: String, port: Int?)] = []
    for node in hostAndPort.split(separator: ",", omittingEmptySubsequences: false) {
      nodes.append(try Self.hostAndPort(node))
    }
    let host = nodes[0].host

    let vhost = try Self.decoded(path.dropFirst(), part: "virtual host")
    guard !path.dropFirst().contains("/") else {
      throw Self.wrong("there is a second / after the host; write / in a virtual host as %2F")
    }
    self.init(
      host: host, port: nodes[0].port, virtualHost: vhost.isEmpty ? "/" : vhost, user: user, password: password,
      tls: isSecure ? try TLS(query: query, host: host) : nil)
    alternatives = nodes.dropFirst().map {
      Node(host: $0.host, port: $0.port ?? Self.standardPort(isSecure: isSecure))
    }
  }

  private static func hostAndPort(_ text: Substring) throws(BrokerError) -> (host: String, port: Int?) {
    var host = text
    var port: Substring?
    if text.first == "[" {
      guard let end = text.firstIndex(of: "]") else { throw wrong("the [ of its address has no ]") }
      host = text[text.index(after: text.startIndex)..<end]
      let tail = text[text.index(after: end)...]
      guard tail.isEmpty || tail.first == ":" else { throw wrong("something other than a port follows its address") }
      port = tail.isEmpty ? nil : tail.dropFirst()
    } else if let colon = text.firstIndex(of: ":") {
      host = text[..<colon]
      port = text[text.index(after: colon)...]
    }
    guard !host.isEmpty else { throw wrong("its host is empty") }
    guard let port else { return (String(host), nil) }
    guard port.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(port), (1...65_535).contains(number) else {
      throw wrong("its port is not a number from 1 to 65535")
    }
    return (String(host), number)
  }

  fileprivate static func decoded(_ text: Substring, part: String) throws(BrokerError) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst(), let low = rest.popFirst(), let value = hexadecimal(high, low) else {
        throw wrong("a % in its \(part) is not followed by two hexadecimal digits")
      }
      bytes.append(value)
    }
    guard let decoded = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw wrong("its \(part) is not a text")
    }
    return decoded
  }

  private static func hexadecimal(_ high: UInt8, _ low: UInt8) -> UInt8? {
    guard let high = hexadecimalDigit(high), let low = hexadecimalDigit(low) else { return nil }
    return high << 4 | low
  }

  fileprivate static func wrong(_ reason: String) -> BrokerError {
    BrokerError(.misconfigured, operation: "read the broker's URL", reason: reason)
  }
}

extension RabbitMQConfiguration.TLS {
  /// Reads the options of a URL to `host`.
  fileprivate init(query: Substring, host: String) throws(BrokerError) {
    self.init()
    for option in query.split(separator: "&") {
      let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = try RabbitMQConfiguration.decoded(parts.count == 2 ? parts[1] : "", part: "options")
      guard !value.isEmpty else { throw RabbitMQConfiguration.wrong("one of its options has no value") }
      switch parts[0] {
      case "cacertfile": authorityFile = value
      case "certfile": certificateFile = value
      case "keyfile": keyFile = value
      case "verify":
        guard value == "verify_peer" || value == "verify_none" else {
          throw RabbitMQConfiguration.wrong("its option verify is neither verify_peer nor verify_none")
        }
        verifiesPeer = value == "verify_peer"
      case "server_name_indication":
        // rabbitmq-c asks for, and checks, the name it connects to and no other.
        guard value == "disable" || value == host else {
          throw RabbitMQConfiguration.wrong("its option server_name_indication is neither its host nor disable")
        }
        verifiesHostname = value != "disable"
      default:
        throw RabbitMQConfiguration.wrong(
          "its options are not among cacertfile, certfile, keyfile, verify and server_name_indication")
      }
    }
  }
}

/// The value of a hexadecimal digit in ASCII; `nil` for anything else.
private func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}

extension String {
  /// Where `text` occurs first.
  fileprivate func range(ofASCII text: String) -> Range<Index>? {
    var start = startIndex
    while start != endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
