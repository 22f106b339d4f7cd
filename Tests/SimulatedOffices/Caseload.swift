import Adjudication
import ClaimModel
import CodeSets
import Coding
import Intake

/// Visits for simulated worlds, and the engines that work them. Made once: engines and visits are values that never
/// change, so all worlds share them.
public final class Caseload: Sendable {
  /// The visits.
  public let visits: [Visit]
  let coder: Coder
  let slips: Slips
  let books: CodeBooks

  /// `count` generated visits, coded with a hurried person's slips at `slipRate`, so that payers refuse some.
  public init(count: Int, seed: UInt64 = 1, slipRate: Double = 0.35) throws {
    visits = VisitGenerator(seed: seed).prefix(count).enumerated().map { Caseload.complicated($1, number: $0) }
    books = try CodeBooks.load()
    coder = Coder(codeSets: books)
    slips = Slips(rate: slipRate, seed: seed)
  }

  /// Some visits take the less common ways: a documentation query, no insurance, a second insurance, an appeal.
  private static func complicated(_ visit: Visit, number: Int) -> Visit {
    var visit = visit
    switch number % 16 {
    case 3:
      visit.documentation = [
        DocumentationItem(kind: .note, text: "CHIEF COMPLAINT: As discussed.\n", source: "note")
      ]
    case 6: visit.registration.coverages = []
    case 9:
      // Its member number is not known: the practice is asked, and has nothing to correct.
      visit.registration.coverages.append(Coverage(payer: "OTHER", payerName: "Other Insurance", member: ""))
    case 12:
      // Beyond the filing limit of one of the payers: denied for a reason that no code changes.
      visit.registration.dateOfService = visit.registration.dateOfService.adding(days: -110)
      visit.registration.patient.birthDate = visit.registration.patient.birthDate.adding(days: -110)
    default: break
    }
    return visit
  }

  /// The engine of a payer.
  func adjudicator(of plan: Plan) -> Adjudicator {
    let codes = books.icd10cm
    return Adjudicator(plan: plan, codeSet: DiagnosisLookup { codes.isBillable($0, on: $1) })
  }
}
