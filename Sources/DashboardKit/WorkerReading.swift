import ClaimModel
import Messages
import Office

/// What a worker last told about itself.
public struct WorkerReading: Hashable, Sendable {
  /// Its name: `coding/coder-1`.
  public let worker: String
  /// When it told.
  public let at: Timestamp
  /// What it does: a `WorkerPhase`, or a word this program does not know.
  public let phase: String
  /// Messages that it has handled and that are not acknowledged yet.
  public let inFlight: Int
  /// The most it takes of a queue before it acknowledges.
  public let prefetch: Int
  /// Messages handled in a second since the heartbeat before.
  public let rate: Double
  /// Messages handled since it started.
  public let handled: Int64
  /// Messages parked since it started.
  public let parked: Int64
  /// Messages put off since it started.
  public let postponed: Int64

  /// What a delivery from the status exchange tells; `nil` when it is no heartbeat, or one in another's name: the broker
  /// sees to it that an office's user sends under keys of that office only.
  public init?(_ delivery: Delivery) {
    guard case .message(let message) = delivery.content, message.type == MessageType.heartbeat.rawValue,
      let wire = try? WireHeartbeat.decoded(message.body), wire.worker == delivery.route.key
    else { return nil }
    self.init(
      worker: wire.worker, at: Timestamp(milliseconds: wire.atMs), phase: wire.phase, inFlight: Int(wire.inFlight),
      prefetch: Int(wire.prefetch), rate: wire.handledPerSecond, handled: wire.handledTotal, parked: wire.parkedTotal,
      postponed: wire.postponedTotal)
    guard at.isWithinCalendar else { return nil }
  }

  /// A reading of its parts; a rate that is no number is 0.
  public init(
    worker: String, at: Timestamp, phase: String, inFlight: Int = 0, prefetch: Int = 0, rate: Double = 0,
    handled: Int64 = 0, parked: Int64 = 0, postponed: Int64 = 0
  ) {
    self.worker = worker
    self.at = at
    self.phase = phase
    self.inFlight = max(0, inFlight)
    self.prefetch = max(0, prefetch)
    self.rate = rate.isFinite ? max(0, rate) : 0
    self.handled = handled
    self.parked = parked
    self.postponed = postponed
  }

  /// The worker's office: `coding`, `payer.ACMEHLTH`.
  public var office: String { String(worker.prefix { $0 != "/" }) }

  /// How long ago it told, in milliseconds.
  public func age(at now: Timestamp) -> Double { max(0, Double(now.milliseconds) - Double(at.milliseconds)) }
}

extension FilterVocabulary<WorkerReading> {
  /// The fields of workers.
  public static let workers = FilterVocabulary(
    "workers",
    [
      .text("worker", "its name: coding/coder-1") { $0.worker },
      .text("office", "its office: coding, payer.ACMEHLTH", .offices) { $0.office },
      .text("phase", "what it does: working, quiet, …", FilterChoices(WorkerPhase.self)) { $0.phase },
      .value("inflight", .number, "messages not acknowledged yet") { reading, _ in .whole(reading.inFlight) },
      .value("rate", .number, "messages handled in a second") { reading, _ in .number(reading.rate) },
      .value("handled", .number, "messages handled since it started") { reading, _ in .whole(reading.handled) },
      .value("parked", .number, "messages parked since it started") { reading, _ in .whole(reading.parked) },
      .value("postponed", .number, "messages put off since it started") { reading, _ in .whole(reading.postponed) },
      .value("age", .duration, "how long ago it last told") { .number($0.age(at: $1)) },
    ])
}

/// Workers by name, each as it last told.
public struct WorkerTable: Sendable {
  private struct Line: Encodable, Sendable {
    let schema = 1
    let record = "worker"
    let worker: String
    let office: String
    let phase: String
    let inFlight: Int
    let prefetch: Int
    let rate: Double
    let handled: Int64
    let parked: Int64
    let postponed: Int64
    let at: String
  }

  private var byName: [String: WorkerReading] = [:]

  /// A table without workers.
  public init() {}

  /// The workers in the order of their names.
  public var readings: [WorkerReading] { byName.values.sorted { $0.worker < $1.worker } }

  /// Takes in what a worker tells, unless something newer is known.
  public mutating func add(_ reading: WorkerReading) {
    if let known = byName[reading.worker], known.at > reading.at { return }
    byName[reading.worker] = reading
  }

  /// Forgets workers that have told nothing for `milliseconds`.
  public mutating func forget(olderThan milliseconds: Double, at now: Timestamp) {
    byName = byName.filter { $0.value.age(at: now) <= milliseconds }
  }

  /// The table for people, within 80 columns.
  public static func text(_ readings: [WorkerReading], at now: Timestamp) -> String { table(readings, at: now).text }

  static func table(_ readings: [WorkerReading], at now: Timestamp) -> TextTable {
    var table = TextTable([
      .left("worker", 28), .left("phase", 8), .right("in flight", 9), .right("rate/s", 7), .right("handled", 8),
      .right("parked", 6), .right("heard", 6),
    ])
    for reading in readings {
      table.add(
        reading.worker, reading.phase, "\(reading.inFlight)", brief(rate: reading.rate), "\(reading.handled)",
        "\(reading.parked)", brief(milliseconds: reading.age(at: now)))
    }
    return table
  }

  /// One JSON object a line.
  public static func json(_ readings: [WorkerReading]) -> String {
    readings.map { reading in
      encodeJSON(
        Line(
          worker: reading.worker, office: reading.office, phase: reading.phase, inFlight: reading.inFlight,
          prefetch: reading.prefetch, rate: (reading.rate * 100).rounded() / 100, handled: reading.handled,
          parked: reading.parked, postponed: reading.postponed, at: reading.at.description), pretty: false) + "\n"
    }.joined()
  }
}
