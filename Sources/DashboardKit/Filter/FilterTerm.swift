/// One condition of a filter as it is written: `carc=11,16`, `age>1h`, `reason~"no queue"`.
public struct FilterTerm: Hashable, Sendable, CustomStringConvertible {
  /// How a field is held against values.
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    /// Is one of the values; in an unquoted text `*` stands for anything.
    case equal = "="
    /// Is none of the values.
    case unequal = "!="
    /// Is at least the value.
    case atLeast = ">="
    /// Is at most the value.
    case atMost = "<="
    /// Is above the value.
    case above = ">"
    /// Is below the value.
    case below = "<"
    /// Has one of the values in it.
    case contains = "~"
    /// Has none of the values in it.
    case lacks = "!~"

    /// Whether it asks that something is not so.
    var isNegative: Bool { self == .unequal || self == .lacks }
    /// Whether it needs an order.
    var isOrder: Bool {
      switch self {
      case .atLeast, .atMost, .above, .below: true
      case .equal, .unequal, .contains, .lacks: false
      }
    }
  }

  /// A value as it is written.
  public struct Literal: Hashable, Sendable, CustomStringConvertible {
    /// The value without quotation marks.
    public var text: String
    /// Whether it stood in quotation marks: then nothing in it means anything else.
    public var isQuoted: Bool
    /// The character at which it begins, from 1.
    public var position: Int

    /// A value.
    public init(_ text: String, isQuoted: Bool = false, position: Int = 0) {
      self.text = text
      self.isQuoted = isQuoted
      self.position = position
    }

    /// As it is written.
    public var description: String {
      guard isQuoted else { return text }
      return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
  }

  /// The field's name in lower case.
  public var field: String
  /// How it is compared.
  public var comparison: Comparison
  /// With what: at least one value.
  public var values: [Literal]
  /// The character at which the term begins, from 1.
  public var position: Int

  /// A term of its parts.
  public init(_ field: String, _ comparison: Comparison, _ values: [Literal], position: Int = 0) {
    self.field = field
    self.comparison = comparison
    self.values = values
    self.position = position
  }

  /// As it is written.
  public var description: String {
    field + comparison.rawValue + values.map(\.description).joined(separator: ",")
  }
}

/// What is wrong with a filter, where, and what would be right.
public struct FilterError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The character, from 1.
  public let position: Int
  /// What is wrong and what would be right.
  public let reason: String

  /// An error at a character.
  public init(at position: Int, _ reason: String) {
    self.position = position
    self.reason = reason
  }

  /// One line.
  public var description: String { "filter, character \(position): \(reason)" }
}
