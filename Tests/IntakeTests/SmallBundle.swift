/// A bundle of one encounter, small enough to break on purpose.
enum SmallBundle {
  /// Its JSON with every occurrence of the first of each pair replaced by the second.
  static func json(_ changes: (String, String)...) -> [UInt8] {
    var text = template
    for (old, new) in changes { text = text.replacing(old, with: new) }
    return Array(text.utf8)
  }

  private static let template = """
    {"resourceType": "Bundle", "type": "collection", "entry": [
      {"fullUrl": "urn:uuid:p1", "resource": {"resourceType": "Patient", "id": "p1",
        "name": [{"family": "Canary123", "given": ["Zo\\u00eb7", "Ann"]}],
        "birthDate": "1980-05-06", "gender": "female",
        "address": [{"line": ["1 Nest Way"], "city": "Canaryville", "state": "Massachusetts", "postalCode": "1020"}]}},
      {"fullUrl": "http://example.org/fhir/Practitioner/d1", "resource": {"resourceType": "Practitioner", "id": "d1",
        "identifier": [{"system": "http://hl7.org/fhir/sid/us-npi", "value": "1234567893"}],
        "name": [{"family": "Feather", "given": ["Ida"]}]}},
      {"resource": {"resourceType": "Organization", "id": "o1", "name": "Aviary Clinic",
        "address": [{"line": ["2 Perch Road"], "city": "Boston", "state": "MA", "postalCode": "02108"}]}},
      {"resource": {"resourceType": "Encounter", "id": "e0", "status": "finished", "class": {"code": "AMB"},
        "subject": {"reference": "urn:uuid:p1"}, "period": {"start": "2024-04-11T09:00:00Z"},
        "serviceProvider": {"reference": "Organization/o1"}}},
      {"resource": {"resourceType": "Encounter", "id": "e1", "status": "finished", "class": {"code": "AMB"},
        "type": [{"text": "Encounter for problem"}], "subject": {"reference": "urn:uuid:p1"},
        "participant": [{"individual": {"reference": "Practitioner/d1"}}],
        "period": {"start": "2026-04-10T09:00:00-05:00"}, "reasonCode": [{"text": "Sprain of wrist"}],
        "serviceProvider": {"reference": "http://example.org/fhir/Organization/o1/_history/2"}}},
      {"resource": {"resourceType": "Condition", "id": "c1", "encounter": {"reference": "Encounter/e1"},
        "code": {"coding": [{"system": "http://snomed.info/sct", "code": "70704007", "display": "Sprain of wrist"}]}}},
      {"resource": {"resourceType": "Condition", "id": "c2", "encounter": {"reference": "Encounter/e1"},
        "verificationStatus": {"coding": [{"code": "refuted"}]}, "code": {"text": "Fracture of wrist"}}},
      {"resource": {"resourceType": "Observation", "id": "b1", "encounter": {"reference": "Encounter/e1"},
        "status": "final", "code": {"text": "Body Height"}, "valueQuantity": {"value": 189.34136, "unit": "cm"}}},
      {"resource": {"resourceType": "Observation", "id": "b2", "encounter": {"reference": "Encounter/e1"},
        "status": "final", "code": {"text": "Blood Pressure"}, "component": [
          {"code": {"text": "Diastolic"}, "valueQuantity": {"value": 80, "unit": "mm[Hg]"}},
          {"code": {"text": "Systolic"}, "valueQuantity": {"value": 121.04, "unit": "mm[Hg]"}}]}},
      {"resource": {"resourceType": "Immunization", "id": "i1", "status": "not-done",
        "encounter": {"reference": "Encounter/e1"}, "vaccineCode": {"text": "Tdap"}}},
      {"resource": {"resourceType": "Procedure", "id": "r1", "status": "completed",
        "encounter": {"reference": "Encounter/e1"}, "code": {"text": "X-ray of wrist"}}},
      {"resource": {"resourceType": "MedicationRequest", "id": "m1", "status": "active",
        "encounter": {"reference": "Encounter/e1"}, "medicationCodeableConcept": {"text": "Ibuprofen 200 MG"}}},
      {"resource": {"resourceType": "DocumentReference", "id": "n1", "status": "current",
        "context": {"encounter": [{"reference": "Encounter/e1"}]},
        "content": [{"attachment": {"contentType": "text/plain; charset=utf-8", "data": "RmVsbCBvbiBpY2Uu"}}]}},
      {"resource": {"resourceType": "Coverage", "id": "v1", "status": "active", "subscriberId": "XYZ 55",
        "beneficiary": {"reference": "Patient/p1"}, "payor": [{"display": "Beacon Mutual"}]}},
      {"resource": {"resourceType": "Observation", "id": "b3", "encounter": {"reference": "Encounter/elsewhere"},
        "status": "final", "code": {"text": "Body Weight"}}}
    ]}
    """
}
