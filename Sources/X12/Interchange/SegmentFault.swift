import ClaimModel

/// What is wrong with one segment of a transaction: an IK3 with its IK4s in the 999. Describes itself by places and codes;
/// data is only in ``ElementFault/copy``, which does not describe itself.
public struct SegmentFault: Hashable, Sendable {
  /// The segment's name (IK301); of a missing one, the name it would have.
  public var segment: String
  /// Its position in the transaction, ST being 1 (IK302); of a missing one, where it was looked for.
  public var position: Int
  /// The loop, for instance `2010AA`; empty where there is none. The 999 carries the first four characters (IK303).
  public var loop: String
  /// What is wrong (IK304).
  public var code: Code
  /// Bytes from the start of the file; `nil` in a fault that was read from a 999.
  public var byteOffset: Int?
  /// The claim it is in (CTX, CLM01), when known.
  public var claim: PatientControlNumber?
  /// The elements in error, when ``code`` is ``Code/elementErrors``.
  public var elements: [ElementFault]

  /// A fault of the given segment.
  public init(
    segment: String, position: Int, loop: String, code: Code, byteOffset: Int? = nil,
    claim: PatientControlNumber? = nil, elements: [ElementFault] = []
  ) {
    self.segment = segment
    self.position = position
    self.loop = loop
    self.code = code
    self.byteOffset = byteOffset
    self.claim = claim
    self.elements = elements
  }

  /// What can be wrong with a segment (IK304). Other codes than the named ones may be read from a 999.
  /// Source: X12 data element 620.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The code.
    public let rawValue: String
    /// A code made of any text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The name is no segment's.
    public static let unrecognized = Code(rawValue: "1")
    /// The segment is not expected here.
    public static let unexpected = Code(rawValue: "2")
    /// A segment that must be there is not.
    public static let missing = Code(rawValue: "3")
    /// A loop occurs too often.
    public static let tooManyLoops = Code(rawValue: "4")
    /// The segment occurs too often.
    public static let tooMany = Code(rawValue: "5")
    /// The transaction set has no segment of the name.
    public static let notInSet = Code(rawValue: "6")
    /// The segment stands in the wrong place.
    public static let outOfSequence = Code(rawValue: "7")
    /// Elements are wrong.
    public static let elementErrors = Code(rawValue: "8")
    /// A segment that this content calls for is not there.
    public static let dependentMissing = Code(rawValue: "I6")
  }
}

/// What is wrong with one element: an IK4 in the 999.
public struct ElementFault: Hashable, Sendable {
  /// The element, from 1 (IK401-1).
  public var element: Int
  /// The component in it, from 1 (IK401-2); `nil` for a simple element.
  public var component: Int?
  /// What is wrong (IK403).
  public var code: Code
  /// What was sent (IK404), for its sender alone; `nil` when nothing was.
  public var copy: BadData?

  /// A fault of the given element.
  public init(element: Int, component: Int? = nil, code: Code, copy: BadData? = nil) {
    self.element = element
    self.component = component
    self.code = code
    self.copy = copy
  }

  /// What can be wrong with an element (IK403). Other codes than the named ones may be read from a 999.
  /// Source: X12 data element 621 as used in the 999.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The code.
    public let rawValue: String
    /// A code made of any text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It must be there.
    public static let missing = Code(rawValue: "1")
    /// It must be there because of what else the segment holds.
    public static let conditionallyMissing = Code(rawValue: "2")
    /// There are more elements than the segment has.
    public static let tooManyElements = Code(rawValue: "3")
    /// It is too short.
    public static let tooShort = Code(rawValue: "4")
    /// It is too long.
    public static let tooLong = Code(rawValue: "5")
    /// It holds a character that may not be there, for instance a letter in an amount.
    public static let invalidCharacter = Code(rawValue: "6")
    /// It is none of the codes that may stand here.
    public static let invalidCode = Code(rawValue: "7")
    /// It is no date.
    public static let invalidDate = Code(rawValue: "8")
    /// It is no time.
    public static let invalidTime = Code(rawValue: "9")
    /// It may not be there together with another.
    public static let excluded = Code(rawValue: "10")
    /// The implementation guide does not use it.
    public static let unused = Code(rawValue: "I10")
    /// It has too many components.
    public static let tooManyComponents = Code(rawValue: "13")
  }
}
