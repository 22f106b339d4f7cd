import ClaimModel

/// A small table of our own for procedures of the built-in catalog, for whoever has not imported CMS's files: code
/// numbers and what the policy manual says of them, without any date. Whoever bills Medicare imports the quarter's files.
extension CorrectCodingEdits {
  /// Procedures with a global period of no days.
  ///
  /// Source: CMS, NCCI Policy Manual for Medicare Services, chapter I, section D (evaluation and management services):
  /// an E/M service on the day of a minor procedure is part of it, unless it is significant and separate (modifier 25).
  private static let minorProcedures: Set<ProcedureCode> = ["12001", "20610", "58301", "69210"]
  private static let knownPatientVisits: Set<ProcedureCode> = ["99211", "99212", "99213", "99214", "99215"]

  /// The first administration of a vaccine.
  ///
  /// Source: CMS, NCCI Policy Manual for Medicare Services, chapter XI, section B (therapeutic or diagnostic infusions,
  /// injections and immunizations): an E/M service beside an immunization takes modifier 25. 99211 is left out, for it
  /// is not reported with modifier 25 there.
  private static let firstAdministrations: Set<ProcedureCode> = ["90460", "90471", "90473"]
  private static let visitsBesideVaccines: Set<ProcedureCode> = [
    "99202", "99203", "99204", "99205", "99212", "99213", "99214", "99215", "99381", "99382", "99383", "99384",
    "99385", "99386", "99387", "99391", "99392", "99393", "99394", "99395", "99396", "99397",
  ]

  /// Every built-in edit, for lists and tests.
  static var builtInPairs: [ProcedurePairEdit] {
    let columns1 = minorProcedures.union(firstAdministrations).sorted()
    let columns2 = knownPatientVisits.union(visitsBesideVaccines).sorted()
    return columns1.flatMap { first in columns2.compactMap { builtInPair(first, $0) } }
  }

  static func builtInPair(_ column1: ProcedureCode, _ column2: ProcedureCode) -> ProcedurePairEdit? {
    let rationale: String
    if minorProcedures.contains(column1), knownPatientVisits.contains(column2) {
      rationale = "the visit is part of the minor procedure (NCCI policy manual, chapter I, D)"
    } else if firstAdministrations.contains(column1), visitsBesideVaccines.contains(column2) {
      rationale = "the visit must be separate from the immunization (NCCI policy manual, chapter XI, B)"
    } else {
      return nil
    }
    return ProcedurePairEdit(column1: column1, column2: column2, modifier: .allowed, rationale: rationale)
  }

  /// Source: CMS, NCCI Policy Manual for Medicare Services, chapter I, section V (medically unlikely edits), which
  /// derives limits from what a code's number means: once a day for the first visit of a new patient and for the first
  /// vaccine, sums of wound lengths, both ears at once, two joints of a kind, two venipunctures.
  static let builtInLimits: [ProcedureCode: UnitLimit] = {
    let once = ["99202", "99203", "99204", "99205", "90471", "90473", "12001", "69210"]
    var limits = once.map { UnitLimit(code: ProcedureCode($0), units: 1, scope: .dayByPolicy, rationale: "once a day") }
    limits.append(UnitLimit(code: "20610", units: 2, scope: .dayByPolicy, rationale: "two sides of the body"))
    limits.append(UnitLimit(code: "36415", units: 2, scope: .dayByClinicalData, rationale: "clinical data"))
    return Dictionary(uniqueKeysWithValues: limits.map { ($0.code, $0) })
  }()
}
