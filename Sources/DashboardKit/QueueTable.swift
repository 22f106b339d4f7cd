import Office

/// Queues with their depths, as a table.
public struct QueueTable: Sendable {
  private struct Row: Encodable, Sendable {
    let queue: String
    let ready: Int
    let consumers: Int
  }

  private var rows: [Row] = []

  /// A table without queues.
  public init() {}

  /// Adds a queue.
  public mutating func add(_ queue: String, _ depth: QueueDepth) {
    rows.append(Row(queue: queue, ready: depth.ready, consumers: depth.consumers))
  }

  /// The table for people, within 80 columns.
  public var text: String {
    "\(pad("queue", 44)) \(pad("ready", 10, left: true)) \(pad("consumers", 10, left: true))\n"
      + rows.map {
        "\(pad($0.queue, 44)) \(pad("\($0.ready)", 10, left: true)) \(pad("\($0.consumers)", 10, left: true))\n"
      }.joined()
  }

  /// The table as one JSON array.
  public var json: String { encodeJSON(rows, pretty: true) + "\n" }
}
