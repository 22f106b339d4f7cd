import ClaimModel
import Office

/// A simulated world: one broker, stores, and programs that run in steps, in one thread, under one seed.
///
/// ```swift
/// let simulator = Simulator(seed: 7, plan: plan, start: noon)
/// simulator.add("coding/worker-1") { life, clock in SimulatedOfficeWorker(OfficeWorker(…)) }
/// simulator.run(steps: 500)        // safety: with faults
/// simulator.relent()
/// let rest = simulator.runToRest(limit: 100_000)   // liveness: without
/// ```
///
/// `@unchecked Sendable` because a simulated world lives in one thread.
public final class Simulator: @unchecked Sendable {
  /// What goes wrong.
  public let fate: Fate
  /// The time.
  public let time: SimulatedTime
  /// The broker.
  public let broker: SimulatedBroker
  /// Steps taken.
  public private(set) var steps = 0
  private var workers: [SimulatedWorker] = []
  /// When each worker can take its next step, as far as that is known without asking it: a world asks at every turn for every
  /// worker.
  private var moments: [Moment] = []
  /// The numbers of the workers among which a turn chooses; kept for its memory.
  private var awake: [Int] = []
  private var depth = 0
  private var brokerIsDownUntil: Timestamp
  /// Messages that were published and the queues they came to, of which old ones may come again.
  private var history: [(queue: String, message: WireMessage)] = []
  /// Whether a queue is an inbox, by its name.
  private var inboxes: [String: Bool] = [:]

  /// How many workers can stand still in the middle of a step at once.
  private static let deepest = 3

  /// A world that starts at `start`.
  public init(seed: UInt64, plan: FaultPlan, start: Timestamp) {
    fate = Fate(seed: seed, plan: plan)
    time = SimulatedTime(start: start)
    broker = SimulatedBroker(time: time)
    brokerIsDownUntil = start
    broker.onArrival = { [unowned self] queue, isStream, message in arrived(message, in: queue, isStream: isStream) }
  }

  /// Told of each message that entered a queue.
  public var onArrival: ((String, WireMessage) -> Void)?

  /// What a program is started with.
  public struct Surroundings {
    /// The broker as this program sees it.
    public var broker: any Broker
    /// A store as this program sees it.
    public var faulty: (any Store) -> any Store
    /// Its clock.
    public var clock: @Sendable () -> Timestamp
    /// What jitter is seeded with.
    public var seed: UInt64
  }

  /// Adds a program, started now and again after each crash. `nextCall` tells when the next reminder is to be called for
  /// which it would look while it has nothing else to do.
  public func add(
    _ name: String, nextCall: @escaping () -> Timestamp? = { nil },
    _ start: @escaping (Surroundings) -> any SimulatedProcess
  ) {
    moments.append(.asked)
    awake.append(0)
    workers.append(
      SimulatedWorker(name: name, number: workers.count, ready: time.now, nextCall: nextCall) {
        [unowned self] life, worker in
        nonisolated(unsafe) let worker = worker
        return start(
          Surroundings(
            broker: FaultyBroker(broker, life: life) { [unowned self] in time.now < brokerIsDownUntil },
            faulty: { FaultyStore($0, life: life) { false } },
            clock: { [time] in time.now.adding(milliseconds: worker.clockError) }, seed: fate.random.next()))
      })
  }

  /// Runs with faults until nothing stirs or `limit` steps were taken.
  public func run(steps limit: Int) {
    let last = steps + limit
    while steps < last, turn() {
      if !fate.isCalm { weather() }
    }
  }

  /// No more faults: clocks stay wrong, but nothing else goes wrong from now on.
  public func relent() {
    fate.relent()
    brokerIsDownUntil = time.now
    for worker in workers { worker.pace = 8 }
  }

  /// Runs until nothing stirs.
  /// - Returns: whether that was so within `limit` steps.
  public func runToRest(limit: Int) -> Bool {
    let last = steps + limit
    while steps < last { if !turn() { return true } }
    return false
  }

  /// Ends every program in an orderly way.
  public func leave() {
    for worker in workers { worker.process?.leave() }
  }

  /// Breaks the cycles between the world's parts, so that it is freed.
  public func dismantle() {
    broker.closeAllConnections(reason: "the world ends")
    for worker in workers {
      worker.life?.session = nil
      // A program holds its clock, which holds the worker.
      (worker.life, worker.process) = (nil, nil)
    }
    workers = []
    moments = []
    awake = []
  }

  // MARK: Turns

  /// When a worker can take its next step.
  private enum Moment {
    /// Not before its step has ended, in the middle of which it is.
    case afterStep
    /// At a time that nothing changes but its step.
    case at(Timestamp)
    /// Ask it: that depends on others.
    case asked
  }

  /// Lets one worker that can do something take a step; waits when none can yet.
  /// - Returns: whether anything can still happen.
  private func turn() -> Bool {
    while true {
      var earliest: Timestamp?
      let now = time.now
      var count = 0
      for number in moments.indices {
        let moment: Timestamp
        switch moments[number] {
        case .afterStep: continue
        case .at(let known): moment = known
        case .asked:
          guard let asked = workers[number].moment else { continue }
          moment = asked
        }
        if moment <= now {
          awake[count] = number
          count += 1
        } else if earliest.map({ moment < $0 }) ?? true {
          earliest = moment
        }
      }
      if count > 0 {
        step(workers[awake[fate.below(count)]])
        return true
      }
      // Nested turns do not let time pass: who stands still is not slow.
      guard depth == 0 else { return false }
      let expiry = broker.nextExpiry
      guard let next = earliest.map({ min($0, expiry ?? $0) }) ?? expiry else { return false }
      time.advance(to: next)
      if let expiry, expiry <= next { broker.expire() }
    }
  }

