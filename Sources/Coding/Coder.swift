import ClaimModel
import CodeSets

/// A coder: reads the whole documentation of a visit and assigns its codes, each with the words that support it.
public struct Coder: Sendable {
  private let books: CodeBooks
  private let vocabulary: Vocabulary
  private let rules: DiagnosisRules
  private let problems: ProblemTable

  /// A coder with the given code sets.
  public init(codeSets: CodeBooks) {
    books = codeSets
    vocabulary = Vocabulary(codeSets.icd10cm)
    rules = DiagnosisRules(icd10cm: codeSets.icd10cm)
    problems = ProblemTable(codeSets.icd10cm)
  }

  /// Codes a visit, or asks what is missing. The first-listed diagnosis is the main reason for the visit.
  ///
  /// Source: ICD-10-CM Official Guidelines, section IV (outpatient services).
  public func code(_ visit: Visit) -> CodingOutcome { review(visit, keepsRefusals: false).outcome }

  /// Codes a visit as ``code(_:)`` does, and tells what else was considered.
  public func review(_ visit: Visit) -> CodingReview { review(visit, keepsRefusals: true) }

  /// The most diagnoses of a professional claim.
  ///
  /// Source: HI segment of the 837P (005010X222A1).
  private static let maximumDiagnoses = 12

  private func review(_ visit: Visit, keepsRefusals: Bool) -> CodingReview {
    func query(_ subject: DocumentationQuery.Subject, refused: [RefusedDiagnosis] = []) -> CodingReview {
      CodingReview(outcome: .query(DocumentationQuery(subject)), further: [], refused: refused)
    }
    guard visit.registration.dateOfService >= ICD10CM.firstDateOfService else { return query(.dateOfService) }
    guard !visit.documentation.isEmpty else { return query(.documentation) }
    let chart = Chart(visit, icd10cm: books.icd10cm, vocabulary: vocabulary, rules: rules)
    let list = DiagnosisSelection(chart, icd10cm: books.icd10cm, rules: rules, keepsRefusals: keepsRefusals).list
    // A rule may name a code that the release of this date does not have.
    var diagnoses: [AssignedDiagnosis] = []
    // Where they stand in the code set.
    var rows: [Int?] = []
    for candidate in list.candidates where books.icd10cm.isBillable(row: candidate.row) {
      diagnoses.append(
        AssignedDiagnosis(
          code: books.icd10cm.code(at: candidate.row), evidence: candidate.evidence, rule: candidate.rule,
          confidence: candidate.confidence))
      rows.append(candidate.row)
    }
    if diagnoses.isEmpty {
      guard chart.signals.isFinal, let last = visit.documentation.indices.last else {
        return query(.diagnosis, refused: list.refused)
      }
      // The clinician has confirmed that nothing more is known.
      diagnoses = [
        AssignedDiagnosis(
          code: "R69", evidence: [chart.evidence(item: last)], rule: "nothing-more-specific", confidence: 0.5)
      ]
      rows = [books.icd10cm.row(of: "R69")]
    }
    let billed = Array(diagnoses.prefix(Coder.maximumDiagnoses))
    let services = ServiceSelection(
      chart, diagnoses: billed, rows: rows, books: books, table: vocabulary.services, problems: problems,
      isChronic: rules.isChronic
    ).services
    return CodingReview(
      outcome: .coded(CodedVisit(diagnoses: billed, services: services)),
      further: Array(diagnoses.dropFirst(Coder.maximumDiagnoses)), refused: list.refused)
  }
}
