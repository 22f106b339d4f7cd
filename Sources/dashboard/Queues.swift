import ArgumentParser
import ClaimModel
import DashboardKit
import Office
import WorkerBootstrap

struct Queues: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints every queue with its messages ready and its consumers.",
    discussion: "Exit code 1 when no queue is as the conditions say.")

  @OptionGroup var broker: BrokerOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var management: ManagementOptions
  @OptionGroup var repetition: RepetitionOptions
  @OptionGroup var conditions: FilterArguments

  func validate() throws { _ = try conditions.filter(.queues) }

  func run() throws {
    let filter = try conditions.filter(.queues)
    let topology = Topology.offices(payers: broker.payerIDs).shared
    let api = try management.api(of: try broker.broker())
    let session = try broker.openSession(name: "dashboard", topology: topology)
    defer { session.close() }
    try repetition.run {
      var table = QueueTable()
      var isEmpty = true
      let held = try api?.unacknowledged() ?? [:]
      for queue in topology.queues {
        let reading = QueueReading(
          queue: queue.name,
          depth: try Unavailable.wrap { () throws(BrokerError) in try session.inspect(queue: queue.name) },
          unacknowledged: held[queue.name])
        guard filter.keeps(reading, at: .now()) else { continue }
        isEmpty = false
        table.add(reading)
      }
      Terminal.print(output.format == .json ? table.json : table.text, terminator: "")
      return !isEmpty
    }
  }
}
