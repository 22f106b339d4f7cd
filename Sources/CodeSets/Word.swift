/// One word of a text: where it stands and the hash of its normalised spelling.
package struct Word: BitwiseCopyable, Sendable {
  /// The offset of its first byte in the text.
  package var start: Int32
  /// The offset after its last byte.
  package var end: Int32
  /// The hash of its spelling in lower case without accents, possessive and plural endings.
  package var hash: UInt64
  /// What stands between it and the word before.
  package var gap: Gap
  /// Whether it carries no meaning in a diagnosis: `of`, `the`.
  package var isStop: Bool

  /// What separates two words; higher separates more. Readers compare it at each word, so the comparisons are spelled out
  /// for other modules to inline: those that the protocols come with are calls.
  package enum Gap: BitwiseCopyable, Comparable, Sendable {
    /// A space, or a hyphen inside a word.
    case space
    /// A comma or a slash.
    case comma
    /// A colon, semicolon, parenthesis or dash.
    case clause
    /// The end of a sentence.
    case sentence
    /// The end of a line that ends a thought.
    case line

    /// How much it separates.
    @inlinable
    package var rank: UInt8 {
      switch self {
      case .space: 0
      case .comma: 1
      case .clause: 2
      case .sentence: 3
      case .line: 4
      }
    }

    @inlinable
    @inline(__always)
    package static func == (left: Gap, right: Gap) -> Bool { left.rank == right.rank }
    @inlinable
    @inline(__always)
    package static func < (left: Gap, right: Gap) -> Bool { left.rank < right.rank }
    @inlinable
    @inline(__always)
    package static func <= (left: Gap, right: Gap) -> Bool { left.rank <= right.rank }
    @inlinable
    @inline(__always)
    package static func > (left: Gap, right: Gap) -> Bool { left.rank > right.rank }
    @inlinable
    @inline(__always)
    package static func >= (left: Gap, right: Gap) -> Bool { left.rank >= right.rank }
  }
}
