import Office

extension RabbitMQConfiguration {
  /// Reads `amqp://user:password@host:port/vhost` or `amqps://…`.
  ///
  /// User and password default to `guest`, the port to 5672 (5671 with TLS), the virtual host to `/`. Special characters
  /// in user, password and virtual host are written as `%` and two hexadecimal digits.
  /// - Throws: ``BrokerError`` with `misconfigured` that names the wrong part, never its content: a password may be
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
    let path = rest[authority.endIndex...]
    guard !path.contains("@") else {
      throw Self.wrong("there is an @ after the host; write / ? # and @ in user and password as %2F %3F %23 and %40")
    }
    guard !path.contains("?"), !path.contains("#") else {
      throw Self.wrong("there is a ? or # after the host; options are not part of the URL")
    }

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
    let (host, port) = try Self.hostAndPort(hostAndPort)

    let vhost = try Self.decoded(path.dropFirst(), part: "virtual host")
    guard !path.dropFirst().contains("/") else {
      throw Self.wrong("there is a second / after the host; write / in a virtual host as %2F")
    }
    self.init(
      host: host, port: port, virtualHost: vhost.isEmpty ? "/" : vhost, user: user, password: password,
      tls: isSecure ? TLS() : nil)
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

  private static func decoded(_ text: Substring, part: String) throws(BrokerError) -> String {
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

  private static func wrong(_ reason: String) -> BrokerError {
    BrokerError(.misconfigured, operation: "read the broker's URL", reason: reason)
  }
}

/// The value of a hexadecimal digit in ASCII; `nil` for anything else.
func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
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
