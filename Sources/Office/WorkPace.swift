import ClaimModel

/// How fast a person at the desk works: a worker with a pace takes as long for its messages as a person would.
///
/// The worker takes few messages at a time, holds them for as long as the work lasts, and then handles them as always.
/// Meanwhile it steps on: it beats, settles the batch before, follows the quiet signal, and drains at once when it is
/// asked to; what was not finished goes back to its queue, as a person leaves it on the desk. Nothing is committed,
/// published or acknowledged in another order than without a pace.
///
/// A message takes the same time in whichever worker: the mean, drawn out or shortened by up to half, by its id.
public struct WorkPace: Hashable, Sendable {
  /// The mean time for a message, in milliseconds.
  public let millisecondsPerMessage: Double
  /// What the times are derived from.
  public let seed: UInt64

  /// The longest that the messages of one batch may take in the mean, in milliseconds, when they take less than that
  /// each: so a fast pace still has batches, and a slow one none.
  private static let batchMilliseconds = 250.0

  /// A pace of so many messages an hour.
  public init(perHour: Double, seed: UInt64 = 0) {
    precondition(perHour > 0, "whoever works handles some messages")
    millisecondsPerMessage = 3_600_000 / perHour
    self.seed = seed
  }

  /// The most messages in one batch, at least one.
  public var batchLimit: Int {
    max(1, Int(min(Self.batchMilliseconds / millisecondsPerMessage, 1_000_000)))
  }

  /// How long a message takes at most, in milliseconds.
  public var longestMilliseconds: Double { millisecondsPerMessage * 1.5 }

  /// How long a message takes, in milliseconds.
  public func milliseconds(for message: MessageID) -> Double {
    var random = SeededRandom(seed: seed ^ message.high ^ message.low)
    return millisecondsPerMessage * (0.5 + Double(random.next() >> 11) / 9_007_199_254_740_992)
  }
}

/// The work on one batch: how much is left of it as time passes.
struct WorkInHand {
  private var leftMilliseconds: Double
  private var last: Timestamp

  /// The work on these deliveries, begun now. What cannot be read takes no time.
  init(_ deliveries: [Delivery], pace: WorkPace, now: Timestamp) {
    leftMilliseconds = deliveries.reduce(0) { sum, delivery in
      guard case .message(let message) = delivery.content else { return sum }
      return sum + pace.milliseconds(for: message.id)
    }
    last = now
  }

  /// Lets the time until `now` pass and tells how long the work still takes, in whole milliseconds; zero when it is done.
  /// A clock that is set back makes nobody work twice.
  mutating func advance(to now: Timestamp) -> Int {
    leftMilliseconds -= Double(max(0, now.milliseconds - last.milliseconds))
    last = now
    return leftMilliseconds > 0 ? Int(leftMilliseconds.rounded(.up)) : 0
  }
}
