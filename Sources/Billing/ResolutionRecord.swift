import ClaimModel

/// What a person has decided about an account, as the account remembers it.
public struct ResolutionRecord: Hashable, Sendable {
  /// What was to be done.
  public var decision: ReviewResolution.Decision
  /// What the person was asked about (``Escalation/description``).
  public var review: String
  /// Why, in the person's own words.
  public var reason: String
  /// Who decided.
  public var decidedBy: String
  /// When.
  public var decided: Timestamp

  /// A record of its parts.
  public init(
    decision: ReviewResolution.Decision, review: String, reason: String, decidedBy: String, decided: Timestamp
  ) {
    self.decision = decision
    self.review = review
    self.reason = reason
    self.decidedBy = decidedBy
    self.decided = decided
  }
}

/// What a person has disposed of that an insurer had not settled. It stands until the insurer decides after all, or is
/// asked again: then it is taken back first, so that the insurer's answer meets what was open before.
public struct Disposal: Hashable, Sendable {
  /// What became the patient's.
  public var patient: Money
  /// What was given up.
  public var writtenOff: Money

  /// A disposal of the given amounts.
  public init(patient: Money = .zero, writtenOff: Money = .zero) {
    self.patient = patient
    self.writtenOff = writtenOff
  }
}
