/// Makes any text fit for an X12 element: the extended character set, in ASCII, without delimiters, without blanks at
/// either end. Accented Latin letters lose the accent; anything else becomes a blank. Names and free text are written in
/// capitals; what names something, or repeats what a peer sent, keeps its small letters, so that it can be found again.
///
/// Source: X12.5/X12.6 basic and extended character sets; delimiters are those of ``Delimiters/standard``.
enum X12Text {
  /// Letters for U+00C0 to U+00FF; blanks where there is none.
  private static let unaccented: StaticString = "AAAAAAACEEEEIIIIDNOOOOO OUUUUYTSAAAAAAACEEEEIIIIDNOOOOO OUUUUYTY"

  /// Appends the text; returns whether it was at most `max` characters long. What is beyond is cut off.
  static func append(_ text: String, to bytes: inout ByteSink, max: Int, keepsCase: Bool = false) -> Bool {
    let length = text.utf8.count
    bytes.reserve(length)
    let plain = text.utf8.withContiguousStorageIfAvailable { buffer -> Bool in
      guard length <= max, length > 0, buffer[0] != 32, buffer[length - 1] != 32 else { return false }
      return keepsCase ? bytes.put(buffer, while: isSendable) : bytes.put(buffer, while: isPlain)
    }
    if plain == true { return true }
    return appendCleaned(text, to: &bytes, max: max, keepsCase: keepsCase)
  }

  /// Whether nothing of the text can be sent.
  static func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy { cleaned($0) == 32 } }

  /// Whether the text can be sent as it is.
  static func isSendable(_ text: String) -> Bool { text.utf8.allSatisfy(isSendable) }

  private static func appendCleaned(
    _ text: String, to bytes: inout ByteSink, max: Int, keepsCase: Bool
  ) -> Bool {
    let start = bytes.count
    var end = start
    for scalar in text.unicodeScalars {
      let byte = keepsCase && (97...122).contains(scalar.value) ? UInt8(scalar.value) : cleaned(scalar)
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
  private static func isPlain(_ byte: UInt8) -> Bool {
    let low: UInt64 = 0xfbff_fbff_0000_0000
    let high: UInt64 = 0x3800_0001_bfff_ffff
    return byte < 128 && (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
  }

  /// Whether a byte can be sent where small letters may stand.
  @inline(__always)
  private static func isSendable(_ byte: UInt8) -> Bool { isPlain(byte) || (97...122).contains(byte) }

  private static func cleaned(_ scalar: Unicode.Scalar) -> UInt8 {
    switch scalar.value {
    case 97...122: return UInt8(scalar.value - 32)
    case 0..<128:
      let byte = UInt8(scalar.value)
      return isPlain(byte) ? byte : 32
    case 0xc0...0xff: return unaccented.utf8Start[Int(scalar.value - 0xc0)]
    default: return 32
    }
  }
}
