/// FHIR R4 resources, as far as a visit is made of them. Source: HL7 FHIR R4 (4.0.1), the pages of the resources.
struct FHIRPatient: Decodable {
  var id: String?
  var name: [FHIRHumanName]?
  var birthDate: String?
  var gender: String?
  var address: [FHIRAddress]?
}

/// A clinician.
struct FHIRPractitioner: Decodable {
  struct Qualification: Decodable { var code: FHIRConcept? }
  var id: String?
  var identifier: [FHIRIdentifier]?
  var name: [FHIRHumanName]?
  var qualification: [Qualification]?
}

/// A practice, a hospital or an insurer.
struct FHIROrganization: Decodable {
  var id: String?
  var identifier: [FHIRIdentifier]?
  var name: String?
  var type: [FHIRConcept]?
  var address: [FHIRAddress]?
}

/// A visit.
struct FHIREncounter: Decodable {
  struct Participant: Decodable { var individual: FHIRReference? }
  struct Diagnosis: Decodable {
    var condition: FHIRReference?
    var use: FHIRConcept?
    var rank: Int?
  }
  var id: String?
  var status: String?
  var `class`: FHIRCoding?
  var type: [FHIRConcept]?
  var serviceType: FHIRConcept?
  var subject: FHIRReference?
  var participant: [Participant]?
  var period: FHIRPeriod?
  var reasonCode: [FHIRConcept]?
  var reasonReference: [FHIRReference]?
  var diagnosis: [Diagnosis]?
  var serviceProvider: FHIRReference?
}

/// A patient's insurance.
struct FHIRCoverage: Decodable {
  var status: String?
  var subscriberId: String?
  var beneficiary: FHIRReference?
  var payor: [FHIRReference]?
}

/// A claim or an explanation of benefits: only the insurance it was made out to.
struct FHIRClaim: Decodable {
  struct Insurance: Decodable { var coverage: FHIRReference? }
  struct Item: Decodable { var encounter: [FHIRReference]? }
  var insurance: [Insurance]?
  var item: [Item]?
}

/// A resource that documents what was found, done, ordered or taken: Procedure, Immunization, DiagnosticReport,
/// Observation, MedicationRequest, MedicationStatement, MedicationAdministration, ServiceRequest, and the Medication that
/// some of them refer to. Their elements have the same meaning where they have the same name.
struct FHIRFinding: Decodable {
  struct Component: Decodable {
    var code: FHIRConcept?
    var valueQuantity: FHIRQuantity?
    var valueCodeableConcept: FHIRConcept?
    var valueString: String?
  }
  struct Range: Decodable {
    var low: FHIRQuantity?
    var high: FHIRQuantity?
    var text: String?
  }
  var id: String?
  var status: String?
  var intent: String?
  var subject: FHIRReference?
  var encounter: FHIRReference?
  var context: FHIRReference?
  var code: FHIRConcept?
  var reasonCode: [FHIRConcept]?
  var reasonReference: [FHIRReference]?
  var vaccineCode: FHIRConcept?
  var medicationCodeableConcept: FHIRConcept?
  var medicationReference: FHIRReference?
  var courseOfTherapyType: FHIRConcept?
  var effectivePeriod: FHIRPeriod?
  var conclusion: String?
  var valueQuantity: FHIRQuantity?
  var valueCodeableConcept: FHIRConcept?
  var valueString: String?
  var interpretation: [FHIRConcept]?
  var referenceRange: [Range]?
  var component: [Component]?

  /// The visit it belongs to: two resources say `context` for it.
  var visit: FHIRReference? { encounter ?? context }

  /// Whether it was recorded in error, not done, only proposed, or nobody knows.
  var isVoid: Bool {
    let void = ["entered-in-error", "not-done", "not-taken", "cancelled", "preparation", "draft", "revoked", "unknown"]
    return void.contains(status ?? "") || ["proposal", "plan", "option"].contains(intent ?? "")
  }
}

/// An allergy or intolerance. Source: HL7 FHIR R4 (4.0.1), AllergyIntolerance.
struct FHIRAllergy: Decodable {
  var clinicalStatus: FHIRConcept?
  var verificationStatus: FHIRConcept?
  var code: FHIRConcept?
  var patient: FHIRReference?
  var encounter: FHIRReference?
  var recordedDate: String?
}

