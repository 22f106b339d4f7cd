import ClaimModel
import CodeSets

/// Where a condition is that its own words leave open, as the sentences of the note tell it.
///
/// Source: ICD-10-CM Official Guidelines, sections I.B.2 (highest level of detail documented) and I.B.13 (laterality).
struct NotePlace {
  private let icd10cm: ICD10CM

  init(_ icd10cm: ICD10CM) { self.icd10cm = icd10cm }

  /// The code of a condition where the note says it is; `nil` where it says no more.
  func row(_ row: Int, _ evidence: Evidence, _ words: [Word], at start: Int) -> Int? {
    switch icd10cm.code(at: row).rawValue {
    case "N200", "N209": return stone(words)
    // One stone is in one place: "a kidney stone in the ureter".
    case "N202" where !SmallLetters(evidence.text).holds("ureter"): return stone(words)
    case "T148XXA" where SmallLetters(evidence.text).holds("bite"): return bite(words)
    case "E08622", "E09622", "E10622", "E11622", "E13622": return ulcer(row, words, at: start)
    case "M1000", "M1020", "M1030", "M1040": return gout(row, words, at: start)
    case let code where code.hasPrefix("M057") || code == "M059": return joints(words, at: start)
    case let code where code.hasPrefix("M858"): return bones(code, words, at: start)
    case "C4491", "C4492": return skinCancer(icd10cm.code(at: row).rawValue, words, at: start)
    case "M1990", "M1991": return osteoarthritis(evidence, words, at: start)
    case "L0390", "L03119": return cellulitis(words, at: start)
    case "M4310": return vertebra(words, at: start).flatMap { icd10cm.row(of: DiagnosisCode(rawValue: "M431\($0)")) }
    case "L03011", "L03012", "L03019": return paronychia(row, evidence, words, at: start)
    case let code where code.hasPrefix("H3531") || code.hasPrefix("H3532"): return maculaStage(code, words, at: start)
    case let code where code.hasPrefix("L97") && code.hasSuffix("9"): return depth(code, words, at: start)
    case let code where NotePlace.isOpenWound(code): return openBite(code, words, at: start)
    default: return nil
    }
  }

  /// Index, Bite, by site: a laceration or a puncture that teeth made is an open bite; "Dog bite with laceration, right forearm".
  private func openBite(_ code: String, _ words: [Word], at start: Int) -> Int? {
    let sentence = words.sentence(around: start, most: 24)
    // "No bite", "insect bite", "bite normal": none of it tore the skin.
    let isBitten = sentence.indices.contains { index in
      NotePlace.bitten.contains(sentence[index].hash)
        && !sentence[max(sentence.startIndex, index - 3)..<index].contains { NotePlace.noBites.contains($0.hash) }
        && !sentence[(index + 1)...].prefix(2).contains { NotePlace.noBites.contains($0.hash) }
    }
    guard isBitten, sentence.contains(where: { NotePlace.biters.contains($0.hash) }) else { return nil }
    return icd10cm.row(of: DiagnosisCode(rawValue: code.prefix(4) + "5" + code.dropFirst(5)))
  }

  /// H35.31 and H35.32, 7th character: how far the degeneration of the macula has come, as its own sentence tells.
  private func maculaStage(_ code: String, _ words: [Word], at start: Int) -> Int? {
    guard code.utf8.count == 7, code.hasSuffix("0") else { return nil }
    let told = words.sentence(around: start, most: 20)
    let stages = code.hasPrefix("H3532") ? NotePlace.wetStages : NotePlace.dryStages
    guard let stage = stages.first(where: { isSaid($0.words, in: told) }) else { return nil }
    return icd10cm.row(of: DiagnosisCode(rawValue: code.dropLast() + stage.character))
  }

  /// Whether one of the words stands there, not denied and not of something else that a comma begins: "early cataract left eye".
  private func isSaid(_ words: WordSet, in told: ArraySlice<Word>) -> Bool {
    told.indices.contains { index in
      guard words.contains(told[index].hash),
        !told[max(told.startIndex, index - 2)..<index].contains(where: { NotePlace.denials.contains($0.hash) })
      else { return false }
      let next = index + 1
      return told[index].gap < .comma || next == told.endIndex || told[next].gap >= .comma
        || NotePlace.ends.contains(told[next].hash)
    }
  }

