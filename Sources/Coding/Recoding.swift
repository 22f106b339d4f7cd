import ClaimModel
import CodeSets

/// Answers recode requests: codes the visit again with care, and holds what was billed against it, refusal by refusal.
///
/// ```swift
/// let recoding = Recoding(coder: coder, codeSets: books)
/// switch recoding.answer(request, for: visit, diagnoses: billed.diagnoses, services: billed.services) {
/// case .changed(let coding, let findings): send(coding, findings.map(\.text))
/// case .upheld(let findings): stand(by: findings.map(\.text))
/// …
/// }
/// ```
///
/// Whatever comes of it, no code leaves that the documentation does not support: a payer's refusal is a reason to look
/// again, never a reason to bill something else. What is found wrong beside the refusals is corrected too, since a claim
/// is replaced whole.
///
/// Source: AHIMA Standards of Ethical Coding, standards 2 to 4; 31 USC 3729 (b) (what is known to be wrong is not billed).
public struct Recoding: Sendable {
  private let coder: Coder
  private let icd10cm: ICD10CM
  let indications: ProcedureIndications

  /// Recoding by the given coder and code sets.
  public init(coder: Coder, codeSets: CodeBooks) {
    self.coder = coder
    icd10cm = codeSets.icd10cm
    indications = ProcedureIndications(procedures: codeSets.procedures)
  }

  /// Answers a request about the codes that were billed.
  ///
  /// - Parameters:
  ///   - request: What the payer refused.
  ///   - visit: The visit with everything documented so far.
  ///   - diagnoses: The diagnoses as they were billed.
  ///   - services: The services as they were billed.
  ///   - isAfterQuery: Whether the clinician has already been asked about this request; nothing more is asked then unless
  ///     the visit cannot be coded at all.
  public func answer(
    _ request: RecodeRequest, for visit: Visit, diagnoses: [DiagnosisCode], services: [ServiceLine],
    isAfterQuery: Bool = false
  ) -> RecodeOutcome {
    let refusals = request.refusals.map { refusal in
      Refused(refusal, concern: isOnClaim(refusal, services) ? RecodeConcern(refusal) : nil)
    }
    guard refusals.contains(where: { $0.concern != nil }) else {
      let names = Set(refusals.map(\.name)).sorted().joined(separator: ", ")
      return .unanswerable(reason: names.isEmpty ? "nothing was refused" : "\(names): this is not a matter of codes")
    }
    switch coder.code(visit) {
    case .query(let query): return .query(query)
    case .coded(let careful):
      var review = RecodeReview(
        visit: visit, diagnoses: diagnoses, services: services, careful: careful, refusals: refusals,
        indications: indications)
      review.hold()
      if !isAfterQuery, !review.isChanged, lacksDetail(review, refusals) {
        return .query(DocumentationQuery(.specificity))
      }
      return review.outcome
    }
  }

  /// One refusal of a request, with what it is about; `nil` when no code would change it.
  struct Refused {
    var refusal: RecodeRequest.Refusal
    var concern: RecodeConcern?

    init(_ refusal: RecodeRequest.Refusal, concern: RecodeConcern?) {
      self.refusal = refusal
      self.concern = concern
    }

    /// `CO-146`.
    var name: String { "\(refusal.group.rawValue)-\(refusal.reason)" }
    /// Whether it concerns the billed line of the given number.
    func concerns(line: Int) -> Bool { refusal.line == nil || refusal.line == line }
  }

  private func isOnClaim(_ refusal: RecodeRequest.Refusal, _ services: [ServiceLine]) -> Bool {
    refusal.line.map { services.indices.contains($0 - 1) } ?? true
  }

  /// Whether the payer wants more detail than is documented: a code it refuses stands for something unspecified.
  private func lacksDetail(_ review: RecodeReview, _ refusals: [Refused]) -> Bool {
    refusals.contains { refused in
      guard refused.concern?.care == .specificity else { return false }
      return review.diagnoses(refusedBy: refused).contains { icd10cm.title($0)?.contains("nspecified") == true }
    }
  }
}
