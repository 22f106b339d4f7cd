import ArgumentParser
import BillingDesk
import ClaimModel
import Office
import WorkerBootstrap

struct Work: WorkerCommand {
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

  var office: String { "billing" }

  func run() async throws {
    let rules = try rules.read()
    let desk = BillingDesk(rules: rules, bundleLimit: batchClaims)
    let worked = WorkedDesk(desk) { store, now throws(StoreError) in
      let count = try FollowUpUpkeep.run(on: store, rules: rules, now: now) ?? 0
      return count == 0 ? nil : "gave \(count) accounts of an earlier version their reminders"
    }
    try await runWorker(worked, queues: desk.office.inboxes.map(\.queue), options: worker)
  }
}
