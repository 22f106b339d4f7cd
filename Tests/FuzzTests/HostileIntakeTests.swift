import ClaimModel
import Foundation
import Intake
import Testing

/// Bundles and notes that nobody writes.
@Suite struct HostileIntakeTests {
  private static let lenient = IntakeOptions(missingRegistration: .synthesize)

  @Test(
    .timeLimit(.minutes(10)), arguments: ["[", "{\"a\":", "{\"resourceType\": \"Bundle\", \"entry\": [", "[[{\"a\":"])
  func deeplyNestedJSONIsRefused(opening: String) {
    for count in [500, 600, 100_000] {
      let bytes = Array(String(repeating: opening, count: count).utf8)
      let error = #expect(throws: IntakeError.self) { try FHIRBundleReader().visits(from: bytes) }
      #expect(error?.code == .notJSON)
      #expect(error?.place == "offset \(bytes.count)")
      // As the header of a note, too.
      #expect(throws: IntakeError.self) { try VisitReader().visits(from: bytes, name: "x") }
    }
  }

  @Test func nestedJSONThatIsClosedIsRefused() {
    for count in [600, 100_000] {
      let deep = String(repeating: "[", count: count) + String(repeating: "]", count: count)
      for text in [deep, "{\"resourceType\": \"Bundle\", \"entry\": \(deep)}", "{\"patient\": \(deep)}\nnote"] {
        #expect(throws: IntakeError.self) { try VisitReader().visits(from: Array(text.utf8), name: "x") }
      }
    }
  }

  private static func bundle(birth: String = "1980-05-06", start: String = "2026-04-10", more: String = "") -> [UInt8] {
    Array(
      """
      {"resourceType": "Bundle", "entry": [
      {"resource": {"resourceType": "Patient", "id": "p", "name": [{"family": "Doe"}], "birthDate": "\(birth)"}},
      {"resource": {"resourceType": "Encounter", "id": "e", "class": {"code": "AMB"}, "subject":
       {"reference": "Patient/p"}, "period": {"start": "\(start)"}}}\(more)]}
      """.utf8)
  }

  @Test(arguments: [
    "0001-01-01", "1849-12-31", "2200-01-01", "9999-12-31", "+202-01-01", "2026-+4-01", "2026-04-1", "20260401",
    "2026-13-01", "-026-01-01", "99999-01-01",
  ])
  func aDayOfNoPlausibleYearIsRefused(day: String) {
    let reader = FHIRBundleReader(options: Self.lenient)
    #expect(throws: IntakeError.self) { try reader.visits(from: Self.bundle(birth: day)) }
    #expect(throws: IntakeError.self) { try reader.visits(from: Self.bundle(start: day)) }
    let note = "---\ndate: \(day)\n---\nA 120-year-old man."
    #expect(throws: IntakeError.self) {
      try ClinicalNoteReader(options: Self.lenient).visit(from: Array(note.utf8), name: "n.md")
    }
  }

  @Test func theFirstAndTheLastPlausibleDayAreRead() throws {
    let reader = FHIRBundleReader(options: Self.lenient)
    for day in ["1850-01-01", "2199-12-31"] {
      #expect(try reader.visits(from: Self.bundle(birth: day, start: day)).count == 1)
    }
  }

  @Test(.timeLimit(.minutes(10))) func whatIsReferredToOftenIsReadOnce() throws {
    let count = 4_000
    let text = Data(String(repeating: "A long note. ", count: 20_000).utf8).base64EncodedString()
    let references = Array(repeating: "{\"reference\": \"Encounter/e\"}", count: count).joined(separator: ",")
    let document = """
      ,{"resource": {"resourceType": "DocumentReference", "id": "d", "context": {"encounter": [\(references)]},
       "content": [{"attachment": {"data": "\(text)"}}]}}
      """
    let visits = try FHIRBundleReader(options: Self.lenient).visits(from: Self.bundle(more: document))
    #expect(visits.first?.documentation.count == 1)
  }

  @Test(.timeLimit(.minutes(10))) func aPatientOfManyVisitsNamesAndInsurancesIsRead() throws {
    let count = 3_000
    let names = Array(repeating: "{\"given\": [\"X\"]}", count: count).joined(separator: ",")
    var more =
      ",{\"resource\": {\"resourceType\": \"Patient\", \"id\": \"q\", \"birthDate\": \"1980-05-06\", \"name\": ["
      + names + ", {\"family\": \"Doe\"}]}}"
    for number in 0..<count {
      more += """
        ,{"resource": {"resourceType": "Encounter", "id": "e\(number)", "class": {"code": "AMB"}, "subject":
         {"reference": "Patient/q"}, "period": {"start": "2026-04-10"}}}
        ,{"resource": {"resourceType": "Coverage", "status": "cancelled", "beneficiary": {"reference": "Patient/q"}}}
        """
    }
    let visits = try FHIRBundleReader(options: Self.lenient).visits(from: Self.bundle(more: more))
    #expect(visits.count == count + 1)
    #expect(visits.last?.isEstablishedPatient == false)
  }

  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      "1 ", "50 year old ", "a", "é", "e\u{301}", "\u{301}", "---\n", "key: ", "\"", "{", "his 9-year-old brother ",
      "\r\n", "🙂",
    ])
  func aNoteOfOneThingOverAndOverIsReadOrRefused(piece: String) throws {
    let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
    for head in ["", "---\n", "---\nsex: F\n---\n", "{\"sex\": \"F\"}\n", "---\nsex: "] {
      do throws(IntakeError) {
        _ = try ClinicalNoteReader(options: Self.lenient).visit(from: Array((head + text).utf8), name: "n.md")
      } catch {
        #expect(error.description.utf8.count < 4_000)
      }
    }
  }

  @Test(arguments: [
    "1e999", "-1e999", "123456789012345678901234567890", "1.5", "\"\\ud800\"", "\"\\u0000\"", "[]", "{}",
  ])
  func aHeaderInJSONWithAValueOfNoUseIsRefused(value: String) {
    let note = "{\"minutes\": \(value)}\nA note."
    #expect(throws: IntakeError.self) {
      try ClinicalNoteReader(options: Self.lenient).visit(from: Array(note.utf8), name: "n.md")
    }
  }
}
