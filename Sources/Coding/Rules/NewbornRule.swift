import ClaimModel
import CodeSets

/// The codes of chapter 16 that stand for conditions of a newborn, in place of the codes for everybody.
///
/// Source: ICD-10-CM Official Guidelines, section I.C.16.a (conditions of the first 28 days; what may be due to the birth process or
/// acquired later is due to the birth process by default, I.C.16.a.5); Index, the entries "newborn" under each of these conditions.
final class NewbornRule: Sendable {
  private let rows: CodeTable<Int>

  /// The last day after birth on which a patient is a newborn.
  static let lastDay = 28

  /// The name of the rule in codes that it gives.
  static let name = "newborn-condition"

  init(_ icd10cm: ICD10CM) {
    rows = CodeTable(
      icd10cm, NewbornRule.lines.compactMap { line in icd10cm.row(of: line.code).map { (line.for, $0) } })
  }

  /// What a condition is coded as in a newborn; `nil` when by its own code.
  func row(for row: Int) -> Int? { rows[row] }

  private static let lines: [(for: String, code: DiagnosisCode)] = [
    ("R17 E806", "P599"), ("K219", "P7883"), ("R111 R112", "P9209"), ("R1114", "P9201"), ("R633", "P929"),
    ("R6251", "P926"),
    ("R509", "P819"), ("R560 R569", "P90"), ("R230", "P282"), ("H100-H103 H109", "P391"), ("N390", "P393"),
    ("B370", "P375"), ("A419", "P369"), ("J189", "P239"), ("D649", "P614"), ("E162", "P704"), ("N433", "P835"),
  ]
}
