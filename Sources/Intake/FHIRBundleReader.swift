import ClaimModel
import Foundation

/// Reads FHIR R4: a Bundle's encounters, each as a visit with all that was documented at it, or a lone
/// DocumentReference as a visit of one note.
///
/// ```swift
/// let visits = try FHIRBundleReader(options: IntakeOptions()).visits(from: bytes)
/// ```
///
/// Encounters of class AMB are read, of class EMER too when asked; cancelled, planned and erroneous ones are not. What
/// refers to an encounter belongs to its visit; what refers to none, or to one outside the bundle, belongs to no visit.
/// An encounter without a clinician is attributed to one derived from the practice: Synthea leaves some so.
public struct FHIRBundleReader: Sendable {
  /// How to read.
  public var options: IntakeOptions

  /// A reader with the given options.
  public init(options: IntakeOptions = IntakeOptions()) { self.options = options }

  /// The visits in the bytes, in the order of their encounters; none if the bundle has no encounter to read.
  /// - Throws: ``IntakeError`` with ``IntakeError/Code/notJSON``, ``IntakeError/Code/notABundle``,
  ///   ``IntakeError/Code/malformedResource``, ``IntakeError/Code/missingPatient``, ``IntakeError/Code/missingPeriod``,
  ///   ``IntakeError/Code/missingElement``, ``IntakeError/Code/unresolvedReference``, ``IntakeError/Code/invalidValue``
  ///   or ``IntakeError/Code/notUTF8`` (an attachment).
  public func visits(from bytes: [UInt8]) throws(IntakeError) -> [Visit] {
    let input = try decode(bytes)
    if case .document(let document) = input.single {
      return [try loneVisit(document, hash: StableHash.value(String(decoding: bytes, as: UTF8.self)))]
    }
    guard input.type == "Bundle" else {
      throw IntakeError(
        .notABundle,
        input.type.isEmpty
          ? "the JSON has no resourceType." : "the resource is of type \(IntakeError.token(input.type)).",
        remedy: "Send a FHIR R4 Bundle with the encounter and all it refers to, or a DocumentReference.")
    }
    var visits = FHIRVisits(record: FHIRRecord(entries: input.entries), options: options)
    return try visits.read().map(redated)
  }

  private func redated(_ visit: Visit) -> Visit { options.redate?.redated(visit) ?? visit }

  private func decode(_ bytes: [UInt8]) throws(IntakeError) -> FHIRInput {
    do {
      return try JSONDecoder().decode(FHIRInput.self, from: Data(bytes))
    } catch {
      throw Self.explained(error, bytes)
    }
  }

  /// A decoder's error in our words, without the values that it may quote.
  private static func explained(_ error: any Error, _ bytes: [UInt8]) -> IntakeError {
    if let fault = JSONSyntax.fault(in: bytes) {
      return IntakeError(
        .notJSON, at: "offset \(fault.offset)",
        fault.offset >= bytes.count ? "the text ends before the JSON does." : "the text is not JSON from here on.",
        remedy: "Check that the file is complete and is FHIR's JSON form, not XML or NDJSON.")
    }
    let context: DecodingError.Context? =
      switch error as? DecodingError {
      case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
        .dataCorrupted(let context):
        context
      default: nil
      }
    let path = (context?.codingPath ?? []).reduce(into: "") { path, key in
      if let index = key.intValue { path += "[\(index)]" } else { path += (path.isEmpty ? "" : ".") + key.stringValue }
    }
    return IntakeError(
      .malformedResource, at: path, "the element has another type than FHIR R4 gives it.",
      remedy: "Check the resource against FHIR R4 (4.0.1); other releases of FHIR are not read.")
  }

  /// The visit that a note without a bundle around it documents.
  private func loneVisit(_ document: FHIRDocumentReference, hash: UInt64) throws(IntakeError) -> Visit {
    let id = document.id ?? String(hash, radix: 36)
    let source = "DocumentReference/\(id)"
    guard options.missingRegistration == .synthesize else {
      throw IntakeError(
        .missingPatient, at: source, "a DocumentReference alone says nothing of patient, insurance and practice.",
        remedy: "Send it in a Bundle with its Patient, Encounter, Practitioner and Organization, or allow made-up "
          + "registration.")
    }
    let items = try FHIRDocumentation.notes(of: document, source: source)
    guard !items.isEmpty else {
      throw IntakeError(
        .emptyNote, at: "\(source) content", "there is no inline text.",
        remedy: "Put the note's text in content[0].attachment.data as base 64.")
    }
    let text = items.map(\.text).joined(separator: "\n")
    let stated = [document.context?.period?.start, document.date].compactMap { $0 }
    let date = stated.lazy.compactMap { CalendarDate(plausible: $0) }.first ?? NoteDemographics.leadingDate(in: text)
    let registration = NoteRegistration(key: document.subject?.reference ?? id, options: options)
      .registration(from: NoteDemographics(text), date: date)
    return redated(
      Visit(
        id: .derived(from: "fhir", id), registration: registration,
        specialty: SpecialtyTable.specialty(providerWords: [], problemWords: []), documentation: items))
  }
}
