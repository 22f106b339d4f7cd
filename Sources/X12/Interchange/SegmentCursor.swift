import ByteBlocks

/// Cuts memory into segments, one at a time.
struct SegmentCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: UnsafePointer<UInt8>
  private let delimiters: Delimiters
  private let ends: UnsafeMutablePointer<Int>
  private let laysOutTexts = ShortText.isLaidOutInWords
  /// Where the memory starts in the file.
  private let fileOffset: Int
  /// Whether the file ends where the memory does: its last segment may lack its terminator.
  private let isLast: Bool
  /// The block in which the last segment ended.
  private var block = DelimiterBlock.none
  /// Where the last segment starts, how many elements follow its name, and what ``Segment`` tells of it.
  private var start = 0
  private var count = 0
  private var hasOddBytes = false
  private var hasComponents = false
  private var hasMemoryBehind = false
  /// The first byte that is not read yet.
  private(set) var offset: Int
  /// Whether a segment was longer than ``InterchangeLimits/segmentLength``, or is so already as far as it is there.
  private(set) var isTooLong = false

  /// Entries that the scratch memory handed to a cursor must have: the segment's name, its elements, and as many more as a
  /// block of bytes can end.
  static let scratchCapacity = Segment.maximumElements + 1 + DelimiterBlock.width

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
  @inline(__always)
  mutating func next(position: Int) -> Segment? {
    guard advance() else { return nil }
    return Segment(
      packedName: packedName(from: start, to: ends[0]), position: position, byteOffset: fileOffset &+ start,
      elementCount: count, delimiters: delimiters, readableElements: min(count, Segment.maximumElements),
      hasOddBytes: hasOddBytes, hasComponents: hasComponents, hasMemoryBehind: hasMemoryBehind,
      hasWords: hasMemoryBehind && laysOutTexts, base: base,
      start: start, readable: bytes.count, ends: UnsafePointer(ends))
  }

  /// Goes to the next segment; returns whether there is a whole one.
  @inline(__always)
  private mutating func advance() -> Bool {
    while true {
      skipBlanks()
      guard offset < bytes.count, !isTooLong else { return false }
      start = offset
      // Two terminators in a row enclose nothing.
      if base[start] == delimiters.terminator {
        offset &+= 1
        continue
      }
      let found = scan(from: start)
      count = found.count
      hasComponents = found.components != 0
      // Most segments have memory behind them, and nothing odd.
      if found.odd == 0, found.count &- 1 < Segment.maximumElements, found.count > 0,
        found.terminator &+ 16 <= bytes.count, found.terminator &- start < InterchangeLimits.segmentLength,
        found.terminator > 0
      {
        (hasOddBytes, hasMemoryBehind) = (false, true)
        offset = found.terminator &+ 1
        ends[found.count] = found.terminator
        return true
      }
      guard finish(found) else { return false }
      // A last segment without terminator may be nothing but the ends of lines.
      if count > 0 || ends[0] != start { return true }
    }
  }

  /// Finds the ends of the elements, and the terminator if it is there.
  @inline(__always)
  private mutating func scan(from start: Int) -> Scanned {
    var found = Scanned()
    if start &- block.start >= DelimiterBlock.width { mark(from: start) }
    var wanted: UInt64 = ~0 &<< UInt64(truncatingIfNeeded: start &- block.start)
    while true {
      let terminators = block.terminators & wanted
      // What stands behind the terminator belongs to other segments. Without one these are all bytes.
      let within = wanted & ((terminators & (0 &- terminators)) &- 1)
      var separators = block.separators & within
      found.odd |= block.odd & ~separators & within
      found.components |= block.components & within
      // There is room for those of a block beyond the last that is read.
      let places = ends + (min(found.count, Segment.maximumElements &+ 1) &- found.count)
      while separators != 0 {
        places[found.count] = block.start &+ separators.trailingZeroBitCount
        found.count &+= 1
        separators &= separators &- 1
      }
      if terminators != 0 {
        found.terminator = block.start &+ terminators.trailingZeroBitCount
        return found
      }
      if block.start &+ DelimiterBlock.width >= bytes.count { return found }
      mark(from: block.start &+ DelimiterBlock.width)
      wanted = ~0
    }
  }

  /// Steps over the terminator of a segment that takes a closer look; returns whether the segment is all there.
  @inline(never)
  private mutating func finish(_ found: Scanned) -> Bool {
    let limit = bytes.count
    hasOddBytes = found.odd != 0
    hasMemoryBehind = found.terminator >= 0 && found.terminator + 16 <= limit
    let end = found.terminator < 0 ? limit : found.terminator
    if end &- start > InterchangeLimits.segmentLength {
      isTooLong = true
      return false
    }
    if end == limit, !isLast { return false }
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
    return true
  }

  /// Marks the delimiters of the block at `start`, which is in the memory. Not inlined: what is made ready for it would be made
  /// ready for every segment, though only every third needs it.
  @inline(never)
  private mutating func mark(from start: Int) {
    let left = bytes.count &- start
    block =
      left >= DelimiterBlock.width
      ? DelimiterBlock(base + start, at: start, delimiters)
      : DelimiterBlock(last: UnsafeBufferPointer(start: base + start, count: left), at: start, delimiters)
  }

  /// Goes back to the start of the last segment, which is to be read again.
  mutating func stepBack(to segment: Segment) { (offset, block) = (segment.byteOffset - fileOffset, .none) }

  @inline(__always)
  private mutating func skipBlanks() {
    var place = offset
    // Mostly a line feed stands there, or nothing.
    if place < bytes.count, base[place] == 10, delimiters.element != 10 { place &+= 1 }
    while place < bytes.count, base[place] <= 32, base[place] != delimiters.element { place &+= 1 }
    offset = place
  }

  @inline(__always)
  private func packedName(from start: Int, to end: Int) -> UInt32 {
    let count = end &- start
    guard count == 2 || count == 3 else { return 0 }
    if hasMemoryBehind {
      let word = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: start, as: UInt32.self)
      return UInt32(bigEndian: word) &>> UInt32(truncatingIfNeeded: 32 &- 8 &* count)
    }
    let two = UInt32(base[start]) << 8 | UInt32(base[start &+ 1])
    return count == 2 ? two : two << 8 | UInt32(base[start &+ 2])
  }
}

