import ArgumentParser
import Foundation
import SimulatedOffices
import Simulation

@main
struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Runs all offices under faults drawn from seeds, and checks that nothing is lost or done twice.",
    discussion: "Exit codes: 0 nothing was wrong; 1 a seed found something.")

  @Option(help: "How many seeds.")
  var seeds: Int = 1_000

  @Option(help: "The first seed.")
  var seed: UInt64 = 1

  @Option(help: "Visits of one seed, at most.")
  var visits: Int = 16

  @Option(help: "How many different visits there are.")
  var caseload: Int = 512

  @Option(help: "Scales the chances of all faults.")
  var intensity: Double = 1

  @Option(help: "Break the offices deliberately: \(Mutation.allCases.map(\.rawValue).joined(separator: ", ")).")
  var mutation: Mutation?

  @Flag(help: "Run one office that is reminded of many things, in place of all offices.")
  var reminders = false

  @Flag(help: "Tell everything that happens.")
  var trace = false

  @Flag(help: "Print one line for each seed: its number and the hash of everything that happened.")
  var hashes = false

  func run() throws {
    if reminders { return try runReminders() }
    let trial = try Trial(
      caseload: Caseload(count: caseload), size: Trial.Size(visits: visits, intensity: intensity))
    tell(
      "undisturbed: "
        + trial.variety.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    var tally = Tally()
    let start = processorSeconds()
    for seed in seed..<seed + UInt64(max(seeds, 0)) {
      let report = trial.run(seed: seed, mutation: mutation, narrator: trace ? { tell($0) } : nil)
      tally.take(report)
      if hashes { tell("seed \(seed): \(String(report.trace, radix: 16))") }
      guard report.violations.isEmpty else {
        tell("seed \(seed): \(report.violations.count) violations")
        for violation in report.violations { tell("  \(violation)") }
        tell("run it again: \(reproduction(of: seed))")
        throw ExitCode(1)
      }
      if tally.seeds % 1_000 == 0 { tell(tally.line(seconds: processorSeconds() - start)) }
    }
    tell(tally.text(seconds: processorSeconds() - start))
  }

  private func runReminders() throws {
    let trial = ReminderTrial(intensity: intensity)
    var (reminded, calls, steps, faults) = (0, 0, 0, 0)
    for seed in seed..<seed + UInt64(max(seeds, 0)) {
      let report = trial.run(seed: seed, mutation: mutation, narrator: trace ? { tell($0) } : nil)
      if hashes { tell("seed \(seed): \(String(report.trace, radix: 16))") }
      guard report.violations.isEmpty else {
        tell("seed \(seed): \(report.violations.count) violations")
        for violation in report.violations { tell("  \(violation)") }
        tell("run it again: \(reproduction(of: seed)) --reminders")
        throw ExitCode(1)
      }
      reminded += report.reminded
      calls += report.calls
      steps += report.steps
      faults += report.faults.reduce(0, +)
    }
    tell("\(seeds) seeds, \(reminded) reminders of \(calls) calls, \(steps) steps of workers, \(faults) faults")
  }

  /// Prints a line at once: whoever reads along in a file or pipe does not want to wait for a buffer to fill.
  private func tell(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

  /// Processor time used so far: what a busy machine takes away does not count.
  private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
  }

  private func reproduction(of seed: UInt64) -> String {
    "$(Scripts/build-release simulate)/simulate --seeds 1 --seed \(seed) --visits \(visits) --caseload \(caseload) "
      + "--intensity \(intensity)" + (mutation.map { " --mutation \($0.rawValue)" } ?? "") + " --trace"
  }
}

extension Mutation: ExpressibleByArgument {}
