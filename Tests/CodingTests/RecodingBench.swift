import ClaimModel
import CodeSets
import Coding
import Intake

/// A coder, its recoding, and a visit with a bit of everything.
enum RecodingBench {
  static let books = Result { try CodeBooks.load() }
  static let coder = Result { Coder(codeSets: try books.get()) }
  static let recoding = Result { Recoding(coder: try coder.get(), codeSets: try books.get()) }

  /// A known patient of 58 with two lasting conditions, a vaccine and a blood test.
  static func visit(_ change: (inout Visit) -> Void = { _ in }) -> Visit {
    var visit = VisitGenerator(seed: 1).visit(0)
    visit.isEstablishedPatient = true
    visit.totalMinutes = nil
    visit.registration.patient.sex = .female
    visit.registration.dateOfService = CalendarDate(year: 2026, month: 4, day: 15) ?? visit.registration.dateOfService
    visit.registration.patient.birthDate = visit.registration.dateOfService.adding(days: -58 * 366)
    visit.registration.placeOfService = .office
    visit.documentation = [
      item(.condition, "Essential hypertension", "Condition/c1"),
      item(.condition, "Type 2 diabetes mellitus without complications", "Condition/c2"),
      item(.immunization, "Influenza vaccine", "Immunization/i1", system: "http://hl7.org/fhir/sid/cvx", code: "140"),
      item(.report, "Hemoglobin A1c", "DiagnosticReport/r1", system: "http://loinc.org", code: "4548-4"),
    ]
    change(&visit)
    return visit
  }

  static func item(
    _ kind: DocumentationItem.Kind, _ text: String, _ source: String, system: String = "", code: String = ""
  ) -> DocumentationItem {
    DocumentationItem(
      kind: kind, text: text,
      codings: code.isEmpty ? [] : [DocumentationItem.Coding(system: system, code: code)], source: source)
  }

  /// The careful coding of a visit.
  static func careful(_ visit: Visit) throws -> CodedVisit {
    guard case .coded(let coding) = try coder.get().code(visit) else { throw NotCoded() }
    return coding
  }

  struct NotCoded: Error {}

  /// A recode request for one refusal.
  static func request(
    _ reason: AdjustmentReason, remarks: [RemarkCode] = [], line: Int? = nil, visit: Visit, round: Int = 1
  ) -> RecodeRequest {
    RecodeRequest(
      visit: visit.id, round: round,
      refusals: [
        RecodeRequest.Refusal(line: line, group: .contractualObligation, reason: reason, remarks: remarks)
      ])
  }
}

/// Codes as they were billed.
struct Billed {
  var diagnoses: [DiagnosisCode]
  var services: [ServiceLine]

  init(_ coding: CodedVisit) {
    diagnoses = coding.diagnoses.map(\.code)
    services = coding.services.map(\.line)
  }

  /// The number of the first line of a procedure, from 1.
  func number(of procedure: ProcedureCode) -> Int? { services.firstIndex { $0.procedure == procedure }.map { $0 + 1 } }

  /// The place of the first visit among the lines.
  var visitLine: Int {
    services.firstIndex { $0.procedure.rawValue.hasPrefix("992") || $0.procedure.rawValue.hasPrefix("993") } ?? 0
  }

  /// The place of the first line of a procedure; the visit's when there is none.
  func place(of procedure: ProcedureCode) -> Int { number(of: procedure).map { $0 - 1 } ?? visitLine }
}

extension RecodeOutcome {
  /// The outcome without its contents.
  var kind: String {
    switch self {
    case .changed: "changed"
    case .upheld: "upheld"
    case .query: "query"
    case .unanswerable: "unanswerable"
    }
  }

  var findings: [RecodeFinding] {
    switch self {
    case .changed(_, let findings), .upheld(let findings): findings
    case .query, .unanswerable: []
    }
  }

  var coding: CodedVisit? {
    if case .changed(let coding, _) = self { return coding }
    return nil
  }
}
