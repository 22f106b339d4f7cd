import ClaimModel

extension Adjudicator {
  /// Decides an appeal against an earlier decision by running the edits again, without refusals that were injected.
  ///
  /// The appeal is won when less of the charge is refused than before. What was refused rightly stays refused.
  ///
  /// - Parameters:
  ///   - prior: The decision that is appealed.
  ///   - number: The number of the new decision, used when the appeal is won; never one that was given before.
  ///   - history: What was adjudicated before for the member; may contain `prior`.
  ///   - standing: What the member has used; contains what `prior` has.
  ///   - hasRecords: Whether the documentation came that the payer wants of some services.
  ///
  /// Source: 45 CFR 147.136 (internal appeals); the answer in money is a reversal and correction, 835 TR3 section
  /// 1.10.2.8.
  public func decideAppeal(
    of prior: PriorClaim, number: PayerClaimNumber, history: ClaimHistory, standing: MemberStanding = MemberStanding(),
    hasRecords: Bool = false
  ) -> AppealDecision {
    guard !prior.isReversed else { return .upheldDenial }
    let record = decide(
      prior.claim, number: number, received: prior.received, history: history, standing: standing, replacing: prior,
      hasRecords: hasRecords)
    guard record.payment.refusedCharge < prior.payment.refusedCharge else { return .upheldDenial }
    return .overturned(
      AdjudicationResult(
        payments: [prior.payment.reversed, record.payment], record: record, reversed: prior.payment.payerClaimNumber,
        reversedUse: prior.use))
  }
}

extension ClaimPayment {
  /// The charges of lines that were refused whole: those without an allowed price.
  fileprivate var refusedCharge: Money { lines.filter { $0.allowed == nil }.map(\.charge).sum() }
}
