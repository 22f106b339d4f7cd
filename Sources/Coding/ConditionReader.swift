import ClaimModel
import CodeSets

/// Reads the words of one text for conditions and the way they are meant.
struct ConditionReader {
  let icd10cm: ICD10CM
  let cues: CueTable
  private let visitKinds: WordMap<ChartSignals.VisitKind>
  let words: [Word]
  /// The text, which outlives the reader.
  let text: UnsafeBufferPointer<UInt8>
  /// For each word the one by which terms name it; zero for words without meaning.
  let termWords: [ICD10CM.TextWord]
  let item: Int
  let isNote: Bool
  var mentions: [Mention] = []
  /// Signs of what kind of visit it was.
  var signals = ChartSignals()

  /// Whether the words may be those of the clinician's opinion: of an assessment, or of a note of a few lines.
  var mayAssess: Bool { section == .assessment || section == .body && words.count < ConditionReader.fewWords }

  private static let fewWords = 90
  /// The year of the date of service.
  var year = 0
  var section: NoteSection
  var sentence = SentenceContext()
  var lineStart = 0
  /// The word after the last heading, and after the last heading or term.
  private var heading = 0
  private var free = 0
  /// The word after the last mention.
  var afterLastMention = 0
  /// Whether all sentences of the line so far do nothing but name problems.
  var holdsProblems = false
  /// Whether these have no other words.
  var holdsNamesOnly = false
  /// The first word of the last sentence that begins with a word for inoculation.
  var inoculations = -1
  /// The last word that tells of a test.
  var test = -1
  /// The one condition that the last sentence with conditions suspects.
  var suspected: Int?

  /// Whether the section tells what is to be done about problems that an assessment before it lists.
  private(set) var isPlan = false
  /// Whether an assessment so far lists a problem.
  var hasListed = false
  /// The first mention of the section.
  private var assessment = 0

  /// A reader of the words of one item, which `terms` are as terms name them.
  init(
    _ words: [Word], terms: [ICD10CM.TextWord], text: UnsafeBufferPointer<UInt8>, item: Int,
    kind: DocumentationItem.Kind, icd10cm: ICD10CM, vocabulary: Vocabulary
  ) {
    self.icd10cm = icd10cm
    cues = vocabulary.cues
    visitKinds = vocabulary.visitKinds
    self.words = words
    self.text = text
    self.item = item
    isNote = kind == .note
    section = kind == .amendment ? .assessment : .body
    termWords = terms
    mentions.reserveCapacity(min(words.count / 16, 32))
  }

  /// A sentence or line starts.
  mutating func startSentence(at index: Int) {
    endSentence(at: index)
    // "1. Gout. 2. Pain": what stands after a number is where a line begins.
    let isNumbered = index == sentence.firstWord + 1 && ConditionReader.listNumbers.contains(words[index - 1].hash)
    let first = section == .assessment ? behindSpokenNumber(index) ?? index : index
    sentence.begin(word: first, mention: mentions.count)
    let begins = index == lineStart + 1 || words[index].gap == .line || section == .assessment && isNumbered
    if begins || first != index { lineStart = first }
  }

  static let listNumbers = WordSet((1...20).map { Words.hash(String($0)) })

  /// A section starts.
  mutating func enter(_ start: SectionStart) {
    let plans =
      start.section == .assessment && start.end > start.word
      && words[start.word..<start.end].allSatisfy { $0.isStop || ConditionReader.plans.contains($0.hash) }
    if plans, !isPlan { listProse(of: assessment, from: heading) } else { endSection() }
    section = start.section
    isPlan = plans && hasListed
    assessment = mentions.count
    holdsProblems = false
    sentence.begin(word: start.end, mention: mentions.count)
    lineStart = start.end
    heading = start.end
    free = start.end
  }

  /// The section so far ends, or the text.
  mutating func endSection() { listParagraph(of: assessment, from: heading) }

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

