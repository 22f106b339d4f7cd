import ClaimModel
import CodeSets
import Coding
import Testing

/// ICD-10-CM codes that a source records are verified, not trusted.
@Suite struct RecordedCodesTests {
  static let system = "http://hl7.org/fhir/sid/icd-10-cm"

  struct Case: Sendable, CustomStringConvertible {
    var code: String
    var text: String
    /// The codes of the visit, the recorded one marked with `*`.
    var codes: [String]
    var refused: [String] = []
    var note = ""
    var sex = Sex.female
    var description: String { "\(code) \(text)" }
  }

  static let table: [Case] = [
    // Right: the same, in either spelling; more than the words say; a header's child; words nobody knows.
    Case(code: "E11.9", text: "Type 2 diabetes mellitus", codes: ["E119*"]),
    Case(code: "e119", text: "Type 2 diabetes mellitus", codes: ["E119*"]),
    Case(code: "J45.40", text: "Asthma", codes: ["J4540*"]),
    Case(code: "M54.2", text: "Zzyzx", codes: ["M542*"]),
    // The source knows the stage of care.
    Case(code: "S93.401D", text: "Sprain of right ankle", codes: ["S93401D*"]),
    // A history by its code and its condition's words.
    Case(code: "Z85.3", text: "History of breast cancer", codes: ["Z853*"]),
    // No such code; a header; one that was divided; not a code at all.
    Case(code: "E11.ZZ", text: "Type 2 diabetes mellitus", codes: ["E119"], refused: ["E11ZZ invalid-code"]),
    Case(code: "E11", text: "Type 2 diabetes mellitus", codes: ["E119"], refused: ["E11 invalid-code"]),
    Case(code: "M54.5", text: "Low back pain", codes: ["M5450"], refused: ["M545 invalid-code"]),
    Case(code: "diabetes mellitus", text: "Gout", codes: ["M109"], refused: ["DIABETES invalid-code"]),
    // The words win.
    Case(code: "I10", text: "Gout", codes: ["M109"], refused: ["I10 contradicts-text"]),
    Case(code: "S93.402A", text: "Sprain of right ankle", codes: ["S93401A"], refused: ["S93402A contradicts-text"]),
    Case(
      code: "E11.65", text: "Type 2 diabetes mellitus with diabetic neuropathy", codes: ["E1140"],
      refused: ["E1165 contradicts-text"]),
    // Less than the words, and less than the note, say.
    Case(
      code: "E11.9", text: "Type 2 diabetes mellitus with diabetic neuropathy", codes: ["E1140"],
      refused: ["E119 less-specific"]),
    Case(
      code: "J45.909", text: "Asthma", codes: ["J4540"], refused: ["J45909 less-specific"],
      note: "Assessment:\n1. Moderate persistent asthma.\n"),
    Case(
      code: "S52.90XA", text: "Fracture of forearm", codes: ["S52501A"], refused: ["S5290XA less-specific"],
      note: "Assessment:\n1. Fracture of lower end of right radius.\n"),
    // A code without words is no statement.
    Case(code: "E11.9", text: "E11.9", codes: [], refused: ["E119 undescribed"]),
    // What goes for any code.
    Case(code: "N40.0", text: "Zzyzx", codes: [], refused: ["N400 demographics"]),
    Case(code: "N40.0", text: "Enlarged prostate", codes: ["N400*"], sex: .male),
    Case(code: "E11.9", text: "No type 2 diabetes mellitus", codes: [], refused: ["E119 negated"]),
  ]

  @Test(arguments: table) func recordedCodeIsVerified(example: Case) throws {
    for system in [Self.system, "urn:oid:2.16.840.1.113883.6.90"] {
      var items = [
        DocumentationItem(
          kind: .condition, text: example.text, codings: [.init(system: system, code: example.code)],
          source: "Condition/1")
      ]
      if !example.note.isEmpty { items.append(DocumentationItem(kind: .note, text: example.note, source: "note")) }
      let review = try TestCoder.coder.get().review(CodedNote.visit(items, sex: example.sex, age: 60))
      var codes: [String] = []
      if case .coded(let coding) = review.outcome {
        codes = coding.diagnoses.map { $0.code.rawValue + ($0.rule == "condition-code" ? "*" : "") }
      }
      #expect(codes == example.codes)
      // The words may name the code that was refused as well.
      #expect(Set(review.refused.map { "\($0.code.rawValue) \($0.reason.rawValue)" }) == Set(example.refused))
    }
  }

  @Test func codesOfOtherSystemsAreNotLookedAt() throws {
    let item = DocumentationItem(
      kind: .condition, text: "Gout", codings: [.init(system: "http://hl7.org/fhir/sid/icd-10", code: "I10")],
      source: "Condition/1")
    let review = try TestCoder.coder.get().review(CodedNote.visit([item], sex: .female, age: 60))
    #expect(review.refused.isEmpty)
  }

  @Test(arguments: [
    (DocumentationItem.Standing.refuted, "negated"), (.uncertain, "uncertain"), (.resolved, "history"),
    (.later, "hypothetical"),
  ]) func standingGoesForRecordedCodesToo(standing: DocumentationItem.Standing, reason: String) throws {
    let item = DocumentationItem(
      kind: .condition, text: "Zzyzx", codings: [.init(system: Self.system, code: "J45.40")], source: "Condition/1",
      standing: standing)
    let review = try TestCoder.coder.get().review(CodedNote.visit([item], sex: .female, age: 60))
    #expect(review.outcome == .query(DocumentationQuery(.diagnosis)))
    #expect(review.refused.map { "\($0.code.rawValue) \($0.reason.rawValue)" } == ["J4540 \(reason)"])
  }
}
