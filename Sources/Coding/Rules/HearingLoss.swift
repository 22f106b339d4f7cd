import ClaimModel
import CodeSets

/// Which hearing loss it is, where other words of the problem tell that: of noise, a sudden one, conductive or sensorineural.
///
/// Source: ICD-10-CM tabular list, H83.3 (noise-induced), H90 (conductive and sensorineural, by side) and H91.2 (sudden, idiopathic).
struct HearingLoss {
  /// The code; `nil` for another condition, and where nothing more is told.
  private(set) var code: DiagnosisCode?

  /// What the sentences of the problem tell of the condition that is coded `code` and whose words start at the given one.
  init(_ code: String, _ words: [Word], at start: Int, in sentences: @autoclosure () -> [ArraySlice<Word>]) {
    guard code.hasPrefix("H90") || code.hasPrefix("H919") else { return }
    let told = sentences().filter { !Self.has($0, NoteKind.doubts) }
    if let first = told.first, first.contains(where: { $0.start == words[start].start }), Self.isOfNoise(first) {
      self.code = DiagnosisCode(rawValue: "H833X\(Self.side(of: code))")
    } else if code == "H905" {
      self.code = Self.sudden(words, at: start)
    } else if code == "H9190" || code == "H9193" {
      self.code = Self.kind(told)
    }
  }

  private static func isOfNoise(_ sentence: ArraySlice<Word>) -> Bool {
    sentence.indices.dropLast().contains { index in
      sentence[index].hash == noise && induced.contains(sentence[index + 1].hash)
    }
  }

  /// The side of a code of H90 or H91.9 as H83.3 has it.
  private static func side(of code: String) -> String {
    switch code {
    case "H903", "H900", "H906", "H9193": "3"
    case "H9041", "H9011", "H9071", "H9191": "1"
    case "H9042", "H9012", "H9072", "H9192": "2"
    default: "9"
    }
  }

  /// "Sudden right-sided sensorineural hearing loss"
  private static func sudden(_ words: [Word], at start: Int) -> DiagnosisCode? {
    let first = words.sentenceStart(at: start)
    let before = words[max(first, start - 5)..<start]
    guard before.contains(where: { $0.hash == suddenWord }) else { return nil }
    return before.contains { $0.hash == rightWord }
      ? "H9121" : before.contains { $0.hash == leftWord } ? "H9122" : "H9120"
  }

  private static func kind(_ told: [ArraySlice<Word>]) -> DiagnosisCode? {
    let kinds = Set(told.flatMap { sentence in sentence.compactMap { hearing[$0.hash] } })
    guard let kind = kinds.max() else { return nil }
    let isBoth = told.contains { has($0, bothSides) }
    return DiagnosisCode(rawValue: "H90\(isBoth ? kind : kind + 2)")
  }

  private static func has(_ sentence: ArraySlice<Word>, _ set: WordSet) -> Bool {
    sentence.contains { set.contains($0.hash) }
  }

  /// The last character of H90 for both sides; that of an unspecified side is two higher.
  private static let hearing = Dictionary(
    uniqueKeysWithValues: [("conductive", 0), ("sensorineural", 3), ("mixed", 6)].map { (Words.hash($0), $1) })
  private static let bothSides = WordSet("both bilateral bilaterally symmetric symmetrical")
  private static let noise = Words.hash("noise")
  private static let induced = WordSet("induced related")
  private static let (suddenWord, rightWord, leftWord) = (Words.hash("sudden"), Words.hash("right"), Words.hash("left"))
}
