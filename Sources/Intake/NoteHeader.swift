import Foundation

/// The administrative lines in front of a clinical note, and where the note begins.
///
/// Either lines of `key: value` between two lines of three hyphens, or one JSON object, or nothing:
/// ```
/// ---
/// patient: Castillo, Elena
/// birth-date: 1981-02-14
/// ---
/// ```
struct NoteHeader {
  /// A value and the line, from 1, that it stands on.
  struct Entry: Hashable {
    var value: String
    var line: Int
  }

  /// What the header says, by key.
  var entries: [NoteHeaderKey: Entry] = [:]
  /// Offset in bytes of the first byte of the note's body.
  var bodyStart = 0

  /// Reads the header of a note; without one, all of it is body.
  /// - Throws: ``IntakeError/Code/malformedHeader``, ``IntakeError/Code/unknownHeaderKey`` or
  ///   ``IntakeError/Code/duplicateHeaderKey``.
  init(_ bytes: [UInt8]) throws(IntakeError) {
    let start = JSONSyntax.byteOrderMark(of: bytes)
    // A note without a header may be one long line: it is not made a text to be looked at.
    if bytes[start...].starts(with: Self.fence), let first = Self.line(in: bytes, from: start), first.text == "---" {
      try readFrontMatter(bytes, from: first.next)
    } else if start < bytes.count, bytes[start] == UInt8(ascii: "{") {
      try readJSON(bytes, from: start)
    }
  }

  private static let fence = Array("---".utf8)

  /// The line at `start` without its end, and where the next begins; `nil` at the end of the text.
  private static func line(in bytes: [UInt8], from start: Int) -> (text: String, next: Int)? {
    guard start < bytes.count else { return nil }
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    var text = bytes[start..<end]
    if text.last == UInt8(ascii: "\r") { text.removeLast() }
    return (String(decoding: text, as: UTF8.self), min(end + 1, bytes.count))
  }

  private mutating func readFrontMatter(_ bytes: [UInt8], from start: Int) throws(IntakeError) {
    var position = start
    var number = 1
    while let (text, next) = Self.line(in: bytes, from: position) {
      number += 1
      position = next
      if text == "---" {
        bodyStart = position
        return
      }
      let trimmed = text.trimmingCharacters(in: .whitespaces)
      if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
      guard let colon = trimmed.firstIndex(of: ":") else {
        throw IntakeError(
          .malformedHeader, at: "line \(number)", "a header line has no colon.",
          remedy: "Write `key: value`, and close the header with a line of three hyphens before the note begins.")
      }
      let value = trimmed[trimmed.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      try set(trimmed[..<colon].trimmingCharacters(in: .whitespaces), to: Self.unquoted(value), line: number)
    }
    throw IntakeError(
      .malformedHeader, at: "line 1", "the header that opens here is never closed.",
      remedy: "Close it with a line of three hyphens before the note begins.")
  }

  private static func unquoted(_ text: String) -> String {
    for quote in ["\"", "'"] where text.utf8.count >= 2 && text.hasPrefix(quote) && text.hasSuffix(quote) {
      return String(text.dropFirst().dropLast())
    }
    return text
  }

  /// A value of a JSON header: text, a whole number, or yes and no.
  private struct Scalar: Decodable {
    var text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self.text = text
      } else if let flag = try? container.decode(Bool.self) {
        self.text = flag ? "yes" : "no"
      } else {
        self.text = String(try container.decode(Int.self))
      }
    }
  }

  private mutating func readJSON(_ bytes: [UInt8], from start: Int) throws(IntakeError) {
    let end: Int
    do {
      end = try JSONSyntax.endOfValue(in: bytes, from: start)
    } catch {
      throw IntakeError(
        .malformedHeader, at: "offset \(error.offset)", "the note begins with a brace and what follows is not JSON.",
        remedy: "Write the header as one JSON object, as `key: value` lines between lines of `---`, or leave it out.")
    }
    let header = Array(bytes[start..<end])
    guard let values = try? JSONDecoder().decode([String: Scalar].self, from: Data(header)) else {
      throw IntakeError(
        .malformedHeader, at: "line 1", "the JSON header is not an object of texts, whole numbers and booleans.",
        remedy: "Write each value as a text.")
    }
    let text = String(decoding: header, as: UTF8.self)
    for (key, value) in values.sorted(by: { $0.key < $1.key }) {
      let before = text.range(of: "\"\(key)\"").map { text[..<$0.lowerBound] } ?? ""
      try set(key, to: value.text, line: 1 + before.utf8.count { $0 == UInt8(ascii: "\n") })
    }
    // The line end behind the object belongs to the header.
    bodyStart = end
    if bodyStart < bytes.count, bytes[bodyStart] == UInt8(ascii: "\r") { bodyStart += 1 }
    if bodyStart < bytes.count, bytes[bodyStart] == UInt8(ascii: "\n") { bodyStart += 1 }
  }

  private mutating func set(_ name: String, to value: String, line: Int) throws(IntakeError) {
    guard let key = NoteHeaderKey(rawValue: name.lowercased()) else {
      throw IntakeError(
        .unknownHeaderKey, at: "line \(line)", "the header key \(IntakeError.token(name, limit: 40)) is not known.",
        remedy: "Did you mean `\(NoteHeaderKey.nearest(to: name.lowercased()).rawValue)`? The keys are "
          + NoteHeaderKey.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
    guard entries[key] == nil else {
      throw IntakeError(
        .duplicateHeaderKey, at: "line \(line)", "the header key `\(key.rawValue)` stands there twice.",
        remedy: "Keep one of them.")
    }
    if !value.isEmpty { entries[key] = Entry(value: value, line: line) }
  }
}
