/// What a coder assigned to a visit, with the reasons. Stays in the coding office; the billing office is sent the
/// ``Superbill``.
public struct CodedVisit: Hashable, Sendable {
  /// Diagnoses, first-listed first; at most twelve.
  public var diagnoses: [AssignedDiagnosis]
  /// Services in the order they are billed.
  public var services: [AssignedService]

  /// A coding of the given codes.
  public init(diagnoses: [AssignedDiagnosis], services: [AssignedService]) {
    self.diagnoses = diagnoses
    self.services = services
  }
}

/// Why a code was assigned: the words of the chart that support it. Never leaves the coding office.
public struct Evidence: Hashable, Sendable {
  /// The ``DocumentationItem/source`` of the item.
  public var source: String
  /// The words.
  public var text: String
  /// Where the words start in the item's text, in UTF-8 bytes.
  public var offset: Int

  /// Evidence in the given item.
  public init(source: String, text: String, offset: Int) {
    self.source = source
    self.text = text
    self.offset = offset
  }
}

/// A diagnosis a coder assigned.
public struct AssignedDiagnosis: Hashable, Sendable {
  /// The ICD-10-CM code.
  public var code: DiagnosisCode
  /// The words that support it.
  public var evidence: [Evidence]
  /// The rule that chose it, for instance `title-lookup`.
  public var rule: String
  /// How sure the coder is, from 0 to 1.
  public var confidence: Double

  /// A diagnosis with its reasons.
  public init(code: DiagnosisCode, evidence: [Evidence], rule: String, confidence: Double) {
    self.code = code
    self.evidence = evidence
    self.rule = rule
    self.confidence = confidence
  }
}

/// A service a coder assigned.
public struct AssignedService: Hashable, Sendable {
  /// What is billed.
  public var line: ServiceLine
  /// The words that support it.
  public var evidence: [Evidence]
  /// The rule that chose it, for instance `em-by-mdm`.
  public var rule: String

  /// A service with its reasons.
  public init(line: ServiceLine, evidence: [Evidence], rule: String) {
    self.line = line
    self.evidence = evidence
    self.rule = rule
  }
}

/// One service in codes, without a price.
public struct ServiceLine: Hashable, Sendable {
  /// The procedure code.
  public var procedure: ProcedureCode
  /// At most four modifiers.
  public var modifiers: [ProcedureModifier]
  /// Units of service, at least 1; 0 in a claim that was read with a fraction of a unit, or none.
  public var units: Int
  /// The diagnoses this line is for: one to four positions in the list of diagnoses, from 1, most important first.
  public var diagnosisPointers: [Int]

  /// A service of the given code.
  public init(
    procedure: ProcedureCode, modifiers: [ProcedureModifier] = [], units: Int = 1, diagnosisPointers: [Int]
  ) {
    self.procedure = procedure
    self.modifiers = modifiers
    self.units = units
    self.diagnosisPointers = diagnosisPointers
  }
}

/// What the coding office sends to the billing office: codes and registration, without evidence or chart
/// (minimum necessary, 45 CFR 164.502(b)).
public struct Superbill: Hashable, Sendable {
  /// The visit.
  public var visit: VisitID
  /// People, insurance, providers, date and place.
  public var registration: Registration
  /// Which coders work on it; recode requests go to their queue.
  public var specialty: Specialty
  /// Diagnoses, first-listed first.
  public var diagnoses: [DiagnosisCode]
  /// Services in codes.
  public var services: [ServiceLine]

  /// A superbill of the given codes.
  public init(
    visit: VisitID, registration: Registration, specialty: Specialty, diagnoses: [DiagnosisCode],
    services: [ServiceLine]
  ) {
    self.visit = visit
    self.registration = registration
    self.specialty = specialty
    self.diagnoses = diagnoses
    self.services = services
  }

  /// The superbill of a coded visit.
  public init(visit: Visit, coding: CodedVisit) {
    self.init(
      visit: visit.id, registration: visit.registration, specialty: visit.specialty,
      diagnoses: coding.diagnoses.map(\.code), services: coding.services.map(\.line))
  }
}

/// Why the billing office asks for another coding: the payer's codes and words, never the chart.
public struct RecodeRequest: Hashable, Sendable {
  /// The visit.
  public var visit: VisitID
  /// Which round of recoding this is for the visit, from 1.
  public var round: Int
  /// What the payer refused.
  public var refusals: [Refusal]

  /// A request for another coding.
  public init(visit: VisitID, round: Int, refusals: [Refusal]) {
    self.visit = visit
    self.round = round
    self.refusals = refusals
  }

  /// One refusal of the payer, on a line or on the whole claim.
  public struct Refusal: Hashable, Sendable {
    /// The refused service line, from 1; `nil` for the whole claim.
    public var line: Int?
    /// On whom the payer puts the amount.
    public var group: AdjustmentGroup
    /// The payer's adjustment reason.
    public var reason: AdjustmentReason
    /// The payer's remarks.
    public var remarks: [RemarkCode]

    /// A refusal for the given reason.
    public init(line: Int?, group: AdjustmentGroup, reason: AdjustmentReason, remarks: [RemarkCode] = []) {
      self.line = line
      self.group = group
      self.reason = reason
      self.remarks = remarks
    }
  }
}
