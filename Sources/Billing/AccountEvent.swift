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
  /// The practice answered the registration query of the given round: with the superbill as it is now, or `nil` when
  /// there is nothing to correct; and with the payer's authorization, empty when there is none.
  case registrationAnswered(Superbill?, authorization: String, round: Int)
  /// A 999 took the batch the claim went in.
  case batchAccepted(PatientControlNumber)
  /// A 999 refused the batch, or the claim's transaction: no claim exists at the payer. With the superbill that counts.
  case batchRejected(PatientControlNumber, Superbill)
  /// A 277CA answered for the claim.
  case claimStatus(ClaimAcknowledgment.ClaimStatus)
  /// A 277 answered a status inquiry about the claim.
  case statusReported(PatientControlNumber, ClaimStatusCode)
  /// An 835 decided on the claim.
  case claimPayment(ClaimPayment, payer: PayerID)
  /// A payer took money back in a payment, or added what it had taken too much (PLB), for a claim of the visit. The
  /// reference tells one taking back from another; a positive amount is taken.
  case recouped(Money, payer: PayerID, reference: String)
  /// The payer decided on the appeal against its decision of the given number. When it was overturned, the money
  /// comes as a reversal and a correction in an 835.
  case appealDecided(PayerClaimNumber, AppealOutcome)
  /// The patient paid; the reference tells one payment from another.
  case patientPaid(Money, reference: String)
  /// A person has decided about the account, which waited for one.
  case reviewResolved(ReviewResolution)
  /// The time has come that the account asked to be looked at again (``PatientAccount/followUp``).
  case followUpDue

  /// Whether it may lead to a claim being sent again, for which the superbill must be at hand, whatever the account's state.
  public var mayNeedSuperbill: Bool {
    switch self {
    case .followUpDue, .statusReported, .reviewResolved: true
    default: false
    }
  }
}

/// How an appeal ended.
public enum AppealOutcome: String, Hashable, Sendable, CaseIterable {
  /// The denial stands.
  case upheld
  /// The denial is withdrawn.
  case overturned
}
