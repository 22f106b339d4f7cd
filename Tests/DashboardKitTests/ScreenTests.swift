import ClaimModel
import Foundation
import Office
import Testing

@testable import DashboardKit

/// The full-screen view: what is drawn for what happened, and what the keys do.
@Suite struct ScreenTests {
  private static let topology = Topology.offices(payers: ["ACMEHLTH"])

  /// A screen with two looks at the queues, a few workers and a small journal.
  static func screen(columns: Int = 80, rows: Int = 24) -> ScreenState {
    var state = ScreenState(topology: topology, place: "127.0.0.1:5672", now: Sample.now)
    state.handle(.size(columns: columns, rows: rows))
    let depths = ["coding.visits.medical": 40, "billing.superbills": 3, "coding.parked": 1]
    let before = topology.queues.map {
      QueueReading(queue: $0.name, depth: QueueDepth(ready: 0, consumers: $0.name.hasPrefix("billing") ? 2 : 0))
    }
    state.handle(.queues(before))
    state.handle(.entries(journal))
    state.handle(.time(Sample.now.adding(milliseconds: 2_000)))
    state.handle(
      .queues(
        before.map {
          QueueReading(
            queue: $0.queue, depth: QueueDepth(ready: depths[$0.queue] ?? 0, consumers: $0.depth.consumers))
        }))
    state.handle(
      .heartbeats([
        WorkerReading(worker: "coding/coder-1", at: Sample.now, phase: "quiet", handled: 120, parked: 1),
        WorkerReading(
          worker: "billing/biller-1", at: Sample.now.adding(milliseconds: 1_500), phase: "working", inFlight: 12,
          rate: 33.25, handled: 4_000),
      ]))
    return state
  }

  static let journal = [
    Sample.entry(
      "1", type: "visit-documented.v1", visits: ["VAAA"], from: "practice/submit", to: "coding/coder-1", sent: -900,
      handled: -800, facts: [Sample.state("coded", office: "coding", visit: "VAAA")]),
    Sample.entry(
      "2", visits: ["VAAA"], to: "billing/biller-1", sent: -700, handled: -600,
      facts: [Sample.state("submitted", visit: "VAAA")]),
    Sample.entry(
      "3", type: "x12.835.005010X221A1", visits: ["VAAA"], from: "payer.ACMEHLTH/acme", to: "billing/biller-1",
      sent: -500, handled: -400,
      facts: [
        Sample.denial("ACMEHLTH", "11", 12_000, remarks: ["N30"], visit: "VAAA"),
        Sample.state("recoding", sequence: 2, visit: "VAAA"),
      ]),
    Sample.entry(
      "4", type: "recode-requested.v1", visits: ["VAAA"], from: "billing/biller-1", to: "coding/coder-1", sent: -300,
      handled: -200),
    Sample.entry(
      "5", type: "visit-documented.v9", visits: ["VBBB"], from: "practice/\u{1b}[2Jevil", to: "coding/coder-1",
      sent: -100, handled: -50, outcome: .parked, reason: "unknown message type or version 'visit-documented.v9'"),
  ]

  static func keys(_ text: String) -> [Key] {
    text.map { $0 == "\n" ? .enter : $0 == "\u{1b}" ? .escape : .character($0) }
  }

  static func press(_ text: String, _ state: inout ScreenState) {
    for key in keys(text) { state.handle(.key(key)) }
  }

  /// Each view at 80x24 against its fixture. `SUPERBILL_RECORD=1` writes the fixtures anew, to be read by eye.
  @Test(arguments: [
    ("overview", ""), ("queues", ":queues\n"), ("workers", ":wo\n"), ("visits", ":visits\n"),
    ("denials", ":denials\n"), ("recodes", ":recodes\n"), ("parked", ":parked\n"), ("tail", ":tail\n"),
    ("office", "jjj\n"), ("visit", ":recodes\n\n"), ("message", ":parked\n\n"), ("help", "?"),
    ("filter", ":queues\n/ready>0\n"), ("wrong-filter", "/redy>0\n"), ("typing", ":tail\n/payer=AC"),
  ]) func viewIsDrawn(name: String, typed: String) throws {
    var state = Self.screen()
    Self.press(typed, &state)
    let drawn = state.lines.map(\.trimmed).joined(separator: "\n") + "\n"
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name).txt")
    if ProcessInfo.processInfo.environment["SUPERBILL_RECORD"] != nil {
      try drawn.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(drawn == (try String(contentsOf: file, encoding: .utf8)), "\(name):\n\(drawn)")
  }

