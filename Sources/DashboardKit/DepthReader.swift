import Office

/// Asks for the depths of queues by passive declaration, in a session that declares nothing: a queue that is not there is
/// told to be missing, and stays so.
///
/// To ask for a queue that is missing costs the session (AMQP closes the channel); the next queue is asked for in a new one.
public final class DepthReader {
  private let broker: any Broker
  private let name: String
  private let patience: Int
  private var session: (any BrokerSession)?
  /// Queues that were missing, with how many looks they are not asked for again.
  private var rests: [String: Int] = [:]

  /// Opens a session under `name`. What was missing is taken to be missing at the next `patience` looks too.
  /// - Throws: `BrokerError`.
  public init(broker: any Broker, name: String, patience: Int = 0) throws(BrokerError) {
    self.broker = broker
    self.name = name
    self.patience = patience
    _ = try opened()
  }

  /// The depths of queues, in their order.
  /// - Throws: `BrokerError`; the next look is taken in a new session.
  public func readings(of queues: [String]) throws(BrokerError) -> [QueueReading] {
    var readings: [QueueReading] = []
    for queue in queues { readings.append(try reading(of: queue)) }
    return readings
  }

  private func reading(of queue: String) throws(BrokerError) -> QueueReading {
    if let rest = rests[queue], rest > 0 {
      rests[queue] = rest - 1
      return QueueReading(missing: queue)
    }
    do throws(BrokerError) {
      let depth = try opened().inspect(queue: queue)
      rests[queue] = nil
      return QueueReading(queue: queue, depth: depth)
    } catch {
      close()
      guard error.isMissing else { throw error }
      rests[queue] = patience
      return QueueReading(missing: queue)
    }
  }

  private func opened() throws(BrokerError) -> any BrokerSession {
    if let session { return session }
    let session = try broker.open(SessionPlan(name: "dashboard/\(name)/depths", topology: Topology()))
    self.session = session
    return session
  }

  /// Ends the session.
  public func close() {
    session?.close()
    session = nil
  }
}

extension BrokerError {
  /// Whether the broker has no such queue or exchange. A queue whose node is down is there, and told with the same code (404)
  /// in other words.
  public var isMissing: Bool { code == .refused && reason.contains("NOT_FOUND - no ") }
}
