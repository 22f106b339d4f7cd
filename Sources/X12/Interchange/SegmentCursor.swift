/// Cuts memory into segments, one at a time.
struct SegmentCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: UnsafePointer<UInt8>
  private let delimiters: Delimiters
  private let marks: DelimiterMarks
  private let ends: UnsafeMutablePointer<Int>
  /// Where the memory starts in the file.
  private let fileOffset: Int
  /// Whether the file ends where the memory does: its last segment may lack its terminator.
  private let isLast: Bool
  /// The first byte that is not read yet.
  private(set) var offset: Int
  /// Whether a segment was longer than ``InterchangeLimits/segmentLength``, or is so already as far as it is there.
  private(set) var isTooLong = false

  /// Entries that the scratch memory handed to a cursor must have: the segment's name and its elements.
  static let scratchCapacity = Segment.maximumElements + 1

  /// A cursor at `offset`; `nil` for empty memory. `scratch` is overwritten with each segment.
  init?(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, delimiters: Delimiters, scratch: UnsafeMutablePointer<Int>,
    fileOffset: Int = 0, isLast: Bool = true
  ) {
    guard let base = bytes.baseAddress else { return nil }
    self.bytes = bytes
    self.base = base
    self.delimiters = delimiters
    self.marks = DelimiterMarks(delimiters)
    self.ends = scratch
    self.offset = offset
    self.fileOffset = fileOffset
    self.isLast = isLast
  }

  /// The next segment, to which the last one loses its memory; `nil` where no whole one is left.
  /// - Parameter position: What the segment's ``Segment/position`` is to be.
  @inline(__always)
  mutating func next(position: Int) -> Segment? {
    while true {
      skipBlanks()
      guard offset < bytes.count, !isTooLong else { return nil }
      let start = offset
      guard let (elementCount, odd) = scan(from: start) else { return nil }
      // Two terminators in a row enclose nothing.
      if elementCount == 0, ends[0] == start { continue }
      return Segment(
        packedName: packedName(from: start, to: ends[0]), position: position, byteOffset: fileOffset + start,
        elementCount: elementCount, delimiters: delimiters, hasOddBytes: odd, base: base, start: start,
        readable: bytes.count, ends: UnsafePointer(ends))
    }
  }

  /// Finds the ends of the elements and steps over the terminator; returns how many elements there are, and whether there
  /// are bytes that are not printable ASCII. `nil` when the segment is not all there.
  @inline(__always)
  private mutating func scan(from start: Int) -> (Int, Bool)? {
    let limit = bytes.count
    var found = FoundElements(base: base, delimiters, ends: ends)
    var index = start
    while true {
      if index &+ DelimiterMarks.width <= limit {
        let (marks, later) = marks.find(in: base + index)
        if found.take(marks, from: index) || found.take(later, from: index &+ 8) { break }
        index &+= DelimiterMarks.width
      } else {
        // Where less than a block is left each byte is looked at.
        if index == limit || found.take(DelimiterMarks.firstByte, from: index) { break }
        index &+= 1
      }
    }
    let end = found.terminator ?? limit
    if end - start > InterchangeLimits.segmentLength {
      isTooLong = true
      return nil
    }
    if end == limit, !isLast { return nil }
    offset = min(end + 1, limit)
    if found.count < SegmentCursor.scratchCapacity {
      // Lines that end in CR LF where LF is the terminator, or a last segment that is not terminated.
      var last = end
      while last > start, base[last - 1] == 13 || base[last - 1] == 10 { last -= 1 }
      ends[found.count] = found.count == 0 ? last : max(last, ends[found.count - 1] + 1)
    }
    return (found.count, found.hasOddBytes)
  }

  /// Goes back to the start of the last segment, which is to be read again.
  mutating func stepBack(to segment: Segment) { offset = segment.byteOffset - fileOffset }

  @inline(__always)
  private mutating func skipBlanks() {
    while offset < bytes.count, base[offset] <= 32, base[offset] != delimiters.element { offset += 1 }
  }

  @inline(__always)
  private func packedName(from start: Int, to end: Int) -> UInt32 {
    guard end - start == 2 || end - start == 3 else { return 0 }
    let two = UInt32(base[start]) << 8 | UInt32(base[start + 1])
    return end - start == 2 ? two : two << 8 | UInt32(base[start + 2])
  }
}

/// The ends of a segment's elements as far as they were found.
private struct FoundElements {
  private let base: UnsafePointer<UInt8>
  private let ends: UnsafeMutablePointer<Int>
  private let separator: UInt8
  private let terminating: UInt8
  /// How many separators there are.
  private(set) var count = 0
  /// Whether any byte before the terminator is beyond ASCII or a control character.
  private(set) var hasOddBytes = false
  /// Where the terminator stands.
  private(set) var terminator: Int?

  @inline(__always)
  init(base: UnsafePointer<UInt8>, _ delimiters: Delimiters, ends: UnsafeMutablePointer<Int>) {
    self.base = base
    self.ends = ends
    separator = delimiters.element
    terminating = delimiters.terminator
  }

  /// Takes in the marks of eight bytes from `start`; returns whether the terminator is among them.
  @inline(__always)
  mutating func take(_ marks: UInt64, from start: Int) -> Bool {
    var marks = marks
    while marks != 0 {
      let place = start &+ marks.trailingZeroBitCount >> 3
      let byte = base[place]
      if byte == separator {
        if count < SegmentCursor.scratchCapacity { ends[count] = place }
        count &+= 1
      } else if byte == terminating {
        terminator = place
        return true
      } else if byte < 32 || byte > 127 {
        hasOddBytes = true
      }
      marks &= marks &- 1
    }
    return false
  }
}

/// Finds in sixteen bytes at once those that are separators, terminators or not printable.
struct DelimiterMarks {
  private let separators: SIMD16<UInt8>
  private let terminators: SIMD16<UInt8>

  /// How many bytes are looked at.
  static let width = 16
  /// The mark of the first byte.
  static let firstByte: UInt64 = 0x80

  init(_ delimiters: Delimiters) {
    separators = SIMD16(repeating: delimiters.element)
    terminators = SIMD16(repeating: delimiters.terminator)
  }

  /// The bytes at `base` that are delimiters or odd, as the high bits of the first eight and of the second eight; the first
  /// byte is the lowest. A blank behind an odd byte may be marked as well: what is marked has to be looked at.
  @inline(__always)
  func find(in base: UnsafePointer<UInt8>) -> (UInt64, UInt64) {
    let block = UnsafeRawPointer(base).loadUnaligned(as: SIMD16<UInt8>.self)
    let isDelimiter = unsafeBitCast((block .== separators) .| (block .== terminators), to: SIMD2<UInt64>.self)
    let words = unsafeBitCast(block, to: SIMD2<UInt64>.self)
    return (
      DelimiterMarks.highBits(isDelimiter[0], orOdd: words[0]), DelimiterMarks.highBits(isDelimiter[1], orOdd: words[1])
    )
  }

  @inline(__always)
  private static func highBits(_ isDelimiter: UInt64, orOdd word: UInt64) -> UInt64 {
    // A byte below 32 borrows when 32 is taken from it.
    let isControl = (word &- 0x2020_2020_2020_2020) & ~word
    return UInt64(littleEndian: (isDelimiter | isControl | word) & 0x8080_8080_8080_8080)
  }
}

/// How much of a file is held at once.
public enum InterchangeLimits {
  /// The longest segment that is read, in bytes; what is longer is taken for a segment without terminator. The longest
  /// segments of the sets that are read here have some thousand.
  public static let segmentLength = 1 << 20
}
