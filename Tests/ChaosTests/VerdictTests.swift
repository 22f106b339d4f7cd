import Chaos
import Testing

@Suite struct VerdictTests {
  private static let schedule = Schedule(
    seed: 1, plan: Schedule.Plan(windowMilliseconds: 26_000, heartbeatMilliseconds: 1_000))

  private static let sound: Outcome = {
    var paid = Outcome.VisitOutcome()
    paid.isFinal = true
    paid.aspects = ["billing.state": "closed", "billing.balance": "100.00"]
    return Outcome(
      report: Outcome.Report(
        visits: .init(total: 2, final: 2, byState: ["billing: closed": 2]), money: ["charged": "200.00"],
        isBalanced: true, recodeRequests: 0),
      ledgerFindings: "", visits: ["V1": paid, "V2": paid], claimsTakenTwice: [], parked: [],
      queues: [
        .init(name: "practice.inbox", ready: 0, unacknowledged: 0, consumers: 2),
        .init(name: "journal", ready: 70, unacknowledged: 0, consumers: 0),
      ], journalRecords: 10, journalRepetitions: 1)
  }()

  private static let aftermath: Aftermath = {
    var aftermath = Aftermath()
    for fault in schedule.faults { aftermath.faults[fault.kind, default: 0] += 1 }
    for loss in Aftermath.Loss.allCases { aftermath.losses[loss] = 1 }
    aftermath.expectedConsumers = ["practice.inbox": 2]
    return aftermath
  }()

  private func findings(_ disturb: (inout Outcome, inout Aftermath) -> Void) -> [String] {
    var outcome = Self.sound
    var aftermath = Self.aftermath
    disturb(&outcome, &aftermath)
    return Verdict(submitted: 2, schedule: Self.schedule, calm: Self.sound, disturbed: outcome, aftermath: aftermath)
      .findings
  }

  @Test func nothingIsFoundWhereNothingIsWrong() { #expect(findings { _, _ in } == []) }

  /// Each thing that can be wrong, alone, with a word of what is to be said of it.
  static let wrongs: [(words: String, disturb: @Sendable (inout Outcome, inout Aftermath) -> Void)] = [
    ("the journal knows 1 of 2", { outcome, _ in outcome.report.visits.total = 1 }),
    ("neither final nor parked", { outcome, _ in outcome.visits["V2"]?.isFinal = false }),
    ("the stores know 1 of 2", { outcome, _ in outcome.visits["V2"] = nil }),
    ("the ledger is wrong", { outcome, _ in outcome.ledgerFindings = "WRONG" }),
    ("do not balance", { outcome, _ in outcome.report.isBalanced = false }),
    ("took 1 claims twice", { outcome, _ in outcome.claimsTakenTwice = ["BEACON1 V1-1"] }),
    ("money differs", { outcome, _ in outcome.report.money["charged"] = "300.00" }),
    ("states differ", { outcome, _ in outcome.report.visits.byState = ["billing: inReview": 2] }),
    ("recode requests differ", { outcome, _ in outcome.report.recodeRequests = 1 }),
    (
      "visit V1 differs: billing.balance: 100.00 became 90.00",
      { outcome, _ in outcome.visits["V1"]?.aspects["billing.balance"] = "90.00" }
    ),
    (
      "messages were parked",
      { outcome, _ in outcome.parked = [.init(queue: "billing.parked", reason: "unknown", correlation: "V1")] }
    ),
    ("has 3 messages left", { outcome, _ in outcome.queues[0].unacknowledged = 3 }),
    ("has 1 consumers in place of 2", { outcome, _ in outcome.queues[0].consumers = 1 }),
    ("has 0 consumers in place of 2", { outcome, _ in outcome.queues.remove(at: 0) }),
    ("ended by itself", { _, aftermath in aftermath.deaths = ["worker coding/1 ended by itself"] }),
    ("could not be", { _, aftermath in aftermath.failures = ["diskFull could not be carried out"] }),
    ("no fault of kind diskFull", { _, aftermath in aftermath.faults[.diskFull] = 0 }),
    ("nothing was noticed of", { _, aftermath in aftermath.losses[.heartbeats] = nil }),
    ("still held", { _, aftermath in aftermath.halfOpenConnections = 1 }),
  ]

  @Test(arguments: wrongs.indices) func everythingThatIsWrongIsFound(index: Int) {
    let (words, disturb) = Self.wrongs[index]
    #expect(findings(disturb).contains { $0.contains(words) }, "\(findings(disturb))")
  }

  @Test func aVisitThatIsNotFinalIsExplainedByItsParkedMessage() {
    let found = findings { outcome, _ in
      outcome.visits["V2"]?.isFinal = false
      outcome.report.visits.final = 1
      outcome.parked = [.init(queue: "billing.parked", reason: "unknown", correlation: "V2")]
      outcome.report.parked = ["unknown": 1]
    }
    #expect(!found.contains { $0.contains("neither final nor parked") })
    #expect(!found.contains { $0.contains("messages are parked") })
  }
}
