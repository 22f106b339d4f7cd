import ClaimModel

/// The level of a visit about a problem: where it was, for whom, and its level.
///
/// Source: the number ranges of CPT for office visits (99202–99205, 99211–99215), emergency department visits
/// (99281–99285), home visits (99341–99350) and visits at nursing facilities (99304–99310).
struct VisitLevel: Hashable {
  /// Kinds of visits whose levels follow one another.
  enum Series: Hashable, CaseIterable {
    case newPatient, knownPatient, emergency, newPatientAtHome, knownPatientAtHome, newResident, knownResident

    /// The codes by level, from 1; `nil` where there is none that a clinician reaches.
    fileprivate var codes: [ProcedureCode?] {
      switch self {
      case .newPatient: [nil, "99202", "99203", "99204", "99205"]
      case .knownPatient: ["99211", "99212", "99213", "99214", "99215"]
      case .emergency: ["99281", "99282", "99283", "99284", "99285"]
      case .newPatientAtHome: [nil, "99341", "99342", "99344", "99345"]
      case .knownPatientAtHome: [nil, "99347", "99348", "99349", "99350"]
      case .newResident: [nil, "99304", "99304", "99305", "99306"]
      case .knownResident: [nil, "99307", "99308", "99309", "99310"]
      }
    }

    /// The minutes that each level takes at least, from straightforward to high; empty where time does not count.
    ///
    /// Source: AMA CPT E/M guidelines of 2021 (office) and 2023 (home, nursing facility); emergency department levels go by decision
    /// making only.
    var minutes: [Int] {
      switch self {
      case .newPatient: [15, 30, 45, 60]
      case .knownPatient: [10, 20, 30, 40]
      case .emergency: []
      case .newPatientAtHome: [15, 30, 60, 75]
      case .knownPatientAtHome: [20, 30, 40, 60]
      case .newResident: [25, 25, 35, 45]
      case .knownResident: [10, 15, 30, 45]
      }
    }
  }

  /// What kind of visit it is.
  var series: Series
  /// 1 to 5; 2 is straightforward.
  var level: Int

  private static let byCode: [ProcedureCode: VisitLevel] = {
    var found: [ProcedureCode: VisitLevel] = [:]
    for series in Series.allCases {
      for (index, code) in series.codes.enumerated() {
        if let code { found[code] = VisitLevel(series: series, level: index + 1) }
      }
    }
    return found
  }()

  /// The level that a code stands for; `nil` when it is no such visit.
  init?(_ procedure: ProcedureCode) {
    guard let known = VisitLevel.byCode[procedure] else { return nil }
    self = known
  }

  /// The level of a visit by its decision making.
  init(_ series: Series, _ decision: DecisionLevel) { self.init(series: series, level: decision.rawValue + 1) }

  private init(series: Series, level: Int) {
    self.series = series
    self.level = level
  }

  /// The level's code.
  var procedure: ProcedureCode { series.codes[level - 1] ?? "99202" }

  /// The level next to this one that a clinician reaches; `nil` when there is none.
  func moved(by steps: Int) -> VisitLevel? {
    // Level 1 is staff's, and for new patients there is none.
    (2...5).contains(level + steps) ? VisitLevel(series: series, level: level + steps) : nil
  }

  /// Whether two codes are levels of the same kind of visit.
  static func isSameVisit(_ left: ProcedureCode, _ right: ProcedureCode) -> Bool {
    guard let left = VisitLevel(left), let right = VisitLevel(right) else { return false }
    return left.series == right.series
  }

  /// Whether the first code is a higher level of the same kind of visit than the second.
  static func isHigher(_ left: ProcedureCode, than right: ProcedureCode) -> Bool {
    guard let left = VisitLevel(left), let right = VisitLevel(right) else { return false }
    return left.series == right.series && left.level > right.level
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

  /// The check-up of a patient of an age in completed years.
  init(isNewPatient: Bool, age: Int) {
    self.isNewPatient = isNewPatient
    band = 1 + [1, 5, 12, 18, 40, 65].count { age >= $0 }
  }

  /// The code of the band.
  var procedure: ProcedureCode { ProcedureCode("\((isNewPatient ? 99_380 : 99_390) + band)") }
}

extension ProcedureCode {
  /// Whether it is a visit, about a problem or for prevention.
  var isVisit: Bool {
    // Most services are none, and their codes begin with other digits.
    rawValue.utf8.starts(with: ProcedureCode.visits) && (VisitLevel(self) != nil || CheckUp(self) != nil)
      || ProcedureCode.otherVisits.contains(self)
  }

  /// Visits that are neither leveled nor check-ups by age: of the eyes, of Medicare, of psychiatry, after an operation.
  private static let otherVisits: Set<ProcedureCode> = [
    "92002", "92004", "92012", "92014", "G0402", "G0438", "G0439", "99024", "90791", "90792",
    "99495", "99496", "99291",
  ]

  /// Whether it is a wellness visit of Medicare, beside which vaccines need no modifier.
  var isWellnessVisit: Bool { self == "G0402" || self == "G0438" || self == "G0439" }

  private static let visits: [UInt8] = Array("99".utf8)
}
