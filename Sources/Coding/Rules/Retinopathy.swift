import ClaimModel
import CodeSets

/// A diabetic retinopathy whose stage, macular edema and eyes stand around it, or in the sentences behind it: "with retinopathy,
/// nonproliferative, moderate, both eyes".
///
/// Source: ICD-10-CM tabular list, E08.3 to E13.3, the 7th characters (eyes that differ have a code each) and the inclusion terms
/// there (nonproliferative NOS is coded as mild).
struct Retinopathy {
  /// The codes, one where both eyes are alike; none for another condition, and where nothing is told beyond the code.
  private(set) var codes: [DiagnosisCode] = []

  /// What the first of the sentences that tells a stage tells of the condition that is coded `code`.
  init(_ code: String, in sentences: @autoclosure () -> [ArraySlice<Word>]) {
    guard code.hasPrefix("E"), code.dropFirst(3).first == "3", let kind = code.dropFirst(4).first,
      "12345".contains(kind),
      let (sentence, stage) = sentences().lazy.compactMap({ words in
        Self.isNamed(words) ? Self.stage(words).map { (words, $0) } : nil
      }).first
    else { return }
    let isOpen = kind == "1" || Self.hasEdema(sentence) && !code.dropFirst(5).hasPrefix("1")
    let eyes = Self.eyes(sentence, stage: stage, isSwollen: kind == "1" && code.hasSuffix("1"))
    // A code with a stage is closer than what this reads, unless the eyes differ.
    guard isOpen || eyes.count == 2 else { return }
    codes = eyes.map { DiagnosisCode(rawValue: code.prefix(4) + $0) }
  }

  /// The characters behind the fourth for each eye, or for both.
  private static func eyes(_ sentence: ArraySlice<Word>, stage: String, isSwollen: Bool) -> [String] {
    if let halves = halves(sentence) {
      return halves.map { side, words in (self.stage(words) ?? stage) + (hasEdema(words) ? "1" : "9") + side }.sorted {
        $0.suffix(1) < $1.suffix(1)
      }
    }
    let named = Set(sentence.compactMap { sides[$0.hash] })
    let side = named.contains("3") || named.count == 2 ? "3" : named.first ?? "9"
    guard let swollen = swelling(in: sentence) else { return [stage + (isSwollen ? "1" : "9") + side] }
    // "Both eyes, with edema in the right eye only"
    let own = Set(sentence[swollen...].compactMap { sides[$0.hash] })
    if side == "3", own.count == 1, let eye = own.first, eye != "3",
      sentence[..<swollen].contains(where: { sides[$0.hash] == "3" })
    {
      return [stage + (eye == "1" ? "1" : "9") + "1", stage + (eye == "2" ? "1" : "9") + "2"]
    }
    return [stage + "1" + side]
  }

  /// What is told of either eye, where each has a stage: "moderate in the right eye with edema, mild in the left eye".
  private static func halves(_ sentence: ArraySlice<Word>) -> [(side: String, words: ArraySlice<Word>)]? {
    guard let one = sentence.firstIndex(where: { ["1", "2"].contains(sides[$0.hash]) }),
      let other = sentence[one...].firstIndex(where: {
        sides[$0.hash].map { side in side != "3" && side != sides[sentence[one].hash] } ?? false
      }), let first = sides[sentence[one].hash], let second = sides[sentence[other].hash]
    else { return nil }
    // The stage stands before its eye, or behind it: "OD: moderate NPDR; OS: mild NPDR".
    let isBefore = sentence[..<one].contains { isStage($0) }
    let cut = isBefore ? sentence[one..<other].firstIndex { isStage($0) } : other
    guard let cut, isBefore || sentence[one..<other].contains(where: { isStage($0) }),
      sentence[cut...].contains(where: { isStage($0) })
    else { return nil }
    return [(first, sentence[..<cut]), (second, sentence[cut...])]
  }

  private static func isStage(_ word: Word) -> Bool {
    severities[word.hash] != nil || nonproliferative.contains(word.hash) || proliferative.contains(word.hash)
  }

  /// The fifth character: mild, moderate or severe, or proliferative.
  private static func stage(_ sentence: ArraySlice<Word>) -> String? {
    if sentence.contains(where: { doubts.contains($0.hash) }) { return nil }
    let isProliferative = sentence.indices.contains { index in
      proliferative.contains(sentence[index].hash)
        && (index == sentence.startIndex || sentence[index - 1].hash != non)
    }
    if isProliferative { return "5" }
    return Set(sentence.compactMap { severities[$0.hash] }).max() ?? (isNamed(sentence) ? "2" : nil)
  }

  private static func isNamed(_ sentence: ArraySlice<Word>) -> Bool {
    sentence.contains { nonproliferative.contains($0.hash) || proliferative.contains($0.hash) }
  }

  private static func hasEdema(_ sentence: ArraySlice<Word>) -> Bool { swelling(in: sentence) != nil }

  /// The place of the word for a macular edema that is there.
  private static func swelling(in sentence: ArraySlice<Word>) -> Int? {
    let edema =
      sentence.firstIndex { abbreviations.contains($0.hash) }
      ?? sentence.firstIndex { $0.hash == macular || $0.hash == swelling }
    guard let edema else { return nil }
    return sentence[..<edema].suffix(2).contains { denials.contains($0.hash) } ? nil : edema
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
