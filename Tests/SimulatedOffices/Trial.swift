import Billing
import BillingDesk
import ClaimModel
import CodingDesk
import DashboardKit
import Messages
import Office
import PracticeDesk
import Simulation

/// Runs the offices once under one seed: with faults, then without until nothing stirs, and holds what came of it
/// against an undisturbed run.
public struct Trial: Sendable {
  /// How a trial is made.
  public struct Size: Hashable, Sendable {
    /// Visits in one trial, at most.
    public var visits: Int
    /// Scales the chances of all faults.
    public var intensity: Double
    /// How many workers' steps with faults, for each visit.
    public var stepsPerVisit: Int

    /// A size of its parts.
    public init(visits: Int, intensity: Double = 1, stepsPerVisit: Int = 120) {
      self.visits = visits
      self.intensity = intensity
      self.stepsPerVisit = stepsPerVisit
    }
  }

  /// What came of it.
  public struct Report: Sendable {
    /// The seed.
    public var seed: UInt64
    /// What was wrong; empty when nothing was.
    public var violations: [String] = []
    /// Visits worked.
    public var visits = 0
    /// Workers' steps.
    public var steps = 0
    /// The number that everything that happened comes to.
    public var trace: UInt64 = 0
    /// How often each fault struck.
    public var faults: [Int] = []
    /// Messages that an operator had to send again.
    public var requeued = 0
    /// How often a worker paused because too many messages failed.
    public var pauses = 0
    /// How long it took in simulated time.
    public var simulatedMilliseconds: Int64 = 0
  }

  /// Trips soon, so that small trials see it.
  private static let killSwitch = KillSwitch.Settings(
    rate: 0.2, minimumCount: 2, pauseMilliseconds: 5_000, trialCount: 2)

  private let caseload: Caseload
  private let size: Size
  private let rereading: UInt64
  private let expected: [VisitID: VisitOutcome]

  /// Trials with the visits of `caseload`; works them all once without faults. There, and in the trials of every
  /// `rereading`th seed, each file that an office writes is also read and held against what was written.
  /// - Throws: ``Disturbed`` when that alone goes wrong.
  public init(caseload: Caseload, size: Size, rereading: UInt64 = 16) throws {
    self.caseload = caseload
    self.size = size
    self.rereading = rereading
    let network = OfficeNetwork(
      seed: 1, plan: .calm, caseload: caseload, visits: caseload.visits, workersPerOffice: 1, batchLimit: 32,
      rereads: true)
    defer { network.simulator.dismantle() }
    let isAtRest = network.simulator.runToRest(limit: 1_000 + 200 * caseload.visits.count)
    expected = try network.outcomeReader.outcomes(of: caseload.visits)
    let unfinished = expected.filter { $0.value.account?.state.isFinal != true && $0.value.coding?.state != .inReview }
    guard isAtRest, unfinished.isEmpty, network.watch.violations.isEmpty else {
      throw Disturbed(violations: network.watch.violations, unfinished: unfinished.keys.sorted())
    }
  }

  /// The undisturbed run itself went wrong.
  public struct Disturbed: Error {
    /// What was wrong.
    public var violations: [String]
    /// Visits that did not reach a final state.
    public var unfinished: [VisitID]
  }

  /// What the undisturbed run came to, for a reader who asks whether it is worth disturbing: how many visits ended in which
  /// state, and how many claims were replaced, appealed, or coded after a query.
  public var variety: [String: Int] {
    var counts: [String: Int] = [:]
    func count(_ what: String, if condition: Bool = true) { if condition { counts[what, default: 0] += 1 } }
    for outcome in expected.values {
      count("billing: \(outcome.account?.state.rawValue ?? "nothing")")
      count("replaced", if: outcome.account?.submissions.contains { $0.frequency == .replacement } == true)
      count("rejected", if: outcome.account?.submissions.contains { $0.stage == .rejected } == true)
      count("appealed", if: outcome.account?.appeals.isEmpty == false)
      count("queried", if: (outcome.coding?.queries ?? 0) > 0)
      count("recoded", if: outcome.coding?.state == .recoded)
      count("upheld", if: outcome.coding?.state == .upheld)
      count("paid by the patient", if: (outcome.practice?.paid ?? .zero) > .zero)
    }
    return counts
  }

