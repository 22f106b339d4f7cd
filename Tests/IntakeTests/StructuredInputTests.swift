import ClaimModel
import Intake
import Testing

/// What resources beside conditions document.
@Suite struct StructuredInputTests {
  private static let at = StructuredBundle.atVisit
  private static let patient = "\"patient\": {\"reference\": \"Patient/p1\"}"

  /// Resources and what they come to: kind, standing and text of each item.
  static let resources: [(resource: String, items: [String])] = [
    (
      """
      {"resourceType": "MedicationRequest", "status": "active", "intent": "order", \(at),
       "courseOfTherapyType": {"coding": [{"code": "continuous"}]}, "medicationCodeableConcept": {"text": "Warfarin"},
       "reasonCode": [{"text": "Atrial fibrillation"}]}
      """, ["medication lasting Warfarin", "reason current Atrial fibrillation"]
    ),
    (
      """
      {"resourceType": "MedicationRequest", "status": "stopped", "intent": "order", \(at),
       "medicationReference": {"reference": "Medication/m1"}}
      """, ["medication current Insulin glargine"]
    ),
    (
      """
      {"resourceType": "MedicationRequest", "status": "active", "intent": "order", \(at),
       "medicationReference": {"reference": "Medication/m9", "display": "Metformin"}}
      """, ["medication current Metformin"]
    ),
    (
      """
      {"resourceType": "MedicationRequest", "status": "active", "intent": "proposal", \(at),
       "medicationCodeableConcept": {"text": "Warfarin"}}
      """, []
    ),
    (
      """
      {"resourceType": "MedicationRequest", "status": "entered-in-error", \(at),
       "medicationCodeableConcept": {"text": "Warfarin"}}
      """, []
    ),
    (
      """
      {"resourceType": "MedicationStatement", "status": "active", "context": {"reference": "Encounter/e1"},
       "effectivePeriod": {"start": "2026-01-01"}, "medicationCodeableConcept": {"text": "Prednisone"}}
      """, ["medicationTaken lasting Prednisone"]
    ),
    (
      """
      {"resourceType": "MedicationStatement", "status": "active", "subject": {"reference": "Patient/p1"},
       "effectivePeriod": {"start": "2026-04-30"}, "medicationCodeableConcept": {"text": "Prednisone"}}
      """, ["medicationTaken current Prednisone"]
    ),
    (
      """
      {"resourceType": "MedicationStatement", "status": "active", "subject": {"reference": "Patient/p1"},
       "effectivePeriod": {"start": "2026-01-01", "end": "2026-05-03"}, "medicationCodeableConcept": {"text": "X"}}
      """, []
    ),
    (
      """
      {"resourceType": "MedicationStatement", "status": "not-taken", "context": {"reference": "Encounter/e1"},
       "medicationCodeableConcept": {"text": "Prednisone"}}
      """, []
    ),
    (
      """
      {"resourceType": "MedicationAdministration", "status": "completed", "context": {"reference": "Encounter/e1"},
       "medicationCodeableConcept": {"text": "Insulin"}}
      """, ["medicationGiven current Insulin"]
    ),
    (
      """
      {"resourceType": "ServiceRequest", "status": "active", "intent": "order", \(at), "code": {"text": "Chest X-ray"},
       "reasonCode": [{"text": "Cough"}], "bodySite": [{"text": "Chest"}]}
      """, ["order current Chest X-ray", "reason current Cough"]
    ),
    (
      """
      {"resourceType": "ServiceRequest", "status": "revoked", "intent": "order", \(at), "code": {"text": "Chest X-ray"},
       "reasonCode": [{"text": "Cough"}]}
      """, []
    ),
    (
      """
      {"resourceType": "Procedure", "status": "completed", \(at), "code": {"text": "Excision"},
       "category": {"text": "Surgery"}, "reasonCode": [{"text": "Lipoma"}]}
      """, ["procedure current Excision", "reason current Lipoma"]
    ),
    (
      "{\"resourceType\": \"AllergyIntolerance\", \(patient), \(at), \"category\": [\"food\"], \"code\": {\"text\": \"Latex\"}}",
      ["allergy current Latex"]
    ),
    (
      "{\"resourceType\": \"AllergyIntolerance\", \(patient), \"recordedDate\": \"2026-05-04\", \"code\": {\"text\": \"Latex\"}}",
      ["allergy current Latex"]
    ),
    (
      "{\"resourceType\": \"AllergyIntolerance\", \(patient), \"recordedDate\": \"2020-05-04\", \"code\": {\"text\": \"Latex\"}}",
      []
    ),
    (
      """
      {"resourceType": "AllergyIntolerance", \(patient), \(at), "code": {"text": "Latex"},
       "verificationStatus": {"coding": [{"code": "refuted"}]}}
      """, []
    ),
    (
      """
      {"resourceType": "FamilyMemberHistory", "status": "completed", \(patient), "date": "2026-05-04",
       "relationship": {"text": "Mother"}, "condition": [{"code": {"text": "Breast cancer"}}, {}]}
      """, ["familyHistory current Mother: Breast cancer"]
    ),
    (
      """
      {"resourceType": "FamilyMemberHistory", "status": "health-unknown", \(patient), "date": "2026-05-04",
       "condition": [{"code": {"text": "Breast cancer"}}]}
      """, []
    ),
    (
      """
      {"resourceType": "Observation", "status": "final", \(at), "code": {"text": "Hemoglobin A1c"},
       "category": [{"text": "laboratory"}], "bodySite": {"text": "Arm"},
       "valueQuantity": {"value": 8.14, "unit": "%"}, "interpretation": [{"coding": [{"code": "H", "display": "High"}]}],
       "referenceRange": [{"low": {"value": 4}, "high": {"value": 5.6}}]}
      """, ["observation current Hemoglobin A1c: 8.14 % (High; reference 4 to 5.6)"]
    ),
    (
      """
      {"resourceType": "Observation", "status": "final", \(at), "code": {"text": "Screening"}, "component": [
        {"code": {"text": "Score"}, "valueQuantity": {"value": 3, "unit": "{score}"}},
        {"code": {"text": "Homeless"}, "valueCodeableConcept": {"text": "No"}}]}
      """, ["observation current Screening: Score 3", "observation current Homeless: No"]
    ),
  ]

  @Test(arguments: resources) func resourceDocumentsWhatItSays(resource: String, items: [String]) throws {
    let insulin = "{\"resourceType\": \"Medication\", \"id\": \"m1\", \"code\": {\"text\": \"Insulin glargine\"}}"
    let found = try StructuredBundle.documentation(insulin, resource)
    #expect(found.map { "\($0.kind) \($0.standing) \($0.text)" } == items)
  }
}