  private static let ends = WordSet(
    "stage cnv choroidal layer tissue only breakdown skin exposed dry neovascularization")
  private static let wetStages: [(words: WordSet, character: String)] = [
    (WordSet("inactive regressed involuted"), "2"), (WordSet("scar"), "3"), (WordSet("active"), "1"),
  ]
  private static let dryStages: [(words: WordSet, character: String)] = [
    (WordSet("early"), "1"), (WordSet("intermediate"), "2"), (WordSet("subfoveal"), "4"),
    (WordSet("advanced geographic"), "3"),
  ]

  /// L97, 6th character: how deep an ulcer goes, as its own sentence tells: "ulcer R ankle, skin breakdown only".
  private func depth(_ code: String, _ words: [Word], at start: Int) -> Int? {
    let told = words.sentence(around: start, most: 20)
    guard let depth = NotePlace.depths.first(where: { isSaid($0.words, in: told) }) else { return nil }
    return icd10cm.row(of: DiagnosisCode(rawValue: code.dropLast() + depth.character))
  }

  private static let depths: [(words: WordSet, character: String)] = [
    (WordSet("fat subcutaneous"), "2"), (WordSet("breakdown superficial"), "1"),
  ]

  /// Open wounds: S01, S11 and so on, a laceration (1) or a puncture (3) without a foreign body.
  private static func isOpenWound(_ code: String) -> Bool {
    let letters = Array(code.utf8)
    return letters.count == 7 && letters[0] == UInt8(ascii: "S") && letters[2] == UInt8(ascii: "1")
      && (letters[4] == UInt8(ascii: "1") || letters[4] == UInt8(ascii: "3"))
  }

  private static let bitten = WordSet("bite bites bitten bit")
  private static let biters = WordSet(
    "dog cat human person animal raccoon bat horse monkey ferret pitbull child toddler bitten")
  private static let noBites = WordSet("no not without insect tick spider bug flea mosquito normal intact dental")

  /// Index, Calculus, ureter: a stone that the note finds there.
  private func stone(_ words: [Word]) -> Int? {
    let isInUreter = sentences(of: words).contains { sentence in
      guard let ureter = words[sentence].firstIndex(where: { NotePlace.ureters.contains($0.hash) }) else {
        return false
      }
      let around = words[max(sentence.lowerBound, ureter - 14)..<min(sentence.upperBound, ureter + 6)]
      return around.contains { NotePlace.stones.contains($0.hash) }
        && !around.contains { NotePlace.denials.contains($0.hash) }
    }
    return isInUreter ? icd10cm.row(of: "N201") : nil
  }

  /// Index, Bite, insect, by site: the first part of the body that a sentence about the bite, or about the skin there, names.
  private func bite(_ words: [Word]) -> Int? {
    for signs in [NotePlace.bites, NotePlace.rashes] {
      for sentence in sentences(of: words) where words[sentence].contains(where: { signs.contains($0.hash) }) {
        guard !words[sentence].contains(where: { NotePlace.denials.contains($0.hash) }) else { continue }
        for index in sentence {
          guard let site = NotePlace.sites[words[index].hash] else { continue }
          let name = Words.scan("insect bite " + site)
          let term = icd10cm.longestTerm(at: 0, in: name, termWords: icd10cm.termWords(name))
          guard let term, term.words > 2, let row = term.term.row.flatMap(icd10cm.unspecified(row:)) else { continue }
          return sided(row, words[max(sentence.lowerBound, index - 3)..<index])
        }
      }
    }
    return nil
  }

  /// Index, Diabetes, with, foot ulcer: the part that the words behind it name.
  private func ulcer(_ row: Int, _ words: [Word], at start: Int) -> Int? {
    let isOfFoot = words[start...].dropFirst().prefix(8).prefix { $0.gap < .sentence }
      .contains { NotePlace.feet.contains($0.hash) }
    return isOfFoot ? icd10cm.row(of: DiagnosisCode(rawValue: icd10cm.code(at: row).rawValue.dropLast() + "1")) : nil
  }

