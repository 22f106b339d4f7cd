import ClaimModel
import CodeSets

/// Symptoms beside the conditions that explain them.
extension DiagnosisList {
  /// Signs and symptoms integral to a confirmed condition are not coded with it, unless a note at its code asks for them.
  mutating func dropIntegralSymptoms() {
    let integral = rules.integral
    let conditions = candidates.reduce(0) { $0 | integral.conditionSets(of: $1.row) }
    guard conditions != 0 else { return }
    let sequence = rules.sequence
    let others = candidates.map(\.row)
    // What the clinician lists beside a disorder of the mind, to be looked into, is no part of it.
    let listed = Set(
      candidates.filter { $0.weight >= 1 && icd10cm.letter(row: $0.row) == UInt8(ascii: "R") }.map(\.row))
    let bodily = candidates.filter { icd10cm.letter(row: $0.row) != UInt8(ascii: "F") }
      .reduce(0) { $0 | integral.conditionSets(of: $1.row) }
    // "Palpitations, cause undetermined": what the clinician leaves open is not explained by what stands beside it.
    let unexplained = unexplained
    drop(.integral) { row in
      guard !unexplained.contains(row) else { return false }
      return integral.isIntegral(row, to: listed.contains(row) ? bodily : conditions)
        && !sequence.isAsked(row, by: others)
    }
    // What the reasoning found behind the first problem takes its place.
    guard let first = others.first, candidates.first?.row != first else { return }
    let cause = candidates.firstIndex { integral.isIntegral(first, to: integral.conditionSets(of: $0.row)) }
    if let cause { candidates.insert(candidates.remove(at: cause), at: 0) }
  }

  /// The code of a dementia may tell of agitation, which other words name again: F02.B11, "with agitation and aggressive behavior".
  mutating func dropAgitationOfDementia() {
    let icd10cm = icd10cm
    let isTold = candidates.contains {
      let code = icd10cm.code(at: $0.row).rawValue
      return code.hasPrefix("F0") && code.hasSuffix("11") && code.utf8.count == 6
    }
    guard isTold else { return }
    drop(.integral) { ["R451", "R454", "R456"].contains(icd10cm.code(at: $0).rawValue) }
  }
}
