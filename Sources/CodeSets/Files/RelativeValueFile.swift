import ClaimModel

/// The relative value file of the Medicare physician fee schedule: CMS's `PPRRVU…csv`, whose header goes over several
/// lines, or a plain CSV with the columns `hcpcs`, `work_rvu`, `pe_rvu_nonfac`, `pe_rvu_fac` and `mp_rvu`.
///
/// Source: CMS, "PFS Relative Value Files", RVU record layout. Descriptions are not taken: they are the AMA's.
enum RelativeValueFile {
  /// Where the columns are.
  private struct Columns {
    var modifier: Int?
    var status: Int?
    var work: Int
    var practice: Int
    var facilityPractice: Int
    var malpractice: Int
    var factor: Int?
  }

  private static let remedy = "use the CSV named PPRRVU… of the quarter's relative value files from cms.gov"

  static func read(_ lines: LineReader, into draft: inout ReleaseTableDraft) throws(CodeFileFault) {
    var reader = DelimitedReader(lines)
    var columns: Columns?
    var isEmpty = true
    while let row = try reader.next() {
      guard let columns else {
        if row[0].lowercased() == "hcpcs" {
          columns = try self.columns(row, lines.name)
        } else if row[0].utf8.count == 5, CodeKey.packed(row[0]) != nil {
          throw row.fault(0, in: lines.name, expected: "the header HCPCS, MOD, … first", remedy: remedy)
        }
        continue
      }
      if row.isBlank { continue }
      isEmpty = false
      try add(row, columns, lines.name, &draft)
    }
    if isEmpty { throw .empty(lines.name) }
  }

  private static func columns(_ row: DelimitedReader.Row, _ file: String) throws(CodeFileFault) -> Columns {
    let names = row.fields.map { $0.text.collapsed.uppercased() }
    if let work = names.firstIndex(of: "WORK_RVU") {
      func index(_ name: String) throws(CodeFileFault) -> Int {
        guard let index = names.firstIndex(of: name) else {
          throw row.fault(0, in: file, expected: "a column \(name.lowercased())", remedy: remedy)
        }
        return index
      }
      return Columns(
        work: work, practice: try index("PE_RVU_NONFAC"), facilityPractice: try index("PE_RVU_FAC"),
        malpractice: try index("MP_RVU"))
    }
    // The official layout has the columns at fixed places; their names are split over the lines above.
    for index in [5, 6, 8, 10] where index >= names.count || !names[index].contains("RVU") {
      throw row.fault(index, in: file, expected: "a column of relative values as column \(index + 1)", remedy: remedy)
    }
    guard names[1].hasPrefix("MOD") else {
      throw row.fault(1, in: file, expected: "the column MOD", remedy: remedy)
    }
    return Columns(
      modifier: 1, status: 3, work: 5, practice: 6, facilityPractice: 8, malpractice: 10,
      factor: names.firstIndex { $0 == "FACTOR" || $0 == "CONV FACTOR" })
  }

  private static func add(
    _ row: DelimitedReader.Row, _ columns: Columns, _ file: String, _ draft: inout ReleaseTableDraft
  ) throws(CodeFileFault) {
    guard row[0].utf8.count == 5, CodeKey.packed(row[0]) != nil else {
      throw row.fault(0, in: file, expected: "a code of five capitals and digits", remedy: remedy)
    }
    let modifier = columns.modifier.map { row[$0] } ?? ""
    guard modifier.isEmpty || modifier.utf8.count == 2, let key = CodeKey.packed(row[0] + modifier) else {
      throw row.fault(columns.modifier ?? 1, in: file, expected: "a modifier of two characters", remedy: remedy)
    }
    func value(_ index: Int, digits: Int) throws(CodeFileFault) -> String {
      let text = row[index]
      if text.isEmpty || text == "NA" { return "0" }
      guard let number = FixedPoint.parse(text, digits: digits) else {
        throw row.fault(index, in: file, expected: "a number with at most \(digits) decimals", remedy: remedy)
      }
      return String(number)
    }
    let fields = [
      try value(columns.work, digits: 2), try value(columns.practice, digits: 2),
      try value(columns.facilityPractice, digits: 2), try value(columns.malpractice, digits: 2),
      columns.status.map { row[$0] } ?? "",
      try columns.factor.map { (index) throws(CodeFileFault) in try value(index, digits: 4) } ?? "0",
    ]
    try draft.add(key, fields: fields, file: file, line: row.line)
  }
}
