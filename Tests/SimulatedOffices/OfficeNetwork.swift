import Adjudication
import Billing
import BillingDesk
import ClaimModel
import CodingDesk
import Office
import PayerDesk
import PracticeDesk
import Simulation

/// All offices in one simulated world: the real desks under the real worker runtime.
final class OfficeNetwork {
  let simulator: Simulator
  let stores = OfficeStores()
  let watch: Watch
  let visits: [Visit]
  /// Reads what came of the visits.
  var outcomeReader: OutcomeReader {
    OutcomeReader(stores: stores, billingFiles: watch.billingFiles, caseload: caseload)
  }
  private let caseload: Caseload
  private let mutation: Mutation?
  /// Whether every file that an office writes is read again, and held against what was written.
  private let rereads: Bool
  static let payers = Plan.builtIn.map(\.payer)
  /// What all worlds declare, made once.
  static let topology = Topology.offices(payers: payers)
  private static let topologies = Dictionary(
    uniqueKeysWithValues: OfficeID.all(payers: payers).map { ($0, Topology.worker(of: $0, payers: payers)) })
  private var isSubmitted = false

  /// An office that waits for centuries. How soon it follows up when nothing comes is for tests of the desk; here what a
  /// person sends again only after the faults is not to be too late.
  private static let patience = BillingRules(
    statements: StatementPolicy(cycleDays: 200_000),
    followUp: FollowUpPolicy(
      claimDays: 200_000, inquiryDays: 200_000, recodeDays: 200_000, practiceDays: 200_000, appealDays: 200_000,
      recoupmentDays: 200_000))

  /// When every world begins: after all generated visits, and well within every payer's filing limit.
  static let start = Timestamp(milliseconds: 1_784_116_800_000)

  init(
    seed: UInt64, plan: FaultPlan, caseload: Caseload, visits: [Visit], workersPerOffice: Int, batchLimit: Int,
    killSwitch: KillSwitch.Settings? = nil, rereads: Bool, mutation: Mutation? = nil
  ) {
    simulator = Simulator(seed: seed, plan: plan, start: OfficeNetwork.start)
    self.caseload = caseload
    watch = Watch(caseload)
    self.visits = visits
    self.mutation = mutation
    self.rereads = rereads
    let watch = watch
    simulator.onArrival = { watch.arrived($1, in: $0) }
    stores.billing.onCommit = { watch.billingCommitted($0) }
    let payerFiles = caseload.payerFiles
    for payer in stores.payers { payer.store.onCommit = { watch.payerCommitted($0, payerFiles) } }
    let size = Size(workers: workersPerOffice, batchLimit: batchLimit, killSwitch: killSwitch)
    let coding = caseload.coding
    add(
      CodingDesk(codingByDate: { _ in coding }, slips: caseload.slips), stores.coding, caseload.codingFiles,
      caseload.codingInputs, size)
    add(BillingDesk(rules: Self.patience), stores.billing, watch.billingFiles, caseload.billingInputs, size)
    for payer in stores.payers {
      guard let adjudicator = caseload.adjudicators[payer.payer] else { continue }
      add(PayerDesk(adjudicator: adjudicator), payer.store, payerFiles, caseload.payerInputs, size)
    }
    add(PracticeDesk(), stores.practice, caseload.practiceFiles, caseload.practiceInputs, size)
    let prepared = visits.map { caseload.submissions[$0.id] ?? Submission.Prepared($0) }
    simulator.add(Submission.appID) { [unowned self] surroundings in
      Submitter(
        Submission.appID, count: visits.count, chunk: max(1, batchLimit), topology: .submission, surroundings,
        isDone: isSubmitted
      ) { [unowned self] in
        isSubmitted = true
      } publications: {
        Submission.publications(of: Array(prepared[$0]), now: $1)
      }
    }
  }

  /// No world lasts as long.
  private static let horizon = start.adding(milliseconds: 100 * 365 * 86_400_000)

  private struct Size {
    var workers: Int
    var batchLimit: Int
    var killSwitch: KillSwitch.Settings?
  }

  private func add<D: Desk>(
    _ desk: D, _ store: SimulatedStore, _ memory: CaseMemory<D.Case>, _ inputs: InputMemory<D.Input>, _ size: Size
  ) where D.Case: Equatable, D.Input: Sendable {
    let queues = desk.office.inboxes.map(\.queue)
    let topology = Self.topologies[desk.office] ?? .worker(of: desk.office, payers: Self.payers)
    let fate = simulator.fate
    let shown = mutation?.outer(store) ?? store
    let watch = watch
    var reluctant = ReluctantDesk(
      desk: desk, fate: fate, memory: memory, inputs: inputs, handlesTwice: mutation == .handleTwice)
    if rereads { reluctant.onMisread = { watch.misread($0) } }
    let horizon = Self.horizon
    for number in 1...size.workers {
      let name = "\(desk.office)/\(number)"
      let nextCall: () -> Timestamp? = {
        guard let call = try? shown.nextCall(), call < horizon else { return nil }
        return call
      }
      simulator.add(name, nextCall: nextCall) { [mutation, watch, reluctant] surroundings in
        let settings = WorkerConfiguration(
          name: name, queues: queues, topology: topology, batchLimit: size.batchLimit, waitsForBroker: true,
          seed: surroundings.seed, killSwitch: size.killSwitch)
        let broker = mutation?.broker(surroundings.broker, fate) ?? surroundings.broker
        let faulty = surroundings.faulty(mutation?.inner(store, fate) ?? store)
        return SimulatedOfficeWorker(
          OfficeWorker(
            desk: reluctant, broker: broker, store: mutation?.outer(faulty) ?? faulty, configuration: settings,
            clock: surroundings.clock, report: { watch.told($0) }))
      }
    }
  }
}
