import ClaimModel

/// One claim that was sent for a visit.
public struct Submission: Hashable, Sendable {
  /// Which claim of the visit it is, from 1: the end of its control number.
  public var number: Int
  /// To whom it went.
  public var payer: PayerID
  /// In which turn the payer was asked.
  public var responsibility: PayerResponsibility
  /// First claim, replacement or void.
  public var frequency: ClaimFrequency
  /// The decision it replaces.
  public var originalClaimNumber: PayerClaimNumber?
  /// Its total charge.
  public var charge: Money
  /// What was open for the payer to decide on: the charge, less what earlier payers settled.
  public var billed: Money
  /// How far it has come.
  public var stage: Stage
  /// Whether the earlier payer sent it on: the answer comes under the earlier claim's control number.
  public var isCrossover: Bool
  /// How many status inquiries were sent.
  public var inquiries: Int

  /// A claim of the given number.
  public init(
    number: Int, payer: PayerID, responsibility: PayerResponsibility = .primary, frequency: ClaimFrequency,
    originalClaimNumber: PayerClaimNumber?, charge: Money, billed: Money? = nil, stage: Stage = .sent,
    isCrossover: Bool = false, inquiries: Int = 0
  ) {
    self.number = number
    self.payer = payer
    self.responsibility = responsibility
    self.frequency = frequency
    self.originalClaimNumber = originalClaimNumber
    self.charge = charge
    self.billed = billed ?? charge
    self.stage = stage
    self.isCrossover = isCrossover
    self.inquiries = inquiries
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
    /// The payer knows nothing of it; sent again under another number. Goes to adjudicated when it answers after all.
    case unanswered
    /// Decided on (835). Ends.
    case adjudicated

    /// Whether the payer's decision may still come.
    public var isAwaited: Bool { self == .sent || self == .received || self == .accepted }
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
