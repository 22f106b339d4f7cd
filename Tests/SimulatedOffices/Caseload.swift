import Adjudication
import BillingDesk
import ClaimModel
import CodeSets
import Coding
import CodingDesk
import Intake
import Office
import PayerDesk
import PracticeDesk

/// Visits for simulated worlds, and the engines that work them. Made once: engines and visits are values that never
/// change, so all worlds share them.
public final class Caseload: Sendable {
  /// The visits.
  public let visits: [Visit]
  /// The visits as they are submitted, encoded once.
  let submissions: [VisitID: Submission.Prepared]
  let slips: Slips
  let books: CodeBooks
  /// A coder who remembers: coding is a function of the documentation alone, and the subject of a simulation is what becomes
  /// of its messages. Each visit is coded in earnest when a world asks for the first time.
  let coding: DatedCoding
  /// Files of the coding office, which are the same in nearly all worlds.
  let codingFiles = CaseMemory<CodingFile>(latest: 2, forms: FormMemory(latest: 2))
  /// Files of the practice, which are as well.
  let practiceFiles = CaseMemory<PracticeFile>(latest: 4)
  /// Files of the payers, which are as well but for what was received on another day, or is owed.
  let payerFiles = CaseMemory<PayerFile>(latest: 6, forms: FormMemory(latest: 6))
  /// Stored forms of superbills, of all files of the billing office those that are the same in nearly all worlds.
  let superbillForms = FormMemory<BillingFile>(latest: 3) { if case .superbill = $0 { true } else { false } }
  /// What the offices have read.
  let codingInputs = InputMemory<CodingDesk.Input>()
  let billingInputs = InputMemory<BillingDesk.Input>()
  let practiceInputs = InputMemory<PracticeDesk.Input>()
  let payerInputs = InputMemory<PayerDesk.Input>()
  /// The payers' engines.
  let adjudicators: [PayerID: Adjudicator]

  /// `count` generated visits, coded with a hurried person's slips at `slipRate`, so that payers refuse some.
  public init(count: Int, seed: UInt64 = 1, slipRate: Double = 0.35) throws {
    visits = VisitGenerator(seed: seed).prefix(count).enumerated().map { Caseload.complicated($1, number: $0) }
    submissions = Dictionary(visits.map { ($0.id, Submission.Prepared($0)) }) { first, _ in first }
    books = try CodeBooks.load()
    coding = Caseload.remembering(Coder(codeSets: books), books)
    slips = Slips(rate: slipRate, seed: seed)
    let codes = books.icd10cm
    adjudicators = Dictionary(
      uniqueKeysWithValues: Plan.builtIn.map { plan in
        (plan.payer, Adjudicator(plan: plan, codeSet: DiagnosisLookup { codes.isBillable($0, on: $1) }))
      })
  }

  private static func remembering(_ coder: Coder, _ books: CodeBooks) -> DatedCoding {
    let recoding = Recoding(coder: coder, codeSets: books)
    let outcomes = Remembered<VisitID, Visit, CodingOutcome>(latest: 4)
    let answers = Remembered<VisitID, RecodeQuestion, RecodeOutcome>(latest: 8)
    return DatedCoding(
      codeSets: books,
      code: { visit in outcomes.answer(to: visit, about: visit.id) { coder.code($0) } },
      recode: { question in answers.answer(to: question, about: question.visit.id) { $0.answer(by: recoding) } })
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
}
