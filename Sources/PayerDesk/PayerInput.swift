import ClaimModel
import Messages

/// A message to a payer, decoded.
public enum PayerInput: Hashable, Sendable {
  /// Claims, or an interchange that cannot be read.
  case claims(ClaimBatch)
  /// An appeal against an earlier decision.
  case appeal(OfficeMessage.Appeal)

  /// The claims of one 837P interchange, and the 999 that answers it.
  public struct ClaimBatch: Hashable, Sendable {
    /// The acknowledgment of the interchange, ready to send.
    public var acknowledgment: [UInt8]
    /// The submitter's reference (BHT03), empty when the interchange cannot be read.
    public var batchReference: String
    /// Who submitted (ISA06), to whom the answers are addressed.
    public var submitter: String
    /// The claims of the transactions that can be read.
    public var claims: [Claim]

    /// A batch of the given claims.
    public init(acknowledgment: [UInt8], batchReference: String, submitter: String, claims: [Claim]) {
      self.acknowledgment = acknowledgment
      self.batchReference = batchReference
      self.submitter = submitter
      self.claims = claims
    }
  }
}
