import ClaimModel
import CodeSets

/// A fracture that the note says osteoporosis has caused: it is coded as a part of that, at its site.
///
/// Source: ICD-10-CM Official Guidelines, section I.C.13.d.2 (M80 for a fracture that a minor fall would not cause in a healthy bone);
/// tabular list, M80.0.
struct FragilityFracture {
  private let icd10cm: ICD10CM

  init(_ icd10cm: ICD10CM) { self.icd10cm = icd10cm }

  /// The code in place of that of an injury, where the sentences about it call it so; `nil` for another one.
  func row(_ row: Int, in sentences: @autoclosure () -> [ArraySlice<Word>]) -> Int? {
    let code = icd10cm.code(at: row).rawValue
    guard code.hasPrefix("S"), code.utf8.count == 7, let stage = code.last.flatMap({ Self.stages[$0] }),
      let site = Self.sites.first(where: { code.hasPrefix($0.injury) })?.site,
      sentences().contains(where: { tells($0) })
    else { return nil }
    guard site != "8X" else { return icd10cm.row(of: DiagnosisCode(rawValue: "M8008X\(stage)")) }
    let side = icd10cm.withTitle(row: row) { title in
      title.holds(Self.right) ? "1" : title.holds(Self.left) ? "2" : "9"
    }
    return icd10cm.row(of: DiagnosisCode(rawValue: "M800\(site)\(side)\(stage)"))
  }

  private func tells(_ sentence: ArraySlice<Word>) -> Bool {
    guard !sentence.contains(where: { Self.doubts.contains($0.hash) }) else { return false }
    if sentence.contains(where: { Self.kinds.contains($0.hash) }) { return true }
    guard let cause = sentence.firstIndex(where: { $0.hash == Self.osteoporosis }) else { return false }
    return sentence[..<cause].suffix(5).contains { Self.causes.contains($0.hash) }
  }

  private static let kinds = WordSet("fragility osteoporotic")
  private static let osteoporosis = Words.hash("osteoporosis")
  private static let causes = WordSet("due from caused secondary")
  private static let doubts = WordSet(
    "no not possible possibly likely probable suspect suspected if may might evaluate rule")
  private static let (right, left) = (Array("right".utf8), Array("left".utf8))

  /// Beginnings of the codes of fractures, the closer ones first, and the characters of their sites.
  private static let sites: [(injury: String, site: String)] = [
    ("S420", "1"), ("S421", "1"), ("S42", "2"), ("S52", "3"), ("S62", "4"), ("S72", "5"), ("S825", "7"), ("S826", "7"),
    ("S82", "6"), ("S92", "7"), ("S220", "8X"), ("S320", "8X"), ("S12", "8X"),
  ]
  /// Open and closed fractures have stages of their own, those of M80 none.
  private static let stages: [Character: Character] = [
    "A": "A", "B": "A", "C": "A", "D": "D", "E": "D", "F": "D", "G": "G", "H": "G", "J": "G", "K": "K", "M": "K",
    "N": "K", "P": "P", "Q": "P", "R": "P", "S": "S",
  ]
}
