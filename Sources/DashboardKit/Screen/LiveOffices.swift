import ClaimModel
import Messages
import Office

/// What is known of the offices now, from three sources over AMQP: the depths of queues, the workers' heartbeats, the
/// journal. Values in, values out; it reads no clock.
public struct LiveOffices: Sendable {
  /// A queue with what can be told of it.
  public struct Queue: Sendable {
    /// Its name and depth.
    public let reading: QueueReading
    /// Messages ready at the last looks, oldest first.
    public let history: [Int]
    /// Messages that come in and go out in a second; `nil` when the journal does not tell this queue's from others'.
    public let flow: (into: Double, out: Double)?
    /// The most that the oldest message can have waited, in milliseconds; `nil` when none waits, or nobody can tell.
    public let oldestMilliseconds: Double?
  }

  /// How many of the last journal entries are kept.
  public static let tailLimit = 20_000
  /// How many looks at a queue are kept: a minute.
  static let historyLimit = 60
  /// Over how many looks rates are taken.
  private static let rateLooks = 6
  /// After how long a worker that tells nothing is forgotten.
  private static let silenceMilliseconds = 60_000.0

  private struct Look: Sendable {
    var at: Timestamp
    var ready: Int
    var handled: Int
  }

  /// A type of message at an office.
  private struct Stream: Hashable, Sendable {
    var office: String
    var subject: String
  }

  private struct Handled: Sendable {
    var count = 0
    var lastSent: Timestamp?
  }

  private let bindings: [String: Set<Stream>]
  private let ownedAlone: Set<String>
  private var depths: [QueueReading] = []
  private var looks: [String: [Look]] = [:]
  private var handled: [Stream: Handled] = [:]
  private var table = WorkerTable()
  /// Where visits stand, the money and the denials.
  public private(set) var report = RevenueReport()
  /// How often each visit was sent back to the coders.
  public private(set) var recodes: [VisitID: Int] = [:]
  private var parkedEntries: [MessageID: JournalEntry] = [:]
  private var ring: [JournalEntry] = []
  private var ringStart = 0
  /// How many journal entries came.
  public private(set) var entryCount = 0

  /// Nothing known of the queues of `topology`.
  public init(topology: Topology) {
    var bindings: [String: Set<Stream>] = [:]
    for binding in topology.bindings where !binding.exchange.hasSuffix(".return") && !binding.key.isEmpty {
      let subject = binding.key.hasPrefix("parked.") ? "" : String(binding.key.prefix { $0 != "." })
      guard !subject.isEmpty else { continue }
      bindings[binding.queue, default: []].insert(
        Stream(office: QueueReading.office(of: binding.queue), subject: subject))
    }
    self.bindings = bindings
    ownedAlone = Set(
      bindings.filter { queue, streams in
        !bindings.contains { $0.key != queue && !$0.value.isDisjoint(with: streams) }
      }.keys)
  }

  /// Takes in the depths of all queues.
  public mutating func take(_ readings: [QueueReading], at now: Timestamp) {
    depths = readings
    for reading in readings {
      let count = (bindings[reading.queue] ?? []).reduce(0) { $0 + (handled[$1]?.count ?? 0) }
      var list = looks[reading.queue] ?? []
      list.append(Look(at: now, ready: reading.depth.ready, handled: count))
      looks[reading.queue] = list.suffix(LiveOffices.historyLimit)
    }
  }

  /// Takes in heartbeats.
  public mutating func take(_ heartbeats: [WorkerReading], at now: Timestamp) {
    for heartbeat in heartbeats { table.add(heartbeat) }
    table.forget(olderThan: LiveOffices.silenceMilliseconds, at: now)
  }

  /// Takes in journal entries, each of which must come once only (``UniqueEntries``).
  public mutating func take(_ entries: [JournalEntry]) {
    for entry in entries { take(entry) }
  }

  private mutating func take(_ entry: JournalEntry) {
    entryCount += 1
    report.fold(entry)
    if ring.count < LiveOffices.tailLimit {
      ring.append(entry)
    } else {
      ring[ringStart] = entry
      ringStart = (ringStart + 1) % LiveOffices.tailLimit
    }
    switch entry.outcome {
    case .parked: parkedEntries[entry.messageID] = entry
    case .requeued, .discarded: parkedEntries[entry.messageID] = nil
    case .handled, .postponed, .submitted: break
    }
    guard let type = MessageType(rawValue: entry.type), entry.outcome != .submitted else { return }
    let stream = Stream(office: String(entry.office), subject: type.subject)
    var known = handled[stream] ?? Handled()
    known.count += 1
    known.lastSent = max(entry.sent, known.lastSent ?? entry.sent)
    handled[stream] = known
    if type == .recodeRequested, entry.outcome == .handled {
      for visit in entry.visits { recodes[visit, default: 0] += 1 }
    }
  }

  /// The queues in the order of the topology.
  public func queues(at now: Timestamp) -> [Queue] {
    depths.map { reading in
      let looks = looks[reading.queue] ?? []
      return Queue(
        reading: reading, history: looks.map(\.ready), flow: flow(of: reading.queue, looks),
        oldestMilliseconds: reading.depth.ready > 0 ? oldest(in: reading.queue, at: now) : nil)
    }
  }

  private func flow(of queue: String, _ looks: [Look]) -> (Double, Double)? {
    let recent = looks.suffix(LiveOffices.rateLooks)
    guard ownedAlone.contains(queue), let first = recent.first, let last = recent.last, last.at > first.at else {
      return nil
    }
    let seconds = Double(last.at.milliseconds - first.at.milliseconds) / 1_000
    let out = Double(last.handled - first.handled) / seconds
    return (max(0, out + Double(last.ready - first.ready) / seconds), out)
  }

  /// What waits was sent after what was handled last: a queue hands out in its order.
  private func oldest(in queue: String, at now: Timestamp) -> Double? {
    guard ownedAlone.contains(queue),
      let last = (bindings[queue] ?? []).compactMap({ handled[$0]?.lastSent }).max()
    else { return nil }
    return max(0, Double(now.milliseconds - last.milliseconds))
  }

  /// The workers in the order of their names.
  public var workers: [WorkerReading] { table.readings }

  /// What was parked and neither requeued nor discarded, the newest last.
  public var parked: [JournalEntry] {
    parkedEntries.values.sorted { ($0.handled, $0.messageID) < ($1.handled, $1.messageID) }
  }

  /// The last journal entries, the newest last.
  public var tail: [JournalEntry] { Array(ring[ringStart...] + ring[..<ringStart]) }

  /// The last entries of what comes out of a queue, the newest last.
  public func entries(outOf queue: String) -> [JournalEntry] {
    let streams = bindings[queue] ?? []
    return tail.filter { entry in
      guard let type = MessageType(rawValue: entry.type) else { return false }
      return streams.contains(Stream(office: String(entry.office), subject: type.subject))
    }
  }
}
