import ArgumentParser
import Office
import PayerDesk
import WorkerBootstrap

struct Work: WorkerCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answers claims and appeals until it is stopped (SIGTERM).")

  @OptionGroup var worker: WorkerOptions
  @OptionGroup var plan: PlanOptions
  @OptionGroup var injection: InjectionOptions

  var office: String { plan.payer.map { "payer.\($0)" } ?? "payer" }

  func run() async throws {
    let desk = PayerDesk(adjudicator: try plan.adjudicator(), injector: try injection.injector())
    try await runWorker(WorkedDesk(desk), queues: desk.office.inboxes.map(\.queue), options: worker)
  }
}
