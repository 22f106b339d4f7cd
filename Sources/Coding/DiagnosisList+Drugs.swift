import ClaimModel
import CodeSets

/// What the codes of drugs, T36 to T50, tell by their 6th character.
///
/// Source: ICD-10-CM Official Guidelines, section I.C.19.e.5.
extension DiagnosisList {
  /// Whether a drug did something though it was taken as it should be.
  func isAdverseEffect(_ row: Int) -> Bool { intent(row) == "5" }

  /// Whether less of a drug was taken than was prescribed: it did nothing.
  func isUnderdosing(_ row: Int) -> Bool { intent(row) == "6" }

  /// Puts a poisoning before what it did.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.19.e.5.b (the code of the poisoning is sequenced first).
  mutating func putPoisoningFirst() {
    guard let place = candidates.firstIndex(where: { isPoisoning($0.row) }), place > 0,
      !candidates[..<place].contains(where: { rules.ranks.isFirstOnly($0.row) })
    else { return }
    candidates.insert(candidates.remove(at: place), at: 0)
  }

  private func isPoisoning(_ row: Int) -> Bool { intent(row).map { "1234".contains($0) } ?? false }

  private func intent(_ row: Int) -> Character? {
    guard DiagnosisList.drugs.contains(icd10cm.category(row: row)) else { return nil }
    return icd10cm.code(at: row).rawValue.dropFirst(5).first
  }

  private static let drugs = ICD10CM.category("T36")...ICD10CM.category("T50")
}
