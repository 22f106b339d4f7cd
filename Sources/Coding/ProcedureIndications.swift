import ClaimModel
import CodeSets

/// What services are usually for: a short table of our own, by the first characters of diagnoses.
///
/// It decides nothing about payment. A recoding asks it whether a line may point to another diagnosis that is
/// documented anyway. What it does not know gets no other pointer.
///
/// Source: in outline the Medicare national coverage determinations 190.15 (blood counts), 190.20 (glucose), 190.21
/// (glycated hemoglobin), 190.22 (thyroid), 190.23 (lipids) and 190.31 (prostate antigen), NCD manual chapter 1 part 3;
/// ICD-10-CM Official Guidelines, sections I.C.21.c.2 (inoculations) and I.C.21.c.13 (routine examinations).
struct ProcedureIndications: Sendable {
  private let procedures: ProcedureCatalog

  /// Indications of the services in a catalog.
  init(procedures: ProcedureCatalog) { self.procedures = procedures }

  /// Whether the diagnosis is a usual reason for the service.
  func supports(_ procedure: ProcedureCode, _ diagnosis: DiagnosisCode) -> Bool {
    let code = diagnosis.rawValue
    switch procedures.procedure(procedure)?.category {
    case .officeVisit: return !["Z00", "Z01", "Z02", "Z23"].contains(diagnosis.category)
    case .preventiveVisit: return ["Z00", "Z01", "Z02"].contains(diagnosis.category)
    case .vaccineProduct, .vaccineAdministration: return diagnosis.category == "Z23"
    default: return (ProcedureIndications.table[procedure] ?? []).contains { code.hasPrefix($0) }
    }
  }

  private static let anemia = ["D5", "D6", "D7", "R50", "R53", "R58", "A", "B", "J1", "N1", "N18", "K92"]
  private static let chemistry = ["E", "I1", "I5", "N1", "R73", "R53", "R11", "R60", "K7", "Z79"]
  private static let infection = ["J", "R05", "R070", "R50", "Z20", "U07", "B97"]

  private static let table: [ProcedureCode: [String]] = [
    "80048": chemistry, "80053": chemistry,
    "80061": ["E78", "E0", "E1", "I1", "I2", "I6", "I7", "N04", "Z1322", "Z79"],
    "81002": ["N", "R30", "R31", "R35", "R39", "R80", "R81", "R82", "E1", "O"],
    "81003": ["N", "R30", "R31", "R35", "R39", "R80", "R81", "R82", "E1", "O"],
    "82947": ["E0", "E1", "R73", "R63", "R35", "Z131", "O24"],
    "83036": ["E08", "E09", "E10", "E11", "E13", "R73", "O24", "Z131"],
    "84153": ["C61", "N40", "N41", "N42", "R31", "R33", "R35", "R39", "R972", "Z125"],
    "84443": ["E0", "R53", "R63", "R00", "I48", "F3", "L65", "N91", "N92"],
    "85025": anemia, "85027": anemia,
    "87635": infection, "87804": infection, "87811": infection,
    "87880": ["J02", "J03", "R070", "R50", "J06", "A38", "L04"],
    "71046": ["J", "R05", "R06", "R07", "R91", "S2", "I50", "A15", "C34"],
    "93000": ["I", "R00", "R01", "R06", "R07", "R42", "R55", "R94", "Z01"],
    "94010": ["J4", "R05", "R06", "J84", "Z87891"],
    "20610": ["M0", "M1", "M25", "M7"], "69210": ["H612"], "12001": ["S"],
  ]

  // MARK: Services within services

  /// The services that are part of each other one, whoever bills them.
  ///
  /// Source: by number, the components of panels and complete tests; NCCI Policy Manual for Medicare Services, chapters
  /// X (laboratory panels) and XI (electrocardiograms).
  private static let parts: [ProcedureCode: Set<ProcedureCode>] = [
    "80053": ["80048", "82947"], "80048": ["82947"], "85025": ["85027"], "81003": ["81002"],
    "93000": ["93005", "93010"],
  ]

  /// The first of `others` that includes the service.
  func whole(of procedure: ProcedureCode, among others: [ProcedureCode]) -> ProcedureCode? {
    others.first { ProcedureIndications.parts[$0]?.contains(procedure) == true }
  }

  /// The kind of a service; `nil` when the catalog does not know it.
  func category(_ procedure: ProcedureCode) -> ProcedureEntry.Category? { procedures.procedure(procedure)?.category }

  /// What is known of a code.
  func entry(_ procedure: ProcedureCode) -> ProcedureEntry? { procedures.procedure(procedure) }
}
