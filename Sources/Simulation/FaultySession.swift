import Office

/// A session over connections that fail.
///
/// What a worker publishes stands in a pipe until the broker reads it: when the connection is lost, the front of the pipe
/// has arrived and the rest has not, and nobody can tell which.
final class FaultySession: BrokerSession {
  private let inner: SimulatedSession
  private let life: WorkerLife
  private var pipe: [Publication] = []
  private var lastSequence: UInt64 = 0
  private var refusals: [PublishFailure] = []
  /// Whether the broker has lost the connections; the worker learns of it at its next wait.
  private var isBroken = false

  init(_ inner: SimulatedSession, life: WorkerLife) {
    self.inner = inner
    self.life = life
  }

  private var fate: Fate { life.fate }
  private static let lost = BrokerError(
    .unreachable, operation: "use the connection", reason: "the connection was lost")

  /// Whether there is something for the worker to do: deliveries, or a loss to notice.
  var isStirring: Bool { isBroken || inner.isOver || inner.hasDeliveries }

  /// Whether the broker has lost a consumer of it, or has handed messages to one that is deaf.
  var hasLostTouch: Bool { inner.hasLostTouch }

  var blockedReason: String? { inner.blockedReason }

  func receive(limit: Int, timeoutMilliseconds: Int) throws(BrokerError) -> [Delivery] {
    try pass()
    if fate.strikes(.connectionLost) { `break`() }
    try checkConnection()
    // A batch is whatever has come by now.
    let deliveries = try inner.receive(
      limit: fate.isCalm ? limit : 1 + fate.below(limit), timeoutMilliseconds: timeoutMilliseconds)
    if !deliveries.isEmpty { life.activity += 1 }
    try pass()
    // The worker has its deliveries and does not know that they are somebody else's again.
    if !deliveries.isEmpty, fate.strikes(.connectionLost) { `break`() }
    return deliveries
  }

  func publish(_ publications: [Publication]) throws(BrokerError) -> PublishTicket {
    try pass()
    // A heartbeat is no sign of work.
    if publications.count != 1 || publications[0].isDurable { life.activity += 1 }
    pipe += publications
    lastSequence += UInt64(publications.count)
    try pass()
    return PublishTicket(lastSequence: lastSequence)
  }

  func awaitConfirms(_ ticket: PublishTicket) throws(BrokerError) -> [PublishFailure] {
    try pass()
    if fate.strikes(.connectionBlocked) { try wait() }
    if fate.strikes(.connectionLost) { `break`() }
    try checkConnection()
    deliverPipe()
    if fate.strikes(.confirmLost) {
      `break`()
      throw BrokerError(.unreachable, operation: "await confirms", reason: "the broker has confirmed nothing for 30 s")
    }
    let returned = try inner.awaitConfirms(PublishTicket(lastSequence: .max))
    let refused = refusals
    refusals = []
    try pass()
    return refused + returned
  }

  func acknowledge(upTo tag: UInt64) throws(BrokerError) {
    try pass()
    life.activity += 1
    if fate.strikes(.acknowledgementLost) { return `break`() }
    try checkConnection()
    try inner.acknowledge(upTo: tag)
    try pass()
  }

  func inspect(queue: String) throws(BrokerError) -> QueueDepth {
    try pass()
    return try inner.inspect(queue: queue)
  }

  func consumeAnew() throws(BrokerError) {
    try pass()
    if fate.strikes(.connectionLost) { `break`() }
    try checkConnection()
    try inner.consumeAnew()
    try pass()
  }

  /// A worker closes its session when something went wrong or when it goes: what it published is on its way.
  func close() {
    if life.isAlive { deliverPart() }
    inner.close()
    if life.session === self { life.session = nil }
  }

  /// The connections are lost: part of the pipe has arrived.
  func `break`() {
    guard !isBroken else { return }
    isBroken = true
    deliverPart()
    inner.close()
  }

  private func pass() throws(BrokerError) {
    guard life.passes() else { throw Self.lost }
  }

  private func checkConnection() throws(BrokerError) {
    if isBroken { throw Self.lost }
  }

  /// The broker holds the worker back: others go on meanwhile, and in the end it is freed or gives up.
  private func wait() throws(BrokerError) {
    inner.blockedReason = "low on memory"
    life.standStill(turns: 1 + fate.below(8))
    inner.blockedReason = nil
    try pass()
    if fate.below(3) == 0 {
      `break`()
      throw BrokerError(.unreachable, operation: "await confirms", reason: "the broker has confirmed nothing for 30 s")
    }
  }

  /// The broker reads what stands in the pipe.
  private func deliverPipe() {
    var arriving: [Publication] = []
    for publication in pipe {
      if publication.isDurable, fate.strikes(.returned) {
        refusals.append(PublishFailure(publication: publication, reason: .returned("NO_ROUTE (312)")))
        continue
      }
      if publication.isDurable, fate.strikes(.refused) {
        refusals.append(PublishFailure(publication: publication, reason: .refused))
        if fate.isHeads() { continue }
      }
      arriving.append(publication)
    }
    pipe = []
    // A publication that ends the session is told by the next call.
    _ = try? inner.publish(arriving)
  }

  private func deliverPart() {
    guard !pipe.isEmpty else { return }
    pipe.removeLast(fate.below(pipe.count + 1))
    deliverPipe()
    refusals = []
  }
}
