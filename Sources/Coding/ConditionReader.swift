import ClaimModel
import CodeSets

/// Reads the words of one text for conditions and the way they are meant.
struct ConditionReader {
  private let icd10cm: ICD10CM
  private let cues: CueTable
  private let visitKinds: WordMap<ChartSignals.VisitKind>
  private let words: [Word]
  /// For each word the one by which terms name it; zero for words without meaning.
  private let termWords: [ICD10CM.TextWord]
  private let item: Int
  private let isNote: Bool
  private(set) var mentions: [Mention] = []
  /// Signs of what kind of visit it was.
  private(set) var signals = ChartSignals()

  private var section: NoteSection
  private var sentence = SentenceContext()
  private var lineStart = 0
  /// The word after the last heading, and after the last heading or term.
  private var heading = 0
  private var free = 0
  /// The word after the last mention.
  private var afterLastMention = 0
  /// Whether all sentences of the line so far do nothing but name problems.
  private var holdsProblems = false
  /// Whether these have no other words.
  private var holdsNamesOnly = false
  /// The first word of the last sentence that begins with a word for inoculation.
  private var inoculations = -1
  /// The one condition that the last sentence with conditions suspects.
  private var suspected: Int?

  /// A reader of the words of one item.
  init(_ words: [Word], item: Int, kind: DocumentationItem.Kind, icd10cm: ICD10CM, vocabulary: Vocabulary) {
    self.icd10cm = icd10cm
    cues = vocabulary.cues
    visitKinds = vocabulary.visitKinds
    self.words = words
    self.item = item
    isNote = kind == .note
    section = kind == .amendment ? .assessment : .body
    termWords = icd10cm.termWords(words)
  }

  /// A sentence or line starts.
  mutating func startSentence(at index: Int) {
    endSentence(at: index)
    // "1. Gout. 2. Pain": what stands after a number is where a line begins.
    let isNumbered = index == sentence.firstWord + 1 && ConditionReader.listNumbers.contains(words[index - 1].hash)
    sentence.begin(word: index, mention: mentions.count)
    if index == lineStart + 1 || words[index].gap == .line || section == .assessment && isNumbered { lineStart = index }
  }

  private static let listNumbers = WordSet((1...20).map { Words.hash(String($0)) })

  /// A section starts.
  mutating func enter(_ start: SectionStart) {
    section = start.section
    holdsProblems = false
    sentence.begin(word: start.end, mention: mentions.count)
    lineStart = start.end
    heading = start.end
    free = start.end
  }

  /// Takes in a word of meaning.
  mutating func read(at index: Int, _ role: WordRoles.Role) {
    if role.mayNameVisit, index >= heading { noteVisitKind(at: index) }
    guard index >= free else { return }
    if section != .ignored, termWords[index].mayStartTerm, let end = readMention(at: index) {
      free = end
      return
    }
    if role.mayBeCue, let cue = cues.cue(words, at: index) { apply(cue, at: index) }
  }

  // MARK: Conditions

  /// Takes the longest term that starts at the word; returns the word after it.
  private mutating func readMention(at index: Int) -> Int? {
    guard let longest = icd10cm.longestTerm(at: index, in: words, termWords: termWords) else { return nil }
    let ownSite = firstSite(of: longest, at: index)
    var best = ownSite ?? longest
    let index = ownSite == nil ? index : index + 1
    if let first = firstOfTwo(best, at: index) { (best.term, best.end, best.words) = (first, index + 1, 1) }
    // Words that name no condition are passed over, unless the word is a cue: "right".
    guard let row = best.term.row else { return best.words > 1 ? best.end : nil }
    let shared = SharedWords(icd10cm: icd10cm, words: words, termWords: termWords)
    let found = index..<best.end
    for item in shared.before(found, downTo: max(sentence.firstWord, heading, afterLastMention)) {
      append(item.word..<item.word + 1, item.term, item.row, words: 2, hasOwnSide: false)
    }
    // A term may hold a cue of its own: "history of", "left knee".
    append(found, best.term, row, words: best.words, hasOwnSide: noteSides(from: index, to: best.end))
    let after = shared.after(found)
    let isProblem = mentions.last?.isProblem ?? false
    for item in after {
      append(item.word..<item.word + 1, item.term, item.row, words: 2, hasOwnSide: false)
      // It stands where the list begins.
      mentions[mentions.count - 1].isProblem = isProblem
    }
    return after.last.map { $0.word + 1 } ?? best.end
  }

