import ClaimModel

/// Protocol Buffers messages written field by field, for what is written with every message that is handled: receipts and
/// journal records. The library makes an object of its own for each message within a message, and asks first how long
/// everything is.
///
/// As the library does, a field of nothing (zero, no text, no bytes) is left out, and fields stand in the order of their
/// numbers.
///
/// Source: Protocol Buffers, encoding: a message is its fields one after the other; a field is its number and kind, then
/// its value; bytes, texts and messages are told by their length.
extension [UInt8] {
  /// Appends a field that holds `bytes`.
  mutating func append(field number: Int, _ bytes: [UInt8]) {
    append(varint: UInt64(number) << 3 | 2)
    append(varint: UInt64(bytes.count))
    self += bytes
  }

  /// Appends a field that holds `text`, unless it is empty.
  mutating func append(field number: Int, _ text: String) {
    if !text.isEmpty { append(field: number, each: text) }
  }

  /// Appends one of several texts of a field, also when it is empty.
  mutating func append(field number: Int, each text: String) {
    append(varint: UInt64(number) << 3 | 2)
    var text = text
    text.withUTF8 {
      append(varint: UInt64($0.count))
      append(contentsOf: $0)
    }
  }

  /// Appends a field that holds a number, unless it is zero.
  mutating func append(field number: Int, _ value: Int64) {
    guard value != 0 else { return }
    append(varint: UInt64(number) << 3)
    append(varint: UInt64(bitPattern: value))
  }

  /// Appends a field that holds the 16 bytes of an id.
  mutating func append(field number: Int, _ id: MessageID) {
    append(varint: UInt64(number) << 3 | 2)
    append(16)
    Swift.withUnsafeBytes(of: (id.high.bigEndian, id.low.bigEndian)) { append(contentsOf: $0) }
  }

  /// Appends a field that holds a message, whose fields `body` appends; together they are at least `least` bytes long.
  @inline(__always)
  mutating func append(field number: Int, atLeast least: Int = 0, message body: (inout [UInt8]) -> Void) {
    append(varint: UInt64(number) << 3 | 2)
    let place = count
    // Room for the length as far as it is known before: what follows need not be moved.
    let room = Self.digits(of: least)
    for _ in 0..<room { append(0) }
    body(&self)
    var length = count - place - room
    let digits = Self.digits(of: length)
    if digits > room { insert(contentsOf: repeatElement(0, count: digits - room), at: place) }
    for digit in 0..<digits {
      self[place + digit] = UInt8(length & 0x7f) | (digit < digits - 1 ? 0x80 : 0)
      length >>= 7
    }
  }

  /// How many bytes a length takes.
  private static func digits(of length: Int) -> Int {
    Swift.max(1, (Int.bitWidth - length.leadingZeroBitCount + 6) / 7)
  }

  private mutating func append(varint value: UInt64) {
    var rest = value
    while rest > 0x7f {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}
