import ArgumentParser
import ClaimModel
import Foundation
import Office
import PostgresStore
import SQLiteStore

/// Measures what a message costs in the billing office's store, with many visits already in it.
@main
struct StoreBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store-bench",
    abstract: "Fills a billing office's store with visits, then measures batches of 128 messages in it.",
    discussion: "Prints microseconds for each message: the median of the rounds.")

  @Option(help: "sqlite:PATH or postgres://…; a new, empty store.")
  var store: String

  @Option(help: "The visits the store has before it is measured, at least; filled up in whole rounds.")
  var visits: Int

  @Option(help: "The visits of one round.")
  var roundVisits = 1_280

  @Option(help: "The rounds to measure, after one that is not.")
  var rounds = 7

  @Option(help: "What to do between filling and measuring, as a shell command.")
  var settle: String?

  func run() throws {
    let trace = try BillingOffice.trace(visits: roundVisits)
    let copies = (visits + roundVisits - 1) / roundVisits
    try fill(trace, copies: copies)
    if let settle { try shell(settle) }
    let store = try open()
    defer { store.close() }
    let full = trace.filter { $0.messages == 128 }
    var figures: [Double] = []
    for round in 0...rounds {
      let copy = full.map { $0.copied(copies + round) }
      let start = DispatchTime.now()
      for batch in copy {
        try store.transaction { transaction throws(StoreError) in try batch.replay(in: transaction) }
      }
      let nanoseconds = DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds
      if round > 0 { figures.append(Double(nanoseconds) / 1_000 / Double(128 * full.count)) }
    }
    figures.sort()
    print(
      String(
        format: "%.1f µs a message (%.1f to %.1f in %d rounds of %d batches), %d visits", figures[figures.count / 2],
        figures[0], figures[figures.count - 1], rounds, full.count, copies * roundVisits))
  }

  private func open() throws -> any Store {
    if store.hasPrefix("sqlite:") { return try SQLiteStore(path: String(store.dropFirst("sqlite:".count))) }
    return try PostgresStore(url: store)
  }

  /// Writes what `copies` rounds leave behind: the last state of each case, all receipts and all ledger lines.
  private func fill(_ trace: [BatchTrace], copies: Int) throws {
    let store = try open()
    defer { store.close() }
    let left = BatchTrace(calls: StoreBench.remains(of: trace))
    for copy in 0..<copies {
      let batch = left.copied(copy)
      try store.transaction { transaction throws(StoreError) in try batch.replay(in: transaction) }
    }
  }

  private static func remains(of trace: [BatchTrace]) -> [BatchTrace.Call] {
    var cases: [CaseKey: [UInt8]] = [:]
    var others: [BatchTrace.Call] = []
    for call in trace.flatMap(\.calls) {
      switch call {
      case .saveCases(let some): for (key, body) in some { cases[key] = body }
      case .saveReceipts, .append: others.append(call)
      case .receipts, .loadCases, .nextNumber: break
      }
    }
    return [.saveCases(cases.map { ($0.key, $0.value) })] + others
  }

  private func shell(_ command: String) throws {
    let process = try Process.run(URL(filePath: "/bin/sh"), arguments: ["-c", command])
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ExitCode(process.terminationStatus) }
  }
}
