import ArgumentParser
import WorkerBootstrap

@main
struct CoderWorker: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coder-worker",
    abstract: "The coding office: assigns ICD-10-CM, CPT and HCPCS codes to documented visits.",
    version: Program.version,
    subcommands: [Work.self, Code.self, CodeSetsCommand.self], defaultSubcommand: Work.self)

  static func main() async { await start() }
}
