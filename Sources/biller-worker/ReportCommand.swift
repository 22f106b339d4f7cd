import ArgumentParser
import Billing
import BillingDesk
import ClaimModel
import Office
import WorkerBootstrap

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Reports how the office does: clean claims, denials, recoding, collection, aging, work lists.",
    discussion: """
      Exit codes: 0 the report was made; 1 some accounts cannot be read; 2 the store cannot be read; 65 a rules file \
      cannot be read.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

  @OptionGroup var store: StoreOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var clock: ClockOptions

  @Option(help: "text, json or csv.")
  var format: Format = .text

  @Option(help: "The day to which ages are counted, as YYYY-MM-DD; today by default.", transform: ReportCommand.day)
  var asOf: CalendarDate?

  func run() throws {
    let rules = try rules.read()
    let store = try store.open()
    defer { store.close() }
    let today = try clock.clock().time(at: .now()).date
    let stored: StoredReport
    do {
      stored = try StoredReport(of: store, rules: rules, asOf: asOf ?? today)
    } catch {
      throw CommandFailure(error.description, exitCode: .unavailable)
    }
    let report = stored.report
    switch format {
    case .text: Terminal.print(report.text, terminator: "")
    case .csv: Terminal.print(report.csv, terminator: "")
    case .json: Terminal.print(OutputJSON.line(report.document))
    }
    try tellOfStore(accounts: report.accountCount, unreadable: stored.unreadable)
  }

  private static func day(_ text: String) throws -> CalendarDate {
    guard let day = CalendarDate(iso: text) else {
      throw ValidationError("'\(text)' is not a day; write it as YYYY-MM-DD, for instance 2026-04-15")
    }
    return day
  }
}
