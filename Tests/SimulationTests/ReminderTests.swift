import SimulatedOffices
import Simulation
import Testing

/// Every reminder that is not taken back comes once and not before its time, whatever goes wrong.
@Suite struct ReminderTests {
  static let slice = 500

  @Test(arguments: stride(from: 0, to: 4 * slice, by: slice).map { $0 })
  func everyReminderComesOnce(from first: Int) {
    var reminded = 0
    var calls = 0
    var faults = [Int](repeating: 0, count: Fault.allCases.count)
    for seed in first..<first + Self.slice {
      let report = ReminderTrial().run(seed: UInt64(seed))
      #expect(report.violations.isEmpty, "simulate --reminders --seeds 1 --seed \(seed) --trace: \(report.violations)")
      if !report.violations.isEmpty { return }
      reminded += report.reminded
      calls += report.calls
      for fault in faults.indices { faults[fault] += report.faults[fault] }
    }
    // A simulation in which nothing comes and nothing goes wrong proves nothing.
    #expect(reminded > Self.slice)
    #expect(calls > reminded, "no call was lost, repeated or too late")
    for fault in Fault.allCases { #expect(faults[fault.rawValue] > 0, "\(fault.name) never happened") }
  }

  @Test func heavyWeatherIsWeathered() {
    for seed in 0..<50 {
      let report = ReminderTrial(intensity: 6).run(seed: UInt64(seed))
      #expect(report.violations.isEmpty, "seed \(seed): \(report.violations)")
    }
  }

  @Test func sameSeedGivesTheSameTrace() {
    let first = (0..<20).map { ReminderTrial().run(seed: $0) }
    let second = (0..<20).map { ReminderTrial().run(seed: $0) }
    #expect(first.map(\.trace) == second.map(\.trace))
    #expect(Set(first.map(\.trace)).count == 20, "seeds differ from each other")
  }
}
