import ClaimModel

/// The official files of the National Correct Coding Initiative, as tab-separated text and as CSV.
///
/// Source: CMS, "Medicare NCCI Procedure to Procedure (PTP) Edits" and "Medicare NCCI Medically Unlikely Edits (MUEs)".
enum EditFiles {
  private static let ptpRemedy =
    "use the practitioner PTP file (ccipra-….txt) as it comes from cms.gov, or the sheet saved as CSV"
  private static let mueRemedy = "use the practitioner services MUE table as CSV, as it comes from cms.gov"

  /// Column 1, Column 2, whether it existed before 1996, effective date, deletion date (the last in effect; `*` for
  /// none), modifier 0, 1 or 9, rationale. A notice and a header over several lines stand above.
  static func readPairs(_ lines: LineReader, into draft: inout ReleaseTableDraft) throws(CodeFileFault) {
    var reader = DelimitedReader(lines)
    var isBelowHeader = false
    var isEmpty = true
    while let row = try reader.next() {
      if row[0].lowercased().hasPrefix("column 1"), row[1].lowercased().hasPrefix("column 2") {
        isBelowHeader = true
        continue
      }
      // The header goes on in lines whose first column is empty.
      if row[0].isEmpty || (!isBelowHeader && CodeKey.pair(row[0], row[1]) == nil) { continue }
      guard isBelowHeader else {
        throw row.fault(0, in: lines.name, expected: "the header Column 1, Column 2, … first", remedy: ptpRemedy)
      }
      isEmpty = false
      try add(row, lines.name, &draft)
    }
    if !isBelowHeader || isEmpty { throw .empty(lines.name) }
  }

  private static func add(
    _ row: DelimitedReader.Row, _ file: String, _ draft: inout ReleaseTableDraft
  ) throws(CodeFileFault) {
    for index in 0...1 where row[index].utf8.count != 5 || CodeKey.packed(row[index]) == nil {
      throw row.fault(index, in: file, expected: "a code of five capitals and digits", remedy: ptpRemedy)
    }
    guard ["", "*"].contains(row[2]) else {
      throw row.fault(2, in: file, expected: "* or nothing in the third column", remedy: ptpRemedy)
    }
    guard let effective = CalendarDate(yyyymmdd: row[3]) else {
      throw row.fault(3, in: file, expected: "an effective date, YYYYMMDD", remedy: ptpRemedy)
    }
    var deletion: CalendarDate?
    if row[4] != "*", row[4] != "" {
      guard let date = CalendarDate(yyyymmdd: row[4]) else {
        throw row.fault(4, in: file, expected: "a deletion date, YYYYMMDD, or *", remedy: ptpRemedy)
      }
      // An edit that was deleted as of its first day has never been in effect.
      if date <= effective { return }
      deletion = date
    }
    guard ModifierIndicator(rawValue: row[5]) != nil else {
      throw row.fault(5, in: file, expected: "a modifier indicator 0, 1 or 9", remedy: ptpRemedy)
    }
    guard let key = CodeKey.pair(row[0], row[1]) else { return }
    try draft.add(key, effective: effective, end: deletion, fields: [row[5], row[6], row[2]], file: file)
  }

  /// HCPCS/CPT code, practitioner services MUE value, adjudication indicator (1, 2 or 3, then words), rationale.
  static func readUnits(_ lines: LineReader, into draft: inout ReleaseTableDraft) throws(CodeFileFault) {
    var reader = DelimitedReader(lines)
    var isBelowHeader = false
    var isEmpty = true
    while let row = try reader.next() {
      if !isBelowHeader, row[0].collapsed.lowercased().hasPrefix("hcpcs/"), row.fields.count >= 3 {
        guard row[1].lowercased().hasPrefix("practitioner") else {
          throw row.fault(
            1, in: lines.name, expected: "the column Practitioner Services MUE Values", remedy: mueRemedy)
        }
        isBelowHeader = true
        continue
      }
      if row.isBlank || (!isBelowHeader && !(row[0].utf8.count == 5 && CodeKey.packed(row[0]) != nil)) { continue }
      guard isBelowHeader else {
        throw row.fault(0, in: lines.name, expected: "the header HCPCS/CPT Code, … first", remedy: mueRemedy)
      }
      isEmpty = false
      guard row[0].utf8.count == 5, let key = CodeKey.packed(row[0]) else {
        throw row.fault(0, in: lines.name, expected: "a code of five capitals and digits", remedy: mueRemedy)
      }
      guard let units = Int(row[1]), (0...99_999).contains(units) else {
        throw row.fault(1, in: lines.name, expected: "a number of units", remedy: mueRemedy)
      }
      guard let indicator = row[2].first, ["1", "2", "3"].contains(indicator) else {
        throw row.fault(2, in: lines.name, expected: "an adjudication indicator 1, 2 or 3", remedy: mueRemedy)
      }
      try draft.add(
        key, fields: [String(units), String(indicator), row[3]], file: lines.name, line: row.line)
    }
    if !isBelowHeader || isEmpty { throw .empty(lines.name) }
  }
}
