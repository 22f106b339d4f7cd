/// Values by the hash of a word or of a phrase. The keys are hashes already, so none is hashed again: a coder looks up each
/// word of a text several times.
struct WordMap<Value: Sendable>: Sendable {
  /// The key of each slot; zero for none. Twice as many slots as keys at least, a power of two.
  private var keys: [UInt64]
  private var values: [Value?]

  /// A map of a dictionary's entries.
  init(_ entries: [UInt64: Value] = [:]) {
    var slots = 16
    while slots < entries.count * 2 { slots *= 2 }
    keys = [UInt64](repeating: 0, count: slots)
    values = [Value?](repeating: nil, count: slots)
    for (key, value) in entries where key != 0 {
      var slot = Self.slot(key, of: slots)
      while keys[slot] != 0 { slot = (slot + 1) & (slots - 1) }
      (keys[slot], values[slot]) = (key, value)
    }
  }

  /// The value of a key.
  subscript(key: UInt64) -> Value? {
    guard key != 0 else { return nil }
    var slot = Self.slot(key, of: keys.count)
    while true {
      let found = keys[slot]
      if found == key { return values[slot] }
      if found == 0 { return nil }
      slot = (slot + 1) & (keys.count - 1)
    }
  }

  private static func slot(_ key: UInt64, of count: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32) & (count - 1)
  }
}
