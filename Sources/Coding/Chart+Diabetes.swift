import ClaimModel
import CodeSets

/// The type of diabetes that complications belong to which are named without it.
///
/// Source: ICD-10-CM Official Guidelines, section I.C.4.a.2 (type 2 where no type is documented, in the whole record).
extension Chart {
  /// Makes what is told as "diabetic" of a patient with type 1 diabetes a condition of that type.
  func takeTypeOfDiabetes(icd10cm: ICD10CM) {
    let isTypeOne = mentions.contains {
      ($0.status == .present || $0.status == .history) && icd10cm.category(row: $0.row) == Chart.typeOne
    }
    guard isTypeOne,
      !mentions.contains(where: { icd10cm.category(row: $0.row) == Chart.typeTwo && namesType(evidence($0).text) })
    else { return }
    for index in mentions.indices where icd10cm.category(row: mentions[index].row) == Chart.typeTwo {
      let code = icd10cm.code(at: mentions[index].row).rawValue
      if let row = icd10cm.row(of: DiagnosisCode(rawValue: "E10" + code.dropFirst(3))) { mentions[index].row = row }
    }
  }

  /// Whether words name a type: `type 2`, `T2DM`, `type II`.
  private func namesType(_ text: String) -> Bool {
    let text = SmallLetters(text)
    return text.holds("2") || text.holds("ii")
  }

  private static let typeOne = ICD10CM.category("E10")
  private static let typeTwo = ICD10CM.category("E11")
}
