/// Which conditions are coded by which codes of chapter 15.
extension PregnancyRule {
  /// Conditions, the code of chapter 15 without the trimester, and whether a note there asks for the condition's own code. Of
  /// two lines that hold a condition the later one counts.
  typealias Line = (conditions: String, header: String, keepsOwn: Bool)

  static let lines: [Line] = infections + diseases + circulation + urinaryAndGenital + findings

  /// O98: conditions of chapter 1, by the inclusion terms; sections I.C.15.f (HIV) and I.C.15.s (COVID-19).
  private static let infections: [Line] = [
    ("A00-B89 B99", "O9881", true), ("A15-A19", "O9801", true), ("A50-A53", "O9811", true), ("A54", "O9821", true),
    ("A55-A64", "O9831", true), ("B15-B19", "O9841", true), ("A80-B09 B25-B34 U071", "O9851", true),
    ("B50-B64", "O9861", true), ("B20 Z21", "O9871", true),
  ]

  /// O99 and O9A: conditions of other chapters, by the inclusion terms; section I.C.15.g (diabetes) and the notes at O24,
  /// which ask for the manifestations of a diabetes; section I.C.15.l (alcohol, tobacco).
  private static let diseases: [Line] = [
    ("C00-C96", "O9A11", true), ("D00-D48 H00-H95 M00-M99 Q00-Q99", "O99891", true), ("D25", "O341", true),
    ("D50-D64", "O9901", true), ("D65-D89", "O9911", true),
    ("E00-E07 E15-E36 E50-E64 E70-E88", "O9928", true), ("E65-E68", "O9921", true), ("E40-E46", "O251", false),
    ("E10", "O2401", true), ("E109", "O2401", false), ("E11", "O2411", true), ("E119", "O2411", false),
    ("E08 E09 E13", "O2481", true), ("E089 E099 E139", "O2481", false),
    ("F01-F09 F20-F52 F54-F99", "O9934", true), ("F10", "O9931", true), ("F11-F16 F18-F19", "O9932", true),
    ("F17", "O9933", true), ("G00-G99", "O9935", true), ("J00-J99", "O9951", true), ("K00-K93", "O9961", true),
    ("K70-K77 K80-K83", "O2661", true), ("L00-L99", "O9971", true), ("S00-T34", "O9A21", true),
  ]

  /// O10 (section I.C.15.c), O22, O26.5 and O99.4. An embolism of the lung has codes of its own, O88.2.
  private static let circulation: [Line] = [
    ("I00-I09 I20-I25 I27-I79 I85-I94 I96-I99", "O9941", true), ("I10", "O1001", false), ("I11", "O1011", true),
    ("I12", "O1021", true), ("I13", "O1031", true), ("I15", "O1041", true), ("I80", "O222", true),
    ("I82", "O223", true), ("I83", "O220", false), ("I863", "O221", false), ("K64", "O224", false),
    ("I95", "O265", false),
  ]

  /// O23, O26.83 and O99.8. What Excludes1 notes give to other codes of birth and maternal care is not listed.
  private static let urinaryAndGenital: [Line] = [
    ("N31-N39 N60 N62-N64 N80 N82-N83 N86-N87 N94", "O99891", true), ("N00-N08 N13-N29", "O2683", true),
    ("N10-N12", "O230", false), ("N30", "O231", false), ("N34", "O232", false), ("N390", "O234", false),
    ("N70-N77", "O2359", false), ("N72", "O2351", false), ("N70", "O2352", false), ("N883", "O343", false),
  ]

  /// Findings that an Excludes1 note at their own code leaves to chapter 15, bacteria in the urine, and the scar of an earlier
  /// cesarean (index: Pregnancy, complicated by).
  private static let findings: [Line] = [
    ("R111 R112", "O219", false), ("R600 R609", "O120", false), ("R80", "O121", false), ("R730", "O99810", false),
    ("R8271", "O234", false), ("Z98891", "O34219", false),
  ]
}
