import ClaimModel
import Messages
import Office
import Simulation

/// Runs one office of workers at a ``DiaryDesk`` under one seed: with faults, then without until nothing stirs, and looks
/// whether every reminder that was not taken back came once, and none before its time.
public struct ReminderTrial: Sendable {
  /// Scales the chances of all faults.
  public var intensity: Double

  /// Trials with faults of the given intensity.
  public init(intensity: Double = 1) { self.intensity = intensity }

  /// What came of it.
  public struct Report: Sendable {
    /// What was wrong; empty when nothing was.
    public var violations: [String] = []
    /// Reminders that came.
    public var reminded = 0
    /// Calls of reminders that came to a queue, copies included.
    public var calls = 0
    /// Workers' steps.
    public var steps = 0
    /// The number that everything that happened comes to.
    public var trace: UInt64 = 0
    /// How often each fault struck, at the place of its number.
    public var faults: [Int] = []
  }

  /// How many workers' steps with faults, for each order.
  private static let stepsPerOrder = 60

  /// Runs one trial. `narrator` is told everything that happens, in words.
  public func run(seed: UInt64, mutation: Mutation? = nil, narrator: ((String) -> Void)? = nil) -> Report {
    var draw = SeededRandom(seed: seed ^ 0x7265_6d69_6e64_6572)
    let plan = FaultPlan(drawnFrom: &draw, intensity: intensity)
    let office = DiaryOffice(draw: &draw, plan: plan, mutation: mutation)
    let simulator = office.simulator
    defer { simulator.dismantle() }
    simulator.fate.trace.narrator = narrator
    simulator.run(steps: ReminderTrial.stepsPerOrder * office.orders.count)
    simulator.relent()
    office.settle()
    office.check()
    return Report(
      violations: office.violations, reminded: office.reminded.count, calls: office.calls, steps: simulator.steps,
      trace: simulator.fate.trace.hash, faults: simulator.fate.counts)
  }
}

/// One office of diaries in a simulated world.
///
/// `@unchecked Sendable` because a simulated world lives in one thread.
private final class DiaryOffice: @unchecked Sendable {
  let simulator: Simulator
  let store = SimulatedStore()
  let orders: [WireMessage]
  private(set) var violations: [String] = []
  /// Calls that came to a queue.
  private(set) var calls = 0
  /// The latest time that any worker's clock has told.
  private var latest = OfficeNetwork.start
  private var isSubmitted = false

  private static let topology = {
    var topology = Topology.office(.practice).merged(with: .journal)
    topology.queues.append(Topology.Queue(name: "out", kind: .quorum))
    topology.bindings.append(Topology.Binding(queue: "out", exchange: "practice", key: "out.#"))
    return topology
  }()
  private static let inbox = "practice.inbox"
  private static let longestDelay: UInt64 = 3 * 3_600_000

  init(draw: inout SeededRandom, plan: FaultPlan, mutation: Mutation?) {
    orders = DiaryOffice.orders(&draw)
    simulator = Simulator(seed: draw.next(), plan: plan, start: OfficeNetwork.start)
    simulator.onArrival = { [unowned self] queue, message in
      if queue == DiaryOffice.inbox, message.type == MessageType.reminderDue.rawValue { calls += 1 }
    }
    let batchLimit = 1 << Int(draw.next() % 5)
    for number in 1...1 + Int(draw.next() % 3) { add("practice/\(number)", batchLimit, mutation) }
    let pause = Int(draw.next() % 600_000)
    simulator.add("tests/orders") { [unowned self] surroundings in
      Submitter(
        "tests/orders", count: orders.count, chunk: 2, pauseMilliseconds: pause, topology: DiaryOffice.topology,
        surroundings, isDone: isSubmitted
      ) { [unowned self] in
        isSubmitted = true
      } publications: { [orders] range, _ in
        orders[range].map { Publication(route: Route(exchange: "", key: DiaryOffice.inbox), message: $0) }
      }
    }
  }

  private let memory = CaseMemory<Diary>(latest: 2)
  private let inputs = InputMemory<DiaryDesk.Input>()

