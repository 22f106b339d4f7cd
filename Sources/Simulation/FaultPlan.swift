import ClaimModel

/// How likely each fault is, each time it could strike.
public struct FaultPlan: Hashable, Sendable {
  /// Chances in 2^32, at the place of the fault's number.
  private(set) var chances: [UInt32]

  /// Nothing goes wrong.
  public static let calm = FaultPlan(chances: Array(repeating: 0, count: Fault.allCases.count))

  private init(chances: [UInt32]) { self.chances = chances }

  /// A plan drawn from `random`: every run has a mixture of its own, because faults that are always there hide each
  /// other. `intensity` scales all chances.
  public init(drawnFrom random: inout SeededRandom, intensity: Double = 1) {
    self = .calm
    for fault in Fault.allCases where random.next() % 3 != 0 {
      // Spread over three powers of two: rare and frequent.
      let scale = Double(1 << (random.next() % 4))
      self[fault] = min(0.5, fault.usualChance * scale * intensity)
    }
  }

  /// The chance of one fault, from 0 to 1.
  public subscript(fault: Fault) -> Double {
    get { Double(chances[fault.rawValue]) / 4_294_967_296 }
    set { chances[fault.rawValue] = UInt32(min(max(newValue, 0), 0.999) * 4_294_967_296) }
  }
}

extension Fault {
  /// The lowest chance with which a plan lets it strike. What is drawn at every step of every worker is rarer than what is
  /// drawn for a message.
  fileprivate var usualChance: Double {
    switch self {
    case .crash, .interleaved: 0.002
    case .connectionLost, .storeUnavailable, .storeBusy, .commitFailed, .commitUnreported: 0.004
    case .confirmLost, .acknowledgementLost, .connectionBlocked: 0.004
    case .refused, .returned: 0.002
    case .postponed, .consumersLost, .consumersDeaf: 0.01
    case .duplicated, .reordered, .replayed, .slow, .clockJump: 0.004
    case .queueDeleted, .unreachable, .brokerRestarted: 0.001
    }
  }
}
