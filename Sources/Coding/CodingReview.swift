import ClaimModel

/// What coding a visit came to, with what was considered on the way.
public struct CodingReview: Hashable, Sendable {
  /// The coding or the query.
  public var outcome: CodingOutcome
  /// Diagnoses for which a claim has no room: it carries twelve.
  public var further: [AssignedDiagnosis]
  /// Codes that the documentation names and that were not assigned.
  public var refused: [RefusedDiagnosis]
}

/// A code that the documentation names and that was not assigned.
public struct RefusedDiagnosis: Hashable, Sendable {
  /// The ICD-10-CM code.
  public var code: DiagnosisCode
  /// The words that name it.
  public var evidence: Evidence
  /// Why it was not assigned.
  public var reason: Reason

  /// Why a code was not assigned.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The documentation says that the condition is absent.
    case negated
    /// It is suspected only. Guidelines section IV.H.
    case uncertain
    /// It might come, or is watched or tested for.
    case hypothetical
    /// It is a relative's.
    case family
    /// It lies in the past. Guidelines section IV.J.
    case history
    /// It stands where conditions are asked about or found, and was not taken up in the assessment.
    case notAssessed = "not-assessed"
    /// Where these words were read in coded texts they were hardly ever coded.
    case doubtful
    /// It does not go with the patient's age or sex.
    case demographics
    /// A sign or symptom that is part of a condition coded. Guidelines section I.B.5.
    case integral
    /// Another code says the same with more detail. Guidelines section I.B.2.
    case lessSpecific = "less-specific"
    /// A combination code stands for it. Guidelines section I.B.9.
    case combined
    /// An Excludes1 note forbids it beside a code that is better documented. Guidelines section I.A.12.a.
    case excluded
    /// The code was recorded, and does not exist or may not be billed on the date of service.
    case invalidCode = "invalid-code"
    /// The code was recorded, and the words recorded with it say something else. Guidelines section I.A.19.
    case contradictsText = "contradicts-text"
    /// The code was recorded without words: a code is no diagnostic statement. Guidelines section I.A.19.
    case undescribed
    /// It may not stand where it would: alone or first, or beside another first-listed one. Guidelines sections I.A.13,
    /// I.C.20.a.6 and I.C.21.c.16.
    case secondary
  }
}
