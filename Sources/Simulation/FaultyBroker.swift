import Office

/// A simulated broker as one worker sees it: over connections that fail.
///
/// `@unchecked Sendable` because a simulated world lives in one thread.
public final class FaultyBroker: Broker, @unchecked Sendable {
  private let broker: SimulatedBroker
  private let life: WorkerLife
  /// Whether the broker cannot be reached at the moment.
  private let isDown: () -> Bool

  /// The broker as the worker of `life` sees it.
  public init(_ broker: SimulatedBroker, life: WorkerLife, isDown: @escaping () -> Bool) {
    self.broker = broker
    self.life = life
    self.isDown = isDown
  }

  /// Opens a session, unless the worker dies on the way or the broker cannot be reached.
  public func open(_ plan: SessionPlan) throws(BrokerError) -> any BrokerSession {
    guard life.passes(), !isDown() else {
      throw BrokerError(.unreachable, operation: "connect", reason: "connection refused")
    }
    let session = FaultySession(try broker.openSession(plan), life: life)
    life.session = session
    return session
  }
}
