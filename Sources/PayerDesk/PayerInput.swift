import ClaimModel
import Messages
import X12

/// A message to a payer, decoded.
public enum PayerInput: Hashable, Sendable {
  /// The claims of one or more 837P interchanges.
  case claims([ReceivedClaims])
  /// An appeal against an earlier decision.
  case appeal(OfficeMessage.Appeal)

  /// The claims of one 837P interchange, and what is answered to its groups.
  public struct ReceivedClaims: Hashable, Sendable {
    /// Who submitted (ISA06), to whom the answers are addressed.
    public var submitter: String
    /// The answers for the 999, one for each group.
    public var acknowledgments: [ImplementationAcknowledgment]
    /// The batches of the transactions that can be read.
    public var batches: [ClaimBatch]

    /// The claims of an interchange.
    public init(submitter: String, acknowledgments: [ImplementationAcknowledgment], batches: [ClaimBatch]) {
      self.submitter = submitter
      self.acknowledgments = acknowledgments
      self.batches = batches
    }

    /// All claims of all batches.
    var claims: [Claim] { batches.flatMap(\.claims) }
  }
}
