import Chaos
import Testing

@Suite struct ScheduleTests {
  static let plans = [
    Schedule.Plan(windowMilliseconds: 26_000, heartbeatMilliseconds: 1_000),
    Schedule.Plan(windowMilliseconds: 250_000, heartbeatMilliseconds: 4_000),
  ]

  @Test(arguments: plans, [1, 2, 99] as [UInt64]) func everyKindOccurs(plan: Schedule.Plan, seed: UInt64) {
    let kinds = Set(Schedule(seed: seed, plan: plan).faults.map(\.kind))
    #expect(kinds == Set(FaultKind.allCases).subtracting(plan.isLong ? [] : [.brokerKilled]))
  }

  @Test(arguments: plans) func sameSeedGivesTheSameScheduleAndAnotherAnother(plan: Schedule.Plan) {
    #expect(Schedule(seed: 7, plan: plan).faults == Schedule(seed: 7, plan: plan).faults)
    #expect(Schedule(seed: 7, plan: plan).faults != Schedule(seed: 8, plan: plan).faults)
  }

  @Test(arguments: plans, FaultKind.Track.allCases)
  func faultsOfATrackComeOneAfterTheOther(plan: Schedule.Plan, track: FaultKind.Track) throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      let faults = Schedule(seed: seed, plan: plan).faults(on: track)
      for (fault, next) in zip(faults, faults.dropFirst()) {
        #expect(fault.startMilliseconds + fault.busyMilliseconds <= next.startMilliseconds)
      }
      let last = try #require(faults.last)
      #expect(faults[0].startMilliseconds >= 0)
      #expect(last.startMilliseconds + last.busyMilliseconds <= plan.windowMilliseconds, "\(track) takes too long")
    }
  }

  @Test(arguments: plans) func silencesOutlastTheHeartbeats(plan: Schedule.Plan) {
    for fault in Schedule(seed: 3, plan: plan).faults
    where [.workerStopped, .brokerConnectionStalled, .brokerConnectionHalfOpen].contains(fault.kind) {
      #expect(fault.holdMilliseconds > 3 * plan.heartbeatMilliseconds)
    }
  }

  @Test func longRunsOutlastTheLimitsForConfirmsAndAnswers() {
    let faults = Schedule(seed: 3, plan: Self.plans[1]).faults
    #expect(faults.contains { $0.kind == .memoryAlarm && $0.holdMilliseconds > 30_000 })
    #expect(faults.contains { $0.kind == .postgresConnectionStalled && $0.holdMilliseconds > 60_000 })
    #expect(faults.contains { $0.kind == .postgresConnectionHalfOpen && $0.holdMilliseconds > 60_000 })
  }
}
