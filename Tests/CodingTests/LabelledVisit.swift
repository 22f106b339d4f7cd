import ClaimModel
import Coding
import Testing

/// A note with its registration, its diagnoses, the first of them first-listed, and its service lines.
struct LabelledVisit: Sendable, CustomStringConvertible {
  var text: String
  var diagnoses: [String]
  /// Lines as `20610-LT` or, with units, `J3301*4`.
  var lines: [String]
  var age: Int
  var sex: Sex
  var payer: String
  var place: PlaceOfService
  var isNew: Bool

  init(
    _ text: String, _ diagnoses: [String], lines: [String], age: Int, sex: Sex, payer: String = "Acme Health Plan",
    place: PlaceOfService = .office, isNew: Bool = false
  ) {
    self.text = text
    self.diagnoses = diagnoses
    self.lines = lines
    self.age = age
    self.sex = sex
    self.payer = payer
    self.place = place
    self.isNew = isNew
  }

  var description: String { text }

  /// Expects its diagnoses, the first of them first-listed, its lines, and no others.
  func expectCodes(by coder: Coder) {
    let coded = coded(by: coder)
    #expect(coded.diagnoses.first == diagnoses.first, "\(coded.diagnoses)")
    #expect(Set(coded.diagnoses) == Set(diagnoses), "\(coded.diagnoses)")
    #expect(Set(coded.lines) == Set(lines), "\(coded.lines)")
  }

  /// The codes and lines that the coder finds; none when it has a question.
  func coded(by coder: Coder) -> (diagnoses: [String], lines: [String]) {
    let note = DocumentationItem(kind: .note, text: text, source: "note")
    var visit = CodedNote.visit([note], sex: sex, age: age)
    visit.isEstablishedPatient = !isNew
    visit.totalMinutes = nil
    visit.registration.placeOfService = place
    visit.registration.coverages = [Coverage(payer: "P1", payerName: payer, member: "M1")]
    guard case .coded(let coding) = coder.code(visit) else { return ([], []) }
    return (coding.diagnoses.map(\.code.rawValue), coding.services.map { ServiceNote.word($0.line) })
  }
}
