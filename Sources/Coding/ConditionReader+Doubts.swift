import ClaimModel
import CodeSets

/// What a doubt about a condition leaves certain.
extension ConditionReader {
  /// The complaint named beside a suspected condition is there: "suspected rotator cuff tear with left shoulder pain", "possible stress
  /// fracture, foot pain"; not "possible syncope, seizure", "gastritis or abdominal pain".
  ///
  /// Source: ICD-10-CM Official Guidelines, section IV.H: an uncertain diagnosis is coded by the symptoms that led to it.
  mutating func keepComplaints(upTo end: Int) {
    let named = mentions.indices[sentence.firstMention...]
    guard let doubted = named.first(where: { mentions[$0].status == .uncertain }), !isComplaint(mentions[doubted].row)
    else { return }
    let isChoice = words[sentence.firstWord..<end].contains { ConditionReader.choices.contains($0.hash) }
    guard !isChoice else { return }
    // "With cough and fever": the list goes on.
    var last: Int?
    for index in named.dropFirst(doubted - named.lowerBound + 1)
    where mentions[index].status == .uncertain && isComplaint(mentions[index].row) {
      let word = mentions[index].word
      // The join before the words of the complaint, of which a side or a degree may come first.
      var first = word
      while first > sentence.firstWord, words[first].gap < .comma,
        !ConditionReader.accompaniments.contains(words[first].hash),
        Int(words[first - 1].start) >= mentions[index - 1].end
      {
        first -= 1
      }
      let isBeside =
        last == index - 1 || words[first].gap == .comma || ConditionReader.accompaniments.contains(words[first].hash)
      guard isBeside else { continue }
      mentions[index].status = .present
      last = index
    }
  }

  /// Whether a code is of a symptom: of chapter 18, or a pain that the chapter of joints and muscles names by its place.
  func isComplaint(_ row: Int) -> Bool {
    icd10cm.letter(row: row) == UInt8(ascii: "R")
      || ConditionReader.complaints.contains(icd10cm.category(row: row))
      || ConditionReader.placedComplaints.contains(icd10cm.subcategory(row: row))
  }

  /// Pains that the chapter of joints and muscles names by their place.
  static let painsOfPlaces = ICD10CM.categories("M255 M542 M545 M546 M549 M796")
  /// These, and a nodule of the thyroid, which is examined further.
  private static let placedComplaints = painsOfPlaces.union(ICD10CM.categories("E041"))
  /// Findings that are examined further: a lump of the breast, a bleeding.
  private static let complaints = ICD10CM.categories("H91 I83 K52 K62 K92 L29 L65 N63 N64 N92 N93")
  static let accompaniments = WordSet("with w")
  private static let choices = WordSet("or vs versus differential ddx")
}

/// What stands beside a condition and says that it is over, only asked, or not what a line is about.
extension ConditionReader {
  /// "?asthma": a question.
  func isQuestioned(at index: Int) -> Bool {
    let start = Int(words[index].start)
    guard start > 0 else { return false }
    let mark = text[start - 1] == UInt8(ascii: " ") ? start - 2 : start - 1
    guard mark >= 0, text[mark] == UInt8(ascii: "?") else { return false }
    // "Asthma?Gout" and "Asthma? Gout" are no questions about gout.
    return mark < 1 || text[mark - 1] <= UInt8(ascii: ",")
  }

