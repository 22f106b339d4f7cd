import CodeSets

/// Kinds of weight, habits and effects of drugs, and sides, that the line of a condition tells beside its name.
extension NoteKind {
  /// E66.81: "morbid (class 3) obesity", "obesity, class 2"; not "NYHA class 3".
  func obesityClass(at start: Int) -> String? {
    let sentence = words.sentence(around: start, most: 12)
    let place = sentence.indices.dropLast().first { index in
      sentence[index].hash == NoteKind.classWord
        && words[max(sentence.startIndex, index - 2)..<min(sentence.endIndex, index + 4)].contains {
          $0.hash == NoteKind.obesity
        }
        && !words[max(sentence.startIndex, index - 2)..<index].contains { $0.hash == NoteKind.nyha }
    }
    return place.flatMap { NoteKind.classes[sentence[$0 + 1].hash] }
  }

  /// K59.03: "constipation caused by the iron tablets".
  func isOfDrugs(at start: Int) -> Bool {
    let behind = words.restOfSentence(from: start, most: 12)
    guard let cause = behind.firstIndex(where: { NoteKind.drugCauses.contains($0.hash) }),
      !has(behind[..<cause], NoteKind.doubts)
    else { return false }
    return behind[cause...].prefix(6).contains { NoteKind.constipating.contains($0.hash) }
  }

  /// F17: what a dependence is on, where its line names it apart: "Cigarettes - nicotine dependence", "Nicotine vaping".
  func tobacco(at start: Int) -> String? {
    let line = words[words.sentenceStart(at: start)..<min(words.count, start + 12)]
    let names = [(NoteKind.cigarettes, "F17210"), (NoteKind.vapes, "F17290"), (NoteKind.chewed, "F17220")]
    let told = names.filter { has(line, $0.0) }
    return told.count == 1 && !has(line, NoteKind.denied) ? told.first?.1 : nil
  }

  private static let classWord = Words.hash("class")
  private static let classes = Dictionary(
    [("1", "E66811"), ("i", "E66811"), ("2", "E66812"), ("ii", "E66812"), ("3", "E66813"), ("iii", "E66813")]
      .map { (Words.hash($0), $1) }, uniquingKeysWith: { first, _ in first })
  private static let constipating = WordSet(
    "tablets tablet pills pill supplement supplements ferrous opioid opioids oxycodone hydrocodone morphine ondansetron drug drugs medication medications verapamil oxybutynin tolterodine solifenacin amitriptyline nortriptyline clozapine tramadol codeine fentanyl methadone tapentadol amlodipine diltiazem"
  )
  private static let obesity = Words.hash("obesity")
  private static let nyha = Words.hash("nyha")
  private static let denied = WordSet("no denies denied never without not")
  /// "I would not call him refractory"
  static let refusals = WordSet("not")
  private static let wells = WordSet("no patent normal without not")
  private static let cigarettes = WordSet("cigarette cig ppd")
  private static let vapes = WordSet("vape vaping vapes ecig")
  private static let chewed = WordSet("chew chewing dip snuff")

  /// Whether the sentence of a condition holds one of some words.
  func names(_ set: WordSet, at start: Int) -> Bool { has(words.sentence(around: start, most: 16), set) }

  /// F51.04 and F51.05: an insomnia that is learned, and one of another disorder of the mind.
  func insomnia(at start: Int) -> String? {
    names(NoteKind.learned, at: start) ? "F5104" : isOfMind(at: start) ? "F5105" : nil
  }

  private static let learned = WordSet("psychophysiologic psychophysiological conditioned")

  /// F51.05: "insomnia related to #1 and #2", "insomnia due to anxiety".
  private func isOfMind(at start: Int) -> Bool {
    let behind = words.restOfSentence(from: start, most: 10)
    guard let cause = behind.firstIndex(where: { NoteKind.relations.contains($0.hash) }) else { return false }
    return has(behind[cause...], NoteKind.minds)
  }

  /// I65.2: "carotid stenosis, L moderate, R mild".
  func tellsBothSides(at start: Int) -> Bool {
    let sentence = words.sentence(around: start, most: 14)
    return has(sentence, NoteKind.rights) && has(sentence, NoteKind.lefts) && !has(sentence, NoteKind.wells)
  }

  /// I87.0: the side of a postthrombotic syndrome, and whether it has an ulcer.
  func postthrombotic(_ code: String, at start: Int) -> String? {
    let sentence = words.sentence(around: start, most: 14)
    let isRight = has(sentence, NoteKind.rights)
    let isLeft = has(sentence, NoteKind.lefts)
    let side = isRight && isLeft ? "3" : isRight ? "1" : isLeft ? "2" : String(code.suffix(1))
    let hasUlcer = has(sentence, NoteKind.ulcers) && !has(sentence, NoteKind.denied)
    let named = "I870\(hasUlcer ? "1" : "0")\(side)"
    return named == code ? nil : named
  }

