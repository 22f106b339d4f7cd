import ClaimModel

/// CPT files that a user has a licence for. Nothing of them comes with this project.
///
/// Told apart by their first record; a copyright notice may stand above it:
///
/// - our own form: tab-separated, with a header that names the columns `code` and `description` and, if there are any,
///   `short`, `effective` and `termination` (dates as `2026-01-01` or `20260101`);
/// - the AMA's tab-delimited long descriptions: code, tab, description;
/// - the AMA's fixed long descriptions: code at 1–5, two digits of sequence at 6–7, text at 9–80, continued in lines that
///   repeat the code;
/// - the AMA's fixed short and medium descriptions: code at 1–5, text from 7.
///
/// Source: AMA, "CPT ASCII text files", filelayout.txt; NLM, "CPT source representation" for the files' names.
enum CPTFile {
  private struct Entry {
    var texts: [String]
    var effective: CalendarDate?
    var end: CalendarDate?
    var line: Int
  }

  private enum Layout { case named([String: Int]), tabs, long, short }

  static func read(_ paths: [String]) throws(CodeFileFault) -> ReleaseTableDraft {
    var merged: [UInt64: Entry] = [:]
    for path in paths {
      for (key, entry) in try entries(LineReader(path: path)) {
        if var known = merged[key] {
          known.texts += entry.texts
          known.effective = known.effective ?? entry.effective
          known.end = known.end ?? entry.end
          merged[key] = known
        } else {
          merged[key] = entry
        }
      }
    }
    var draft = ReleaseTableDraft(.cpt)
    for (key, entry) in merged {
      let texts = entry.texts.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
      try draft.add(
        key, effective: entry.effective, end: entry.end, fields: [texts.first ?? "", texts.last ?? "", ""],
        file: paths.first ?? "")
    }
    return draft
  }

  private static func entries(_ lines: LineReader) throws(CodeFileFault) -> [UInt64: Entry] {
    var entries: [UInt64: Entry] = [:]
    var layout: Layout?
    var last: UInt64?
    while let line = try lines.next() {
      if line.isBlank { continue }
      let isFirst = layout == nil
      if isFirst { layout = self.layout(of: line) }
      // The copyright notice, or our header, which holds no code.
      guard let layout else { continue }
      if isFirst, case .named = layout { continue }
      let (key, entry) = try record(line, layout, lines)
      if case .long = layout, line.raw(6...7) != "01", line.raw(6...7) != "00", let last, last == key {
        entries[key]?.texts[0] += " " + entry.texts[0]
        continue
      }
      if let first = entries.updateValue(entry, forKey: key) {
        throw CodeFileFault(
          file: lines.name, line: line.number, column: 1, expected: "each code once",
          found: "'\(CodeKey.code(key))', which line \(first.line) has", remedy: "remove one of the two lines")
      }
      last = key
    }
    guard !entries.isEmpty else {
      throw CodeFileFault(
        file: lines.name, line: 1, column: 1, expected: "a header with the columns code and description, or CPT codes",
        found: "neither", remedy: "docs/code-sets.md describes the forms that can be read")
    }
    return entries
  }

  private static func layout(of line: TextLine) -> Layout? {
    let names = line.text.split(separator: "\t", omittingEmptySubsequences: false).map { $0.trimmed.lowercased() }
    if names.contains("code"), names.contains("description") {
      return .named(Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }))
    }
    guard isCPT(line.raw(1...5)) else { return nil }
    if line.raw(6...6) == "\t" { return .tabs }
    let sequence = line.raw(6...7)
    if sequence.utf8.count == 2, sequence.utf8.allSatisfy({ (48...57).contains($0) }), line.raw(8...8) == " " {
      return .long
    }
    return line.raw(6...6) == " " ? .short : nil
  }

  private static func isCPT(_ code: String) -> Bool {
    code.utf8.count == 5 && code.utf8.dropLast().allSatisfy { (48...57).contains($0) } && CodeKey.packed(code) != nil
  }

  private static func record(
    _ line: TextLine, _ layout: Layout, _ lines: LineReader
  ) throws(CodeFileFault) -> (UInt64, Entry) {
    if case .named(let columns) = layout { return try namedRecord(line, columns, lines) }
    let code = line.raw(1...5)
    guard isCPT(code), let key = CodeKey.packed(code) else {
      throw fault(lines, line, 1, "a CPT code: four digits, then a digit or a capital", code)
    }
    let start: Int
    switch layout {
    case .long:
      guard line.raw(6...7).utf8.allSatisfy({ (48...57).contains($0) }) else {
        throw fault(lines, line, 6, "a sequence number of two digits", line.raw(6...7))
      }
      start = 9
    case .tabs, .short, .named:
      let separator = if case .tabs = layout { "\t" } else { " " }
      guard line.raw(6...6) == separator else {
        throw fault(lines, line, 6, separator == "\t" ? "a tab" : "a space", line.raw(6...6))
      }
      start = 7
    }
    let text = line.field(start...max(start, line.count))
    guard !text.isEmpty else { throw fault(lines, line, start, "a description", text) }
    return (key, Entry(texts: [text.split(separator: "\t").last.map { $0.trimmed } ?? text], line: line.number))
  }

  private static func namedRecord(
    _ line: TextLine, _ columns: [String: Int], _ lines: LineReader
  ) throws(CodeFileFault) -> (UInt64, Entry) {
    let parts = line.text.split(separator: "\t", omittingEmptySubsequences: false)
    func part(_ name: String) -> (text: String, column: Int) {
      guard let index = columns[name], index < parts.count else { return ("", line.count + 1) }
      return (parts[index].trimmed, parts[..<index].reduce(1) { $0 + $1.unicodeScalars.count + 1 })
    }
    let code = part("code")
    guard isCPT(code.text), let key = CodeKey.packed(code.text) else {
      throw fault(lines, line, code.column, "a CPT code: four digits, then a digit or a capital", code.text)
    }
    let description = part("description")
    guard !description.text.isEmpty else {
      throw fault(lines, line, description.column, "a description", description.text)
    }
    func date(_ name: String) throws(CodeFileFault) -> CalendarDate? {
      let (text, column) = part(name)
      if text.isEmpty { return nil }
      guard let date = CalendarDate(yyyymmdd: text) ?? (text.count == 10 ? CalendarDate(iso: text) : nil) else {
        throw fault(lines, line, column, "a date such as 2026-01-01", text)
      }
      return date
    }
    let entry = Entry(
      texts: [description.text, part("short").text], effective: try date("effective"), end: try date("termination"),
      line: line.number)
    return (key, entry)
  }

  private static func fault(
    _ lines: LineReader, _ line: TextLine, _ column: Int, _ expected: String, _ found: String
  ) -> CodeFileFault {
    CodeFileFault(
      file: lines.name, line: line.number, column: column, expected: expected, found: CodeFileFault.quote(found),
      remedy: "docs/code-sets.md describes the forms that can be read")
  }
}
