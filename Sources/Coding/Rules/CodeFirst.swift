import ClaimModel
import CodeSets

/// Conditions whose names may hold the disease that is coded before them.
///
/// Source: ICD-10-CM tabular list, *code first* at D63.1 (anemia in kidney disease) and I1A.0 (resistant hypertension) and J12.82
/// (pneumonia of COVID-19); section I.A.13.
enum CodeFirst {
  /// A code and its category, the categories one of which goes first, and the code where nothing more is told.
  static let all: [(category: UInt32, code: DiagnosisCode, cause: ClosedRange<UInt32>, open: DiagnosisCode)] = [
    (ICD10CM.category("D63"), "D631", ICD10CM.category("N18")...ICD10CM.category("N18"), "N189"),
    (ICD10CM.category("I1A"), "I1A0", ICD10CM.category("I10")...ICD10CM.category("I15"), "I10"),
    (ICD10CM.category("J12"), "J1282", ICD10CM.category("U07")...ICD10CM.category("U07"), "U071"),
  ]
}
