import CodeSets
import Testing

@testable import Coding

/// One phrase has one sense in a table: the first one entered stays, and the others are never asked for.
@Suite struct PhraseTableTests {
  @Test func noPhraseOfServicesHasTwoSenses() {
    let unlike = ServiceTable().phrases.doubled.filter { "\($0.kept)" != "\($0.dropped)" }
    #expect(unlike.map { "\($0.phrase): \($0.kept), \($0.dropped)" } == [])
  }

  @Test func noPhraseOfCluesHasTwoSenses() throws {
    let unlike = ClueTable(try TestCoder.books.get().icd10cm).phrases.doubled.filter { doubled in
      // A clue may stand for several codes, each with its own condition.
      if case (.clue, .clue) = (doubled.kept, doubled.dropped) { return false }
      return "\(doubled.kept)" != "\(doubled.dropped)"
    }
    #expect(unlike.map { "\($0.phrase): \($0.kept), \($0.dropped)" } == [])
  }
}
