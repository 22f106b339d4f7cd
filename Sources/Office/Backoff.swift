import ClaimModel

/// How long to wait before trying again: doubling from a first wait up to a longest one, with jitter so that workers
/// that failed together do not return together.
public struct Backoff: Sendable {
  private let firstMilliseconds: Int
  private let longestMilliseconds: Int
  private var random: SeededRandom
  private var failures = 0

  /// A backoff from `firstMilliseconds` to `longestMilliseconds`, jittered by `seed`.
  public init(firstMilliseconds: Int = 200, longestMilliseconds: Int = 10_000, seed: UInt64) {
    self.firstMilliseconds = firstMilliseconds
    self.longestMilliseconds = longestMilliseconds
    random = SeededRandom(seed: seed)
  }

  /// The wait after one more failure: between half and the whole of the doubled time.
  public mutating func nextMilliseconds() -> Int {
    let ceiling = min(longestMilliseconds, firstMilliseconds << min(failures, 16))
    failures += 1
    return Int.random(in: ceiling / 2...ceiling, using: &random)
  }

  /// Starts again from the first wait.
  public mutating func reset() { failures = 0 }
}
