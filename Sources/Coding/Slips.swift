import ClaimModel

/// A slip of a hurried coder.
public enum Slip: String, Hashable, Sendable, CaseIterable {
  /// A diagnosis was cut to its category: `E11` for `E11.9`.
  case truncatedDiagnosis = "truncated-diagnosis"
  /// A check-up was billed as a visit for a problem.
  case problemVisitForCheckUp = "problem-visit-for-check-up"
}

/// What a hurried person gets wrong the first time: the same visit always gets the same slip.
public struct Slips: Sendable {
  /// How often a visit gets a slip, from 0 to 1.
  public let rate: Double
  /// What the choice is derived from.
  public let seed: UInt64

  /// Slips at the given rate.
  public init(rate: Double, seed: UInt64) {
    self.rate = rate
    self.seed = seed
  }

  /// The coding as a hurried coder sends it.
  public func apply(to coding: CodedVisit, visit: Visit) -> (coding: CodedVisit, slip: Slip?) {
    var random = SeededRandom(seed: StableHash.value(visit.id.rawValue, key: seed))
    guard Double(random.next() >> 11) / 9_007_199_254_740_992 < rate else { return (coding, nil) }
    var slipped = coding
    if let line = coding.services.firstIndex(where: { isCheckUp($0.line.procedure) }),
      let routine = coding.diagnoses.firstIndex(where: { $0.code.rawValue.hasPrefix("Z00") })
    {
      slipped.services[line].line.procedure = visit.isEstablishedPatient == false ? "99203" : "99213"
      slipped.services[line].line.diagnosisPointers = [routine + 1]
      return (slipped, .problemVisitForCheckUp)
    }
    guard let long = coding.diagnoses.firstIndex(where: { $0.code.rawValue.utf8.count > 3 }) else {
      return (coding, nil)
    }
    let category = DiagnosisCode(coding.diagnoses[long].code.category)
    guard !coding.diagnoses.contains(where: { $0.code == category }) else { return (coding, nil) }
    slipped.diagnoses[long].code = category
    return (slipped, .truncatedDiagnosis)
  }

  private func isCheckUp(_ procedure: ProcedureCode) -> Bool {
    procedure.rawValue.hasPrefix("9938") || procedure.rawValue.hasPrefix("9939")
  }
}
