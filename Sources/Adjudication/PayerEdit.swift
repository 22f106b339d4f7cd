import ClaimModel

/// What an edit is given to look at.
public struct EditContext: Sendable {
  /// The claim.
  public var claim: Claim
  /// The plan it is judged under.
  public var plan: Plan
  /// The codes in force.
  public var codeSet: any DiagnosisCodeSet
  /// The day that counts for timely filing: the claim's, or that of the claim it replaces.
  public var received: CalendarDate
  /// What was adjudicated before, less the claim that is replaced.
  public var history: ClaimHistory

  /// The codes a line points to, in the order of its pointers; pointers out of range are left out.
  public func diagnoses(of line: ClaimLine) -> [DiagnosisCode] {
    line.service.diagnosisPointers.compactMap {
      claim.diagnoses.indices.contains($0 - 1) ? claim.diagnoses[$0 - 1] : nil
    }
  }
}

/// A refusal of a line, or of the whole claim.
public struct EditFinding: Hashable, Sendable {
  /// The refused line, from 0; `nil` for every line.
  public var line: Int?
  /// On whom the charge falls.
  public var group: AdjustmentGroup
  /// Why.
  public var reason: AdjustmentReason
  /// What explains it further.
  public var remarks: [RemarkCode]

  /// A refusal for the given reason.
  public init(
    line: Int?, group: AdjustmentGroup = .contractualObligation, reason: AdjustmentReason,
    remarks: [RemarkCode] = []
  ) {
    self.line = line
    self.group = group
    self.reason = reason
    self.remarks = remarks
  }
}

/// One of a payer's edits: a name and a rule that finds what it refuses.
///
/// Edits are applied in their order; a line is refused for the first reason found.
public struct PayerEdit: Sendable {
  /// What it checks, for people.
  public var name: String
  /// Finds what is refused.
  public var check: @Sendable (EditContext) -> [EditFinding]

  /// An edit of the given rule.
  public init(name: String, check: @escaping @Sendable (EditContext) -> [EditFinding]) {
    self.name = name
    self.check = check
  }

  /// An edit that looks at each line by itself and refuses it for one reason.
  public static func line(
    _ name: String, _ group: AdjustmentGroup = .contractualObligation, _ reason: AdjustmentReason,
    _ remarks: [RemarkCode] = [], when refused: @escaping @Sendable (ClaimLine, EditContext) -> Bool
  ) -> PayerEdit {
    PayerEdit(name: name) { context in
      context.claim.lines.indices
        .filter { refused(context.claim.lines[$0], context) }
        .map { EditFinding(line: $0, group: group, reason: reason, remarks: remarks) }
    }
  }
}
