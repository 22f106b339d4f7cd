/// The four bytes that structure an interchange; each interchange names its own in its ISA segment.
public struct Delimiters: Hashable, Sendable {
  /// Stands between elements: the byte after `ISA`.
  public var element: UInt8
  /// Stands between the components of a composite element (ISA16).
  public var component: UInt8
  /// Stands between repetitions of an element (ISA11); `nil` when ISA11 is a letter or digit, as in version 4010.
  public var repetition: UInt8?
  /// Ends a segment: the byte after ISA16.
  public var terminator: UInt8

  /// Delimiters of the given bytes.
  public init(element: UInt8, component: UInt8, repetition: UInt8?, terminator: UInt8) {
    self.element = element
    self.component = component
    self.repetition = repetition
    self.terminator = terminator
  }

  /// What our writers use: `*` `:` `^` `~`.
  public static let standard = Delimiters(
    element: UInt8(ascii: "*"), component: UInt8(ascii: ":"), repetition: UInt8(ascii: "^"),
    terminator: UInt8(ascii: "~"))

  /// Whether the four can be told apart from each other and from data.
  public var areUsable: Bool {
    let used = [element, component, terminator] + (repetition.map { [$0] } ?? [])
    return Set(used).count == used.count && used.allSatisfy { !Delimiters.isLetterOrDigit($0) }
  }

  /// Whether a byte can stand between elements: a special character, or one of the four separators of ASCII.
  static func canSeparate(_ byte: UInt8) -> Bool { !isLetterOrDigit(byte) && (byte > 32 || (28...31).contains(byte)) }

  /// Whether a byte is one of the four.
  func contains(_ byte: UInt8) -> Bool {
    byte == element || byte == component || byte == repetition || byte == terminator
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }
}
