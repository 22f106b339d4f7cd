import ClaimModel

extension Adjudicator {
  /// Runs the front-end edits: whether the claim can be adjudicated at all.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - statedTotal: The total charge as the claim states it (CLM02); by default what the claim carries.
  ///   - received: The day the claim came in.
  ///
  /// Source: 277CA (005010X214); see ``FrontEndEdit``.
  public func acknowledge(
    _ claim: Claim, statedTotal: Money? = nil, received: CalendarDate
  ) -> FrontEndDecision {
    let context = FrontEndContext(
      claim: claim, plan: plan, statedTotal: statedTotal ?? claim.statedTotal, received: received)
    return FrontEndDecision(statuses: FrontEndEdit.standard.filter { $0.isRejected(context) }.map(\.status))
  }
}
