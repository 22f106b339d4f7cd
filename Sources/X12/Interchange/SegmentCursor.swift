/// Cuts a file into segments, one at a time.
struct SegmentCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: UnsafePointer<UInt8>
  private let delimiters: Delimiters
  private let ends: UnsafeMutablePointer<Int>
  /// The first byte that is not read yet.
  private(set) var offset: Int

  /// Entries that the scratch memory handed to a cursor must have: the segment's name and its elements.
  static let scratchCapacity = Segment.maximumElements + 1

  /// A cursor at `offset`; `nil` for an empty file. `scratch` is overwritten with each segment.
  init?(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, delimiters: Delimiters, scratch: UnsafeMutablePointer<Int>
  ) {
    guard let base = bytes.baseAddress else { return nil }
    self.bytes = bytes
    self.base = base
    self.delimiters = delimiters
    self.ends = scratch
    self.offset = offset
  }

  /// The next segment, to which the last one loses its memory; `nil` at the end of the file.
  /// - Parameter position: What the segment's ``Segment/position`` is to be.
  mutating func next(position: Int) -> Segment? {
    while true {
      skipBlanks()
      guard offset < bytes.count else { return nil }
      let start = offset
      let elementCount = scan(from: start)
      // Two terminators in a row enclose nothing.
      if elementCount == 0, ends[0] == start { continue }
      return Segment(
        id: SegmentID(rawValue: packedName(from: start, to: ends[0])), position: position, byteOffset: start,
        elementCount: elementCount, delimiters: delimiters, base: base, ends: UnsafePointer(ends))
    }
  }

  /// Finds the ends of the elements and steps over the terminator; returns how many elements there are.
  private mutating func scan(from start: Int) -> Int {
    let limit = bytes.count
    let separator = delimiters.element
    let terminator = delimiters.terminator
    var index = start
    var found = 0
    while index < limit {
      let byte = base[index]
      if byte == terminator { break }
      if byte == separator {
        if found < SegmentCursor.scratchCapacity { ends[found] = index }
        found += 1
      }
      index += 1
    }
    offset = min(index + 1, limit)
    if found < SegmentCursor.scratchCapacity {
      // Lines that end in CR LF where LF is the terminator, or a last segment that is not terminated.
      var end = index
      while end > start, base[end - 1] == 13 || base[end - 1] == 10 { end -= 1 }
      ends[found] = found == 0 ? end : max(end, ends[found - 1] + 1)
    }
    return found
  }

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
