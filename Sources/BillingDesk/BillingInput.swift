import ClaimModel
import Messages
import X12

/// A message to the billing office, decoded.
public enum BillingInput: Hashable, Sendable {
  /// A message of another office of ours, or a payer's answer to an appeal.
  case office(OfficeMessage)
  /// A payer's 999 or TA1: whether our batches of the given control numbers could be read.
  case batchAnswers([BatchAnswer])
  /// A payer's 277CA.
  case claimAcknowledgments([ClaimAcknowledgment])
  /// A payer's 277: what has become of claims that it was asked about.
  case statusResponses([ClaimStatusResponse])
  /// The time has come to look at a visit's account again.
  case followUp(VisitID)
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
    case .office, .batchAnswers, .followUp: []
    case .claimAcknowledgments(let answers): answers.flatMap { $0.claims.map(\.controlNumber) }
    case .statusResponses(let responses): BillingDesk.claims(of: responses)
    case .remittances(let remittances): remittances.flatMap { $0.claims.map(\.controlNumber) }
    }
  }
}
