import ClaimModel
import Office

/// A queue as a passive declaration tells it.
public struct QueueReading: Hashable, Sendable {
  /// The queue.
  public let queue: String
  /// Messages ready for delivery, and consumers.
  public let depth: QueueDepth

  /// A reading of `queue`.
  public init(queue: String, depth: QueueDepth) {
    self.queue = queue
    self.depth = depth
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
    let ready: Int
    let consumers: Int
  }

  private var readings: [QueueReading] = []

  /// A table without queues.
  public init() {}

  /// Adds a queue.
  public mutating func add(_ reading: QueueReading) { readings.append(reading) }

  /// The table for people, within 80 columns.
  public var text: String {
    var table = TextTable([.left("queue", 44), .right("ready", 10), .right("consumers", 10)])
    for reading in readings { table.add(reading.queue, "\(reading.depth.ready)", "\(reading.depth.consumers)") }
    return table.text
  }

  /// One JSON object a line.
  public var json: String {
    readings.map {
      encodeJSON(
        Line(queue: $0.queue, office: $0.office, ready: $0.depth.ready, consumers: $0.depth.consumers), pretty: false)
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
      .text("office", "whose it is: coding, payer.ACMEHLTH") { $0.office },
      .value("ready", .number, "messages that wait") { reading, _ in .whole(reading.depth.ready) },
      .value("consumers", .number, "who reads it") { reading, _ in .whole(reading.depth.consumers) },
    ])
}
