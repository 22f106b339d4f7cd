import ClaimModel

/// A piece of evidence as it stands in the chart: the line, and the words with what is around them.
struct Quotation {
  /// `line 14` of a note; what a recorded entry is.
  let place: String
  /// Where it stands, when the place does not say it: the entry's source, or the note's among several.
  let source: String?
  /// The words of the line before the evidence, the evidence, and those behind it, within the width asked for.
  let before: String
  let words: String
  let after: String

  /// A quotation of at most `width` characters, four of them for what marks the evidence and its cut.
  init(_ proof: CodingSheet.Proof, in visit: Visit, width: Int) {
    let bytes = Array(proof.text.utf8)
    let item = visit.documentation.first { item in
      item.source == proof.source && item.text.utf8.dropFirst(proof.offset).starts(with: bytes)
    }
    let text = Array((item?.text ?? proof.text).utf8)
    let start = item == nil ? 0 : min(proof.offset, text.count)
    let end = min(start + bytes.count, text.count)
    let isNote = item?.kind == .note
    let notes = visit.documentation.count { $0.kind == .note }
    place =
      isNote
      ? "line \(1 + text[..<start].count { $0 == UInt8(ascii: "\n") })" : Quotation.name(of: item?.kind)
    source = isNote && notes == 1 ? nil : Quotation.plain(proof.source)

    let lineStart = text[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let lineEnd = text[end...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
    let inner = Quotation.plain(String(decoding: text[start..<end], as: UTF8.self))
    let room = max(0, width - 4 - inner.count)
    let left = Quotation.plain(String(decoding: text[lineStart..<start], as: UTF8.self))
    let right = Quotation.plain(String(decoding: text[end..<lineEnd], as: UTF8.self), keepsEdges: true)
    let leftRoom = max(room / 2, room - right.count)
    before = left.count <= leftRoom ? left : "…" + left.suffix(max(0, leftRoom - 1))
    let rightRoom = max(0, room - before.count)
    after = right.count <= rightRoom ? right : right.prefix(max(0, rightRoom - 1)) + "…"
    words = inner.count <= width - 4 ? inner : inner.prefix(max(1, width - 5)) + "…"
  }

  /// On one line, without control characters: a chart must not write to the terminal what only its user may.
  static func plain(_ text: String, keepsEdges: Bool = false) -> String {
    var plain = ""
    for character in text {
      let isSpace =
        character.isWhitespace || character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
      if !isSpace {
        plain.append(character)
      } else if plain.last != " ", !plain.isEmpty || keepsEdges {
        plain.append(" ")
      }
    }
    return plain
  }

  private static func name(of kind: DocumentationItem.Kind?) -> String {
    switch kind {
    case .note, nil: "note"
    case .encounterType: "visit"
    case .medicationTaken: "takes"
    case .medicationGiven: "given"
    case .familyHistory: "family"
    case .immunization: "vaccine"
    case .observation: "finding"
    case .medication: "drug"
    case .amendment: "answer"
    case .reason, .condition, .procedure, .report, .order, .allergy: kind?.rawValue ?? ""
    }
  }
}
