/// FHIR bundles to start from.
enum SampleBundle {
  static let seeds: [[UInt8]] = [bundle, note, "{\"resourceType\": \"Bundle\", \"entry\": []}"].map { Array($0.utf8) }

  private static let note = """
    {"resourceType": "DocumentReference", "id": "n9", "status": "current", "date": "2026-04-15T10:00:00Z",
     "subject": {"reference": "Patient/1"}, "context": {"period": {"start": "2026-04-15"}},
     "content": [{"attachment": {"contentType": "text/plain", "data": "QSA1MC15ZWFyLW9sZCBmZW1hbGUgd2l0aCBhIGNvdWdoLg=="}}]}
    """

  private static let bundle = """
    {"resourceType": "Bundle", "type": "collection", "entry": [
    {"fullUrl": "urn:uuid:p1", "resource": {"resourceType": "Patient", "id": "p1", "name": [{"use": "official",
     "family": "Example7", "given": ["Zo\\u00eb", "Ann"]}], "birthDate": "1980-05-06", "gender": "female",
     "address": [{"line": ["1 Main Street"], "city": "Springfield", "state": "Illinois", "postalCode": "62704"}]}},
    {"resource": {"resourceType": "Practitioner", "id": "d1", "identifier": [{"system": "npi", "value": "1234567893"}],
     "name": [{"family": "Novak", "given": ["Felix"]}], "qualification": [{"code": {"text": "Family medicine"}}]}},
    {"resource": {"resourceType": "Organization", "id": "o1", "name": "Main Street Practice", "address":
     [{"line": ["2 Main Street"], "city": "Springfield", "state": "IL", "postalCode": "62704"}]}},
    {"resource": {"resourceType": "Encounter", "id": "e0", "status": "finished", "class": {"code": "AMB"},
     "subject": {"reference": "urn:uuid:p1"}, "period": {"start": "2024-04-11T09:00:00Z"},
     "serviceProvider": {"reference": "Organization/o1"}}},
    {"resource": {"resourceType": "Encounter", "id": "e1", "status": "finished", "class": {"code": "EMER"},
     "type": [{"text": "Encounter for problem"}], "subject": {"reference": "Patient/p1/_history/2"},
     "participant": [{"individual": {"reference": "Practitioner?identifier=npi|1234567893", "display": "Dr. Novak"}}],
     "period": {"start": "2026-04-10"}, "diagnosis": [{"condition": {"reference": "Condition/c1"}, "rank": 1}], "reasonCode": [{"coding": [{"system": "s", "code": "1", "display": "Sprain"}]}],
     "serviceProvider": {"reference": "Organization?identifier=x|1", "display": "Elsewhere Clinic"}}},
    {"resource": {"resourceType": "Condition", "id": "c1", "encounter": {"reference": "Encounter/e1"},
     "verificationStatus": {"coding": [{"code": "confirmed"}]}, "code": {"text": "Sprain of wrist"}}},
    {"resource": {"resourceType": "Observation", "id": "b1", "encounter": {"reference": "Encounter/e1"},
     "status": "final", "code": {"text": "Blood Pressure"}, "component": [{"code": {"text": "Systolic"},
     "valueQuantity": {"value": 121.04, "unit": "mm[Hg]"}}], "valueQuantity": {"value": 1e2, "comparator": "<"}, "interpretation": [{"text": "high"}],
     "referenceRange": [{"high": {"value": 130}}]}},
    {"resource": {"resourceType": "Condition", "id": "c2", "subject": {"reference": "Patient/p1"}, "clinicalStatus":
     {"coding": [{"code": "remission"}]}, "category": [{"coding": [{"code": "problem-list-item"}]}], "onsetDateTime":
     "2019-05", "abatementDateTime": "2026", "code": {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10-cm",
     "code": "F32.5", "display": "Depression"}]}, "stage": [{"summary": {"text": "II"}}], "severity": {"text": "mild"}}},
    {"resource": {"resourceType": "MedicationStatement", "status": "active", "subject": {"reference": "Patient/p1"},
     "effectivePeriod": {"start": "2025-01-01"}, "medicationReference": {"display": "Warfarin"},
     "reasonReference": [{"reference": "Condition/c2"}]}},
    {"resource": {"resourceType": "ServiceRequest", "status": "active", "intent": "order", "encounter": {"reference":
     "Encounter/e1"}, "code": {"text": "X-ray"}, "reasonCode": [{"text": "Pain"}]}},
    {"resource": {"resourceType": "AllergyIntolerance", "patient": {"reference": "Patient/p1"}, "recordedDate":
     "2026-04-10", "code": {"text": "Latex"}}},
    {"resource": {"resourceType": "FamilyMemberHistory", "status": "completed", "patient": {"reference": "Patient/p1"},
     "date": "2026-04-10", "relationship": {"text": "Mother"}, "condition": [{"code": {"text": "Gout"}}]}},
    {"resource": {"resourceType": "Immunization", "id": "i1", "status": "completed",
     "encounter": {"reference": "Encounter/e1"}, "vaccineCode": {"text": "Tdap"}}},
    {"resource": {"resourceType": "DocumentReference", "id": "n1", "status": "current", "context": {"encounter":
     [{"reference": "Encounter/e1"}]}, "content": [{"attachment": {"contentType": "text/plain", "data": "RmVsbA=="}}]}},
    {"resource": {"resourceType": "Coverage", "status": "active", "subscriberId": "XYZ 55",
     "beneficiary": {"reference": "Patient/p1"}, "payor": [{"display": "Beacon Mutual"}]}},
    {"resource": {"resourceType": "Claim", "insurance": [{"coverage": {"display": "Acme Health Plan"}}],
     "item": [{"encounter": [{"reference": "urn:uuid:e0"}]}]}}
    ]}
    """
}
