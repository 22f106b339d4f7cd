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
        ends: UnsafePointer(ends))
    }
  }

  /// Finds the ends of the elements and steps over the terminator; returns how many elements there are, and whether there
  /// are bytes that are not printable ASCII. `nil` when the segment is not all there.
  @inline(__always)
  private mutating func scan(from start: Int) -> (Int, Bool)? {
    let limit = bytes.count
    let separator = delimiters.element
    let terminator = delimiters.terminator
    var index = start
    var found = 0
    var odd = false
    while index < limit {
      let byte = base[index]
      if byte == terminator { break }
      odd = odd || byte &- 32 > 94
      if byte == separator {
        if found < SegmentCursor.scratchCapacity { ends[found] = index }
        found += 1
      }
      index += 1
    }
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
    while offset < bytes.count, base[offset] <= 32 { offset += 1 }
  }

  private func packedName(from start: Int, to end: Int) -> UInt32 {
    guard end - start == 2 || end - start == 3 else { return 0 }
    var packed: UInt32 = 0
    for index in start..<end { packed = packed << 8 | UInt32(base[index]) }
    return packed
  }
}

/// How much of a file is held at once.
public enum InterchangeLimits {
  /// The longest segment that is read, in bytes; what is longer is taken for a segment without terminator. The longest
  /// segments of the sets that are read here have some thousand.
  public static let segmentLength = 1 << 20
}
