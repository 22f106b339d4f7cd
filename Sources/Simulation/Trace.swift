/// Everything that happens in a simulated world, folded into one number; the same seed must give the same one.
public struct Trace {
  /// The number so far.
  public private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  /// How many events were taken in.
  public private(set) var count = 0
  /// Where events go in words, for a person who looks for the cause of a failure.
  public var narrator: ((String) -> Void)?

  /// Takes in an event.
  public mutating func take(_ first: UInt64, _ second: UInt64) {
    count += 1
    hash = (hash ^ first) &* 0x9fb2_1c65_1e98_df25
    hash = (hash ^ (hash >> 29) ^ second) &* 0xff51_afd7_ed55_8ccd
    hash ^= hash >> 32
  }

  /// Tells an event in words, when somebody listens.
  public func note(_ words: () -> String) { narrator?(words()) }
}
