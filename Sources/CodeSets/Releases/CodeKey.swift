/// Codes as numbers that sort like their characters.
enum CodeKey {
  /// Up to eight capitals and digits, first highest, padded with zero; `nil` for anything else.
  static func packed(_ code: some StringProtocol) -> UInt64? {
    var key: UInt64 = 0
    var count = 0
    for byte in code.utf8 {
      guard count < 8, digit(byte) != nil else { return nil }
      key = key << 8 | UInt64(byte)
      count += 1
    }
    return count > 0 ? key << UInt64(8 * (8 - count)) : nil
  }

  /// The characters of a packed code.
  static func code(_ key: UInt64) -> String {
    let bytes = stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: key >> UInt64($0)) }
    return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }

  /// Two codes of five characters in one number.
  static func pair(_ first: some StringProtocol, _ second: some StringProtocol) -> UInt64? {
    guard let first = fiveCharacters(first), let second = fiveCharacters(second) else { return nil }
    return first << 32 | second
  }

  private static func fiveCharacters(_ code: some StringProtocol) -> UInt64? {
    var number: UInt64 = 0
    var count = 0
    for byte in code.utf8 {
      guard let digit = digit(byte) else { return nil }
      number = number * 36 + UInt64(digit)
      count += 1
    }
    return count == 5 ? number : nil
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...90: byte - 55
    default: nil
    }
  }
}
