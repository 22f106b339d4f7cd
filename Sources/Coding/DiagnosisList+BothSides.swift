import ClaimModel
import CodeSets

/// A condition of the right side and the same of the left are one of both sides, where a code names it so.
///
/// Source: ICD-10-CM Official Guidelines, section I.B.13 (laterality).
extension DiagnosisList {
  /// Puts the code of both sides in the place of the two.
  mutating func mergeSides() {
    var index = 0
    while index < candidates.count {
      if let other = (index + 1..<candidates.count).first(where: {
        bothSides(candidates[index].row, candidates[$0].row) != nil
      }),
        let both = bothSides(candidates[index].row, candidates[other].row)
      {
        candidates[index].row = both
        candidates[index].rule = "both-sides"
        candidates[index].evidence += candidates[other].evidence.prefix(max(0, 4 - candidates[index].evidence.count))
        candidates[index].weight = max(candidates[index].weight, candidates[other].weight)
        candidates.remove(at: other)
      }
      index += 1
    }
  }

  /// The code of both sides of which two codes name one each.
  private func bothSides(_ one: Int, _ other: Int) -> Int? {
    guard icd10cm.category(row: one) == icd10cm.category(row: other) else { return nil }
    let (first, second) = (Array(icd10cm.code(at: one).rawValue.utf8), Array(icd10cm.code(at: other).rawValue.utf8))
    guard first.count == second.count else { return nil }
    let differing = first.indices.filter { first[$0] != second[$0] }
    guard differing.count == 1, let place = differing.first else { return nil }
    for open in "09" {
      var code = first
      code[place] = open.asciiValue ?? 0
      let name = DiagnosisCode(rawValue: String(decoding: code, as: UTF8.self))
      guard let sides = icd10cm.row(of: name).flatMap(icd10cm.sides(row:)), let both = sides.both else { continue }
      if Set([sides.right, sides.left]) == Set([one, other]) { return both }
    }
    return nil
  }
}
