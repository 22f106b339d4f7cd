import ClaimModel
import Foundation
import Messages
import Office
import RabbitMQBroker
import TestBroker
import Testing

/// The web page: who may see it, and what a browser makes of it.
@Suite(.serialized) struct WebPageTests {
  private static let prepared = Result { try PrivateBroker.url(ofVirtualHost: "watched") }

  private let broker: String

  init() throws { broker = try Self.prepared.get() }

  /// A page that is served until the test ends.
  private final class Page {
    let process: Process
    let output: Scratch.File
    let address: String

    init(broker: String, _ arguments: [String] = [], environment: [String: String] = [:]) throws {
      process = Executable("dashboard", environment: environment.merging(["SUPERBILL_BROKER_URL": broker]) { $1 })
        .process(["serve", "--listen", "127.0.0.1:0"] + arguments)
      output = try Scratch.file()
      process.standardOutput = output.handle
      try process.run()
      let path = output.path
      func first() -> String? {
        (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: "\n").first.map(String.init)
      }
      try #require(Deadline(60).wait { first()?.hasSuffix("/") == true }, "the page is not served")
      address = try #require(first())
    }

    /// Ends it as an operator would.
    /// - Returns: the exit code.
    func end() throws -> Int32 {
      kill(process.processIdentifier, SIGTERM)
      try #require(Deadline(30).wait { !self.process.isRunning }, "it does not end")
      return process.terminationStatus
    }

    deinit {
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
      try? FileManager.default.removeItem(atPath: output.path)
    }
  }

  @Test func onlyThisMachineMayLookWithoutAToken() throws {
    let page = try Page(broker: broker)
    let answer = try WebAnswer(page.address)
    #expect(answer.status == 200 && answer.type == "text/html; charset=utf-8")
    #expect(!answer.text.contains("http://") || !answer.text.contains("src=\"http"), "nothing comes from outside")
    #expect(try WebAnswer(page.address, host: "evil.example").status == 401)
    #expect(try WebAnswer(page.address + "visits/V0.svg").status == 404)
    #expect(try page.end() == 0)
    let open = try Executable("dashboard", environment: ["SUPERBILL_BROKER_URL": broker])
      .run(["serve", "--listen", "0.0.0.0:0"], limit: 60)
    #expect(open.status == 64 && open.errors.contains("--token-file"), "\(open)")
  }

  @Test func tokenOpensThePage() throws {
    let token = "0123456789abcdef0123456789"
    let page = try Page(broker: broker, environment: ["SUPERBILL_DASHBOARD_TOKEN": token])
    #expect(try WebAnswer(page.address).status == 401)
    #expect(try WebAnswer(page.address, headers: "Authorization: Bearer \(token)\r\n").status == 200)
    #expect(try WebAnswer(page.address + "?token=\(token)").status == 303)
    #expect(try WebAnswer(page.address, headers: "Cookie: superbill-token=\(token)\r\n").status == 200)
    let short = try Executable(
      "dashboard", environment: ["SUPERBILL_BROKER_URL": broker, "SUPERBILL_DASHBOARD_TOKEN": "short"]
    ).run(["serve"], limit: 60)
    #expect(short.status == 65 && short.errors.contains("at least 16"), "\(short)")
  }

  /// A visit of which the journal tells is drawn by a headless Chromium.
  @Test func browserShowsAVisit() throws {
    let session = try RabbitMQBroker(RabbitMQConfiguration(url: broker)).open(
      SessionPlan(name: "test/watched", topology: .offices(payers: ["ACMEHLTH", "BEACON1"])))
    defer { session.close() }
    let visit: VisitID = "V0WATCHED0000001"
    let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
    let entries = [
      JournalEntry(
        messageID: .derived(from: "watched", "1"), type: MessageType.visitDocumented.rawValue, visits: [visit],
        sender: "practice/f", handler: "coding/c", sent: now, handled: now, outcome: .handled),
      JournalEntry(
        messageID: .derived(from: "watched", "2"), type: MessageType.visitCoded.rawValue, visits: [visit],
        sender: "coding/c", handler: "billing/b", sent: now, handled: now, outcome: .handled,
        facts: [
          Fact(visit: visit, .movement(kind: .charged, amount: Money(cents: 12_345))),
          Fact(
            visit: visit,
            .state(
              office: "billing", name: "awaiting payer", sequence: 1, open: Money(cents: 12_345), isFinal: false)),
        ]),
    ]
    let journal = try #require(JournalEntry.publication(of: entries, from: "billing/b", now: now))
    #expect(try session.deliver([journal]).isEmpty)
    let page = try Page(broker: broker)
    try #require(
      try Deadline(30).wait { try WebAnswer(page.address).text.contains("\"visit\":\"\(visit)\"") },
      "the page does not tell of the visit")
    let browser = Executable(url: URL(filePath: "/usr/bin/chromium"))
    let shown = try browser.run(
      [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--timeout=15000", "--dump-dom",
        page.address + "#visit=\(visit)",
      ], limit: 120)
    #expect(shown.output.contains(">1 visits, 0 final, 123.45 open<"), "\(shown.output.prefix(2_000))")
    #expect(shown.output.contains("billing: awaiting payer"))
    #expect(shown.output.contains("data-visit=\"\(visit)\""))
    // The browser does not wait for the picture before it tells what it shows.
    let picture = try WebAnswer(page.address + "visits/\(visit).svg")
    #expect(picture.status == 200 && picture.type.hasPrefix("image/svg+xml"))
    #expect(picture.text.contains("<title id='title'>Visit \(visit)</title>"))
    #expect(shown.output.contains("coding: 0 workers, 0 waiting, 0 parked"), "the map is told to those who hear it")
  }
}
