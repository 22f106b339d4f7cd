import ClaimModel

/// What coding a visit came to.
public enum CodingOutcome: Hashable, Sendable {
  /// The visit is coded; the superbill can go to billing.
  case coded(CodedVisit)
  /// Something must be documented first; the question goes to the practice.
  case query(DocumentationQuery)
}

/// A question to the clinician whose answer the coding needs. It holds no words of the chart.
public struct DocumentationQuery: Hashable, Sendable {
  /// What is missing.
  public var subject: Subject
  /// The question in a sentence or two.
  public var question: String

  /// A question about the given subject, in its standard words.
  public init(_ subject: Subject) {
    self.subject = subject
    question = subject.question
  }

  /// What documentation can lack.
  public enum Subject: String, Hashable, Sendable, CaseIterable {
    /// No diagnosis, sign or reason for the visit.
    case diagnosis
    /// The documentation names a condition that needs more detail to be coded.
    case specificity
    /// The date of service lies before ICD-10-CM took effect.
    case dateOfService
    /// The visit has no documentation at all.
    case documentation

    var question: String {
      switch self {
      case .diagnosis:
        "What was the diagnosis or, if none was made, the sign, symptom or other reason for this visit? "
          + "If nothing more specific is available, please say so."
      case .specificity:
        "A condition is documented without the detail its code needs (site, side, type or encounter). "
          + "Please add it, or say that nothing more specific is available."
      case .dateOfService:
        "The date of service lies before ICD-10-CM took effect on 2015-10-01. Please confirm or correct the date."
      case .documentation: "The visit came without documentation. Please send the note."
      }
    }
  }
}
