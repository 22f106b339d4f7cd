import ArgumentParser
import BillingDesk
import Office
import WorkerBootstrap

struct Work: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bills until it is stopped (SIGTERM).")

  @OptionGroup var worker: WorkerOptions
  @OptionGroup var rules: RuleOptions

  @Option(help: ArgumentHelp("The most claims in one interchange, from 1 to 5000.", valueName: "n"))
  var batchClaims = 100

  func validate() throws {
    guard (1...5_000).contains(batchClaims) else {
      throw ValidationError("--batch-claims \(batchClaims) is not from 1 to 5000")
    }
  }

  func run() async throws {
    let desk = BillingDesk(rules: try rules.read(), bundleLimit: batchClaims)
    try await runWorker(WorkedDesk(desk), queues: desk.office.inboxes.map(\.queue), options: worker)
  }
}
