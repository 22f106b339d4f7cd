import ClaimModel
import CodeSets

/// What is coded for a condition that lies in the past, and for one of a relative.
final class HistoryCodes: Sendable {
  private let personal: CodeTable<Int>
  private let groups: CodeTable<Int>
  private let relatives: CodeTable<Int>
  private let histories: Range<Int>
  private let relativesHistories: Range<Int>
  private let oldInfarction: Int?

  init(_ icd10cm: ICD10CM) {
    func table(_ lines: [(String, String)]) -> CodeTable<Int> {
      CodeTable(
        icd10cm,
        lines.compactMap { line in
          let row = icd10cm.rows(under: line.1).first.flatMap { icd10cm.unspecified(row: $0) }
          return row.map { (line.0, $0) }
        })
    }
    personal = table(HistoryCodes.personal)
    groups = table(HistoryCodes.groups)
    relatives = table(HistoryCodes.relatives)
    relativesHistories = icd10cm.rows(under: "Z80").lowerBound..<icd10cm.rows(under: "Z84").upperBound
    oldInfarction = icd10cm.row(of: "I252")
    histories = icd10cm.rows(under: "Z85").lowerBound..<icd10cm.rows(under: "Z87").upperBound
  }

  /// The code of a personal history of the condition; `nil` when there is none that names it.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.21.c.4 (history of), I.C.2.m (Z85: a neoplasm that was removed
  /// and is no longer treated), I.C.9.d.3 (Z86.73) and I.C.9.e (I25.2).
  func personalHistory(of row: Int) -> Int? { personal[row] }

  /// The code of a history of the condition, of its kind where none names it: for what an assessment lists as past.
  ///
  /// Source: Index, History, personal (of).
  func listedHistory(of row: Int) -> Int? { personal[row] ?? groups[row] }

  /// Whether the code says itself that a condition lies in the past.
  func isHistory(_ row: Int) -> Bool { histories.contains(row) }

  /// Whether words that name the code name a history, the patient's or a relative's, whichever section they stand in:
  /// "family history of colon cancer", "old myocardial infarction".
  func namesHistory(_ row: Int) -> Bool {
    histories.contains(row) || relativesHistories.contains(row) || row == oldInfarction
  }

  /// Whether the code says that a relative has or had a condition.
  func isRelatives(_ row: Int) -> Bool { relativesHistories.contains(row) }

  /// The code of a relative's condition; `nil` when there is none that names it.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.21.c.4 (family history).
  func familyHistory(of row: Int) -> Int? { relatives[row] }

  private static let personal: [(String, String)] = [
    ("C00-C14", "Z8581"), ("C15", "Z8501"), ("C16", "Z85028"), ("C17", "Z85068"), ("C18", "Z85038"),
    ("C19-C21", "Z85048"), ("C22", "Z8505"), ("C25", "Z8507"), ("C32", "Z8521"), ("C33", "Z8512"), ("C34", "Z85118"),
    ("C40 C41", "Z85830"), ("C43", "Z85820"), ("C44", "Z85828"), ("C49", "Z85831"), ("C50", "Z853"), ("D05", "Z86000"),
    ("D03", "Z86006"),
    ("C53", "Z8541"), ("C54 C55", "Z8542"), ("C56", "Z8543"), ("C60", "Z8549"), ("C61", "Z8546"), ("C62", "Z8547"),
    ("C64", "Z85528"), ("C65", "Z8553"), ("C67", "Z8551"), ("C69", "Z85840"), ("C71", "Z85841"), ("C73", "Z85850"),
    ("C23 C24 C26", "Z8509"), ("C30 C31", "Z8522"), ("C37", "Z85238"), ("C38 C39 C45-C48 C76", "Z8589"),
    ("C51 C52 C57", "Z8544"), ("C63", "Z8549"), ("C66", "Z8554"), ("C68", "Z8559"), ("C70 C72", "Z85848"),
    ("C74 C75", "Z85858"), ("C81", "Z8571"), ("C82-C85", "Z8572"), ("C91-C95", "Z856"),
    ("A15-A19", "Z8611"), ("B50-B54", "Z8613"), ("A80", "Z8612"), ("U071 J1282", "Z8616"),
    ("D126 K635 K621", "Z860100"), ("O24", "Z8632"),
    ("I21 I22", "I252"), ("I26", "Z86711"), ("I82", "Z86718"), ("I80", "Z8672"), ("G45 I60-I63", "Z8673"),
    ("I46", "Z8674"),
    ("G00 G03", "Z8661"), ("J12-J18", "Z8701"), ("K25-K28", "Z8711"), ("N390 N30", "Z87440"), ("N20", "Z87442"),
    ("O60", "Z8751"), ("O03", "Z8759"), ("F17", "Z87891"), ("S02 S12 S22 S32 S42 S52 S62 S72 S82 S92", "Z8781"),
    ("M80", "Z87310"), ("M843", "Z87312"), ("M844-M846", "Z87311"), ("R56", "Z87898"), ("S06", "Z87820"),
    ("T78 T886", "Z87892"),
  ]

