/// A text of at most fifteen bytes of ASCII, which a `String` holds in itself: two words, the last byte of which tells how long
/// the text is. To put these words together takes a tenth of what `String`'s initializers take, which look for what such bytes
/// cannot be.
///
/// Whether strings are laid out so is found out before any is made so (``isLaidOutInWords``).
struct ShortText {
  /// The bytes, the first the lowest of the first word; none behind them.
  let low: UInt64
  let high: UInt64
  let count: Int

  /// The longest that a string holds in itself.
  static let longest = 15
  private static let beyondASCII: UInt64 = 0x8080_8080_8080_8080

  /// The text of so many bytes, as ``Element/words``; `nil` if they are not ASCII.
  @inline(__always)
  init?(_ words: (UInt64, UInt64), _ count: Int) {
    guard (words.0 | words.1) & ShortText.beyondASCII == 0 else { return nil }
    (low, high) = words
    self.count = count
  }

  /// The text of a string; `nil` for one that is empty, longer or not ASCII. To be asked only where ``isLaidOutInWords``.
  @inline(__always)
  init?(_ text: borrowing String) {
    let words = withUnsafeBytes(of: text) { $0.loadUnaligned(as: (UInt64, UInt64).self) }
    let length = words.1 &>> 56 &- 0xe0
    guard length &- 1 < UInt64(ShortText.longest) else { return nil }
    (low, high) = (words.0, words.1 & (~0 &>> 8))
    count = Int(truncatingIfNeeded: length)
  }

  /// The text as a string.
  @inline(__always)
  var string: String {
    var words = laidOut
    // Moved: what is only looked at as a string would be copied as one, which asks whether there is something to count.
    return withUnsafeMutableBytes(of: &words) { $0.bindMemory(to: String.self).moveElement(from: 0) }
  }

  /// The words of the string.
  @inline(__always)
  private var laidOut: (UInt64, UInt64) {
    (low, high | (0xe0 | UInt64(truncatingIfNeeded: count)) &<< 56)
  }

  private var decoded: String {
    withUnsafeBytes(of: (low.littleEndian, high.littleEndian)) { String(decoding: $0.prefix(count), as: UTF8.self) }
  }

  /// Whether strings of each length are laid out as is thought; where they are not, short texts are made as long ones are.
  static let isLaidOutInWords: Bool = {
    guard MemoryLayout<String>.size == 16, UInt64(1).littleEndian == 1 else { return false }
    return (0...longest).allSatisfy { count in
      let low: UInt64 = 0x4847_4645_4443_4241
      let high: UInt64 = 0x4f_4e4d_4c4b_4a49
      // Shifting by 64 leaves nothing.
      let words = (low & ~(~0 << UInt64(8 * count)), high & ~(~0 << UInt64(8 * max(0, count - 8))))
      guard let text = ShortText(words, count) else { return false }
      return text.laidOut == unsafeBitCast(text.decoded, to: (UInt64, UInt64).self)
    }
  }()
}
