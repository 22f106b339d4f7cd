import ClaimModel
import Office

/// Measures from the journal how fast workers work, and how many messages a visit costs each office.
///
/// A record tells when its batch was begun, so the time from one batch of a worker to its next is what the first one took,
/// provided that a message waited for the second all the while: one was sent before the first batch was begun. Only such
/// pairs count; a worker that had nothing to do tells nothing about its speed.
public struct ServiceMeter: Sendable {
  /// What is known of an office.
  public struct Office: Hashable, Sendable {
    /// Messages handled, put off or parked.
    public var messages = 0
    /// Workers seen.
    public var workers: Set<String> = []
    /// Messages of batches whose time is known.
    public var timedMessages = 0
    /// The time of those batches, in milliseconds.
    public var timedMilliseconds: Int64 = 0

    /// Messages that one worker handles in a second; `nil` when too little is known.
    public var rate: Double? {
      guard timedMessages >= 20, timedMilliseconds > 0 else { return nil }
      return Double(timedMessages) * 1_000 / Double(timedMilliseconds)
    }
  }

  private struct Batch: Sendable {
    var begun: Timestamp
    var messages: Int
    var earliestSent: Timestamp
  }

  /// A batch that takes longer than this was interrupted.
  private static let longestMilliseconds: Int64 = 3_600_000

  private var batches: [String: (before: Batch?, now: Batch)] = [:]
  private var visits: Set<VisitID> = []
  /// What is known of each office, by its name.
  public private(set) var offices: [String: Office] = [:]

  /// Nothing measured yet.
  public init() {}

  /// How many visits were documented.
  public var visitCount: Int { visits.count }

  /// Takes in one entry, which must come once only (``UniqueEntries``).
  public mutating func fold(_ entry: JournalEntry) {
    switch entry.outcome {
    case .submitted, .requeued, .discarded:
      if entry.outcome == .submitted { visits.formUnion(entry.visits) }
    case .handled, .postponed, .parked:
      if entry.type.hasPrefix("visit-documented.") { visits.formUnion(entry.visits) }
      offices[String(entry.office), default: Office()].messages += 1
      offices[String(entry.office), default: Office()].workers.insert(entry.handler)
      note(entry)
    }
  }

  private mutating func note(_ entry: JournalEntry) {
    let own = Batch(begun: entry.handled, messages: 1, earliestSent: entry.sent)
    guard var (before, now) = batches[entry.handler] else {
      batches[entry.handler] = (nil, own)
      return
    }
    if entry.handled == now.begun {
      now.messages += 1
      now.earliestSent = min(now.earliestSent, entry.sent)
      batches[entry.handler] = (before, now)
      return
    }
    close(before, now, of: String(entry.office))
    before = now
    batches[entry.handler] = (before, own)
  }

  /// Counts the batch before `next` when `next` waited while it was worked on.
  private mutating func close(_ batch: Batch?, _ next: Batch, of office: String) {
    guard let batch, next.earliestSent <= batch.begun else { return }
    let time = next.begun.milliseconds - batch.begun.milliseconds
    guard (1...ServiceMeter.longestMilliseconds).contains(time) else { return }
    offices[office, default: Office()].timedMessages += batch.messages
    offices[office, default: Office()].timedMilliseconds += time
  }

  /// Counts what the last entries have completed. Call it once, after the last entry.
  public mutating func finish() {
    for (handler, pair) in batches { close(pair.before, pair.now, of: String(handler.prefix { $0 != "/" })) }
    batches = [:]
  }
}
