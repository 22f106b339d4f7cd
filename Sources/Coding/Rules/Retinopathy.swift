import ClaimModel
import CodeSets

/// A diabetic retinopathy whose stage, macular edema and side stand around it, or in the sentences behind it: "with retinopathy,
/// nonproliferative, moderate, both eyes".
///
/// Source: ICD-10-CM tabular list, E08.3 to E13.3, and the inclusion terms there (nonproliferative NOS is coded as mild).
struct Retinopathy {
  /// The code; `nil` for another condition, and where no stage is told.
  private(set) var code: DiagnosisCode?

  /// What the first of the sentences that tells a stage tells of the condition that is coded `code`.
  init(_ code: String, in sentences: @autoclosure () -> [ArraySlice<Word>]) {
    guard code.hasPrefix("E"), code.dropFirst(3).hasPrefix("31"),
      let (sentence, stage) = sentences().lazy.compactMap({ words in Self.stage(words).map { (words, $0) } }).first
    else { return }
    let edema = code.hasSuffix("1") || Self.hasEdema(sentence) ? "1" : "9"
    let sides = Set(sentence.compactMap { Self.sides[$0.hash] })
    let side = sides.count == 2 ? "3" : sides.first ?? "9"
    self.code = DiagnosisCode(rawValue: "\(code.prefix(4))\(stage)\(edema)\(side)")
  }

  /// The fifth character: mild, moderate or severe, or proliferative.
  private static func stage(_ sentence: ArraySlice<Word>) -> String? {
    if sentence.contains(where: { doubts.contains($0.hash) }) { return nil }
    let isProliferative = sentence.indices.contains { index in
      proliferative.contains(sentence[index].hash)
        && (index == sentence.startIndex || sentence[index - 1].hash != non)
    }
    if isProliferative { return "5" }
    guard sentence.contains(where: { nonproliferative.contains($0.hash) || proliferative.contains($0.hash) }) else {
      return nil
    }
    return Set(sentence.compactMap { severities[$0.hash] }).max() ?? "2"
  }

  private static func hasEdema(_ sentence: ArraySlice<Word>) -> Bool {
    let edema =
      sentence.firstIndex { abbreviations.contains($0.hash) }
      ?? sentence.firstIndex { $0.hash == macular || $0.hash == swelling }
    guard let edema else { return false }
    return !sentence[..<edema].suffix(2).contains { denials.contains($0.hash) }
  }

  private static let nonproliferative = WordSet("nonproliferative npdr")
  private static let proliferative = WordSet("proliferative pdr")
  private static let non = Words.hash("non")
  private static let doubts = WordSet(
    "possible probable suspected likely questionable rule if unless risk progress progression")
  private static let severities = Dictionary(
    uniqueKeysWithValues: [("mild", "2"), ("moderate", "3"), ("severe", "4")].map { (Words.hash($0), $1) })
  private static let abbreviations = WordSet("dme csme")
  private static let macular = Words.hash("macular")
  private static let swelling = Words.hash("edema")
  private static let denials = WordSet("no without denies absent")
  private static let sides = Dictionary(
    uniqueKeysWithValues: [
      ("right", "1"), ("od", "1"), ("left", "2"), ("os", "2"), ("both", "3"), ("bilateral", "3"), ("ou", "3"),
    ].map { (Words.hash($0), $1) })
}
