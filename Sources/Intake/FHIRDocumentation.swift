import ClaimModel
import Foundation

/// Documentation items out of FHIR resources.
enum FHIRDocumentation {
  /// What an encounter itself documents: its types and its reasons.
  static func items(of encounter: FHIREncounter, source: String) -> [DocumentationItem] {
    let types = (encounter.type ?? []).compactMap { item(.encounterType, $0, source: source) }
    return types + (encounter.reasonCode ?? []).compactMap { item(.reason, $0, source: source) }
  }

  /// What a finding of the given resource type documents; `nil` if it was recorded in error, ruled out or not done, or
  /// if it has no words.
  static func item(of finding: FHIRFinding, type: String, source: String) -> DocumentationItem? {
    guard !["entered-in-error", "not-done", "cancelled", "preparation", "draft"].contains(finding.status ?? "") else {
      return nil
    }
    switch type {
    case "Condition":
      if finding.verificationStatus?.hasCode(["entered-in-error", "refuted"]) == true { return nil }
      return item(.condition, finding.code, source: source)
    case "Procedure": return item(.procedure, finding.code, source: source)
    case "Immunization":
      return finding.status == "completed" ? item(.immunization, finding.vaccineCode, source: source) : nil
    case "DiagnosticReport":
      guard var report = item(.report, finding.code, source: source) else { return nil }
      if let conclusion = finding.conclusion, !conclusion.isEmpty { report.text += ": " + conclusion }
      return report
    case "Observation":
      guard var observation = item(.observation, finding.code, source: source) else { return nil }
      if let value = value(of: finding) { observation.text += ": " + value }
      return observation
    case "MedicationRequest": return item(.medication, finding.medicationCodeableConcept, source: source)
    default: return nil
    }
  }

  /// The notes of a document that are here as text, each with its bytes decoded.
  /// - Throws: ``IntakeError/Code/invalidValue`` if the base 64 or the UTF-8 of an attachment is broken.
  static func notes(of document: FHIRDocumentReference, source: String) throws(IntakeError) -> [DocumentationItem] {
    guard !["entered-in-error", "superseded"].contains(document.status ?? "") else { return [] }
    var notes: [DocumentationItem] = []
    for (index, content) in (document.content ?? []).enumerated() {
      guard let data = content.attachment?.data, content.attachment?.contentType?.hasPrefix("text/") ?? true else {
        continue
      }
      let place = "\(source) content[\(index)].attachment.data"
      guard let bytes = Data(base64Encoded: data, options: .ignoreUnknownCharacters) else {
        throw IntakeError(
          .invalidValue, at: place, "the attachment is not base 64.", remedy: "Encode the note's UTF-8 as base 64.")
      }
      guard let text = String(data: bytes, encoding: .utf8) else {
        throw IntakeError(
          .notUTF8, at: place, "the attachment's bytes are not UTF-8.", remedy: "Convert the note to UTF-8 first.")
      }
      if !text.isEmpty { notes.append(DocumentationItem(kind: .note, text: text, source: source)) }
    }
    return notes
  }

  private static func item(
    _ kind: DocumentationItem.Kind, _ concept: FHIRConcept?, source: String
  ) -> DocumentationItem? {
    guard let concept, let words = concept.words else { return nil }
    let codings = (concept.coding ?? []).compactMap { coding -> DocumentationItem.Coding? in
      guard let code = coding.code, !code.isEmpty else { return nil }
      return DocumentationItem.Coding(system: coding.system ?? "", code: code)
    }
    return DocumentationItem(kind: kind, text: words, codings: codings, source: source)
  }

  /// An observation's value in words: `189.3 cm`, `Systolic Blood Pressure 128 mm[Hg], Diastolic…`.
  private static func value(of finding: FHIRFinding) -> String? {
    if let value = words(finding.valueQuantity, finding.valueCodeableConcept, finding.valueString) { return value }
    let parts = (finding.component ?? []).compactMap { part -> String? in
      guard let name = part.code?.words,
        let value = words(part.valueQuantity, part.valueCodeableConcept, part.valueString)
      else { return nil }
      return "\(name) \(value)"
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private static func words(_ quantity: FHIRQuantity?, _ concept: FHIRConcept?, _ text: String?) -> String? {
    if let quantity, let value = quantity.value {
      // UCUM writes annotations in braces: `{score}` is not a unit.
      let unit = quantity.unit ?? ""
      let shown = unit.hasPrefix("{") ? "" : " " + unit
      return (quantity.comparator ?? "") + rounded(value) + (shown == " " ? "" : shown)
    }
    return concept?.words ?? text
  }

  /// At most one decimal, two below ten: more digits are a simulator's, not an instrument's.
  private static func rounded(_ value: Double) -> String {
    let scale = abs(value) < 10 ? 100.0 : 10.0
    let text = String((value * scale).rounded() / scale)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
