/// Fields of Protocol Buffers messages around parts that are encoded already.
///
/// Source: Protocol Buffers, encoding: a message is its fields one after the other; a field of length-delimited kind is
/// its number and 2, its length, its bytes.
extension [UInt8] {
  /// Appends a field that holds `bytes`.
  mutating func append(field number: Int, _ bytes: [UInt8]) {
    append(varint: UInt(number) << 3 | 2)
    append(varint: UInt(bytes.count))
    self += bytes
  }

  /// Appends a field that holds a message: `fields`, encoded already, and one more field that holds `bytes`.
  mutating func append(field number: Int, _ fields: [UInt8], and inner: Int, _ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return append(field: number, fields) }
    let head = UInt(inner) << 3 | 2
    append(varint: UInt(number) << 3 | 2)
    append(
      varint: UInt(fields.count + Self.size(ofVarint: head) + Self.size(ofVarint: UInt(bytes.count)) + bytes.count))
    self += fields
    append(varint: head)
    append(varint: UInt(bytes.count))
    self += bytes
  }

  private mutating func append(varint value: UInt) {
    var rest = value
    while rest > 0x7f {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  private static func size(ofVarint value: UInt) -> Int {
    Swift.max(1, (UInt.bitWidth - value.leadingZeroBitCount + 6) / 7)
  }
}
