import ClaimModel
import Intake

/// A bundle of one patient with one visit, on 2026-05-04, and whatever a test adds.
enum StructuredBundle {
  /// The reference to the visit, as an element of a resource.
  static let atVisit = "\"encounter\": {\"reference\": \"Encounter/e1\"}"

  /// The visit's documentation; `encounter` are further elements of the encounter, `resources` whole resources.
  static func documentation(_ resources: String..., encounter: String = "") throws -> [DocumentationItem] {
    let patient = """
      {"resourceType": "Patient", "id": "p1", "name": [{"family": "Example", "given": ["Pat"]}],
       "birthDate": "1970-01-02", "gender": "female"}
      """
    let visit = """
      {"resourceType": "Encounter", "id": "e1", "status": "finished", "class": {"code": "AMB"},
       "subject": {"reference": "Patient/p1"}, "period": {"start": "2026-05-04T09:00:00Z"}\(encounter)}
      """
    let entries = ([patient, visit] + resources).map { "{\"resource\": \($0)}" }.joined(separator: ",")
    let json = "{\"resourceType\": \"Bundle\", \"entry\": [\(entries)]}"
    let reader = FHIRBundleReader(options: IntakeOptions(missingRegistration: .synthesize))
    return try reader.visits(from: Array(json.utf8)).first?.documentation ?? []
  }

  /// A coded element of a status.
  static func status(_ name: String, _ code: String) -> String {
    code.isEmpty ? "" : "\"\(name)\": {\"coding\": [{\"code\": \"\(code)\"}]},"
  }
}
