import ArgumentParser
import ClaimModel
import Foundation
import Logging
import Office

/// How a worker runs, for every command that starts one.
public struct WorkerOptions: ParsableArguments {
  @OptionGroup var broker: BrokerOptions

  @OptionGroup var store: StoreOptions

  @Option(help: "The worker's name; by default the process id.")
  var name: String?

  @Option(help: "The most messages handled in one transaction.")
  var batch: Int = 256

  @Option(help: "The most unacknowledged messages of each queue.")
  var prefetch: Int = 512

  @Flag(help: "Keep trying when the broker or the store cannot be reached at the start.")
  var wait = false

  @Option(
    help: ArgumentHelp(
      "How long it is remembered that a message was handled: 30d, 12h, 90m or never to forget. A message that comes again after that time is handled again.",
      valueName: "time"))
  var receiptRetention = RetentionTime.standard

  @Option(
    help: ArgumentHelp("Keep a copy of every X12 interchange this worker sends in a folder.", valueName: "folder"))
  var ediArchive: String?

  @Option(help: "trace, debug, info, notice, warning, error or critical.")
  var logLevel: String = "notice"

  /// Options from the command line.
  public init() {}

  /// Checks ranges.
  public func validate() throws {
    guard (1...10_000).contains(batch) else { throw ValidationError("--batch must be from 1 to 10000") }
    guard (1...65_535).contains(prefetch) else { throw ValidationError("--prefetch must be from 1 to 65535") }
    guard receiptRetention.milliseconds ?? .max >= 3_600_000 else {
      throw ValidationError("--receipt-retention must be at least 1h")
    }
    guard Logger.Level(rawValue: logLevel) != nil else {
      throw ValidationError("--log-level '\(logLevel)' is no level")
    }
  }

  /// How a worker of `office` that reads `queues` runs.
  func configuration(for office: OfficeID, queues: [String]) -> WorkerConfiguration {
    let name = "\(office)/\(name ?? String(ProcessInfo.processInfo.processIdentifier))"
    return WorkerConfiguration(
      name: name, queues: queues, topology: broker.topology, batchLimit: batch, prefetch: prefetch,
      waitsForBroker: wait,
      receiptRetentionMilliseconds: receiptRetention.milliseconds, seed: StableHash.value(name))
  }
}
