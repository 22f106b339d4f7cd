import Dispatch
import Office
import Synchronization

/// Drains the process when an operator orders it: once all its batch loops have taken the order, each of which journals
/// that it obeys, or a moment after the first did.
///
/// Each loop has a queue of orders of its own. The first one to look would otherwise end the others before they have seen
/// theirs, and the operator would hear of fewer workers than obeyed.
final class DrainOrders: Sendable {
  /// How long the first loop's order waits for the others': one that waits for its store or its broker takes none.
  private static let patience = DispatchTimeInterval.seconds(2)

  private struct State {
    var absent: Set<Int>
    var isAwaited = false
  }

  private let state: Mutex<State>
  private let queue: DispatchQueue
  private let patience: DispatchTimeInterval
  private let drain: @Sendable () -> Void

  /// Orders to `loops` batch loops; `drain` is called when they are to be obeyed, perhaps more than once.
  init(
    loops: Int, queue: DispatchQueue, patience: DispatchTimeInterval = DrainOrders.patience,
    drain: @escaping @Sendable () -> Void
  ) {
    state = Mutex(State(absent: Set(0..<loops)))
    self.queue = queue
    self.patience = patience
    self.drain = drain
  }

  /// Notes what a loop tells about itself: whether it has taken an order to drain.
  func note(_ event: WorkerEvent, of loop: Int) {
    guard case .ordered(let order, nil) = event, order.what == .drain else { return }
    // An order to one worker by its name reaches no other loop.
    guard order.worker == nil else { return drain() }
    let (isComplete, isFirst) = state.withLock { state in
      state.absent.remove(loop)
      defer { state.isAwaited = true }
      return (state.absent.isEmpty, !state.isAwaited)
    }
    if isComplete {
      drain()
    } else if isFirst {
      queue.asyncAfter(deadline: .now() + patience) { [drain] in drain() }
    }
  }
}
