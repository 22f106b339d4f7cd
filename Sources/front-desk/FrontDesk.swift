import ArgumentParser
import WorkerBootstrap

@main
struct FrontDesk: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "front-desk",
    abstract: "The practice: submits documented visits, answers queries, and plays the patient who pays.",
    version: Program.version,
    subcommands: [Submit.self, Work.self])

  static func main() async { await start() }
}
