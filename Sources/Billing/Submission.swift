import ClaimModel

/// One claim that was sent for a visit.
public struct Submission: Hashable, Sendable {
  /// Which claim of the visit it is, from 1: the end of its control number.
  public var number: Int
  /// First claim, replacement or void.
  public var frequency: ClaimFrequency
  /// The decision it replaces.
  public var originalClaimNumber: PayerClaimNumber?
  /// Its total charge.
  public var charge: Money
  /// How far it has come.
  public var stage: Stage

  /// A claim of the given number.
  public init(
    number: Int, frequency: ClaimFrequency, originalClaimNumber: PayerClaimNumber?, charge: Money, stage: Stage = .sent
  ) {
    self.number = number
    self.frequency = frequency
    self.originalClaimNumber = originalClaimNumber
    self.charge = charge
    self.stage = stage
  }

  /// How far a claim has come. It only ever goes forward, so late answers change nothing.
  public enum Stage: String, Hashable, Sendable, CaseIterable {
    /// Sent. Goes to any other.
    case sent
    /// The batch passed the syntax check (999). Goes to accepted, rejected, adjudicated.
    case received
    /// Passed the front end (277CA). Goes to adjudicated.
    case accepted
    /// Refused by the syntax check. Ends.
    case batchRejected
    /// Refused by the front end. Ends.
    case rejected
    /// Decided on (835). Ends.
    case adjudicated
  }
}

/// A payer's decision, as far as the account must remember it.
public struct PayerDecision: Hashable, Sendable {
  /// The payer's number (CLP07).
  public var number: PayerClaimNumber
  /// The submission it answers.
  public var submission: Int
  /// What became of the claim; ``ClaimModel/ClaimPaymentStatus/reversal`` for the taking back of another decision.
  public var status: ClaimPaymentStatus
  /// What the payer paid.
  public var paid: Money
  /// What was given up by contract.
  public var adjusted: Money
  /// What is the patient's.
  public var patient: Money
  /// What was refused and stays open.
  public var refused: Money
  /// Why it was refused.
  public var refusals: [RecodeRequest.Refusal]
  /// Whether the payer only says that it decided on all lines before (OA-18).
  public var isDuplicate: Bool
  /// Of a decision: whether it was taken back. Of a reversal: whether the decision it takes back has come.
  public var isPaired: Bool
  /// Whether the coding office stands by the codes that this decision refuses.
  public var isCodingUpheld: Bool
  /// Why it does: codes, rules and places in the chart, never the chart's words. An appeal gives them.
  public var codingReasons: [String]

  /// The most reasons that are kept; a claim has at most fifty lines.
  static let maximumReasons = 100

  /// A decision of its parts.
  public init(
    number: PayerClaimNumber, submission: Int, status: ClaimPaymentStatus, paid: Money, adjusted: Money = .zero,
    patient: Money = .zero, refused: Money = .zero, refusals: [RecodeRequest.Refusal] = [],
    isDuplicate: Bool = false, isPaired: Bool = false, isCodingUpheld: Bool = false, codingReasons: [String] = []
  ) {
    self.number = number
    self.submission = submission
    self.status = status
    self.paid = paid
    self.adjusted = adjusted
    self.patient = patient
    self.refused = refused
    self.refusals = refusals
    self.isDuplicate = isDuplicate
    self.isPaired = isPaired
    self.isCodingUpheld = isCodingUpheld
    self.codingReasons = codingReasons
  }
}

/// An appeal that was made.
public struct AppealRecord: Hashable, Sendable {
  /// The payer's number of the decision that is appealed.
  public var number: PayerClaimNumber
  /// How it ended; `nil` while it is open.
  public var outcome: AppealOutcome?

  /// An appeal against the given decision.
  public init(number: PayerClaimNumber, outcome: AppealOutcome? = nil) {
    self.number = number
    self.outcome = outcome
  }
}
