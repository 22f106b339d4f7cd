import ArgumentParser
import ClaimModel
import DashboardKit
import Foundation
import Office
import RabbitMQBroker
import WorkerBootstrap

struct Watch: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows the offices live on the whole terminal: queues, workers, visits, denials, parking lots, messages.",
    discussion: """
      What `dashboard` does by itself on a terminal. ? shows the keys. Everything comes over AMQP, and nothing is taken from
      anybody. With --once it reads the journal to the end that it has then, prints one screen and ends, also when there is
      no terminal.

      Exit code 1 when --once cannot read the journal to its end; the screen says so.
      """)

  @OptionGroup var broker: BrokerOptions
  @OptionGroup var management: ManagementOptions

  @Option(
    help: ArgumentHelp("Read the journal from so long ago, 30m, 1h or 2d, or from a moment on.", valueName: "time"))
  var since: String = "1h"

  @Option(help: ArgumentHelp("The view to begin with: overview, queues, workers, …", valueName: "name"))
  var view: String = "overview"

  @Flag(help: "Print one screen and end: when the journal is read, and after at least two and a half seconds.")
  var once = false

  @Option(help: ArgumentHelp("With --once: columns and rows.", valueName: "size"))
  var size: String = "80x24"

  func validate() throws {
    _ = try (moment, firstView, dimensions)
  }

  func run() throws {
    guard once || isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 else {
      throw CleanExit.helpRequest(Dashboard.self)
    }
    let topology = Topology.offices(payers: broker.payerIDs)
    let broker = try broker.broker()
    // A broker that cannot be used is told as by every other command, before the screen is taken over.
    try self.broker.tryBroker()
    let place = "\(broker.configuration.host):\(broker.configuration.port)"
    var state = ScreenState(topology: topology, place: place, now: .now(), view: try firstView)
    let feeds = LiveFeeds(
      broker: broker, topology: topology, since: try moment, management: try management.api(of: broker),
      follows: !once)
    feeds.start()
    defer { feeds.end() }
    if once { try printOnce(&state, feeds) } else { show(&state, feeds) }
  }

  private func printOnce(_ state: inout ScreenState, _ feeds: LiveFeeds) throws {
    let (columns, rows) = try dimensions
    state.handle(.size(columns: columns, rows: rows))
    let isRead = listen(&state, feeds)
    if !isRead { state.handle(.link("the journal is not read to its end")) }
    state.handle(.time(.now()))
    for line in state.lines {
      Terminal.print(Terminal.isColoured ? line.terminalText(isColoured: true) : line.trimmed)
    }
    if !isRead { throw ExitCode(CommandExit.unsuccessful.rawValue) }
  }

  /// Takes in what comes until the journal is read and every worker has had time to tell about itself.
  /// - Returns: whether the journal is read to its end; not so when nothing has come of it for a while.
  private func listen(_ state: inout ScreenState, _ feeds: LiveFeeds) -> Bool {
    let enough = Timestamp.now().adding(milliseconds: 2_500)
    var last = (count: 0, at: Timestamp.now())
    while true {
      let isRead = feeds.hasReadJournal
      let now = Timestamp.now()
      for event in feeds.take() { state.handle(event) }
      if state.live.entryCount > last.count { last = (state.live.entryCount, now) }
      if isRead, now >= enough { return true }
      guard now < last.at.adding(milliseconds: Watch.patience) else { return false }
      if isRead {
        StopSignal().wait(milliseconds: Int(enough.milliseconds - now.milliseconds))
      } else {
        feeds.awaitJournal(milliseconds: 50)
      }
    }
  }

  /// How many milliseconds of silence end the reading of a journal whose end does not come.
  private static let patience: Int64 = 30_000

  private func show(_ state: inout ScreenState, _ feeds: LiveFeeds) {
    guard let screen = TerminalScreen(isColoured: Terminal.isColoured) else { return }
    var keys = KeyReader()
    while !state.isOver, screen.endingSignal == nil {
      let size = screen.size
      state.handle(.size(columns: size.columns, rows: size.rows))
      state.handle(.time(.now()))
      for event in feeds.take() { state.handle(event) }
      screen.draw(state.lines)
      guard let bytes = screen.read(within: 200) else { break }
      for key in bytes.isEmpty ? keys.flush() : keys.keys(bytes) { state.handle(.key(key)) }
    }
    screen.leave()
    // Ends as the signal would have ended it, now that the terminal is as it was.
    if let signal = screen.endingSignal {
      Foundation.signal(signal, SIG_DFL)
      // To the process: this thread may be one that is kept from signals.
      kill(getpid(), signal)
      StopSignal().wait(milliseconds: 1_000)
    }
  }

  private var moment: Timestamp { get throws { try Since.moment(since, at: .now()) } }

  private var firstView: ScreenView {
    get throws {
      guard let view = ScreenView.named(view) else {
        throw ValidationError("--view '\(view)' is none of \(ScreenView.named.map(\.name).joined(separator: ", "))")
      }
      return view
    }
  }

  private var dimensions: (columns: Int, rows: Int) {
    get throws {
      let parts = size.split(separator: "x").map { Int($0) }
      guard parts.count == 2, let columns = parts[0], let rows = parts[1], (40...500).contains(columns),
        (10...300).contains(rows)
      else { throw ValidationError("--size '\(size)' is not columns and rows such as 80x24") }
      return (columns, rows)
    }
  }
}
