import Billing
import ClaimModel
import Foundation
import Office
import Testing

@testable import DashboardKit

/// What a peer wrote is shown, and a terminal obeys none of it: not one text for people has a control character but the ends
/// of its own lines.
@Suite struct HostileTextTests {
  /// Colour, a line of the peer's own, a bell, C1's control sequence introducer, a direction of writing, a line separator.
  private static let evil = "bad\u{1b}[31m\nInjected: line\r\u{7}\u{9b}2J\u{202e}\u{2028}"
  private static let visit = VisitID("V\(evil)")

  private static let facts = [
    Fact(visit: visit, .state(office: "billing\(evil)", name: evil, sequence: 1, open: .zero, isFinal: false)),
    Fact(
      visit: visit, .state(office: "billing", name: evil, sequence: 1, open: Money(cents: 100), isFinal: false)),
    Fact(
      visit: visit,
      .denial(
        payer: PayerID(evil), group: .contractualObligation, reason: AdjustmentReason(evil),
        remarks: [RemarkCode(evil)], amount: Money(cents: 100))),
    Fact(visit: visit, .injection(payer: PayerID(evil), rule: evil)),
    Fact(
      visit: visit,
      .claim(
        step: .denied, payer: PayerID(evil), provider: NPI(evil), specialty: .medical, submission: 1,
        amount: Money(cents: 100))),
  ]
  private static let entries = [
    Sample.entry(
      "1", type: evil, visits: [visit], from: "x\(evil)/1", to: "coding/\(evil)", outcome: .parked,
      reason: "unknown type '\(evil)'", facts: facts),
    Sample.entry("2", type: evil, visits: [visit], from: evil, to: "billing/\(evil)", facts: facts),
  ]
  private static let queue = QueueReading(queue: "a.\(evil)", depth: QueueDepth(ready: 1, consumers: 0))
  private static let worker = WorkerReading(worker: "coding/\(evil)", at: Sample.now, phase: evil)

  private static var report: RevenueReport {
    var report = RevenueReport()
    for entry in entries { report.fold(entry) }
    return report
  }

  private static var accounts: JournalAccounts {
    var accounts = JournalAccounts()
    for entry in entries { accounts.take(entry) }
    return accounts
  }

  private static var plan: StaffPlan {
    var meter = ServiceMeter()
    for entry in entries { meter.fold(entry) }
    meter.finish()
    return StaffPlan(meter, StaffPlan.Goal(arrivals: 1, meanWait: 1, rates: [evil: 1]))
  }

  private static var queues: QueueTable {
    var table = QueueTable()
    table.add(queue)
    return table
  }

  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: scalar != "\n"
    default: false
    }
  }

  @Test(arguments: [
    ("report", report.text), ("denials", report.denials.text),
    ("denials --list", facts.compactMap { DenialLine($0, of: entries[0])?.text }.joined(separator: "\n")),
    ("report --measures", accounts.report(asOf: Sample.now.date).text),
    ("report --measures --format csv", accounts.report(asOf: Sample.now.date).csv),
    ("tail", entries.map(JournalText.line).joined(separator: "\n")),
    ("inject", entries.map(JournalText.answer).joined(separator: "\n")),
    ("trace", VisitSequence(of: visit, entries).text), ("trace of nothing", VisitSequence(of: visit, []).text),
    ("trace --svg", VisitSequence(of: visit, entries).svg), ("queues", queues.text),
    ("workers", WorkerTable.text([worker], at: Sample.now)), ("plan", plan.text),
  ]) func aTextForPeopleHasNoControlCharacters(command: String, text: String) {
    #expect(text.contains("bad·[31m·Inj") || !text.contains("bad"), "\(command): it is shown\n\(text)")
    #expect(!text.unicodeScalars.contains(where: Self.isObeyed), "\(command):\n\(text.debugDescription)")
    #expect(!text.contains("\nInjected"), "\(command):\n\(text)")
  }

  @Test func theWebPageIsToldNone() throws {
    var live = LiveOffices(topology: .offices(payers: ["ACMEHLTH"]))
    live.take(Self.entries)
    live.take([Self.worker], at: Sample.now)
    let snapshot = OfficesSnapshot(live, Self.accounts, trouble: Self.evil, at: Sample.now)
    let object = try JSONSerialization.jsonObject(with: Data(snapshot.json.utf8))
    for text in Self.texts(in: object) { #expect(!text.unicodeScalars.contains { $0 == "\n" || Self.isObeyed($0) }) }
  }

  @Test(arguments: ["overview", "workers", "visits", "denials", "parked", "tail"])
  func theScreenIsTold(view name: String) throws {
    var state = ScreenState(
      topology: .offices(payers: ["ACMEHLTH"]), place: "x", now: Sample.now, view: try #require(ScreenView.named(name)))
    state.handle(.entries(Self.entries))
    state.handle(.heartbeats([Self.worker]))
    state.handle(.queues([Self.queue]))
    state.handle(.link(Self.evil))
    for line in state.lines { #expect(!line.plain.unicodeScalars.contains { $0 == "\n" || Self.isObeyed($0) }) }
  }

  private static func texts(in object: Any) -> [String] {
    switch object {
    case let text as String: [text]
    case let list as [Any]: list.flatMap(texts)
    case let members as [String: Any]: members.flatMap { [$0] + texts(in: $1) }
    default: []
    }
  }
}
