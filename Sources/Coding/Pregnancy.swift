import ClaimModel
import CodeSets

/// A patient's pregnancy at the visit, and what it makes of the visit's codes.
///
/// A pregnancy is known from the note's words, its weeks, the kind of the visit or a code of chapter 15. What is over
/// (a birth, the weeks after it) or belongs to another pregnancy makes none.
///
/// Source: ICD-10-CM Official Guidelines, sections I.C.15.a.1 (it is the provider's to say that a pregnancy is incidental),
/// I.C.15.a.3 and I.C.15.b.
struct Pregnancy {
  /// Where the provider says that the visit has nothing to do with it.
  let incidental: ChartSpan?
  /// The trimester, from 1 to 3; `nil` when it is not known.
  let trimester: Int?
  /// Whether it is the patient's first; `nil` when that is not known.
  let isFirst: Bool?

  /// The pregnancy of a chart; `nil` when there is none.
  init?(_ chart: Chart, rows: [Int], icd10cm: ICD10CM, rules: DiagnosisRules) {
    guard chart.sex != .male, Pregnancy.ages.contains(chart.age) else { return nil }
    let clues = chart.clues.pregnancy
    let isCoded = rows.contains { rules.pregnancy.isOfPregnancy($0, icd10cm) || rules.pregnancy.isNormal($0) }
    let isSupervised = chart.signals.kinds[.prenatal] != nil
    guard isCoded || clues.state != nil || chart.clues.gestation != nil || isSupervised,
      isCoded || clues.afterDelivery == nil
    else { return nil }
    incidental = clues.incidental
    trimester = chart.clues.gestation.map { $0.weeks < 14 ? 1 : $0.weeks < 28 ? 2 : 3 } ?? clues.trimester
    isFirst = clues.gravidity.map { $0 == 1 }
  }

  private static let ages = 9...64

  /// Codes each condition by chapter 15 first, and adds what the pregnancy itself asks for.
  func apply(
    to list: inout DiagnosisList, _ chart: Chart, isAssessed: Bool, icd10cm: ICD10CM, rules: DiagnosisRules
  ) {
    let rows = list.candidates.map(\.row)
    let isCoded = rows.contains { rules.pregnancy.isOfPregnancy($0, icd10cm) }
    if let incidental {
      guard !isCoded, let row = icd10cm.row(of: "Z331") else { return }
      list.add(.init(row: row, evidence: chart.evidence(incidental), rule: "incidental-pregnancy"), isFirst: false)
      return
    }
    // A story without an assessment does not tell whether what it tells was during the pregnancy.
    guard isAssessed || chart.signals.kinds[.prenatal] != nil else { return }
    complicate(&list, rules: rules)
    addRisks(&list, chart, icd10cm: icd10cm, rules: rules)
    // What a code of chapter 15 excludes gives way to it, whichever was told first.
    let codes = list.candidates.map(\.row).filter(rules.pregnancy.isOfChapter).map(icd10cm.code(at:))
    list.withdraw { row in
      !rules.pregnancy.isOfChapter(row) && codes.contains { icd10cm.excludesEachOther($0, icd10cm.code(at: row)) }
    }
  }

  private func complicate(_ list: inout DiagnosisList, rules: DiagnosisRules) {
    let candidates = list.candidates
    let rows = candidates.map(\.row)
    let demands = rows.map(rules.sequence.demands(of:))
    for (index, candidate) in candidates.enumerated() {
      let namesType = candidate.evidence.contains(where: Pregnancy.namesType)
      guard let found = rules.pregnancy.complication(of: candidate.row, namesType: namesType) else { continue }
      if rules.pregnancy.isNamed(candidate.row, among: rows) {
        if !found.keepsOwn { list.withdraw { $0 == candidate.row } }
        continue
      }
      // What another condition's note asks for goes with that condition: the stage of its kidney disease.
      let isAsked = demands.indices.contains {
        $0 != index && rules.sequence.asks(demands[$0], forAdditional: candidate.row)
      }
      guard !isAsked || rules.isTobacco(candidate.row) else { continue }
      let row = rows.first(where: found.family.contains) ?? found.row(trimester: trimester)
      list.precede(candidate.row, by: row, rule: PregnancyRule.name, keepsOwn: found.keepsOwn)
    }
  }

  /// Whether words name a type of diabetes: `type 2`, `T2DM`, `type II`.
  private static func namesType(_ evidence: Evidence) -> Bool {
    let text = evidence.text.utf8
    return text.contains(UInt8(ascii: "2"))
      || zip(text, text.dropFirst()).contains { $0 | 0x20 == 0x69 && $1 | 0x20 == 0x69 }
  }

  /// Guidelines sections I.C.15.b.2 (high risk) and I.C.15.l.2 (tobacco).
  private func addRisks(_ list: inout DiagnosisList, _ chart: Chart, icd10cm: ICD10CM, rules: DiagnosisRules) {
    for found in chart.clues.found {
      let evidence = chart.evidence(item: found.item, from: found.start, to: found.end)
      switch found.clue.use {
      case .pregnancyRisk:
        guard let row = risk(found.clue.row, icd10cm, rules: rules) else { continue }
        list.add(.init(row: row, evidence: evidence, rule: "high-risk-pregnancy"), isFirst: false)
      case .whenAsked where rules.pregnancy.isTobaccoUse(found.clue.row):
        guard let row = rules.pregnancy.tobacco?.row(trimester: trimester) else { continue }
        list.add(.init(row: row, evidence: evidence, rule: PregnancyRule.name), isFirst: false)
        // The note at O99.33- asks for the dependence.
        list.add(.init(row: found.clue.row, evidence: evidence, rule: "use-additional-code"), isFirst: false)
      default: continue
      }
    }
    let isKnown = list.candidates.contains {
      rules.pregnancy.highRisk.contains($0.row) && !rules.pregnancy.unspecifiedRisk.contains($0.row)
    }
    if isKnown { list.withdraw(where: rules.pregnancy.unspecifiedRisk.contains) }
  }

  /// The code of a risk for this pregnancy and its trimester. Without the number of pregnancies an age is a high risk only.
  private func risk(_ row: Int, _ icd10cm: ICD10CM, rules: DiagnosisRules) -> Int? {
    guard let header = icd10cm.parent(row: row) else { return row }
    var code = icd10cm.code(at: header).rawValue
    if code == "O0952" || code == "O0962" {
      guard let isFirst else { return rules.pregnancy.unspecifiedRiskRow(trimester: trimester) }
      if isFirst { code = String(code.dropLast()) + "1" }
    }
    let digits = trimester.map { [String($0)] } ?? ["0", "9"]
    return digits.lazy.compactMap { icd10cm.row(of: DiagnosisCode(rawValue: code + $0)) }.first ?? row
  }
}
