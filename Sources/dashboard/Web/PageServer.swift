import ClaimModel
import DashboardKit
import FlyingFox
import FlyingSocks
import Foundation
import WorkerBootstrap

/// The page, its events and pictures of visits, for those who may look.
///
/// | path | answer |
/// |---|---|
/// | `/` | the page |
/// | `/events` | a snapshot a second, as server-sent events |
/// | `/visits/ID.svg` | a visit as a sequence between offices; 404 when the last messages do not know it |
struct PageServer: Sendable {
  let feed: PageFeed
  let check: VisitorCheck

  /// A server at `address` that prints where it is.
  func server(at address: any SocketAddress) -> WebServer {
    WebServer(
      address: address, option: "--listen", timeout: 15,
      routes: [
        ("GET /", { guarded($0) { _ in answer(.ok, "text/html; charset=utf-8", Data(page.utf8)) } }),
        (
          "GET /events",
          {
            guarded($0) { _ in
              HTTPResponse(
                statusCode: .ok, headers: headers("text/event-stream"),
                body: HTTPBodySequence(from: EventStream(feed: feed)))
            }
          }
        ),
        ("GET /visits/*", { guarded($0, picture) }),
      ]
    ) { Terminal.print("http://\($0)/") }
  }

  /// The page with the newest snapshot in it, so that it is never empty where something is known.
  private var page: String {
    let document = String(decoding: PackageResources.page_html, as: UTF8.self)
    guard let (news, _) = feed.latest(after: 0) else { return document }
    // Nothing in it may end the element that it stands in.
    return document.replacing(
      ">null</script>", with: ">\(news.replacing("<", with: "\\u003c"))</script>", maxReplacements: 1)
  }

  private func picture(_ request: HTTPRequest) -> HTTPResponse {
    let name = request.path.split(separator: "/").last ?? ""
    guard name.hasSuffix(".svg"), let svg = feed.picture(of: VisitID(String(name.dropLast(4)))) else {
      return answer(.notFound, "text/plain; charset=utf-8", Data("nothing is known of this visit\n".utf8))
    }
    return answer(.ok, "image/svg+xml; charset=utf-8", Data(svg.utf8))
  }

  /// Answers those who may look; whoever brings the token in the address gets it as a cookie, and the address without it.
  private func guarded(_ request: HTTPRequest, _ answered: (HTTPRequest) -> HTTPResponse) -> HTTPResponse {
    let token = request.query.first { $0.name == "token" }?.value
    let verdict = check.verdict(
      host: request.headers[.host], authorization: request.headers[.authorization],
      cookie: request.headers[.cookie], token: token)
    switch verdict {
    case .welcome: return answered(request)
    case .remember:
      var headers = headers("text/plain; charset=utf-8")
      headers[.setCookie] = "\(VisitorCheck.cookie)=\(token ?? ""); HttpOnly; SameSite=Strict; Path=/"
      headers[.location] = "/"
      return HTTPResponse(statusCode: .seeOther, headers: headers, body: Data())
    case .refused:
      return answer(
        .unauthorized, "text/plain; charset=utf-8",
        Data("open the page with ?token=… once, or send it as Authorization: Bearer …\n".utf8))
    }
  }

  private func answer(_ status: HTTPStatusCode, _ type: String, _ body: Data) -> HTTPResponse {
    HTTPResponse(statusCode: status, headers: headers(type), body: body)
  }

  /// Nothing from outside, nothing kept, nothing framed.
  private func headers(_ type: String) -> HTTPHeaders {
    [
      .contentType: type, .cacheControl: "no-store",
      HTTPHeader("Content-Security-Policy"):
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      HTTPHeader("X-Content-Type-Options"): "nosniff", HTTPHeader("Referrer-Policy"): "no-referrer",
    ]
  }
}
