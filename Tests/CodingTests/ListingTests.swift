import ClaimModel
import CodeSets
import Coding
import Testing

/// In which order codes are listed.
@Suite struct ListingTests {
  /// What was recorded, and the codes in order.
  static let lists: [(conditions: [String], codes: [String])] = [
    // I.A.13: the etiology before its manifestation, and the manifestation never alone.
    (["Dementia in other diseases classified elsewhere", "Alzheimer's disease"], ["G309", "F0280"]),
    // I.A.17: what a code asks for follows it.
    (["Chronic kidney disease stage 3b", "Hypertension"], ["I129", "N1832"]),
    (["Heart failure", "Hypertension"], ["I110", "I509"]),
    // I.C.20.a.6: an external cause is never first.
    (["Fall from ladder", "Sprain of right ankle"], ["S93401A", "W11XXXA"]),
    // IV.G: otherwise what comes first is listed first.
    (["Gout", "Hypothyroidism"], ["M109", "E039"]), (["Hypothyroidism", "Gout"], ["E039", "M109"]),
  ]

  @Test(arguments: lists) func codesAreListedInTheOrderThatNotesDemand(conditions: [String], codes: [String]) throws {
    let items = conditions.enumerated().map { index, text in
      DocumentationItem(kind: .condition, text: text, source: "Condition/\(index)")
    }
    guard case .coded(let coding) = try TestCoder.coder.get().code(CodedNote.visit(items, sex: .female, age: 70)) else {
      Issue.record("not coded")
      return
    }
    #expect(coding.diagnoses.map(\.code.rawValue) == codes)
  }

  @Test func aManifestationAloneIsAskedAbout() throws {
    let item = DocumentationItem(
      kind: .condition, text: "Dementia in other diseases classified elsewhere", source: "Condition/1")
    let visit = CodedNote.visit([item], sex: .female, age: 70)
    let review = try TestCoder.coder.get().review(visit)
    #expect(review.outcome == .query(DocumentationQuery(.diagnosis)))
    #expect(review.refused.map(\.reason) == [.secondary])
  }
}
