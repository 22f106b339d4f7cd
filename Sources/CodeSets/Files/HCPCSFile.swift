import ClaimModel

/// The official HCPCS Level II file: the contractor record of 320 characters, procedures and modifiers.
///
/// 1–5 code (modifiers at 4–5), 6–10 sequence by hundreds, 11 record type (3 and 7 begin a procedure and a modifier, 4
/// and 8 continue its description), 12–91 long description, 92–119 short description, 230 coverage, 269–276 date added,
/// 285–292 last date of service.
///
/// Source: CMS, "HCPCS Contractor Record" (HCPCS_recordlayout.txt, in each release).
enum HCPCSFile {
  /// A code whose description may go on in the next line.
  private struct OpenCode {
    var key: UInt64
    var code: String
    var sequence: Int
    var isModifier: Bool
    var description: [String]
    var short: String
    var coverage: String
    var added: CalendarDate?
    var end: CalendarDate?
    var line: Int
  }

  private static let remedy = "use the contractor file (HCPC…_CONTR_ANWEB.txt) as it comes from cms.gov"

  static func read(_ lines: LineReader, into draft: inout ReleaseTableDraft) throws(CodeFileFault) {
    var open: OpenCode?
    while let line = try lines.next() {
      if line.isBlank { continue }
      guard let (sequence, type) = head(line) else {
        // Disclaimers stand above the first record.
        guard open != nil || isRecord(line) else { continue }
        throw fault(
          lines, line, 6...11, "a sequence number at columns 6 to 10 and a record type (3, 4, 7, 8) at column 11")
      }
      let code = line.field(1...5)
      switch type {
      case "3", "7":
        if let open { try add(open, lines, &draft) }
        open = try begin(lines, line, code: code, sequence: sequence, isModifier: type == "7")
      default:
        guard var continued = open, continued.code == code, continued.isModifier == (type == "8") else {
          throw fault(
            lines, line, 1...5,
            open.map { "the code '\($0.code)', which the line continues" } ?? "a record of type 3 or 7 first")
        }
        guard sequence > continued.sequence else {
          throw fault(lines, line, 6...10, "a sequence number above \(continued.sequence)")
        }
        continued.sequence = sequence
        continued.description.append(line.field(12...91))
        open = continued
      }
    }
    guard let last = open else { throw .empty(lines.name) }
    try add(last, lines, &draft)
  }

  /// Whether a line looks like a record whose head is damaged: disclaimers are shorter, or hold tabs.
  private static func isRecord(_ line: TextLine) -> Bool { line.count >= 293 && !line.bytes.contains(9) }

  private static func head(_ line: TextLine) -> (sequence: Int, type: String)? {
    let digits = line.raw(6...10)
    let type = line.raw(11...11)
    guard digits.utf8.count == 5, digits.utf8.allSatisfy({ (48...57).contains($0) }), let sequence = Int(digits),
      ["3", "4", "7", "8"].contains(type)
    else { return nil }
    return (sequence, type)
  }

  private static func begin(
    _ lines: LineReader, _ line: TextLine, code: String, sequence: Int, isModifier: Bool
  ) throws(CodeFileFault) -> OpenCode {
    guard code.utf8.count == (isModifier ? 2 : 5), let key = CodeKey.packed(code) else {
      throw fault(
        lines, line, 1...5,
        isModifier ? "a modifier of two capitals and digits at columns 4 to 5" : "a code of five capitals and digits")
    }
    guard line.count >= 293 else {
      throw fault(lines, line, max(1, line.count - 9)...max(1, line.count), "a record of at least 293 characters")
    }
    func date(_ columns: ClosedRange<Int>, _ meaning: String) throws(CodeFileFault) -> CalendarDate? {
      let text = line.field(columns)
      if text.isEmpty || text == "00000000" { return nil }
      guard let date = CalendarDate(yyyymmdd: text) else { throw fault(lines, line, columns, meaning) }
      return date
    }
    return OpenCode(
      key: key, code: code, sequence: sequence, isModifier: isModifier, description: [line.field(12...91)],
      short: line.field(92...119), coverage: line.field(230...230),
      added: try date(269...276, "the date the code was added, YYYYMMDD"),
      end: try date(285...292, "the last date of service, YYYYMMDD, or blanks"), line: line.number)
  }

  private static func add(
    _ open: OpenCode, _ lines: LineReader, _ draft: inout ReleaseTableDraft
  ) throws(CodeFileFault) {
    let description = open.description.filter { !$0.isEmpty }.joined(separator: " ").collapsed
    try draft.add(
      open.key, effective: open.added, end: open.end, fields: [description, open.short, open.coverage],
      file: lines.name, line: open.line)
  }

  private static func fault(
    _ lines: LineReader, _ line: TextLine, _ columns: ClosedRange<Int>, _ expected: String
  ) -> CodeFileFault {
    CodeFileFault(
      file: lines.name, line: line.number, column: columns.lowerBound, expected: expected,
      found: CodeFileFault.quote(line.raw(columns)), remedy: remedy)
  }
}
