/// A set of characters of ASCII, of those that occur in data: which of them can be delimiters.
struct SpecialCharacters: Hashable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// Adds a character of ASCII.
  mutating func insert(_ byte: UInt8) {
    if byte < 64 { low |= 1 &<< UInt64(byte) } else { high |= 1 &<< UInt64(byte & 63) }
  }

  mutating func formUnion(_ other: SpecialCharacters) {
    low |= other.low
    high |= other.high
  }

  func contains(_ byte: UInt8) -> Bool { byte < 128 && (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1 }

  /// Whether any delimiter is among them.
  func holdAny(of delimiters: Delimiters) -> Bool {
    contains(delimiters.element) || contains(delimiters.component) || contains(delimiters.terminator)
      || delimiters.repetition.map(contains) == true
  }
}

extension Delimiters {
  /// The usual delimiters where data holds none of them; in place of each that it holds another, at last the separators of
  /// ASCII, which are in no character set of X12.
  init(avoiding held: SpecialCharacters) {
    func first(_ candidates: StaticString, _ separator: UInt8) -> UInt8 {
      let bytes = UnsafeBufferPointer(start: candidates.utf8Start, count: candidates.utf8CodeUnitCount)
      return bytes.first { !held.contains($0) } ?? separator
    }
    // No character stands in two lists.
    self.init(
      element: first("*|+", 29), component: first(":><", 31), repetition: first("^!}", 30),
      terminator: first("~`\\", 28))
  }
}
