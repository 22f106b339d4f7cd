/// One segment as it was sent, byte for byte.
///
/// ```swift
/// segment.name                 // "CLM"
/// segment[5, 3] = "7"          // CLM05-3; everything else stays as it was
/// ```
public struct RawSegment: Hashable, Sendable {
  /// The bytes from the name to the last element, without the terminator.
  public var bytes: [UInt8]
  /// What stands between it and the next segment: the terminator, a line break, or nothing at the end of a cut file.
  public var trailer: [UInt8]
  /// The interchange's delimiters.
  public var delimiters: Delimiters
  /// The loop it stands in, for instance `2310B`; empty outside of loops, and in sets whose loops are not followed.
  public var loop: String
  /// How many loops are around it.
  public var depth: Int
  /// Whether it opens its loop.
  public var opensLoop: Bool

  /// A segment of the given bytes.
  public init(
    bytes: [UInt8], trailer: [UInt8], delimiters: Delimiters, loop: String = "", depth: Int = 0, opensLoop: Bool = false
  ) {
    self.bytes = bytes
    self.trailer = trailer
    self.delimiters = delimiters
    self.loop = loop
    self.depth = depth
    self.opensLoop = opensLoop
  }

  /// The segment's name.
  public var name: String { self[0] }

  /// The `position`th element, from 1; empty when there are fewer. Setting one beyond the last adds empty ones before it.
  public subscript(position: Int) -> String {
    get { RawSegment.part(bytes, position, delimiters.element) }
    set { RawSegment.replace(&bytes, position, delimiters.element, Array(newValue.utf8)) }
  }

  /// The `component`th component of the `position`th element, both from 1; empty when there are fewer.
  public subscript(position: Int, component: Int) -> String {
    get { RawSegment.part(Array(self[position].utf8), component - 1, delimiters.component) }
    set {
      var element = Array(self[position].utf8)
      RawSegment.replace(&element, component - 1, delimiters.component, Array(newValue.utf8))
      RawSegment.replace(&bytes, position, delimiters.element, element)
    }
  }

  private static func part(_ bytes: [UInt8], _ position: Int, _ separator: UInt8) -> String {
    let parts = bytes.split(separator: separator, omittingEmptySubsequences: false)
    return parts.indices.contains(position) ? String(decoding: parts[position], as: UTF8.self) : ""
  }

  private static func replace(_ bytes: inout [UInt8], _ position: Int, _ separator: UInt8, _ new: [UInt8]) {
    guard position >= 0 else { return }
    var parts = bytes.split(separator: separator, omittingEmptySubsequences: false)
    while parts.count <= position { parts.append([]) }
    parts[position] = new[...]
    bytes = Array(parts.joined(separator: [separator]))
  }
}