  /// Runs one trial. `narrator` is told everything that happens, in words.
  public func run(seed: UInt64, mutation: Mutation? = nil, narrator: ((String) -> Void)? = nil) -> Report {
    var draw = SeededRandom(seed: seed ^ 0x7369_6d75_6c61_7465)
    let plan = FaultPlan(drawnFrom: &draw, intensity: size.intensity)
    let count = 1 + Int(draw.next() % UInt64(size.visits))
    let first = Int(draw.next() % UInt64(caseload.visits.count))
    let visits = (0..<min(count, caseload.visits.count)).map { caseload.visits[(first + $0) % caseload.visits.count] }
    let network = OfficeNetwork(
      seed: draw.next(), plan: plan, caseload: caseload, visits: visits,
      workersPerOffice: 1 + Int(draw.next() % 3), batchLimit: 1 << Int(draw.next() % 6),
      killSwitch: draw.next() % 2 == 0 ? Trial.killSwitch : nil, rereads: seed.isMultiple(of: rereading),
      mutation: mutation)
    let simulator = network.simulator
    defer { simulator.dismantle() }
    simulator.fate.trace.narrator = narrator
    var report = Report(seed: seed, visits: visits.count)
    simulator.run(steps: size.stepsPerVisit * visits.count)
    simulator.relent()
    settle(network, &report)
    check(network, &report)
    report.violations = network.watch.violations
    report.steps = simulator.steps
    report.pauses = network.watch.pauses
    report.trace = simulator.fate.trace.hash
    report.faults = simulator.fate.counts
    report.simulatedMilliseconds = simulator.time.now.milliseconds - OfficeNetwork.start.milliseconds
    return report
  }

  /// Liveness: without faults everything comes to rest, with an operator who sends what is parked again.
  private func settle(_ network: OfficeNetwork, _ report: inout Report) {
    for _ in 0..<10 {
      guard network.simulator.runToRest(limit: 2_000 + 400 * network.visits.count) else {
        network.watch.note("the offices do not come to rest")
        return
      }
      do throws(BrokerError) {
        let person = Operator(
          broker: network.simulator.broker, offices: OfficeID.all(payers: OfficeNetwork.payers),
          topology: OfficeNetwork.topology, note: network.watch.note)
        let count = try person.requeueAll()
        if count == 0 { return }
        report.requeued += count
      } catch {
        network.watch.note("the operator cannot reach the broker: \(error)")
      }
    }
    network.watch.note("messages are parked again and again")
  }

  /// What must be true in the end.
  private func check(_ network: OfficeNetwork, _ report: inout Report) {
    let watch = network.watch
    let broker = network.simulator.broker
    for queue in broker.queueNames where !broker.isStream(queue) && broker.count(in: queue) > 0 {
      watch.note("\(broker.count(in: queue)) messages are left in \(queue)")
    }
    do {
      let outcomes = try network.outcomeReader.outcomes(of: network.visits)
      for visit in network.visits {
        guard let outcome = outcomes[visit.id], let undisturbed = expected[visit.id] else { continue }
        for difference in outcome.differences(from: undisturbed).prefix(3) { watch.note("\(visit.id): \(difference)") }
        let share = outcome.account?.balance.patientPaid ?? .zero
        if outcome.practice?.paid ?? .zero != share { watch.note("\(visit.id): the patient paid other than is booked") }
      }
      let audit = try LedgerAudit(of: network.stores.billing) { key, stored throws(UndecodableMessage) in
        try watch.billingFiles.body(key, stored)
      }
      for finding in audit.findings { watch.note("ledger: \(finding)") }
    } catch {
      watch.note("the stores cannot be read: \(error)")
    }
    checkJournal(network)
  }

  /// The journal alone tells the same story as the stores.
  private func checkJournal(_ network: OfficeNetwork) {
    var journal = RevenueReport()
    var unique = UniqueEntries()
    var seen: [UInt64: [[UInt8]]] = [:]
    do {
      for message in network.simulator.broker.messages(in: "journal") {
        for record in try JournalEntry.records(in: message.body) {
          // What was handled before is journaled again, mostly in the same bytes; these tell nothing new.
          let start = record.prefix(32).reduce(0 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
          if seen[start]?.contains(record) == true { continue }
          seen[start, default: []].append(record)
          let entry = try JournalEntry(record: record)
          if unique.isNew(entry) { journal.fold(entry) }
        }
      }
    } catch {
      network.watch.note("the journal cannot be read: \(error)")
    }
    var charged = Money.zero
    var paid = Money.zero
    for visit in network.visits {
      charged += expected[visit.id]?.account?.balance.charged ?? .zero
      paid += expected[visit.id]?.account?.balance.insurerPaid ?? .zero
    }
    if journal.visitCount != network.visits.count || journal.finalCount != network.visits.count {
      network.watch.note(
        "the journal knows \(journal.visitCount) visits, \(journal.finalCount) final, of \(network.visits.count)")
    }
    if journal.moved(.charged) != charged || journal.moved(.insurerPaid) != paid || journal.difference != .zero {
      network.watch.note(
        "the journal tells of \(journal.moved(.charged)) charged and \(journal.moved(.insurerPaid)) paid by insurers, "
          + "undisturbed \(charged) and \(paid); its difference is \(journal.difference)")
    }
  }
}