  private mutating func append(
    _ found: Range<Int>, _ term: ICD10CM.Term, _ row: Int, words count: Int, hasOwnSide: Bool
  ) {
    let (index, end) = (found.lowerBound, found.upperBound)
    var mention = Mention(
      item: item, word: index, start: Int(words[index].start), end: Int(words[end - 1].end), row: row,
      origin: term.origin, termConfidence: term.confidence, words: count, section: section)
    mention.isProblem =
      section == .assessment && sentence.firstWord == lineStart
      && (index - lineStart <= 4 && !tells(before: index) || goesOnWithList(at: index))
      || section == .assessment && isNumbered(at: index)
    if isAnnounced(from: end, row) { mention.status = .hypothetical }
    // "Vaccines given today: MMR, varicella"
    if inoculations == sentence.firstWord, ConditionReader.preventable.contains(icd10cm.category(row: row)) {
      mention.status = .hypothetical
    }
    if isLeftBehind(at: index, row) || isOperatedOn(from: end) { mention.status = .history }
    if let side = sentence.lastSide, hasOwnSide || (0...4).contains(index - side.word) { mention.side = side.side }
    mentions.append(mention)
    afterLastMention = end
  }

  /// Whether the line tells of the patient before it names the condition: "Ms. Olsen has chronic migraine".
  private func tells(before index: Int) -> Bool {
    words[lineStart..<index].contains { ConditionReader.verbs.contains($0.hash) }
  }

  private static let verbs = WordSet(["has", "have", "had", "is", "was", "presents", "reports"].map(Words.hash))

  /// Whether a list of problems that began with the line goes on: nothing but a word that joins, or a side, stands between.
  private func goesOnWithList(at index: Int) -> Bool {
    guard let last = mentions.last, last.isProblem, last.word >= lineStart, afterLastMention <= index else {
      return false
    }
    guard
      words[afterLastMention..<index].allSatisfy({ word in
        word.isStop || ConditionReader.joints.contains(word.hash)
      })
    else { return false }
    // "Sinusitis (pansinusitis), deviated septum", "rhinitis due to pollen; conjunctivitis"
    return words[afterLastMention...index].allSatisfy { $0.gap <= .clause }
  }

  /// Whether a problem follows the number of a list right away: "2 Respiratory failure".
  private func isNumbered(at index: Int) -> Bool {
    index == sentence.firstWord + 1 && words[index].gap == .space
      && ConditionReader.listNumbers.contains(words[sentence.firstWord].hash)
  }

  /// Whether a condition is named only as what was operated on: "recovery following left inguinal hernia repair".
  private func isOperatedOn(from end: Int) -> Bool {
    guard end < words.count, words[end].gap == .space, ConditionReader.operations.contains(words[end].hash) else {
      return false
    }
    return words[max(sentence.firstWord, end - 9)..<end].contains { ConditionReader.afterwards.contains($0.hash) }
  }

  private static let operations = WordSet(
    ["repair", "release", "excision", "resection", "fusion", "fixation", "removal"].map(Words.hash))
  private static let afterwards = WordSet(["after", "following", "since"].map(Words.hash))

