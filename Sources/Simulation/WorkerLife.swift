import Office

/// One worker process from its start to its end: what dies with it when it crashes.
///
/// `@unchecked Sendable` because a simulated world lives in one thread.
public final class WorkerLife: @unchecked Sendable {
  let fate: Fate
  /// Lets other workers go on while this one stands still between two steps.
  private let letOthersRun: () -> Void
  /// Whether it has not crashed.
  public private(set) var isAlive = true
  /// Grows with everything that shows that the worker has not come to rest.
  var activity = 0
  /// The session that is open. Each holds the other until the session is closed or the worker dies; a weak reference would
  /// be asked at every turn for every worker.
  var session: FaultySession?

  /// The life of a worker that starts now.
  public init(fate: Fate, letOthersRun: @escaping () -> Void) {
    self.fate = fate
    self.letOthersRun = letOthersRun
  }

  /// A place between two steps of the batch loop: the worker may die here, or others may go on.
  /// - Returns: whether the worker lives on.
  func passes() -> Bool {
    guard isAlive else { return false }
    if fate.strikes(.crash) {
      end()
      return false
    }
    if fate.strikes(.interleaved) { letOthersRun() }
    return isAlive
  }

  /// The worker waits for something while others take `turns` steps.
  func standStill(turns: Int) {
    for _ in 0..<turns { letOthersRun() }
  }

  /// The process dies; whatever its connections had not delivered may be lost.
  func end() {
    isAlive = false
    session?.break()
    session = nil
  }
}
