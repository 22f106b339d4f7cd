import ClaimModel

/// Tells when a worker's consumers are to begin anew because the broker may have lost them without a word.
///
/// RabbitMQ cancels the consumers of a queue that is deleted, and tells them. But before 4.0 it first tries to consume again
/// from a queue of that name. Where one is declared at that moment, the consumer can be lost on the way, or be deaf: what is
/// handed to it is dropped, and counts as in hand. The worker would wait for ever, and how the queue stands would not show
/// why. So a queue of which nothing has come for a while is consumed on another channel, which costs a few messages; what
/// the old one had goes back.
struct ConsumerWatch {
  /// How long a queue may hand out nothing.
  private static let limitMilliseconds: Int64 = 30_000

  /// When something came from each queue, or its consumer began.
  private var heard: [(queue: String, at: Timestamp)] = []

  /// Begins anew: `queues` are consumed from now on.
  mutating func begin(_ queues: [String], at now: Timestamp) { heard = queues.map { ($0, now) } }

  /// Notes what has come.
  mutating func note(_ deliveries: [Delivery], at now: Timestamp) {
    // Most of a batch comes from one queue.
    var place: Int?
    for index in deliveries.indices {
      if let place, heard[place].queue == deliveries[index].queue { continue }
      place = heard.firstIndex { $0.queue == deliveries[index].queue }
      if let place { heard[place].at = now }
    }
  }

  /// A queue of which nothing has come for too long.
  func quietQueue(at now: Timestamp) -> String? {
    // A clock that was set back is no reason to wait for it.
    heard.first { $0.at > now || now.milliseconds - $0.at.milliseconds >= Self.limitMilliseconds }?.queue
  }
}
