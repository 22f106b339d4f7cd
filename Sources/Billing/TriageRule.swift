import ClaimModel

/// What can be done about a refusal, one step after the other.
public enum DenialStep: String, Hashable, Sendable, CaseIterable {
  /// Ask the coding office for another coding.
  case recode
  /// Ask the practice to correct what it has registered, or for an authorization.
  case correct
  /// Bill the other payer first, and this one after it.
  case otherPayerFirst = "other-payer-first"
  /// Bill the next payer: this one is not the visit's.
  case nextPayer = "next-payer"
  /// Ask the payer to decide again.
  case appeal
  /// Bill the patient.
  case billPatient = "bill-patient"
  /// Give the amount up, within the limit. Never the first step: a denial does not write itself off.
  case writeOff = "write-off"
  /// Hand it to a person.
  case review
}

/// What one adjustment of a remittance means for the account.
public enum AdjustmentDisposition: Hashable, Sendable {
  /// Given up by contract.
  case contractual
  /// The patient's.
  case patient
  /// What an earlier payer has settled already; from a payer that was asked first it is a refusal.
  case otherPayer
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
  /// The most that its last step may write off; `nil` for the office's limit.
  public var writeOffLimit: Money?
  /// What it is about, for people.
  public var note: String

  /// A row for the given groups, reasons and remarks.
  public init(
    _ groups: Set<AdjustmentGroup> = [], _ reasons: Set<AdjustmentReason> = [], remarks: Set<RemarkCode> = [],
    _ disposition: AdjustmentDisposition, writeOffLimit: Money? = nil, note: String = ""
  ) {
    self.groups = groups
    self.reasons = reasons
    self.remarks = remarks
    self.disposition = disposition
    self.writeOffLimit = writeOffLimit
    self.note = note
  }

  func matches(_ group: AdjustmentGroup, _ reason: AdjustmentReason, _ found: [RemarkCode]) -> Bool {
    (groups.isEmpty || groups.contains(group)) && (reasons.isEmpty || reasons.contains(reason))
      && (remarks.isEmpty || found.contains(where: remarks.contains))
  }
}

/// What is done about claims that the front end refuses (277CA).
public struct RejectionRule: Hashable, Sendable {
  /// What is done.
  public enum Remedy: Hashable, Sendable {
    /// The coding office is asked, in the words of a remark code.
    case recode(RemarkCode)
    /// The practice is asked.
    case correct
    /// A person must look.
    case review
  }

  /// The status codes it is for (STC01-2).
  public var codes: Set<String>
  /// What is done.
  public var remedy: Remedy
  /// What it is about, for people.
  public var note: String

  /// A rule for the given codes.
  public init(_ codes: Set<String>, _ remedy: Remedy, note: String) {
    self.codes = codes
    self.remedy = remedy
    self.note = note
  }

  /// What the coding office is asked, in the words of CARC and RARC.
  static func refusal(_ remark: RemarkCode) -> RecodeRequest.Refusal {
    RecodeRequest.Refusal(line: nil, group: .contractualObligation, reason: "16", remarks: [remark])
  }
}