  /// Takes the longest term that starts at the word; returns the word after it.
  private mutating func readMention(at index: Int) -> Int? {
    guard var longest = icd10cm.longestTerm(at: index, in: words, termWords: termWords) else { return nil }
    // "Acute pain of the right knee": where it is tells more.
    if longest.term.row.map({ icd10cm.code(at: $0) == "R52" }) ?? false, longest.words > 1, index + 1 < longest.end,
      let placed = icd10cm.longestTerm(at: longest.end - 1, in: words, termWords: termWords), placed.end > longest.end
    {
      return nil
    }
    if let before = beforeCause(longest, at: index) ?? beforeDegree(longest, at: index)
      ?? beforeHistory(longest, at: index)
    {
      longest = before
    }
    // "PR positive, HER2 negative": a result is said of what stands before it.
    if ConditionReader.results.contains(words[index].hash),
      words[index + 1..<longest.end].contains(where: { $0.gap >= .comma })
    {
      return nil
    }
    let ownSite = firstSite(of: longest, at: index)
    var best = ownSite ?? longest
    let index = ownSite == nil ? index : index + 1
    if !hasCapitals(index..<best.end) { return nil }
    if best.words == 1, ConditionReader.ambiguous.contains(words[index].hash), !isHeadOrPart(index..<best.end) {
      return nil
    }
    // "A fib"; not "1+ fibs".
    if best.words == 1, words[index].hash == ConditionReader.fib,
      index == 0 || words[index - 1].hash != ConditionReader.a
    {
      return nil
    }
    if let kind = kindBehind(best, at: index) { best = kind }
    if let first = firstOfTwo(best, at: index) { (best.term, best.end, best.words) = (first, index + 1, 1) }
    // Words that name no condition are passed over, unless the word is a cue: "right".
    guard let row = best.term.row else {
      guard best.words > 1 else { return nil }
      // "Family history", "COVID vaccines": they name no condition, and say what those are that stand beside them.
      if !isDenied(before: index) { noteRelatives(index..<best.end) }
      for cued in index..<best.end {
        if case .inoculation = cues.cue(words, at: cued) { apply(.inoculation, at: index) }
      }
      return best.end
    }
    let found = index..<best.end
    if icd10cm.letter(row: row) == UInt8(ascii: "Z") { noteRelatives(found) }
    // One word shares none with others.
    guard best.words > 1 else {
      append(found, best.term, row, words: best.words, hasOwnSide: noteSides(from: index, to: best.end))
      return best.end
    }
    let shared = SharedWords(icd10cm: icd10cm, words: words, termWords: termWords)
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

  private static let (fib, a) = (Words.hash("fib"), Words.hash("a"))
  private static let results = WordSet("positive negative")
  private static let explanations = WordSet("accounts accounting explains explaining")

  /// Whether the word before is a denial: "no family history of interest".
  private func isDenied(before index: Int) -> Bool {
    words[max(sentence.firstWord, index - 3)..<index].contains { ConditionReader.denials.contains($0.hash) }
  }

  private static let denials = WordSet("no without not denies any negative")

  private mutating func append(
    _ found: Range<Int>, _ term: ICD10CM.Term, _ row: Int, words count: Int, hasOwnSide: Bool
  ) {
    let (index, end) = (found.lowerBound, found.upperBound)
    // "HIV and hepatitis C screening"
    if ConditionReader.screenings.contains(icd10cm.category(row: row)) { protect(before: index) }
    var mention = Mention(
      item: item, word: index, start: Int(words[index].start), end: Int(words[end - 1].end), row: row,
      origin: term.origin, termConfidence: term.confidence, words: count, section: section)
    mention.isProblem =
      section == .assessment && sentence.firstWord == lineStart && !isBehindLabel(index)
      && (index - lineStart <= longestIntroduction && !tells(before: index) || goesOnWithList(at: index)
        || accompanies(at: index, row)
        || isNext(at: index) || isEquated(at: index))
      || section == .assessment && isNumbered(at: index)
    mention.isPurpose = isPurpose(at: index, to: end, row)
    if isPlan, mention.isProblem {
      mention.isProblem =
        isHead(found, row) || isTreated(at: index) || index > afterLastMention && goesOnWithList(at: index)
    }
    if isAnnounced(from: end, row) || isAdvised(at: index, to: end, row) || isOperationToCome(found, row)
      || isTalkedOf(found, row)
      || isTestNamed(at: index, row)
      || namesTest(from: end) || isInstruction(at: index, to: end, row)
    {
      mention.status = .hypothetical
    }
    // "Vaccines given today: MMR, varicella"
    if inoculations == sentence.firstWord && ConditionReader.preventable.contains(icd10cm.category(row: row))
      || isTetanusShot(found, row) || isInoculated(found, row) || isScreenedFor(found, row)
    {
      mention.status = .hypothetical
    }
    if isLeftBehind(at: index, row) || isOperatedOn(from: end) || isReasonOfRemoval(at: index) || isLongAgo(found, row)
      || isEarlierReaction(at: index) || isOfFormerPregnancy(found, row)
    {
      mention.status = .history
    }
    if isReasonToCall(from: end) { mention.status = .hypothetical }
    if isName(found) || isSmokeInTheAir(found) || isAnsweredNo(from: end) { mention.status = .negated }
    if isQuestioned(at: index) || isDoubted(from: end) { mention.status = .uncertain }
    if icd10cm.letter(row: row) != UInt8(ascii: "Z"), let status = statusBeside(found),
      // Wax that was cleared was there.
      status != .resolved || icd10cm.category(row: row) != ConditionReader.earDisorders
    {
      mention.status = status
      if status == .negated { denyJoined(before: index) }
    }
    if isTestForHIV(found, row) { mention.status = max(mention.status, .hypothetical) }
    if end < words.count, words[end].gap == .space, words[end].hash == ConditionReader.warned {
      mention.status = .hypothetical
      warnOfJoined(before: index)
    }
    // "Pap today given CIN2 hx"
    if end < words.count, words[end].gap == .space, words[end].hash == ConditionReader.hx,
      end + 1 == words.count || words[end + 1].gap >= .clause
    {
      mention.status = .history
    }
    if isFree(from: end) { mention.status = icd10cm.letter(row: row) == UInt8(ascii: "C") ? .history : .negated }
    if isBehindHead(found) || isPainBeside(at: index, row) {
      (mention.isProblem, mention.isPurpose) = (false, false)
    }
    hasListed = hasListed || mention.isProblem && mention.status == .present
    mention.isExplained = words[max(sentence.firstWord, index - 4)..<index].contains {
      ConditionReader.explanations.contains($0.hash)
    }
    if let side = sentence.lastSide, hasOwnSide || (0...4).contains(index - side.word) { mention.side = side.side }
    if mention.side == nil { mention.side = sideBefore(at: index, row) }
    mentions.append(mention)
    afterLastMention = end
  }

  /// How many words of a line may stand before the problem that it names: "# Stage IA HR+ HER2- right breast cancer" where it is
  /// marked as one.
  private var longestIntroduction: Int {
    lineStart < words.count && ProblemHeadings.isMarked(words[lineStart], text) ? 8 : 4
  }

  /// A relative whom a term names is one for what follows, too: "family history of colon cancer, stroke and gout".
  private mutating func noteRelatives(_ found: Range<Int>) {
    for index in found {
      switch cues.cue(words, at: index) {
      case .family: sentence.note(.family, at: index)
      // "Hx skin cancer, BCC and SCC": all that is listed is past.
      case .history where index == found.lowerBound: sentence.note(.history, at: index)
      // "No family history of interest and personal history of breast cancer": the patient's own begins.
      case .history where index > 0 && words[index - 1].hash == ConditionReader.personal:
        sentence.note(.patient, at: index - 1)
      default: break
      }
    }
  }

  /// Whether the line tells of the patient before it names the condition: "Ms. Olsen has chronic migraine".
  func tells(before index: Int) -> Bool {
    words[lineStart..<index].contains { ConditionReader.verbs.contains($0.hash) }
  }

  private static let hx = Words.hash("hx")
  private static let personal = Words.hash("personal")
  private static let verbs = WordSet("has have had is was presents reports provided ordered discussed counseled")

  /// Whether a list of problems that began with the line goes on: nothing but a word that joins, or a side, stands between.
  private func goesOnWithList(at index: Int) -> Bool {
    guard let last = mentions.last, last.isProblem, last.word >= lineStart else { return false }
    // "Diabetic chronic kidney disease, stage 3a": one is named within the other.
    if index < afterLastMention { return true }
    guard
      words[afterLastMention..<index].allSatisfy({ word in
        word.isStop || isEnclosed(word, before: index) || ConditionReader.joints.contains(word.hash)
          || ConditionReader.degrees.contains(word.hash)
          || ConditionReader.limbs.contains(word.hash) || ConditionReader.grades.contains(word.hash)
      })
    else { return false }
    // "Sinusitis (pansinusitis), deviated septum", "rhinitis due to pollen; conjunctivitis"
    return words[afterLastMention...index].allSatisfy { $0.gap <= .clause }
  }

  private static let plans = WordSet("plan recommendation rec treatment p tx rx recommendations recs")

  /// Whether a problem follows the number of a list right away: "2 Respiratory failure".
  private func isNumbered(at index: Int) -> Bool {
    index == sentence.firstWord + 1 && words[index].gap <= .clause
      && ConditionReader.listNumbers.contains(words[sentence.firstWord].hash)
  }

  /// Whether a condition is named only as what was operated on: "recovery following left inguinal hernia repair".
  private func isOperatedOn(from end: Int) -> Bool {
    guard end < words.count, words[end].gap == .space, ConditionReader.operations.contains(words[end].hash) else {
      return false
    }
    return words[max(sentence.firstWord, end - 9)..<end].contains { ConditionReader.afterwards.contains($0.hash) }
      || words[(end + 1)...].prefix(6).prefix { !$0.startsSentence }.contains { $0.hash == ConditionReader.ago }
  }

  static let operations = WordSet(
    """
    repair release excision resection fusion fixation removal reconstruction replacement decompression ablation \
    surgery
    """)
  static let afterwards = WordSet("after following since p post postop underwent had")
  static let ago = Words.hash("ago")

  /// What there are vaccines against.
  static let preventable = ICD10CM.categories(
    "A01 A33 A35 A36 A37 A39 A80 A82 A83 A84 A95 B01 B02 B05 B06 B15 B16 B19 B26 J09 J10 J11 K75")
  static let joints = WordSet(
    "and with w plus also due secondary left right bilateral both l r at level levels l1 l2 l3 l4 l5 s1 c3 c4 c5 c6 c7")

  /// Parts of the body that stand between the problems of a list: "ingrown nail of the great toe with paronychia".
  private static let limbs = WordSet("great big toe finger thumb foot hand leg arm knee ear eye")
  static let degrees = WordSet("sided mild moderate severe marked minimal degenerative nocturnal")
  /// How far a problem of a list has come: "CKD stage 3a, and neuropathy".
  private static let grades = WordSet(
    "decompensation compensated stage grade class 1 2 3 3a 3b 4 5 6 i ii iii iiia iiib iv stable controlled uncontrolled"
  )

  /// Whether a stroke is named as the past cause of what is there: "aphasia after a stroke", "post-stroke".
  private func isLeftBehind(at index: Int, _ row: Int) -> Bool {
    guard ConditionReader.strokes.contains(icd10cm.category(row: row)), index > sentence.firstWord else { return false }
    // "As late effects of her left MCA infarct"
    let told = words[max(sentence.firstWord, index - 6)..<index]
    if told.contains(where: { $0.hash == ConditionReader.effects }),
      told.contains(where: { $0.hash == ConditionReader.late })
    {
      return true
    }
    var before = index - 1
    while before > sentence.firstWord, words[before].isStop, words[before].hash != ConditionReader.due { before -= 1 }
    return ConditionReader.aftermath.contains(words[before].hash)
  }

  private static let due = Words.hash("due")
  static let (late, effects) = (Words.hash("late"), Words.hash("effects"))
  private static let aftermath = WordSet("after following post due old residual from")
  private static let strokes = ICD10CM.category("I60")...ICD10CM.category("I63")

  private mutating func noteSides(from start: Int, to end: Int) -> Bool {
    var found = false
    for index in start..<end {
      guard case .side(let side) = cues.cue(words, at: index) else { continue }
      sentence.lastSide = (side, index)
      found = true
    }
    return found
  }

  /// Whether a problem was named before in the line: "Retinopathy: annual exam" tells what it needs.
  func isOfProblem(at index: Int) -> Bool {
    guard index > lineStart, words[lineStart + 1...index].contains(where: { $0.gap >= .clause }) else { return false }
    return mentions.reversed().prefix { $0.word >= lineStart }
      .contains { $0.end <= Int(words[index].start) && icd10cm.letter(row: $0.row) < UInt8(ascii: "V") }
  }

  private static let otherVisits = WordSet("part last previous recent")

  /// A visit that a plan announces is not this one: `next visit for the yearly physical`.
  private mutating func noteVisitKind(at index: Int) {
    guard !(section == .assessment && (sentence.tellsWhatMayCome || isOfProblem(at: index))) else { return }
    // "The test was taken as part of a routine physical": another visit.
    let isOther =
      (section == .presentIllness || section == .body)
      && words[max(sentence.firstWord, index - 4)..<index].contains { ConditionReader.otherVisits.contains($0.hash) }
    guard !isOther else { return }
    signals.note(index, of: words, item: item, isNote: isNote, in: section, visitKinds)
  }
}
