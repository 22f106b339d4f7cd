import ClaimModel
import CodeSets

/// The Z codes that say what a visit was for beside its problems.
///
/// Source: ICD-10-CM Official Guidelines, sections I.C.21.c.2 (inoculations), I.C.21.c.8 (follow-up), I.C.21.c.11
/// (pregnancy), I.C.21.c.13 (routine examinations) and IV.P.
struct VisitReason {
  private let chart: Chart
  private let pregnancy: Pregnancy?
  private let icd10cm: ICD10CM
  private let rules: DiagnosisRules

  init(_ chart: Chart, pregnancy: Pregnancy?, icd10cm: ICD10CM, rules: DiagnosisRules) {
    self.chart = chart
    self.pregnancy = pregnancy
    self.icd10cm = icd10cm
    self.rules = rules
  }

  /// The reason the visit is listed under first, beside the codes given; `nil` when a problem is it.
  func first(beside rows: [Int]) -> AdditionalCodes.Addition? {
    func reason(_ code: DiagnosisCode, _ place: ChartSpan, _ rule: String) -> AdditionalCodes.Addition? {
      icd10cm.row(of: code).map { .init(row: $0, evidence: chart.evidence(place), rule: rule) }
    }
    if let place = chart.signals.kinds[.preventive], !chart.isCheckUpOfAProblem,
      rows.allSatisfy({ icd10cm.category(row: $0) != VisitReason.examination || isRoutineExamination($0) })
    {
      return reason(gynecological ?? routineExamination(beside: rows), place, "routine-examination")
    }
    if let place = chart.clues.freeOfDisease, let isMalignant = chart.isPastNeoplasmMalignant {
      return reason(isMalignant ? "Z08" : "Z09", place, "follow-up-after-treatment")
    }
    if let place = preoperative(beside: rows) { return reason("Z01818", place, "preoperative-examination") }
    if let place = surveillance(beside: rows) { return reason("Z1211", place, "surveillance-of-polyps") }
    if let place = chart.clues.postoperative, let row = aftercare(beside: rows) {
      return .init(row: row, evidence: chart.evidence(place), rule: "aftercare-of-surgery")
    }
    let isPregnancyCoded = rows.contains {
      isSupervision($0) && !rules.isUnspecified($0) || rules.pregnancy.isOfChapter($0)
    }
    if let place = chart.signals.kinds[.prenatal], let pregnancy, pregnancy.incidental == nil, !isPregnancyCoded {
      return reason(supervision(of: pregnancy), place, "prenatal-visit")
    }
    return nil
  }

  /// Z01.419 where the note calls the yearly examination the gynecologist's; abnormal findings (Z01.411) are not told apart.
  private var gynecological: DiagnosisCode? {
    let isNamed = chart.mentions.contains {
      $0.status == .present && icd10cm.code(at: $0.row).rawValue.hasPrefix("Z0141")
    }
    return isNamed && chart.age >= 18 ? "Z01419" : nil
  }

  /// Where a note's title calls the visit one before an operation: "Preoperative medical consultation".
  ///
  /// Source: ICD-10-CM Official Guidelines, section IV.M (preoperative evaluations).
  private func preoperative(beside rows: [Int]) -> ChartSpan? {
    guard !rows.contains(where: { icd10cm.category(row: $0) == VisitReason.specialExamination }) else { return nil }
    for (item, _) in chart.items(.note) {
      let title = chart.words[item].prefix(VisitReason.longestTitle)
      guard let first = title.firstIndex(where: { VisitReason.preoperatives.contains($0.hash) }) else { continue }
      let name = title[first...].prefix(4).enumerated().prefix { $0.offset == 0 || !$0.element.startsLine }.map(
        \.element)
      // "Preoperative visit notes reviewed"
      let isOther = title[first...].prefix(6).contains { VisitReason.readings.contains($0.hash) }
      if !isOther, let last = name.last(where: { VisitReason.evaluations.contains($0.hash) }) {
        return ChartSpan(item: item, start: Int(title[first].start), end: Int(last.end))
      }
    }
    return nil
  }

  private static let specialExamination = ICD10CM.category("Z01")
  private static let longestTitle = 40
  private static let preoperatives = WordSet("preoperative preop")
  private static let readings = WordSet("reviewed record last had prior scheduled")
  private static let evaluations = WordSet("evaluation consultation clearance consult assessment visit")

  /// The colonoscopy that looks for new polyps after earlier ones, which is a screening.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.21.c.5 (screening: those without signs of the disease looked for); AHA Coding
  /// Clinic, first quarters of 2017 and 2018 (surveillance after polyps: Z12.11 with Z86.010-).
  private func surveillance(beside rows: [Int]) -> ChartSpan? {
    let polyps = icd10cm.rows(under: "Z86010")
    let hasHistory =
      rows.contains { polyps.contains($0) }
      || chart.mentions.contains { polyps.contains($0.row) && $0.status != .negated && $0.status != .family }
    guard hasHistory else { return nil }
    return chart.services.mentions.first { mention in
      mention.status == .performed && mention.zone == .procedure
        && SmallLetters(chart.evidence(mention.name).text).holds("colonoscop")
        && SmallLetters(chart.visit.documentation[mention.span.item].text).holds("surveillance")
    }?.name
  }

