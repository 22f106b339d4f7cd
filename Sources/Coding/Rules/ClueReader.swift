import ClaimModel
import CodeSets

/// What the clues of one text come to.
struct ChartClues: Sendable {
  var found: [FoundClue] = []
  /// Completed weeks of the pregnancy, with the place that tells them.
  var gestation: (weeks: Int, item: Int, start: Int, end: Int)?
  /// The body mass index, with the place that tells it.
  var bodyMass: (index: Int, item: Int, start: Int, end: Int)?
  /// Where the visit is called one after an operation.
  var postoperative: ChartSpan?
  /// How much of the body surface is burnt, in percent, with the place that tells it.
  var burntSurface: (percent: Int, item: Int, start: Int, end: Int)?
  /// Where the assessment finds nothing left of a disease.
  var freeOfDisease: ChartSpan?
  /// Where the patient is said to be tested for COVID-19 or suspected of it, and whether the visit was about it.
  var covidTest: (found: FoundClue, isReason: Bool)?
  /// What is said of a pregnancy.
  var pregnancy = PregnancyClues()

  mutating func merge(_ other: ChartClues) {
    found += other.found
    gestation = gestation ?? other.gestation
    bodyMass = bodyMass ?? other.bodyMass
    postoperative = postoperative ?? other.postoperative
    burntSurface = burntSurface ?? other.burntSurface
    freeOfDisease = freeOfDisease ?? other.freeOfDisease
    covidTest = covidTest ?? other.covidTest
    pregnancy.merge(other.pregnancy)
  }
}

/// Looks through the words of a text for clues, and tells from the words beside each whether it holds.
struct ClueReader {
  struct Event {
    var sense: ClueTable.Sense
    var key: UInt64
    var start: Int
    var end: Int
  }

  let table: ClueTable
  /// The table's phrases, held here since they are asked for at many words.
  private let phrases: PhraseTable<ClueTable.Sense>
  let words: [Word]
  let item: Int
  let isNote: Bool
  /// Whether the item is a drug taken for long, and whether it is an allergy: no word of it needs to say so.
  private let isLasting: Bool
  private let isAllergy: Bool
  private let covid: Int?
  var clues = ChartClues()
  private(set) var events: [Event] = []
  private(set) var section = NoteSection.body
  /// The first word of the sentence.
  var sentence = 0
  /// Whether no sentence of the section has ended.
  private var isFirstOfSection = true
  /// The word after the last phrase.
  private var free = 0
  /// What the patient was doing, as the last sentence tells, where the next one tells what happened: "She was skiing. She ran into a tree".
  private var pursuit: FoundClue?
  /// How many sentences the heading of a list of allergies still covers.
  private var allergyList = 0

  /// The most clues of a text: no chart has as many, and a text may be a list of them.
  private static let maximumClues = 60

  /// A reader of the words of one item.
  init(_ words: [Word], item: Int, of documented: DocumentationItem, table: ClueTable, covid: Int?) {
    self.table = table
    phrases = table.phrases
    self.words = words
    self.item = item
    isNote = documented.kind == .note
    isLasting = documented.standing == .lasting
    isAllergy = documented.kind == .allergy
    self.covid = covid
    events.reserveCapacity(8)
  }

  /// Whether the text is a note of a few lines.
  private var isBrief: Bool { words.count < 90 }

  /// A sentence or line starts.
  mutating func startSentence(at index: Int) {
    endSentence(at: index)
    sentence = index
  }

  /// A section starts.
  mutating func enter(_ start: SectionStart) {
    section = start.section
    isFirstOfSection = true
    allergyList = 0
    pursuit = nil
  }

  /// Looks for the longest phrase that starts at a word.
  mutating func read(at index: Int, upTo longest: Int) {
    guard index >= free, let found = phrases.match(words, at: index, upTo: longest) else { return }
    events.append(Event(sense: found.sense, key: found.key, start: index, end: found.end))
    free = found.end
  }

