/// What is wrong with an interchange's envelope; answered with a TA1.
public struct EnvelopeFault: Hashable, Sendable {
  /// What is wrong.
  public var code: Code
  /// The element of ISA or IEA in question, from 1; `nil` for the segment as a whole.
  public var element: Int?
  /// Bytes from the start of the file.
  public var byteOffset: Int

  /// A fault at the given place.
  public init(_ code: Code, element: Int? = nil, byteOffset: Int) {
    self.code = code
    self.element = element
    self.byteOffset = byteOffset
  }

  /// What can be wrong, with the interchange note code (TA105).
  /// Source: X12 data element I18.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// IEA02 is not ISA13.
    case controlNumberMismatch = "001"
    /// ISA15 is neither P nor T.
    case invalidUsage = "020"
    /// ISA13 is not a number.
    case invalidControlNumber = "018"
    /// IEA01 is not the number of groups.
    case groupCountMismatch = "021"
    /// ISA is not of its fixed widths, its delimiters are not usable, or there is no ISA at all.
    case invalidHeader = "022"
    /// There is no IEA.
    case missingTrailer = "023"
    /// Something stands where no group may stand.
    case invalidContent = "024"
    /// A segment does not end: it is longer than ``InterchangeLimits/segmentLength``.
    case invalidTerminator = "004"
    /// ISA12 is not 00501.
    case unsupportedVersion = "003"
    /// ISA05 is no qualifier.
    case invalidSenderQualifier = "005"
    /// ISA06 is blank.
    case invalidSender = "006"
    /// ISA07 is no qualifier.
    case invalidReceiverQualifier = "007"
    /// ISA08 is blank.
    case invalidReceiver = "008"
    /// ISA01 is no qualifier.
    case invalidAuthorizationQualifier = "010"
    /// ISA03 is no qualifier.
    case invalidSecurityQualifier = "012"
    /// ISA14 is neither 0 nor 1.
    case invalidAcknowledgmentRequest = "019"
    /// ISA09 is no date.
    case invalidDate = "014"
    /// ISA10 is no time.
    case invalidTime = "015"
  }
}

/// What is wrong with a functional group; AK905 of the 999.
/// Source: X12 data element 716.
public enum GroupFault: String, Hashable, Sendable, CaseIterable {
  /// The group holds transactions of another kind.
  case notSupported = "1"
  /// The group's implementation guide (GS08) is not one that is read here.
  case versionNotSupported = "2"
  /// There is no GE.
  case missingTrailer = "3"
  /// GE02 is not GS06.
  case controlNumberMismatch = "4"
  /// GE01 is not the number of transactions.
  case transactionCountMismatch = "5"
  /// GS06 is not a number of up to nine digits.
  case invalidControlNumber = "6"
  /// Another group of the interchange has the same GS06.
  case duplicateControlNumber = "19"
}

/// What is wrong with a transaction as a whole; IK502 of the 999.
/// Source: X12 data element 618.
public enum TransactionFault: String, Hashable, Sendable, CaseIterable {
  /// Not a kind of transaction that is read here.
  case notSupported = "1"
  /// There is no SE.
  case missingTrailer = "2"
  /// SE02 is not ST02.
  case controlNumberMismatch = "3"
  /// SE01 is not the number of segments.
  case segmentCountMismatch = "4"
  /// At least one segment breaks the standard; see the segment faults.
  case segmentsInError = "5"
  /// ST01 is missing.
  case invalidIdentifier = "6"
  /// ST02 is missing or not 4 to 9 characters.
  case invalidControlNumber = "7"
  /// Another transaction of the group has the same ST02.
  case duplicateControlNumber = "23"
  /// At least one segment breaks the implementation guide; see the segment faults.
  case implementationSegmentsInError = "I5"
  /// The implementation guide (ST03) is not the one that is read here.
  case implementationNotSupported = "I6"
}
