import ClaimModel
import Office

/// Drops entries that were journaled before: same message, same office, same outcome and attempt. A message may be parked
/// and sent again more than once, so that these are told apart by their time as well.
public struct UniqueEntries: Sendable {
  private let limit: Int
  private var recent: Set<MessageID> = []
  private var older: Set<MessageID> = []

  /// Nothing seen yet. At least the last `limit` entries are remembered, and at most twice as many.
  public init(remembering limit: Int = .max) { self.limit = limit }

  /// Whether the entry is seen for the first time.
  public mutating func isNew(_ entry: JournalEntry) -> Bool {
    let key = UniqueEntries.key(of: entry)
    guard !older.contains(key), recent.insert(key).inserted else { return false }
    if recent.count >= limit {
      older = recent
      recent = []
    }
    return true
  }

  private static func key(of entry: JournalEntry) -> MessageID {
    let purpose = "\(entry.office) \(entry.outcome.rawValue)"
    switch entry.outcome {
    case .handled, .postponed, .submitted: return entry.messageID.child(entry.attempt, of: purpose)
    case .parked, .requeued, .discarded:
      return entry.messageID.child(entry.attempt, of: "\(purpose) \(entry.handled.milliseconds)")
    }
  }
}
