import ClaimModel
import CodeSets

/// A coder: reads the whole documentation of a visit and assigns its codes, each with the words that support it.
public struct Coder: Sendable {
  private let books: CodeBooks
  private let vocabulary = Vocabulary()
  private let rules: DiagnosisRules

  /// A coder with the given code sets.
  public init(codeSets: CodeBooks) {
    books = codeSets
    rules = DiagnosisRules(icd10cm: codeSets.icd10cm)
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
    let chart = Chart(visit, icd10cm: books.icd10cm, vocabulary: vocabulary)
    let list = DiagnosisSelection(chart, icd10cm: books.icd10cm, rules: rules, keepsRefusals: keepsRefusals).list
    var diagnoses = list.candidates.map {
      AssignedDiagnosis(
        code: books.icd10cm.code(at: $0.row), evidence: $0.evidence, rule: $0.rule, confidence: $0.confidence)
    }
    addReasonForVisit(chart, &diagnoses)
    if diagnoses.isEmpty {
      guard chart.signals.isFinal, let last = visit.documentation.indices.last else {
        return query(.diagnosis, refused: list.refused)
      }
      // The clinician has confirmed that nothing more is known.
      diagnoses = [
        AssignedDiagnosis(
          code: "R69", evidence: [chart.evidence(item: last)], rule: "nothing-more-specific", confidence: 0.5)
      ]
    }
    let billed = Array(diagnoses.prefix(Coder.maximumDiagnoses))
    let services = ServiceSelection(chart, diagnoses: billed, procedures: books.procedures).services
    return CodingReview(
      outcome: .coded(CodedVisit(diagnoses: billed, services: services)),
      further: Array(diagnoses.dropFirst(Coder.maximumDiagnoses)), refused: list.refused)
  }

  /// Adds the Z codes that say what a visit without a problem was for.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.21.c (routine examinations, inoculations, pregnancy).
  private func addReasonForVisit(_ chart: Chart, _ diagnoses: inout [AssignedDiagnosis]) {
    guard let first = chart.visit.documentation.indices.first else { return }
    let item = chart.items(.encounterType).first?.index ?? first
    let evidence = [chart.evidence(item: item)]
    func add(_ code: DiagnosisCode, _ evidence: [Evidence], _ rule: String, first: Bool) {
      guard !diagnoses.contains(where: { $0.code == code }) else { return }
      diagnoses.removeAll { books.icd10cm.excludesEachOther($0.code, code) }
      let diagnosis = AssignedDiagnosis(code: code, evidence: evidence, rule: rule, confidence: 0.8)
      if first { diagnoses.insert(diagnosis, at: 0) } else { diagnoses.append(diagnosis) }
    }
    if chart.signals.kinds.contains(.preventive), !diagnoses.contains(where: { $0.code.rawValue.hasPrefix("Z00") }) {
      add(routineExamination(chart), evidence, "routine-examination", first: true)
    }
    if chart.signals.kinds.contains(.prenatal), chart.sex == .female, (9...64).contains(chart.age),
      !diagnoses.contains(where: { $0.code.rawValue.hasPrefix("O") || $0.code.category == "Z34" })
    {
      add("Z34.90", evidence, "prenatal-visit", first: true)
    }
    if let vaccine = chart.items(.immunization).first {
      add("Z23", [chart.evidence(item: vaccine.index)], "inoculation", first: false)
    }
  }

  private func routineExamination(_ chart: Chart) -> DiagnosisCode {
    switch chart.ageInDays {
    case ..<8: "Z00.110"
    case ..<29: "Z00.111"
    default: chart.age < 18 ? "Z00.129" : "Z00.00"
    }
  }
}