  private static let feet = WordSet("foot toe toes heel hallux plantar forefoot midfoot metatarsal ankle")

  /// Index, Cellulitis, by site: the part that the problem's sentence names, "dog bite of the right forearm with cellulitis".
  private func cellulitis(_ words: [Word], at start: Int) -> Int? {
    let sentence = sentence(of: words, at: start)
    let parts = sentence.compactMap { index in NotePlace.limbs[words[index].hash].map { (index, $0) } }
    let trunk = sentence.filter { NotePlace.trunk[words[$0].hash] != nil }.min { abs($0 - start) < abs($1 - start) }
    guard let (place, part) = parts.min(by: { abs($0.0 - start) < abs($1.0 - start) }),
      trunk.map({ abs($0 - start) > abs(place - start) }) ?? true
    else {
      let code = trunk.flatMap { NotePlace.trunk[words[$0].hash] }
      guard let code, let trunk else { return nil }
      guard code.hasSuffix("1") && code.hasPrefix("L0311") else {
        return icd10cm.row(of: DiagnosisCode(rawValue: code))
      }
      let isLeft = side(words[max(sentence.lowerBound, trunk - 3)..<trunk]) == .left
      return icd10cm.row(of: isLeft ? "L03112" : "L03111")
    }
    let side = side(words[max(sentence.lowerBound, place - 3)..<place])
    guard let side = side ?? self.side(words[sentence.lowerBound..<start]), side != .both else {
      return icd10cm.row(of: "L03119")
    }
    let digit = (part == .upper ? 3 : 5) + (side == .left ? 1 : 0)
    return icd10cm.row(of: DiagnosisCode(rawValue: "L0311\(digit)"))
  }

  /// M16 and M17: an osteoarthritis of the one joint that the note is about, on the side told with it.
  private func osteoarthritis(_ evidence: Evidence, _ words: [Word], at start: Int) -> Int? {
    // Up to the next problem of the list.
    let paragraph = NoteKind(icd10cm, words).paragraph(from: start).enumerated().prefix { place, sentence in
      place == 0 || !ConditionReader.listNumbers.contains(sentence.first?.hash ?? 0)
    }
    let told = paragraph.filter { _, sentence in !sentence.contains { NotePlace.unaffected.contains($0.hash) } }
      .flatMap { Array($0.element) }
    let own = Set(told.compactMap { NotePlace.joints[$0.hash] })
    // What stands behind is of other problems.
    let isNamed = SmallLetters(evidence.text).holds(anyOf: ["osteo", "degenerat", "djd", "oa"])
    let words = !isNamed ? words : own.count == 1 ? told : Array(words[..<start])
    let named = Set(words.compactMap { NotePlace.joints[$0.hash] })
    guard named.count == 1, let joint = named.first, joint == 5 || joint == 6 else { return nil }
    let sides = Set(
      words.indices.filter { NotePlace.joints[words[$0].hash] != nil }
        .compactMap { side(words[max(0, $0 - 2)..<$0]) })
    let last = sides.contains(.both) || sides.count > 1 ? "0" : sides.first.map { $0 == .right ? "11" : "12" } ?? "9"
    // Of the hip 11 and 12 are the sides as well.
    return icd10cm.row(of: DiagnosisCode(rawValue: "M1\(joint + 1)\(last)"))
  }

  private static let unaffected = WordSet("no not without unaffected normal husband wife mother father replaced")

  /// Index, Cellulitis: parts of the trunk, and the axilla, which has sides.
  private static let trunk: [UInt64: String] = Dictionary(
    uniqueKeysWithValues: [
      ("axilla", "L03111"), ("axillary", "L03111"), ("armpit", "L03111"), ("abdominal", "L03311"), ("back", "L03312"),
      ("chest", "L03313"),
      ("groin", "L03314"), ("perineum", "L03315"), ("umbilicus", "L03316"), ("umbilical", "L03316"),
      ("buttock", "L03317"),
      ("face", "L03211"), ("cheek", "L03211"), ("neck", "L03221"),
    ].map { (Words.hash($0.0), $0.1) })

