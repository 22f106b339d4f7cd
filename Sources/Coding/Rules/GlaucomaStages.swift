import ClaimModel
import CodeSets

/// A glaucoma of which each eye has its stage: "moderate stage in the right eye, mild stage in the left eye".
///
/// Source: ICD-10-CM Official Guidelines, section I.C.7.a.3 (the stage of each eye is reported by itself); tabular list, H40.1.
struct GlaucomaStages {
  private let icd10cm: ICD10CM

  init(_ icd10cm: ICD10CM) { self.icd10cm = icd10cm }

  /// The codes of both eyes in place of one code, where the sentence tells a stage of each; empty for another condition.
  func rows(_ row: Int, in sentence: ArraySlice<Word>) -> [Int] {
    let code = icd10cm.code(at: row).rawValue
    guard code.hasPrefix("H401"), code.utf8.count == 7 else { return [] }
    var stages: [String: String] = [:]
    var stage: String?
    var side: String?
    for word in sentence {
      if let found = Self.stages[word.hash] {
        // "Right eye moderate, left eye mild"
        if let told = side, stage == nil { stages[told] = stages[told] ?? found } else { stage = found }
      }
      guard let found = Self.sides[word.hash] else { continue }
      side = found
      if let told = stage { (stages[found], stage, side) = (stages[found] ?? told, nil, nil) }
    }
    guard stages.count == 2 else { return [] }
    return stages.sorted { $0.key < $1.key }.compactMap { side, stage in
      icd10cm.row(of: DiagnosisCode(rawValue: "\(code.prefix(5))\(side)\(stage)"))
    }
  }

  private static let stages = Dictionary(
    uniqueKeysWithValues: [("mild", "1"), ("moderate", "2"), ("severe", "3"), ("indeterminate", "4")]
      .map { (Words.hash($0), $1) })
  private static let sides = Dictionary(
    uniqueKeysWithValues: [("right", "1"), ("od", "1"), ("left", "2"), ("os", "2")].map { (Words.hash($0), $1) })
}
