import ArgumentParser
import ClaimModel
import DashboardKit
import Foundation
import Office
import WorkerBootstrap

struct Trace: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draws one visit as a sequence between offices: who told whom what, when, and what became true.",
    discussion: "Exit code 1 when the journal knows nothing of the visit that the conditions keep.")

  @OptionGroup var broker: BrokerOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The visit's id, for instance V3K7Q0M5T9XW2BCD.")
  var visit: String

  @OptionGroup var conditions: FilterArguments

  @Option(help: ArgumentHelp("Also write the drawing to a file, as SVG.", valueName: "file"))
  var svg: String?

  func validate() throws { _ = try conditions.filter(.journal) }

  func run() throws {
    let id = VisitID(visit)
    let filter = try conditions.filter(.journal)
    var entries: [JournalEntry] = []
    try broker.readJournal(JournalFeed.Request(filter: filter)) { entry in
      if entry.visits.contains(id) { entries.append(entry) }
      return true
    }
    let sequence = VisitSequence(of: id, entries)
    switch output.format {
    case .text: Terminal.print(sequence.text, terminator: "")
    case .json: for entry in entries { Terminal.print(JournalLine(entry).json()) }
    }
    if let svg {
      do {
        try sequence.svg.write(toFile: svg, atomically: true, encoding: .utf8)
      } catch {
        throw CommandFailure("--svg: cannot write \(svg)", exitCode: .badInput)
      }
    }
    if entries.isEmpty { throw ExitCode(CommandExit.unsuccessful.rawValue) }
  }
}
