/// A range of codes by their beginnings: `E08-E13` has every code from E08 to E13.9, `Z23` that category, `99202-99205`
/// four procedures.
public struct CodeRange: Hashable, Sendable, CustomStringConvertible {
  /// The range as it was written, in capitals without points.
  public let description: String
  private let first: UInt64
  private let last: UInt64

  /// A range of the given text; `nil` unless it is one code or two with a hyphen, of at most eight capitals and
  /// digits each, in order.
  public init?(_ text: some StringProtocol) {
    let plain = text.uppercased().filter { $0 != "." && $0 != " " }
    let parts = plain.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let first = CodeRange.packed(parts[0], filler: 0),
      let last = CodeRange.packed(parts[parts.count - 1], filler: 0xff), first <= last
    else { return nil }
    self.description = plain
    self.first = first
    self.last = last
  }

  func contains(packed key: UInt64) -> Bool { first <= key && key <= last }

  /// Up to eight capitals and digits, first highest; the rest is filled.
  static func packed(_ code: some StringProtocol, filler: UInt8) -> UInt64? {
    var key: UInt64 = 0
    var count = 0
    for byte in code.utf8 {
      guard count < 8, (48...57).contains(byte) || (65...90).contains(byte) else { return nil }
      key = key << 8 | UInt64(byte)
      count += 1
    }
    guard count > 0 else { return nil }
    for _ in count..<8 { key = key << 8 | UInt64(filler) }
    return key
  }
}

/// Several ranges of codes: `E08-E13, R73, Z13.1`.
///
/// A literal in the source that cannot be read is a mistake of ours and ends the program; a text of a user's is read
/// with ``init(reading:)``.
public struct CodeRanges: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The ranges.
  public var ranges: [CodeRange]

  /// No codes.
  public static let none = CodeRanges([])

  /// The given ranges.
  public init(_ ranges: [CodeRange]) { self.ranges = ranges }

  /// Ranges with commas between them; `nil` when one cannot be read.
  public init?(reading text: some StringProtocol) {
    var ranges: [CodeRange] = []
    for part in text.split(separator: ",") {
      guard let range = CodeRange(part) else { return nil }
      ranges.append(range)
    }
    self.init(ranges)
  }

  /// Ranges written in the source.
  public init(stringLiteral value: String) {
    guard let ranges = CodeRanges(reading: value) else { preconditionFailure("not ranges of codes: \(value)") }
    self = ranges
  }

  /// Whether there are none.
  public var isEmpty: Bool { ranges.isEmpty }

  /// Whether a code lies in one of the ranges.
  public func contains(_ code: String) -> Bool {
    guard !ranges.isEmpty, let key = CodeRange.packed(code, filler: 0) else { return false }
    return ranges.contains { $0.contains(packed: key) }
  }

  /// The ranges with commas between them.
  public var description: String { ranges.map(\.description).joined(separator: ", ") }
}
