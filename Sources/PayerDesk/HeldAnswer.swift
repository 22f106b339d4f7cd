import ClaimModel
import Messages
import Office

/// An answer that a simulated payer holds back on purpose.
public struct HeldAnswer: Hashable, Sendable {
  /// When it goes out; `nil` for after the next message's answers.
  public var due: Timestamp?
  /// What it is.
  public var type: MessageType
  /// Which batch it answers.
  public var batchReference: String
  /// The interchange.
  public var interchange: [UInt8]

  /// An answer to hold back.
  public init(due: Timestamp?, type: MessageType, batchReference: String, interchange: [UInt8]) {
    self.due = due
    self.type = type
    self.batchReference = batchReference
    self.interchange = interchange
  }
}