  /// Whatever is typed and whatever comes, at any size: a full screen, and nothing that a terminal would obey.
  @Test(arguments: 0..<60) func everyScreenIsWhole(seed: Int) {
    var dice = Dice(seed)
    var state = Self.screen()
    let pool =
      Self.keys("jjkkllhhpq?/:gG\n\n\n\n\u{1b}\u{1b} ready>0=payer*tailwd") + [
        .up, .down, .pageUp, .pageDown, .home, .end,
      ]
    for step in 0..<60 {
      switch dice.below(8) {
      case 0: state.handle(.size(columns: dice.below(200), rows: dice.below(80)))
      case 1: state.handle(.time(Sample.now.adding(milliseconds: Int64(step) * 1_000)))
      case 2:
        state.handle(.entries([Sample.entry("n\(step)", visits: [VisitID("V\(dice.below(4))")], handled: Int64(step))]))
      case 3: state.handle(.link(dice.below(2) == 0 ? nil : "the broker\u{7} is away"))
      case 4: for name in ScreenView.named where dice.below(8) == 0 { Self.press("\u{1b}:\(name.name)\n", &state) }
      default: state.handle(.key(dice.one(of: pool)))
      }
      let lines = state.lines
      #expect(lines.count == state.rows)
      for line in lines {
        #expect(line.plain.count == state.columns, "'\(line.plain)'")
        #expect(line.plain.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
      }
    }
  }

  @Test func enterGoesFromOfficeToQueueToMessageToVisitAndEscapeBack() {
    var state = Self.screen()
    Self.press("jj\n", &state)
    #expect(state.page.view == .office("billing"))
    Self.press("\n", &state)
    #expect(state.page.view == .queue("billing.superbills"))
    Self.press("\n", &state)
    #expect(state.page.view == .message(Self.journal[1]))
    state.handle(.key(.end))
    Self.press("\n", &state)
    #expect(state.page.view == .visit("VAAA"))
    Self.press("\u{1b}\u{1b}\u{1b}\u{1b}", &state)
    #expect(state.page.view == .overview && state.page.selected == 2)
  }

  @Test func pauseHoldsWhatIsShown() {
    var state = Self.screen()
    Self.press(":tail\np", &state)
    let held = state.pageRows.count
    state.handle(.entries([Sample.entry("new", handled: 100)]))
    #expect(state.pageRows.count == held && state.lines[0].plain.contains("PAUSED"))
    Self.press("p", &state)
    #expect(state.pageRows.count == held + 1)
  }

  @Test func tailStaysAtItsEndUntilOneLooksBack() {
    var state = Self.screen(rows: 10)
    Self.press(":tail\n", &state)
    func last() -> Int? { state.selection(of: state.pageRows.count) }
    for number in 0..<30 { state.handle(.entries([Sample.entry("m\(number)", handled: Int64(number))])) }
    #expect(last() == 34)
    Self.press("kk", &state)
    state.handle(.entries([Sample.entry("later", handled: 99)]))
    #expect(last() == 32)
    Self.press("G", &state)
    state.handle(.entries([Sample.entry("last", handled: 100)]))
    #expect(last() == 36)
  }

  @Test func filterIsHeldAgainstThePageAndItsFlawTold() {
    var state = Self.screen()
    Self.press(":queues\n/ready>2 office=coding\n", &state)
    #expect(state.pageRows.count == 1)
    Self.press("/ x", &state)
    state.handle(.key(.enter))
    #expect(state.lines.contains { $0.plain.contains("character 24") })
    Self.press("\u{1b}\u{1b}", &state)
    #expect(state.pageRows.count > 20)
  }

  @Test func flowAndAgeComeFromTheJournal() throws {
    let state = Self.screen()
    let queue = try #require(state.live.queues(at: state.now).first { $0.reading.queue == "billing.superbills" })
    // One handled before the first look, three more ready two seconds later.
    #expect(queue.flow.map { $0.into } == 2 && queue.flow.map { $0.out } == 0.5)
    #expect(queue.oldestMilliseconds == 2_700)
    // Which of the coders' queues a message came out of, the journal does not tell.
    let shared = try #require(state.live.queues(at: state.now).first { $0.reading.queue == "coding.visits.medical" })
    #expect(shared.flow == nil && shared.oldestMilliseconds == nil)
  }

  @Test func memoryIsBounded() {
    var live = LiveOffices(topology: Self.topology)
    for number in 0..<(LiveOffices.tailLimit + 500) {
      live.take([Sample.entry("\(number)", visits: [], handled: Int64(number))])
    }
    let tail = live.tail
    #expect(tail.count == LiveOffices.tailLimit)
    #expect(tail.first?.handled == Sample.now.adding(milliseconds: 500))
    #expect(tail.last?.handled == Sample.now.adding(milliseconds: Int64(LiveOffices.tailLimit) + 499))
  }
}
