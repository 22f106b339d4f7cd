import ClaimModel

/// An imported release of ICD-10-CM: which codes there are, which can be billed, their titles and notes.
struct DiagnosisRelease: Sendable {
  let table: ReleaseTable

  private func fields(_ key: UInt64, first count: Int = .max) -> [String]? {
    table.rows(key).first.map { table.fields($0, first: count) }
  }

  func contains(_ code: DiagnosisCode) -> Bool {
    CodeKey.packed(code.rawValue).map { !table.rows($0).isEmpty } ?? false
  }

  func isBillable(key: UInt64) -> Bool { table.rows(key).first.map { table.begins($0, with: "1") } ?? false }

  func isBillable(_ code: DiagnosisCode) -> Bool { CodeKey.packed(code.rawValue).map(isBillable(key:)) ?? false }

  func title(_ code: DiagnosisCode) -> String? {
    CodeKey.packed(code.rawValue).flatMap { fields($0, first: 2) }.flatMap { $0.count > 1 ? $0[1] : nil }
  }

  func notes(_ kind: ICD10CM.NoteKind, at code: DiagnosisCode) -> [String] {
    let digit = String(kind.rawValue)
    return (CodeKey.packed(code.rawValue).flatMap { fields($0) } ?? []).dropFirst(2).filter { $0.hasPrefix(digit) }
      .map { String($0.dropFirst()) }
  }

  /// The longest beginning of the code that is a code too.
  func parent(of code: DiagnosisCode) -> DiagnosisCode? {
    var text = code.rawValue.dropLast()
    while text.utf8.count >= 3 {
      let parent = DiagnosisCode(rawValue: String(text))
      if contains(parent) { return parent }
      text.removeLast()
    }
    return nil
  }

  func children(of code: DiagnosisCode) -> [DiagnosisCode] {
    guard let key = CodeKey.packed(code.rawValue), code.rawValue.utf8.count < 8 else { return [] }
    let end = key + 1 << UInt64(64 - 8 * code.rawValue.utf8.count)
    let first = table.rows.partitioningIndex { $0.key > key }
    return table.rows[first...].prefix { $0.key < end }.map { DiagnosisCode(rawValue: CodeKey.code($0.key)) }
      .filter { parent(of: $0) == code }
  }
}
