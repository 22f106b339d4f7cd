import ClaimModel
import CodeSets

/// The codes of chapter 15 that stand for conditions of a pregnant patient, before their own codes or in their place.
///
/// Source: ICD-10-CM Official Guidelines, sections I.C.15.a.1 (priority of chapter 15, and additional codes), I.C.15.a.3
/// (trimester), I.C.15.c to I.C.15.s; the inclusion terms and notes at O10, O22 to O26, O34, O98, O99 and O9A; Index,
/// Pregnancy, complicated by.
final class PregnancyRule: Sendable {
  /// What a condition is coded as in pregnancy.
  struct Complication: Sendable {
    /// The codes of chapter 15 among which the trimester chooses.
    let family: Range<Int>
    /// The codes for the first, the second and the third trimester, and for one that is not known.
    fileprivate let trimesters: [Int]
    fileprivate let unspecified: Int
    /// Whether the condition's own code is reported as well: a note at the code of chapter 15 asks for it.
    let keepsOwn: Bool

    /// The code for a trimester.
    func row(trimester: Int?) -> Int { trimester.map { trimesters[$0 - 1] } ?? unspecified }
  }

  /// The name of the rule in codes that it gives.
  static let name = "pregnancy-complication"

  private let complications: CodeTable<Complication>
  /// A diabetes of which no type is told, with and without its manifestations.
  private let untypedDiabetes: [Bool: Complication?]
  private let typeTwo: Range<Int>
  private let normal: [Range<Int>]
  private let hypertension: (own: [Range<Int>], maternal: [Range<Int>])
  private let diabetes: (own: [Range<Int>], maternal: [Range<Int>])
  private let abortive: Range<Int>
  private let birthAndAfter: [Range<Int>]
  private let chapter: Range<Int>
  private let otherStates = [Array("childbirth".utf8), Array("puerperium".utf8)]
  private let state = Array("pregnancy".utf8)
  /// Supervision of a high risk pregnancy that does not say which.
  let unspecifiedRisk: Range<Int>
  /// Supervision of a high risk pregnancy.
  let highRisk: Range<Int>
  private let unspecifiedRiskCodes: Complication?
  /// Tobacco in pregnancy.
  let tobacco: Complication?
  private let tobaccoUse: CodeTable<Bool>

  init(_ icd10cm: ICD10CM) {
    func complication(_ header: String, keepsOwn: Bool) -> Complication? {
      let family = icd10cm.rows(under: header)
      guard let first = family.first else { return nil }
      func row(_ digit: String) -> Int? { icd10cm.row(of: DiagnosisCode(rawValue: header + digit)) }
      guard !icd10cm.isBillable(row: first), let unspecified = row("9") ?? row("0") else {
        return Complication(
          family: family, trimesters: [first, first, first], unspecified: first, keepsOwn: keepsOwn)
      }
      return Complication(
        family: family, trimesters: ["1", "2", "3"].map { row($0) ?? unspecified }, unspecified: unspecified,
        keepsOwn: keepsOwn)
    }
    complications = CodeTable(
      icd10cm,
      PregnancyRule.lines.compactMap { line in
        complication(line.header, keepsOwn: line.keepsOwn).map { (line.conditions, $0) }
      })
    untypedDiabetes = [
      true: complication("O2431", keepsOwn: true), false: complication("O2431", keepsOwn: false),
    ]
    tobacco = complication("O9933", keepsOwn: true)
    tobaccoUse = CodeTable(icd10cm, set: "F17 Z720")
    unspecifiedRiskCodes = complication("O099", keepsOwn: true)
    typeTwo = icd10cm.rows(under: "E11")
    normal = CodeTable<Bool>.ranges(icd10cm, "Z331 Z34")
    hypertension = (
      CodeTable<Bool>.ranges(icd10cm, "I10-I16"), CodeTable<Bool>.ranges(icd10cm, "O10-O11 O13-O16")
    )
    diabetes = (CodeTable<Bool>.ranges(icd10cm, "E08-E13"), CodeTable<Bool>.ranges(icd10cm, "O24"))
    abortive = icd10cm.rows(under: "O00").lowerBound..<icd10cm.rows(under: "O08").upperBound
    birthAndAfter = CodeTable<Bool>.ranges(icd10cm, "O60-O94")
    chapter = abortive.lowerBound..<icd10cm.rows(under: "O9A").upperBound
    highRisk = icd10cm.rows(under: "O09")
    unspecifiedRisk = icd10cm.rows(under: "O099")
  }

  /// Supervision of a high risk pregnancy that does not say which, in a trimester.
  func unspecifiedRiskRow(trimester: Int?) -> Int? { unspecifiedRiskCodes?.row(trimester: trimester) }

  /// Whether the code says that the patient uses tobacco.
  func isTobaccoUse(_ row: Int) -> Bool { tobaccoUse.contains(row) }

  /// Whether the code is one of chapter 15.
  func isOfChapter(_ row: Int) -> Bool { chapter.contains(row) }

  /// Whether the code is of a pregnancy that goes on: not of an abortive outcome, of birth, or of the time after it.
  func isOfPregnancy(_ row: Int, _ icd10cm: ICD10CM) -> Bool {
    guard chapter.contains(row), !abortive.contains(row), !birthAndAfter.contains(where: { $0.contains(row) }) else {
      return false
    }
    return icd10cm.withTitle(row: row) { title in
      title.holds(state) || !otherStates.contains { title.holds($0) }
    }
  }

  /// Whether the code says that a pregnancy is normal or incidental: it goes with no code of chapter 15.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.15.b.1, and the Excludes1 notes at Z33.1 and Z34.
  func isNormal(_ row: Int) -> Bool { normal.contains { $0.contains(row) } }

  /// What a condition is coded as in pregnancy; `nil` when by its own code. Type 2 is what a diabetes without a type is
  /// coded as, while chapter 15 has a code for one without.
  func complication(of row: Int, namesType: Bool) -> Complication? {
    guard let found = complications[row] else { return nil }
    guard typeTwo.contains(row), !namesType else { return found }
    return untypedDiabetes[found.keepsOwn] ?? found
  }

  /// Whether a code of chapter 15 names the kind of the condition already: gestational diabetes, pre-eclampsia.
  func isNamed(_ row: Int, among rows: [Int]) -> Bool {
    [hypertension, diabetes].contains { kind in
      kind.own.contains { $0.contains(row) } && rows.contains { row in kind.maternal.contains { $0.contains(row) } }
    }
  }
}
