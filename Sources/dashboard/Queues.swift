import ArgumentParser
import ClaimModel
import DashboardKit
import Office
import WorkerBootstrap

struct Queues: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints every queue with its messages ready and its consumers.",
    discussion: """
      It only looks: a queue that is not there is told to be missing, and not declared.

      Exit code 1 when no queue is as the conditions say, or one of those that are printed is missing.
      """)

  @OptionGroup var broker: BrokerOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var management: ManagementOptions
  @OptionGroup var repetition: RepetitionOptions
  @OptionGroup var conditions: FilterArguments

  func validate() throws { _ = try conditions.filter(.queues) }

  func run() throws {
    let filter = try conditions.filter(.queues)
    let names = Topology.offices(payers: broker.payerIDs).queues.map(\.name)
    let connection = try broker.broker()
    let api = try management.api(of: connection)
    let depths = LastingFeed(follows: repetition.follow) { () throws(BrokerError) in
      try DepthReader(broker: connection, name: Reader.name)
    } close: {
      $0.close()
    } tell: {
      Loss.tell($0)
    }
    defer { depths.end() }
    var hasCounted = false
    try repetition.run {
      var held: [String: Int] = [:]
      do throws(CommandFailure) {
        held = try api?.unacknowledged() ?? [:]
        hasCounted = true
      } catch {
        // It goes when the broker does, and comes back later than the broker.
        guard repetition.follow, hasCounted else { throw error }
        Terminal.progress(error.description)
      }
      let readings = try Unavailable.wrap { () throws(BrokerError) in
        try depths.use { reader throws(BrokerError) in try reader.readings(of: names) }
      }
      var table = QueueTable()
      for var reading in readings ?? [] {
        reading.unacknowledged = held[reading.queue]
        if filter.keeps(reading, at: .now()) { table.add(reading) }
      }
      Terminal.print(output.format == .json ? table.json : table.text, terminator: "")
      return !table.isEmpty && !table.hasMissing
    }
  }
}
