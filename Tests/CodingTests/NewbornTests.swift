import ClaimModel
import Coding
import Testing

/// Conditions of newborns and their check-ups, by days after birth.
@Suite struct NewbornTests {
  struct Newborn: CustomStringConvertible, Sendable {
    var days: Int
    var assessment: String
    var codes: [String]
    var description: String { "\(days) days: \(assessment)" }
  }

  /// Sections I.C.16.a.1 to a.5 of the guidelines; Z00.11- by days; Index, "newborn" under each condition.
  static let newborns = [
    Newborn(days: 4, assessment: "Newborn check.\nNeonatal jaundice.", codes: ["Z00110", "P599"]),
    Newborn(days: 7, assessment: "Well newborn.", codes: ["Z00110"]),
    Newborn(days: 8, assessment: "Well newborn.", codes: ["Z00111"]),
    Newborn(days: 28, assessment: "Newborn visit.", codes: ["Z00111"]),
    Newborn(days: 29, assessment: "Well baby.", codes: ["Z00129"]),
    Newborn(days: 21, assessment: "Gastroesophageal reflux.\nColic.", codes: ["P7883", "R1083"]),
    Newborn(days: 5, assessment: "Jaundice.\nFeeding difficulty.", codes: ["P599", "P929"]),
    Newborn(days: 9, assessment: "Urinary tract infection.\nOral thrush.", codes: ["P393", "P375"]),
    Newborn(days: 28, assessment: "Fever.", codes: ["P819"]),
    Newborn(days: 29, assessment: "Fever.", codes: ["R509"]),
    Newborn(days: 12, assessment: "Vomiting.", codes: ["P9209"]),
    Newborn(days: 12, assessment: "Bilious vomiting.", codes: ["P9201"]),
    Newborn(days: 40, assessment: "Oral thrush.", codes: ["B370"]),
    Newborn(days: 12, assessment: "Diaper rash.", codes: ["L22"]),
  ]

  @Test(arguments: newborns) func conditionIsCodedByTheDaysAfterBirth(newborn: Newborn) throws {
    let note = DocumentationItem(kind: .note, text: "Assessment:\n" + newborn.assessment, source: "note")
    var visit = CodedNote.visit([note], sex: .unknown, age: 0)
    let day = visit.registration.dateOfService
    visit.registration.patient.birthDate = day.adding(days: -newborn.days)
    guard case .coded(let coding) = try TestCoder.coder.get().code(visit) else {
      Issue.record("a question")
      return
    }
    #expect(coding.diagnoses.map(\.code.rawValue) == newborn.codes)
  }
}
