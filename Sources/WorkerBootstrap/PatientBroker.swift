import Dispatch
import Office
import Synchronization

/// A broker for commands that people wait for: when it holds publishers back, as it does when it is short of memory or
/// disk, the command says so and waits on.
struct PatientBroker: Broker {
  let broker: any Broker
  /// How long a call may wait before it is told why.
  var patience = DispatchTimeInterval.seconds(3)
  /// Is given the lines.
  var tell: @Sendable (String) -> Void = Terminal.progress

  func open(_ plan: SessionPlan) throws(BrokerError) -> any BrokerSession {
    let session = try broker.open(plan)
    guard let session = session as? any (ObservableSession & PickingSession) else { return session }
    return PatientSession(session, patience: patience, tell: tell)
  }
}

/// A session that tells why its caller waits.
private final class PatientSession: PickingSession {
  private let session: any ObservableSession & PickingSession
  private let patience: DispatchTimeInterval
  private let queue = DispatchQueue(label: "patience")
  private let notice: HoldNotice

  init(
    _ session: any ObservableSession & PickingSession, patience: DispatchTimeInterval,
    tell: @escaping @Sendable (String) -> Void
  ) {
    self.session = session
    self.patience = patience
    notice = HoldNotice(tell: tell)
  }

  func publish(_ publications: [Publication]) throws(BrokerError) -> PublishTicket {
    try watched { () throws(BrokerError) in try session.publish(publications) }
  }

  func awaitConfirms(_ ticket: PublishTicket) throws(BrokerError) -> [PublishFailure] {
    try watched { () throws(BrokerError) in try session.awaitConfirms(ticket) }
  }

  func inspect(queue: String) throws(BrokerError) -> QueueDepth {
    try watched { () throws(BrokerError) in try session.inspect(queue: queue) }
  }

  func receive(limit: Int, timeoutMilliseconds: Int) throws(BrokerError) -> [Delivery] {
    try session.receive(limit: limit, timeoutMilliseconds: timeoutMilliseconds)
  }

  func acknowledge(upTo tag: UInt64) throws(BrokerError) { try session.acknowledge(upTo: tag) }

  func acknowledge(only tag: UInt64) throws(BrokerError) { try session.acknowledge(only: tag) }

  func consumeAnew() throws(BrokerError) { try session.consumeAnew() }

  var blockedReason: String? { session.blockedReason }

  func close() { session.close() }

  /// Runs `body` and looks meanwhile, from another thread, whether the broker holds it up.
  private func watched<Result>(_ body: () throws(BrokerError) -> Result) throws(BrokerError) -> Result {
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + patience, repeating: .seconds(1))
    timer.setEventHandler { [session, notice] in notice.look(session.blockedReason) }
    timer.activate()
    defer {
      timer.cancel()
      notice.end()
    }
    return try body()
  }
}

/// What a person has been told: once that the broker holds publishers back, and once that it does no more.
private final class HoldNotice: Sendable {
  private let isTold = Mutex(false)
  private let tell: @Sendable (String) -> Void

  init(tell: @escaping @Sendable (String) -> Void) { self.tell = tell }

  func look(_ reason: String?) {
    guard let reason else { return end() }
    isTold.withLock { isTold in
      guard !isTold else { return }
      isTold = true
      tell(
        "the broker holds publishers back: \(reason); waiting until it takes messages again (Ctrl-C gives up: what it has not confirmed by then is to be sent again)"
      )
    }
  }

  func end() {
    isTold.withLock { isTold in
      guard isTold else { return }
      isTold = false
      tell("the broker takes messages again")
    }
  }
}
