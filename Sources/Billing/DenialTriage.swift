import ClaimModel

/// Decides what each adjustment of a remittance means: the first row that matches counts, and what no row knows goes
/// to a person.
public struct DenialTriage: Hashable, Sendable {
  /// The rows, in order.
  public var rules: [TriageRule]
  /// What is done about front-end rejections, by claim status code.
  public var rejections: [RejectionRule]

  /// A triage by the given rows.
  public init(rules: [TriageRule], rejections: [RejectionRule] = RejectionRule.standard) {
    self.rules = rules
    self.rejections = rejections
  }

  /// The row that counts for an adjustment.
  public func rule(
    for group: AdjustmentGroup, _ reason: AdjustmentReason, remarks: [RemarkCode] = []
  ) -> TriageRule? {
    rules.first { $0.matches(group, reason, remarks) }
  }

  /// What an adjustment means.
  public func disposition(
    of group: AdjustmentGroup, _ reason: AdjustmentReason, remarks: [RemarkCode] = []
  ) -> AdjustmentDisposition {
    rule(for: group, reason, remarks: remarks)?.disposition ?? .refused([.review])
  }

  /// What can be done about a refusal, in order.
  public func steps(for refusal: RecodeRequest.Refusal) -> [DenialStep] {
    if case .refused(let steps) = disposition(of: refusal.group, refusal.reason, remarks: refusal.remarks) {
      return steps
    }
    // Set aside although its code is no refusal, for instance CO-45 for the whole charge.
    return [.review]
  }

  /// The most that may be written off for a refusal without a person; `nil` when its row sets no limit of its own.
  public func writeOffLimit(for refusal: RecodeRequest.Refusal) -> Money? {
    rule(for: refusal.group, refusal.reason, remarks: refusal.remarks)?.writeOffLimit
  }

  /// What is done about a front-end rejection; a status that no row knows is the practice's to mend.
  public func rejection(_ status: ClaimStatusCode) -> RejectionRule.Remedy {
    rejections.first { $0.codes.contains(status.code) }?.remedy ?? .correct
  }
}
