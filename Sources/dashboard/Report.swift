import ArgumentParser
import Billing
import ClaimModel
import DashboardKit
import Dispatch
import Office
import WorkerBootstrap

struct Report: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

  static let configuration = CommandConfiguration(
    abstract: "Prints where all visits stand, the money, and the denials by reason, from the journal alone.",
    discussion: """
      With conditions only the journal's entries of which they hold count, and of those only the facts. The books need
      balance for whole visits only: conditions on fields of facts are not held against them.

      With --measures: the measures of `biller-worker report`, gathered from the journal: clean claims, denials, recoding,
      collection, aging. docs/billing.md has every formula.

      Exit code 1 when the books do not balance, or when --until-final was not reached in time.
      """)

  @OptionGroup var broker: BrokerOptions
  @Option(help: "text or json; with --measures also csv.")
  var format: Format = .text

  @Flag(help: "Print the billing office's measures instead.")
  var measures = false

  @OptionGroup var conditions: FilterArguments

  @Option(help: "Follow the journal until this many visits are final, and show the progress on standard error.")
  var untilFinal: Int?

  @Option(help: "With --until-final: give up after this many seconds.")
  var timeout: Int = 300

  func validate() throws {
    _ = try conditions.filter(.journal)
    guard format != .csv || measures else { throw ValidationError("--format csv goes with --measures") }
    guard untilFinal == nil || !measures else {
      throw ValidationError("--until-final and --measures exclude each other")
    }
  }

  func run() throws {
    let filter = try conditions.filter(.journal)
    guard !measures else { return try printMeasures(filter) }
    var report = RevenueReport()
    var reached = true
    if let goal = untilFinal {
      reached = try follow(until: goal, filter, &report)
    } else {
      try broker.readJournal(JournalFeed.Request(filter: filter)) { entry in
        report.fold(kept(of: entry, filter))
        return true
      }
    }
    Terminal.print(format == .json ? report.json + "\n" : report.text, terminator: "")
    if !reached || report.difference != .zero && !filter.asksForParts {
      throw ExitCode(CommandExit.unsuccessful.rawValue)
    }
  }

  private func printMeasures(_ filter: Filter<JournalEntry>) throws {
    var accounts = JournalAccounts()
    try broker.readJournal(JournalFeed.Request(filter: filter)) { entry in
      accounts.take(kept(of: entry, filter))
      return true
    }
    let report = accounts.report(asOf: Timestamp.now().date)
    switch format {
    case .text: Terminal.print(report.text, terminator: "")
    case .csv: Terminal.print(report.csv, terminator: "")
    case .json: Terminal.print(report.json)
    }
  }

  /// The entry with those of its facts that are meant.
  private func kept(of entry: JournalEntry, _ filter: Filter<JournalEntry>) -> JournalEntry {
    guard filter.asksForParts else { return entry }
    var kept = entry
    let now = Timestamp.now()
    kept.facts = entry.facts.indices.filter { filter.keeps(part: $0, of: entry, at: now) }.map { entry.facts[$0] }
    return kept
  }

  private func follow(
    until goal: Int, _ filter: Filter<JournalEntry>, _ report: inout RevenueReport
  ) throws -> Bool {
    let stop = StopSignal()
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(timeout)) { stop.raise() }
    var folding = report
    var shown = Timestamp.now()
    try broker.readJournal(JournalFeed.Request(follows: true, filter: filter), until: stop) { entry in
      folding.fold(kept(of: entry, filter))
      if Timestamp.now() >= shown.adding(milliseconds: 1_000) {
        shown = .now()
        Terminal.progress("\(folding.finalCount) of \(goal) visits final")
      }
      return folding.finalCount < goal
    }
    report = folding
    return report.finalCount >= goal
  }
}
