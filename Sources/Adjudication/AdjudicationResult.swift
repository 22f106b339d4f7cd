import ClaimModel

/// What an adjudication decided.
public struct AdjudicationResult: Hashable, Sendable {
  /// The decisions for one 835, in the order they are sent: a reversal stands before its correction.
  public var payments: [ClaimPayment]
  /// What to remember; `nil` for a void.
  public var record: PriorClaim?
  /// The number of the decision that is taken back.
  public var reversed: PayerClaimNumber?
  /// What that decision had used of the member's benefits.
  public var reversedUse: BenefitUse

  /// A result of its parts.
  public init(
    payments: [ClaimPayment], record: PriorClaim? = nil, reversed: PayerClaimNumber? = nil,
    reversedUse: BenefitUse = BenefitUse()
  ) {
    self.payments = payments
    self.record = record
    self.reversed = reversed
    self.reversedUse = reversedUse
  }
}

/// What became of an appeal.
public enum AppealDecision: Hashable, Sendable {
  /// The refusal was wrong: the earlier decision is reversed and a new one takes its place.
  case overturned(AdjudicationResult)
  /// The refusal stands.
  case upheldDenial
}
