import ClaimModel
import CodeSets

/// How the conditions of a sentence are meant, as the words around them tell.
extension ConditionReader {
  mutating func apply(_ cue: CueTable.Cue, at index: Int) {
    switch cue {
    case .side(let told):
      let side = isOtherOfTwo(told, at: index) ? .both : told
      sentence.lastSide = (side, index)
      // "pain in the knee on the left"
      for mention in mentions(near: index, words: 4) where mentions[mention].side == nil {
        mentions[mention].side = side
      }
    // "Swallowed a pill (grandmother's)"
    case .family where isOwner(index): break
    case .followUp:
      let isTitle =
        section == .body && index < 12 && !words[..<index].contains { ConditionReader.sentFrom.contains($0.hash) }
      if section == .chiefComplaint || !isNote || isTitle { signals.isFollowUp = true }
    // Wax that was cleared was there.
    case .resolved
    where words[index].hash == ConditionReader.cleared
      && mentions.last.map { icd10cm.category(row: $0.row) == ConditionReader.earDisorders } ?? false:
      break
    case .inoculation:
      protect(before: index)
      if index - sentence.firstWord <= 3 { inoculations = sentence.firstWord }
    case .label:
      // "Stroke clinic"; "palliative care center" is where the patient is.
      // "A thrombophilia study identified …": what a story tells of a study may be what it found.
      let isStory = words[index].hash == ConditionReader.study && section != .assessment
      if !isStory, let last = mentions.last, icd10cm.letter(row: last.row) < UInt8(ascii: "V") {
        protect(before: index)
      }
    case .vaccine:
      protect(before: index)
      inoculations = sentence.firstWord
    case .test:
      nameTests(before: index)
      test = index
    case .hypothesis where ConditionReader.lookouts.contains(words[index].hash):
      // "HIV and hepatitis C screening"; "DVT risk"
      if ConditionReader.screens.contains(words[index].hash) {
        // "T1DM: screen for celiac disease"
        if words[index].gap < .clause { protect(before: index) }
      } else if words[index].hash == ConditionReader.risk, index + 1 == words.count || words[index + 1].gap >= .sentence
      {
        // "Biopsy scheduled; infection, bleeding, sepsis risks."
        if let last = mentions.last, icd10cm.letter(row: last.row) < UInt8(ascii: "V") { protect(before: index) }
      } else if let last = mentions.indices[sentence.firstMention...].last, index > 0, words[index].gap == .space,
        Int(words[index - 1].end) == mentions[last].end
      {
        mentions[last].status = max(mentions[last].status, .hypothetical)
      }
      sentence.note(cue, at: index)
    case .hospital:
      signals.isInpatient = true
      sentence.note(cue, at: index)
    default: sentence.note(cue, at: index)
    }
  }

  /// Whether a relative is only the owner of something, in parentheses.
  private func isOwner(_ index: Int) -> Bool {
    guard words[index].gap == .clause else { return false }
    let end = Int(words[index].end)
    return text[max(0, end - 2)..<min(text.count, end + 3)].reversed().drop { $0 != UInt8(ascii: ")") }.dropFirst()
      .starts(with: "s'".utf8)
  }

  /// The mentions of the sentence so far with at most `words` words between them and a word after them. They are the
  /// last ones: a sentence may go on for a whole note, and is not looked through for each of its words.
  private func mentions(near index: Int, words count: Int) -> Range<Int> {
    let from = max(sentence.firstWord, index - count)
    var first = mentions.count
    guard from < words.count else { return first..<first }
    while first > sentence.firstMention, Int(words[from].start) <= mentions[first - 1].end { first -= 1 }
    return first..<mentions.count
  }

  private static let risk = Words.hash("risk")
  private static let study = Words.hash("study")
  /// Whoever comes from there begins his treatment with the visit that follows.
  private static let sentFrom = WordSet("ed er emergency hospital urgent")
  private static let screens = WordSet("screening screen")
  private static let lookouts = WordSet("screening screen prophylaxis pep prevention precautions risk")