/// The conditions of one relative. Source: HL7 FHIR R4 (4.0.1), FamilyMemberHistory.
struct FHIRFamilyHistory: Decodable {
  struct Condition: Decodable { var code: FHIRConcept? }
  var status: String?
  var patient: FHIRReference?
  var date: String?
  var relationship: FHIRConcept?
  var condition: [Condition]?
}

/// A clinical note.
struct FHIRDocumentReference: Decodable {
  struct Content: Decodable { var attachment: FHIRAttachment? }
  struct Context: Decodable {
    var encounter: [FHIRReference]?
    var period: FHIRPeriod?
  }
  var id: String?
  var status: String?
  var date: String?
  var subject: FHIRReference?
  var content: [Content]?
  var context: Context?
}

/// Any resource; those that say nothing about a visit are `other`.
enum FHIRResource {
  case patient(FHIRPatient)
  case practitioner(FHIRPractitioner)
  case organization(FHIROrganization)
  case encounter(FHIREncounter)
  case coverage(FHIRCoverage)
  case claim(FHIRClaim)
  case finding(FHIRFinding)
  case condition(FHIRCondition)
  case allergy(FHIRAllergy)
  case familyHistory(FHIRFamilyHistory)
  case document(FHIRDocumentReference)
  case other

  private enum Key: String, CodingKey { case resourceType, id }

  /// The resource's type; empty if it says none.
  static func type(_ decoder: any Decoder) throws -> String {
    try decoder.container(keyedBy: Key.self).decodeIfPresent(String.self, forKey: .resourceType) ?? ""
  }

  /// The resource's own id; `nil` if it has none.
  static func id(_ decoder: any Decoder) throws -> String? {
    try decoder.container(keyedBy: Key.self).decodeIfPresent(String.self, forKey: .id)
  }

  static func read(_ decoder: any Decoder, type: String) throws -> FHIRResource {
    switch type {
    case "Patient": .patient(try FHIRPatient(from: decoder))
    case "Practitioner": .practitioner(try FHIRPractitioner(from: decoder))
    case "Organization": .organization(try FHIROrganization(from: decoder))
    case "Encounter": .encounter(try FHIREncounter(from: decoder))
    case "Coverage": .coverage(try FHIRCoverage(from: decoder))
    case "Claim": .claim(try FHIRClaim(from: decoder))
    case "Procedure", "Immunization", "DiagnosticReport", "Observation", "ServiceRequest", "Medication",
      "MedicationRequest", "MedicationStatement", "MedicationAdministration":
      .finding(try FHIRFinding(from: decoder))
    case "Condition": .condition(try FHIRCondition(from: decoder))
    case "AllergyIntolerance": .allergy(try FHIRAllergy(from: decoder))
    case "FamilyMemberHistory": .familyHistory(try FHIRFamilyHistory(from: decoder))
    case "DocumentReference": .document(try FHIRDocumentReference(from: decoder))
    default: .other
    }
  }
}

/// A resource with its type and id, whatever it is.
struct FHIRTyped: Decodable {
  var type: String
  var id: String?
  var resource: FHIRResource

  init(from decoder: any Decoder) throws {
    type = try FHIRResource.type(decoder)
    id = try FHIRResource.id(decoder)
    resource = try FHIRResource.read(decoder, type: type)
  }
}

/// One entry of a bundle.
struct FHIREntry: Decodable {
  var fullUrl: String?
  var resource: FHIRTyped?
}

/// A whole input: a bundle's entries, or one resource.
struct FHIRInput: Decodable {
  private struct Entries: Decodable { var entry: [FHIREntry]? }
  var type: String
  var entries: [FHIREntry]
  /// The input itself, when it is one resource.
  var single: FHIRResource?

  init(from decoder: any Decoder) throws {
    type = try FHIRResource.type(decoder)
    if type == "Bundle" {
      entries = try Entries(from: decoder).entry ?? []
    } else {
      entries = []
      single = try FHIRResource.read(decoder, type: type)
    }
  }
}
