import ClaimModel
import CodeSets
import Coding
import Foundation
import Intake
import Testing

/// What holds for the codes of any visit.
@Suite struct CodedVisitPropertyTests {
  private static let shared = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared/data").standardizedFileURL

  private static func visits(_ folder: String, _ ending: String) throws -> [Visit] {
    let reader = VisitReader(
      options: IntakeOptions(
        missingRegistration: .synthesize, redate: RedatePolicy(onto: RedatePolicy.secondQuarter2026)))
    let folder = shared.appendingPathComponent(folder)
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == ending && !$0.lastPathComponent.hasPrefix("synthea") }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .flatMap { try reader.visits(from: [UInt8](Data(contentsOf: $0)), name: $0.lastPathComponent) }
  }

  /// The visits of a source, and how many of them must at least be coded.
  static let sources: [(name: String, ending: String, coded: Int)] = [
    ("notes/aci-bench", "txt", 80), ("notes/codiesp/train/texts", "txt", 480), ("notes/codiesp/dev/texts", "txt", 240),
    ("fhir", "json", 100),
  ]

  @Test(arguments: sources) func codesOfRealVisitsKeepTheRules(name: String, ending: String, coded: Int) throws {
    try check(Self.visits(name, ending), atLeast: coded)
  }

  @Test func codesOfGeneratedVisitsKeepTheRules() throws {
    try check(Array(VisitGenerator(seed: 7).prefix(400)), atLeast: 350)
  }

  /// The same text for patients of any age and sex: what the edits refuse must not be coded.
  @Test func codesGoWithWhoeverThePatientIs() throws {
    let notes = try Self.visits("notes/codiesp/dev/texts", "txt").prefix(60)
    var visits: [Visit] = []
    for (index, note) in notes.enumerated() {
      for (sex, age) in [(Sex.male, 0), (.female, 8), (.male, 40), (.female, 80)] {
        visits.append(CodedNote.visit(note.documentation, sex: sex, age: age + index % 3))
      }
    }
    try check(visits, atLeast: 200)
  }

  private func check(_ visits: [Visit], atLeast expected: Int) throws {
    let books = try TestCoder.books.get()
    let coder = try TestCoder.coder.get()
    var coded = 0
    for visit in visits {
      guard case .coded(let coding) = coder.code(visit) else { continue }
      coded += 1
      let codes = coding.diagnoses.map(\.code)
      let day = visit.registration.dateOfService
      #expect(Set(codes).count == codes.count, "\(codes)")
      for (index, code) in codes.enumerated() {
        #expect(books.icd10cm.isBillable(code, on: day), "\(code)")
        #expect(!coding.diagnoses[index].evidence.isEmpty, "\(code)")
        #expect(Edits.fit(code.rawValue, visit), "\(code) of \(codes)")
        #expect(index == 0 || !Edits.isFirstOnly(code.rawValue), "\(code) of \(codes)")
        for other in codes[..<index] {
          #expect(!books.icd10cm.excludesEachOther(code, other), "\(code) and \(other)")
        }
      }
      for service in coding.services { checkLine(service, of: visit, codes: codes.count, books: books) }
      #expect(Set(coding.services.map { "\($0.line.procedure) \($0.line.modifiers)" }).count == coding.services.count)
      if let first = codes.first {
        let title = books.icd10cm.title(first) ?? ""
        #expect(!Edits.isNeverFirst(first.rawValue, title: title), "\(first) of \(codes)")
      }
    }
    #expect(coded >= expected)
  }

  /// What holds for any service line.
  private func checkLine(_ service: AssignedService, of visit: Visit, codes: Int, books: CodeBooks) {
    let line = service.line
    let entry = books.procedures.procedure(line.procedure)
    #expect(entry != nil, "\(line.procedure)")
    #expect(books.isValid(line.procedure, on: visit.registration.dateOfService), "\(line.procedure)")
    #expect((1...4).contains(line.diagnosisPointers.count) && line.units >= 1)
    #expect(Set(line.diagnosisPointers).count == line.diagnosisPointers.count)
    #expect(line.diagnosisPointers.allSatisfy { (1...codes).contains($0) })
    #expect(line.modifiers.count <= 4 && Set(line.modifiers).count == line.modifiers.count)
    #expect(!service.evidence.isEmpty && !service.rule.isEmpty)
    for modifier in line.modifiers {
      let isRight =
        switch modifier.rawValue {
        case "25": entry?.category == .officeVisit || entry?.category == .preventiveVisit
        case "95", "93":
          entry?.category == .officeVisit || entry?.category == .preventiveVisit || entry?.category == .counseling
        case "QW": entry?.category == .laboratory && !["81002", "81025", "82270", "82962"].contains(line.procedure)
        case "RT", "LT", "50": entry?.category == .surgery || entry?.category == .imaging
        case "59": [.surgery, .diagnosticTest, .imaging, .laboratory, .drug].contains(entry?.category)
        case "EA", "EC": entry?.category == .drug
        case "57": entry?.category == .officeVisit
        case "JW", "JZ": entry?.category == .drug
        case "E1", "E2", "E3", "E4", "Q7", "Q8", "Q9": entry?.category == .surgery
        case let place where place.count == 2 && (place.hasPrefix("F") || place.hasPrefix("T")):
          entry?.category == .surgery || entry?.category == .imaging
        default: false
        }
      #expect(isRight, "\(line.procedure)-\(modifier)")
    }
  }
}

/// The edits of the Medicare Code Editor and of guidelines sections I.C.20 and I.C.21.c.16 once more, written down apart
/// from those the coder applies.
private enum Edits {
  static func fit(_ code: String, _ visit: Visit) -> Bool {
    let patient = visit.registration.patient
    let age = patient.birthDate.years(until: visit.registration.dateOfService)
    func isAmong(_ beginnings: String) -> Bool {
      beginnings.split(separator: " ").contains { code.hasPrefix($0) }
    }
    if isAmong("C51 C52 C53 C54 C55 C56 C57 C58 N70 N71 N72 N73 N80 N81 N83 N84 N85 N91 N92 N93 N94 N95 O Z34 Z3A Z124")
    {
      guard patient.sex != .male else { return false }
    }
    if isAmong("C60 C61 C62 C63 N40 N41 N42 N43 N44 N45 N46 N47 N48 N49 N50 Z125 R972") {
      guard patient.sex != .female else { return false }
    }
    if isAmong("O Z34 Z3A"), !(9...64).contains(age) { return false }
    if isAmong("P0 P1 P20 P21 P22 P23 P5 P6 P7 P8 P90 P91 Z0011 Z38"), age > 0 { return false }
    if isAmong("Z0012"), age > 17 { return false }
    if isAmong("F01 F03 I2510 I70 I830 K703 N40 Z6841"), age < 15 { return false }
    return true
  }

  static func isFirstOnly(_ code: String) -> Bool {
    ["Z000", "Z001", "Z01", "Z02", "Z34", "Z38", "Z510", "Z511", "Z52", "Z761"].contains { code.hasPrefix($0) }
  }

  static func isNeverFirst(_ code: String, title: String) -> Bool {
    ["V", "W", "X", "Y", "B95", "B96", "B97", "Z3A", "Z79", "Z68"].contains { code.hasPrefix($0) }
      || title.contains("diseases classified elsewhere")
  }
}