  /// What stands right before a word for inoculation is what it protects from, and so is what a list joins to that:
  /// `diphtheria and tetanus booster`.
  mutating func protect(before index: Int) {
    var next = index
    for mention in mentions.indices[sentence.firstMention...].reversed() {
      var end = next
      while end > mentions[mention].word,
        words[end - 1].isStop || ConditionReader.vaccines.contains(words[end - 1].hash)
      {
        // "Flu/COVID vaccines"
        guard Int(words[end - 1].start) >= mentions[mention].end else { break }
        end -= 1
      }
      guard end > mentions[mention].word, Int(words[end - 1].end) <= mentions[mention].end else { return }
      mentions[mention].status = max(mentions[mention].status, .hypothetical)
      next = mentions[mention].word
    }
  }

  /// Words of vaccines' names that name no condition.
  private static let vaccines = WordSet(
    "covid 19 rsv hpv pneumococcal zoster annual yearly seasonal season bivalent mrna")

  /// A diagnosis that one sentence suspects and the next says was confirmed, without its name, is established; of several
  /// suspected ones nobody knows which.
  private mutating func noteConfirmation(end: Int) {
    defer {
      let named = mentions[sentence.firstMention...]
      if !named.isEmpty {
        let isOne = named.count { $0.status == .uncertain } == 1
        suspected = isOne ? named.firstIndex { $0.status == .uncertain } : nil
      }
    }
    guard let index = suspected, sentence.firstMention == mentions.count,
      sentence.confirmsWithoutName(words: words, end: end)
    else { return }
    mentions[index].status = .present
    suspected = nil
  }

  /// Whether the sentence so far does nothing but name problems: it begins the line, or all before it in the line do the
  /// same: `Neck strain. Lumbar strain.` What it names is then a problem.
  private mutating func tellsProblems(upTo end: Int) -> Bool {
    let named = sentence.firstMention..<mentions.count
    guard section == .assessment, let first = named.first else { return false }
    let isFirst = sentence.firstWord == lineStart
    // "Hypothyroidism, stable on levothyroxine" is one whatever stands before it.
    let isApart = !isFirst && isSetApart(mentions[first], upTo: end)
    if isApart { mentions[first].isProblem = true }
    guard end - sentence.firstWord <= 12 else { return false }
    guard isFirst ? mentions[first].isProblem : holdsProblems, mentions[first].status == .present,
      mentions[first].word - sentence.firstWord <= 2
    else {
      return false
    }
    var others = 0
    var mention = first
    for index in sentence.firstWord..<end
    where !words[index].isStop && !ConditionReader.numbers.contains(words[index].hash)
      && cues.cue(words, at: index) == nil
    {
      while mention < named.upperBound, mentions[mention].end <= Int(words[index].start) { mention += 1 }
      if mention == named.upperBound || Int(words[index].start) < mentions[mention].start { others += 1 }
    }
    let isPure = others == 0
    defer { holdsNamesOnly = isPure && (isFirst || holdsNamesOnly) }
    // What follows a problem and a colon is about it.
    if isFirst { return colon(upTo: end) == nil }
    // A symptom is mostly told of: "Pain better."
    let isSymptom = icd10cm.letter(row: mentions[first].row) == UInt8(ascii: "R")
    guard isSymptom ? isPure && holdsNamesOnly : others <= 2 else { return false }
    for mention in named where mentions[mention].status == .present { mentions[mention].isProblem = true }
    return true
  }

  /// "ACL tear - suspected", "(possible)": a doubt that stands alone behind what it is about.
  private mutating func noteDoubt(upTo end: Int) {
    guard let last = mentions.indices[sentence.firstMention...].last else { return }
    var index = end - 1
    while index >= sentence.firstWord, Int(words[index].start) >= mentions[last].end {
      if words[index].gap >= .comma, index + 1 == words.count || words[index + 1].gap >= .clause,
        ConditionReader.doubts.contains(words[index].hash)
      {
        break
      }
      index -= 1
    }
    guard index >= sentence.firstWord, Int(words[index].start) >= mentions[last].end else { return }
    for index in mentions.indices[sentence.firstMention...] where mentions[index].status == .present {
      mentions[index].status = .uncertain
    }
  }

