import ClaimModel
import CodeSets

/// The billable codes that words naming a condition support.
///
/// Source: ICD-10-CM Official Guidelines, sections I.A.5, I.B.2, I.B.13, I.B.18 and I.C.19.a.
struct MentionCodes {
  let chart: Chart
  let icd10cm: ICD10CM
  let rules: DiagnosisRules

  /// Tells the billable codes a mention supports, each with its rule: its unspecified subdivision, with the side named, for
  /// this encounter.
  func resolve(_ mention: Mention, _ take: (_ row: Int, _ rule: String) -> Void) {
    if let giver = mention.givenBy { return take(mention.row, giver.rule) }
    guard let leaf = trimester(icd10cm.unspecified(row: mention.row)) else { return }
    let base = icd10cm.parent(row: leaf).flatMap { icd10cm.takesSeventhCharacter(row: $0) ? $0 : nil } ?? leaf
    let hasDetail = mention.lessSpecificRow != nil
    func takeBillable(_ row: Int, hasSide: Bool) {
      // "Tophaceous gout": a 7th character that tells no stage may be what the words name.
      let isNamed = row == base && base != leaf && !rules.seventhCharacter.isStaged(base)
      let own = isNamed ? rules.seventhCharacter.eye(below: row, mention.side, icd10cm) ?? leaf : nil
      guard let coded = own ?? (icd10cm.takesSeventhCharacter(row: row) ? seventhCharacter(row, mention) : row),
        icd10cm.isBillable(row: coded)
      else { return }
      take(coded, DiagnosisRules.name(of: mention.origin, hasDetail: hasDetail, hasSide: hasSide))
    }
    guard mention.side != nil else { return takeBillable(base, hasSide: false) }
    let rows = icd10cm.rows(of: base, on: mention.side)
    for row in rows { takeBillable(row, hasSide: rows != [base]) }
  }

  /// The code for the trimester that the week of the pregnancy gives.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.15.a.3 and the head of chapter 15.
  private func trimester(_ row: Int?) -> Int? {
    guard let row, let weeks = chart.clues.gestation?.weeks, rules.demographics.isMaternity(row) else { return row }
    return rules.specificity.refine(row, own: [], near: rules.trimester(weeks: weeks)) ?? row
  }

  private func seventhCharacter(_ row: Int, _ mention: Mention) -> Int? {
    if let eye = rules.seventhCharacter.eye(below: row, mention.side, icd10cm) { return eye }
    let isFollowUp = chart.signals.isFollowUp || chart.isCheckUpOfAProblem
    return rules.seventhCharacter.row(below: row, stage: mention.stage, isFollowUp: isFollowUp, icd10cm)
  }
}
