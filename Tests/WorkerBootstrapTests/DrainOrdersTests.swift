import Dispatch
import Office
import Synchronization
import Testing

@testable import WorkerBootstrap

/// When an operator's order to drain is obeyed by a process of several batch loops.
@Suite struct DrainOrdersTests {
  private final class Drains: Sendable {
    let count = Mutex(0)
    let first = DispatchSemaphore(value: 0)

    func note() {
      count.withLock { $0 += 1 }
      first.signal()
    }
  }

  private let drains = Drains()

  private func orders(loops: Int, patience: DispatchTimeInterval = .seconds(600)) -> DrainOrders {
    DrainOrders(loops: loops, queue: DispatchQueue(label: "orders"), patience: patience) { [drains] in drains.note() }
  }

  private func drain(_ worker: String? = nil, refusal: Refusal? = nil) -> WorkerEvent {
    .ordered(ControlOrder(.drain, worker: worker), refusal: refusal)
  }

  @Test func processDrainsWhenItsLastLoopHasTakenTheOrder() {
    let orders = orders(loops: 3)
    for loop in [1, 0, 1, 0] { orders.note(drain(), of: loop) }
    #expect(drains.count.withLock { $0 } == 0)
    orders.note(drain(), of: 2)
    #expect(drains.count.withLock { $0 } == 1)
  }

  @Test func loneLoopAndOneThatIsNamedDrainAtOnce() {
    orders(loops: 1).note(drain(), of: 0)
    #expect(drains.count.withLock { $0 } == 1)
    orders(loops: 8).note(drain("coding/w-3"), of: 2)
    #expect(drains.count.withLock { $0 } == 2)
  }

  @Test(.timeLimit(.minutes(10))) func loopThatTakesNoOrdersHoldsTheOthersUpForAMomentOnly() {
    let orders = orders(loops: 2, patience: .milliseconds(20))
    orders.note(drain(), of: 0)
    drains.first.wait()
    #expect(drains.count.withLock { $0 } == 1)
  }

  @Test func whatIsNoOrderToDrainDrainsNothing() {
    let orders = orders(loops: 1)
    orders.note(.ordered(ControlOrder(.inject(rules: [], seed: 1)), refusal: nil), of: 0)
    orders.note(drain(refusal: .never("no")), of: 0)
    orders.note(.connected, of: 0)
    #expect(drains.count.withLock { $0 } == 0)
  }
}
