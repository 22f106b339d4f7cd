/// A name for something, kept apart from other kinds of names by its type.
public protocol Identifier: RawRepresentable<String>, Hashable, Comparable, Sendable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  /// The name itself.
  var rawValue: String { get }
  /// A name made of `rawValue`; any text is accepted.
  init(rawValue: String)
}

extension Identifier {
  /// A name made of `text`; any text is accepted.
  public init(_ text: some StringProtocol) { self.init(rawValue: String(text)) }
  /// A name written in the source.
  public init(stringLiteral value: String) { self.init(rawValue: value) }
  /// The name itself.
  public var description: String { rawValue }
  /// Orders by text.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// One documented visit, in every office: `V` and 15 characters of Crockford base 32 (75 bits), for instance
/// `V3K7Q0M5T9XW2BCD`. It is a pseudonym: it tells nothing about the patient. Short enough to open a patient
/// control number (CLM01, at most 20 characters of which payers must return).
public struct VisitID: Identifier {
  /// The 16 characters.
  public let rawValue: String
  /// A visit id made of any text; see ``derived(from:)`` for making one.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The id of the visit that `source` names in the system it came from; the same source gives the same id.
  public static func derived(from source: String...) -> VisitID {
    var hash = StableHash(key: 0x7669_7369_74)
    for part in source { hash.combine(part) }
    return VisitID(rawValue: "V" + Base32.encode(hash.finish(), count: 15))
  }

  /// The id that `text` is; `nil` when no visit's id looks so.
  public init?(wellFormed text: String) {
    guard text.utf8.count == 16, text.utf8.first == UInt8(ascii: "V"),
      text.utf8.dropFirst().allSatisfy(Base32.alphabet.contains)
    else { return nil }
    rawValue = text
  }
}

/// A payer's identifier (837P 2010BB NM109), for instance `ACMEHLTH`.
public struct PayerID: Identifier {
  /// The identifier as the payer publishes it.
  public let rawValue: String
  /// A payer identifier made of any text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A subscriber's member identification number (837P 2010BA NM109).
public struct MemberID: Identifier {
  /// The number as printed on the member's card.
  public let rawValue: String
  /// A member number made of any text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A provider's patient control number (CLM01, returned in CLP01 and in the 277CA's TRN02): at most 20 characters.
public struct PatientControlNumber: Identifier {
  /// The number.
  public let rawValue: String
  /// A control number made of any text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The control number of the `submission`th claim (from 1) for a visit: `V3K7Q0M5T9XW2BCD-1`.
  public init(visit: VisitID, submission: Int) { self.rawValue = "\(visit.rawValue)-\(submission)" }

  /// The visit that a control number of ours belongs to: what stands before the last hyphen.
  public var visit: VisitID? {
    guard let hyphen = rawValue.lastIndex(of: "-") else { return nil }
    return VisitID(rawValue[..<hyphen])
  }

  /// Which submission of the visit's claim this is, from 1.
  public var submission: Int? {
    guard let hyphen = rawValue.lastIndex(of: "-") else { return nil }
    return Int(rawValue[rawValue.index(after: hyphen)...])
  }
}

/// A payer's claim control number (CLP07; sent back to the payer as REF*F8 of a replacement or void).
public struct PayerClaimNumber: Identifier {
  /// The number.
  public let rawValue: String
  /// A payer's claim number made of any text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A National Provider Identifier: ten digits of which the last is a check digit.
///
/// Source: 45 CFR 162.406; the check digit is ISO/IEC 7812-1 (Luhn) over the number with the prefix 80840.
public struct NPI: Identifier {
  /// The digits.
  public let rawValue: String
  /// An NPI made of any text; see ``isValid``.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Whether this is ten digits with the right check digit.
  public var isValid: Bool {
    let digits = rawValue.utf8.map { Int($0) - 48 }
    guard digits.count == 10, digits.allSatisfy({ (0...9).contains($0) }) else { return false }
    return NPI.checkDigit(ofNine: digits[..<9]) == digits[9]
  }

  /// A well-formed NPI derived from any text, for data that comes without one (Synthea's providers).
  public static func derived(from source: String) -> NPI {
    // A real NPI starts with 1 or 2; 1 is an individual or organization in today's numbering.
    let body = 100_000_000 + Int(StableHash.value(source, key: 0x6e7069) % 100_000_000)
    let digits = String(body).utf8.map { Int($0) - 48 }
    return NPI(rawValue: String(body) + String(checkDigit(ofNine: digits[...])))
  }

  private static func checkDigit(ofNine digits: ArraySlice<Int>) -> Int {
    // The constant 24 is the Luhn sum of the prefix 80840.
    var sum = 24
    for (offset, digit) in digits.reversed().enumerated() {
      let doubled = offset % 2 == 0 ? digit * 2 : digit
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return (10 - sum % 10) % 10
  }
}

/// Crockford's base 32: digits and capitals without I, L, O and U.
enum Base32 {
  static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  static func encode(_ bits: (high: UInt64, low: UInt64), count: Int) -> String {
    var high = bits.high
    var low = bits.low
    var bytes: [UInt8] = []
    for _ in 0..<count {
      bytes.append(alphabet[Int(low & 31)])
      low = low >> 5 | high << 59
      high >>= 5
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
