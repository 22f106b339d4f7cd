import ClaimModel

/// A share: so many of so many, of claims or of cents.
public struct Rate: Hashable, Sendable {
  /// How many are meant.
  public var part: Int
  /// Of how many.
  public var whole: Int

  /// A share of nothing, or of the given counts.
  public init(part: Int = 0, whole: Int = 0) {
    self.part = part
    self.whole = whole
  }

  /// The share from 0 to 1; `nil` of nothing.
  public var value: Double? { whole == 0 ? nil : Double(part) / Double(whole) }

  /// The share in percent with one decimal; `-` of nothing.
  public var percent: String { value.map { "\(decimal($0 * 100))%" } ?? "-" }

  /// Counts one more, which is meant or not.
  mutating func count(_ isMeant: Bool) {
    whole += 1
    if isMeant { part += 1 }
  }
}

/// A number with one decimal, rounded half away from zero.
func decimal(_ value: Double) -> String {
  let tenths = Int((min(max(value, -1e12), 1e12) * 10).rounded())
  return (tenths < 0 ? "-" : "") + "\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
}
