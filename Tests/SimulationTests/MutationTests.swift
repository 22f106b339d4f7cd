import SimulatedOffices
import Testing

/// The simulation notices what it is for: each deliberate fault in the offices is found within a few seeds, and the same
/// seeds find nothing without it.
@Suite struct MutationTests {
  static let seeds: ClosedRange<UInt64> = 1...40

  @Test(arguments: Mutation.allCases) func isFound(_ mutation: Mutation) throws {
    let trial = try OfficesTests.small.get()
    var found: [String] = []
    for seed in Self.seeds where found.isEmpty {
      found =
        mutation.isOfReminders
        ? ReminderTrial().run(seed: seed, mutation: mutation).violations
        : trial.run(seed: seed, mutation: mutation).violations
    }
    #expect(!found.isEmpty, "\(mutation.rawValue) goes unnoticed")
    if mutation == .forgetOriginalClaim { #expect(found.contains { $0.contains("carries no REF*F8") }) }
  }

  @Test func withoutMutationTheSameSeedsFindNothing() throws {
    let trial = try OfficesTests.small.get()
    for seed in Self.seeds {
      #expect(trial.run(seed: seed).violations.isEmpty, "seed \(seed)")
      #expect(ReminderTrial().run(seed: seed).violations.isEmpty, "seed \(seed) of reminders")
    }
  }
}
