import ClaimModel
import CodeSets

/// The sex and the ages a code is for.
///
/// Source: Definitions of Medicare Code Edits, age conflict (newborn 0; pediatric 0-17; maternity 9-64; adult 15-124) and
/// sex conflict. The lists are by category and wider than the manual's in chapter 16, which is for the newborn as a whole:
/// guidelines section I.C.16.a.
final class DemographicEdits: Sendable {
  private let sexes: CodeTable<Sex>
  private let ages: CodeTable<ClosedRange<Int>>

  init(_ icd10cm: ICD10CM) {
    sexes = CodeTable(
      icd10cm, [(DemographicEdits.female, Sex.female), (DemographicEdits.male, Sex.male), ("N62", Sex.unknown)])
    ages = CodeTable(
      icd10cm,
      [
        (DemographicEdits.newborn, 0...0), (DemographicEdits.infant, 0...1), (DemographicEdits.pediatric, 0...17),
        (DemographicEdits.maternity, DemographicEdits.maternityAges), (DemographicEdits.adult, 15...124),
      ])
  }

  /// Whether the code goes with a patient's sex and age in completed years. A sex that is not known goes with any code.
  func fit(_ row: Int, sex: Sex, age: Int) -> Bool {
    switch (sexes[row], sex) {
    case (.female, .male), (.male, .female): return false
    default: return ages[row]?.contains(age) ?? true
    }
  }

  /// Whether the code is of a pregnancy, of birth or of the time after it.
  func isMaternity(_ row: Int) -> Bool { ages[row] == DemographicEdits.maternityAges }

  private static let maternityAges = 9...64
  private static let female = """
    A34 B373 C51-C58 C796 D06 D070-D073 D25-D28 D39 E28 E894 F53 N70-N98 O R87 S314 S374-S376 T192 T193 \
    Z014 Z124 Z1272 Z1273 Z32 Z33 Z34 Z36 Z37 Z39 Z3A Z3043 Z8540-Z8544 Z8741 Z8742 Z875 Z9071 Z9072 Z975
    """
  private static let male = """
    B260 C60-C63 D074-D076 D176 D29 D40 E29 E895 F524 I861 N40-N53 R86 R972 S312 S313 S3122 T194 Z125 Z1271 \
    Z8545-Z8549 Z8743 Z9852
    """
  private static let newborn = "P00-P26 P28-P96 Z0011 Z38"
  private static let infant = "P27"
  private static let pediatric = "Z0012 Z002 Z003 Z685 Z761 Z762 R6251"
  private static let maternity = "A34 C58 F53 O Z32-Z34 Z36 Z37 Z39 Z3A Z8759"
  private static let adult = """
    F01-F03 G122 G301 H353 I230-I238 I251 I257 I70 I830-I832 J60 J61 K701 K703 K704 M061 M800 N40 Z681-Z684
    """
}
