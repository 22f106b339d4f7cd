import ClaimModel
import Messages
import SwiftProtobuf

/// What a worker tells about itself every two seconds.
struct WorkerStatus {
  let worker: String
  let prefetch: Int
  private(set) var phase = WorkerPhase.working
  private var isChanged = false
  private var lastBeat: Timestamp?
  private var handledAtLastBeat: Int64 = 0
  private var handled: Int64 = 0
  private var postponed: Int64 = 0
  private var parked: Int64 = 0

  init(worker: String, prefetch: Int) {
    self.worker = worker
    self.prefetch = prefetch
  }

  /// Notes a new phase; the next heartbeat is due at once.
  mutating func enter(_ phase: WorkerPhase) {
    self.phase = phase
    isChanged = true
  }

  /// Counts messages that were handled.
  /// - Returns: how many of them failed.
  mutating func count(_ entries: [JournalEntry]) -> Int {
    let before = postponed + parked
    // By index: a loop over the entries would copy each, and a copy is one of each of its texts.
    for index in entries.indices {
      switch entries[index].outcome {
      case .postponed: postponed += 1
      case .parked: parked += 1
      case .handled, .submitted, .requeued, .discarded: handled += 1
      }
    }
    return Int(postponed + parked - before)
  }

  func isDue(_ now: Timestamp, every milliseconds: Int64) -> Bool {
    guard let lastBeat, !isChanged else { return true }
    return now.milliseconds - lastBeat.milliseconds >= milliseconds
  }

  mutating func heartbeat(_ now: Timestamp, inFlight: Int) -> Publication {
    let elapsed = lastBeat.map { Double(now.milliseconds - $0.milliseconds) / 1_000 } ?? 0
    let rate = elapsed > 0 ? Double(handled - handledAtLastBeat) / elapsed : 0
    lastBeat = now
    isChanged = false
    handledAtLastBeat = handled
    let body = WireHeartbeat.with {
      $0.worker = worker
      $0.atMs = now.milliseconds
      $0.phase = phase.rawValue
      $0.inFlight = Int32(clamping: inFlight)
      $0.handledTotal = handled
      $0.parkedTotal = parked
      $0.postponedTotal = postponed
      $0.handledPerSecond = rate
      $0.prefetch = Int32(clamping: prefetch)
    }.bytes
    var hash = StableHash(key: UInt64(bitPattern: now.milliseconds))
    hash.combine(worker)
    let (high, low) = hash.finish()
    return Publication(
      route: Route(exchange: "status", key: worker),
      message: WireMessage(
        id: MessageID(high: high, low: low), type: MessageType.heartbeat.rawValue, correlation: "", timestamp: now,
        appID: worker, contentType: MessageType.protobufContentType, body: body),
      isDurable: false)
  }
}
