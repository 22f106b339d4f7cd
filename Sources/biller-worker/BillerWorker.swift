import ArgumentParser
import WorkerBootstrap

@main
struct BillerWorker: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "biller-worker",
    abstract: "The billing office: submits claims, posts payments, works denials, bills patients.",
    version: Program.version,
    subcommands: [
      Work.self, Claims.self, Post.self, WorkListCommand.self, AccountCommand.self, Resolve.self, Place.self,
      ReportCommand.self, Triage.self, LedgerCommand.self,
    ],
    defaultSubcommand: Work.self)

  static func main() async { await start() }
}
