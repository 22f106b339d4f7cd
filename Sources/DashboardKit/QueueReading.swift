import ClaimModel
import Office

/// A queue as a passive declaration tells it.
public struct QueueReading: Hashable, Sendable {
  /// The queue.
  public let queue: String
  /// Messages ready for delivery, and consumers; none of either when the queue is missing.
  public let depth: QueueDepth
  /// Whether the broker has no such queue.
  public let isMissing: Bool

  /// Messages that workers hold and have not acknowledged; `nil` when nobody has told, as AMQP does not.
  public var unacknowledged: Int?

  /// A reading of `queue`.
  public init(queue: String, depth: QueueDepth, unacknowledged: Int? = nil) {
    self.queue = queue
    self.depth = depth
    self.unacknowledged = unacknowledged
    isMissing = false
  }

  /// What is told of a queue that is not there.
  public init(missing queue: String) {
    self.queue = queue
    depth = QueueDepth(ready: 0, consumers: 0)
    isMissing = true
  }

  /// Whose queue it is: what stands before its last but one dot, for a payer before the last.
  public var office: String { QueueReading.office(of: queue) }

  /// Whether messages wait here for a person.
  var isParkingLot: Bool { queue.hasSuffix(".parked") }

  /// Whether messages wait here for workers; not so in retry steps, where they wait for their time.
  var isInbox: Bool { !office.isEmpty && !isParkingLot && !queue.contains(".retry.") }

  /// The office whose queue has this name: `coding`, `payer.ACMEHLTH`; empty for the journal.
  public static func office(of queue: String) -> String {
    let words = queue.split(separator: ".")
    guard words.count > 1 else { return "" }
    return words[0] == "payer" && words.count > 2 ? "payer.\(words[1])" : String(words[0])
  }
}

/// Queues with their depths, as a table.
public struct QueueTable: Sendable {
  private struct Line: Encodable, Sendable {
    let schema = 1
    let record = "queue"
    let queue: String
    let office: String
    /// Told only when it is so.
    let missing: Bool?
    let ready: Int?
    let unacknowledged: Int?
    let consumers: Int?
  }

  private var readings: [QueueReading] = []

  /// A table without queues.
  public init() {}

  /// Adds a queue.
  public mutating func add(_ reading: QueueReading) { readings.append(reading) }

  /// Whether it has no queues.
  public var isEmpty: Bool { readings.isEmpty }

  /// Whether one of its queues is missing.
  public var hasMissing: Bool { readings.contains(where: \.isMissing) }

  /// The table for people, within 80 columns.
  public var text: String {
    let isCounted = readings.contains { $0.unacknowledged != nil }
    var columns: [TextTable.Column] = [.left("queue", 44), .right("ready", 10), .right("consumers", 10)]
    if isCounted { columns.insert(.right("unacked", 10), at: 2) }
    var table = TextTable(columns)
    for reading in readings {
      var cells = [reading.queue, "missing", ""]
      if !reading.isMissing { cells = [reading.queue, "\(reading.depth.ready)", "\(reading.depth.consumers)"] }
      if isCounted { cells.insert(reading.unacknowledged.map(String.init) ?? "", at: 2) }
      table.add(cells)
    }
    return table.text
  }

  /// One JSON object a line.
  public var json: String {
    readings.map {
      encodeJSON(
        Line(
          queue: $0.queue, office: $0.office, missing: $0.isMissing ? true : nil,
          ready: $0.isMissing ? nil : $0.depth.ready, unacknowledged: $0.unacknowledged,
          consumers: $0.isMissing ? nil : $0.depth.consumers), pretty: false)
        + "\n"
    }.joined()
  }
}

extension FilterVocabulary<QueueReading> {
  /// The fields of queues.
  public static let queues = FilterVocabulary(
    "queues",
    [
      .text("queue", "its name: coding.visits.medical") { $0.queue },
      .text("office", "whose it is: coding, payer.ACMEHLTH", .offices) { $0.office },
      FilterField(
        name: "ready", kind: .number, meaning: "messages that wait",
        place: .whole { reading, _ in reading.isMissing ? [] : [.whole(reading.depth.ready)] }),
      FilterField(
        name: "unacked", kind: .number, meaning: "messages that workers hold; with --management",
        place: .whole { reading, _ in reading.unacknowledged.map { [.whole($0)] } ?? [] }),
      FilterField(
        name: "consumers", kind: .number, meaning: "who reads it",
        place: .whole { reading, _ in reading.isMissing ? [] : [.whole(reading.depth.consumers)] }),
    ])
}
