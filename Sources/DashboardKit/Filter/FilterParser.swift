/// Reads a filter's terms.
///
/// ```
/// filter     = [ term { space term } ]            all terms must hold
/// term       = field comparison value { "," value }
/// comparison = "=" | "!=" | ">" | "<" | ">=" | "<=" | "~" | "!~"
/// value      = characters other than space, comma and quotation mark
///            | '"' characters, with \" and \\ '"'
/// ```
public struct FilterParser {
  private let characters: [Character]
  private var position = 0

  private init(_ text: String) { characters = Array(text) }

  /// The terms of a filter; none for an empty text.
  /// - Throws: ``FilterError`` with the character that cannot be read.
  public static func terms(of text: String) throws(FilterError) -> [FilterTerm] {
    var parser = FilterParser(text)
    var terms: [FilterTerm] = []
    while true {
      parser.skipSpace()
      guard parser.current != nil else { return terms }
      terms.append(try parser.term())
      if let next = parser.current, !next.isWhitespace {
        throw parser.fault("a space must stand between conditions; put a value with special characters in \"…\"")
      }
    }
  }

  private var current: Character? { position < characters.count ? characters[position] : nil }

  private mutating func skipSpace() {
    while let character = current, character.isWhitespace { position += 1 }
  }

  private mutating func term() throws(FilterError) -> FilterTerm {
    let start = position
    while let character = current, FilterParser.isOfName(character) { position += 1 }
    let name = String(characters[start..<position]).lowercased()
    guard !name.isEmpty else { throw fault("a condition begins with a field's name, as in payer=ACMEHLTH") }
    guard let comparison = comparison() else {
      throw fault("'\(name)' must be followed by =, !=, >, <, >=, <=, ~ or !~ and a value, as in \(name)=…")
    }
    var values = [try value()]
    while current == "," {
      position += 1
      values.append(try value())
    }
    return FilterTerm(name, comparison, values, position: start + 1)
  }

  private mutating func comparison() -> FilterTerm.Comparison? {
    // The longer ones first.
    for comparison in [.unequal, .lacks, .atLeast, .atMost, .equal, .above, .below, .contains]
      as [FilterTerm.Comparison]
    {
      let symbol = Array(comparison.rawValue)
      guard position + symbol.count <= characters.count,
        characters[position..<position + symbol.count].elementsEqual(symbol)
      else { continue }
      position += symbol.count
      return comparison
    }
    return nil
  }

  private mutating func value() throws(FilterError) -> FilterTerm.Literal {
    let start = position
    if current == "\"" { return try quoted() }
    while let character = current, !character.isWhitespace, character != ",", character != "\"" { position += 1 }
    guard position > start else { throw fault("a value is missing; an empty one is written \"\"") }
    return FilterTerm.Literal(String(characters[start..<position]), position: start + 1)
  }

  private mutating func quoted() throws(FilterError) -> FilterTerm.Literal {
    let start = position
    position += 1
    var text = ""
    while let character = current {
      position += 1
      switch character {
      case "\"": return FilterTerm.Literal(text, isQuoted: true, position: start + 1)
      case "\\":
        guard let escaped = current, escaped == "\"" || escaped == "\\" else {
          throw fault("in quotation marks \\ is followed by \" or \\")
        }
        text.append(escaped)
        position += 1
      default: text.append(character)
      }
    }
    throw FilterError(at: start + 1, "the quotation mark is not closed")
  }

  private static func isOfName(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "-")
  }

  private func fault(_ reason: String) -> FilterError { FilterError(at: position + 1, reason) }
}
