import ClaimModel

/// Why a person must look at an account. Tells nothing about the patient.
public enum Escalation: Hashable, Sendable, CustomStringConvertible {
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
  /// A reversal that does not take back what was decided.
  case contradictoryReversal(PayerClaimNumber)
  /// An earlier payer took its decision back after the next one was asked.
  case earlierPayerReversed(PayerClaimNumber)
  /// A payer took back more than it had paid too much.
  case recouped(Money)
  /// An amount is open with the insurer and no refusal explains it.
  case unexplainedBalance(Money)
  /// A patient's payment of nothing or less, for instance a check that was returned.
  case invalidPatientPayment(Money)
  /// More is to be given back to the patient than may be without a person.
  case refundDue(Money)
  /// More would be written off than may be without a person.
  case writeOffLimit(Money)
  /// The next payer must be billed, and the superbill or an earlier payer's decision is not filed, or there have been
  /// three payers.
  case nextPayerUnbillable
  /// A claim that was incomplete or rejected, and the practice has nothing to correct.
  case nothingToCorrect
  /// Nothing has come for too long.
  case noAnswer

  /// Why, in words and codes, within one line.
  public var description: String {
    switch self {
    case .incompleteClaim(let findings): "incomplete claim: " + findings.map(\.description).joined(separator: ", ")
    case .batchRejected: "batch rejected again (999)"
    case .claimRejected(let status): "claim rejected (277CA \(status))"
    case .contradictoryAnswers(let status): "rejected after it was accepted (277CA \(status))"
    case .refused(let refusal): "refused \(refusal.words)"
    case .recodeLimit: "recoded as often as may be"
    case .recodeUnanswerable: "the coding office cannot answer"
    case .codingUpheldAfterRejection: "codes upheld after a rejection"
    case .duplicateWithoutOriginal: "duplicate of a claim whose decision is not known"
    case .contradictoryReversal(let number): "reversal of \(number) that does not match it"
    case .earlierPayerReversed(let number): "\(number) of an earlier payer was reversed"
    case .recouped(let amount): "payer took back \(amount) more than it overpaid"
    case .unexplainedBalance(let amount): "\(amount) open with the payer without a refusal"
    case .invalidPatientPayment(let amount): "patient payment of \(amount)"
    case .refundDue(let amount): "refund of \(amount) to the patient to be approved"
    case .writeOffLimit(let amount): "write-off of \(amount) to be approved"
    case .nextPayerUnbillable: "the next payer cannot be billed"
    case .nothingToCorrect: "the practice has nothing to correct"
    case .noAnswer: "no answer"
    }
  }
}

extension RecodeRequest.Refusal {
  /// Group, reason and remarks: `CO-16 N290`.
  public var words: String {
    (["\(group.rawValue)-\(reason)"] + remarks.map(\.rawValue)).joined(separator: " ")
  }
}
