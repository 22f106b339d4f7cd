import ClaimModel
import Messages

/// Reads the fields of one Protocol Buffers message in the order in which they stand; the counterpart of the fields that
/// `[UInt8]` appends.
///
/// Fields of unknown numbers are passed over, as the library does. What no program of ours writes is refused: groups, and
/// fields of another kind than is asked for.
struct FieldReader {
  /// The value of a field.
  private enum Value {
    case number(UInt64)
    /// Where its bytes stand.
    case bytes(Range<Int>)
    /// Four or eight bytes, which none of our fields are.
    case fixed
  }

  private let bytes: [UInt8]
  private var position: Int
  private let end: Int
  private var value = Value.fixed
  /// The number of the field at hand.
  private(set) var number = 0

  /// A reader of the message that `bytes` hold.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = 0
    end = bytes.count
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// Goes to the next field.
  /// - Returns: whether there is one.
  mutating func next() throws(UndecodableMessage) -> Bool {
    guard position < end else { return false }
    let head = try varint()
    guard (8...0xffff_ffff).contains(head) else { throw Self.malformed }
    number = Int(head >> 3)
    switch head & 7 {
    case 0: value = .number(try varint())
    case 1: try skip(8)
    case 2:
      let length = try varint()
      guard length <= UInt64(end - position) else { throw Self.malformed }
      value = .bytes(position..<position + Int(length))
      position += Int(length)
    case 5: try skip(4)
    default: throw Self.malformed
    }
    return true
  }

  /// The number that the field at hand holds.
  func integer() throws(UndecodableMessage) -> Int64 {
    guard case .number(let number) = value else { throw Self.otherKind }
    return Int64(bitPattern: number)
  }

  /// The number of 32 bits that the field at hand holds.
  func smallInteger() throws(UndecodableMessage) -> Int { Int(Int32(truncatingIfNeeded: try integer())) }

  /// The text that the field at hand holds.
  func text() throws(UndecodableMessage) -> String {
    let range = try range()
    let text = bytes.withUnsafeBufferPointer { bytes -> String? in
      let bytes = UnsafeBufferPointer(rebasing: bytes[range])
      var mixed: UInt8 = 0
      for byte in bytes { mixed |= byte }
      // Nearly all texts are of this kind, and need no further look.
      if mixed < 0x80 {
        return String(unsafeUninitializedCapacity: bytes.count) { $0.initialize(fromContentsOf: bytes) }
      }
      return String(validating: bytes, as: UTF8.self)
    }
    guard let text else { throw UndecodableMessage("a text is not UTF-8") }
    return text
  }

  /// The text that the field at hand holds, which may well be `expected`: then it is that one, and no other is made.
  func text(orRather expected: String?) throws(UndecodableMessage) -> String {
    guard var expected else { return try text() }
    let range = try range()
    let isSame = expected.withUTF8 { expected in
      expected.count == range.count && bytes.withUnsafeBufferPointer { $0[range].elementsEqual(expected) }
    }
    return isSame ? expected : try text()
  }

  /// The bytes that the field at hand holds.
  func content() throws(UndecodableMessage) -> [UInt8] { Array(bytes[try range()]) }

  /// The id that the field at hand holds; `nil` when it is not of 16 bytes.
  func id() throws(UndecodableMessage) -> MessageID? {
    let range = try range()
    guard range.count == 16 else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for offset in 0..<8 {
      high = high << 8 | UInt64(bytes[range.lowerBound + offset])
      low = low << 8 | UInt64(bytes[range.lowerBound + 8 + offset])
    }
    return MessageID(high: high, low: low)
  }

  /// A reader of the message that the field at hand holds.
  func message() throws(UndecodableMessage) -> FieldReader { FieldReader(bytes, try range()) }

  private func range() throws(UndecodableMessage) -> Range<Int> {
    guard case .bytes(let range) = value else { throw Self.otherKind }
    return range
  }

  private mutating func skip(_ count: Int) throws(UndecodableMessage) {
    guard count <= end - position else { throw Self.malformed }
    position += count
    value = .fixed
  }

  @inline(__always)
  private mutating func varint() throws(UndecodableMessage) -> UInt64 {
    // Most numbers are of one byte.
    if position < end, bytes[position] < 0x80 {
      position += 1
      return UInt64(bytes[position - 1])
    }
    return try longVarint()
  }

  private mutating func longVarint() throws(UndecodableMessage) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while position < end, shift < 64 {
      let byte = bytes[position]
      position += 1
      number |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    throw Self.malformed
  }

  private static let malformed = UndecodableMessage("bytes are not a Protocol Buffers message")
  private static let otherKind = UndecodableMessage("a field is of another kind")
}
