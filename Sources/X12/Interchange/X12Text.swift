/// Makes any text fit for an X12 element: the extended character set, in ASCII, without delimiters, without blanks at
/// either end. Accented Latin letters lose the accent; anything else becomes a blank. Names and free text are written in
/// capitals; what names something, or repeats what a peer sent, keeps its small letters, so that it can be found again.
///
/// Source: X12.5/X12.6 basic and extended character sets; delimiters are those of ``Delimiters/standard`` where no others are
/// named.
enum X12Text {
  /// Letters for U+00C0 to U+00FF; blanks where there is none.
  private static let unaccented: StaticString = "AAAAAAACEEEEIIIIDNOOOOO OUUUUYTSAAAAAAACEEEEIIIIDNOOOOO OUUUUYTY"

  /// Appends the text; returns whether it was at most `max` characters long. What is beyond is cut off.
  /// - Parameter met: Where characters are noted that are no letters and digits.
  static func append(
    _ text: String, to bytes: inout ByteSink, max: Int, keepsCase: Bool, met: inout SpecialCharacters
  ) -> Bool {
    let isPlain = text.utf8.withContiguousStorageIfAvailable { buffer -> Bool in
      guard let base = buffer.baseAddress, buffer.count > 0, buffer.count <= max else { return buffer.isEmpty }
      bytes.reserve(buffer.count)
      return base[0] != 32 && base[buffer.count - 1] != 32 && bytes.putPlain(base, buffer.count)
    }
    return isPlain == true
      || appendCleaned(text, to: &bytes, max: max, keepsCase: keepsCase, .standard, met: &met)
  }

  /// Whether nothing of the text can be sent, with whatever delimiters.
  static func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy { character($0) == 32 } }

  /// Whether the text can be sent as it is.
  static func isSendable(_ text: String, with delimiters: Delimiters) -> Bool {
    text.utf8.allSatisfy { (32...126).contains($0) && !delimiters.contains($0) }
  }

  /// The same character by character, with any delimiters.
  static func appendCleaned(
    _ text: String, to bytes: inout ByteSink, max: Int, keepsCase: Bool, _ delimiters: Delimiters,
    met: inout SpecialCharacters
  ) -> Bool {
    bytes.reserve(text.utf8.count)
    let start = bytes.count
    var end = start
    for scalar in text.unicodeScalars {
      var byte = keepsCase && (97...122).contains(scalar.value) ? UInt8(scalar.value) : character(scalar)
      if !Delimiters.isLetterOrDigit(byte) {
        met.insert(byte)
        if delimiters.contains(byte) { byte = 32 }
      }
      if byte == 32, end == start { continue }
      // No character has more bytes here than there.
      bytes.put(byte)
      if byte != 32 { end = bytes.count }
    }
    let fits = end - start <= max
    if !fits {
      end = start + max
      while end > start, bytes[end - 1] == 32 { end -= 1 }
    }
    bytes.cut(to: end)
    return fits
  }

  /// Capitals, digits, blanks and the specials that are no delimiters: ASCII without lower case, `*`, `:`, `^`, `~`.
  @inline(__always)
  fileprivate static func isPlain(_ byte: UInt8) -> Bool {
    let low: UInt64 = 0xfbff_fbff_0000_0000
    let high: UInt64 = 0x3800_0001_bfff_ffff
    return byte < 128 && (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
  }

  /// The character of the extended set, delimiters among it, that stands for one; a blank where there is none.
  private static func character(_ scalar: Unicode.Scalar) -> UInt8 {
    switch scalar.value {
    case 97...122: return UInt8(scalar.value - 32)
    case 32...126: return UInt8(scalar.value)
    case 0..<128: return 32
    case 0xc0...0xff: return unaccented.utf8Start[Int(scalar.value - 0xc0)]
    default: return 32
    }
  }
}

extension ByteSink {
  /// Appends a short text if it is plain and has no blanks at its ends; returns whether it is. Room is needed for sixteen bytes.
  @inline(__always)
  mutating func putPlain(_ text: ShortText) -> Bool {
    // Behind the text, zeros of X12 stand in for its bytes.
    let zeros: UInt64 = 0x3030_3030_3030_3030
    let bits = UInt64(truncatingIfNeeded: 8 &* text.count)
    let last: UInt64
    if text.count <= 8 {
      let low = text.low | (text.count == 8 ? 0 : zeros &<< bits)
      guard ByteSink.arePlain(low) else { return false }
      put(low.littleEndian, at: 0)
      last = text.low &>> (bits &- 8)
    } else {
      let high = text.high | zeros &<< (bits &- 64)
      guard ByteSink.arePlain(text.low), ByteSink.arePlain(high) else { return false }
      put(text.low.littleEndian, at: 0)
      put(high.littleEndian, at: 8)
      last = text.high &>> (bits &- 72)
    }
    guard text.low & 0xff != 32, last != 32 else { return false }
    advance(by: text.count)
    return true
  }

  /// Appends bytes for which there is room, if all can be sent; returns whether they can. Otherwise nothing is appended.
  @inline(__always)
  fileprivate mutating func putPlain(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    var index = 0
    if length >= 8 {
      while index <= length &- 8 {
        guard putPlain(bytes, at: index) else { return false }
        index &+= 8
      }
      // The last eight, of which some may be there already.
      if index < length, !putPlain(bytes, at: length &- 8) { return false }
    } else {
      while index < length {
        guard X12Text.isPlain(bytes[index]) else { return false }
        put(bytes[index], at: index)
        index &+= 1
      }
    }
    advance(by: length)
    return true
  }

  @inline(__always)
  private mutating func putPlain(_ bytes: UnsafePointer<UInt8>, at index: Int) -> Bool {
    let word = UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    if !ByteSink.arePlain(word) {
      for place in 0..<8 where !X12Text.isPlain(bytes[index &+ place]) { return false }
    }
    put(word, at: index)
    return true
  }

  /// Whether all of eight bytes can be sent; `false` may also mean that it takes a closer look to tell: at braces.
  @inline(__always)
  private static func arePlain(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // Up to the first of them, these find exactly the bytes that they look for.
    let isControl = (word &- ones &* 32) & ~word
    let isLowerCase = (word & word &<< 1) &<< 1
    // The element separator and the component separator differ in one bit.
    let colons = (word & (ones &* 0xef)) ^ (ones &* 0x2a)
    let carets = word ^ (ones &* 0x5e)
    let isDelimiter = (colons &- ones) & ~colons | (carets &- ones) & ~carets
    return (isControl | isLowerCase | isDelimiter | word) & (ones &* 0x80) == 0
  }
}
