import ClaimModel
import Office

/// A program in a simulated world, one step at a time.
public protocol SimulatedProcess: AnyObject {
  /// Does one thing.
  /// - Returns: how many milliseconds it wants to wait before the next one; zero for none.
  func step() throws(BrokerError) -> Int

  /// Settles what is in flight and ends.
  func leave()
}

/// A worker of an office as a program of a simulated world.
///
/// Holds the worker's steps and not the worker: made where the desk's type is known, they are compiled for this desk.
public final class SimulatedOfficeWorker: SimulatedProcess {
  private let stepOnce: () throws(BrokerError) -> Int
  private let drain: () -> Void

  /// The program of `worker`.
  public init<D: Desk>(_ worker: OfficeWorker<D>) {
    stepOnce = { () throws(BrokerError) in
      switch try worker.step(patienceMilliseconds: 0) {
      case .now: 0
      case .after(let milliseconds): milliseconds
      }
    }
    drain = { worker.drain() }
  }

  /// Connects or handles one batch of what is there.
  public func step() throws(BrokerError) -> Int { try stepOnce() }

  /// Drains.
  public func leave() { drain() }
}

/// One of the workers of a simulated world: a program that is started again whenever it dies.
final class SimulatedWorker {
  /// Starts the program anew.
  typealias Start = (WorkerLife, SimulatedWorker) -> any SimulatedProcess

  let name: String
  let number: Int
  let start: Start
  /// When the next reminder is to be called that the program looks for, by its own clock.
  let nextCall: () -> Timestamp?
  /// When it was last woken for that.
  private var woken: Timestamp?
  var life: WorkerLife?
  var process: (any SimulatedProcess)?
  /// Not before this time does it do anything.
  var ready: Timestamp
  /// How far its clock is off.
  var clockError: Int64 = 0
  /// Milliseconds that a step takes at most.
  var pace = 8
  /// Whether it is in the middle of a step, perhaps while others run.
  var isRunning = false
  /// Whether its last step led to something, so that another one may.
  var isRestless = true

  init(
    name: String, number: Int, ready: Timestamp, nextCall: @escaping () -> Timestamp?, start: @escaping Start
  ) {
    self.name = name
    self.number = number
    self.ready = ready
    self.nextCall = nextCall
    self.start = start
  }

  /// How often a worker that waits for nothing else is woken for a reminder; it looks for them as often.
  private static let callMilliseconds: Int64 = 1_000
  /// How often it is woken because it may have to consume anew; it does so as often.
  private static let quietMilliseconds: Int64 = 30_000

  /// When a step of a worker at rest would lead to something: when consuming anew would bring what the broker has lost, or
  /// when a reminder is due by its clock; but not at once after it was woken for that.
  var alarm: Timestamp? {
    guard !isRunning else { return nil }
    let renewal = (woken ?? ready).adding(milliseconds: SimulatedWorker.quietMilliseconds)
    let touch = life?.session?.hasLostTouch == true ? renewal : nil
    guard let call = nextCall()?.adding(milliseconds: -clockError) else { return touch }
    guard let woken else { return min(call, touch ?? call) }
    let next = max(call, woken.adding(milliseconds: SimulatedWorker.callMilliseconds))
    return min(next, touch ?? next)
  }

  /// Notes that it is about to take a step.
  func wake(at now: Timestamp) { if !isStirring { woken = now } }

  /// When it can take a step that leads to something; `nil` for not as things are.
  var moment: Timestamp? { isStirring ? ready : alarm.map { max($0, ready) } }

  /// Whether a step would lead to anything.
  var isStirring: Bool {
    if isRunning { return false }
    if isRestless { return true }
    guard process != nil, let life, let session = life.session else { return true }
    return session.isStirring
  }
}
