import ClaimModel

/// What a billing office does about one visit.
public enum AccountAction: Hashable, Sendable {
  /// Send a claim to its payer.
  case submit(Claim)
  /// Ask the coding office for another coding.
  case requestRecode(RecodeRequest)
  /// Ask the payer to decide again.
  case submitAppeal(Appeal)
  /// Tell the patient what is due: the whole open amount.
  case issueStatement(Money)
  /// Enter movements in the books.
  case post([LedgerEntry])
  /// Tell the practice that nothing is open any more. Comes again when an account was closed, moved, and closed anew.
  case accountClosed
  /// Hand the account to a person.
  case escalate(Escalation)
}

/// A request to a payer to decide again.
public struct Appeal: Hashable, Sendable {
  /// The visit.
  public var visit: VisitID
  /// The payer.
  public var payer: PayerID
  /// Our number of the claim.
  public var controlNumber: PatientControlNumber
  /// The payer's number of the decision that is appealed.
  public var payerClaimNumber: PayerClaimNumber
  /// The refusals that are appealed.
  public var refusals: [RecodeRequest.Refusal]
  /// The amount that was refused.
  public var amount: Money
  /// Why the coding office stands by the codes; empty when it was not asked.
  public var codingReasons: [String]

  /// An appeal of its parts.
  public init(
    visit: VisitID, payer: PayerID, controlNumber: PatientControlNumber, payerClaimNumber: PayerClaimNumber,
    refusals: [RecodeRequest.Refusal], amount: Money, codingReasons: [String] = []
  ) {
    self.visit = visit
    self.payer = payer
    self.controlNumber = controlNumber
    self.payerClaimNumber = payerClaimNumber
    self.refusals = refusals
    self.amount = amount
    self.codingReasons = codingReasons
  }
}

/// Why a person must look at an account. Tells nothing about the patient.
public enum Escalation: Hashable, Sendable {
  /// The claim is incomplete; a procedure without a price is `missing charge`.
  case incompleteClaim([ScrubFinding])
  /// The batch was refused again.
  case batchRejected
  /// The front end refused the claim for something that is not a code.
  case claimRejected(ClaimStatusCode)
  /// A claim was first accepted and then rejected.
  case contradictoryAnswers(ClaimStatusCode)
  /// The payer refused for a reason a person must deal with.
  case refused(RecodeRequest.Refusal)
  /// Recoding did not help as often as it may be tried.
  case recodeLimit
  /// The coding office cannot answer.
  case recodeUnanswerable
  /// The coding office stands by codes that the front end does not let pass.
  case codingUpheldAfterRejection
  /// The payer calls the claim a duplicate, and no other decision is known.
  case duplicateWithoutOriginal
  /// An answer of a payer that belongs to no claim of this account, or does not fit it.
  case unmatchedRemittance(PayerClaimNumber)
  /// An answer whose amounts do not add up.
  case unbalancedRemittance(PayerClaimNumber)
  /// The insurer has paid more than is due.
  case overpaid
  /// An amount is open with the insurer and no refusal explains it.
  case unexplainedBalance(Money)
  /// The patient's part may be another insurer's: there is a second coverage.
  case secondaryCoverage
  /// A patient's payment of nothing or less, for instance a check that was returned.
  case invalidPatientPayment(Money)
  /// Money must be given back to the patient.
  case refundDue(Money)
  /// Nothing has come for too long.
  case noAnswer
}
