import ClaimModel
import CodeSets

/// Contact with an infection, screening for it, and the infection itself: which of them is coded.
///
/// Source: ICD-10-CM Official Guidelines, sections I.C.21.c.1 (contact and exposure), I.C.21.c.5 (screening) and I.C.1.g:
/// COVID-19 is coded when it is confirmed; a suspected one that is not confirmed is Z20.822 with the signs and symptoms,
/// a screening without them Z11.52.
final class ExposureRule: Sendable {
  /// COVID-19, contact with it, and screening for it.
  let covid: Int?
  let covidContact: Int?
  let covidScreening: Int?
  private let reasons: CodeTable<UInt64>
  private let conditions: CodeTable<UInt64>
  private let symptoms: CodeTable<Bool>
  private let contacts: CodeTable<Bool>
  private let screenings: CodeTable<Bool>

  init(_ icd10cm: ICD10CM) {
    covid = icd10cm.row(of: "U071")
    covidContact = icd10cm.row(of: "Z20822")
    covidScreening = icd10cm.row(of: "Z1152")
    reasons = CodeTable(icd10cm, sets: ExposureRule.pairs.map(\.reason))
    conditions = CodeTable(icd10cm, sets: ExposureRule.pairs.map(\.condition))
    contacts = CodeTable(icd10cm, set: "Z20")
    screenings = CodeTable(icd10cm, set: "Z12")
    symptoms = CodeTable(
      icd10cm, set: "R05-R07 R09 R11 R197 R43 R50 R51 R52 R53 R6883 M791 J00-J06 J18 J20-J22 J40 J96")
  }

  /// Whether a contact or a screening is not coded because the condition itself is.
  func isMoot(_ row: Int, beside rows: [Int]) -> Bool {
    let sets = reasons.sets(of: row)
    return sets != 0 && rows.contains { conditions.sets(of: $0) & sets != 0 }
  }

  /// Whether the code is one of a contact with an infection.
  func isContact(_ row: Int) -> Bool { contacts.contains(row) }

  /// Whether the code is one of a screening for a tumor, beside which a relative's is told.
  func isScreening(_ row: Int) -> Bool { screenings.contains(row) }

  /// What a test for COVID-19, or the suspicion of it, is coded as beside the codes given; without symptoms when the
  /// visit was about it only.
  func unconfirmedCovid(beside rows: [Int], isReason: Bool) -> Int? {
    if rows.contains(where: { $0 == covid || $0 == covidContact || $0 == covidScreening }) { return nil }
    return rows.contains(where: symptoms.contains) ? covidContact : isReason ? covidScreening : nil
  }

  private static let pairs: [(reason: String, condition: String)] = [
    ("Z20822 Z1152", "U071 J1282"), ("Z20828", "J09-J11 B01 B05 B26 J121 J210"), ("Z201 Z111", "A15-A19"),
    ("Z205 Z1159", "B15-B19"), ("Z206 Z114", "B20 Z21"), ("Z202", "A50-A59"), ("Z113", "A50-A64"),
    ("Z20818", "J020 A37"),
    ("Z207", "B85-B86"), ("Z203", "A82"), ("Z204", "B06"), ("Z131", "E08-E13 R730"), ("Z13220", "E78"),
    ("Z136", "I10-I13"),
    ("Z1331", "F32 F33"), ("Z13820", "M80 M81"), ("Z130", "D50-D64"), ("Z1329", "E00-E07"), ("Z1231", "C50"),
    ("Z1211", "C18-C20"), ("Z124", "C53"), ("Z125", "C61"), ("Z122", "C34"), ("Z1283", "C43 C44"),
  ]
}
