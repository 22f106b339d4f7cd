import ArgumentParser
import ClaimModel
import DashboardKit
import Office
import WorkerBootstrap

struct Denials: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Counts the denials by payer and reason (CARC, RARC), from the journal.",
    discussion: """
      The conditions are those of journal entries; what counts is each denial of which they hold: payer=ACMEHLTH carc=11.

      Exit code 1 when there is none.
      """)

  @OptionGroup var broker: BrokerOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var conditions: FilterArguments

  @Flag(help: "Print each denial in place of counts; --follow and --limit mean these.")
  var list = false

  func validate() throws {
    guard list || !reading.follow else { throw ValidationError("--follow goes with --list") }
    _ = try conditions.filter(.journal)
  }

  func run() throws {
    let filter = try conditions.filter(.journal)
    var request = try reading.request(filter)
    request.limit = nil
    var left = reading.limit ?? .max
    var tally = DenialTally()
    try broker.readJournal(request) { entry in
      let now = Timestamp.now()
      for (part, fact) in entry.facts.enumerated() where filter.keeps(part: part, of: entry, at: now) && left > 0 {
        guard let line = DenialLine(fact, of: entry) else { continue }
        tally.add(fact)
        left -= 1
        if list { Terminal.print(output.format == .json ? line.json() : line.text) }
      }
      return left > 0
    }
    if !list { Terminal.print(output.format == .json ? tally.json : tally.text, terminator: "") }
    if tally.counts.isEmpty { throw ExitCode(CommandExit.unsuccessful.rawValue) }
  }
}
