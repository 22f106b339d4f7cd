import ArgumentParser
import ClaimModel
import Foundation
import Office

/// Measures what a message costs in the billing office's store, with few and with many visits already in it.
@main
struct StoreBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store-bench",
    abstract: "Fills two billing offices' stores, then measures batches of 128 messages in both, turn by turn.",
    discussion: "Prints microseconds for each message, the median of the rounds, and the ratio of many visits to few.")

  @Option(help: "sqlite:PATH or postgres://…; a new, empty store for the few visits.")
  var smallStore: String

  @Option(help: "The few visits; filled up in whole rounds.")
  var smallVisits = 10_000

  @Option(help: "sqlite:PATH or postgres://…; a new, empty store for the many visits.")
  var largeStore: String

  @Option(help: "The many visits.")
  var largeVisits = 1_000_000

  @Option(help: "The visits of one round.")
  var roundVisits = 1_280

  @Option(help: "The rounds to measure, after one that is not.")
  var rounds = 25

  @Option(
    help: ArgumentHelp(
      "The rounds that the large store is worked on before, unmeasured, so that it is measured in the midst of its work and not just after a checkpoint, when every page that is changed for the first time is written whole. The small store has that behind it after one round."
    ))
  var warmUp = 0

  @Option(help: "What to do between filling and measuring, as a shell command.")
  var settle: String?

  func run() throws {
    let trace = try BillingOffice.trace(visits: roundVisits)
    var stores = [
      FilledStore(url: smallStore, copies: (smallVisits + roundVisits - 1) / roundVisits),
      FilledStore(url: largeStore, copies: (largeVisits + roundVisits - 1) / roundVisits),
    ]
    for store in stores { try store.fill(trace) }
    if let settle { try shell(settle) }
    let full = trace.filter { $0.messages == 128 }
    for index in stores.indices { try stores[index].open() }
    for round in 0..<warmUp { try stores[1].work(full, round: rounds + 1 + round) }
    // Turn by turn: what else the machine does falls on both.
    for round in 0...rounds {
      for index in stores.indices { try stores[index].measure(full, round: round) }
    }
    for store in stores {
      print("\(store.copies * roundVisits) visits: \(store.summary), \(rounds) rounds of \(full.count) batches")
    }
    print(String(format: "ratio %.2f", stores[1].median / stores[0].median))
  }

  private func shell(_ command: String) throws {
    let process = try Process.run(URL(filePath: "/bin/sh"), arguments: ["-c", command])
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ExitCode(process.terminationStatus) }
  }
}