  /// Whether losing weight is what a patient is told to do: "fatty liver: weight loss", "weight loss encouraged".
  func isAdvised(at index: Int, to end: Int, _ row: Int) -> Bool {
    // "I advised her to quit smoking"
    if icd10cm.code(at: row) == "Z87891",
      words[max(sentence.firstWord, index - 5)..<index].contains(where: { ConditionReader.urging.contains($0.hash) })
    {
      return true
    }
    guard section == .assessment, icd10cm.category(row: row) == ConditionReader.intake, icd10cm.code(at: row) == "R634"
    else { return false }
    if words[end...].prefix(3).prefix(while: { $0.gap <= .space }).contains(where: {
      ConditionReader.advice.contains($0.hash)
    }) {
      return true
    }
    if words[sentence.firstWord..<index].contains(where: { ConditionReader.regimens.contains($0.hash) }) { return true }
    let isBehindProblem = mentions.reversed().prefix { $0.word >= lineStart }
      .contains { $0.status == .present && icd10cm.letter(row: $0.row) < UInt8(ascii: "R") }
    return isBehindProblem && words[lineStart...index].dropFirst().contains { $0.gap >= .clause }
  }

  private static let urging = WordSet(
    """
    advised encouraged counseled urged ready wants want trying try plans willing help please motivated goal importance attempt attempts
    """)
  private static let intake = ICD10CM.category("R63")
  private static let regimens = WordSet("diet exercise lifestyle calorie nutrition dash")
  private static let advice = WordSet(
    """
    advised encouraged recommended discussed goal goals counseling counseled program plan efforts needed surgery medication medications drug
    """)

  /// "Bed wetting normal for age", "age-appropriate": what is as it should be is no condition.
  private mutating func noteNormal(upTo end: Int) {
    guard let last = mentions.indices[sentence.firstMention...].last else { return }
    let behind = (sentence.firstWord..<end).drop { Int(words[$0].start) < mentions[last].end }
    guard let index = behind.prefix(4).first(where: { words[$0].hash == ConditionReader.age }),
      index > sentence.firstWord,
      words[max(sentence.firstWord, index - 2)..<min(end, index + 2)].contains(where: {
        ConditionReader.normal.contains($0.hash)
      })
    else { return }
    mentions[last].status = .negated
  }

  /// "Smoking: never", "Asthma: none": a list of questions and their answers.
  private mutating func noteAnswers(upTo end: Int) {
    var index = sentence.firstWord
    for mention in mentions.indices[sentence.firstMention...] {
      while index < end, Int(words[index].start) < mentions[mention].end { index += 1 }
      // "HIV/HBsAg/RPR neg"
      var last = index
      while last < end, last < index + 4, isSlash(before: last) { last += 1 }
      if last > index, last < end, words[last].gap == .space, ConditionReader.negatives.contains(words[last].hash),
        isTestedFor(mentions[mention].row)
      {
        mentions[mention].status = .negated
        continue
      }
      // "Bleeding/bruising: none"
      let isList = index + 1 < end && isSlash(before: index) && words[index + 1].gap == .clause
      let answer = isList ? index + 1 : index
      guard answer < end, words[answer].gap == .clause, ConditionReader.answers.contains(words[answer].hash),
        answer + 1 == words.count || words[answer + 1].gap >= .comma
      else { continue }
      mentions[mention].status = .negated
    }
  }

  private func isSlash(before index: Int) -> Bool {
    words[index].gap == .comma && index > 0
      && text[Int(words[index - 1].end)..<Int(words[index].start)].contains(UInt8(ascii: "/"))
  }

  private static let negatives = WordSet("neg negative nonreactive nr none")
  private static let answers = WordSet("no none never denies denied neg")

  private static let age = Words.hash("age")
  private static let normal = WordSet("normal appropriate expected")

  private static let doubts = WordSet("suspected possible probable questionable presumed")

  /// Numbers, which say how much: "Obesity, BMI 34.5".
  private static let numbers = WordSet((0...300).map { Words.hash(String($0)) })

  private static let relativesHistories = ICD10CM.category("Z80")...ICD10CM.category("Z84")

  /// Whether a sentence begins with a lasting condition and goes on, after a comma or the like, with how that is.
  private func isSetApart(_ mention: Mention, upTo end: Int) -> Bool {
    guard mention.status == .present, mention.word == sentence.firstWord, afterLastMention < end,
      icd10cm.letter(row: mention.row) < UInt8(ascii: "R")
    else { return false }
    let behind = words[sentence.firstWord..<end].drop { Int($0.start) < mention.end }
    guard let next = behind.first else { return false }
    // "Class 2 obesity with BMI 36.4, worse"
    let isMeasured = ConditionReader.measures.contains(next.hash) && behind.prefix(5).contains { $0.gap >= .comma }
    guard next.gap >= .comma || isMeasured || ConditionReader.states.contains(next.hash) else { return false }
    // "Hyperphosphatemia - sevelamer to 1600", "rheumatoid arthritis on methotrexate - slows healing"
    return next.gap == .clause || behind.prefix(isMeasured ? 6 : 4).contains { $0.gap == .clause }
      || words[sentence.firstWord..<end].contains { ConditionReader.states.contains($0.hash) }
  }

