import ClaimModel

/// A release of ICD-10-CM from its official files: the order file, the tabular list, or both, which must agree.
enum DiagnosisFiles {
  static func read(_ paths: [String]) throws(CodeFileFault) -> ReleaseTableDraft {
    var sources: [(name: String, rows: [UInt64: DiagnosisFileRow])] = []
    for path in paths {
      let lines = try LineReader(path: path)
      var rows: [UInt64: DiagnosisFileRow] = [:]
      func add(_ row: DiagnosisFileRow) throws(CodeFileFault) {
        if let first = rows.updateValue(row, forKey: row.key) {
          throw CodeFileFault(
            file: path, line: row.line, column: row.column, expected: "each code once",
            found: "'\(CodeKey.code(row.key))', which line \(first.line) has", remedy: "remove one of the two")
        }
      }
      if try isXML(path) {
        try TabularFile.read(lines, row: add)
      } else {
        try OrderFile.read(lines, row: add)
      }
      sources.append((path, rows))
    }
    guard var (name, rows) = sources.first else { return ReleaseTableDraft(.icd10cm) }
    for other in sources.dropFirst() {
      try agree((name, rows), other)
      try agree(other, (name, rows))
      // The titles of the order file are complete; notes are in the tabular list only.
      for (key, row) in other.rows where !row.notes.isEmpty { rows[key]?.notes = row.notes }
      name = other.name
    }
    var draft = ReleaseTableDraft(.icd10cm)
    for (key, row) in rows {
      try draft.add(key, fields: [row.isBillable ? "1" : "0", row.title] + row.notes, file: name)
    }
    return draft
  }

  private static func isXML(_ path: String) throws(CodeFileFault) -> Bool {
    let lines = try LineReader(path: path)
    while let line = try lines.next() {
      if let first = line.bytes.first(where: { $0 != 32 && $0 != 9 }) { return first == UInt8(ascii: "<") }
    }
    return false
  }

  private static func agree(
    _ left: (name: String, rows: [UInt64: DiagnosisFileRow]), _ right: (name: String, rows: [UInt64: DiagnosisFileRow])
  ) throws(CodeFileFault) {
    let odd = left.rows.values.filter { right.rows[$0.key]?.isBillable != $0.isBillable }
    guard let row = odd.min(by: { $0.line < $1.line }) else { return }
    let code = CodeKey.code(row.key)
    throw CodeFileFault(
      file: left.name, line: row.line, column: row.column, expected: "the codes of \(right.name)",
      found: right.rows[row.key] == nil
        ? "'\(code)', which is not in it" : "'\(code)', which is \(row.isBillable ? "a header" : "billable") there",
      remedy: "import the order file and the tabular list of one release")
  }
}
