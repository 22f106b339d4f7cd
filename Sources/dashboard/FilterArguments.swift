import ArgumentParser
import ClaimModel
import DashboardKit
import Office
import WorkerBootstrap

/// Which records a command is about, in the one grammar of all commands (docs/dashboard.md).
struct FilterArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Only records for which all conditions hold: payer=ACMEHLTH carc=11,16 'age<1h' 'reason~\"no queue\"'. "
        + "Comparisons: = != > < >= <= ~ !~ (docs/dashboard.md).", valueName: "condition"))
  var filter: [String] = []

  /// The filter over records of one kind.
  /// - Throws: `ValidationError` that says at which character what is wrong.
  func filter<Subject>(_ vocabulary: FilterVocabulary<Subject>) throws -> Filter<Subject> {
    do throws(FilterError) {
      return try Filter(filter.joined(separator: " "), vocabulary)
    } catch {
      throw ValidationError(error.description)
    }
  }
}

/// How far a command reads.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only what is at most so old, 90s, 5m, 1h or 2d; or from a moment on, 2026-04-15T09:30:00Z.", valueName: "time"))
  var since: String?

  @Option(help: "Stop after this many records.")
  var limit: Int?

  @Flag(help: "Go on when the end is reached.")
  var follow = false

  @Flag(help: "End when the end is reached, as without --follow.")
  var once = false

  @Option(
    help: ArgumentHelp(
      "Without --follow: the milliseconds without a new record after which the end is taken to be reached.",
      valueName: "ms"))
  var idleTimeout: Int = 1_000

  func validate() throws {
    guard limit ?? 1 > 0 else { throw ValidationError("--limit must be above 0") }
    guard (1...600_000).contains(idleTimeout) else { throw ValidationError("--idle-timeout must be from 1 to 600000") }
    guard !(once && follow) else { throw ValidationError("--once and --follow exclude each other") }
    _ = try moment(at: .now())
  }

  /// The moment that `--since` names.
  func moment(at now: Timestamp) throws -> Timestamp? {
    guard let since else { return nil }
    return try Since.moment(since, at: now)
  }

  /// A request for the journal's entries that `filter` keeps.
  func request(_ filter: Filter<JournalEntry>? = nil) throws -> JournalFeed.Request {
    let since = try moment(at: .now())
    return JournalFeed.Request(
      from: since.map { .timestamp($0) } ?? .first, follows: follow, idleMilliseconds: idleTimeout, limit: limit,
      filter: filter, since: since)
  }
}

/// A moment as `--since` names it.
enum Since {
  /// `1h` before `now`, or a moment as it is written.
  /// - Throws: `ValidationError` when it is neither.
  static func moment(_ text: String, at now: Timestamp) throws -> Timestamp {
    if let span = Span(text) { return now.adding(milliseconds: -Int64(span.milliseconds)) }
    guard let moment = Timestamp(iso: text) else {
      throw ValidationError("--since '\(text)' is neither a time such as 1h nor a moment such as 2026-04-15T09:30:00Z")
    }
    return moment
  }
}
