import ArgumentParser
import WorkerBootstrap

@main
struct Dashboard: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard",
    abstract: "Watches the offices over the broker, and works their parking lots.",
    discussion: """
      Without a subcommand, on a terminal: the offices live on the whole screen. Watching takes nothing from anybody.

      Exit codes: 0 done; 1 the outcome is not what was asked for (nothing found, books that do not balance); 2 the broker
      cannot be used; 64 wrong usage; 65 an input cannot be read. docs/dashboard.md has conditions and JSON.
      """,
    version: Program.version,
    subcommands: [
      Watch.self, Tail.self, Trace.self, Queues.self, Workers.self, Denials.self, Report.self, Parked.self, Inject.self,
      Drain.self, Planning.self, Serve.self, Definitions.self,
    ], defaultSubcommand: Watch.self)

  static func main() async { await start() }
}
