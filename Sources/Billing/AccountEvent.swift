import ClaimModel

/// What a billing office learns about one visit. May come late, in any order, and more than once.
public enum AccountEvent: Hashable, Sendable {
  /// The visit was coded.
  case superbillReceived(Superbill)
  /// The visit was coded again, in answer to the recode request of the given round.
  case recoded(Superbill, round: Int)
  /// The coding office stands by its codes, in answer to the recode request of the given round. The reasons tell codes,
  /// rules and places in the chart, for an appeal.
  case codingUpheld(round: Int, reasons: [String] = [])
  /// The coding office cannot answer the recode request of the given round.
  case recodeUnanswerable(round: Int)
  /// A 999 took the batch the claim went in.
  case batchAccepted(PatientControlNumber)
  /// A 999 refused the batch, or the claim's transaction: no claim exists at the payer. With the superbill that counts.
  case batchRejected(PatientControlNumber, Superbill)
  /// A 277CA answered for the claim.
  case claimStatus(ClaimAcknowledgment.ClaimStatus)
  /// An 835 decided on the claim.
  case claimPayment(ClaimPayment, payer: PayerID)
  /// The payer decided on the appeal against its decision of the given number. When it was overturned, the money
  /// comes as a reversal and a correction in an 835.
  case appealDecided(PayerClaimNumber, AppealOutcome)
  /// The patient paid; the reference tells one payment from another.
  case patientPaid(Money, reference: String)
  /// Nothing has come for too long; the account's worker decides when that is.
  case followUpDue
}

/// How an appeal ended.
public enum AppealOutcome: String, Hashable, Sendable, CaseIterable {
  /// The denial stands.
  case upheld
  /// The denial is withdrawn.
  case overturned
}
