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

  /// Entries that the scratch memory handed to a cursor must have: the segment's name, its elements, and as many more as a
  /// block of bytes can end.
  static let scratchCapacity = Segment.maximumElements + 1 + DelimiterMarks.width

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
      guard let found = scan(from: start) else { return nil }
      // Two terminators in a row enclose nothing.
      if found.count == 0, ends[0] == start { continue }
      return Segment(
        packedName: packedName(from: start, to: ends[0]), position: position, byteOffset: fileOffset &+ start,
        elementCount: found.count, delimiters: delimiters, hasOddBytes: found.odd != 0,
        hasMemoryBehind: found.hasMemoryBehind, base: base, start: start, readable: bytes.count,
        ends: UnsafePointer(ends))
    }
  }

  /// Finds the ends of the elements and steps over the terminator; `nil` when the segment is not all there.
  @inline(__always)
  private mutating func scan(from start: Int) -> Scanned? {
    let limit = bytes.count
    var found = Scanned()
    var index = start
    while index &+ DelimiterMarks.width <= limit {
      let word = UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let terminators = marks.terminators(in: word)
      // What stands behind the terminator belongs to other segments. Without one these are all bytes.
      let before = (terminators & (0 &- terminators)) &- 1
      var separators = marks.separators(in: word) & before
      found.odd |= DelimiterMarks.odd(in: word) & ~separators & before
      // There is room for those of a block beyond the last that is read.
      var place = found.count <= Segment.maximumElements ? found.count : Segment.maximumElements + 1
      while separators != 0 {
        ends[place] = index &+ DelimiterMarks.place(of: separators)
        place &+= 1
        found.count &+= 1
        separators &= separators &- 1
      }
      if terminators != 0 {
        found.terminator = index &+ DelimiterMarks.place(of: terminators)
        break
      }
      index &+= DelimiterMarks.width
    }
    if found.terminator < 0 { scanRest(from: index, &found) }
    let end = found.terminator < 0 ? limit : found.terminator
    if end &- start > InterchangeLimits.segmentLength {
      isTooLong = true
      return nil
    }
    if end == limit, !isLast { return nil }
    offset = min(end &+ 1, limit)
    if found.count <= Segment.maximumElements {
      var last = end
      if found.odd != 0 || end == limit {
        // Lines that end in CR LF where LF is the terminator, or a last segment that is not terminated.
        while last > start, base[last - 1] == 13 || base[last - 1] == 10 { last -= 1 }
        if found.count > 0 { last = max(last, ends[found.count - 1] + 1) }
      }
      ends[found.count] = last
    }
    found.hasMemoryBehind = end &+ 16 <= limit
    return found
  }

  /// Looks at each byte, where less than a block is left.
  private func scanRest(from start: Int, _ found: inout Scanned) {
    for index in start..<bytes.count {
      if base[index] == delimiters.element {
        if found.count <= Segment.maximumElements { ends[found.count] = index }
        found.count += 1
      } else if base[index] == delimiters.terminator {
        found.terminator = index
        return
      } else if base[index] < 32 || base[index] > 127 {
        found.odd = 1
      }
    }
  }

  /// Goes back to the start of the last segment, which is to be read again.
  mutating func stepBack(to segment: Segment) { offset = segment.byteOffset - fileOffset }

  @inline(__always)
  private mutating func skipBlanks() {
    while offset < bytes.count, base[offset] <= 32, base[offset] != delimiters.element { offset &+= 1 }
  }

  @inline(__always)
  private func packedName(from start: Int, to end: Int) -> UInt32 {
    let count = end &- start
    guard count == 2 || count == 3 else { return 0 }
    let two = UInt32(base[start]) << 8 | UInt32(base[start &+ 1])
    return count == 2 ? two : two << 8 | UInt32(base[start &+ 2])
  }
}

/// What was found of a segment beside the ends of its elements.
private struct Scanned {
  /// How many separators there are.
  var count = 0
  /// Not 0 if any byte before the terminator is beyond ASCII or a control character.
  var odd: UInt64 = 0
  /// Where the terminator stands; negative when it was not found.
  var terminator = -1
  /// Whether sixteen bytes can be read from wherever an element starts.
  var hasMemoryBehind = false
}

/// Finds in eight bytes at once, the first the lowest, those that are separators, terminators or not printable: the high bit
/// of each.
///
/// With whole numbers and not with vectors: without the processor's instruction that gathers bits, which cannot be asked
/// for, these are no faster, and in debug builds they are slow.
struct DelimiterMarks {
  private let separators: UInt64
  private let terminators: UInt64

  /// How many bytes are looked at.
  static let width = 8
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  init(_ delimiters: Delimiters) {
    separators = UInt64(delimiters.element) &* 0x0101_0101_0101_0101
    terminators = UInt64(delimiters.terminator) &* 0x0101_0101_0101_0101
  }

  @inline(__always)
  func separators(in word: UInt64) -> UInt64 { DelimiterMarks.zeros(in: word ^ separators) }

  @inline(__always)
  func terminators(in word: UInt64) -> UInt64 { DelimiterMarks.zeros(in: word ^ terminators) }

  /// The bytes that are control characters or beyond ASCII, and perhaps blanks behind such ones.
  @inline(__always)
  static func odd(in word: UInt64) -> UInt64 {
    // A byte below 32 borrows when 32 is taken from it.
    ((word &- 0x2020_2020_2020_2020) & ~word | word) & highBits
  }

  /// Which byte the lowest mark stands for.
  @inline(__always)
  static func place(of marks: UInt64) -> Int { marks.trailingZeroBitCount &>> 3 }

  /// The bytes that are 0, and no others.
  @inline(__always)
  private static func zeros(in word: UInt64) -> UInt64 {
    // Any other carries into its high bit, or has it already.
    ~((word & ~highBits) &+ ~highBits | word) & highBits
  }
}

/// How much of a file is held at once.
public enum InterchangeLimits {
  /// The longest segment that is read, in bytes; what is longer is taken for a segment without terminator. The longest
  /// segments of the sets that are read here have some thousand.
  public static let segmentLength = 1 << 20
}
