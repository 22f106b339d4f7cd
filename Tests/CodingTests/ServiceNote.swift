import ClaimModel
import Coding
import Intake
import Testing

/// A short note, and the service lines that must and must not come of it.
struct ServiceNote: Sendable, CustomStringConvertible {
  var text: String
  /// Lines as `20610-LT` or, with units, `J3301*4`.
  var lines: [String]
  /// Codes that must not be there.
  var absent: [String]
  var age: Int
  var sex: Sex
  var place: PlaceOfService

  init(
    _ text: String, _ lines: [String] = [], absent: [String] = [], age: Int = 50, sex: Sex = .female,
    place: PlaceOfService = .office
  ) {
    self.text = text
    self.lines = lines
    self.absent = absent
    self.age = age
    self.sex = sex
    self.place = place
  }

  var description: String { text }

  /// The visit of the note, on 2026-05-04, of a known patient.
  var visit: Visit {
    let note = DocumentationItem(kind: .note, text: text, source: "note")
    var visit = CodedNote.visit([note], sex: sex, age: age)
    visit.isEstablishedPatient = true
    visit.totalMinutes = nil
    visit.registration.placeOfService = place
    return visit
  }

  /// The lines that the coder finds; none when it has a question.
  func coded(by coder: Coder) -> [AssignedService] {
    guard case .coded(let coding) = coder.code(visit) else { return [] }
    return coding.services
  }

  /// Expects its lines, and none of the codes that are absent.
  func expectLines(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let found = try coded(by: TestCoder.coder.get()).map { ServiceNote.word($0.line) }
    #expect(!found.isEmpty, "the coder has a question", sourceLocation: sourceLocation)
    for line in lines { #expect(found.contains(line), "\(line) of \(found)", sourceLocation: sourceLocation) }
    for code in absent {
      #expect(!found.contains { $0.hasPrefix(code) }, "\(code) of \(found)", sourceLocation: sourceLocation)
    }
  }

  /// Expects the office visit of a visit to be one of a new patient, or not.
  static func expectNew(_ isNew: Bool, _ visit: Visit, sourceLocation: SourceLocation = #_sourceLocation) throws {
    guard case .coded(let coding) = try TestCoder.coder.get().code(visit) else {
      Issue.record("a question", sourceLocation: sourceLocation)
      return
    }
    let codes = coding.services.map(\.line.procedure.rawValue)
    #expect(codes.contains { $0.hasPrefix("9920") } == isNew, "\(codes)", sourceLocation: sourceLocation)
  }

  /// A line in a word.
  static func word(_ line: ServiceLine) -> String {
    let modifiers = line.modifiers.map { "-" + $0.rawValue }.joined()
    return line.procedure.rawValue + modifiers + (line.units > 1 ? "*\(line.units)" : "")
  }
}
