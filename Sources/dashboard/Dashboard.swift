import ArgumentParser
import WorkerBootstrap

@main
struct Dashboard: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard",
    abstract: "Watches the offices over the broker: tails the journal, traces visits, reports.",
    discussion: "Reads without consuming: nothing shown here is taken from anybody.",
    subcommands: [Tail.self, Trace.self, Queues.self, Report.self, Definitions.self])

  static func main() async { await start() }
}