  private func add(_ name: String, _ batchLimit: Int, _ mutation: Mutation?) {
    let fate = simulator.fate
    let desk = ReluctantDesk(
      desk: DiaryDesk { [unowned self] in reminded($0) }, fate: fate, memory: memory, inputs: inputs,
      handlesTwice: mutation == .handleTwice)
    let shown = mutation?.outer(store) ?? store
    simulator.add(name, nextCall: { try? shown.nextCall() }) { [store, unowned self] surroundings in
      let broker = mutation?.broker(surroundings.broker, fate) ?? surroundings.broker
      let faulty = surroundings.faulty(mutation?.inner(store, fate) ?? store)
      let clock = surroundings.clock
      return SimulatedOfficeWorker(
        OfficeWorker(
          desk: desk, broker: broker, store: mutation?.outer(faulty) ?? faulty,
          configuration: WorkerConfiguration(
            name: name, queues: [DiaryOffice.inbox], topology: DiaryOffice.topology, batchLimit: batchLimit,
            waitsForBroker: true, seed: surroundings.seed),
          clock: { [unowned self] in told(clock()) }))
    }
  }

  /// Some diaries that are told to set, replace and cancel reminders. Delays are often alike, so that several are due at
  /// once, and at times there is none.
  private static func orders(_ draw: inout SeededRandom) -> [WireMessage] {
    (0..<2 + Int(draw.next() % 14)).map { number in
      let lines = (0...draw.next() % 2).map { _ in
        let purpose = ["a", "b", "c"][Int(draw.next() % 3)]
        switch draw.next() % 5 {
        case 0: return "cancel \(purpose)"
        case 1: return "set \(purpose) 0"
        case 2: return "set \(purpose) 1800000"
        default: return "set \(purpose) \(draw.next() % longestDelay)"
        }
      }
      return WireMessage(
        id: .derived(from: "orders", "\(number)"), type: "orders.v1", correlation: "D\(draw.next() % 4)",
        timestamp: OfficeNetwork.start, appID: "tests/orders", contentType: "text/plain",
        body: Array(lines.joined(separator: "\n").utf8))
    }
  }

  private func note(_ violation: String) { if violations.count < 20 { violations.append(violation) } }

  private func told(_ time: Timestamp) -> Timestamp {
    latest = max(latest, time)
    return time
  }

  private func reminded(_ reminder: Reminder) {
    if reminder.due > latest { note("\(reminder.key) came before \(reminder.due)") }
  }

  private var diaries: [Diary] {
    store.keys(ofKind: "diary").compactMap { key in store.body(of: key).flatMap { try? Diary(stored: $0) } }
  }

  /// The ids of the reminders that came.
  var reminded: [String] { diaries.flatMap(\.reminded) }

  /// Without faults everything comes to rest, with an operator who sends what is parked again.
  func settle() {
    let person = Operator(
      broker: simulator.broker, offices: [.practice], topology: DiaryOffice.topology
    ) { [unowned self] in note($0) }
    for _ in 0..<10 {
      guard simulator.runToRest(limit: 20_000) else { return note("the office does not come to rest") }
      do throws(BrokerError) {
        if try person.requeueAll() == 0 { return }
      } catch {
        note("the operator cannot reach the broker: \(error)")
      }
    }
    note("messages are parked again and again")
  }

  /// What must be true in the end.
  func check() {
    for diary in diaries {
      for fault in diary.faults { note(fault) }
      for (purpose, name) in diary.standing.sorted(by: { $0.key < $1.key }) {
        note("reminder \(purpose) of \(name) never came")
      }
    }
    for left in store.reminders { note("\(left.reminder.key) stands on") }
    let broker = simulator.broker
    for queue in broker.queueNames where queue != "out" && !broker.isStream(queue) && broker.count(in: queue) > 0 {
      note("\(broker.count(in: queue)) messages are left in \(queue)")
    }
    let came = Set(reminded)
    if came.count != reminded.count { note("a reminder came twice") }
    // What reminders lead to is sent at least once, under one id.
    let sent = broker.messages(in: "out")
    if Set(sent.map { String(decoding: $0.body, as: UTF8.self) }) != came {
      note("\(came.count) reminders came, and what was sent is not of them")
    }
    if Set(sent.map(\.id)).count != came.count { note("what a reminder leads to has several ids") }
    let told = broker.messages(in: "journal").flatMap { (try? JournalEntry.entries(in: $0.body)) ?? [] }
      .filter { $0.type == MessageType.reminderDue.rawValue && $0.outcome == .handled && $0.causation != nil }
    if Set(told.map(\.messageID.description)) != came { note("the journal tells of other reminders") }
  }
}
