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
  public let id: SegmentID?
  /// Where it stands in its transaction: ST is 1.
  public let position: Int
  /// Where it starts, in bytes from the start of the file.
  public let byteOffset: Int
  /// How many elements follow the segment's name; those beyond ``maximumElements`` cannot be read.
  public let elementCount: Int
  /// The interchange's delimiters.
  public let delimiters: Delimiters
  let base: UnsafePointer<UInt8>
  let ends: UnsafePointer<Int>

  /// How many elements of a segment are read. No segment of the sets that are used has more than 25.
  public static let maximumElements = 63

  /// The `position`th element, from 1 (0 is the segment's name); empty when there are fewer.
  @inline(__always)
  public subscript(position: Int) -> Element {
    guard position >= 0, position <= min(elementCount, Segment.maximumElements) else { return element(0, 0) }
    return element(position == 0 ? byteOffset : ends[position - 1] + 1, ends[position])
  }

  /// The segment's name as it was sent.
  public var name: String { self[0].string }

  @inline(__always)
  private func element(_ start: Int, _ end: Int) -> Element {
    Element(
      base: base + start, count: end - start, component: delimiters.component, repetition: delimiters.repetition)
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
