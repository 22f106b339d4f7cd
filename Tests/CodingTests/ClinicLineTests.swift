import ClaimModel
import Coding
import Intake
import Testing

/// Lines of outpatient notes, each in a note of its own.
///
/// Source: ICD-10-CM Official Guidelines, section IV (outpatient services), and the Alphabetic Index.
@Suite struct ClinicLineTests {
  struct Line: Sendable, CustomStringConvertible {
    var kind: Character
    var text: String
    var codes: Set<String>
    var optional: Set<String>
    var description: String { "\(kind) \(text)" }

    init?(_ line: Substring) {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false)
      guard parts.count >= 2, let kind = parts[0].first else { return nil }
      self.kind = kind
      text = String(parts[1])
      let codes = (parts.count > 2 ? parts[2].split(separator: " ") : []).map { $0.filter { $0 != "." } }
      self.codes = Set(codes.filter { !$0.hasPrefix("(") })
      optional = Set(codes.filter { $0.hasPrefix("(") }.map { $0.filter { $0 != "(" && $0 != ")" } })
    }

    /// The note that the line stands in.
    var note: String {
      let pain = "CHIEF COMPLAINT\nBack pain.\n\n"
      let assessment = "\n\nASSESSMENT\nLow back pain.\n"
      return switch kind {
      case "A": "CHIEF COMPLAINT\nFollow-up.\n\nASSESSMENT\n\(text)\n"
      case "P": pain + "ASSESSMENT\nLow back pain.\n\nPLAN\n\(text)\n"
      case "Q": pain + "ASSESSMENT AND PLAN\n1. Low back pain.\n- \(text)\n"
      case "H": pain + "PAST MEDICAL HISTORY\n\(text)" + assessment
      case "E": pain + "PHYSICAL EXAM\n\(text)" + assessment
      case "R": pain + "RESULTS\n\(text)" + assessment
      case "S": pain + "HISTORY OF PRESENT ILLNESS\n\(text)" + assessment
      default: text + "\n"
      }
    }

    /// Codes of the note around the line.
    var around: Set<String> { "PQHERS".contains(kind) ? ["M5450", "M549"] : [] }
  }

  static let lines = ClinicLines.text.split(separator: "\n").compactMap { Line($0) }

  @Test func aLineIsCodedAsACoderWould() throws {
    let coder = try TestCoder.coder.get()
    #expect(ClinicLineTests.lines.count > 1_000)
    for line in ClinicLineTests.lines {
      let visits = try VisitReader(options: IntakeOptions(missingRegistration: .synthesize)).visits(
        from: Array(line.note.utf8), name: "line.txt")
      var found: Set<String> = []
      if let visit = visits.first, case .coded(let coding) = coder.code(visit) {
        found = Set(coding.diagnoses.map(\.code.rawValue)).subtracting(line.around)
      }
      #expect(line.codes.isSubset(of: found), "\(line): \(found.sorted())")
      #expect(found.isSubset(of: line.codes.union(line.optional)), "\(line): \(found.sorted())")
    }
  }
}
