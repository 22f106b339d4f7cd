import ClaimModel
import CodeSets

/// The codes under consideration for a visit, and the rules that hold between them.
///
/// Source: ICD-10-CM Official Guidelines, sections I.A.12.a, I.A.15, I.B.2, I.B.5 and I.B.9.
struct DiagnosisList {
  private let icd10cm: ICD10CM
  private let rules: DiagnosisRules
  /// Whether codes that are not assigned are told, with the reason: it takes time that a worker has no use for.
  let keepsRefusals: Bool
  private(set) var candidates: [DiagnosisCandidate] = []
  private(set) var refused: [RefusedDiagnosis] = []
  /// The position of each code among the candidates while they are collected.
  private var positions: [Int: Int] = [:]

  init(icd10cm: ICD10CM, rules: DiagnosisRules, keepsRefusals: Bool) {
    self.icd10cm = icd10cm
    self.rules = rules
    self.keepsRefusals = keepsRefusals
  }

  /// Takes a code into consideration, or more evidence for one that is.
  mutating func add(_ row: Int, _ evidence: Evidence, rule: String, confidence: Double, weight: Double) {
    if let known = positions[row] {
      if candidates[known].evidence.count < 4 { candidates[known].evidence.append(evidence) }
      candidates[known].confidence = max(candidates[known].confidence, confidence)
      return
    }
    positions[row] = candidates.count
    candidates.append(
      DiagnosisCandidate(
        row: row, evidence: [evidence], rule: rule, confidence: confidence, weight: weight, order: candidates.count))
  }

  /// Keeps for the record that a code was named and not assigned.
  mutating func refuse(_ row: Int, _ evidence: Evidence, _ reason: RefusedDiagnosis.Reason) {
    guard keepsRefusals, refused.count < DiagnosisSelection.maximumCandidates else { return }
    refused.append(RefusedDiagnosis(code: icd10cm.code(at: row), evidence: evidence, reason: reason))
  }

  /// Applies the rules to what was collected; afterwards the candidates are in the order of their importance.
  mutating func settle(limit: Int, dropsIntegralSymptoms: Bool) {
    positions = [:]
    candidates.sort { ($0.weight, $1.order) > ($1.weight, $0.order) }
    // The rules below hold each candidate against each other one.
    candidates = Array(candidates.prefix(limit))
    if dropsIntegralSymptoms { self.dropIntegralSymptoms() }
    combine()
    dropLessSpecific()
    dropExcluded()
    let assigned = Set(candidates.map { icd10cm.code(at: $0.row) })
    refused.removeAll { assigned.contains($0.code) }
  }

  /// Refuses the candidates to which the rule applies beside the codes of all others.
  private mutating func drop(_ reason: RefusedDiagnosis.Reason, where applies: (Int, _ others: [Int]) -> Bool) {
    let rows = candidates.map(\.row)
    var kept: [DiagnosisCandidate] = []
    for candidate in candidates {
      if applies(candidate.row, rows) { refuse(candidate, reason) } else { kept.append(candidate) }
    }
    candidates = kept
  }

  private mutating func refuse(_ candidate: DiagnosisCandidate, _ reason: RefusedDiagnosis.Reason) {
    if let evidence = candidate.evidence.first { refuse(candidate.row, evidence, reason) }
  }

  /// Signs and symptoms integral to a confirmed condition are not coded with it.
  private mutating func dropIntegralSymptoms() {
    let rules = rules
    drop(.integral) { row, others in others.contains { $0 != row && rules.isIntegral(symptom: row, to: $0) } }
  }

  private mutating func combine() {
    for combination in rules.combinations {
      guard let first = candidates.firstIndex(where: { combination.first.contains(icd10cm.code(at: $0.row).rawValue) }),
        let second = candidates.firstIndex(where: { combination.second.contains(icd10cm.code(at: $0.row).rawValue) }),
        let row = combination.row
      else { continue }
      refuse(candidates[first], .combined)
      candidates[first].row = row
      candidates[first].evidence += candidates[second].evidence.prefix(1)
      candidates[first].rule = combination.rule
      if !combination.keepsSecond {
        refuse(candidates[second], .combined)
        candidates.remove(at: second)
      }
    }
  }

  /// An unspecified code goes when a sibling says more.
  private mutating func dropLessSpecific() {
    let rules = rules
    drop(.lessSpecific) { row, others in
      rules.isUnspecified(row)
        && others.contains { $0 != row && !rules.isUnspecified($0) && rules.shareStem(row, $0) }
    }
    var seen: Set<Int> = []
    candidates.removeAll { !seen.insert($0.row).inserted }
  }

  /// Of two codes that exclude each other the better documented one stays; of two equally documented ones that which
  /// says more.
  private mutating func dropExcluded() {
    var kept: [DiagnosisCandidate] = []
    for candidate in candidates {
      let others = kept.indices.filter {
        icd10cm.excludes(kept[$0].row, candidate.row) || icd10cm.excludes(candidate.row, kept[$0].row)
      }
      let saysMore =
        !rules.isUnspecified(candidate.row)
        && others.allSatisfy { kept[$0].weight <= candidate.weight && rules.isUnspecified(kept[$0].row) }
      if others.isEmpty || saysMore {
        for index in others.reversed() { refuse(kept.remove(at: index), .excluded) }
        kept.append(candidate)
      } else {
        refuse(candidate, .excluded)
      }
    }
    candidates = kept
  }
}
