import ArgumentParser
import ClaimModel
import DashboardKit
import Office
import WorkerBootstrap

struct Workers: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the workers: what they do, messages in flight, their rate, when they were last heard.",
    discussion: """
      Every worker tells about itself every two seconds; this listens for --listen and prints. A worker that has ended,
      or that waits for its broker or store, tells nothing.

      Exit code 1 when no worker is heard that is as the conditions say.
      """)

  @OptionGroup var broker: BrokerOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var repetition: RepetitionOptions
  @OptionGroup var conditions: FilterArguments

  @Option(help: ArgumentHelp("How long to listen before the first time.", valueName: "time"))
  var listen: String = "2500ms"

  func validate() throws {
    guard let span = Span(listen), (10...600_000).contains(span.milliseconds) else {
      throw ValidationError("--listen '\(listen)' is no time from 10ms to 10m")
    }
    _ = try conditions.filter(.workers)
  }

  func run() throws {
    let filter = try conditions.filter(.workers)
    let connection = try broker.broker()
    let feed = LastingFeed(follows: repetition.follow) { () throws(BrokerError) in
      try StatusFeed(broker: connection, name: Reader.name)
    } close: {
      $0.close()
    } tell: {
      Loss.tell($0)
    }
    defer { feed.end() }
    var table = WorkerTable()
    var patience = Span(listen)?.milliseconds ?? 0
    repeat {
      try Unavailable.wrap { () throws(BrokerError) in
        try feed.use { feed throws(BrokerError) in try listen(to: feed, for: patience, &table) }
      }
      let now = Timestamp.now()
      table.forget(olderThan: 60_000, at: now)
      let readings = table.readings.filter { filter.keeps($0, at: now) }
      Terminal.print(
        output.format == .json ? WorkerTable.json(readings) : WorkerTable.text(readings, at: now), terminator: "")
      if !repetition.follow, readings.isEmpty { throw ExitCode(CommandExit.unsuccessful.rawValue) }
      patience = Double(try repetition.milliseconds)
    } while repetition.follow
  }

  private func listen(
    to feed: StatusFeed, for milliseconds: Double, _ table: inout WorkerTable
  ) throws(BrokerError) {
    let end = Timestamp.now().adding(milliseconds: Int64(milliseconds))
    while Timestamp.now() < end {
      let left = Int(clamping: max(0, end.milliseconds - Timestamp.now().milliseconds))
      for reading in try feed.heartbeats(within: min(left, 500)) { table.add(reading) }
    }
  }
}
