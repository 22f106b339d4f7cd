import ClaimModel
import Messages

/// A message to the billing office, decoded.
public enum BillingInput: Hashable, Sendable {
  /// A message of another office of ours, or a payer's answer to an appeal.
  case office(OfficeMessage)
  /// A payer's 999: whether our batches of the given group control numbers could be read.
  case batchAnswers([BatchAnswer])
  /// A payer's 277CA.
  case claimAcknowledgments([ClaimAcknowledgment])
  /// A payer's 835.
  case remittances([Remittance])

  /// What a 999 says of one batch.
  public struct BatchAnswer: Hashable, Sendable {
    /// The batch: the control number of its functional group (AK102 = GS06).
    public var batch: Int
    /// Whether the claims go on.
    public var isAccepted: Bool

    /// An answer for one batch.
    public init(batch: Int, isAccepted: Bool) {
      self.batch = batch
      self.isAccepted = isAccepted
    }
  }

  /// Our numbers of the claims it is about.
  var controlNumbers: [PatientControlNumber] {
    switch self {
    case .office, .batchAnswers: []
    case .claimAcknowledgments(let answers): answers.flatMap { $0.claims.map(\.controlNumber) }
    case .remittances(let remittances): remittances.flatMap { $0.claims.map(\.controlNumber) }
    }
  }
}
