import ArgumentParser
import WorkerBootstrap

@main
struct PayerSimulator: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "payer-simulator",
    abstract: "A payer: acknowledges, adjudicates and pays professional claims.",
    version: Program.version,
    subcommands: [Work.self, Adjudicate.self], defaultSubcommand: Work.self)

  static func main() async { await start() }
}
