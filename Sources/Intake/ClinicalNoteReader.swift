import ClaimModel

/// Reads a clinical note in plain text or Markdown, with or without a header, as a visit.
///
/// The header gives the registration: `key: value` lines between two lines of `---`, or a JSON object in front of the
/// note. What it lacks is an error, or is made up from the note's content when the options allow that; age and sex then
/// come from the note's words where they tell. The body is kept byte for byte.
///
/// ```swift
/// let visit = try ClinicalNoteReader(options: IntakeOptions()).visit(from: bytes, name: "sprained-ankle.md")
/// ```
public struct ClinicalNoteReader: Sendable {
  /// How to read.
  public var options: IntakeOptions

  /// A reader with the given options.
  public init(options: IntakeOptions = IntakeOptions()) { self.options = options }

  /// The visit that a note documents; `name` is the file's name, of which only the last component counts.
  /// - Throws: ``IntakeError`` with ``IntakeError/Code/notText``, ``IntakeError/Code/notUTF8``,
  ///   ``IntakeError/Code/malformedHeader``,
  ///   ``IntakeError/Code/unknownHeaderKey``, ``IntakeError/Code/duplicateHeaderKey``,
  ///   ``IntakeError/Code/missingHeaderKeys``, ``IntakeError/Code/invalidValue`` or ``IntakeError/Code/emptyNote``.
  public func visit(from bytes: [UInt8], name: String) throws(IntakeError) -> Visit {
    if let format = ForeignFormat.of(bytes) {
      throw IntakeError(
        .notText, "the bytes are \(format), not a note in plain text.",
        remedy: "Export the note as text or Markdown in UTF-8, or send it in a FHIR R4 bundle in JSON.")
    }
    let content: String
    switch Self.decoded(bytes) {
    case .success(let text): content = text
    case .failure(let error): throw error
    }
    let header = try NoteHeader(bytes)
    let body = String(decoding: bytes[header.bodyStart...], as: UTF8.self)
    guard body.contains(where: { !$0.isWhitespace }) else {
      throw IntakeError(.emptyNote, "there is no text behind the header.", remedy: "Add the note itself.")
    }
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let registration = NoteRegistration(
      key: String(StableHash.value(content), radix: 36), options: options, header: header.entries)
    let specialty =
      try registration.value(.specialty, "primary-care, medical or surgical") { Specialty(rawValue: $0.lowercased()) }
      ?? SpecialtyTable.specialty(ofNote: body)
    let visit = Visit(
      id: .derived(from: "note", file, content),
      registration: try registration.registration(completedFrom: body),
      specialty: specialty,
      isEstablishedPatient: try registration.value(.established, "yes or no", Self.flag),
      totalMinutes: try registration.value(.minutes, "whole minutes, 1 to 1440") {
        Int($0).flatMap { (1...1440).contains($0) ? $0 : nil }
      },
      documentation: [DocumentationItem(kind: .note, text: body, source: file)])
    return options.redate?.redated(visit) ?? visit
  }

  private static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "true": true
    case "no", "false": false
    default: nil
    }
  }

  /// The text of the bytes, or where they stop being UTF-8.
  private static func decoded(_ bytes: [UInt8]) -> Result<String, IntakeError> {
    if let text = String(validating: bytes, as: UTF8.self) { return .success(text) }
    let offset = UTF8Fault.offset(in: bytes) ?? 0
    return .failure(
      IntakeError(
        .notUTF8, at: "offset \(offset)", "the bytes from here on are not UTF-8.",
        remedy: "Convert the file to UTF-8; Windows editors often save Windows-1252."))
  }
}

/// Finds the first byte of a text that is not UTF-8.
enum UTF8Fault {
  /// Offset in bytes of the first sequence that is not well formed; `nil` if all are.
  static func offset(in bytes: [UInt8]) -> Int? {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
