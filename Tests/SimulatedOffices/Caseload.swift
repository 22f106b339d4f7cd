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
  let codes: ICD10CM

  /// `count` generated visits, coded with a hurried person's slips at `slipRate`, so that payers refuse some.
  public init(count: Int, seed: UInt64 = 1, slipRate: Double = 0.35) throws {
    visits = Array(VisitGenerator(seed: seed).prefix(count))
    let books = try CodeBooks.load()
    coder = Coder(codeSets: books)
    codes = books.icd10cm
    slips = Slips(rate: slipRate, seed: seed)
  }

  /// The engine of a payer.
  func adjudicator(of plan: Plan) -> Adjudicator {
    let codes = codes
    return Adjudicator(plan: plan, codeSet: DiagnosisLookup { codes.isBillable($0, on: $1) })
  }
}
