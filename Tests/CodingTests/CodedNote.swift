import ClaimModel
import CodeSets
import Coding
import Intake
import Testing

/// A short note and what it is coded as.
struct CodedNote: Sendable, CustomStringConvertible {
  var text: String
  /// Codes that must be there, the first of them first-listed.
  var codes: [String]
  /// Beginnings of codes that must not be there.
  var absent: [String]
  var sex: Sex
  var age: Int

  init(_ text: String, _ codes: [String], absent: [String] = [], sex: Sex = .female, age: Int = 50) {
    self.text = text
    self.codes = codes
    self.absent = absent
    self.sex = sex
    self.age = age
  }

  var description: String { text }

  /// A visit of the given documentation, on 2026-05-04.
  static func visit(_ documentation: [DocumentationItem], sex: Sex, age: Int) -> Visit {
    var visit = VisitGenerator(seed: 1).visit(0)
    visit.documentation = documentation
    visit.registration.patient.sex = sex
    if let day = CalendarDate(year: 2026, month: 5, day: 4),
      let birth = CalendarDate(year: 2026 - age, month: 1, day: 2)
    {
      visit.registration.dateOfService = day
      visit.registration.patient.birthDate = birth
    }
    return visit
  }

  /// Expects its codes and no others, in whatever order.
  func expectCodes(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let found = try codes(by: TestCoder.coder.get())
    #expect(Set(found) == Set(codes), "\(found)", sourceLocation: sourceLocation)
  }

  /// The codes in the order they are listed; empty when the coder has a question.
  func codes(by coder: Coder) -> [String] {
    let note = DocumentationItem(kind: .note, text: text, source: "note")
    guard case .coded(let coding) = coder.code(CodedNote.visit([note], sex: sex, age: age)) else { return [] }
    return coding.diagnoses.map(\.code.rawValue)
  }
}

/// One coder for all tests.
enum TestCoder {
  static let books = Result { try CodeBooks.load() }
  static let coder = books.map { Coder(codeSets: $0) }
}
