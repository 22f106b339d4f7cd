import ArgumentParser
import ClaimModel
import DashboardKit
import Office
import WorkerBootstrap

struct Trace: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints one visit's messages in order: between which offices, when, and what became true.",
    discussion: "Exit code 1 when the journal knows nothing of the visit.")

  @OptionGroup var broker: BrokerOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The visit's id, for instance V3K7Q0M5T9XW2BCD.")
  var visit: String

  func run() throws {
    var entries: [JournalEntry] = []
    let id = VisitID(visit)
    try broker.readJournal(JournalFeed.Request(filter: JournalFilter(visit: id))) { entry in
      entries.append(entry)
      return true
    }
    switch output.format {
    case .text: Terminal.print(JournalText.trace(of: id, entries), terminator: "")
    case .json: for entry in entries { Terminal.print(JournalLine(entry).json()) }
    }
    if entries.isEmpty { throw ExitCode(CommandExit.unsuccessful.rawValue) }
  }
}
