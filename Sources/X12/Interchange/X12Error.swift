import ClaimModel

/// Why an interchange could not be written. What others send never leads to this error: readers answer with values
/// (``EnvelopeFault``, ``TransactionFault``, ``SegmentFault``).
public struct X12Error: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public var code: Code
  /// The segment that could not be written, for instance `NM1`.
  public var segment: String
  /// Which element, from 1; `nil` when it is about the segment as a whole.
  public var element: Int?
  /// How many segments were written before in the transaction.
  public var position: Int
  /// The claim it is in, when it is in one.
  public var claim: PatientControlNumber?

  /// An error at the given place.
  public init(
    code: Code, segment: String, element: Int? = nil, position: Int = 0, claim: PatientControlNumber? = nil
  ) {
    self.code = code
    self.segment = segment
    self.element = element
    self.position = position
    self.claim = claim
  }

  /// Code and place, never data.
  public var description: String {
    "X12 \(code.rawValue) at \(segment)\(element.map { "0\($0)".suffix(2) } ?? ""), segment \(position)"
      + (claim.map { ", claim \($0)" } ?? "")
  }

  /// What can be wrong with something to be written.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The code's name.
    public let rawValue: String
    /// A code of the given name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// An element that must be there is empty.
    public static let missing = Code(rawValue: "missing")
    /// An identifier is longer than its element; it is not cut, for it would name something else.
    public static let tooLong = Code(rawValue: "too-long")
    /// A code is shorter than its element.
    public static let tooShort = Code(rawValue: "too-short")
    /// There are more (or fewer) parts than the transaction can hold: diagnoses, lines, modifiers, remarks.
    public static let count = Code(rawValue: "count")
    /// A delimiter that is to be used stands in the data.
    public static let delimiter = Code(rawValue: "delimiter")
    /// An amount may not be negative here.
    public static let negative = Code(rawValue: "negative")
  }
}
