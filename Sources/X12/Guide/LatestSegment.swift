/// The latest segment that took a step of a ``GuideMemory`` and was sound: the payer, the plan and the day of a service are
/// often those of the claim or line before, and the same bytes at the same place are as sound as they were then.
///
/// A step whose segments are never repeated soon stops to look.
struct LatestSegment {
  private var bytes: UnsafeMutableRawPointer?
  /// How many bytes the segment has; 0 where none is kept.
  private var length = 0
  /// How many more segments are kept until one of them is repeated.
  private(set) var patience = LatestSegment.fullPatience

  private static let fullPatience = 16
  /// The shortest is not cheaper to compare than to look at; the longest is as long as a payer's name and number are.
  private static let lengths = 16...64

  /// Whether a segment that ``Segment/hasMemoryBehind`` has the same bytes.
  @inline(__always)
  mutating func isRepeated(by segment: Segment) -> Bool {
    guard segment.ends[segment.readableElements] &- segment.start == length, let bytes else { return false }
    let other = UnsafeRawPointer(segment.base + segment.start)
    // Eight bytes at once; the last eight may have been looked at in part.
    let last = length &- 8
    var place = 0
    while place < last {
      if word(bytes, place) != word(other, place) { return false }
      place &+= 8
    }
    guard word(bytes, last) == word(other, last) else { return false }
    patience = LatestSegment.fullPatience
    return true
  }

  /// Keeps a segment in place of the one before.
  @inline(never)
  mutating func keep(_ segment: Segment) {
    patience &-= 1
    length = 0
    let count = segment.ends[segment.readableElements] &- segment.start
    guard patience > 0, LatestSegment.lengths.contains(count) else { return }
    let kept = bytes ?? .allocate(byteCount: LatestSegment.lengths.upperBound, alignment: 8)
    kept.copyMemory(from: segment.base + segment.start, byteCount: count)
    (bytes, length) = (kept, count)
  }

  /// Frees its memory; whoever kept a segment in it does so.
  func deallocate() { bytes?.deallocate() }

  @inline(__always)
  private func word(_ bytes: UnsafeRawPointer, _ place: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
  }
}
