import ClaimModel

/// What can be done about a refusal, one step after the other.
public enum DenialStep: String, Hashable, Sendable, CaseIterable {
  /// Ask the coding office for another coding.
  case recode
  /// Ask the payer to decide again.
  case appeal
  /// Give the amount up. Never the first step: a denial does not write itself off.
  case writeOff
  /// Hand it to a person.
  case review
}

/// What one adjustment of a remittance means for the account.
public enum AdjustmentDisposition: Hashable, Sendable {
  /// Given up by contract.
  case contractual
  /// The patient's.
  case patient
  /// The service was decided on before: look for that decision.
  case duplicate
  /// Refused: the amount stays open, and the steps are tried in turn.
  case refused([DenialStep])
}

/// One row of the triage table.
public struct TriageRule: Hashable, Sendable {
  /// The groups it is for; empty for any.
  public var groups: Set<AdjustmentGroup>
  /// The reasons it is for; empty for any.
  public var reasons: Set<AdjustmentReason>
  /// The remarks of which one must be there; empty when remarks do not matter.
  public var remarks: Set<RemarkCode>
  /// What it makes of the adjustment.
  public var disposition: AdjustmentDisposition

  /// A row for the given groups, reasons and remarks.
  public init(
    _ groups: Set<AdjustmentGroup> = [], _ reasons: Set<AdjustmentReason> = [], remarks: Set<RemarkCode> = [],
    _ disposition: AdjustmentDisposition
  ) {
    self.groups = groups
    self.reasons = reasons
    self.remarks = remarks
    self.disposition = disposition
  }

  func matches(_ group: AdjustmentGroup, _ reason: AdjustmentReason, _ found: [RemarkCode]) -> Bool {
    (groups.isEmpty || groups.contains(group)) && (reasons.isEmpty || reasons.contains(reason))
      && (remarks.isEmpty || found.contains(where: remarks.contains))
  }
}

/// Decides what each adjustment of a remittance means: the first row that matches counts, and what no row knows goes
/// to a person.
public struct DenialTriage: Hashable, Sendable {
  /// The rows, in order.
  public var rules: [TriageRule]

  /// A triage by the given rows.
  public init(rules: [TriageRule]) { self.rules = rules }

  /// What an adjustment means.
  public func disposition(
    of group: AdjustmentGroup, _ reason: AdjustmentReason, remarks: [RemarkCode] = []
  ) -> AdjustmentDisposition {
    rules.first { $0.matches(group, reason, remarks) }?.disposition ?? .refused([.review])
  }

  /// What can be done about a refusal, in order.
  public func steps(for refusal: RecodeRequest.Refusal) -> [DenialStep] {
    if case .refused(let steps) = disposition(of: refusal.group, refusal.reason, remarks: refusal.remarks) {
      return steps
    }
    // Set aside although its code is no refusal, for instance CO-45 for the whole charge.
    return [.review]
  }
}
