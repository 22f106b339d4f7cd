/// Cuts memory into segments, one at a time.
struct SegmentCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: UnsafePointer<UInt8>
  private let delimiters: Delimiters
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
    self.ends = scratch
    self.offset = offset
    self.fileOffset = fileOffset
    self.isLast = isLast
  }

  /// The next segment, to which the last one loses its memory; `nil` where no whole one is left.
  /// - Parameter position: What the segment's ``Segment/position`` is to be.
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
    var marks = DelimiterMarks(delimiters)
    var index = start
    var found = 0
    var isEnded = false
    let raw = UnsafeRawPointer(base)
    while index + 8 <= limit {
      var (separators, end) = marks.mark(
        UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      if end != 0 {
        isEnded = true
        // What stands after the terminator belongs to the next segment.
        separators &= (end & (0 &- end)) &- 1
      }
      while separators != 0 {
        if found < SegmentCursor.scratchCapacity { ends[found] = index + separators.trailingZeroBitCount >> 3 }
        found += 1
        separators &= separators &- 1
      }
      if isEnded {
        index += end.trailingZeroBitCount >> 3
        break
      }
      index += 8
    }
    while !isEnded, index < limit {
      let byte = base[index]
      if byte == delimiters.terminator { break }
      marks.see(byte)
      if byte == delimiters.element {
        if found < SegmentCursor.scratchCapacity { ends[found] = index }
        found += 1
      }
      index += 1
    }
    let odd = marks.hasOddBytes
    if index - start > InterchangeLimits.segmentLength {
      isTooLong = true
      return nil
    }
    if index == limit, !isLast { return nil }
    offset = min(index + 1, limit)
    if found < SegmentCursor.scratchCapacity {
      // Lines that end in CR LF where LF is the terminator, or a last segment that is not terminated.
      var end = index
      while end > start, base[end - 1] == 13 || base[end - 1] == 10 { end -= 1 }
      ends[found] = found == 0 ? end : max(end, ends[found - 1] + 1)
    }
    return (found, odd)
  }

  /// Goes back to the start of the last segment, which is to be read again.
  mutating func stepBack(to segment: Segment) { offset = segment.byteOffset - fileOffset }

  private mutating func skipBlanks() {
    while offset < bytes.count, base[offset] <= 32, base[offset] != delimiters.element { offset += 1 }
  }

  private func packedName(from start: Int, to end: Int) -> UInt32 {
    guard end - start == 2 || end - start == 3 else { return 0 }
    var packed: UInt32 = 0
    for index in start..<end { packed = packed << 8 | UInt32(base[index]) }
    return packed
  }
}

/// Finds delimiters in eight bytes at once.
struct DelimiterMarks {
  private let separator: UInt64
  private let terminator: UInt64
  /// The high bit of each byte that was not printable ASCII.
  private var odd: UInt64 = 0

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  init(_ delimiters: Delimiters) {
    separator = UInt64(delimiters.element) &* DelimiterMarks.ones
    terminator = UInt64(delimiters.terminator) &* DelimiterMarks.ones
  }

  /// Whether any byte so far is beyond ASCII or a control character.
  var hasOddBytes: Bool { odd != 0 }

  /// The high bits of the bytes of `word` that are separators, and of the first that is a terminator; what stands above that
  /// says nothing. The lowest byte is the first. Odd bytes are looked for before the first terminator.
  @inline(__always)
  mutating func mark(_ word: UInt64) -> (separators: UInt64, terminators: UInt64) {
    // Exact up to the first: only a byte above a zero can be taken for one.
    let ends = word ^ terminator
    let end = (ends &- DelimiterMarks.ones) & ~ends & DelimiterMarks.highs
    // A byte below 32 borrows when 32 is taken from it; the high bit keeps bytes from borrowing of each other.
    let strange = (word | ~((word | DelimiterMarks.highs) &- 0x20 &* DelimiterMarks.ones)) & DelimiterMarks.highs
    odd |= end == 0 ? strange : strange & ((end & (0 &- end)) &- 1)
    return (DelimiterMarks.zeros(word ^ separator), end)
  }

  /// Looks at a single byte.
  @inline(__always)
  mutating func see(_ byte: UInt8) { if byte < 32 || byte > 127 { odd = 1 } }

  /// The high bit of each byte that is zero.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    ~(((word & ~highs) &+ ~highs) | word | ~highs)
  }
}

/// How much of a file is held at once.
public enum InterchangeLimits {
  /// The longest segment that is read, in bytes; what is longer is taken for a segment without terminator. The longest
  /// segments of the sets that are read here have some thousand.
  public static let segmentLength = 1 << 20
}