  /// The sentence so far ends.
  mutating func endSentence(at end: Int) {
    let start = sentence
    defer { if end > start + 1 { isFirstOfSection = false } }
    if allergyList > 0 { allergyList -= 1 }
    let before = pursuit
    pursuit = nil
    guard !events.isEmpty else { return }
    defer { events.removeAll(keepingCapacity: true) }
    guard clues.found.count < ClueReader.maximumClues else { return }
    if end - start <= 2, case .trigger(.allergy) = events[0].sense { allergyList = 4 }
    // "No known allergies.", "Allergies: NKDA"
    if allergyList > 0,
      hasDeniedAllergy || words[start..<end].contains(where: { ClueReader.noAllergies.contains($0.hash) })
    {
      allergyList = 0
    }
    if let before, tellsHappening { clues.found.append(before) }
    for position in events.indices {
      switch events[position].sense {
      case .clue(let index):
        guard !isAbout(.relative, position, within: 8) || table.isOfOthers(table.clues[index]) else { continue }
        if let several = table.clues(events[position].key) {
          for clue in several { take(table.clues[clue], at: position, isFirst: start == 0, end: end) }
        } else {
          take(table.clues[index], at: position, isFirst: start == 0, end: end)
        }
      case .gestation: readGestation(at: position, from: start, to: end)
      case .pregnancy(let word): readPregnancy(word, at: position, to: end)
      case .bodyMass: readBodyMass(events[position], to: end)
      case .postoperative where clues.postoperative == nil && namesThisVisit(events[position]):
        let event = events[position]
        clues.postoperative = ChartSpan(
          item: item, start: Int(words[event.start].start), end: Int(words[event.end - 1].end))
      case .trigger(.pastProcedure)
      where clues.postoperative == nil && tellsRecentWeeks(after: events[position], upTo: end):
        clues.postoperative = ChartSpan(
          item: item, start: Int(words[events[position].start].start), end: Int(words[end - 1].end))
      case .bodySurface: readBodySurface(events[position], from: start)
      case .freeOfDisease where (section == .assessment || section == .body && isBrief) && clues.freeOfDisease == nil:
        clues.freeOfDisease = ChartSpan(
          item: item, start: Int(words[events[position].start].start), end: Int(words[events[position].end - 1].end))
      default: break
      }
    }
  }

  // MARK: Whether a clue holds

  private static let noAllergies = WordSet("nkda nka none")
  private var hasDeniedAllergy: Bool {
    events.contains { event in
      if case .trigger(.allergy) = event.sense { isNegated(event.start) } else { false }
    }
  }

  private mutating func take(_ clue: Clue, at position: Int, isFirst: Bool, end: Int) {
    let event = events[position]
    var found = FoundClue(
      clue: clue, side: clue.hasSides ? side(of: event) : nil, item: item, start: Int(words[event.start].start),
      end: Int(words[event.end - 1].end))
    if clue.row == covid, isAbout(.tested, position, within: 6), !isAbout(.positive, position, within: 6) {
      let isReason = !isNote || isFirst || section == .chiefComplaint || section == .assessment
      if section != .ignored, section != .pastHistory { clues.covidTest = clues.covidTest ?? (found, isReason) }
    }
    guard !isAllergy || clue.use == .allergy else { return }
    guard holds(clue, at: position, isFirst: isFirst, end: end), !isNegated(event.start),
      !isEnded(after: event, upTo: end)
    else { return }
    if clue.use == .activity, !tellsHappening {
      pursuit = pursuit ?? found
      return
    }
    if clue.use == .screening { found.isOrdered = isOrdered(event, upTo: end) }
    clues.found.append(found)
  }

  /// The side named before a phrase or behind it: "left mastectomy", "amputation of the right leg".
  private func side(of event: Event) -> Mention.Side? {
    var index = event.start
    while index > max(sentence, event.start - 3), words[index].gap == .space {
      index -= 1
      // "R great toe amputation"
      if let side = table.side(words[index].hash) ?? Mention.Side.letters[words[index].hash] { return side }
    }
    index = event.end
    while index < min(words.count, event.end + 4), words[index].gap <= .comma {
      if let side = table.side(words[index].hash) { return side }
      index += 1
    }
    return nil
  }

