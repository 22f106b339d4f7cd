import ClaimModel
import Foundation

/// Documentation items out of FHIR resources.
enum FHIRDocumentation {
  /// What an encounter itself documents: its types and its reasons.
  static func items(of encounter: FHIREncounter, source: String) -> [DocumentationItem] {
    let types = (encounter.type ?? []).compactMap { item(.encounterType, $0, source: source) }
    return types + (encounter.reasonCode ?? []).compactMap { item(.reason, $0, source: source) }
  }

  /// What a finding of the given resource type documents; `nil` if it was recorded in error, not done or only proposed,
  /// or if it has no words. `medication` is what the finding's reference to a medication points to,
  /// `date` the day of the visit.
  static func item(
    of finding: FHIRFinding, type: String, medication: FHIRConcept?, on date: CalendarDate, source: String
  ) -> DocumentationItem? {
    guard !finding.isVoid else { return nil }
    switch type {
    case "Procedure": return item(.procedure, finding.code, source: source)
    case "Immunization":
      return finding.status == "completed" ? item(.immunization, finding.vaccineCode, source: source) : nil
    case "DiagnosticReport":
      guard var report = item(.report, finding.code, source: source) else { return nil }
      if let conclusion = finding.conclusion, !conclusion.isEmpty { report.text += ": " + conclusion }
      return report
    case "Observation":
      guard var observation = item(.observation, finding.code, source: source) else { return nil }
      if let value = ObservationValue.words(finding) { observation.text += ": " + value }
      return observation
    case "ServiceRequest": return item(.order, finding.code, source: source)
    case "MedicationRequest":
      guard var drug = item(.medication, finding.medicationCodeableConcept ?? medication, source: source) else {
        return nil
      }
      // Source: HL7 FHIR R4, medicationrequest-course-of-therapy: a long-term medication.
      if finding.courseOfTherapyType?.hasCode(["continuous"]) == true { drug.standing = .lasting }
      return drug
    case "MedicationStatement":
      guard ["active", "intended", nil].contains(finding.status) else { return nil }
      return taken(finding, medication: medication, on: date, source: source)
    case "MedicationAdministration":
      return item(.medicationGiven, finding.medicationCodeableConcept ?? medication, source: source)
    default: return nil
    }
  }

  /// A drug that the patient takes on the day; one taken for ninety days is taken for long: a refill's usual supply.
  private static func taken(
    _ finding: FHIRFinding, medication: FHIRConcept?, on date: CalendarDate, source: String
  ) -> DocumentationItem? {
    let start = finding.effectivePeriod?.start.flatMap { CalendarDate(plausible: $0) }
    let end = finding.effectivePeriod?.end.flatMap { CalendarDate(plausible: $0) }
    guard start ?? date <= date, date <= end ?? date,
      var drug = item(.medicationTaken, finding.medicationCodeableConcept ?? medication, source: source)
    else { return nil }
    if let start, start.days(until: date) >= 90 { drug.standing = .lasting }
    return drug
  }

  /// What an allergy documents; `nil` if it is over, doubted, ruled out or recorded in error.
  static func item(of allergy: FHIRAllergy, source: String) -> DocumentationItem? {
    guard allergy.verificationStatus?.hasCode(["entered-in-error", "refuted", "unconfirmed", "presumed"]) != true,
      allergy.clinicalStatus?.hasCode(["inactive", "resolved"]) != true
    else { return nil }
    return item(.allergy, allergy.code, source: source)
  }

  /// What a relative's history documents, a condition an item, each behind the relative's name.
  static func items(of history: FHIRFamilyHistory, source: String) -> [DocumentationItem] {
    guard ["partial", "completed"].contains(history.status ?? "") else { return [] }
    return (history.condition ?? []).compactMap { condition in
      guard var item = item(.familyHistory, condition.code, source: source) else { return nil }
      if let relative = history.relationship?.words { item.text = "\(relative): \(item.text)" }
      return item
    }
  }

  /// The answers of an observation that has several, an answer an item, each behind its question.
  static func answers(of finding: FHIRFinding, source: String) -> [DocumentationItem] {
    ObservationValue.answers(finding).compactMap { part in
      guard var item = item(.observation, part.question, source: source) else { return nil }
      item.text += ": " + part.answer
      return item
    }
  }

  /// Why something was done or ordered.
  static func reasons(of finding: FHIRFinding, source: String) -> [DocumentationItem] {
    (finding.reasonCode ?? []).compactMap { item(.reason, $0, source: source) }
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

  /// An item of a concept; `nil` if it has no words.
  static func item(
    _ kind: DocumentationItem.Kind, _ concept: FHIRConcept?, source: String
  ) -> DocumentationItem? {
    guard let concept, let words = concept.words else { return nil }
    let codings = (concept.coding ?? []).compactMap { coding -> DocumentationItem.Coding? in
      guard let code = coding.code, !code.isEmpty else { return nil }
      return DocumentationItem.Coding(system: coding.system ?? "", code: code)
    }
    return DocumentationItem(kind: kind, text: words, codings: codings, source: source)
  }
}
