import ClaimModel
import CodeSets

/// Which diagnoses are how complex a problem, as far as the code tells; our own table.
///
/// Source: the definitions and examples of the AMA CPT E/M guidelines, "Problem" to "Acute, complicated injury".
final class ProblemTable: Sendable {
  private let icd10cm: ICD10CM
  private let sets: CodeTable<UInt64>

  init(_ icd10cm: ICD10CM) {
    self.icd10cm = icd10cm
    sets = CodeTable(
      icd10cm,
      sets: [
        ProblemTable.minor, ProblemTable.chronic, ProblemTable.acute, ProblemTable.uncertain, ProblemTable.systemic,
        ProblemTable.infections, ProblemTable.injuries, ProblemTable.threats, ProblemTable.fractures, "V W X Y",
        ProblemTable.malignant, "C00-C42 C45-C96",
      ])
  }

  /// Whether a code tells how an injury came about, which is no problem by itself.
  func isCause(_ row: Int) -> Bool { sets.sets(of: row) >> 9 & 1 != 0 }

  /// Whether it is a malignant tumor other than of the skin.
  func isDeadly(_ row: Int) -> Bool { sets.sets(of: row) >> 11 & 1 != 0 }

  /// How complex a problem is, by its code and what is said of it.
  func complexity(_ row: Int, isChronic: Bool, cues: VisitCues) -> ProblemsAddressed.Complexity {
    let sets = sets.sets(of: row)
    func isIn(_ set: UInt64) -> Bool { sets >> set & 1 != 0 }
    if isIn(7) { return .threatening }
    let title = TitleSigns(icd10cm: icd10cm, row: row)
    if isIn(1) || isChronic && !isIn(2) || title.isChronic {
      if cues.contains(.severe) || title.isThreatening { return .threatening }
      // A malignant tumor is not at its goal until somebody says so.
      let isWorse = isIn(10) && !cues.contains(.stable) || cues.contains(.worse) || title.isWorse
      return isWorse ? .worseChronic : .stableChronic
    }
    if isIn(6) || isIn(8) && title.isSevereFracture { return .complicatedInjury }
    if isIn(4) || isIn(5) && cues.contains(.systemic) { return .systemic }
    if isIn(3) { return .uncertain }
    return isIn(0) ? .minor : .acuteUncomplicated
  }

  private static let minor =
    "J00 L22 L55 B35 L74 L84 K120 H612 R067 L237 S0006 S0086 S1096 S2096 S4026 S5086 S6056 S8086"
  /// What lasts, beyond what ``DiagnosisRules/isChronic(_:)`` knows.
  private static let chronic = """
    C D0 D3 D45-D47 D50-D53 D55-D64 D66-D69 D80-D86 D89 B18 B20 E66 J961 M541 G89 H25 H26 H40 H35 I25 I27 I34-I37 I69 I70 I83 \
    I87 J30 K58 K90 K50 K51 L20 L28 L40 L41 L43 L70 L71 L80 M15-M19 M32-M35 M45 M47 M48 M50 M51 M80 K80 N20 N40 N80 N94 N95 \
    R7303 Z94 Z08 D25 N92 G50 G54 G56-G58 G60 G62-G64 \
    G43 G47 G8 I69 I87 L89 L97 M43 M46 N32 N393 N394 N52 H90 H91 H93 F8 Z21 O10 O240-O243 O248 Q
    """
  /// What passes, though its category lasts.
  private static let acute = "E86 E87 F430 F1012 F1092 J3800 I82 G000 N186 N390"
  private static let uncertain = """
    D37-D44 D48 D49 N63 R22 R190 R59 R91 R92 R93 R90 R87 R634 R55 R31 R042 K625 K921 R060 R071 R072 R078 R079 R13 R56 R739 R160 R161 R162 R180 R188 \
    N950 E041 R972 R77 R748 R945 H534 B19
    """
  private static let systemic =
    "J12-J18 N10 N12 K572 K5712 K5732 K81 K85 A692 A02 A03 A04 N136 N70 N71 N73 I80 I82 I30 I33"
  /// Infections that are systemic when fever or the like goes with them.
  private static let infections = "L02 L03 J09-J11 U071 A09 J36 N45 N41 H66 J20 J01 A46 B27"
  private static let injuries = "S06 S12 S22 S27 S36 S37 S14 S24 S34 S422 S423 S72 S821 S822 T20-T25"
  private static let threats = """
    I21 I22 I24 I25110 I25700 I25710 I25720 I25730 I25750 I25760 I25790 I442 I472 I4901 I26 I60-I63 I46 I711 I713 I160 I161 I200 A40 A41 R65 R57 J960 J962 J969 J80 J810 N17 K65 K35 K56 T782 R45851 T1491 G41 \
    J93 N440 G834 G9520 G9529 H3300 H4021 M315 M316 G610 \
    G00 G04 E100 E101 E110 E111 D65 O15 S064 S065 S066
    """
  private static let malignant = "C00-C43 C45-C96"
  private static let fractures = "S02 S32 S42 S49 S52 S59 S62 S72 S79 S82 S89 S92"
}

/// What a code's title says of how bad the problem is.
private struct TitleSigns {
  let icd10cm: ICD10CM
  let row: Int

  /// Whether it begins with "Chronic".
  var isChronic: Bool { icd10cm.withTitle(row: row) { $0.starts(with: TitleSigns.chronic) } }

  /// Whether it names a turn for the worse.
  var isWorse: Bool {
    icd10cm.withTitle(row: row) { title in
      TitleSigns.worse.contains { title.holds($0) } || title.starts(with: TitleSigns.acuteOnChronic)
    }
  }

  /// Whether it names a state that threatens life.
  var isThreatening: Bool { icd10cm.withTitle(row: row) { $0.holds(TitleSigns.asthmaticus) } }

  /// Whether it names a fracture that is open or out of place.
  var isSevereFracture: Bool {
    icd10cm.withTitle(row: row) { title in
      title.holds(TitleSigns.open) || title.holds(TitleSigns.displaced) && !title.holds(TitleSigns.nondisplaced)
    }
  }

  private static let chronic = Array("Chronic".utf8)
  private static let acuteOnChronic = Array("Acute on chronic".utf8)
  private static let worse = ["exacerbation", "hyperglycemia", "hypoglycemia"].map { Array($0.utf8) }
  private static let asthmaticus = Array("status asthmaticus".utf8)
  private static let open = Array("open fracture".utf8)
  private static let displaced = Array("isplaced".utf8)
  private static let nondisplaced = Array("ondisplaced".utf8)
}