  /// Chapters, for a condition of which a history is listed; the first line that holds it counts.
  private static let groups: [(String, String)] = [
    ("A00-A14 A20-A79 A81-A99 B00-B49 B55-B99", "Z8619"), ("D32 D33", "Z86011"), ("D10-D31 D34-D36", "Z86018"),
    ("D50-D89", "Z862"), ("E00-E89", "Z8639"), ("F01-F09 F11-F16 F18-F99", "Z8659"),
    ("G00-G44 G46-G99 H00-H95", "Z8669"),
    ("I00-I20 I23-I25 I27-I45 I47-I59 I70-I79 I83-I99", "Z8679"), ("J00-J11 J20-J99", "Z8709"),
    ("K00-K24 K29-K95", "Z8719"),
    ("L00-L99", "Z872"), ("M00-M99", "Z8739"),
  ]

  private static let relatives: [(String, String)] = [
    ("C15-C26", "Z800"), ("C33 C34", "Z801"), ("C30-C32", "Z802"), ("C50", "Z803"), ("C56", "Z8041"), ("C61", "Z8042"),
    ("C62", "Z8043"), ("C51-C55 C57 C60 C63", "Z8049"), ("C64", "Z8051"), ("C67", "Z8052"), ("C65 C66", "Z8059"),
    ("C91-C95", "Z806"), ("C81-C90", "Z807"), ("C40 C41 C43-C49 C70-C75", "Z808"), ("C80", "Z809"),
    ("F70-F79", "Z810"), ("F10", "Z811"), ("F17", "Z812"), ("F11-F16 F18 F19", "Z814"), ("F20-F69", "Z818"),
    ("G35 G40 G30 G20 G10", "Z820"), ("H54", "Z821"), ("H90 H91", "Z822"), ("I60-I63 G45", "Z823"), ("I46", "Z8241"),
    ("I10-I15 I20-I25 I42 I48-I51 I70-I74", "Z8249"), ("J45", "Z825"), ("J40-J44 J47", "Z836"),
    ("M05 M06 M15-M19", "Z8261"), ("M80 M81", "Z8262"), ("E08-E11 E13", "Z833"), ("E780", "Z8342"),
    ("E782 E784 E785", "Z83438"),
    ("E00-E07 E88", "Z8349"), ("D50-D89", "Z832"), ("D126 K635", "Z8371"), ("H40", "Z83511"), ("N17-N19 Q61", "Z841"),
    ("L20-L45", "Z840"), ("Z8601", "Z8371"), ("Z8503", "Z800"), ("Z8504", "Z800"), ("Z853", "Z803"), ("Z8546", "Z8042"),
    ("Z8543", "Z8041"), ("Z8511", "Z801"), ("Z8673", "Z823"), ("I252", "Z8249"),
  ]
}
