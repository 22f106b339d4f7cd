import ClaimModel

/// Which faults come when, drawn from a seed.
public struct Schedule: Sendable {
  /// How long and how hard.
  public struct Plan: Hashable, Sendable {
    /// How long faults go on.
    public var windowMilliseconds: Int
    /// The heartbeat that broker and workers agree on.
    public var heartbeatMilliseconds: Int

    /// A plan of its parts.
    public init(windowMilliseconds: Int, heartbeatMilliseconds: Int) {
      self.windowMilliseconds = windowMilliseconds
      self.heartbeatMilliseconds = heartbeatMilliseconds
    }

    /// A silence after which both sides have given a connection up: the broker looks once in each interval and gives
    /// up after the third without a byte.
    public var silenceMilliseconds: Int { 3 * heartbeatMilliseconds + 1_000 }

    /// Whether there is time for silences that outlast a store's own limit of 60 s.
    public var isLong: Bool { windowMilliseconds >= 150_000 }
  }

  /// The faults in the order in which they start.
  public let faults: [Fault]

  /// Draws a schedule. Every kind occurs at least once; only a broker that is killed is left to long runs.
  public init(seed: UInt64, plan: Plan) {
    var random = SeededRandom(seed: seed)
    var faults: [Fault] = []
    for track in FaultKind.Track.allCases {
      var kinds: [FaultKind] = []
      for kind in FaultKind.allCases where kind.track == track && (plan.isLong || kind != .brokerKilled) {
        kinds += Array(repeating: kind, count: max(1, plan.windowMilliseconds / kind.intervalMilliseconds))
      }
      kinds.shuffle(using: &random)
      var isFirst: Set<FaultKind> = []
      let drawn = kinds.map { kind in
        Fault(
          kind: kind, startMilliseconds: 0,
          holdMilliseconds: kind.hold(plan, isFirst: isFirst.insert(kind).inserted, using: &random),
          aim: random.next())
      }
      // A disk that is full shows only while visits come.
      let window = track == .disk ? plan.windowMilliseconds / 2 : plan.windowMilliseconds
      faults += Schedule.laidOut(drawn, over: window, using: &random)
    }
    self.faults = faults.sorted { ($0.startMilliseconds, $0.kind.rawValue) < ($1.startMilliseconds, $1.kind.rawValue) }
  }

  /// The faults of one track, in their order.
  public func faults(on track: FaultKind.Track) -> [Fault] { faults.filter { $0.kind.track == track } }

  /// Puts the faults of one track one after the other, with gaps of random length.
  private static func laidOut(_ faults: [Fault], over window: Int, using random: inout SeededRandom) -> [Fault] {
    let busy = faults.map(\.busyMilliseconds).reduce(0, +)
    let cuts = faults.map { _ in Int.random(in: 0...max(0, window - busy), using: &random) }.sorted()
    var done = 0
    return zip(faults, cuts).map { fault, cut in
      var fault = fault
      fault.startMilliseconds = cut + done
      done += fault.busyMilliseconds
      return fault
    }
  }
}

extension Fault {
  /// How long it keeps its track busy, about.
  public var busyMilliseconds: Int { holdMilliseconds + kind.overheadMilliseconds }
}

extension FaultKind {
  /// How often it comes in a long run: once in so many milliseconds.
  fileprivate var intervalMilliseconds: Int {
    switch self {
    case .workerKilled: 10_000
    case .workerStopped: 60_000
    case .brokerRestarted, .brokerKilled: 120_000
    case .memoryAlarm: 90_000
    case .queueDeleted: 40_000
    case .postgresRestarted, .postgresKilled: 60_000
    case .brokerConnectionCut: 20_000
    case .brokerConnectionStalled, .brokerConnectionHalfOpen: 60_000
    case .postgresConnectionCut: 20_000
    case .postgresConnectionStalled, .postgresConnectionHalfOpen: 80_000
    case .diskFull: 50_000
    }
  }

  /// What it takes beside its hold, about.
  fileprivate var overheadMilliseconds: Int {
    switch self {
    case .brokerRestarted, .brokerKilled: 9_000
    case .memoryAlarm, .queueDeleted: 3_000
    case .postgresRestarted, .postgresKilled: 2_000
    default: 200
    }
  }

  /// How long it lasts.
  fileprivate func hold(_ plan: Schedule.Plan, isFirst: Bool, using random: inout SeededRandom) -> Int {
    switch self {
    case .workerKilled: Int.random(in: 200...2_000, using: &random)
    case .workerStopped, .brokerConnectionStalled, .brokerConnectionHalfOpen:
      plan.silenceMilliseconds + Int.random(in: 0...2_000, using: &random)
    // Once in a long run beyond the 30 s that a worker waits for confirms.
    case .memoryAlarm: plan.isLong && isFirst ? 35_000 : Int.random(in: 2_000...4_000, using: &random)
    case .brokerRestarted, .brokerKilled, .queueDeleted, .postgresRestarted, .postgresKilled: 0
    case .brokerConnectionCut, .postgresConnectionCut: Int.random(in: 100...500, using: &random)
    // Once in a long run beyond the 60 s that a worker waits for an answer.
    case .postgresConnectionStalled, .postgresConnectionHalfOpen:
      plan.isLong && isFirst ? 64_000 : Int.random(in: 3_000...6_000, using: &random)
    case .diskFull: Int.random(in: 3_000...6_000, using: &random)
    }
  }
}
