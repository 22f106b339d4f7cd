import ArgumentParser
import ClaimModel
import DashboardKit
import Dispatch
import Office
import WorkerBootstrap

struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints where all visits stand, the money, and the denials by reason, from the journal alone.",
    discussion: """
      With conditions only the journal's entries of which they hold count, and of those only the facts. The books need
      balance for whole visits only: conditions on fields of facts are not held against them.

      Exit code 1 when the books do not balance, or when --until-final was not reached in time.
      """)

  @OptionGroup var broker: BrokerOptions
  @OptionGroup var output: OutputOptions

  @OptionGroup var conditions: FilterArguments

  @Option(help: "Follow the journal until this many visits are final, and show the progress on standard error.")
  var untilFinal: Int?

  @Option(help: "With --until-final: give up after this many seconds.")
  var timeout: Int = 300

  func validate() throws { _ = try conditions.filter(.journal) }

  func run() throws {
    let filter = try conditions.filter(.journal)
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
    Terminal.print(output.format == .json ? report.json + "\n" : report.text, terminator: "")
    if !reached || report.difference != .zero && !filter.asksForParts {
      throw ExitCode(CommandExit.unsuccessful.rawValue)
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