  private func holds(_ clue: Clue, at position: Int, isFirst: Bool, end: Int) -> Bool {
    switch clue.use {
    case .whenAsked:
      return (!clue.isSymptom || section != .ignored && section != .pastHistory)
        && !isOfFormerSmoker(events[position], upTo: end) && isOver(events[position], upTo: end)
        // "She has a history of MRSA": an infection of the past.
        && !isOfTwo(events[position]) && !isOfStay(events[position]) && !isOff(events[position])
        && !isItem(events[position])
        && !(table.isDrug(clue) && (isOnlyThoughtOf(events[position], upTo: end) || hasFailed(events[position])))
        && !(clue.isOrganism && (isPast(events[position]) || isOfTopic(events[position])))
    case .status:
      return !isOfOtherVessel(events[position], upTo: end) && !isBegun(events[position])
        && !isNewInhaler(events[position]) && !hasFailed(events[position])
        && !isOnlyThoughtOf(events[position], upTo: end) && !isOfThePast(events[position], upTo: end)
        && !isTalkedOf(clue, upTo: end)
        // A list of drugs tells a dose of prednisone, not for how long.
        && (isNote || isLasting
          || !words[events[position].start..<events[position].end].contains { $0.hash == ClueReader.prednisone })
    case .pastProcedure:
      // "A stent in his left leg" is none of the heart.
      guard !isOfOtherVessel(events[position], upTo: end) else { return false }
      return section == .pastHistory || trigger(clue.use, position, within: 5) != nil
        || section == .assessment && isListed(events[position], upTo: end)
    case .adverseEffect:
      return section == .assessment && isCause(events[position]) && !isOfEarlierReaction(events[position], upTo: end)
    case .longTermDrug: return isLasting || isTakenLong(position) && !hasFailed(events[position])
    case .allergy:
      return isAllergy || allergyList > 0
        || (isTriggered(clue.use, position, within: 8) || isOfEarlierReaction(events[position], upTo: end))
          && !isGivenInstead(position)
    case .externalCause: return section != .ignored && section != .pastHistory
    case .activity:
      return section != .ignored && section != .pastHistory && !isTime(events[position])
        && (tellsHappening || isPursued(events[position]))
    case .place:
      return section != .ignored && section != .pastHistory && tellsHappening && !isTime(events[position])
    case .exposure:
      return section != .ignored && section != .pastHistory && isTriggered(clue.use, position, within: 6)
        && !isLongAgo(events[position])
    case .screening:
      let isReason = !isNote || isFirst || section == .chiefComplaint || section == .assessment
      return isReason && isTriggered(clue.use, position, within: 5) && !isForLater(events[position], upTo: end)
        && !words[events[position].end..<end].contains { ClueReader.settled.contains($0.hash) } && !isPutOff(upTo: end)
    case .aftercare:
      return section != .ignored && isTriggered(.pastProcedure, position, within: 6) || followsTime(events[position])
    case .pregnancyRisk: return section != .ignored
    }
  }

  private static let prednisone = Words.hash("prednisone")

  /// Whether a sentence of an assessment names a device that is only talked of: "possible ICD placement", "tracheostomy not wanted".
  private func isTalkedOf(_ clue: Clue, upTo end: Int) -> Bool {
    guard table.isDevice(clue) else { return false }
    let line = words[sentence..<end]
    // "She leans to peritoneal dialysis"
    if line.contains(where: { ClueReader.leanings.contains($0.hash) }) { return true }
    guard section == .assessment else { return false }
    return line.contains { ConditionReader.comings.contains($0.hash) }
      && !line.contains { ConditionReader.presences.contains($0.hash) }
  }

  private static let leanings = WordSet("leans leaning prefers options modality question")

  /// Whether a screening that has a visit of its own is only talked of in a plan: "screening mammogram due".
  private func isForLater(_ event: Event, upTo end: Int) -> Bool {
    hasOwnVisit(event) && words[sentence..<end].contains { ClueReader.laterVisits.contains($0.hash) }
  }

  /// Whether it is ordered there.
  private func isOrdered(_ event: Event, upTo end: Int) -> Bool {
    // "Colon cancer screening - referral for colonoscopy": to the end of the line.
    let line = words[end...].prefix(6).prefix { $0.gap < .line }
    return hasOwnVisit(event)
      && (words[sentence..<end] + line).contains { ClueReader.orders.contains($0.hash) }
  }

  private func hasOwnVisit(_ event: Event) -> Bool {
    section == .assessment && words[event.start..<event.end].contains { ClueReader.ownVisits.contains($0.hash) }
  }

  private static let settled = ConditionReader.settled
  /// "Next year", "deferred", "at 65".
  private func isPutOff(upTo end: Int) -> Bool {
    (sentence..<end).contains { index in
      ClueReader.puttingOff.contains(words[index].hash)
        || index + 1 < end && words[index].hash == ClueReader.atWord && ClueReader.ages.contains(words[index + 1].hash)
    }
  }

