import ClaimModel
import Office

/// Drops entries that were journaled before: same message, same office, same outcome and attempt. A message may be parked
/// and sent again more than once, so that these are told apart by their time as well.
///
/// A record is written twice when its worker dies before the message is acknowledged. The message then goes back to the
/// front of its queue, so that between the two stands only what other workers of the same office handled until the broker
/// noticed: seconds, or a minute when a machine has vanished. What other offices did meanwhile does not count, for it may be
/// much: an office may be away for days. So the last entries of each office are remembered.
public struct UniqueEntries: Sendable {
  private struct Memory: Sendable {
    var recent: Set<MessageID> = []
    var older: Set<MessageID> = []

    /// Whether the key is new; remembers it in place, for a copy of the sets at each entry would be what costs most.
    mutating func remember(_ key: MessageID, limit: Int) -> Bool {
      guard !older.contains(key), recent.insert(key).inserted else { return false }
      if recent.count >= limit { self = Memory(older: recent) }
      return true
    }
  }

  private let limit: Int
  private var memories: [Substring: Memory] = [:]

  /// Nothing seen yet. At least the last `limit` entries of each office are remembered, and at most twice as many.
  public init(remembering limit: Int = 65_536) { self.limit = limit }

  /// Whether the entry is seen for the first time.
  public mutating func isNew(_ entry: JournalEntry) -> Bool {
    memories[entry.office, default: Memory()].remember(UniqueEntries.key(of: entry), limit: limit)
  }

  private static func key(of entry: JournalEntry) -> MessageID {
    let outcome = entry.outcome.rawValue
    switch entry.outcome {
    case .handled, .postponed, .submitted: return entry.messageID.child(entry.attempt, of: outcome)
    case .parked, .requeued, .discarded:
      return entry.messageID.child(entry.attempt, of: "\(outcome) \(entry.handled.milliseconds)")
    }
  }
}