  /// M10.0 to M10.4: the joint of a gout that the problem's sentence names.
  private func gout(_ row: Int, _ words: [Word], at start: Int) -> Int? {
    let sentence = sentence(of: words, at: start)
    guard let place = sentence.first(where: { NotePlace.joints[words[$0].hash] != nil }),
      let joint = NotePlace.joints[words[place].hash],
      let side = side(words[max(sentence.lowerBound, place - 4)..<place]), side != .both
    else { return nil }
    let beginning = icd10cm.code(at: row).rawValue.dropLast()
    return icd10cm.row(of: DiagnosisCode(rawValue: "\(beginning)\(joint)\(side == .left ? 2 : 1)"))
  }

  /// M05.79: a rheumatoid arthritis of several joints that the problem's sentence names.
  private func joints(_ words: [Word], at start: Int) -> Int? {
    let sentence = words[sentence(of: words, at: start)]
    let named = Set(sentence.compactMap { NotePlace.joints[$0.hash] })
    let isMany = named.count > 1 || sentence.contains { NotePlace.many.contains($0.hash) }
    return isMany ? icd10cm.row(of: "M0579") : nil
  }

  /// M85.89: osteopenia of several sites.
  /// M85.8: several bones, or the hip that the sentence names with its side: "osteopenia L fem neck".
  private func bones(_ code: String, _ words: [Word], at start: Int) -> Int? {
    let sentence = words[sentence(of: words, at: start)]
    let named = Set(sentence.compactMap { NotePlace.bones[$0.hash] })
    if named.count > 1 { return icd10cm.row(of: "M8589") }
    guard code == "M8580", let bone = named.first else { return nil }
    guard bone == 1 else { return nil }
    let sides = Set(sentence.compactMap { Mention.Side.named[$0.hash] ?? Mention.Side.letters[$0.hash] })
    guard sides.count == 1, let side = sides.first, side != .both else { return nil }
    return icd10cm.row(of: side == .right ? "M85851" : "M85852")
  }

  private static let bones: [UInt64: Int] = Dictionary(
    uniqueKeysWithValues: [
      ("spine", 0), ("lumbar", 0), ("hip", 1), ("femoral", 1), ("femur", 1), ("fem", 1), ("forearm", 2), ("wrist", 2),
      ("radius", 2),
    ].map { (Words.hash($0.0), $0.1) })

  private static let many = WordSet("multiple several polyarticular multi")
  private static let joints: [UInt64: Int] = Dictionary(
    uniqueKeysWithValues: [
      ("shoulder", 1), ("elbow", 2), ("wrist", 3), ("hand", 4), ("finger", 4), ("hip", 5), ("knee", 6), ("ankle", 7),
      ("foot", 7), ("toe", 7), ("mtp", 7), ("metatarsophalangeal", 7), ("midfoot", 7),
    ].map { (Words.hash($0.0), $0.1) })

  /// C44: the part of the skin that the problem's sentence names.
  private func skinCancer(_ code: String, _ words: [Word], at start: Int) -> Int? {
    let sentence = sentence(of: words, at: start)
    guard let place = sentence.first(where: { NotePlace.skin[words[$0].hash] != nil }),
      let part = NotePlace.skin[words[place].hash]
    else { return nil }
    // Basal cell, then squamous cell.
    let kind = code.hasSuffix("1") ? "1" : "2"
    let side = side(words[max(sentence.lowerBound, place - 3)..<place])
    let last = part.hasSides ? (side == .right ? "2" : side == .left ? "9" : "1") : part.last
    return icd10cm.row(of: DiagnosisCode(rawValue: "C44\(part.site)\(kind)\(last)"))
  }

  private static let skin: [UInt64: (site: String, last: String, hasSides: Bool)] = {
    var skin: [UInt64: (site: String, last: String, hasSides: Bool)] = [:]
    for (names, site, last, hasSides) in [
      ("ear auricle helix", "2", "", true), ("nose nasal ala", "3", "1", false),
      ("cheek forehead temple chin face", "3", "9", false), ("scalp neck", "4", "", false),
      ("back chest abdomen trunk flank", "5", "9", false), ("shoulder arm forearm hand elbow wrist", "6", "", true),
      ("leg thigh calf shin knee foot ankle", "7", "", true),
    ] {
      for name in names.split(separator: " ") { skin[Words.hash(String(name))] = (site, last, hasSides) }
    }
    return skin
  }()