  /// "Cholelithiasis?", "cholelithiasis suspected", "pneumonia, r/o": a doubt right behind a condition, with which the thought ends.
  func isDoubted(from end: Int) -> Bool {
    let last = Int(words[end - 1].end)
    if last < text.count, text[last] == UInt8(ascii: "?") { return true }
    // "Sjögren's syndrome is possible"
    let end = behindCopulas(from: end)
    guard end < words.count, words[end].gap <= .clause else { return false }
    // "BCC vs other"
    if ConditionReader.against.contains(words[end].hash) { return true }
    let isRuledOut =
      end + 1 < words.count
      && (words[end].hash == ConditionReader.r && words[end + 1].hash == ConditionReader.o
        || words[end].hash == ConditionReader.rule && words[end + 1].hash == ConditionReader.out)
    // "Is less likely"
    let isLess =
      end + 1 < words.count && words[end].hash == ConditionReader.less
      && ConditionReader.doubtsBehind.contains(words[end + 1].hash)
    guard isRuledOut || isLess || ConditionReader.doubtsBehind.contains(words[end].hash) else { return false }
    let next = end + (isRuledOut || isLess ? 2 : 1)
    return next >= words.count || words[next].gap >= .comma
  }

  private static let burn = Words.hash("burn")
  private static let burningParts = WordSet(
    "feet foot eyes eye hands legs soles toes thighs calves muscles ears tongue")

  /// "Cholelithiasis not seen", "otitis media no longer present", "abscess healed", "resolved cholelithiasis": what stands right beside a
  /// condition and says that it is not there, or no more.
  func statusBeside(_ found: Range<Int>) -> Mention.Status? {
    let (index, end) = (found.lowerBound, found.upperBound)
    // "Seasonal allergies (not addressed)"
    if end + 1 < words.count, words[end].gap <= .clause, words[end].hash == ConditionReader.notWord,
      ConditionReader.leftAside.contains(words[end + 1].hash)
    {
      return .hypothetical
    }
    if section == .assessment, index > lineStart, index - lineStart <= 3 {
      let before = words[index - 1].isStop && index - 2 >= lineStart ? index - 2 : index - 1
      if ConditionReader.overs.contains(words[before].hash) { return .resolved }
    }
    guard end < words.count, words[end].gap <= .clause else { return nil }
    // "Urinary retention is not present"
    var next = behindCopulas(from: end)
    if isRuledOut(at: end) { return .negated }
    guard next < words.count else { return nil }
    var status = Mention.Status.resolved
    if ConditionReader.nots.contains(words[next].hash) {
      next += 1
      status = .negated
      if next < words.count, words[next].hash == ConditionReader.longer { (next, status) = (next + 1, .resolved) }
      guard next < words.count, words[next].gap == .space, ConditionReader.seen.contains(words[next].hash) else {
        return nil
      }
    } else if section != .assessment || !ConditionReader.overs.contains(words[next].hash) {
      return nil
    }
    if status == .negated { return status }
    let ends = next + 1 >= words.count || words[next + 1].gap >= .comma || words[next + 1].hash == ConditionReader.after
    return ends ? status : nil
  }

  /// "Pneumonia, ruled out by CT"; not "cough, ruled out pneumonia".
  private func isRuledOut(at index: Int) -> Bool {
    guard index < words.count, words[index].gap <= .clause else { return false }
    // "DVT - was ruled out"
    let ruled = words[index].hash == ConditionReader.wasWord ? index + 1 : index
    guard ruled + 1 < words.count, words[ruled].hash == ConditionReader.ruled,
      words[ruled + 1].hash == ConditionReader.out, words[ruled + 1].gap == .space
    else { return false }
    let next = ruled + 2
    return next >= words.count || words[next].gap >= .comma || ConditionReader.means.contains(words[next].hash)
  }

  private static let wasWord = Words.hash("was")
  private static let ruled = Words.hash("ruled")
  private static let means = WordSet("by on with today")

  /// The word behind "is" and "was" that follow a condition.
  private func behindCopulas(from end: Int) -> Int {
    words[end...].firstIndex { $0.gap != .space || !ConditionReader.copulas.contains($0.hash) } ?? words.count
  }

