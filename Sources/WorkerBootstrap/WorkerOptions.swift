import ArgumentParser
import ClaimModel
import Foundation
import Office

/// How a worker runs, for every command that starts one.
public struct WorkerOptions: ParsableArguments {
  @OptionGroup var broker: BrokerOptions

  @OptionGroup var store: StoreOptions

  @Option(help: "The worker's name, of letters, digits and - _ . : @; by default the process id.")
  var name: String?

  @Option(help: "The most messages handled in one transaction.")
  var batch: Int = 256

  @Option(help: "The most unacknowledged messages of each queue.")
  var prefetch: Int = 512

  @Flag(help: "Keep trying when the broker or the store cannot be reached at the start.")
  var wait = false

  @Flag(
    help:
      "Park every message whose sender (user_id) is not a user of the office that may send it. Without this only a sender known as another office's user is refused, so that one user for all works."
  )
  var requireSenders = false

  @Option(
    help: ArgumentHelp(
      "How long it is remembered that a message was handled: 30d, 12h, 90m or never to forget. A message that comes again after that time is handled again.",
      valueName: "time"))
  var receiptRetention = RetentionTime.standard

  @Option(
    help: ArgumentHelp("Keep a copy of every X12 interchange this worker sends in a folder.", valueName: "folder"))
  var ediArchive: String?

  @OptionGroup var operation: OperationOptions

  @OptionGroup var log: LogOptions

  /// Options from the command line.
  public init() {}

  /// Checks ranges.
  public func validate() throws {
    if let name, !WorkerOptions.isName(name) {
      throw ValidationError(
        "--name must be of 1 to \(WorkerOptions.longestName) letters, digits and - _ . : @, on one line")
    }
    guard (1...10_000).contains(batch) else { throw ValidationError("--batch must be from 1 to 10000") }
    guard (1...65_535).contains(prefetch) else { throw ValidationError("--prefetch must be from 1 to 65535") }
    guard receiptRetention.milliseconds ?? .max >= 3_600_000 else {
      throw ValidationError("--receipt-retention must be at least 1h")
    }
  }

  /// The longest name, in bytes: with the office and the loop it must fit into 255.
  private static let longestName = 128

  /// Whether a text can be a worker's name: it stands in logs, in the journal, and in names of queues.
  private static func isName(_ text: String) -> Bool {
    (1...longestName).contains(text.utf8.count)
      && text.allSatisfy { $0.isLetter || $0.isWholeNumber || "-_.:@".contains($0) }
  }

  /// The name of this process: `office/name`.
  func processName(for office: OfficeID) -> String { processName(in: office.description) }

  /// The name of this process in the office of a name.
  func processName(in office: String) -> String {
    "\(office)/\(name ?? String(ProcessInfo.processInfo.processIdentifier))"
  }

  /// How the batch loops of this process run: each a worker of `office` that reads `queues`, named `office/name`, or
  /// `office/name-1` and so on when there are several.
  func configurations(for office: OfficeID, queues: [String], pace: WorkPace? = nil) -> [WorkerConfiguration] {
    let process = processName(for: office)
    return (1...operation.concurrency).map { loop in
      let name = operation.concurrency == 1 ? process : "\(process)-\(loop)"
      return WorkerConfiguration(
        name: name, queues: queues, topology: .worker(of: office, payers: broker.payerIDs), batchLimit: batch,
        prefetch: prefetch, requiresSenders: requireSenders, takesOrders: true, waitsForBroker: wait,
        receiptRetentionMilliseconds: receiptRetention.milliseconds, seed: StableHash.value(name),
        killSwitch: operation.killSwitch.settings, pace: pace)
    }
  }
}
