import ArgumentParser
import DashboardKit
import Office
import WorkerBootstrap

/// How often a command prints what it sees.
struct RepetitionOptions: ParsableArguments {
  @Flag(help: "Print again and again.")
  var follow = false

  @Flag(help: "Print once, as without --follow.")
  var once = false

  @Option(help: ArgumentHelp("With --follow: how long to wait in between.", valueName: "time"))
  var every: String = "2s"

  func validate() throws {
    guard !(once && follow) else { throw ValidationError("--once and --follow exclude each other") }
    _ = try milliseconds
  }

  /// The wait.
  var milliseconds: Int {
    get throws {
      guard let span = Span(every), (100...3_600_000).contains(span.milliseconds) else {
        throw ValidationError("--every '\(every)' is no time from 100ms to 1h")
      }
      return Int(span.milliseconds)
    }
  }

  /// Runs `body` once, or until the process is ended.
  /// - Throws: exit code 1 when `body`, asked once, finds nothing.
  func run(_ body: () throws -> Bool) throws {
    let never = StopSignal()
    while true {
      let found = try body()
      guard follow else {
        if !found { throw ExitCode(CommandExit.unsuccessful.rawValue) }
        return
      }
      never.wait(milliseconds: try milliseconds)
    }
  }
}
