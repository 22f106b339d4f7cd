import ArgumentParser
import ClaimModel
import DashboardKit
import Office
import WorkerBootstrap

struct Tail: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the journal, one line for each handled message; or what comes into a queue.",
    discussion: """
      With --queue the queue is tapped: what comes into it from now on is shown as well as delivered, and nothing is
      taken from it. Only properties are shown, never what a message says. A tap ends when nothing has come for
      --idle-timeout, unless --follow is given.

      Exit code 1 when nothing is as the conditions say.
      """)

  @OptionGroup var broker: BrokerOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var conditions: FilterArguments

  @Option(help: "Where to start: first, next, or a moment such as 2026-04-15T09:30:00Z.")
  var from: String = "first"

  @Option(help: "Only entries about this visit, as the condition visit=… says.")
  var visit: String?

  @Option(help: "Only messages whose type starts with this, as the condition type=…* says.")
  var type: String?

  @Option(help: ArgumentHelp("Tap this queue in place of reading the journal.", valueName: "name"))
  var queue: String?

  func validate() throws {
    if queue == nil {
      _ = try request()
    } else {
      guard from == "first", visit == nil, type == nil, reading.since == nil else {
        throw ValidationError("--queue shows what comes from now on: filter with conditions")
      }
      _ = try conditions.filter(.messages)
    }
  }

  func run() throws {
    if let queue { return try tap(queue) }
    let format = output.format
    var isFound = false
    // Many lines are printed at once: to write one costs more than to make it.
    var lines = ""
    func flush() {
      if !lines.isEmpty { Terminal.print(lines, terminator: "") }
      lines.removeAll(keepingCapacity: true)
    }
    defer { flush() }
    try broker.readJournal(try request(), afterBatch: flush) { entry in
      isFound = true
      lines += format == .json ? JournalLine(entry).json() : JournalText.line(entry)
      lines += "\n"
      if lines.utf8.count > 65_536 { flush() }
      return true
    }
    if !isFound { throw ExitCode(CommandExit.unsuccessful.rawValue) }
  }

  private func request() throws -> JournalFeed.Request {
    var terms = conditions
    if let visit { terms.filter.append("visit=\(FilterTerm.Literal(visit, isQuoted: true))") }
    if let type {
      guard !type.contains(where: { $0.isWhitespace || $0 == "," || $0 == "\"" }) else {
        throw ValidationError("--type '\(type)' is no beginning of a message type")
      }
      terms.filter.append("type=\(type)*")
    }
    var request = try reading.request(try terms.filter(.journal))
    switch from {
    case "first": break
    case "next":
      request.from = .next
      request.follows = !reading.once
    default:
      guard reading.since == nil else { throw ValidationError("--from and --since exclude each other") }
      guard let moment = Timestamp(iso: from) else {
        throw ValidationError("--from '\(from)' is neither first, next nor a moment such as 2026-04-15T09:30:00Z")
      }
      request.from = .timestamp(moment)
      request.since = moment
    }
    return request
  }

  private func tap(_ queue: String) throws {
    let filter = try conditions.filter(.messages)
    let topology = Topology.offices(payers: broker.payerIDs)
    guard topology.bindings.contains(where: { $0.queue == queue }) else {
      let names = topology.queues.map(\.name).joined(separator: ", ")
      throw ValidationError("--queue '\(queue)' is none of \(names)")
    }
    let broker = try broker.broker()
    let tap = LastingFeed(follows: reading.follow) { () throws(BrokerError) in
      try QueueTap(of: queue, in: topology, broker: broker, name: Reader.name)
    } close: {
      $0.close()
    } tell: {
      Loss.tell($0)
    }
    defer { tap.end() }
    let patience = reading.follow ? 1_000 : reading.idleTimeout
    var isFound = false
    try Unavailable.wrap { () throws(BrokerError) in
      var left = reading.limit ?? .max
      while left > 0 {
        let messages = try tap.use { tap throws(BrokerError) in try tap.messages(within: patience) } ?? []
        if messages.isEmpty, !reading.follow { break }
        for message in messages where filter.keeps(message, at: .now()) && left > 0 {
          isFound = true
          Terminal.print(output.format == .json ? message.json : message.text)
          left -= 1
        }
      }
    }
    if !isFound { throw ExitCode(CommandExit.unsuccessful.rawValue) }
  }
}
