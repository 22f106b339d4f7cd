import CodeSets

/// Hashes of words or of phrases, of which none is hashed again.
struct WordSet: Sendable {
  /// A bit for each of them: most words that are asked for are none, and are told so from here without a look at the map.
  private let bits: SIMD4<UInt64>
  private let words: WordMap<Bool>
  /// All of them.
  let hashes: [UInt64]

  /// A set of hashes.
  init(_ hashes: [UInt64]) {
    var bits = SIMD4<UInt64>()
    for hash in hashes { bits[WordSet.part(hash)] |= 1 << (hash & 63) }
    self.bits = bits
    self.hashes = hashes
    words = WordMap(Dictionary(hashes.map { ($0, true) }) { first, _ in first })
  }

  /// A set of words, which spaces or lines separate.
  init(_ words: String) { self.init(words.split(whereSeparator: \.isWhitespace).map { Words.hash(String($0)) }) }

  /// Whether a hash is one of them.
  @inline(__always)
  func contains(_ hash: UInt64) -> Bool { bits[WordSet.part(hash)] >> (hash & 63) & 1 != 0 && words.contains(hash) }

  @inline(__always)
  private static func part(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 6) & 3 }
}

/// Values by the hash of a word or of a phrase. The keys are hashes already, so none is hashed again: a coder looks up each
/// word of a text several times. It is a class, so that looking a word up copies nothing.
final class WordMap<Value: Sendable>: Sendable {
  /// The key of each slot; zero for none. Twice as many slots as keys at least, a power of two.
  private let keys: [UInt64]
  private let values: [Value?]

  /// A map of a dictionary's entries.
  init(_ entries: [UInt64: Value] = [:]) {
    var slots = 16
    while slots < entries.count * 2 { slots *= 2 }
    var keys = [UInt64](repeating: 0, count: slots)
    var values = [Value?](repeating: nil, count: slots)
    for (key, value) in entries where key != 0 {
      var slot = Self.slot(key, of: slots)
      while keys[slot] != 0 { slot = (slot + 1) & (slots - 1) }
      (keys[slot], values[slot]) = (key, value)
    }
    self.keys = keys
    self.values = values
  }

  /// The value of a key.
  @inline(__always)
  subscript(key: UInt64) -> Value? {
    let slot = slot(of: key)
    return slot < 0 ? nil : values[slot]
  }

  /// Whether a key has a value.
  @inline(__always)
  func contains(_ key: UInt64) -> Bool { slot(of: key) >= 0 }

  /// Where the value of a key is, to be asked of ``value(at:)``; below zero when it has none.
  func slot(of key: UInt64) -> Int {
    guard key != 0 else { return -1 }
    return keys.withUnsafeBufferPointer { keys in
      var slot = Self.slot(key, of: keys.count)
      while keys[slot] != key {
        if keys[slot] == 0 { return -1 }
        slot = (slot &+ 1) & (keys.count &- 1)
      }
      return slot
    }
  }

  /// The value at a slot that ``slot(of:)`` gave.
  @inline(__always)
  func value(at slot: Int) -> Value? { values[slot] }

  private static func slot(_ key: UInt64, of count: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32) & (count - 1)
  }
}
