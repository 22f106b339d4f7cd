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
    case "N181", "N182", "N1830", "N184", "N185": return kidneyStage(at: start)
    case "D649": return isOfChemotherapy(at: start) ? "D6481" : nil
    case "I739": return claudication(at: start)
    case "L03039": return side(of: start).map { "L0303\($0)" }
    case "L03019": return isOfToe(at: start) ? "L0303\(side(of: start) ?? "9")" : nil
    case "T83511A": return hasSuprapubicCatheter ? "T83510A" : nil
    case _ where code.hasPrefix("K509"):
      return isOfBothBowels(at: start) ? "K508\(code.dropFirst(4))" : nil
    case "C189": return isOfCecum(at: start) ? "C180" : nil
    default: return further(code, at: start)
    }
  }

  /// Whether the words are "BP" and how it is today, in a note that does not name the disease.
  private func isReading(at start: Int) -> Bool {
    let near = words[max(0, start - 1)..<min(words.count, start + 3)]
    guard has(near, NoteKind.pressures), has(near, NoteKind.heights),
      has(words.sentence(around: start, most: 8), NoteKind.todays)
    else { return false }
    return !words.contains { NoteKind.pressureDiseases.contains($0.hash) }
  }

  /// The stage behind "4 CKD" in a list with numbers.
  private func kidneyStage(at start: Int) -> String? {
    guard NoteKind.digits.contains(words[start].hash), start + 1 < words.count else { return nil }
    let behind = words[(start + 2)...].prefix(2).prefix { $0.gap == .space }
    return behind.lazy.compactMap { NoteKind.stages[$0.hash] }.first ?? "N189"
  }

  /// D50.8: "low iron anemia - too much milk", "iron deficiency due to malabsorption"; not "continue diabetic diet".
  func isOfDiet(at start: Int) -> Bool {
    let behind = words.restOfSentence(from: start, most: 10)
    guard let diet = behind.firstIndex(where: { NoteKind.diets.contains($0.hash) }) else { return false }
    let between = behind[start..<diet]
    return has(between, NoteKind.dietCauses) && !has(between, NoteKind.dietOthers) && !has(between, NoteKind.doubts)
  }

  /// D64.81: "anemia - expected effect of chemo", "anemia from chemotherapy"; not "due for chemo", "from prior chemo".
  private func isOfChemotherapy(at start: Int) -> Bool {
    let behind = words.restOfSentence(from: start, most: 8)
    guard let chemo = behind.firstIndex(where: { NoteKind.chemotherapies.contains($0.hash) }), chemo > start + 1,
      !has(behind, NoteKind.denials), !has(behind, NoteKind.doubts)
    else { return false }
    let link = behind[..<chemo].filter { !NoteKind.articles.contains($0.hash) }.suffix(2).map(\.hash)
    return link.last == NoteKind.fromWord || link == [NoteKind.due, NoteKind.to]
      || link.last == NoteKind.ofWords && link.first == NoteKind.effect
  }

  /// I70.21: "atherosclerotic PAD both legs with intermittent claudication".
  private func claudication(at start: Int) -> String? {
    let sentence = words.sentence(around: start, most: 20)
    guard words[max(0, start - 2)..<start].contains(where: { NoteKind.hardenings.contains($0.hash) }),
      has(sentence, NoteKind.limps), !has(sentence, NoteKind.otherLimps), !has(sentence, NoteKind.doubts)
    else { return nil }
    let isBoth = has(sentence, NoteKind.boths)
    return "I7021" + (isBoth ? "3" : side(of: start) ?? "9")
  }

  /// Whether a toe is named right beside, and no finger.
  private func isOfToe(at start: Int) -> Bool {
    let before = words[max(0, start - 8)..<start].reversed().prefix { !$0.startsClause && $0.gap < .comma }
    let behind = words[start...].prefix(6).enumerated().prefix { $0.offset == 0 || $0.element.gap < .comma }
      .map(\.element)
    let near = before + behind
    return near.contains { NoteKind.toes.contains($0.hash) } && !near.contains { NoteKind.fingers.contains($0.hash) }
  }

  /// Whether the note names a catheter through the wall of the belly; not the place of a pain.
  private var hasSuprapubicCatheter: Bool {
    words.indices.contains { index in
      let isNamed =
        NoteKind.suprapubic.contains(words[index].hash)
        || words[index].hash == NoteKind.suprapubicWord && index + 1 < words.count
          && NoteKind.tubes.contains(words[index + 1].hash)
      return isNamed
        && !words[max(0, index - 3)..<min(words.count, index + 3)].contains {
          NoteKind.formers.contains($0.hash)
        }
    }
  }

  /// K50.8: "Crohn's of small and large bowel", "ileocolonic Crohn's".
  private func isOfBothBowels(at start: Int) -> Bool {
    let sentence = words.sentence(around: start, most: 12)
    return has(sentence, NoteKind.ileocolic)
      || sentence.indices.dropLast(2).contains { index in
        words[index].hash == NoteKind.small && words[index + 1].hash == NoteKind.andWord
          && words[index + 2].hash == NoteKind.large
      }
  }

  /// C18.0: "colon CA, cecum"; not "colonoscopy reached cecum", "cecum normal".
  private func isOfCecum(at start: Int) -> Bool {
    let behind = words[start...].prefix(5)
    guard let cecum = behind.firstIndex(where: { NoteKind.cecums.contains($0.hash) }) else { return false }
    return !words[start..<min(words.count, cecum + 3)].contains { NoteKind.notThere.contains($0.hash) }
  }

  private static let digits = WordSet("1 2 3 4 5")
  private static let stages = Dictionary(
    uniqueKeysWithValues: [
      ("1", "N181"), ("2", "N182"), ("3", "N1830"), ("3a", "N1831"), ("3b", "N1832"), ("4", "N184"), ("5", "N185"),
    ].map { (Words.hash($0), $1) })
  private static let pressures = WordSet("bp")
  private static let heights = WordSet("high")
  private static let todays = WordSet("today reading")
  private static let pressureDiseases = WordSet("hypertension htn hypertensive antihypertensive")
  private static let diets = WordSet("milk diet dietary malabsorption vegan vegetarian")
  private static let dietCauses = WordSet("from due much excess excessive poor")
  private static let dietOthers = WordSet(
    "continue avoid without reviewed r rule panel bleed bleeding menses fibroids loss take regular")
  private static let chemotherapies = WordSet(
    "chemo chemotherapy folfox folfiri pemetrexed carboplatin cisplatin docetaxel paclitaxel gemcitabine capecitabine")
  private static let (fromWord, due, to) = (Words.hash("from"), Words.hash("due"), Words.hash("to"))
  private static let (ofWords, effect) = (Words.hash("of"), Words.hash("effect"))
  private static let articles = WordSet("the her his their a this")
  private static let denials = WordSet("prior denied no not past previous")
  private static let hardenings = WordSet("atherosclerotic atherosclerosis")
  private static let limps = WordSet("claudication")
  private static let otherLimps = WordSet("no not without denies neurogenic resolved rest bypass graft gangrene ulcer")
  private static let boths = WordSet("both bilateral bilaterally")
  private static let right = WordSet("right r rt")
  private static let left = WordSet("left l lt")
  private static let toes = WordSet("toe toes toenail toenails hallux")
  private static let fingers = WordSet("finger fingers thumb fingernail index")
  private static let suprapubicWord = Words.hash("suprapubic")
  private static let tubes = WordSet("tube catheter cath")
  private static let suprapubic = WordSet("spt cystostomy")
  private static let formers = WordSet("prior removed consider previous no")
  private static let ileocolic = WordSet("ileocolonic ileocolitis ileocolic")
  private static let (small, andWord, large) = (Words.hash("small"), Words.hash("and"), Words.hash("large"))
  private static let cecums = WordSet("cecum cecal")
  private static let notThere = WordSet("normal spared reached to intubated clear")

  /// Z59.0: where somebody without a home sleeps: "in shelter", "sleeping in his truck"; "shelter list", "shelter full" are none.
  func shelter(at start: Int) -> String? {
    let sentence = words.sentence(around: start, most: 16)
    let isSheltered = sentence.indices.contains { index in
      NoteKind.shelters.contains(words[index].hash)
        && !(index > 0 && NoteKind.denials.contains(words[index - 1].hash))
        && !words[(index + 1)...].prefix(2).contains { NoteKind.lists.contains($0.hash) }
    }
    if isSheltered { return "Z5901" }
    let sleepsOutside = words.indices.contains { index in
      NoteKind.sleeping.contains(words[index].hash)
        && words[index...].dropFirst().prefix(4).prefix { !$0.startsSentence }
          .contains { NoteKind.outside.contains($0.hash) }
    }
    return sleepsOutside ? "Z5902" : nil
  }

  private static let lists = WordSet("list referral information resources info full")
  private static let sleeping = WordSet("sleeping sleeps slept")
  private static let outside = WordSet("truck car van vehicle street tent outside")

  /// The character of a side that the sentence names: 1 for right, 2 for left.
  private func side(of start: Int) -> String? {
    let sentence = words.sentence(around: start, most: 14)
    let (isRight, isLeft) = (has(sentence, NoteKind.right), has(sentence, NoteKind.left))
    return isRight == isLeft ? nil : isRight ? "1" : "2"
  }
}
