import BillingFiles
import ClaimModel
import Testing
import YAMLFiles

@Suite struct SuperbillFileTests {
  private static let registration = """
    {"patient": {"last": "Doe", "first": "Jo", "birth-date": "1970-05-01", "sex": "F", "address": \
    {"line": "1 Main St", "city": "Springfield", "state": "MA", "zip": "01101"}}, \
    "coverages": [{"payer": "ACMEHLTH", "payer-name": "Acme Health Plan", "member": "M100"}], \
    "rendering": {"npi": "1234567893", "last": "Reed", "taxonomy": "207Q00000X"}, \
    "billing": {"npi": "1234567893", "name": "Practice", "tax-id": "123456789", "address": \
    {"line": "1 Main St", "city": "Springfield", "state": "MA", "zip": "01101"}}, \
    "date-of-service": "2026-04-15", "place-of-service": "11"}
    """
  /// As coder-worker prints it.
  private static let coded = """
    {"diagnoses":[{"code":"E11.9","confidence":0.9,"evidence":[],"rule":"r"},{"code":"I10"}],"file":"n.txt",\
    "queries":[],"refused":[],"schema":1,"services":[{"code":"99213","evidence":[],"modifiers":["25"],\
    "pointers":[1,2],"rule":"r","units":1}],"visit":"V0000000000TEST1"}
    """

  @Test func whatTheCoderPrintsIsReadWithARegistrationForAll() throws {
    let registration = try SuperbillFile.registration(Self.registration, name: "r.json")
    let read = try SuperbillFile.read(
      Self.coded + "\n\n" + Self.coded, name: "s.json", registration: registration)
    #expect(read.count == 2)
    let superbill = try #require(read.first)
    #expect(superbill.visit == "V0000000000TEST1")
    #expect(superbill.diagnoses == ["E119", "I10"])
    #expect(superbill.services == [ServiceLine(procedure: "99213", modifiers: ["25"], diagnosisPointers: [1, 2])])
    #expect(superbill.registration.coverages.map(\.member) == ["M100"])
    #expect(superbill.registration.dateOfService == CalendarDate(year: 2026, month: 4, day: 15))
    #expect(superbill.registration.patient.sex == .female)
  }

  @Test func registrationMayStandBesideTheCodes() throws {
    let text = "[" + Self.coded.dropLast() + ",\n\"registration\": \(Self.registration)}]"
    let read = try SuperbillFile.read(text, name: "s.json")
    #expect(read.first?.registration.billing.taxID == "123456789")
  }

  @Test(arguments: [
    ("{\"visit\": \"V1\", \"diagnoses\": [], \"services\": []}", "expected the key registration"),
    ("{\"diagnoses\": [], \"services\": []}", "expected the key visit"),
    ("{\"visit\": \"V1\", \"diagnoses\": [{}], \"services\": []}", "expected the key code"),
    (
      "{\"visit\": \"V1\", \"diagnoses\": [\"I10\"], \"services\": [{\"code\": \"99213\", \"pointers\": [0]}]}",
      "expected a whole number from 1 to 12"
    ),
    ("5", "expected a superbill: keys and values"),
  ]) func whatIsMissingIsNamed(text: String, expected: String) {
    let fault = #expect(throws: YAMLFault.self) { try SuperbillFile.read(text, name: "s.json") }
    #expect(fault?.description.contains(expected) == true, "\(fault?.description ?? "none")")
  }

  @Test func faultOfALineIsOnThatLine() {
    let fault = #expect(throws: YAMLFault.self) {
      try SuperbillFile.read("{\"visit\": \"V1\"}\n", name: "s.json")
    }
    #expect(fault?.line == 1)
    let second = #expect(throws: YAMLFault.self) {
      try SuperbillFile.read("\n\n{\"visit\": 1}\n", name: "s.json")
    }
    #expect(second?.line == 3)
  }
}
