import ClaimModel

/// What an adjudication decided.
public struct AdjudicationResult: Hashable, Sendable {
  /// The decisions for one 835, in the order they are sent: a reversal stands before its correction.
  public var payments: [ClaimPayment]
  /// What to remember; `nil` for a void.
  public var record: PriorClaim?
  /// The number of the decision that is taken back.
  public var reversed: PayerClaimNumber?

  /// A result of its parts.
  public init(payments: [ClaimPayment], record: PriorClaim? = nil, reversed: PayerClaimNumber? = nil) {
    self.payments = payments
    self.record = record
    self.reversed = reversed
  }
}

/// What became of an appeal.
public enum AppealDecision: Hashable, Sendable {
  /// The refusal was wrong: the earlier decision is reversed and a new one takes its place.
  case overturned(AdjudicationResult)
  /// The refusal stands.
  case upheldDenial
}
