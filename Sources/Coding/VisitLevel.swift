import ClaimModel

/// The level of an office visit about a problem: its last digit, for a new or a known patient.
///
/// Source: the number ranges of CPT for office visits, 99202–99205 and 99211–99215.
struct VisitLevel: Hashable {
  /// Whether the code is one for a new patient.
  var isNewPatient: Bool
  /// 1 to 5.
  var level: Int

  /// The level that a code stands for; `nil` when it is no such visit.
  init?(_ procedure: ProcedureCode) {
    guard procedure.rawValue.utf8.count == 5, let number = Int(procedure.rawValue) else { return nil }
    switch number {
    case 99_202...99_205: self.init(isNewPatient: true, level: number - 99_200)
    case 99_211...99_215: self.init(isNewPatient: false, level: number - 99_210)
    default: return nil
    }
  }

  private init(isNewPatient: Bool, level: Int) {
    self.isNewPatient = isNewPatient
    self.level = level
  }

  /// The level's code.
  var procedure: ProcedureCode { ProcedureCode("\((isNewPatient ? 99_200 : 99_210) + level)") }

  /// The level next to this one that a clinician reaches; `nil` when there is none.
  func moved(by steps: Int) -> VisitLevel? {
    // Level 1 is staff's, and for new patients there is none.
    (2...5).contains(level + steps) ? VisitLevel(isNewPatient: isNewPatient, level: level + steps) : nil
  }

  /// Whether two codes are levels of the same kind of visit.
  static func isSameVisit(_ left: ProcedureCode, _ right: ProcedureCode) -> Bool {
    guard let left = VisitLevel(left), let right = VisitLevel(right) else { return false }
    return left.isNewPatient == right.isNewPatient
  }

  /// Whether the first code is a higher level of the same kind of visit than the second.
  static func isHigher(_ left: ProcedureCode, than right: ProcedureCode) -> Bool {
    guard isSameVisit(left, right), let left = VisitLevel(left), let right = VisitLevel(right) else { return false }
    return left.level > right.level
  }
}

/// The check-up of a band of ages: its last digit, for a new or a known patient.
///
/// Source: the number ranges of CPT for preventive visits, 99381–99387 and 99391–99397.
struct CheckUp {
  /// Whether the code is one for a new patient.
  var isNewPatient: Bool
  /// The band, from 1, infants, to 7, from 65.
  var band: Int

  /// The check-up that a code stands for; `nil` when it is none.
  init?(_ procedure: ProcedureCode) {
    guard procedure.rawValue.utf8.count == 5, let number = Int(procedure.rawValue) else { return nil }
    switch number {
    case 99_381...99_387: (isNewPatient, band) = (true, number - 99_380)
    case 99_391...99_397: (isNewPatient, band) = (false, number - 99_390)
    default: return nil
    }
  }

  /// The code of the band.
  var procedure: ProcedureCode { ProcedureCode("\((isNewPatient ? 99_380 : 99_390) + band)") }
}

extension ProcedureCode {
  /// Whether it is an office visit, about a problem or for prevention.
  var isVisit: Bool { VisitLevel(self) != nil || CheckUp(self) != nil }
}