  static let leftAside = WordSet("addressed discussed reviewed assessed evaluated today")
  private static let doubtsBehind = WordSet(
    "suspected possible probable likely questionable presumed favored doubtful")
  private static let against = WordSet("vs versus")
  private static let less = Words.hash("less")
  private static let r = Words.hash("r")
  private static let o = Words.hash("o")
  private static let rule = Words.hash("rule")
  private static let out = Words.hash("out")
  private static let copulas = WordSet("is are was were")
  private static let nots = WordSet("not no")
  private static let longer = Words.hash("longer")
  private static let seen = WordSet(
    "dxd dx diagnosed seen found present suspected identified visualized detected evident noted")
  private static let overs = WordSet("healed gone cured resolved cleared recovered")
  private static let after = Words.hash("after")

  /// Whether a word is a patient's name: "Rebecca Stone is a 41-year-old female", "Ms. Burns".
  func isName(_ found: Range<Int>) -> Bool {
    let index = found.lowerBound
    // "SpO2 98 RA" is the air of the room.
    if found.count == 1, words[index].hash == ConditionReader.ra, index > sentence.firstWord,
      ConditionReader.saturations.contains(words[index - 1].hash)
    {
      return true
    }
    // "RA output 2.5 V", "RA   RV": a chamber of the heart.
    if found.count == 1, words[index].hash == ConditionReader.ra, found.upperBound < words.count,
      ConditionReader.ofChambers.contains(words[found.upperBound].hash)
    {
      return true
    }
    // "Her feet burn at night"
    if found.count == 1, words[index].hash == ConditionReader.burn, index > sentence.firstWord,
      words[index].gap == .space, ConditionReader.burningParts.contains(words[index - 1].hash)
    {
      return true
    }
    guard found.count == 1, index > 0,
      words[index].gap == .space || ConditionReader.titles.contains(words[index - 1].hash),
      isCapitalized(index)
    else { return false }
    if ConditionReader.titles.contains(words[index - 1].hash) { return true }
    guard isCapitalized(index - 1), index + 1 < words.count, words[index + 1].gap <= .comma else { return false }
    return ConditionReader.afterNames.contains(words[index + 1].hash)
      && words[index + 1..<min(words.count, index + 6)].contains { ConditionReader.ages.contains($0.hash) }
  }

  /// Whether a word has one capital, its first letter.
  private func isCapitalized(_ index: Int) -> Bool {
    let letters = text[Int(words[index].start)..<Int(words[index].end)]
    guard letters.count > 1, let first = letters.first else { return false }
    return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
      && letters.dropFirst().allSatisfy { $0 >= UInt8(ascii: "a") }
  }

  private static let ra = Words.hash("RA")
  private static let ofChambers = WordSet(
    "rv output lead pressure sensing threshold pacing impedance size enlargement dilated")
  private static let saturations = WordSet((80...100).map { Words.hash(String($0)) })
  private static let titles = WordSet("mr ms mrs miss dr")
  private static let afterNames = WordSet("is was a")
  private static let ages = WordSet("year yo old month y")

  /// "Seizure-free", "pain free"; not "free of".
  func isFree(from end: Int) -> Bool {
    guard end < words.count, words[end].gap == .space, words[end].hash == ConditionReader.free else { return false }
    return end + 1 >= words.count || !ConditionReader.partners.contains(words[end + 1].hash)
  }

  /// The first colon of the line, as the word behind it.
  func colon(upTo end: Int) -> Int? {
    guard lineStart + 1 < end else { return nil }
    return (lineStart + 1..<min(end, lineStart + 10)).first { isColon(before: $0) }
  }

  /// Whether a colon stands before a word that is not the first one.
  func isColon(before index: Int) -> Bool {
    words[index].gap == .clause && index > 0
      && text[Int(words[index - 1].end)..<Int(words[index].start)].contains(UInt8(ascii: ":"))
  }

