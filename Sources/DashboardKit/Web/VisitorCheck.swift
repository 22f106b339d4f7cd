/// Who may see the web page: whoever asks from this machine, or whoever has the token.
///
/// Without a token a page on the loopback address answers only to the names of this machine: another site's page could
/// otherwise reach it through a name that it makes point here (DNS rebinding).
public struct VisitorCheck: Sendable {
  /// What is made of a request.
  public enum Verdict: Hashable, Sendable {
    case welcome
    /// Welcome, and to be remembered: the token came with the address, which is better not kept in it.
    case remember
    case refused
  }

  /// The name of the cookie that keeps the token.
  public static let cookie = "superbill-token"
  /// The shortest token that is taken.
  public static let shortestToken = 16

  private let token: String?

  /// A check for `token`, or without one for this machine only.
  public init(token: String?) { self.token = token }

  /// Judges a request by its headers `Host`, `Authorization` and `Cookie`, and by the `token` in its address.
  public func verdict(host: String?, authorization: String?, cookie: String?, token given: String?) -> Verdict {
    guard let token else { return VisitorCheck.isThisMachine(host) ? .welcome : .refused }
    if let given, VisitorCheck.isEqual(given, token) { return .remember }
    if let authorization, authorization.hasPrefix("Bearer "),
      VisitorCheck.isEqual(String(authorization.dropFirst("Bearer ".count)), token)
    {
      return .welcome
    }
    let cookies = (cookie ?? "").split(separator: ";").map { $0.drop { $0 == " " } }
    let kept = cookies.first { $0.hasPrefix("\(VisitorCheck.cookie)=") }?.dropFirst(VisitorCheck.cookie.count + 1)
    return kept.map { VisitorCheck.isEqual(String($0), token) } == true ? .welcome : .refused
  }

  /// Whether `host`, with or without a port, names this machine.
  static func isThisMachine(_ host: String?) -> Bool {
    guard let host else { return false }
    let name = host.hasPrefix("[") ? host.prefix { $0 != "]" } + "]" : host.prefix { $0 != ":" }
    return ["localhost", "127.0.0.1", "[::1]"].contains(name.lowercased())
  }

  /// Compares in a time that does not tell how much is right.
  private static func isEqual(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
