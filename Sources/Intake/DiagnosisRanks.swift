/// The order that an encounter gives its diagnoses: those to bill by rank, then the complaint, admission and others.
///
/// Source: HL7 FHIR R4 (4.0.1), Encounter.diagnosis and diagnosis-role; ICD-10-CM Official Guidelines, sections IV.G
/// (what is chiefly responsible for the services is listed first) and IV.N (the postoperative diagnosis is coded).
struct DiagnosisRanks {
  private let ranks: [Int: Int]

  /// The order of an encounter's diagnoses; `find` tells the position of a condition in the bundle.
  init(_ diagnoses: [FHIREncounter.Diagnosis], find: (FHIRReference?) -> Int?) {
    let ordered = diagnoses.enumerated().sorted { left, right in
      (DiagnosisRanks.use(left.element), left.element.rank ?? .max, left.offset)
        < (DiagnosisRanks.use(right.element), right.element.rank ?? .max, right.offset)
    }
    var ranks: [Int: Int] = [:]
    for diagnosis in ordered {
      if let position = find(diagnosis.element.condition), ranks[position] == nil { ranks[position] = ranks.count + 1 }
    }
    self.ranks = ranks
  }

  /// The place of the condition at a position of the bundle, from 1; `nil` if the encounter does not list it.
  subscript(position: Int) -> Int? { ranks[position] }

  private static func use(_ diagnosis: FHIREncounter.Diagnosis) -> Int {
    let uses = ["billing", "post-op", "DD", "CC", "AD", "pre-op"]
    guard let use = diagnosis.use else { return 0 }
    return uses.firstIndex { use.hasCode([$0]) } ?? uses.count
  }
}