  /// The aftercare that a visit after an operation is for: of the body system operated on, or of a neoplasm. An injury keeps its
  /// own code with a 7th character, and a complication comes in place of routine care.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.21.c.7; the note at Z48.3.
  private func aftercare(beside rows: [Int]) -> Int? {
    let operation = chart.clues.found.filter { $0.clue.use == .aftercare }.min { $0.clue.rank < $1.clue.rank }
    let isOther = rows.contains { row in
      let letter = icd10cm.letter(row: row)
      return letter == UInt8(ascii: "S") || letter == UInt8(ascii: "T") || letter == UInt8(ascii: "O")
        || rules.ranks.aftercares.contains(row)
    }
    guard let operation, !isOther else { return nil }
    let isNeoplasm = rows.contains { icd10cm.letter(row: $0) == UInt8(ascii: "C") }
    return isNeoplasm ? icd10cm.row(of: "Z483") : operation.clue.row
  }

  /// The inoculation given at the visit.
  func inoculations() -> [AdditionalCodes.Addition] {
    var found: [(code: DiagnosisCode, evidence: Evidence)] = []
    let recorded = chart.items(.immunization)
    if let antibody = recorded.first(where: { isAntibody($0.item) }) {
      found.append((VisitReason.antibody, chart.evidence(item: antibody.index)))
    }
    if let vaccine = recorded.first(where: { !isAntibody($0.item) }) {
      found.append(("Z23", chart.evidence(item: vaccine.index)))
    }
    if recorded.isEmpty {
      let given = chart.services.vaccines
      let vaccines = given.filter { !isAntibody($0) }
      if let antibody = given.first(where: isAntibody) {
        found.append((VisitReason.antibody, chart.evidence(antibody.span)))
      }
      if let vaccine = vaccines.first(where: { isProduct($0) }) ?? vaccines.first {
        found.append(("Z23", chart.evidence(vaccine.span)))
      }
    }
    return found.compactMap { code, evidence in
      icd10cm.row(of: code).map { .init(row: $0, evidence: evidence, rule: "inoculation") }
    }
  }

  /// Z29.11: an antibody against RSV is no vaccine.
  static let antibody: DiagnosisCode = "Z2911"

  private func isAntibody(_ item: DocumentationItem) -> Bool {
    item.codings.contains { $0.system.hasSuffix("/cvx") && ["306", "307"].contains($0.code) }
  }

  private func isAntibody(_ mention: ChartServices.VaccineMention) -> Bool {
    NamedVaccine.all[mention.vaccine].products.contains { VaccineServices.antibodies.contains($0.procedure) }
  }

  /// Whether there is a product of a vaccine for the patient.
  private func isProduct(_ mention: ChartServices.VaccineMention) -> Bool {
    let date = chart.visit.registration.dateOfService
    return NamedVaccine.all[mention.vaccine].product(age: chart.age, on: date) != nil
  }

  /// Whether the code is one of a routine examination, Z00.0 or Z00.1: which of them, age and findings decide.
  func isRoutineExamination(_ row: Int) -> Bool {
    let fourth = UInt8(truncatingIfNeeded: icd10cm.key(row: row) >> 32)
    return icd10cm.category(row: row) == VisitReason.examination
      && (fourth == UInt8(ascii: "0") || fourth == UInt8(ascii: "1"))
  }

  /// Whether the code is of the supervision of a normal pregnancy.
  func isSupervision(_ row: Int) -> Bool { icd10cm.category(row: row) == VisitReason.supervision }

  private static let examination = ICD10CM.category("Z00")
  private static let supervision = ICD10CM.category("Z34")

  /// A problem that is found at the examination makes it one with abnormal findings, and so does a chronic one that got
  /// worse; one that is known and stable does not.
  private func routineExamination(beside rows: [Int]) -> DiagnosisCode {
    let problems = rows.filter { (UInt8(ascii: "A")...UInt8(ascii: "T")).contains(icd10cm.letter(row: $0)) }
    let hasFindings = problems.contains { !rules.isChronic($0) } || !problems.isEmpty && chart.services.tellsChange
    switch chart.ageInDays {
    case ..<8: return "Z00110"
    case ..<29: return "Z00111"
    default: return chart.age < 18 ? (hasFindings ? "Z00121" : "Z00129") : (hasFindings ? "Z0001" : "Z0000")
    }
  }

  /// Supervision of a normal pregnancy: of the first one, of a later one, or of one of which neither is told.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.15.b.1.
  private func supervision(of pregnancy: Pregnancy) -> DiagnosisCode {
    let order = pregnancy.isFirst.map { $0 ? "0" : "8" } ?? "9"
    return DiagnosisCode(rawValue: "Z34" + order + String(pregnancy.trimester ?? 0))
  }
}
