import ClaimModel
import Foundation

/// Makes names and addresses fit for a claim: ASCII, no delimiters, no digits in names, the lengths X12 allows.
///
/// Source for the lengths: ASC X12 005010 data elements 1035, 1036, 1037 (names), 166 (address), 19 (city).
enum PlainText {
  /// Part of a person's name, at most `limit` characters: accents dropped, and the digits that Synthea appends.
  static func name(_ text: String, limit: Int) -> String {
    text.utf8.contains { $0 >= 0x80 || !isLetter($0) }
      ? clipped(ascii(text).filter { !("0"..."9").contains($0) }, limit) : clipped(text, limit)
  }

  /// The name of an organization, an address line or a city, at most `limit` characters.
  static func line(_ text: String, limit: Int) -> String { clipped(ascii(text), limit) }

  /// A ZIP code's five or nine digits; a leading zero lost to a spreadsheet is put back. `nil` if it is not one.
  static func zip(_ text: String) -> String? {
    let digits = text.filter { $0 != "-" && $0 != " " }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    switch digits.utf8.count {
    case 5, 9: return digits
    case 4, 8: return "0" + digits
    default: return nil
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
  }

  /// Decomposed, without what is not printable ASCII and without the characters that delimit X12.
  private static func ascii(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "~", "*", ":", "^", "|", "\t", "\n", "\r": result.append(" ")
      case "\u{2019}": result.append("'")
      case " "..."~": result.append(scalar)
      default: break
      }
    }
    return String(result)
  }

  /// One space between words, none around them, at most `limit` characters.
  private static func clipped(_ text: String, _ limit: Int) -> String {
    let words = text.split(separator: " ").joined(separator: " ")
    guard words.utf8.count > limit else { return words }
    return words.prefix(limit).split(separator: " ").joined(separator: " ")
  }
}
