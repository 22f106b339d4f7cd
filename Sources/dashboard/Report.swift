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
      Exit code 1 when the books do not balance, or when --until-final was not reached in time.
      """)

  @OptionGroup var broker: BrokerOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "Follow the journal until this many visits are final, and show the progress on standard error.")
  var untilFinal: Int?

  @Option(help: "With --until-final: give up after this many seconds.")
  var timeout: Int = 300

  func run() throws {
    var report = RevenueReport()
    var reached = true
    if let goal = untilFinal {
      reached = try follow(until: goal, &report)
    } else {
      try broker.readJournal(JournalFeed.Request()) { entry in
        report.fold(entry)
        return true
      }
    }
    Terminal.print(output.format == .json ? report.json + "\n" : report.text, terminator: "")
    if !reached || report.difference != .zero { throw ExitCode(CommandExit.unsuccessful.rawValue) }
  }

  private func follow(until goal: Int, _ report: inout RevenueReport) throws -> Bool {
    let stop = StopSignal()
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(timeout)) { stop.raise() }
    var folding = report
    var shown = Timestamp.now()
    try broker.readJournal(JournalFeed.Request(follows: true), until: stop) { entry in
      folding.fold(entry)
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
