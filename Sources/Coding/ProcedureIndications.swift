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
    case .vaccineProduct, .vaccineAdministration:
      return diagnosis.category == "Z23" || diagnosis == VisitReason.antibody
    default: return (ProcedureIndications.table[procedure] ?? []).contains { code.hasPrefix($0) }
    }
  }

  private static let anemia = ["D5", "D6", "D7", "R50", "R53", "R58", "A", "B", "J1", "N1", "N18", "K92"]
  private static let chemistry = ["E", "I1", "I5", "N1", "R73", "R53", "R11", "R60", "K7", "Z79"]
  private static let infection = ["J", "R07", "R05", "R070", "R50", "Z20", "U07", "B97"]

  private static let joints = ["M0", "M1", "M25", "M70", "M71", "M75", "M76", "M77"]
  private static let injuries = ["S", "T1", "M25", "M79", "M8"]
  private static let wounds = ["S01", "S11", "S21", "S31", "S41", "S51", "S61", "S71", "S81", "S91", "T14"]
  private static let urine = ["N", "R10", "R30", "R31", "R35", "R39", "R80", "R81", "R82", "E1", "O", "Z34"]
  private static let breathing = ["J4", "R05", "R06", "J84", "Z87891", "J2"]
  private static let heart = ["I", "R00", "R01", "R06", "R07", "R42", "R55", "R94", "Z01"]
  private static let abscesses = ["L02", "L03", "L05", "L72", "N764", "K61"]
  private static let lesions = [
    "L57", "L82", "L91", "L98", "C43", "C44", "D03", "D04", "D17", "D22", "D23", "D48", "D49", "L72",
  ]
  private static let moods = ["F", "Z13", "R45", "Z00", "G47"]

  private static let table: [ProcedureCode: [String]] = {
    var table: [ProcedureCode: [String]] = [:]
    for (codes, reasons) in groups {
      for code in codes.split(separator: " ") { table[ProcedureCode(rawValue: String(code))] = reasons }
    }
    return table
  }()

  private static let groups: [(String, [String])] = [
    ("80048 80053", chemistry), ("80061", ["E78", "E0", "E1", "I1", "I2", "I6", "I7", "N04", "Z1322", "Z79"]),
    ("81000 81001 81002 81003", urine), ("81025", ["N91", "N92", "O", "Z32", "Z30", "R10", "R11", "N93"]),
    ("82947 82962", ["E0", "E1", "R73", "R63", "R35", "Z131", "O24"]),
    ("83036", ["E08", "E09", "E10", "E11", "E13", "R73", "O24", "Z131"]), ("83655", ["Z1388", "T56", "Z77"]),
    ("84153", ["C61", "N40", "N41", "N42", "R31", "R33", "R35", "R39", "R972", "Z125"]),
    ("84443", ["E0", "R53", "R63", "R00", "I48", "F3", "L65", "N91", "N92"]), ("85610", ["I", "Z79", "D68"]),
    ("85018 85025 85027", anemia), ("80305", ["F1", "Z79", "G89"]), ("82270", ["K", "D5", "R19", "Z121"]),
    ("87502 87635 87804 87811 87807", infection), ("86308", ["J02", "J03", "B27", "R59", "R50", "R07"]),
    ("87880", ["J02", "J03", "R070", "R50", "J06", "A38", "L04"]), ("87210 87220", ["N76", "N77", "B3", "A59", "L"]),
    ("86580", ["Z111", "R76", "Z20"]),
    ("71045 71046 71047 71048", ["J", "R05", "R06", "R07", "R91", "S2", "I50", "A15", "C34"]),
    ("71100 71101", ["S2", "R07"]),
    ("70160 70210 70220", ["J3", "J0", "S0"]), ("74018 74019 74021", ["K", "R1", "N2"]),
    ("72040 72050 72052 72070 72072 72100 72110 72220", ["M4", "M5", "S1", "S2", "S3", "M99"]),
    (
      "72170 73000 73020 73030 73060 73070 73080 73090 73100 73110 73120 73130 73140 73501 73502 73503 73551 73552 "
        + "73560 73562 73564 73590 73600 73610 73620 73630 73650 73660", injuries + joints
    ),
    ("93000 93005", heart), ("94010 94060 94640 95012", breathing), ("92567", ["H6", "H7", "H8", "H9"]),
    ("51798 51701 51702", ["N", "R3"]), ("59025", ["O", "Z3"]), ("88720", ["P5", "R17"]), ("46600", ["K6", "K64"]),
    ("96127", moods), ("96110", ["Z00", "Z13", "F8", "R62"]), ("99173", ["Z00", "H5", "Z01"]),
    ("92551", ["Z00", "H9", "Z01"]), ("99188", ["Z29", "Z00", "K02"]), ("99406 99407", ["F17", "Z720", "T652"]),
    ("20600 20605 20610", joints),
    ("20550 20551 20552 20553", ["M65", "M70", "M72", "M75", "M76", "M77", "M79", "M62"]),
    ("20526", ["G560"]), ("69209 69210", ["H612"]), ("69200", ["T16"]), ("30300", ["T17"]), ("30901", ["R040"]),
    ("65205 65220 65222", ["T15"]), ("10060 10061 10080", abscesses), ("10140 11740", ["S"]),
    ("10120", ["S", "L", "M79"]),
    ("11730 11732 11750", ["B351", "L60", "L03", "M79"]),
    ("11720 11721", ["B351", "L60", "L03", "M79", "E114", "E115", "I70", "I73"]),
    ("11055 11056 11057", ["L84", "L85", "E114", "E115", "I70", "I73"]),
    ("11102 11103 11104 11105 11106 11107", lesions + ["L", "R23"]), ("11200 11201", ["L918", "L91"]),
    ("17000 17003 17004", ["L57"]), ("17110 17111", ["B07", "B081", "L82", "A63"]),
    ("29065 29075 29085 29105 29125 29130 29280 29345 29405 29425 29505 29515 29540", injuries + ["G56"]),
    ("29580", ["I83", "I87", "L97"]),
    ("58300 58301 11981 11982 11983 J7296 J7297 J7298 J7300 J7301 J7307", ["Z30", "Z97", "N92"]),
    ("58100", ["N9", "R938"]), ("57160", ["N81", "N39", "Z46"]),
    ("57452 57454 57455 57456", ["R87", "N87", "D06", "C53", "B977"]),
    (malignantCodes, ["C43", "C44", "C4A", "D03", "D04"]),
    (
      "95907 95908 95909 95910 95911 95912 95913 95885 95886 95860 95861 95863 95864 95870",
      ["G", "M5", "M79", "R20", "E114", "E104", "M62", "R53"]
    ),
    ("11042 97597 11045 97598", ["L97", "L89", "L98", "I83", "I87", "E11", "E10", "T81", "I70"]),
    ("31231", ["J3", "R04", "R43"]), ("31575", ["J3", "R49", "R13", "K21"]),
    ("95004", ["J30", "J45", "H101", "L50", "T78", "Z91"]),
    ("52000", ["N", "R31", "R3", "C67", "Z85"]), ("64615 J0585", ["G43"]),
    ("95115 95117", ["J30", "J45", "T63", "Z91"]),
    ("64479 64483 64484 62323 62321 64490 64491 64493 64494 27096", ["M4", "M5", "M99", "G89"]),
    ("64405", ["G43", "M54", "G44", "R51"]),
    ("92557 92550", ["H6", "H7", "H8", "H9", "R42"]), ("67028", ["H3", "E1"]), ("92020 76514 65855", ["H40", "H18"]),
    ("66821", ["H26"]), ("51741 51720 51700 52310", ["N", "R3", "C67", "Z46", "Z85"]), ("46221 46083", ["K64"]),
    ("11900", ["L"]), ("96402 J9217 J9395 J9155", ["C61", "C50"]), ("95024", ["J30", "J45", "T78", "Z91"]),
    ("95044", ["L2"]), ("20612", ["M67"]),
    ("29581 97605", ["I83", "I87", "I89", "L97", "L89", "T81"]), ("93922", ["I7", "E1", "L97", "M79"]),
    ("95251", ["E10", "E11", "E13", "O24"]), ("67800", ["H001"]), ("67820", ["H02"]), ("68761", ["H041"]),
    ("92015", ["H52"]), ("92083 92133", ["H40", "H47"]), ("92134 92250", ["H35", "E11", "E10", "H40"]),
    ("J7318 J7321 J7323 J7324 J7325 J7326 J7327", ["M17"]), ("95992", ["H811"]),
    ("J0561 J0696", ["A", "J", "N", "L0", "H66"]), ("J1885", ["M", "G43", "R51", "S", "N2", "R10"]),
    ("J3420", ["D51", "E53", "D52"]), ("J1050", ["Z30"]), ("J1071", ["E29"]), ("J0897", ["M81", "M80"]),
    ("J2405 J2550", ["R11", "G43", "K"]), ("J1200", ["T78", "L50", "L2"]),
    ("J0702 J1010 J1020 J1030 J1040 J3301 J1100", joints + ["M5", "M65", "M72", "J", "L2", "G56", "T78"]),
    (repairCodes, wounds),
    ("45378 45380 45381 45384 45385", bowel), ("G0105 G0121", ["Z1", "Z80", "Z83", "Z85", "Z86", "K5"]),
    ("43235 43239", stomach),
  ]

  private static let bowel = [
    "K5", "K6", "K92", "D12", "D37", "D01", "C18", "C19", "C20", "C21", "D50", "D62", "A0", "R10", "R19", "R63", "R93",
    "Z121", "Z800", "Z83", "Z85", "Z86", "Z08", "Z09",
  ]
  private static let stomach = [
    "K2", "K3", "K44", "K9", "I85", "B9681", "C15", "C16", "C17", "D13", "D37", "D50", "D62", "R10", "R11", "R12",
    "R13",
    "R14", "R19", "R63", "R07",
  ]

  private static let malignantCodes = """
    11600 11601 11602 11603 11604 11606 11620 11621 11622 11623 11624 11626 11640 11641 11642 11643 11644 11646 17260 17261 17262 \
    17263 17264 17266 17270 17271 17272 17273 17274 17276 17280 17281 17282 17283 17284 17286
    """

  private static let repairCodes = """
    12001 12002 12004 12005 12006 12007 12011 12013 12014 12015 12016 12017 12018 12031 12032 12034 12035 12036 12037 12041 \
    12042 12044 12045 12046 12047 12051 12052 12053 12054 12055 12056 12057
    """

  // MARK: Services within services

  /// The services that are part of each other one, whoever bills them.
  ///
  /// Source: by number, the components of panels and complete tests; NCCI Policy Manual for Medicare Services, chapters
  /// VI (endoscopies), X (laboratory panels) and XI (electrocardiograms).
  private static let parts: [ProcedureCode: Set<ProcedureCode>] = [
    "80053": ["80048", "82947"], "80048": ["82947"], "85025": ["85027"], "81003": ["81002"],
    "93000": ["93005", "93010"], "45380": ["45378"], "45381": ["45378"], "45384": ["45378"], "45385": ["45378"],
    "43239": ["43235"],
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
