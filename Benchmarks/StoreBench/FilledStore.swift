import Foundation
import Office
import PostgresStore
import SQLiteStore

/// A store with the work of many visits in it.
struct FilledStore {
  let url: String
  /// How many rounds of visits it is filled with.
  let copies: Int
  private var store: (any Store)?
  /// Microseconds for each message, one figure for each round.
  private var figures: [Double] = []
  private var bytesWritten = 0.0

  init(url: String, copies: Int) {
    self.url = url
    self.copies = copies
  }

  /// Opens the store for measuring.
  mutating func open() throws { store = try opened() }

  private func opened() throws -> any Store {
    if url.hasPrefix("sqlite:") { return try SQLiteStore(path: String(url.dropFirst("sqlite:".count))) }
    return try PostgresStore(url: url)
  }

  /// Writes what `copies` rounds leave behind: the last state of each case, all receipts and all ledger lines.
  func fill(_ trace: [BatchTrace]) throws {
    let store = try opened()
    defer { store.close() }
    let left = BatchTrace(calls: FilledStore.remains(of: trace))
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

  /// Handles the batches of another round; the first round is not counted.
  mutating func measure(_ batches: [BatchTrace], round: Int) throws {
    let copy = batches.map { $0.copied(copies + round) }
    let written = FilledStore.bytesWritten()
    let start = DispatchTime.now()
    try replay(copy)
    let nanoseconds = DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds
    guard round > 0 else { return }
    let messages = Double(copy.reduce(0) { $0 + $1.messages })
    figures.append(Double(nanoseconds) / 1_000 / messages)
    bytesWritten += (FilledStore.bytesWritten() - written) / messages
  }

  /// Handles the batches of another round, unmeasured.
  func work(_ batches: [BatchTrace], round: Int) throws {
    try replay(batches.map { $0.copied(copies + round) })
  }

  private func replay(_ batches: [BatchTrace]) throws {
    guard let store else { return }
    for batch in batches {
      try store.transaction { transaction throws(StoreError) in try batch.replay(in: transaction) }
    }
  }

  /// What this process has written to files and sockets so far.
  private static func bytesWritten() -> Double {
    let text = (try? String(contentsOfFile: "/proc/self/io", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("wchar: ") }
    return line.flatMap { Double($0.dropFirst("wchar: ".count)) } ?? 0
  }

  /// The median of the rounds.
  var median: Double { figures.sorted()[figures.count / 2] }

  var summary: String {
    let sorted = figures.sorted()
    return String(
      format: "%.1f µs a message (quartiles %.1f and %.1f), %.0f bytes written", median, sorted[sorted.count / 4],
      sorted[sorted.count * 3 / 4], bytesWritten / Double(figures.count))
  }
}
