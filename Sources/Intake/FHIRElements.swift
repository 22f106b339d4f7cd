/// FHIR R4 data types, as far as a visit is made of them. Every element is optional here: what a visit needs is checked
/// where it is used, so that the error can say why. Source: HL7 FHIR R4 (4.0.1), section 2.24, Datatypes.
struct FHIRCoding: Decodable {
  var system: String?
  var code: String?
  var display: String?
}

/// A concept: codes and words for one thing.
struct FHIRConcept: Decodable {
  var coding: [FHIRCoding]?
  var text: String?

  /// Its words: the text, else the first display, else the first code.
  var words: String? {
    for candidate in [text] + (coding ?? []).map(\.display) + (coding ?? []).map(\.code) {
      if let candidate, !candidate.isEmpty { return candidate }
    }
    return nil
  }

  /// Whether any of its codes is one of `codes`.
  func hasCode(_ codes: Set<String>) -> Bool { (coding ?? []).contains { codes.contains($0.code ?? "") } }
}

/// A pointer to another resource.
struct FHIRReference: Decodable {
  var reference: String?
  var display: String?
}

/// A name of a thing in some system.
struct FHIRIdentifier: Decodable {
  var system: String?
  var value: String?
}

/// A person's name.
struct FHIRHumanName: Decodable {
  var use: String?
  var text: String?
  var family: String?
  var given: [String]?
}

/// A postal address.
struct FHIRAddress: Decodable {
  var use: String?
  var line: [String]?
  var city: String?
  var state: String?
  var postalCode: String?
}

/// A span of time.
struct FHIRPeriod: Decodable {
  var start: String?
  var end: String?
}

/// A measured amount.
struct FHIRQuantity: Decodable {
  var value: Double?
  var comparator: String?
  var unit: String?
}

/// A document, here or elsewhere.
struct FHIRAttachment: Decodable {
  var contentType: String?
  var data: String?
}
