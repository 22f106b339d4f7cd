/// Composites of at most sixteen bytes that were found to keep their rules: claims have many codes and pointers in common.
/// Keeps the latest of those that share a place. Whoever allocated it deallocates it.
struct KnownComposites {
  private struct Entry {
    /// The bytes; no sound composite's are all 0.
    var words: (UInt64, UInt64) = (0, 0)
    /// The rule that they keep.
    var rule: UnsafeRawPointer?
  }

  private let entries: UnsafeMutablePointer<Entry>
  private static let bits: UInt64 = 8

  /// Memory for composites, of which none is known yet.
  static func allocate() -> KnownComposites {
    let entries = UnsafeMutablePointer<Entry>.allocate(capacity: 1 << Int(bits))
    entries.initialize(repeating: Entry(), count: 1 << Int(bits))
    return KnownComposites(entries: entries)
  }

  func deallocate() { entries.deallocate() }

  /// Whether a composite without odd bytes, as ``Element/words``, is known to keep a rule.
  @inline(__always)
  func has(_ words: (UInt64, UInt64), _ rule: UnsafeRawPointer) -> Bool {
    let entry = entry(for: words)
    return entry.pointee.words.0 == words.0 && entry.pointee.words.1 == words.1 && entry.pointee.rule == rule
  }

  /// Notes that it does.
  @inline(__always)
  func add(_ words: (UInt64, UInt64), _ rule: UnsafeRawPointer) {
    entry(for: words).pointee = Entry(words: words, rule: rule)
  }

  @inline(__always)
  private func entry(for words: (UInt64, UInt64)) -> UnsafeMutablePointer<Entry> {
    let mixed = (words.0 ^ (words.1 &* 0x9e37_79b9_7f4a_7c15)) &* 0xd6e8_feb8_6659_fd93
    return entries + Int(truncatingIfNeeded: mixed &>> (64 &- KnownComposites.bits))
  }
}
