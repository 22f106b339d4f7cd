import ClaimModel

/// Tells what a file is from its name and its first bytes.
public enum InputSniffer {
  /// What a file may be.
  public enum Format: Hashable, Sendable {
    /// FHIR R4 in JSON, for ``FHIRBundleReader``.
    case fhir
    /// A clinical note, for ``ClinicalNoteReader``.
    case note
  }

  /// The format of the bytes. A name that ends in `.json` is FHIR and one that ends in `.txt` or `.md` a note;
  /// otherwise
  /// a JSON value with nothing behind it is FHIR, and anything else (a JSON header with a note behind it too) a note.
  public static func format(of bytes: [UInt8], name: String) -> Format {
    switch name.lowercased().split(separator: ".").last {
    case "json": return .fhir
    case "txt", "md", "markdown": return .note
    default: break
    }
    let mark = JSONSyntax.byteOrderMark(of: bytes)
    let start = bytes[mark...].firstIndex { $0 > 0x20 } ?? 0
    guard start < bytes.count, bytes[start] == UInt8(ascii: "{") || bytes[start] == UInt8(ascii: "[") else {
      return .note
    }
    guard let end = try? JSONSyntax.endOfValue(in: bytes, from: mark) else { return .fhir }
    return bytes[end...].allSatisfy { $0 <= 0x20 } ? .fhir : .note
  }
}

/// Reads whatever a practice hands in: FHIR bundles and clinical notes.
///
/// ```swift
/// let visits = try VisitReader(options: options).visits(from: bytes, name: "visit.json")
/// ```
public struct VisitReader: Sendable {
  /// How to read.
  public var options: IntakeOptions

  /// A reader with the given options.
  public init(options: IntakeOptions = IntakeOptions()) { self.options = options }

  /// The visits in the bytes of a file called `name`.
  /// - Throws: ``IntakeError`` as ``FHIRBundleReader/visits(from:)`` and ``ClinicalNoteReader/visit(from:name:)`` do.
  public func visits(from bytes: [UInt8], name: String) throws(IntakeError) -> [Visit] {
    switch InputSniffer.format(of: bytes, name: name) {
    case .fhir: try FHIRBundleReader(options: options).visits(from: bytes)
    case .note: [try ClinicalNoteReader(options: options).visit(from: bytes, name: name)]
    }
  }
}
