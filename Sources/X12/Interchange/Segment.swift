/// One segment of a transaction: a view of bytes that are not copied.
///
/// ```swift
/// // SV1*HC:99213:25*125*UN*1***1:2~
/// segment[2].money                    // 125.00
/// segment[1].component(3).string      // "25"
/// ```
///
/// Valid only during the call that was handed it.
public struct Segment {
  /// Which segment it is; `nil` for one the readers do not know.
  public var id: SegmentID? { SegmentID(rawValue: packedName) }
  /// The name as ``SegmentID`` packs it; 0 for one that is not two or three characters long.
  let packedName: UInt32
  /// Where it stands in its transaction: ST is 1.
  public let position: Int
  /// Where it starts, in bytes from the start of the file.
  public let byteOffset: Int
  /// How many elements follow the segment's name; those beyond ``maximumElements`` cannot be read.
  public let elementCount: Int
  /// The interchange's delimiters.
  public let delimiters: Delimiters
  /// How many of them can be read.
  let readableElements: Int
  /// Whether any byte is beyond ASCII, a control character or a repetition separator.
  let hasOddBytes: Bool
  /// Whether any byte is a component separator.
  let hasComponents: Bool
  /// Whether sixteen bytes can be read wherever an element starts; not of the last segment of a memory.
  let hasMemoryBehind: Bool
  /// Whether, beside this, short texts can be made of words.
  let hasWords: Bool
  /// The memory that the segment is in, and where in it the segment starts.
  let base: UnsafePointer<UInt8>
  let start: Int
  /// How many bytes of the memory can be read.
  let readable: Int
  let ends: UnsafePointer<Int>

  /// How many elements of a segment are read. No segment of the sets that are used has more than 25.
  public static let maximumElements = 63

  /// The `position`th element, from 1 (0 is the segment's name); empty when there are fewer.
  @inline(__always)
  public subscript(position: Int) -> Element {
    guard UInt(bitPattern: position) <= UInt(bitPattern: readableElements) else { return element(0, 0) }
    return element(position == 0 ? start : ends[position &- 1] &+ 1, ends[position])
  }

  /// ``Element/string`` of the element at a position, found and made by a function that is not inlined.
  @inline(never)
  func text(_ position: Int) -> String { self[position].inlinedString }

  /// The segment's name as it was sent.
  public var name: String { self[0].string }

  @inline(__always)
  private func element(_ start: Int, _ end: Int) -> Element {
    Element(
      base: base + start, count: end &- start, component: delimiters.component, repetition: delimiters.repetition,
      hasWords: hasWords)
  }
}

/// Where a segment stands, for an error about it.
public struct SegmentPlace: Hashable, Sendable {
  /// Position in the transaction: ST is 1.
  public var position: Int
  /// Bytes from the start of the file.
  public var byteOffset: Int

  /// A place.
  public init(position: Int, byteOffset: Int) {
    self.position = position
    self.byteOffset = byteOffset
  }
}

extension Segment {
  /// Where the segment stands.
  public var place: SegmentPlace { SegmentPlace(position: position, byteOffset: byteOffset) }
}

/// What tells a segment from others of its name: the first component of its first element, and its third element.
struct SegmentKey {
  var first: UInt64
  var third: UInt64
}

extension Segment {
  @inline(__always)
  var key: SegmentKey {
    // Only an HL is told by its third element.
    SegmentKey(first: firstKey, third: packedName == SegmentID.hl.rawValue ? packed(3) : 0)
  }

  /// The first component of the first element, packed.
  @inline(__always)
  var firstKey: UInt64 {
    guard elementCount > 0 else { return 0 }
    let start = ends[0] + 1
    return packed(from: start, count: length(ofComponentAt: start, before: ends[1]))
  }

  /// The element at a position, packed.
  @inline(__always)
  func packed(_ position: Int) -> UInt64 {
    guard position <= readableElements else { return 0 }
    let start = ends[position &- 1] &+ 1
    return packed(from: start, count: ends[position] &- start)
  }

  /// Up to eight bytes as ``Element/packed``, read at once where the memory goes on far enough.
  @inline(__always)
  func packed(from start: Int, count: Int) -> UInt64 {
    guard count <= 8, count > 0 else { return 0 }
    guard start &+ 8 <= readable else {
      return Element(base: base + start, count: count, component: 0, repetition: nil, hasWords: false).packed
    }
    return packedWithin(from: start, count: count)
  }

  /// The same of one to eight bytes of a segment that ``hasMemoryBehind``.
  @inline(__always)
  func packedWithin(from start: Int, count: Int) -> UInt64 {
    word(at: start) & (~0 &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count))
  }

  /// One to sixteen bytes of a segment that ``hasMemoryBehind``, as ``Element/words``.
  @inline(__always)
  func words(from start: Int, count: Int) -> (UInt64, UInt64) {
    Element(base: base + start, count: count, component: 0, repetition: nil, hasWords: true).words
  }

  /// The element at a position in hundredths, as ``Element/money`` reads it; `nil` if it is no amount or it takes a closer look
  /// to tell.
  @inline(__always)
  func hundredths(_ position: Int) -> Int? {
    guard position <= readableElements, hasMemoryBehind, !hasOddBytes else { return nil }
    let start = ends[position &- 1] &+ 1
    let count = ends[position] &- start
    guard count > 0, count <= 8 else { return nil }
    return Element.hundredths(packedWithin(from: start, count: count), count)
  }

  /// The element at a position as a whole number of digits; `nil` if it is none or it takes a closer look to tell.
  @inline(__always)
  func number(_ position: Int) -> Int? {
    guard position <= readableElements, hasMemoryBehind, !hasOddBytes else { return nil }
    let start = ends[position &- 1] &+ 1
    let count = ends[position] &- start
    guard count > 0, count <= 8 else { return nil }
    let packed = packedWithin(from: start, count: count)
    return Element.isNumber(packed, count) ? Element.number(packed, count) : nil
  }

  /// How long the component is that starts at `start`, in an element that ends at `end`.
  @inline(__always)
  func length(ofComponentAt start: Int, before end: Int) -> Int {
    var index = start
    if start &+ 8 <= readable {
      let others = word(at: start) ^ (UInt64(delimiters.component) &* 0x0101_0101_0101_0101)
      // The high bit of each byte that is the delimiter; exact up to the first.
      let marks = (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080
      if marks != 0 { return min(marks.trailingZeroBitCount &>> 3, end &- start) }
      index &+= 8
    }
    while index < end, base[index] != delimiters.component { index &+= 1 }
    return min(index, end) &- start
  }

  /// Eight bytes, the first lowest.
  @inline(__always)
  func word(at start: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: start, as: UInt64.self))
  }

  /// Whether it belongs to an interchange, group or transaction rather than to what they hold.
  @inline(__always)
  var isOfEnvelope: Bool {
    switch packedName {
    case SegmentID.isa.rawValue, SegmentID.iea.rawValue, SegmentID.gs.rawValue, SegmentID.ge.rawValue,
      SegmentID.st.rawValue, SegmentID.se.rawValue:
      true
    default: false
    }
  }

  /// Whether the name is one that a segment can have: two or three capitals and digits.
  var hasWellFormedName: Bool {
    packedName != 0 && self[0].bytes.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
  }

  /// The bytes from the name to the last element, delimiters between them included.
  var bytes: UnsafeBufferPointer<UInt8> {
    let end = ends[readableElements]
    return UnsafeBufferPointer(start: base + start, count: max(0, end - start))
  }
}
