import ClaimModel

/// The official ICD-10-CM tabular list in XML: codes with titles, notes and what a 7th character adds.
enum TabularFile {
  private static let noteKinds: [String: ICD10CM.NoteKind] = [
    "inclusionTerm": .inclusionTerm, "includes": .includes, "excludes1": .excludes1, "excludes2": .excludes2,
    "codeFirst": .codeFirst, "useAdditionalCode": .useAdditionalCode, "codeAlso": .codeAlso,
    "sevenChrNote": .seventhCharacter,
  ]

  /// A code whose element is still open.
  private struct OpenCode {
    var line: Int
    var column: Int
    var code = ""
    var title = ""
    var notes: [String] = []
    var seventh: [(character: String, text: String)]
    var hasChildren = false
  }

  static func read(_ lines: LineReader, row: (DiagnosisFileRow) throws(CodeFileFault) -> Void) throws(CodeFileFault) {
    var scanner = XMLScanner(lines)
    var elements: [String] = []
    var codes: [OpenCode] = []
    var character = ""
    var text = ""
    var isEmpty = true
    while let event = try scanner.next() {
      switch event {
      case .open(let name, let attributes):
        text = ""
        if elements.isEmpty { try checkRoot(name, lines.name, scanner.place) }
        elements.append(name)
        if name == "diag" {
          if !codes.isEmpty { codes[codes.count - 1].hasChildren = true }
          codes.append(
            OpenCode(line: scanner.place.line, column: scanner.place.column, seventh: codes.last?.seventh ?? []))
        } else if name == "sevenChrDef", !codes.isEmpty {
          codes[codes.count - 1].seventh = []
        }
        character = attributes["char"] ?? ""
      case .text(let words): text += text.isEmpty ? words : " " + words
      case .close(let name):
        elements.removeLast()
        if name == "diag", let code = codes.popLast() {
          isEmpty = false
          try emit(code, lines.name, row)
        } else if !codes.isEmpty {
          take(name, text, character, inside: elements, &codes[codes.count - 1])
        }
        text = ""
      }
    }
    if isEmpty { throw .empty(lines.name) }
  }

  private static func checkRoot(
    _ name: String, _ file: String, _ place: (line: Int, column: Int)
  ) throws(CodeFileFault) {
    guard name == "ICD10CM.tabular" else {
      throw CodeFileFault(
        file: file, line: place.line, column: place.column, expected: "the element ICD10CM.tabular",
        found: CodeFileFault.quote(name), remedy: "use the file named icd10cm-tabular-DATE.xml, not the index")
    }
  }

  private static func take(
    _ name: String, _ text: String, _ character: String, inside elements: [String], _ code: inout OpenCode
  ) {
    switch (elements.last, name) {
    case ("diag", "name"): code.code = text.filter { $0 != "." }
    case ("diag", "desc"): code.title = text
    case ("sevenChrDef", "extension"): code.seventh.append((character, text))
    case (let parent?, "note"):
      if let kind = noteKinds[parent], elements.dropLast().last == "diag" {
        code.notes.append("\(kind.rawValue)\(text)")
      }
    default: break
    }
  }

  private static func emit(
    _ code: OpenCode, _ file: String, _ row: (DiagnosisFileRow) throws(CodeFileFault) -> Void
  ) throws(CodeFileFault) {
    func key(_ text: String) throws(CodeFileFault) -> UInt64 {
      guard (3...7).contains(text.utf8.count), let key = CodeKey.packed(text) else {
        throw CodeFileFault(
          file: file, line: code.line, column: code.column, expected: "a code of 3 to 7 capitals and digits in <name>",
          found: CodeFileFault.quote(text), remedy: "correct the <name> of this <diag>")
      }
      return key
    }
    let own = try key(code.code)
    guard !code.title.isEmpty else {
      throw CodeFileFault(
        file: file, line: code.line, column: code.column, expected: "a title in <desc>", found: "none",
        remedy: "give the <diag> of \(code.code) a <desc>")
    }
    let isExtended = !code.hasChildren && !code.seventh.isEmpty
    try row(
      DiagnosisFileRow(
        key: own, isBillable: !code.hasChildren && !isExtended, title: code.title, notes: code.notes, line: code.line,
        column: code.column))
    guard isExtended else { return }
    for (character, text) in code.seventh {
      // The note at S06: D and S do not apply when the sixth character says the patient died (7, 8).
      if code.code.hasPrefix("S06"), "78".contains(code.code.dropFirst(5).prefix(1)), !code.code.dropFirst(5).isEmpty,
        "DS".contains(character)
      {
        continue
      }
      let padding = String(repeating: "X", count: max(0, 6 - code.code.utf8.count))
      try row(
        DiagnosisFileRow(
          key: try key(code.code + padding + character), isBillable: true, title: code.title + ", " + text, notes: [],
          line: code.line, column: code.column))
    }
  }
}
