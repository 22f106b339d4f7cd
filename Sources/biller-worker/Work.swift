import ArgumentParser
import BillingDesk
import Office
import WorkerBootstrap

struct Work: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bills until it is stopped (SIGTERM).")

  @OptionGroup var worker: WorkerOptions

  func run() async throws {
    let desk = BillingDesk()
    try await runWorker(WorkedDesk(desk), queues: desk.office.inboxes.map(\.queue), options: worker)
  }
}