/// What was found of a segment beside the ends of its elements.
private struct Scanned {
  /// How many separators there are.
  var count = 0
  /// Not 0 if any byte before the terminator is beyond ASCII, a control character or a repetition separator.
  var odd: UInt64 = 0
  /// Not 0 if any is a component separator.
  var components: UInt64 = 0
  /// Where the terminator stands; negative when it was not found.
  var terminator = -1
}

/// Where in a block of 64 bytes delimiters stand, and what is not printable: a bit for each byte, the first the lowest.
private struct DelimiterBlock {
  /// How many bytes are looked at.
  static let width = 64

  /// Where the block starts in the memory.
  let start: Int
  let separators: UInt64
  let terminators: UInt64
  let components: UInt64
  /// Control characters, what is beyond ASCII, and repetition separators: no element of a set that is read here may be repeated.
  let odd: UInt64

  /// A block that lies before all others.
  static let none = DelimiterBlock(start: -width, separators: 0, terminators: 0, components: 0, odd: 0)

  private init(start: Int, separators: UInt64, terminators: UInt64, components: UInt64, odd: UInt64) {
    (self.start, self.separators, self.terminators) = (start, separators, terminators)
    (self.components, self.odd) = (components, odd)
  }

  /// A block of which all bytes can be read.
  @inline(__always)
  init(_ bytes: UnsafePointer<UInt8>, at start: Int, _ delimiters: Delimiters) {
    // Where nothing separates repetitions, separators of elements are looked for twice; they are no odd bytes.
    let marks = superbill_mark(
      bytes, delimiters.element, delimiters.terminator, delimiters.component,
      delimiters.repetition ?? delimiters.element)
    self.init(
      start: start, separators: marks.first, terminators: marks.second, components: marks.third, odd: marks.odd)
  }

  /// The last block of a memory, which ends with it.
  @inline(never)
  init(last bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ delimiters: Delimiters) {
    var (separators, terminators, components, odd) = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
    for (place, byte) in bytes.enumerated() {
      let bit: UInt64 = 1 << UInt64(place)
      if byte == delimiters.element { separators |= bit }
      if byte == delimiters.terminator { terminators |= bit }
      if byte == delimiters.component { components |= bit }
      if byte < 32 || byte > 126 || byte == delimiters.repetition { odd |= bit }
    }
    self.init(start: start, separators: separators, terminators: terminators, components: components, odd: odd)
  }
}

/// How much of a file is held at once.
public enum InterchangeLimits {
  /// The longest segment that is read, in bytes; what is longer is taken for a segment without terminator. The longest
  /// segments of the sets that are read here have some thousand.
  public static let segmentLength = 1 << 20
}