  private enum Limb { case upper, lower }

  private static let limbs: [UInt64: Limb] = Dictionary(
    uniqueKeysWithValues: ["arm", "forearm", "elbow", "wrist", "hand"].map { (Words.hash($0), .upper) }
      + ["leg", "calf", "shin", "thigh", "knee", "ankle", "foot"].map { (Words.hash($0), .lower) })

  /// The character for the region of the spine that the problem's sentence names: "spondylolisthesis L4-L5".
  private func vertebra(_ words: [Word], at start: Int) -> String? {
    let named = sentence(of: words, at: start).compactMap { NotePlace.vertebrae[words[$0].hash] }
    return Set(named).count == 1 ? named.first : nil
  }

  private static let vertebrae: [UInt64: String] = Dictionary(
    uniqueKeysWithValues: [("cervical", "2"), ("thoracic", "4"), ("lumbar", "6"), ("lumbosacral", "7"), ("s1", "7")]
      .map { (Words.hash($0.0), $0.1) } + (2...7).map { (Words.hash("c\($0)"), "2") }
      + (2...11).map { (Words.hash("t\($0)"), "4") } + (2...4).map { (Words.hash("l\($0)"), "6") })

  private func sentence(of words: [Word], at start: Int) -> Range<Int> {
    words.sentence(around: start, most: 40).indices
  }

  /// Index, Cellulitis, toe: an inflammation of a nail of the foot. The same category has the fingers.
  private func paronychia(_ row: Int, _ evidence: Evidence, _ words: [Word], at start: Int) -> Int? {
    guard SmallLetters(evidence.text).holds("paronychia") else { return nil }
    let around = words[max(0, start - 8)..<min(words.count, start + 8)]
    guard around.contains(where: { NotePlace.toes.contains($0.hash) }) else { return nil }
    let open = icd10cm.code(at: row).rawValue
    return icd10cm.row(of: DiagnosisCode(rawValue: "L0303" + open.suffix(1)))
  }

  private func side(_ words: ArraySlice<Word>) -> Mention.Side? {
    words.lazy.compactMap { Mention.Side.named[$0.hash] ?? Mention.Side.letters[$0.hash] }.first
  }

  private func sided(_ row: Int, _ words: ArraySlice<Word>) -> Int {
    let side = side(words)
    let base = icd10cm.parent(row: row).flatMap { icd10cm.takesSeventhCharacter(row: $0) ? $0 : nil }
    guard let side, let base, let placed = icd10cm.rows(of: base, on: side).first, placed != base,
      let initial = icd10cm.unspecified(row: placed)
    else { return row }
    return initial
  }

  /// The words of each sentence.
  private func sentences(of words: [Word]) -> [Range<Int>] {
    let starts = words.indices.filter { $0 > 0 && words[$0].startsSentence }
    return zip([0] + starts, starts + [words.count]).map { $0..<$1 }
  }

  private static let stones = WordSet("stone stones calculus calculi")
  private static let ureters = WordSet("ureter ureters ureteral ureterovesical ureteropelvic uvj")
  private static let denials = WordSet("no not without denies denied negative none never")
  private static let bites = WordSet("bite bites bitten bit stung sting tick")
  private static let rashes = WordSet("rash erythema erythematous redness lesion welt bull fluctuance")
  private static let toes = WordSet("toe toes toenail toenails hallux")
  /// Parts of the body, and the names by which codes of bites know them.
  private static let sites: [UInt64: String] = {
    var sites: [UInt64: String] = [:]
    for line in [
      "scalp", "face cheek", "neck", "back", "abdomen belly", "buttock", "groin", "thigh", "knee patella",
      "leg calf shin",
      "ankle", "foot", "toe", "hip", "shoulder", "arm", "elbow", "forearm", "wrist", "hand", "finger", "ear", "chest",
      "eyelid",
    ] {
      let names = line.split(separator: " ")
      for name in names { sites[Words.hash(String(name))] = String(names[0]) }
    }
    return sites
  }()
}
