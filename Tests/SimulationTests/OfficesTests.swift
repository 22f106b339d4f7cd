import Foundation
import SimulatedOffices
import Simulation
import Testing

/// Nothing is lost and nothing happens twice, whatever goes wrong.
@Suite struct OfficesTests {
  /// Made once: working the visits undisturbed takes as long as many trials.
  static let small = Result { try Trial(caseload: Caseload(count: 48), size: Trial.Size(visits: 3)) }

  /// Many seeds with few visits each find more than few seeds with many.
  static let seeds = 2_000
  static let slice = 250

  @Test(arguments: stride(from: 0, to: seeds, by: slice).map { $0 })
  func everySeedEndsAsAnUndisturbedRun(from first: Int) throws {
    let trial = try Self.small.get()
    var tally = Tally()
    for seed in first..<first + Self.slice {
      let report = trial.run(seed: UInt64(seed))
      tally.take(report)
      #expect(report.violations.isEmpty, "simulate --seeds 1 --seed \(seed) --visits 3 --caseload 48 --trace")
      if !report.violations.isEmpty { return }
    }
    // A simulation in which nothing goes wrong proves nothing.
    for fault in Fault.allCases { #expect(tally.count(of: fault) > 0, "\(fault.name) never happened") }
    #expect(tally.visits > Self.slice)
    #expect(tally.pauses > 0, "no kill switch ever opened")
  }

  @Test func undisturbedVisitsTakeEveryWay() throws {
    let variety = try Self.small.get().variety
    for way in ["replaced", "queried", "appealed", "recoded", "billing: closed", "billing: inReview"] {
      #expect(variety[way, default: 0] > 0, "no visit is \(way): \(variety)")
    }
  }

  @Test func heavyWeatherIsWeathered() throws {
    let trial = try Trial(caseload: Caseload(count: 16), size: Trial.Size(visits: 12, intensity: 6))
    for seed in 0..<10 { #expect(trial.run(seed: UInt64(seed)).violations.isEmpty, "seed \(seed)") }
  }

  @Test func sameSeedGivesTheSameTrace() throws {
    let trial = try Self.small.get()
    let first = (0..<20).map { trial.run(seed: $0) }
    let second = (0..<20).map { trial.run(seed: $0) }
    #expect(first.map(\.trace) == second.map(\.trace))
    #expect(first.map(\.faults) == second.map(\.faults))
    #expect(Set(first.map(\.trace)).count == 20, "seeds differ from each other")
  }

  /// Hash tables are seeded anew in each process: what depends on their order differs between processes only.
  @Test func sameSeedGivesTheSameTraceInAnotherProcess() throws {
    let trial = try Self.small.get()
    let here = (0..<20).map { "seed \($0): " + String(trial.run(seed: $0).trace, radix: 16) }
    let arguments = "--seeds 20 --seed 0 --visits 3 --caseload 48 --hashes".split(separator: " ").map(String.init)
    for _ in 0..<2 {
      let there = try Program.run("simulate", arguments).split(separator: "\n").filter { $0.hasPrefix("seed ") }
      #expect(there.map(String.init) == here)
    }
  }
}

/// One of our executables, built beside the tests.
enum Program {
  static func run(_ name: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return text
  }
}
