import ArgumentParser
import Office
import PracticeDesk
import WorkerBootstrap

struct Work: WorkerCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answers documentation queries and pays statements until it is stopped (SIGTERM).")

  @OptionGroup var worker: WorkerOptions

  var office: String { "practice" }

  func run() async throws {
    let desk = PracticeDesk()
    try await runWorker(WorkedDesk(desk), queues: desk.office.inboxes.map(\.queue), options: worker)
  }
}
