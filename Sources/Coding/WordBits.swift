import CodeSets

/// Which words a text may hold, a bit for each: a rule that looks through the whole text for a few words need not where none of them
/// stands.
struct WordBits: Sendable {
  private var bits = [UInt64](repeating: 0, count: 256)

  /// Takes in the words of a text.
  mutating func insert(_ words: [Word]) {
    for word in words { bits[WordBits.part(word.hash)] |= 1 << (word.hash & 63) }
  }

  /// Whether a text may hold one of some words; now and then it is said of a text that does not.
  func mayHold(anyOf words: WordSet) -> Bool {
    words.hashes.contains { bits[WordBits.part($0)] >> ($0 & 63) & 1 != 0 }
  }

  @inline(__always)
  private static func part(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 6) & 255 }
}
