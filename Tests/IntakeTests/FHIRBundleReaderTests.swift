import ClaimModel
import Intake
import Testing

@Suite struct FHIRBundleReaderTests {
  @Test func encounterBecomesAVisitOfItsPartiesAndDocumentation() throws {
    let visits = try FHIRBundleReader().visits(from: SmallBundle.json())
    #expect(visits.map(\.id) == [.derived(from: "fhir", "e0"), .derived(from: "fhir", "e1")])
    let visit = visits[1]
    let registration = visit.registration
    #expect(registration.patient.name == PersonName(last: "Canary", first: "Zoe", middle: "Ann"))
    #expect(registration.patient.birthDate.iso == "1980-05-06" && registration.patient.sex == .female)
    #expect(
      registration.patient.address
        == Address(line: "1 Nest Way", city: "Canaryville", state: "MA", zip: "01020"))
    #expect(registration.rendering.npi == "1234567893" && registration.rendering.name.last == "Feather")
    #expect(registration.billing.name == "Aviary Clinic" && registration.billing.npi.isValid)
    #expect(
      registration.coverages == [Coverage(payer: "BEACON1", payerName: "Beacon Mutual", member: "XYZ 55")])
    #expect(registration.dateOfService.iso == "2026-04-10" && registration.placeOfService == .office)
    #expect(visit.specialty == .surgical)
    #expect(visits.map(\.isEstablishedPatient) == [false, true])
    #expect(
      visit.documentation.map { "\($0.kind.rawValue) \($0.source) \($0.text)" } == [
        "encounterType Encounter/e1 Encounter for problem",
        "reason Encounter/e1 Sprain of wrist",
        "condition Condition/c1 Sprain of wrist",
        "condition Condition/c2 Fracture of wrist",
        "observation Observation/b1 Body Height: 189.3 cm",
        "observation Observation/b2 Blood Pressure: Diastolic 80 mm[Hg], Systolic 121 mm[Hg]",
        "procedure Procedure/r1 X-ray of wrist",
        "medication MedicationRequest/m1 Ibuprofen 200 MG",
        "note DocumentReference/n1 Fell on ice.",
      ])
    #expect(visit.documentation[3].standing == .refuted)
    #expect(visit.documentation[2].codings == [.init(system: "http://snomed.info/sct", code: "70704007")])
  }

  /// What is replaced by what, the code, and what the description must mention.
  static let faults: [(old: String, new: String, code: IntakeError.Code, mentions: String)] = [
    ("\"type\": \"collection\",", "\"type\" \"collection\",", .notJSON, "offset 34"),
    ("\"Bundle\"", "\"List\"", .notABundle, "`List`"),
    ("\"resourceType\": \"Bundle\", ", "", .notABundle, "no resourceType"),
    ("{\"value\": 189.34136,", "{\"value\": \"tall\",", .malformedResource, "entry[7].resource.valueQuantity.value"),
    ("\"subject\": {\"reference\": \"urn:uuid:p1\"},", "", .missingPatient, "Encounter/e0"),
    ("\"urn:uuid:p1\"}, \"period\"", "\"urn:uuid:p9\"}, \"period\"", .unresolvedReference, "`urn:uuid:p9`"),
    (
      "\"subject\": {\"reference\": \"urn:uuid:p1\"", "\"subject\": {\"reference\": \"Organization/o1\"",
      .missingPatient, "not a Patient"
    ),
    ("Practitioner/d1\"}}]", "Practitioner/d9\"}}]", .unresolvedReference, "participant[0].individual.reference"),
    ("\"period\": {\"start\": \"2024-04-11T09:00:00Z\"},", "", .missingPeriod, "Encounter/e0"),
    ("2024-04-11T", "2024-13-11T", .invalidValue, "period.start"),
    ("1980-05-06", "1980-05", .invalidValue, "Patient/p1` birthDate"),
    ("\"family\": \"Canary123\", ", "", .missingElement, "name.family"),
    ("\"Canary123\"", "\"\\u738b\"", .invalidValue, "Latin"),
    ("\"state\": \"Massachusetts\", ", "", .missingElement, "Patient/p1` address.state"),
    (
      "\"serviceProvider\": {\"reference\": \"Organization/o1\"", "\"serviceProvider\": {\"reference\": \"x/y\"",
      .unresolvedReference, "serviceProvider.reference"
    ),
    ("RmVsbCBvbiBpY2Uu", "R", .invalidValue, "content[0].attachment.data"),
    ("RmVsbCBvbiBpY2Uu", "////", .notUTF8, "DocumentReference/n1"),
  ]

  @Test(arguments: faults) func faultIsNamedWithItsPlaceAndWithoutPatientData(
    old: String, new: String, code: IntakeError.Code, mentions: String
  ) throws {
    let error = try #require(throws: IntakeError.self) {
      try FHIRBundleReader().visits(from: SmallBundle.json((old, new)))
    }
    #expect(error.code == code)
    #expect(error.description.contains(mentions), "\(error)")
    #expect(!error.remedy.isEmpty)
    for canary in ["Canary", "Nest", "1980", "189.3", "tall"] {
      #expect(!error.description.contains(canary), "\(error)")
    }
  }

  /// Bytes and the offset of the first one that is not JSON.
  @Test(arguments: [
    ("", 0), ("{", 1), ("[1 2]", 3), ("nul", 3), ("{\"a\":\"x", 7), ("{} {}", 3), ("\"\u{1}\"", 1),
    ("<xml/>", 0), ("{\"a\":1 \"b\"}", 7),
  ]) func offsetOfTheFirstByteThatIsNotJSON(text: String, offset: Int) throws {
    let error = try #require(throws: IntakeError.self) { try FHIRBundleReader().visits(from: Array(text.utf8)) }
    #expect(error.code == .notJSON && error.place == "offset \(offset)", "\(error)")
  }

  @Test func nestingWithoutEndIsAnErrorAndNoOverflow() {
    let deep = Array(String(repeating: "[", count: 200_000).utf8)
    #expect(throws: IntakeError.self) { try FHIRBundleReader().visits(from: deep) }
    let closed = deep + Array(String(repeating: "]", count: 200_000).utf8)
    #expect(throws: IntakeError.self) { try FHIRBundleReader().visits(from: closed) }
  }

  /// Synthea's newer bundles leave clinicians and practices out and refer to them by identifier.
  @Test func partiesOutsideTheBundleAreTakenFromTheirDisplay() throws {
    let bytes = SmallBundle.json(
      (
        "\"Practitioner/d1\"",
        "\"Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|1679576722\", \"display\": \"Dr. Ned7 Gull8\""
      ),
      ("\"reference\": \"Organization/o1\"", "\"reference\": \"Organization?identifier=u|x\", \"display\": \"Cove\""))
    #expect(throws: IntakeError.self) { try FHIRBundleReader().visits(from: bytes) }
    let options = IntakeOptions(missingRegistration: .synthesize)
    let visits = try FHIRBundleReader(options: options).visits(from: bytes)
    #expect(visits[0].registration.billing.name == "Cove" && visits[0].registration.billing.npi.isValid)
    #expect(visits[1].registration.rendering.npi == "1679576722")
    #expect(visits[1].registration.rendering.name == PersonName(last: "Gull", first: "Ned"))
  }

  @Test func byteOrderMarkIsPassedOver() throws {
    let marked = try VisitReader().visits(from: [0xef, 0xbb, 0xbf] + SmallBundle.json(), name: "bundle")
    #expect(try marked == FHIRBundleReader().visits(from: SmallBundle.json()))
  }

  @Test func patientWithoutInsurancePaysAlone() throws {
    let visits = try FHIRBundleReader().visits(from: SmallBundle.json(("Beacon Mutual", "NO_INSURANCE")))
    #expect(visits.allSatisfy { $0.registration.coverages.isEmpty })
    let none = try FHIRBundleReader(options: IntakeOptions(payers: [])).visits(from: SmallBundle.json())
    #expect(none.allSatisfy { $0.registration.coverages.isEmpty })
  }

  @Test func mutatedBundlesAreReadOrRefusedAndNeverTrap() {
    let original = SmallBundle.json()
    var random = SeededRandom(seed: 20_260_401)
    let reader = VisitReader(
      options: IntakeOptions(
        includesEmergency: true, missingRegistration: .synthesize,
        redate: RedatePolicy(onto: RedatePolicy.secondQuarter2026)))
    let tokens = ["null", "{}", "[]", "-1e308", "\"\"", "\u{0}", "9999-12-31", "0001-01-01", "\"\\ud800\"", "}", "\""]
    var refused = 0
    for _ in 0..<3_000 {
      var bytes = original
      for _ in 0...(random.next() % 3) {
        let at = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 4 {
        case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.removeSubrange(at..<min(bytes.count, at + 1 + Int(random.next() % 40)))
        case 2: bytes.removeLast(bytes.count - at - 1)
        default: bytes.insert(contentsOf: tokens[Int(random.next() % UInt64(tokens.count))].utf8, at: at)
        }
      }
      do throws(IntakeError) {
        for name in ["a.json", "a.txt", "a"] { _ = try reader.visits(from: bytes, name: name) }
      } catch {
        refused += 1
        #expect(!error.description.contains("Canary"))
      }
    }
    #expect(refused > 1_000)
  }
}
