/// The identity of one message on the wire: 128 bits, written as a UUID.
///
/// Ids of outgoing messages are derived from the incoming message's id, so a step that is done again after a crash
/// names its results the same and the next office can drop them.
public struct MessageID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The first 64 bits.
  public let high: UInt64
  /// The last 64 bits.
  public let low: UInt64

  /// An id of the given bits.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The id of the thing that `parts` name; marked as UUID version 8 (RFC 9562, section 5.8).
  public static func derived(from parts: String...) -> MessageID {
    var hash = StableHash(key: 0x6d657373)
    for part in parts { hash.combine(part) }
    return MessageID(hashed: hash)
  }

  /// The id of the `index`th message that comes of this one.
  public func child(_ index: Int, of purpose: String) -> MessageID {
    var hash = StableHash(key: 0x6368696c)
    hash.combine(high)
    hash.combine(low)
    hash.combine(UInt64(bitPattern: Int64(index)))
    hash.combine(purpose)
    return MessageID(hashed: hash)
  }

  private init(hashed hash: StableHash) {
    let (high, low) = hash.finish()
    self.high = high & ~0xf000 | 0x8000
    self.low = low & ~(0b11 << 62) | 0b10 << 62
  }

  /// Reads `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 36 else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    var digits = 0
    for (offset, byte) in bytes.enumerated() {
      if [8, 13, 18, 23].contains(offset) {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
      if digits < 16 { high = high << 4 | UInt64(digit) } else { low = low << 4 | UInt64(digit) }
      digits += 1
    }
    self.high = high
    self.low = low
  }

  /// The UUID in lower case.
  public var description: String {
    String(unsafeUninitializedCapacity: 36) { $0.baseAddress.map(write(to:)) ?? 0 }
  }

  /// Writes the UUID in lower case to where there is room for its 36 bytes; returns how many these are.
  public func write(to text: UnsafeMutablePointer<UInt8>) -> Int {
    var place = 0
    for index in 0..<32 {
      if index == 8 || index == 12 || index == 16 || index == 20 {
        text[place] = UInt8(ascii: "-")
        place += 1
      }
      let word = index < 16 ? high : low
      let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * (index % 16)) & 15)
      text[place] = digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
      place += 1
    }
    return place
  }

  /// Orders by bits.
  public static func < (left: MessageID, right: MessageID) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}