  /// G63: "polyneuropathy from B12 deficiency".
  func isOfVitamin(at start: Int) -> Bool {
    // "B12 deficiency w/ neuropathy"
    let before = words[max(words.sentenceStart(at: start), start - 5)..<start]
    if before.last.map({ NoteKind.joints.contains($0.hash) }) == true, has(before, NoteKind.vitamins),
      has(before, NoteKind.deficiencies)
    {
      return true
    }
    let behind = words.restOfSentence(from: start, most: 10)
    guard let cause = behind.firstIndex(where: { NoteKind.relations.contains($0.hash) }) else { return false }
    return !has(behind[..<cause], NoteKind.doubts) && has(behind[cause...], NoteKind.vitamins)
  }

  /// K63.82: the gas that a breath test found: "SIBO, hydrogen"; not "SIBO, hydrogen breath test ordered".
  func overgrowth(at start: Int) -> String? {
    let sentence = words.sentence(around: start, most: 12)
    if has(sentence, NoteKind.denied) || has(sentence, NoteKind.doubts) { return nil }
    guard let gas = sentence.firstIndex(where: { $0.hash == NoteKind.hydrogen }) else { return nil }
    let next = sentence[gas...].dropFirst().first?.hash
    if let next, NoteKind.otherHydrogens.contains(next) { return nil }
    return next == NoteKind.sulfide ? "K638212" : "K638211"
  }

  private static let joints = WordSet("with w causing")
  private static let deficiencies = WordSet("deficiency deficient")
  private static let hydrogen = Words.hash("hydrogen")
  private static let otherHydrogens = WordSet("breath peroxide test")
  private static let sulfide = Words.hash("sulfide")

  /// I85.1: varices of what the liver does to the veins before it: "portal hypertension with esophageal varices".
  func isOfLiver(at start: Int) -> Bool {
    let sentence = words.sentence(around: start, most: 16)
    guard !has(sentence, NoteKind.denied) || has(sentence[start...], NoteKind.bleedings) else { return false }
    return sentence.indices.contains { index in
      words[index].hash == NoteKind.cirrhosis
        || words[index].hash == NoteKind.portal && index + 1 < words.count
          && NoteKind.hypertensions.contains(words[index + 1].hash)
    }
      && !sentence.indices.contains { index in
        NoteKind.denied.contains(words[index].hash)
          && words[index...].dropFirst().prefix(3).contains {
            $0.hash == NoteKind.cirrhosis || $0.hash == NoteKind.portal
          }
      }
  }

  private static let cirrhosis = Words.hash("cirrhosis")
  private static let portal = Words.hash("portal")
  private static let hypertensions = WordSet("hypertension htn")
  private static let bleedings = WordSet("bled bleeding bleed")

  /// K74.02: "fibrosis, F3"; not "no bridging", "not F3".
  func isBridging(at start: Int) -> Bool {
    let sentence = words.sentence(around: start, most: 16)
    guard let place = sentence.firstIndex(where: { NoteKind.bridges.contains($0.hash) }) else { return false }
    let before = words[max(sentence.startIndex, place - 3)..<place]
    return !has(before, NoteKind.denied) && !has(before, NoteKind.doubts)
  }

  /// H40.01: "glaucoma suspect, low risk".
  func hasLowRisk(at start: Int) -> Bool {
    let sentence = words.sentence(around: start, most: 12)
    return sentence.indices.dropLast().contains { index in
      sentence[index].hash == NoteKind.low && sentence[index + 1].hash == NoteKind.risk
        && !sentence[(index + 1)...].dropFirst().prefix(1).contains { $0.hash == NoteKind.ofWord }
    } && !sentence.contains { $0.hash == NoteKind.high }
  }

  private static let risk = Words.hash("risk")
  private static let ofWord = Words.hash("of")
  private static let high = Words.hash("high")
  private static let vitamins = WordSet("b12 b 12 cobalamin thiamine b1 b6")
  static let bridges = WordSet("bridging f3")
  static let bypasses = WordSet("bypass sleeve bariatric gastrectomy roux")
  static let functional = WordSet("functional")
  static let shelters = WordSet("shelter sheltered shelters")
  private static let relations = WordSet("related due secondary from")
  private static let minds = WordSet("depression mdd anxiety gad ptsd bipolar")
  private static let rights = WordSet("right r")
  private static let lefts = WordSet("left l")
  private static let ulcers = WordSet("ulcer ulceration")
}