  private static let measures = WordSet("with w bmi stage on at")
  /// How a condition is, and what is done about it.
  static let states = WordSet(
    """
    stable controlled uncontrolled managed followed improved improving worse worsening asymptomatic unchanged continue continuing cont start started \
    starting increase increased increasing decrease add refer referral referred recheck resume switch titrate taper
    """)

  /// Whether a word follows the number of a list that begins the line, so that it names what the item is about.
  private func isFirstOfItem(_ word: Int) -> Bool {
    word > 0 && word == sentence.firstWord && words[word].gap == .sentence && words[word - 1].startsLine
      && ConditionReader.listNumbers.contains(words[word - 1].hash)
  }

  /// The word behind the number of a list as it is dictated: "Number two, hypertension, continue losartan".
  func behindSpokenNumber(_ index: Int) -> Int? {
    guard index + 2 < words.count, words[index].hash == ConditionReader.numberWord,
      ConditionReader.spokenNumbers.contains(words[index + 1].hash), words[index + 2].gap >= .comma,
      words[index + 2].gap <= .clause
    else { return nil }
    return index + 2
  }

  private static let numberWord = Words.hash("number")
  private static let spokenNumbers = WordSet("one two three four five six seven eight nine ten 1 2 3 4 5 6 7 8 9 10")

  /// Words that set a doubt apart from what it is about.
  private static let openings = WordSet(
    "suspicious concerning worrisome suggestive likely possible possibly probable probably")

  /// The sentence so far ends.
  mutating func endSentence(at end: Int) {
    noteSpread(upTo: end)
    noteResolution(upTo: end)
    let namesConditions = sentence.firstMention < mentions.count
    defer { holdsProblems = namesConditions && tellsProblems(upTo: end) }
    guard namesConditions || suspected != nil else { return }
    sentence.apply(to: &mentions, words: words, end: end)
    for index in sentence.firstMention..<mentions.count where mentions[index].status == .family {
      // What names a relative's condition is told of the patient.
      if ConditionReader.relativesHistories.contains(icd10cm.category(row: mentions[index].row)) {
        mentions[index].status = .present
      }
    }
    keepComplaints(upTo: end)
    noteDoubt(upTo: end)
    noteTests(upTo: end)
    noteEnd(upTo: end)
    noteNormal(upTo: end)
    noteAnswers(upTo: end)
    noteExclusions(upTo: end)
    noteRepairedInjuries(upTo: end)
    noteConfirmation(end: end)
    guard namesConditions else { return }
    noteFollowed()
    noteFindings(upTo: end)
    // A problem line is short; a long sentence at the start of a line tells a story, unless the problem is set apart in it:
    // "Left arm neuropathy, suspicious for …", "Gout of the left foot - better since …".
    guard end - sentence.firstWord > 12 else { return }
    if isLongName(upTo: end) { return listNames() }
    // "1) Gout": the parenthesis behind a number sets nothing apart.
    let isNumbered = ConditionReader.listNumbers.contains(words[sentence.firstWord].hash)
    let near = sentence.firstWord + (isNumbered ? 2 : 1)..<min(end, sentence.firstWord + 12)
    let clause =
      near.first { words[$0].gap >= .clause }
      ?? near.enumerated().first {
        words[$1].gap >= .comma && ($0 < 7 || ConditionReader.openings.contains(words[$1].hash))
      }?.element
    let apart = clause.map { Int(words[$0].start) } ?? 0
    // What begins a clause of its own is an item of a list: "rhinitis due to pollen; conjunctivitis".
    for mention in sentence.firstMention..<mentions.count
    where mentions[mention].start >= apart
      && (mentions[mention].word == sentence.firstWord || words[mentions[mention].word].gap != .clause)
      && !isFirstOfItem(mentions[mention].word)
    {
      mentions[mention].isProblem = false
    }
  }
}
