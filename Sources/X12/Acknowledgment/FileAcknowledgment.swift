import ClaimModel

/// The answers to a file, whatever is in it: a TA1 for each envelope that is broken or asks for one, a 999 for each
/// functional group of a sound envelope.
///
/// ```swift
/// let answers = FileAcknowledgment(of: bytes)
/// answers.envelopes          // TA1
/// answers.groups             // 999
/// ```
///
/// Groups of 999s are not answered; nor are groups in a broken envelope, of which the sender is told by the TA1 to send it
/// again. A group of a kind that nobody here serves (270, 834) is refused as a whole (AK905 1), a transaction of another
/// guide in a group that is served (an 837I) by itself (IK502 I6).
/// Source: 999 TR3 005010X231A1, section 1.4.
public struct FileAcknowledgment: Hashable, Sendable {
  /// The answers to envelopes.
  public var envelopes: [InterchangeAcknowledgment] = []
  /// The answers to groups.
  public var groups: [ImplementationAcknowledgment] = []

  /// The answers to the bytes of a file.
  public init(of bytes: [UInt8]) { self.init(to: InterchangeReader<AnyTransactionParser>.read(bytes)) }

  /// The answers to interchanges.
  public init<Content>(to interchanges: [ReceivedInterchange<Content>]) {
    for interchange in interchanges {
      if !interchange.isSound || interchange.asksForAcknowledgment { envelopes.append(interchange.acknowledgment) }
      guard interchange.isSound else { continue }
      groups += interchange.groups.filter { $0.functionalID != "FA" }.map(\.acknowledgment)
    }
  }
}
