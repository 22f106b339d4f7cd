import ClaimModel

/// Decides what goes wrong, from one seed, and remembers what happened.
///
/// `@unchecked Sendable` because a simulated world lives in one thread.
public final class Fate: @unchecked Sendable {
  /// The random numbers of the whole world.
  public var random: SeededRandom
  /// How likely what goes wrong is, by the faults' numbers (``FaultPlan``).
  private var chances: [UInt32]
  /// How often each fault struck, at the place of its number.
  public private(set) var counts = [Int](repeating: 0, count: Fault.allCases.count)
  /// What happened, as a number.
  public var trace = Trace()

  /// The fate of a world under `plan`.
  public init(seed: UInt64, plan: FaultPlan) {
    random = SeededRandom(seed: seed)
    chances = plan.chances
    isCalm = plan == .calm
  }

  /// Nothing goes wrong from now on.
  public func relent() {
    chances = FaultPlan.calm.chances
    isCalm = true
  }

  /// Whether nothing goes wrong.
  public private(set) var isCalm: Bool

  /// Whether a fault strikes now.
  public func strikes(_ fault: Fault) -> Bool {
    // Asked some hundred times for each visit.
    if isCalm { return false }
    let chance = chances[fault.rawValue]
    guard chance > 0, UInt32(truncatingIfNeeded: random.next() >> 32) < chance else { return false }
    counts[fault.rawValue] += 1
    trace.take(UInt64(fault.rawValue), 0xfa)
    trace.note { "fault \(fault.name)" }
    return true
  }

  /// A whole number from 0 up to but not including `limit`.
  public func below(_ limit: Int) -> Int { limit <= 1 ? 0 : Int(random.next() % UInt64(limit)) }

  /// Heads or tails.
  public func isHeads() -> Bool { random.next() & 1 == 0 }
}
