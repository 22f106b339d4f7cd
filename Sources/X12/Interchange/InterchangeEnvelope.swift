import ClaimModel

/// Who sends an interchange to whom, when, and under which number: the content of its ISA segment.
public struct InterchangeEnvelope: Hashable, Sendable {
  /// The sender's identifier, at most 15 characters (ISA06, and GS02 of what we write).
  public var sender: String
  /// What kind of identifier the sender's is (ISA05); `ZZ` is mutually agreed.
  public var senderQualifier: String
  /// The receiver's identifier, at most 15 characters (ISA08).
  public var receiver: String
  /// The application it is for, 2 to 15 characters (GS03); the receiver where none is named.
  public var application: String?
  /// What kind of identifier the receiver's is (ISA07).
  public var receiverQualifier: String
  /// The interchange's number, at most nine digits (ISA13); our writers use it for the group too (GS06).
  public var controlNumber: Int
  /// When the interchange was made, to the minute (ISA09, ISA10, GS04, GS05).
  public var timestamp: Timestamp
  /// Whether it is meant (ISA15).
  public var usage: Usage

  /// An envelope of its parts. Of a longer or negative `controlNumber` the last nine digits are taken.
  public init(
    sender: String, senderQualifier: String = "ZZ", receiver: String, receiverQualifier: String = "ZZ",
    application: String? = nil, controlNumber: Int, timestamp: Timestamp, usage: Usage = .production
  ) {
    self.sender = sender
    self.senderQualifier = senderQualifier
    self.receiver = receiver
    self.receiverQualifier = receiverQualifier
    self.application = application
    self.controlNumber = Int(controlNumber.magnitude % 1_000_000_000)
    self.timestamp = timestamp
    self.usage = usage
  }

  /// Whether an interchange is meant (ISA15).
  public enum Usage: String, Hashable, Sendable, CaseIterable {
    /// To be acted upon.
    case production = "P"
    /// A test.
    case test = "T"
  }
}
