import ClaimModel

/// One term, understood: what a value must be.
enum FilterCondition: Hashable, Sendable {
  /// Matches one of the patterns.
  case texts([TextPattern])
  /// Has one of these texts in it.
  case contains([TextPattern])
  /// Is one of these.
  case numbers([Double])
  /// Lies in an order to a number.
  case order(FilterTerm.Comparison, Double)

  /// Understands a term of a field that holds `kind`. Whether the term is negative is the caller's business.
  init(_ term: FilterTerm, of kind: FilterKind) throws(FilterError) {
    switch kind {
    case .text:
      guard !term.comparison.isOrder else {
        throw FilterError(
          at: term.position, "\(term.field) is a text: compare it with =, !=, ~ or !~, not \(term.comparison.rawValue)")
      }
      let isPart = term.comparison == .contains || term.comparison == .lacks
      let patterns = term.values.map { TextPattern($0.text, hasWildcards: !$0.isQuoted, isPart: isPart) }
      self = isPart ? .contains(patterns) : .texts(patterns)
    case .number, .duration, .moment:
      guard term.comparison != .contains, term.comparison != .lacks else {
        throw FilterError(
          at: term.position,
          "\(term.field) is a \(kind.rawValue): compare it with =, !=, >, <, >= or <=, not \(term.comparison.rawValue)")
      }
      var numbers: [Double] = []
      for literal in term.values {
        guard let number = FilterCondition.number(literal.text, kind) else {
          throw FilterError(
            at: literal.position, "'\(literal.text)' is no \(kind.rawValue) as \(term.field) is; write \(kind.example)")
        }
        numbers.append(number)
      }
      guard term.comparison.isOrder else {
        self = .numbers(numbers)
        return
      }
      guard numbers.count == 1 else {
        throw FilterError(
          at: term.values[1].position, "\(term.comparison.rawValue) takes one value; a list goes with = and !=")
      }
      self = .order(term.comparison, numbers[0])
    }
  }

  /// Whether a value is as it must be.
  func holds(_ value: FilterValue) -> Bool {
    switch (self, value) {
    case (.texts(let patterns), .text(let text)), (.contains(let patterns), .text(let text)):
      patterns.contains { $0.matches(text) }
    case (.numbers(let numbers), .number(let number)): numbers.contains(number)
    case (.order(let comparison, let limit), .number(let number)):
      switch comparison {
      case .above: number > limit
      case .below: number < limit
      case .atLeast: number >= limit
      case .atMost: number <= limit
      case .equal, .unequal, .contains, .lacks: false
      }
    default: false
    }
  }

  /// Reads a number, or a duration or moment in milliseconds.
  static func number(_ text: String, _ kind: FilterKind) -> Double? {
    switch kind {
    case .text: nil
    case .number: plain(text)
    case .duration: Span(text)?.milliseconds
    case .moment: Timestamp(iso: text).map { Double($0.milliseconds) }
    }
  }

  /// Digits, at most one point, at most one sign: not all that `Double` reads.
  static func plain(_ text: some StringProtocol) -> Double? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }),
      let number = Double(text), number.isFinite
    else { return nil }
    return number
  }
}

/// A length of time with its unit: `500ms`, `90s`, `5m`, `1.5h`, `2d`.
public struct Span: Hashable, Sendable {
  /// In milliseconds.
  public let milliseconds: Double

  private static let units: [(name: String, milliseconds: Double)] = [
    ("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
  ]

  /// Reads a number and a unit; `nil` for anything else, and for more than ten thousand years.
  public init?(_ text: String) {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = text.dropFirst(number.count)
    guard let value = FilterCondition.plain(number), let factor = Span.units.first(where: { $0.name == unit }) else {
      return nil
    }
    milliseconds = value * factor.milliseconds
    guard milliseconds < 3.2e14 else { return nil }
  }
}

/// A text to match, in which `*` may stand for anything. Upper and lower case of ASCII letters are the same.
struct TextPattern: Hashable, Sendable {
  /// What must follow each other, with anything between them.
  private let pieces: [[UInt8]]

  /// A pattern for whole texts, or for a part of them.
  init(_ text: String, hasWildcards: Bool, isPart: Bool) {
    let folded = text.utf8.map(TextPattern.fold)
    var pieces =
      hasWildcards && !isPart ? folded.split(separator: 42, omittingEmptySubsequences: false).map(Array.init) : [folded]
    if isPart { pieces = [[]] + pieces + [[]] }
    self.pieces = pieces
  }

  /// Whether `text` is as the pattern says.
  func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard let first = pieces.first, let last = pieces.last else { return false }
      guard pieces.count > 1 else { return bytes.count == first.count && stands(first, at: 0, in: bytes) }
      guard stands(first, at: 0, in: bytes) else { return false }
      var start = first.count
      for piece in pieces[1..<(pieces.count - 1)] {
        guard let found = (start...max(start, bytes.count)).first(where: { stands(piece, at: $0, in: bytes) }) else {
          return false
        }
        start = found + piece.count
      }
      return bytes.count - last.count >= start && stands(last, at: bytes.count - last.count, in: bytes)
    }
  }

  private func stands(_ piece: [UInt8], at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard start + piece.count <= bytes.count else { return false }
    return piece.indices.allSatisfy { TextPattern.fold(bytes[start + $0]) == piece[$0] }
  }

  private static func fold(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }
}
