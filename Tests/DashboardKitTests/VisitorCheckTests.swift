import DashboardKit
import Testing

/// Who may see the web page.
@Suite struct VisitorCheckTests {
  private let token = "0123456789abcdef0123"

  @Test(arguments: ["localhost", "localhost:8025", "127.0.0.1", "127.0.0.1:8025", "[::1]:8025", "LocalHost:1"])
  func thisMachineIsWelcomeWithoutAToken(host: String) {
    let check = VisitorCheck(token: nil)
    #expect(check.verdict(host: host, authorization: nil, cookie: nil, token: nil) == .welcome)
  }

  /// A name of another site may be made to point here.
  @Test(arguments: [
    nil, "", "evil.example", "evil.example:8025", "127.0.0.1.evil.example", "192.168.1.7:8025", "[::2]",
  ])
  func otherNamesAreRefused(host: String?) {
    let check = VisitorCheck(token: nil)
    #expect(check.verdict(host: host, authorization: nil, cookie: nil, token: nil) == .refused)
  }

  @Test func tokenIsTakenFromHeaderCookieAndAddress() {
    let check = VisitorCheck(token: token)
    func verdict(_ authorization: String? = nil, _ cookie: String? = nil, _ given: String? = nil)
      -> VisitorCheck.Verdict
    {
      check.verdict(host: "wall.example", authorization: authorization, cookie: cookie, token: given)
    }
    #expect(verdict("Bearer \(token)") == .welcome)
    #expect(verdict(nil, "theme=dark; \(VisitorCheck.cookie)=\(token)") == .welcome)
    #expect(verdict(nil, nil, token) == .remember)
    #expect(verdict() == .refused)
    #expect(verdict("Bearer \(token.dropLast())") == .refused)
    #expect(verdict("Basic \(token)") == .refused)
    #expect(verdict(nil, "\(VisitorCheck.cookie)=") == .refused)
    #expect(verdict(nil, nil, "\(token)0") == .refused)
  }

  /// With a token even this machine must show it: what is in front of the page may be a proxy.
  @Test func thisMachineNeedsTheTokenWhereThereIsOne() {
    let check = VisitorCheck(token: token)
    #expect(check.verdict(host: "localhost", authorization: nil, cookie: nil, token: nil) == .refused)
  }
}