  private static let puttingOff = WordSet("next later deferred defer indicated postponed")
  private static let atWord = Words.hash("at")
  private static let ages = WordSet((30...85).map { Words.hash(String($0)) })
  private static let orders = WordSet("ordered order referral referred due overdue")
  private static let ownVisits = WordSet(
    "mammogram mammography breast dexa osteoporosis density colonoscopy colon colorectal lung ct")

  static let earlier = WordSet("used history hx previous previously prior past tetanus tdap")

  /// Whether a trigger stands near that is not denied itself.
  private func isTriggered(_ use: Clue.Use, _ position: Int, within reach: Int) -> Bool {
    trigger(use, position, within: reach).map { !isNegated(events[$0].start) } ?? false
  }

  func trigger(_ use: Clue.Use, _ position: Int, within reach: Int) -> Int? {
    near(position, within: reach) { sense in
      if case .trigger(use) = sense { true } else { false }
    }
  }

  enum Surroundings { case relative, tested, positive }

  func isAbout(_ what: Surroundings, _ position: Int, within reach: Int) -> Bool {
    near(position, within: reach) { sense in
      switch (sense, what) {
      case (.relative, .relative), (.tested, .tested), (.positive, .positive): true
      default: false
      }
    } != nil
  }

  /// The nearest event of the sentence that satisfies the predicate, with at most `reach` words between.
  private func near(_ position: Int, within reach: Int, _ belongs: (ClueTable.Sense) -> Bool) -> Int? {
    let event = events[position]
    var before = position - 1
    while before >= 0, event.start - events[before].end <= reach {
      if belongs(events[before].sense) { return before }
      before -= 1
    }
    var after = position + 1
    while after < events.count, events[after].start - event.end <= reach {
      if belongs(events[after].sense) { return after }
      after += 1
    }
    return nil
  }

  /// Whether words for a visit after an operation are said of this one: in its title or its reason, or of the aftercare assessed.
  private func namesThisVisit(_ event: Event) -> Bool {
    section == .chiefComplaint || section != .assessment && event.start < ClueReader.longestTitle
      || section == .assessment
        && (words[event.end - 1].hash == ClueReader.aftercare
          || isFirstOfSection && ClueReader.recovery.contains(words[event.start].hash))
  }

  private static let longestTitle = 40
  private static let aftercare = Words.hash("aftercare")
  /// "Doing well postop", "postoperative day 10": what a visit was for, where an assessment begins with it.
  private static let recovery = WordSet("doing recovering postop postoperative post")

  /// Whether a phrase is what the time counts from: "two weeks after cholecystectomy".
  private func followsTime(_ event: Event) -> Bool {
    words[max(sentence, event.start - 3)..<event.start].contains { ClueReader.afterwards.contains($0.hash) }
  }

  private static let afterwards = WordSet("after following from out")

  /// Whether an operation is all that a sentence of an assessment names, so that it lies in the past: "Left BKA.", "Mastectomy
  /// 2015." What is planned is told in more words; of an operation without its year only a lost limb is a condition.
  private func isListed(_ event: Event, upTo end: Int) -> Bool {
    guard event.start - sentence <= 2, end - event.end <= 2 else { return false }
    let rest = Array(words[sentence..<event.start]) + Array(words[event.end..<end])
    let isDated = rest.contains { WordSet.years.contains($0.hash) }
    let isLimb = words[event.start..<event.end].contains { ClueReader.amputations.contains($0.hash) }
    return (isDated || isLimb)
      && rest.allSatisfy { word in
        word.isStop || table.side(word.hash) != nil || table.number(word.hash) != nil
          || WordSet.years.contains(word.hash) || ClueReader.letters.contains(word.hash)
      }
  }

  private static let amputations = WordSet("bka aka amputation transplant transplantation")
  private static let letters = WordSet("r l")

  private static let laterVisits = WordSet("discussed schedule scheduled scheduling next")

  static let sinceWord = Words.hash("since")

  /// Whether a denial stands shortly before the word, in the same clause.
  private func isNegated(_ word: Int) -> Bool {
    var position = events.partitioningIndex { $0.start >= word } - 1
    while position >= 0, word - events[position].start <= 6 {
      if case .negation = events[position].sense {
        // "No angina since her stent"
        return !words[events[position].end...word].contains {
          $0.gap >= .clause || $0.hash == ClueReader.sinceWord && $0.hash != words[word].hash
        }
      }
      position -= 1
    }
    return false
  }
}
