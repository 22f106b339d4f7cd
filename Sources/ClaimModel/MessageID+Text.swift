/// An id as the text of a UUID: 8, 4, 4, 4 and 12 hexadecimal digits with hyphens between.
///
/// Each message carries such a text, two of them where it comes of another. So digits are taken eight at a time: of random
/// ones nobody can guess whether the next is a number or a letter, and a processor that asks one by one guesses often wrong.
extension MessageID: CustomStringConvertible {
  /// Where the hyphens are.
  private static let hyphens = (8, 13, 18, 23)
  /// How many bytes the text has.
  private static let length = 36

  /// One in each byte of a word.
  private static var ones: UInt64 { 0x0101_0101_0101_0101 }
  /// The lower half of each byte of a word.
  private static var nibbles: UInt64 { 0x0f0f_0f0f_0f0f_0f0f }

  /// The UUID in lower case.
  public var description: String {
    String(unsafeUninitializedCapacity: MessageID.length) { buffer in
      buffer.baseAddress.map { write(to: $0) } ?? 0
    }
  }

  /// Reads `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let id = text.withUTF8({ MessageID(text: UnsafeRawBufferPointer($0)) }) else { return nil }
    self = id
  }

  /// Reads the UUID from the bytes of its text; `nil` for anything else.
  public init?(text: UnsafeRawBufferPointer) {
    guard text.count == MessageID.length, let start = text.baseAddress else { return nil }
    let hyphen = UInt8(ascii: "-")
    let (first, second, third, fourth) = MessageID.hyphens
    guard text[first] == hyphen, text[second] == hyphen, text[third] == hyphen, text[fourth] == hyphen else {
      return nil
    }
    func digits(_ place: Int, _ next: Int) -> UInt64 {
      let high = UInt32(bigEndian: (start + place).loadUnaligned(as: UInt32.self))
      let low = UInt32(bigEndian: (start + next).loadUnaligned(as: UInt32.self))
      return UInt64(high) << 32 | UInt64(low)
    }
    guard let a = MessageID.number(digits(0, 4)), let b = MessageID.number(digits(first + 1, second + 1)),
      let c = MessageID.number(digits(third + 1, fourth + 1)), let d = MessageID.number(digits(fourth + 5, fourth + 9))
    else { return nil }
    self.init(high: a << 32 | b, low: c << 32 | d)
  }

  /// Writes the UUID in lower case to where there is room for its 36 bytes; returns how many these are.
  public func write(to text: UnsafeMutablePointer<UInt8>) -> Int {
    let start = UnsafeMutableRawPointer(text)
    func put(_ digits: UInt64, _ place: Int, _ next: Int) {
      (start + place).storeBytes(of: UInt32(truncatingIfNeeded: digits >> 32).bigEndian, as: UInt32.self)
      (start + next).storeBytes(of: UInt32(truncatingIfNeeded: digits).bigEndian, as: UInt32.self)
    }
    let (first, second, third, fourth) = MessageID.hyphens
    put(MessageID.digits(high >> 32), 0, 4)
    put(MessageID.digits(high & 0xffff_ffff), first + 1, second + 1)
    put(MessageID.digits(low >> 32), third + 1, fourth + 1)
    put(MessageID.digits(low & 0xffff_ffff), fourth + 5, fourth + 9)
    let hyphen = UInt8(ascii: "-")
    (text[first], text[second], text[third], text[fourth]) = (hyphen, hyphen, hyphen, hyphen)
    return MessageID.length
  }

  /// The number that eight hexadecimal digits are, the first in the highest byte; `nil` if one is none.
  ///
  /// Every byte is looked at at once. Adding `0x80 - x` sets the highest bit of a byte that is at least `x`, and nothing is
  /// carried into the next as long as no byte has that bit before.
  private static func number(_ digits: UInt64) -> UInt64? {
    let top = ones << 7
    let lower = digits | ones * 0x20
    let isNumber = (digits &+ ones * (0x80 - 0x30)) & ~(digits &+ ones * (0x80 - 0x3a))
    let isLetter = (lower &+ ones * (0x80 - 0x61)) & ~(lower &+ ones * (0x80 - 0x67))
    guard digits & top == 0, (isNumber | isLetter) & top == top else { return nil }
    var value = (digits & nibbles) &+ ((isLetter & top) >> 7) &* 9
    value = (value | value >> 4) & 0x00ff_00ff_00ff_00ff
    value = (value | value >> 8) & 0x0000_ffff_0000_ffff
    return (value | value >> 16) & 0xffff_ffff
  }

  /// The eight digits of a number of 32 bits, in lower case, the first in the highest byte.
  private static func digits(_ number: UInt64) -> UInt64 {
    var value = (number | number << 16) & 0x0000_ffff_0000_ffff
    value = (value | value << 8) & 0x00ff_00ff_00ff_00ff
    value = (value | value << 4) & nibbles
    let isLetter = ((value &+ ones * 6) >> 4) & ones
    return value &+ ones * 0x30 &+ isLetter &* (0x61 - 0x3a)
  }
}