  /// Whether a condition stands in what a line says of another: "lymphadenopathy: HIV, EBV, TB testing", "PAD: smoking cessation". What
  /// follows the colon at once and alone names the problem more closely: "rash: contact dermatitis".
  func isBehindHead(_ found: Range<Int>) -> Bool {
    guard section == .assessment, let colon = colon(upTo: found.lowerBound + 1),
      mentions.suffix(12).contains(where: {
        (lineStart..<colon).contains($0.word) && $0.isProblem && $0.status == .present
      })
    else { return false }
    let isDirect = words[colon..<found.lowerBound].allSatisfy { $0.isStop || ConditionReader.likely.contains($0.hash) }
    let end = found.upperBound
    guard isDirect, end < words.count else { return !isDirect }
    return words[end].gap < .clause
  }

  /// Whether letters that mean more than one thing head a line of the assessment, or follow "with": "ED, on sildenafil", "T2DM with ED".
  func isHeadOrPart(_ found: Range<Int>) -> Bool {
    guard section == .assessment else { return false }
    let index = found.lowerBound
    if index > lineStart, ConditionReader.beforeLetters.contains(words[index - 1].hash) { return true }
    let isFirst = words[lineStart..<index].allSatisfy { $0.isStop || ConditionReader.listNumbers.contains($0.hash) }
    guard isFirst, found.upperBound < words.count else { return isFirst }
    return words[found.upperBound].gap >= .comma || ConditionReader.afterLetters.contains(words[found.upperBound].hash)
  }

  /// Whether letters that are a word as well stand in capitals: "severe AS"; not "severe as", "Ms. Doe", "seen in the ed".
  func hasCapitals(_ found: Range<Int>) -> Bool {
    // "Cradle cap" is no CAP.
    let letters = found.count == 1 ? ConditionReader.abbreviations : ConditionReader.shortWords
    return found.allSatisfy { index in
      guard letters.contains(words[index].hash) else { return true }
      return text[Int(words[index].start)..<Int(words[index].end)].allSatisfy { $0 < UInt8(ascii: "a") }
    }
  }

  private static let abbreviations = WordSet(
    """
    as ms ed add all mr cup crest ak mci pan cap cop mash ha oa gca hhs ams hmb psc ifg igt icm pad
    """)
  private static let shortWords = WordSet("as ms mr add all")
  static let ambiguous = WordSet("ed ms")
  private static let afterLetters = WordSet("due secondary stable improved on since")
  private static let beforeLetters = WordSet("with w for")
  private static let free = Words.hash("free")
  private static let partners = WordSet("of from")
  private static let likely = WordSet("likely probable mild moderate severe acute chronic")

  /// "Asthma as a child, resolved", "hepatitis C, cured", "lacunar infarct, old": what stands alone behind a condition says that it is over.
  mutating func noteEnd(upTo end: Int) {
    guard let last = mentions.indices[sentence.firstMention...].last else { return }
    let behind = (sentence.firstWord..<end).drop { Int(words[$0].start) < mentions[last].end }
    guard
      let index = behind.first(where: { index in
        guard ConditionReader.ends.contains(words[index].hash),
          index + 1 == words.count || words[index + 1].gap >= .comma,
          // "Ulcer healed" tells of the ulcer.
          let first = behind[..<(index + 1)].last(where: { words[$0].gap >= .comma })
        else { return false }
        return (first..<index).allSatisfy { ConditionReader.beforeEnds.contains(words[$0].hash) }
      })
    else { return }
    // "Osteoporosis, with a fracture, healed": what stands before "with" goes on.
    let with = (sentence.firstWord..<mentions[last].word).last {
      ConditionReader.accompaniments.contains(words[$0].hash)
    }
    // "Preoperative evaluation, cleared" is no past evaluation; "PVD, old" lasts.
    for mention in mentions.indices[sentence.firstMention...]
    where mentions[mention].status <= .history && icd10cm.letter(row: mentions[mention].row) != UInt8(ascii: "Z")
      && mentions[mention].word > with ?? -1
    {
      // Wax that was cleared was there.
      if icd10cm.category(row: mentions[mention].row) == ConditionReader.earDisorders,
        words[index].hash == ConditionReader.cleared
      {
        continue
      }
      let isOld = words[index].hash == ConditionReader.old
      // Diabetes, epilepsy and the like are not cleared; blocks and lost pigment stay.
      let category = icd10cm.category(row: mentions[mention].row)
      let lasts =
        isOld
        ? ConditionReader.stays.contains(category)
        : ConditionReader.clearances.contains(words[index].hash)
          && ConditionReader.chronicLetters.contains(category >> 16)
      if lasts { continue }
      if isOld, icd10cm.letter(row: mentions[mention].row) == UInt8(ascii: "H") { continue }
      mentions[mention].status = isOld ? .history : .resolved
    }
  }

