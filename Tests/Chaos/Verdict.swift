/// Holds a run with faults against an undisturbed run of the same visits.
public struct Verdict: Sendable {
  /// What is wrong, in words; empty when everything is right.
  public private(set) var findings: [String] = []

  /// Judges.
  public init(submitted: Int, schedule: Schedule, calm: Outcome, disturbed: Outcome, aftermath: Aftermath) {
    judgeCompleteness(submitted, calm, "the undisturbed run")
    judgeCompleteness(submitted, disturbed, "the run with faults")
    judgeEffects(calm, "the undisturbed run")
    judgeEffects(disturbed, "the run with faults")
    compare(calm, disturbed)
    judgeQueues(disturbed, aftermath)
    judge(aftermath, schedule)
  }

  private mutating func expect(_ condition: Bool, _ finding: @autoclosure () -> String) {
    if !condition { findings.append(finding()) }
  }

  /// Submitted = final + parked, by the stores and by the journal.
  private mutating func judgeCompleteness(_ submitted: Int, _ outcome: Outcome, _ run: String) {
    let visits = outcome.report.visits
    expect(visits.total == submitted, "\(run): the journal knows \(visits.total) of \(submitted) visits")
    expect(outcome.visits.count == submitted, "\(run): the stores know \(outcome.visits.count) of \(submitted) visits")
    let final = outcome.visits.count { $0.value.isFinal }
    expect(visits.final == final, "\(run): \(visits.final) visits are final by the journal, \(final) by the stores")
    let explained = Set(outcome.parked.map(\.correlation))
    let lost = outcome.visits.filter { !$0.value.isFinal && !explained.contains($0.key) }.keys.sorted()
    expect(lost.isEmpty, "\(run): \(lost.count) visits are neither final nor parked, for instance \(lost.prefix(3))")
  }

  /// Nothing was done twice, and the books balance.
  private mutating func judgeEffects(_ outcome: Outcome, _ run: String) {
    expect(outcome.report.isBalanced, "\(run): the journal's books do not balance")
    expect(outcome.ledgerFindings.isEmpty, "\(run): the ledger is wrong: \(outcome.ledgerFindings)")
    let twice = outcome.claimsTakenTwice
    expect(twice.isEmpty, "\(run): payers took \(twice.count) claims twice, for instance \(twice.prefix(3))")
    expect(
      outcome.parked.count == outcome.report.parked.values.reduce(0, +),
      "\(run): \(outcome.parked.count) messages are parked, \(outcome.report.parked) by the journal")
  }

  /// The same money, states and denials, visit by visit.
  private mutating func compare(_ calm: Outcome, _ disturbed: Outcome) {
    let (left, right) = (calm.report, disturbed.report)
    expect(left.visits == right.visits, "states differ: \(left.visits.byState), \(right.visits.byState)")
    expect(left.money == right.money, "money differs: \(left.money), \(right.money)")
    expect(left.denials == right.denials, "denials differ: \(left.denials), \(right.denials)")
    expect(
      left.recodeRequests == right.recodeRequests,
      "recode requests differ: \(left.recodeRequests), \(right.recodeRequests)")
    let counts = (calm.reasons, disturbed.reasons)
    expect(counts.0 == counts.1, "messages were parked that are not in an undisturbed run: \(counts.1)")
    let different = calm.visits.filter { $0.value != disturbed.visits[$0.key] }.keys.sorted()
    for visit in different.prefix(5) { findings.append(difference(of: visit, calm, disturbed)) }
    expect(different.count <= 5, "\(different.count) visits differ in all")
  }

  private func difference(of visit: String, _ calm: Outcome, _ disturbed: Outcome) -> String {
    let left = calm.visits[visit]?.aspects ?? [:]
    let right = disturbed.visits[visit]?.aspects ?? [:]
    let aspects = Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
    let words = aspects.map { "\($0): \(left[$0] ?? "nothing") became \(right[$0] ?? "nothing")" }
    return "visit \(visit) differs: \(words.joined(separator: "; "))"
  }

  /// No queue has messages left, and everybody consumes.
  private mutating func judgeQueues(_ outcome: Outcome, _ aftermath: Aftermath) {
    for queue in outcome.queues where queue.name != "journal" && !queue.name.hasSuffix(".parked") {
      let left = queue.ready + queue.unacknowledged
      expect(left == 0, "queue \(queue.name) has \(left) messages left")
    }
    let found = Dictionary(outcome.queues.map { ($0.name, $0.consumers) }) { first, _ in first }
    for (queue, expected) in aftermath.expectedConsumers.sorted(by: { $0.key < $1.key }) {
      let consumers = found[queue] ?? 0
      expect(consumers == expected, "queue \(queue) has \(consumers) consumers in place of \(expected)")
    }
  }

  private mutating func judge(_ aftermath: Aftermath, _ schedule: Schedule) {
    findings += aftermath.failures
    findings += aftermath.deaths
    for kind in Set(schedule.faults.map(\.kind)).sorted(by: { $0.rawValue < $1.rawValue }) {
      expect(aftermath.faults[kind, default: 0] > 0, "no fault of kind \(kind.rawValue) was carried out")
    }
    // Faults that nobody noticed would prove nothing.
    for loss in Aftermath.Loss.allCases {
      expect(aftermath.losses[loss, default: 0] > 0, "nothing was noticed of: \(loss.rawValue)")
    }
    expect(
      aftermath.halfOpenConnections == 0,
      "\(aftermath.halfOpenConnections) connections are still held whose other side is gone")
  }
}

extension Outcome {
  /// How many messages are parked for each reason.
  fileprivate var reasons: [String: Int] { Dictionary(parked.map { ($0.reason, 1) }, uniquingKeysWith: +) }
}