  /// What there are vaccines against, as its categories are packed.
  private static let preventable: Set<UInt32> = Set(
    [
      "A33", "A35", "A36", "A37", "A39", "A80", "B01", "B02", "B05", "B06", "B15", "B16", "B19", "B26", "J09", "J10",
      "J11", "K75",
    ]
    .map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } })
  private static let joints = WordSet(
    ["and", "with", "w", "plus", "also", "left", "right", "bilateral", "both", "l", "r"].map(Words.hash))

  /// Whether a stroke is named as the past cause of what is there: "aphasia after a stroke", "post-stroke".
  private func isLeftBehind(at index: Int, _ row: Int) -> Bool {
    guard ConditionReader.strokes.contains(icd10cm.category(row: row)), index > sentence.firstWord else { return false }
    var before = index - 1
    while before > sentence.firstWord, words[before].isStop, words[before].hash != ConditionReader.due { before -= 1 }
    return ConditionReader.aftermath.contains(words[before].hash)
  }

  private static let due = Words.hash("due")
  private static let aftermath = WordSet(
    ["after", "following", "post", "due", "old", "residual", "from"].map(Words.hash))
  /// I60 to I63, as they are packed.
  private static let strokes: ClosedRange<UInt32> = 0x49_3630...0x49_3633

  /// Whether what a visit may be for is announced: "suture removal in 10 days".
  private func isAnnounced(from end: Int, _ row: Int) -> Bool {
    guard icd10cm.letter(row: row) == UInt8(ascii: "Z"), section == .assessment else { return false }
    let next = words[end...].prefix(4)
    // "Screening mammogram ordered", "bone density due" at a check-up.
    if signals.kinds[.preventive] != nil,
      words[end...].prefix(5).prefix(while: { $0.gap < .line }).contains(where: {
        ConditionReader.orders.contains($0.hash)
      })
    {
      return true
    }
    guard let first = next.first, first.gap <= .comma, ConditionReader.startsOfTime.contains(first.hash) else {
      return false
    }
    return next.dropFirst().contains { ConditionReader.timeUnits.contains($0.hash) }
  }

  private static let orders = WordSet(
    ["ordered", "order", "referral", "referred", "due", "overdue"].map(Words.hash))
  private static let startsOfTime = WordSet(["in", "next"].map(Words.hash))
  private static let timeUnits = WordSet(["day", "week", "month", "year", "d", "wk", "mo", "yr"].map(Words.hash))

  private mutating func noteSides(from start: Int, to end: Int) -> Bool {
    var found = false
    for index in start..<end {
      guard case .side(let side) = cues.cue(words, at: index) else { continue }
      sentence.lastSide = (side, index)
      found = true
    }
    return found
  }

  /// A visit that a plan announces is not this one: `next visit for the yearly physical`.
  private mutating func noteVisitKind(at index: Int) {
    guard !(section == .assessment && sentence.tellsWhatMayCome) else { return }
    signals.note(index, of: words, item: item, isNote: isNote, in: section, visitKinds)
  }

  // MARK: How they are meant

  private mutating func apply(_ cue: CueTable.Cue, at index: Int) {
    switch cue {
    case .side(let side):
      sentence.lastSide = (side, index)
      // "pain in the knee on the left"
      for mention in mentions(near: index, words: 4) where mentions[mention].side == nil {
        mentions[mention].side = side
      }
    case .followUp:
      let isTitle =
        section == .body && index < 12 && !words[..<index].contains { ConditionReader.sentFrom.contains($0.hash) }
      if section == .chiefComplaint || !isNote || isTitle { signals.isFollowUp = true }
    case .inoculation:
      protect(before: index)
      if index - sentence.firstWord <= 3 { inoculations = sentence.firstWord }
    case .hypothesis where ConditionReader.lookouts.contains(words[index].hash):
      // "HIV screening"
      if let last = mentions.indices[sentence.firstMention...].last, index > 0,
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

  /// The mentions of the sentence so far with at most `words` words between them and a word after them. They are the
  /// last ones: a sentence may go on for a whole note, and is not looked through for each of its words.
  private func mentions(near index: Int, words count: Int) -> Range<Int> {
    let from = max(sentence.firstWord, index - count)
    var first = mentions.count
    guard from < words.count else { return first..<first }
    while first > sentence.firstMention, Int(words[from].start) <= mentions[first - 1].end { first -= 1 }
    return first..<mentions.count
  }

  /// Whoever comes from there begins his treatment with the visit that follows.
  private static let sentFrom = WordSet(["ed", "er", "emergency", "hospital", "urgent"].map(Words.hash))
  private static let lookouts = WordSet(
    ["screening", "screen", "prophylaxis", "prevention", "precautions"].map(Words.hash))

  /// What stands right before a word for inoculation is what it protects from, and so is what a list joins to that:
  /// `diphtheria and tetanus booster`.
  private mutating func protect(before index: Int) {
    var next = index
    for mention in mentions.indices[sentence.firstMention...].reversed() {
      var end = next
      while end > mentions[mention].word, words[end - 1].isStop { end -= 1 }
      guard end > mentions[mention].word, Int(words[end - 1].end) <= mentions[mention].end else { return }
      mentions[mention].status = max(mentions[mention].status, .hypothetical)
      next = mentions[mention].word
    }
  }

  /// A tumor that is said to have spread is two: the one at its first site, and those where it has come to.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.2; Index, Metastasis and Metastatic.
  private mutating func noteSpread(upTo end: Int) {
    guard sentence.firstMention < mentions.count,
      let first = (sentence.firstMention..<mentions.count).first(where: { isSolidTumor(mentions[$0].row) })
    else { return }
    let tumor = mentions[first]
    let reach = tumor.word..<min(end, tumor.word + 16)
    let isNamed = mentions[sentence.firstMention...].contains { isSecondary($0.row) }
    let isCalled =
      tumor.word > sentence.firstWord && ConditionReader.spread.contains(words[tumor.word - 1].hash)
      || ConditionReader.spread.contains(words[tumor.word].hash)
    guard !isNamed, isCalled || reach.contains(where: { ConditionReader.spread.contains(words[$0].hash) }) else {
      return
    }
    // "to the liver and bones", "to lung"
    let start = reach.first { $0 > tumor.word && ConditionReader.targets.contains(words[$0].hash) } ?? reach.upperBound
    var found = 0
    for index in start..<reach.upperBound where words[index].gap <= .comma && termWords[index].hash != 0 {
      guard let term = icd10cm.term(of: termWords[index].hash, and: ConditionReader.metastasis), let row = term.row,
        isSecondary(row)
      else { continue }
      appendSpread(at: index, row, of: tumor)
      found += 1
    }
    if found == 0, isCalled, tumor.isProblem, let row = icd10cm.row(of: "C799") {
      appendSpread(at: tumor.word, row, of: tumor)
    }
    mentions[sentence.firstMention...].sort { $0.word < $1.word }
  }

  private mutating func appendSpread(at index: Int, _ row: Int, of tumor: Mention) {
    var mention = tumor
    (mention.row, mention.word, mention.side, mention.origin) = (row, index, nil, .neoplasm)
    (mention.start, mention.end) = (Int(words[index].start), Int(words[index].end))
    mentions.append(mention)
  }

  /// The first of two conditions that "and" joins where both words together name a third: "cough and headache" are no primary
  /// cough headache. Nausea and vomiting have one code.
  private func firstOfTwo(_ found: ICD10CM.FoundTerm, at index: Int) -> ICD10CM.Term? {
    guard found.words == 2, found.end - index > 2,
      words[index + 1..<found.end - 1].contains(where: { ConditionReader.conjunctions.contains($0.hash) }),
      let row = found.term.row, icd10cm.category(row: row) != ConditionReader.nausea,
      let own = icd10cm.term(of: termWords[index].hash), own.row != nil,
      icd10cm.longestTerm(at: found.end - 1, in: words, termWords: termWords)?.term.row != nil
    else { return nil }
    return own
  }

  private static let conjunctions = WordSet(["and", "or"].map(Words.hash))
  /// R11, as it is packed.
  private static let nausea: UInt32 = 0x52_3131

  /// The tumor at its first site that "metastatic" is said of: "metastatic ascending colon cancer" is one of the colon. Of a
  /// site to which tumors mostly come from elsewhere nobody knows.
  ///
  /// Source: Index, Neoplasm, and the note at Metastatic: bone, brain, liver, lymph nodes, pleura, peritoneum.
  private func firstSite(of best: ICD10CM.FoundTerm, at index: Int) -> ICD10CM.FoundTerm? {
    guard let row = best.term.row, isSecondary(row), ConditionReader.spread.contains(words[index].hash),
      best.end < words.count, words[best.end].gap == .space, ConditionReader.tumors.contains(words[best.end].hash),
      let own = icd10cm.longestTerm(at: index + 1, in: words, termWords: termWords), let first = own.term.row,
      isSolidTumor(first), own.end > best.end
    else { return nil }
    let code = icd10cm.key(row: row) >> 32
    return ConditionReader.commonTargets.contains(code) ? nil : own
  }

  private func isSecondary(_ row: Int) -> Bool { ConditionReader.secondary.contains(icd10cm.category(row: row)) }
  private func isSolidTumor(_ row: Int) -> Bool { ConditionReader.primary.contains(icd10cm.category(row: row)) }

  private static let metastasis = Words.hash("metastasis")
  private static let spread = WordSet(
    ["metastatic", "metastasis", "metastases", "metastasized", "mets", "met", "spread"].map(Words.hash))
  private static let tumors = WordSet(["cancer", "carcinoma", "adenocarcinoma", "tumor"].map(Words.hash))
  /// C77, C78.1, C78.2, C78.6, C78.7, C79.3 and C79.5, as they are packed.
  private static let commonTargets: Set<UInt64> = [
    0x4337_3731, 0x4337_3732, 0x4337_3739, 0x4337_3831, 0x4337_3832, 0x4337_3836, 0x4337_3837, 0x4337_3933, 0x4337_3935,
  ]
  private static let targets = WordSet(["to", "involving", "in"].map(Words.hash))
  /// C00 to C76, and C77 to C79, as they are packed.
  private static let primary: ClosedRange<UInt32> = 0x43_3030...0x43_3736
  private static let secondary: ClosedRange<UInt32> = 0x43_3737...0x43_3739

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
    guard section == .assessment, let first = named.first, end - sentence.firstWord <= 12 else { return false }
    let isFirst = sentence.firstWord == lineStart
    // "Hypothyroidism, stable on levothyroxine" is one whatever stands before it.
    let isApart = !isFirst && isSetApart(mentions[first], upTo: end)
    if isApart { mentions[first].isProblem = true }
    guard isFirst ? mentions[first].isProblem : holdsProblems, mentions[first].status == .present,
      mentions[first].word - sentence.firstWord <= 2
    else {
      return false
    }
    var others = 0
    var mention = first
    for index in sentence.firstWord..<end where !words[index].isStop && cues.cue(words, at: index) == nil {
      while mention < named.upperBound, mentions[mention].end <= Int(words[index].start) { mention += 1 }
      if mention == named.upperBound || Int(words[index].start) < mentions[mention].start { others += 1 }
    }
    let isPure = others == 0
    defer { holdsNamesOnly = isPure && (isFirst || holdsNamesOnly) }
    if isFirst { return true }
    // A symptom is mostly told of: "Pain better."
    let isSymptom = icd10cm.letter(row: mentions[first].row) == UInt8(ascii: "R")
    guard isSymptom ? isPure && holdsNamesOnly : others <= 2 else { return false }
    for mention in named where mentions[mention].status == .present { mentions[mention].isProblem = true }
    return true
  }

  /// "ACL tear - suspected", "(possible)": a doubt that stands alone behind what it is about.
  private mutating func noteDoubt(upTo end: Int) {
    guard let last = mentions.indices[sentence.firstMention...].last else { return }
    let doubt = words.indices[sentence.firstWord..<end].first { index in
      Int(words[index].start) >= mentions[last].end && ConditionReader.doubts.contains(words[index].hash)
        && words[index].gap >= .comma && (index + 1 == words.count || words[index + 1].gap >= .clause)
    }
    guard doubt != nil else { return }
    for index in mentions.indices[sentence.firstMention...] where mentions[index].status == .present {
      mentions[index].status = .uncertain
    }
  }

  private static let doubts = WordSet(
    ["suspected", "possible", "probable", "questionable", "presumed"].map(Words.hash))

  /// Whether a sentence begins with a lasting condition and goes on, after a comma or the like, with how that is.
  private func isSetApart(_ mention: Mention, upTo end: Int) -> Bool {
    guard mention.status == .present, mention.word == sentence.firstWord, afterLastMention < end,
      icd10cm.letter(row: mention.row) < UInt8(ascii: "R")
    else { return false }
    let next = words[sentence.firstWord..<end].first { Int($0.start) >= mention.end }
    guard let next, next.gap >= .comma || ConditionReader.states.contains(next.hash) else { return false }
    return words[sentence.firstWord..<end].contains { ConditionReader.states.contains($0.hash) }
  }

  private static let states = WordSet(
    ["stable", "controlled", "uncontrolled", "improved", "worse", "worsening", "asymptomatic", "unchanged"].map(
      Words.hash))

  /// The sentence so far ends.
  mutating func endSentence(at end: Int) {
    noteSpread(upTo: end)
    let namesConditions = sentence.firstMention < mentions.count
    defer { holdsProblems = namesConditions && tellsProblems(upTo: end) }
    guard namesConditions || suspected != nil else { return }
    sentence.apply(to: &mentions, words: words, end: end)
    noteDoubt(upTo: end)
    noteConfirmation(end: end)
    guard namesConditions else { return }
    // A problem line is short; a long sentence at the start of a line tells a story, unless the problem is set apart in it:
    // "Left arm neuropathy, suspicious for …", "Gout of the left foot - better since …".
    guard end - sentence.firstWord > 12 else { return }
    let near = sentence.firstWord + 1..<min(end, sentence.firstWord + 12)
    let clause =
      near.first { words[$0].gap >= .clause } ?? near.prefix(7).first { words[$0].gap >= .comma }
    let apart = clause.map { Int(words[$0].start) } ?? 0
    // What begins a clause of its own is an item of a list: "rhinitis due to pollen; conjunctivitis".
    for mention in sentence.firstMention..<mentions.count
    where mentions[mention].end > apart
      && (mentions[mention].word == sentence.firstWord || words[mentions[mention].word].gap != .clause)
    {
      mentions[mention].isProblem = false
    }
  }
}
