import ClaimModel

/// Notices when the broker has lost this worker's consumers without a word.
///
/// RabbitMQ cancels the consumers of a queue that is deleted, and tells them. But first it tries to consume again from a queue of
/// that name; where one is declared at that moment, the consumer can be lost on the way, and the worker would wait for ever. So a
/// worker to which nothing comes asks now and then how its queues stand.
struct ConsumerWatch {
  /// How long nothing may come before the queues are looked at, and again between two looks.
  static let intervalMilliseconds: Int64 = 10_000

  private var last: Timestamp?
  /// The queues in which messages waited at the last look.
  private var waiting: Set<String> = []
  /// Whether the broker keeps from this user how queues stand. To be told so costs the session, once.
  private var isDenied = false

  /// Begins anew: a session was opened, or something came.
  mutating func restart(at now: Timestamp) {
    last = now
    if !waiting.isEmpty { waiting = [] }
  }

  /// Looks at `queues` when it is time to. The caller has received nothing and has nothing in flight, so that whatever waits would
  /// have been handed to it.
  /// - Throws: ``BrokerError`` when a consumer is lost.
  mutating func look(at queues: [String], on session: any BrokerSession, now: Timestamp) throws(BrokerError) {
    // A clock that was set back is no reason to wait for it. A broker that holds publishers back answers nothing.
    if let last, last <= now, now.milliseconds - last.milliseconds < Self.intervalMilliseconds { return }
    guard session.blockedReason == nil, !isDenied else { return }
    last = now
    for queue in queues {
      let depth: QueueDepth
      do throws(BrokerError) {
        depth = try session.inspect(queue: queue)
      } catch {
        isDenied = error.code == .denied
        throw error
      }
      let isWaiting = depth.ready > 0
      if depth.consumers == 0 || isWaiting && waiting.contains(queue) {
        throw BrokerError(
          .unreachable, operation: "consume \(queue)",
          reason: depth.consumers == 0
            ? "the broker has lost the consumer; the queue may have been deleted and declared anew"
            : "messages wait and the broker hands out none")
      }
      if isWaiting { waiting.insert(queue) } else { waiting.remove(queue) }
    }
  }
}
