import ArgumentParser
import DashboardKit
import Office
import WorkerBootstrap

struct Queues: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints every queue with its messages ready and its consumers.")

  @OptionGroup var broker: BrokerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let topology = Topology.offices(payers: broker.payerIDs).shared
    let session = try broker.openSession(name: "dashboard", topology: topology)
    defer { session.close() }
    var table = QueueTable()
    for queue in topology.queues {
      do {
        table.add(queue.name, try session.inspect(queue: queue.name))
      } catch {
        throw CommandFailure(error.description, exitCode: .unavailable)
      }
    }
    Terminal.print(output.format == .json ? table.json : table.text, terminator: "")
  }
}
