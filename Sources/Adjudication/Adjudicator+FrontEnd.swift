import ClaimModel

extension Adjudicator {
  /// Runs the front-end edits: whether the claim can be adjudicated at all.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - received: The day the claim came in.
  ///
  /// Source: 277CA (005010X214); see ``FrontEndEdit``.
  public func acknowledge(_ claim: Claim, received: CalendarDate) -> FrontEndDecision {
    let context = FrontEndContext(claim: claim, plan: plan, received: received)
    let rejecting = FrontEndEdit.standard.filter { $0.isRejected(context) }
    guard !rejecting.isEmpty else { return .accepted }
    var statuses: [ClaimStatusCode] = []
    var lineStatuses: [Int: [ClaimStatusCode]] = [:]
    for edit in rejecting {
      if !statuses.contains(edit.status) { statuses.append(edit.status) }
      guard let isRejected = edit.isLineRejected else { continue }
      for (place, line) in claim.lines.enumerated() where isRejected(line, context) {
        lineStatuses[place, default: []].append(edit.status)
      }
    }
    return FrontEndDecision(statuses: statuses, lineStatuses: lineStatuses)
  }
}
