import ClaimModel

/// What answering a recode request came to.
public enum RecodeOutcome: Hashable, Sendable {
  /// The documentation supports other codes than were billed: the whole coding, and what changed.
  case changed(CodedVisit, findings: [RecodeFinding])
  /// The documentation supports what was billed; the findings tell where, for an appeal.
  case upheld(findings: [RecodeFinding])
  /// Something must be documented first.
  case query(DocumentationQuery)
  /// Coding has no answer to what the payer refused.
  case unanswerable(reason: String)
}

/// One thing a recoding found: a change, or why there is none.
///
/// It goes to the billing office and with an appeal to the payer, so it holds codes, rules and places in the chart and
/// never the chart's words (minimum necessary, 45 CFR 164.502(b)).
public struct RecodeFinding: Hashable, Sendable {
  /// What it is about.
  public var subject: Subject
  /// The refusals it answers, for instance `CO-146`; none when it was found beside them.
  public var answers: [String]
  /// What was found.
  public var verdict: Verdict
  /// What supports the codes that stand.
  public var proofs: [Proof]

  /// What a finding is about, as it was billed or, when added, as it is now; positions count from 1.
  public enum Subject: Hashable, Sendable {
    /// The whole claim.
    case claim
    /// A diagnosis.
    case diagnosis(Int)
    /// A service line.
    case line(Int)
  }

  /// What was found.
  public enum Verdict: Hashable, Sendable {
    /// Another diagnosis is documented in its place.
    case diagnosisChanged(from: DiagnosisCode, to: DiagnosisCode)
    /// The documentation does not support the diagnosis.
    case diagnosisRemoved(DiagnosisCode)
    /// The documentation supports one more diagnosis.
    case diagnosisAdded(DiagnosisCode)
    /// The diagnoses belong in another order.
    case sequenceChanged
    /// Another procedure is documented.
    case procedureChanged(from: ProcedureCode, to: ProcedureCode)
    /// The documentation supports another level of visit.
    case levelChanged(from: ProcedureCode, to: ProcedureCode)
    /// Other modifiers are documented.
    case modifiersChanged(from: [ProcedureModifier], to: [ProcedureModifier])
    /// Other units are documented.
    case unitsChanged(from: Int, to: Int)
    /// The service was for other diagnoses.
    case pointersChanged(from: [DiagnosisCode], to: [DiagnosisCode])
    /// The documentation does not support the service.
    case lineRemoved(ProcedureCode)
    /// The service is part of another one on the claim.
    case lineBundled(ProcedureCode, into: ProcedureCode)
    /// The documentation supports one more service.
    case lineAdded(ProcedureCode)
    /// The documentation supports the codes as billed.
    case supported
    /// The codes fit the documentation; what the payer misses is in the registration.
    case registrationDiffers
    /// Nothing a code would change.
    case notCoding
  }

  /// A code with the rule that chose it and the places in the chart that support it.
  public struct Proof: Hashable, Sendable {
    /// The code.
    public var code: String
    /// The rule.
    public var rule: String
    /// The places.
    public var places: [Place]

    /// The proof of a code.
    public init(code: String, rule: String, places: [Place]) {
      self.code = code
      self.rule = rule
      self.places = places
    }
  }

  /// A place in the chart, without its words.
  public struct Place: Hashable, Sendable, CustomStringConvertible {
    /// The `DocumentationItem.source` of the item, at most 80 characters.
    public var source: String
    /// Where the words start in the item's text, in UTF-8 bytes.
    public var start: Int
    /// Where they end.
    public var end: Int

    /// The place of some evidence.
    public init(_ evidence: Evidence) {
      source = String(evidence.source.prefix(80))
      start = evidence.offset
      end = evidence.offset + evidence.text.utf8.count
    }

    /// The item and the bytes: `Condition/c1:0-24`.
    public var description: String { "\(source):\(start)-\(end)" }
  }

  /// A finding of its parts.
  public init(_ subject: Subject, answers: [String] = [], _ verdict: Verdict, proofs: [Proof] = []) {
    self.subject = subject
    self.answers = answers
    self.verdict = verdict
    self.proofs = proofs
  }

  /// Whether the coding is another one because of it.
  public var isChange: Bool {
    switch verdict {
    case .supported, .registrationDiffers, .notCoding: false
    default: true
    }
  }
}
