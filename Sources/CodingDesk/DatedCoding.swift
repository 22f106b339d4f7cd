import ClaimModel
import CodeSets
import Coding

/// What the coding office works with for visits of one period: the code sets in effect, and a coder and a recoder with them.
public struct DatedCoding: Sendable {
  let codeSets: CodeBooks
  /// Codes a visit.
  let code: @Sendable (Visit) -> CodingOutcome
  /// Answers a recode request.
  let recode: @Sendable (RecodeQuestion) -> RecodeOutcome

  /// The given coder, which has the given code sets.
  public init(coder: Coder, codeSets: CodeBooks) {
    let recoding = Recoding(coder: coder, codeSets: codeSets)
    self.init(codeSets: codeSets, code: { coder.code($0) }, recode: { $0.answer(by: recoding) })
  }

  /// A coder with the given code sets.
  public init(codeSets: CodeBooks) { self.init(coder: Coder(codeSets: codeSets), codeSets: codeSets) }

  /// Whoever codes and recodes with the given code sets: for trials in which the same visits are coded again and again.
  public init(
    codeSets: CodeBooks, code: @escaping @Sendable (Visit) -> CodingOutcome,
    recode: @escaping @Sendable (RecodeQuestion) -> RecodeOutcome
  ) {
    self.codeSets = codeSets
    self.code = code
    self.recode = recode
  }
}

/// A recode request with everything on which its answer depends.
public struct RecodeQuestion: Hashable, Sendable {
  /// What is asked.
  public var request: RecodeRequest
  /// The visit.
  public var visit: Visit
  /// The diagnoses that were sent.
  public var diagnoses: [DiagnosisCode]
  /// The services that were sent.
  public var services: [ServiceLine]
  /// Whether the practice has amended the documentation for it.
  public var isAfterQuery: Bool

  /// The answer that `recoding` gives.
  public func answer(by recoding: Recoding) -> RecodeOutcome {
    recoding.answer(request, for: visit, diagnoses: diagnoses, services: services, isAfterQuery: isAfterQuery)
  }
}
