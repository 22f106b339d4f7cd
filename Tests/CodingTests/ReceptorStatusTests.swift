import ClaimModel
import CodeSets
import Coding
import Testing

/// The note at C50 asks what the tumor's cells respond to, and the one at Z17.4 for a combined code only where nothing else is told.
@Suite struct ReceptorStatusTests {
  @Test(arguments: [
    ("Left breast cancer, ER+/PR+/HER2-.", ["Z170", "Z1721", "Z1732"]), ("Left breast cancer, ER-.", ["Z171"]),
    ("Left breast cancer (ER+, HER2+).", ["Z170", "Z1731"]), ("Left breast cancer, HR+/HER2-.", ["Z17411"]),
    ("Left breast cancer, ER (+), PR (-).", ["Z170", "Z1722"]), ("Left breast cancer, HER2/neu+.", ["Z1731"]),
    ("Left breast cancer, ER positive, HER2 negative.", ["Z170", "Z1732"]),
    ("Left breast cancer, ER-positive.", ["Z170"]), ("Left breast cancer, triple negative.", ["Z17421"]),
    ("Triple negative breast cancer, left (ER-/PR-/HER2-).", ["Z171", "Z1722", "Z1732"]),
    // Told of two tumors, or of a room: of neither.
    ("Left breast cancer, ER+. Right breast biopsy in 2010 was ER-.", []),
    ("Left breast cancer, seen in the ER - stable.", []),
  ]) func eachReceptorHasItsCode(problem: String, expected: [String]) throws {
    let found = try CodedNote("Assessment and plan:\n1. \(problem)", []).codes(by: TestCoder.coder.get())
    #expect(found.first == "C50912", "\(found)")
    #expect(Set(found.filter { $0.hasPrefix("Z17") }) == Set(expected), "\(found)")
  }

  /// Z17.2 to Z17.4 are in use from 2025-10-01 on.
  @Test func earlierOnlyEstrogenHasACode() throws {
    let text = "Assessment and plan:\n1. Left breast cancer, ER+/PR+/HER2-. PR positive, HER2 negative."
    var visit = CodedNote.visit([DocumentationItem(kind: .note, text: text, source: "note")], sex: .female, age: 50)
    visit.registration.dateOfService = try #require(CalendarDate(year: 2025, month: 9, day: 30))
    guard case .coded(let coding) = try TestCoder.coder.get().code(visit) else { return #expect(Bool(false)) }
    let found = coding.diagnoses.map(\.code.rawValue)
    #expect(found.contains("C50912"), "\(found)")
    #expect(found.filter { $0.hasPrefix("Z17") } == ["Z170"], "\(found)")
  }
}