  private func step(_ worker: SimulatedWorker) {
    steps += 1
    moments[worker.number] = .afterStep
    defer { moments[worker.number] = worker.isRestless ? .at(worker.ready) : .asked }
    worker.wake(at: time.now)
    fate.trace.take(UInt64(worker.number), UInt64(bitPattern: time.now.milliseconds))
    fate.trace.note { "\(time.now) \(worker.name) steps" }
    worker.isRunning = true
    defer { worker.isRunning = false }
    let life: WorkerLife
    let process: any SimulatedProcess
    if let running = worker.process, let current = worker.life {
      (life, process) = (current, running)
    } else {
      life = WorkerLife(fate: fate) { [unowned self] in runOthers() }
      process = worker.start(life, worker)
      (worker.life, worker.process) = (life, process)
    }
    let activity = life.activity
    let session = life.session
    var wait = 0
    do {
      wait = try process.step()
    } catch {
      // A program that gives up is started again, as a service manager does.
      life.end()
    }
    worker.isRestless = wait > 0 || life.activity != activity || life.session !== session
    worker.ready = time.now.adding(milliseconds: Int64(wait + 1 + fate.below(worker.pace)))
    if !life.isAlive {
      fate.trace.note { "\(worker.name) is dead" }
      (worker.life, worker.process) = (nil, nil)
      worker.ready = time.now.adding(milliseconds: Int64(fate.below(3_000)))
    }
  }

  /// Lets another worker take a step while one stands still.
  private func runOthers() {
    guard depth < Self.deepest else { return }
    depth += 1
    defer { depth -= 1 }
    for _ in 0...fate.below(4) { if !turn() { return } }
  }

  // MARK: Weather

  private func arrived(_ message: WireMessage, in queue: String, isStream: Bool) {
    fate.trace.take(message.id.low, message.id.high)
    fate.trace.note { "  \(queue) <- \(message.type) \(message.id) \(message.correlation)" }
    if !fate.isCalm, history.count < 4_096, !isStream { history.append((queue, message)) }
    onArrival?(queue, message)
  }

  /// What can go wrong between the workers' steps.
  private func weather() {
    if fate.strikes(.duplicated) { putAgain(from: max(0, history.count - 8)) }
    if fate.strikes(.replayed) { putAgain(from: 0) }
    if fate.strikes(.reordered) { overtake() }
    if fate.strikes(.slow), let worker = anyWorker() { worker.pace = 1 + fate.below(4_000) }
    if fate.strikes(.clockJump), let worker = anyWorker() {
      worker.clockError += Int64(fate.below(2 * 3_600_000)) - 3_600_000
    }
    if fate.strikes(.queueDeleted) { deleteSomeQueue() }
    if fate.strikes(.consumersLost) { loseSomeConsumers() }
    if fate.strikes(.consumersDeaf) { deafenSomeConsumers() }
    if fate.strikes(.brokerRestarted) { broker.closeAllConnections(reason: "broker is shutting down") }
    if fate.strikes(.unreachable) {
      brokerIsDownUntil = time.now.adding(milliseconds: Int64(fate.below(20_000)))
      broker.closeAllConnections(reason: "broker is shutting down")
    }
  }

  private func anyWorker() -> SimulatedWorker? { workers.isEmpty ? nil : workers[fate.below(workers.count)] }

  /// Messages wait for a person, or for their time to run out, under names of this kind.
  private func isInbox(_ queue: String) -> Bool {
    if let known = inboxes[queue] { return known }
    let isInbox = !queue.hasSuffix(".parked") && !queue.contains(".retry.")
    inboxes[queue] = isInbox
    return isInbox
  }

  private func putAgain(from start: Int) {
    guard start < history.count else { return }
    let (queue, message) = history[start + fate.below(history.count - start)]
    guard isInbox(queue) else { return }
    fate.trace.note { "  again: \(message.type) \(message.id) in \(queue)" }
    broker.insert(message, route: Route(exchange: "", key: queue), into: queue) { fate.below($0 + 1) }
  }

  private func overtake() {
    let names = broker.queues(withMoreThan: 1).filter(isInbox)
    guard !names.isEmpty else { return }
    broker.shuffle(queue: names[fate.below(names.count)]) { fate.below($0) }
  }

  private func deleteSomeQueue() {
    let names = broker.queueNames.filter { !broker.isStream($0) && broker.count(in: $0) == 0 }
    guard !names.isEmpty else { return }
    let name = names[fate.below(names.count)]
    fate.trace.note { "  queue \(name) is deleted" }
    broker.delete(queue: name)
  }

  private func loseSomeConsumers() {
    let names = broker.queueNames.filter { !broker.isStream($0) && broker.canLoseConsumers(of: $0) }
    guard !names.isEmpty else { return }
    let name = names[fate.below(names.count)]
    fate.trace.note { "  the consumers of \(name) are lost" }
    broker.loseConsumers(of: name)
  }

  private func deafenSomeConsumers() {
    let names = broker.queueNames.filter { !broker.isStream($0) && broker.canLoseConsumers(of: $0) }
    guard !names.isEmpty else { return }
    let name = names[fate.below(names.count)]
    fate.trace.note { "  the consumers of \(name) are deaf" }
    broker.deafenConsumers(of: name)
  }
}
