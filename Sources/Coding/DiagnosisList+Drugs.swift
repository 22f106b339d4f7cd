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

  /// Puts the codes of drugs in their order, and keeps of what was not taken the reason that says most.
  mutating func orderDrugs() {
    putPoisoningFirst()
    putUnderdosingBeforeReason()
  }

  /// Source: tabular list, the notes at Z91.12 to Z91.14 (the code of the underdosing comes first).
  private mutating func putUnderdosingBeforeReason() {
    func isReason(_ row: Int, _ codes: [String]) -> Bool {
      codes.contains { icd10cm.code(at: row).rawValue.hasPrefix($0) }
    }
    if candidates.contains(where: { isReason($0.row, ["Z9112", "Z9113"]) }) {
      drop(.lessSpecific) { [icd10cm] in icd10cm.code(at: $0).rawValue.hasPrefix("Z9114") }
    }
    guard let reason = candidates.firstIndex(where: { isReason($0.row, ["Z9112", "Z9113", "Z9114"]) }),
      let drug = candidates.lastIndex(where: { isUnderdosing($0.row) }), reason < drug
    else { return }
    candidates.insert(candidates.remove(at: reason), at: drug)
  }

  /// Puts a poisoning before what it did.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.19.e.5.b (the code of the poisoning is sequenced first).
  private mutating func putPoisoningFirst() {
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
