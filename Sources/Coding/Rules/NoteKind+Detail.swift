import ClaimModel
import CodeSets

/// Kinds, parts and causes that the words around a condition tell, and for which a few words are enough.
///
/// Source: ICD-10-CM index and tabular list; for each the code.
extension NoteKind {
  /// The code of the kind of a condition whose words start at the given one; `nil` where the note tells none.
  func detail(_ code: String, at start: Int) -> String? {
    switch code {
    // "BP high today" names no disease (index, Elevated, blood pressure, reading).
    case "I10": return isReading(at: start) ? "R030" : nil
    // "3 CHF 4 CKD" is a list with numbers; "stage 4 CKD" tells the stage first.
    case "N181", "N182", "N1830", "N184", "N185": return NoteKind.digits.contains(words[start].hash) ? "N189" : nil
    case "D649": return isOfChemotherapy(at: start) ? "D6481" : nil
    case "I739": return claudication(at: start)
    case "L03039": return side(of: start).map { "L0303\($0)" }
    case "L03019": return names(NoteKind.toes, at: start) ? "L0303\(side(of: start) ?? "9")" : nil
    case "T83511A": return hasSuprapubicCatheter ? "T83510A" : nil
    case _ where code.hasPrefix("K509"):
      return isOfBothBowels(at: start) ? "K508\(code.dropFirst(4))" : nil
    case "C189": return names(NoteKind.cecums, at: start) ? "C180" : nil
    default: return nil
    }
  }

  /// Whether the words are "BP" and how it is, not the name of a disease.
  private func isReading(at start: Int) -> Bool {
    let near = words[max(0, start - 1)..<min(words.count, start + 3)]
    return has(near, NoteKind.pressures) && has(near, NoteKind.heights)
  }

  /// D50.8: "low iron anemia - too much milk", "iron deficiency from malabsorption after bypass".
  func isOfDiet(at start: Int) -> Bool {
    let sentence = words.sentence(around: start, most: 16)
    return has(sentence, NoteKind.diets) && !has(sentence, NoteKind.doubts)
  }

  /// D64.81: "anemia - expected effect of chemo", "anemia from chemotherapy".
  private func isOfChemotherapy(at start: Int) -> Bool {
    let behind = words.restOfSentence(from: start, most: 10)
    guard let cause = behind.firstIndex(where: { NoteKind.effects.contains($0.hash) }),
      !has(behind[..<cause], NoteKind.doubts)
    else { return false }
    return has(behind[cause...].prefix(4), NoteKind.chemotherapies)
  }

  /// I70.21: "atherosclerotic PAD both legs with intermittent claudication".
  private func claudication(at start: Int) -> String? {
    let sentence = words.sentence(around: start, most: 20)
    guard has(sentence, NoteKind.hardenings), has(sentence, NoteKind.limps), !has(sentence, NoteKind.absent),
      !has(sentence, NoteKind.doubts)
    else { return nil }
    let isBoth = has(sentence, NoteKind.boths)
    return "I7021" + (isBoth ? "3" : side(of: start) ?? "9")
  }

  /// Z59.0: where somebody without a home sleeps: "in shelter"; "shelter list" is none yet.
  func shelter(at start: Int) -> String? {
    let sentence = words.sentence(around: start, most: 16)
    let isListed = sentence.indices.dropLast().contains { index in
      NoteKind.shelters.contains(words[index].hash) && NoteKind.lists.contains(words[index + 1].hash)
    }
    if has(sentence, NoteKind.shelters), !isListed { return "Z5901" }
    let sleepsOutside = words.indices.contains { index in
      NoteKind.sleeping.contains(words[index].hash)
        && words[index...].dropFirst().prefix(4).prefix { !$0.startsSentence }
          .contains { NoteKind.outside.contains($0.hash) }
    }
    return sleepsOutside ? "Z5902" : nil
  }

  private static let lists = WordSet("list referral information resources info")
  private static let sleeping = WordSet("sleeping sleeps living lives")
  private static let outside = WordSet("truck car van vehicle street tent outside park")

  /// The character of a side that the sentence names: 1 for right, 2 for left.
  private func side(of start: Int) -> String? {
    let sentence = words.sentence(around: start, most: 14)
    let (isRight, isLeft) = (has(sentence, NoteKind.right), has(sentence, NoteKind.left))
    return isRight == isLeft ? nil : isRight ? "1" : "2"
  }

  /// Whether the note names one catheter, and that through the wall of the belly.
  private var hasSuprapubicCatheter: Bool { words.contains { NoteKind.suprapubic.contains($0.hash) } }

  /// K50.8: "Crohn's of small and large bowel", "ileocolonic Crohn's".
  private func isOfBothBowels(at start: Int) -> Bool {
    let sentence = words.sentence(around: start, most: 12)
    return has(sentence, NoteKind.ileocolic) || has(sentence, NoteKind.small) && has(sentence, NoteKind.large)
  }

  private static let digits = WordSet("1 2 3 4 5")
  private static let pressures = WordSet("bp")
  private static let heights = WordSet("high")
  private static let diets = WordSet("milk diet dietary malabsorption vegan vegetarian")
  private static let effects = WordSet("effect from due induced secondary by")
  private static let chemotherapies = WordSet("chemo chemotherapy folfox")
  private static let hardenings = WordSet("atherosclerotic atherosclerosis")
  private static let limps = WordSet("claudication")
  private static let boths = WordSet("both bilateral bilaterally")
  private static let absent = WordSet("no not without denies")
  private static let right = WordSet("right r rt")
  private static let left = WordSet("left l lt")
  private static let toes = WordSet("toe toes toenail toenails hallux")
  private static let suprapubic = WordSet("suprapubic spt cystostomy")
  private static let ileocolic = WordSet("ileocolonic ileocolitis ileocolic")
  private static let small = WordSet("small")
  private static let large = WordSet("large colon")
  private static let cecums = WordSet("cecum cecal")
}
