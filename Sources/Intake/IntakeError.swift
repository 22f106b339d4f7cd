/// Why bytes did not become visits: what is wrong, where it stands and how to mend it.
///
/// The text names keys, resource types, resource ids, lines and offsets, and never a value from the chart or the
/// registration, so that it may be logged.
public struct IntakeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong; compare with the static members.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The code's name in kebab case, for instance `not-json`.
    public let description: String

    /// The bytes are not UTF-8.
    public static let notUTF8 = Code(description: "not-utf8")
    /// The bytes are of a format that is no plain text.
    public static let notText = Code(description: "not-text")
    /// The bytes are not JSON.
    public static let notJSON = Code(description: "not-json")
    /// The JSON is neither a FHIR Bundle nor a DocumentReference.
    public static let notABundle = Code(description: "not-a-bundle")
    /// An element of a resource has another type than FHIR R4 gives it.
    public static let malformedResource = Code(description: "malformed-resource")
    /// An encounter names no patient.
    public static let missingPatient = Code(description: "missing-patient")
    /// An encounter has no period to take the date of service from.
    public static let missingPeriod = Code(description: "missing-period")
    /// A resource lacks an element that a visit needs.
    public static let missingElement = Code(description: "missing-element")
    /// A reference points to a resource that the bundle does not hold.
    public static let unresolvedReference = Code(description: "unresolved-reference")
    /// A value is there and cannot be right.
    public static let invalidValue = Code(description: "invalid-value")
    /// A note's header lacks keys.
    public static let missingHeaderKeys = Code(description: "missing-header-keys")
    /// A note's header has a key that means nothing here.
    public static let unknownHeaderKey = Code(description: "unknown-header-key")
    /// A note's header has a key twice.
    public static let duplicateHeaderKey = Code(description: "duplicate-header-key")
    /// A note's header does not have the form of one.
    public static let malformedHeader = Code(description: "malformed-header")
    /// There is no text to code from.
    public static let emptyNote = Code(description: "empty-note")
  }

  /// What went wrong.
  public var code: Code
  /// Where: a resource and a path in it, a line, or an offset in bytes from 0; empty when it is the whole input.
  public var place: String
  /// What is wrong, in a sentence.
  public var explanation: String
  /// What would mend it, in a sentence.
  public var remedy: String

  /// An error of the given parts; nothing in them may come from a chart or a registration.
  public init(_ code: Code, at place: String = "", _ explanation: String, remedy: String) {
    self.code = code
    self.place = place
    self.explanation = explanation
    self.remedy = remedy
  }

  /// Code, place, explanation and remedy in one line (more when the remedy shows an example).
  public var description: String {
    "\(code)\(place.isEmpty ? "" : " at \(place)"): \(explanation) \(remedy)"
  }
}

extension IntakeError {
  /// `text` in quotes when it looks like an identifier or a key; otherwise only its length, because it might
  /// be anything.
  static func token(_ text: some StringProtocol, limit: Int = 90) -> String {
    let plain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "#"):
        true
      default: false
      }
    }
    return plain && !text.isEmpty && text.utf8.count <= limit ? "`\(text)`" : "(\(text.utf8.count) bytes, not shown)"
  }
}
