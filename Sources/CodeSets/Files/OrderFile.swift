import ClaimModel

/// The official ICD-10-CM order file: one code or header a line, at fixed columns.
///
/// 1–5 order number, 7–13 code without its point, 15 whether it can be billed, 17–76 short title, from 78 long title.
///
/// Source: CMS, "ICD-10-CM Order File" (icd10OrderFiles.pdf, in each yearly ZIP).
enum OrderFile {
  static func read(_ lines: LineReader, row: (DiagnosisFileRow) throws(CodeFileFault) -> Void) throws(CodeFileFault) {
    var isEmpty = true
    while let line = try lines.next() {
      if line.isBlank { continue }
      isEmpty = false
      func fault(_ column: Int, _ columns: ClosedRange<Int>, _ expected: String) -> CodeFileFault {
        CodeFileFault(
          file: lines.name, line: line.number, column: column, expected: expected,
          found: CodeFileFault.quote(line.raw(columns)),
          remedy: "use the file named icd10cm-order-YEAR.txt as it comes from cms.gov")
      }
      let order = line.raw(1...6)
      guard order.utf8.count == 6, order.hasSuffix(" "), order.dropLast().utf8.allSatisfy({ (48...57).contains($0) })
      else { throw fault(1, 1...6, "an order number of five digits and a space") }
      let code = line.field(7...13)
      guard (3...7).contains(code.utf8.count), let key = CodeKey.packed(code), line.raw(14...14) == " " else {
        throw fault(7, 7...14, "a code of 3 to 7 capitals and digits at columns 7 to 13")
      }
      let flag = line.raw(15...15)
      guard flag == "0" || flag == "1" else { throw fault(15, 15...15, "0 for a header or 1 for a billable code") }
      let short = line.field(17...76)
      guard !short.isEmpty, line.raw(16...16) == " " else {
        throw fault(17, 16...76, "a title at columns 17 to 76")
      }
      let long = line.count >= 78 ? line.field(78...line.count) : ""
      try row(
        DiagnosisFileRow(
          key: key, isBillable: flag == "1", title: long.isEmpty ? short : long, notes: [], line: line.number,
          column: 7))
    }
    if isEmpty { throw .empty(lines.name) }
  }
}

/// A code or header as a file of ICD-10-CM has it.
struct DiagnosisFileRow {
  var key: UInt64
  var isBillable: Bool
  var title: String
  /// Each note behind the digit of its kind.
  var notes: [String]
  var line: Int
  var column: Int
}

extension CodeFileFault {
  static func empty(_ file: String) -> CodeFileFault {
    CodeFileFault(
      file: file, line: 1, column: 1, expected: "at least one code", found: "none",
      remedy: "check that this is the official file and the right kind")
  }
}
