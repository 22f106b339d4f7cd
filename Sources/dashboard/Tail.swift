import ArgumentParser
import ClaimModel
import DashboardKit
import Office
import WorkerBootstrap

struct Tail: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the journal: one line for each handled message.")

  @OptionGroup var broker: BrokerOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "Where to start: first, next, or a moment such as 2026-04-15T09:30:00Z.")
  var from: String = "first"

  @Option(help: "Only entries about this visit.")
  var visit: String?

  @Option(help: "Only messages whose type starts with this, for instance visit-coded or x12.835.")
  var type: String?

  @Option(help: "Stop after this many entries.")
  var limit: Int?

  @Flag(help: "Go on when the end of the journal is reached.")
  var follow = false

  @Option(help: "Without --follow: the milliseconds without a new entry after which the end is taken to be reached.")
  var idleTimeout: Int = 1_000

  func validate() throws {
    guard limit ?? 1 > 0 else { throw ValidationError("--limit must be above 0") }
    guard (1...600_000).contains(idleTimeout) else { throw ValidationError("--idle-timeout must be from 1 to 600000") }
    _ = try start
  }

  func run() throws {
    let format = output.format
    var filter = JournalFilter(visit: visit.map { VisitID($0) }, type: type)
    // The broker starts at the chunk that holds the moment; what lies before it in the chunk is dropped here.
    if case .timestamp(let moment) = try start { filter.since = moment }
    let request = JournalFeed.Request(
      from: try start, follows: follow || from == "next", idleMilliseconds: idleTimeout, limit: limit, filter: filter)
    try broker.readJournal(request) { entry in
      Terminal.print(format == .json ? JournalLine(entry).json() : JournalText.line(entry))
      return true
    }
  }

  private var start: QueueSubscription.StreamOffset {
    get throws {
      switch from {
      case "first": return .first
      case "next": return .next
      default:
        guard let moment = Timestamp(iso: from) else {
          throw ValidationError("--from '\(from)' is neither first, next nor a moment such as 2026-04-15T09:30:00Z")
        }
        return .timestamp(moment)
      }
    }
  }
}