  static let earDisorders = ICD10CM.category("H61")
  private static let stays = ICD10CM.categories("I44 I45 L80 L90 L91")
  private static let clearances = WordSet("cleared healed")
  private static let chronicLetters = Set("EFGI".utf8.map { UInt32($0) })
  static let cleared = Words.hash("cleared")

  private static let beforeEnds = WordSet("symptom now treated and fully completely has is")
  private static let old = Words.hash("old")
  private static let ends = WordSet("resolved cured old remote eradicated cleared healed gone recovered")

  /// Takes the problem that the assessment has just listed for over where that is all it says of it: "Pneumonia. Medical reasoning:
  /// resolved clinically." What lasts does not end so.
  mutating func noteResolution(upTo end: Int) {
    guard section == .assessment, sentence.firstMention == mentions.count, let problem = mentions.indices.last,
      mentions[problem].isProblem, mentions[problem].status == .present,
      afterLastMention == sentence.firstWord,
      !ConditionReader.lasting.contains(icd10cm.letter(row: mentions[problem].row)),
      let word = (sentence.firstWord..<end).prefix(3).first(where: {
        ConditionReader.resolutions.contains(words[$0].hash)
      }),
      end - word <= 4,
      words[sentence.firstWord..<word].allSatisfy({ ConditionReader.reasoningLabels.contains($0.hash) })
    else { return }
    let category = icd10cm.category(row: mentions[problem].row)
    for index in mentions.indices.suffix(ConditionReader.mostMentions)
    where icd10cm.category(row: mentions[index].row) == category {
      if mentions[index].status == .present { mentions[index].status = .resolved }
    }
  }

  /// As many as a note of a visit has, and more: a text may list the same disease thousands of times.
  private static let mostMentions = 300
  private static let resolutions = WordSet("resolved")
  private static let reasoningLabels = WordSet("medical reasoning")
  private static let lasting = Set("CDEFGI".utf8)

  /// Whether it is what an earlier reaction to a drug was like: "his reaction to amoxicillin was limited to hives".
  func isEarlierReaction(at index: Int) -> Bool {
    let before = words[max(sentence.firstWord, index - 8)..<index]
    guard let reaction = before.firstIndex(where: { $0.hash == ConditionReader.reaction }) else { return false }
    return words[reaction..<index].contains { ConditionReader.passed.contains($0.hash) }
  }

  private static let reaction = Words.hash("reaction")
  private static let passed = WordSet("was were")

  /// "Smoke in the home", "smoke exposure": what others do.
  func isSmokeInTheAir(_ found: Range<Int>) -> Bool {
    guard found.count == 1, words[found.lowerBound].hash == ConditionReader.smoke else { return false }
    let behind = words[found.upperBound...].prefix(3).prefix { !$0.startsSentence }
    return behind.contains { ConditionReader.rooms.contains($0.hash) }
      || found.lowerBound > 0 && ConditionReader.beforeSmoke.contains(words[found.lowerBound - 1].hash)
  }

  private static let smoke = Words.hash("smoke")
  private static let rooms = WordSet(
    "home house car room apartment inside exposure inhalation detector detectors alarm")
  private static let beforeSmoke = WordSet("secondhand hand of the passive")
}
