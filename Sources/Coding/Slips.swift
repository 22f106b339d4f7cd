import ClaimModel
import CodeSets

/// What a hurried person gets wrong the first time: the same visit always gets the same slip, whoever codes it.
public struct Slips: Sendable {
  /// How often a visit gets a slip, from 0 to 1.
  public let rate: Double
  /// What the choice is derived from.
  public let seed: UInt64

  /// Slips at the given rate.
  public init(rate: Double, seed: UInt64) {
    self.rate = rate
    self.seed = seed
  }

  /// The coding as a hurried coder sends it, with the slip that was made. Of the slips that can be made with these codes
  /// each is as likely as any other.
  public func apply(
    to coding: CodedVisit, visit: Visit, codeSets: CodeBooks
  ) -> (coding: CodedVisit, slip: Slip?) {
    guard rate > 0 else { return (coding, nil) }
    var random = SeededRandom(seed: StableHash.value(visit.id.rawValue, key: seed))
    guard Double(random.next() >> 11) / 9_007_199_254_740_992 < rate else { return (coding, nil) }
    let hand = SlippingHand(coding: coding, visit: visit, codeSets: codeSets)
    var ways: [(slip: Slip, codings: [CodedVisit])] = []
    for slip in Slip.allCases {
      let codings = hand.codings(with: slip)
      if !codings.isEmpty { ways.append((slip, codings)) }
    }
    guard !ways.isEmpty else { return (coding, nil) }
    let way = ways[Int(random.next() % UInt64(ways.count))]
    return (way.codings[Int(random.next() % UInt64(way.codings.count))], way.slip)
  }
}
