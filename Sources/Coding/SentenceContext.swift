import CodeSets

/// The cues of one sentence, and what they say of the conditions in it.
///
/// Cues are noted as the words pass and applied when the sentence ends, because some speak of what stands before them.
struct SentenceContext {
  /// The first word of the sentence.
  private(set) var firstWord = 0
  /// The first mention of the sentence among those of the text.
  private(set) var firstMention = 0
  private var cues: [(cue: CueTable.Cue, word: Int)] = []

  init() { cues.reserveCapacity(8) }

  /// Whether a word so far tells of what may come.
  private(set) var tellsWhatMayCome = false
  /// The last mention of a side.
  var lastSide: (side: Mention.Side, word: Int)?

  /// A sentence starts.
  mutating func begin(word: Int, mention: Int) {
    firstWord = word
    firstMention = mention
    if !cues.isEmpty { cues.removeAll(keepingCapacity: true) }
    lastSide = nil
    tellsWhatMayCome = false
  }

  mutating func note(_ cue: CueTable.Cue, at word: Int) {
    cues.append((cue, word))
    if cue == .hypothesis { tellsWhatMayCome = true }
  }

  /// Sets the status of the sentence's mentions; it ends before the word `end`.
  func apply(to mentions: inout [Mention], words: [Word], end: Int) {
    guard !cues.isEmpty, firstMention < mentions.count else { return }
    for (position, entry) in cues.enumerated() {
      guard let reach = entry.cue.reach else { continue }
      if reach.after > 0 {
        let limit = scopeEnd(of: position, reach: reach.after, words: words, end: end, mentions)
        set(reach.status, from: entry.word + 1, to: limit, &mentions)
      }
      if reach.before > 0 {
        let start = scopeStart(before: entry.word, reach: reach.before, words)
        set(
          reach.status,
          from: reach.status == .negated ? listStart(from: start, to: entry.word, words, mentions) : start,
          to: entry.word, &mentions)
      }
    }
    confirm(&mentions)
  }

  /// What is suspected and confirmed in the same sentence is there: `suspected appendicitis, confirmed by CT`.
  private func confirm(_ mentions: inout [Mention]) {
    for entry in cues where entry.cue == .confirmation {
      let after = mentions[firstMention...].partitioningIndex { $0.word >= entry.word }
      guard after > firstMention, mentions[after - 1].status == .uncertain, entry.word - mentions[after - 1].word <= 8
      else { continue }
      mentions[after - 1].status = .present
    }
  }

  /// Whether the sentence says that a diagnosis was confirmed and names none: `The diagnosis was confirmed by biopsy.`
  func confirmsWithoutName(words: [Word], end: Int) -> Bool {
    guard cues.contains(where: { $0.cue == .confirmation }),
      !cues.contains(where: { $0.cue.reach?.status == .negated || $0.cue == .hypothesis })
    else { return false }
    return words[firstWord..<end].contains { SentenceContext.suspicions.contains($0.hash) }
  }

  /// A stronger status stays: an absent condition is absent, whoever has it and whenever.
  private func set(_ status: Mention.Status, from: Int, to end: Int, _ mentions: inout [Mention]) {
    // Mentions stand in the order of their words, and a sentence may go on for a whole note: only the scope is looked at.
    var index = mentions[firstMention...].partitioningIndex { $0.word >= from }
    while index < mentions.count, mentions[index].word < end {
      if mentions[index].status < status { mentions[index].status = status }
      index += 1
    }
  }

  private func scopeEnd(of position: Int, reach: Int, words: [Word], end: Int, _ mentions: [Mention]) -> Int {
    let cue = cues[position].cue
    let start = cues[position].word + 1
    let isDenial = cue.reach?.status == .negated
    let isFamily = cue == .family
    let isBroad = cue == .history || cue == .differential
    var limit = min(end, start + reach)
    for next in cues[(position + 1)...] {
      guard next.word < limit else { break }
      switch next.cue {
      // "Has not presented fever": the verb is what is denied.
      case .end where isDenial && next.word == start, .endUnlessPredicate where isDenial && next.word == start: break
      // "A sister who developed asthma"
      case .endUnlessPredicate where isFamily && next.word - start <= 1: break
      case .endOfDenial where isDenial && next.word - start > 1: limit = next.word
      case .confirmation where (isDenial || cue == .uncertainty) && next.word - start > 1: limit = next.word
      case .history where (isDenial || isFamily) && isPersonalHistory(next.word, after: start, words): limit = next.word
      case .end, .endUnlessPredicate, .turn, .hospital: limit = next.word
      case .endOfFamily where isFamily: limit = next.word
      // "The mother of the patient had gout."
      case .patient where isFamily && words[start..<next.word].contains { !$0.isStop }: limit = next.word
      case .finding where cue == .hypothesis && !isCondition(cues[position].word, words): limit = next.word
      case .endAfterComma where startsClause(next.word, words), .finding where startsClause(next.word, words),
        .patient where startsClause(next.word, words):
        limit = next.word
      default: break
      }
    }
    // "Warned re: dizziness"
    let ends = (start..<limit).first { words[$0].gap >= .clause && words[$0 - 1].hash != SentenceContext.regarding }
    if !isBroad, start < limit, let clause = ends, clause > start {
      limit = clause
    }
    return nearerEnd(of: cue, from: start, to: limit, words, mentions)
  }

  /// Where the scope of a cue ends for what stands in it: before the cause of what may come or cannot be, and before the
  /// next thought when the first one names no condition (`does not drink, smoker`; `prophylaxis in 1997, hemorrhage`).
  private func nearerEnd(
    of cue: CueTable.Cue, from start: Int, to limit: Int, _ words: [Word], _ mentions: [Mention]
  ) -> Int {
    let endsAtComma =
      cue == .shortNegation || cue == .hypothesis && SentenceContext.tasks.contains(words[start - 1].hash)
    let isDenial = cue == .negation || cue == .shortNegation
    guard endsAtComma || isDenial || cue == .hypothesis || cue == .negationBothWays, start < limit else { return limit }
    // "HIV negative, fever to 102": what is negative was named before.
    if cue == .negationBothWays, words[start].gap >= .clause, words[start - 1].hash == SentenceContext.unlikely {
      return start
    }
    if cue == .negationBothWays, words[start].gap == .comma || words[start].hash == SentenceContext.and {
      let next = words[start].hash == SentenceContext.and ? start + 1 : start
      return next < limit && SentenceContext.continuations.contains(words[next].hash) ? limit : start
    }
    // "Lung cancer screening, former smoker"
    if cue == .hypothesis, endsAtComma, words[start].gap == .comma { return start }
    let first = mentions[firstMention...].partitioningIndex { $0.word >= start }
    let firstNamed = first < mentions.count ? mentions[first].word : limit
    for index in start..<limit {
      let word = words[index]
      if word.hash == SentenceContext.because || word.hash == SentenceContext.due
        || word.hash == SentenceContext.given && cue == .hypothesis,
        cue == .hypothesis || isDenial && index <= firstNamed
      {
        return index
      }
      guard endsAtComma, index > start, index <= firstNamed else { continue }
      if word.gap == .comma || cue == .shortNegation && word.hash == SentenceContext.and { return index }
    }
    return limit
  }

  /// Whether a word tells on what something depends: `if it shows`.
  private func isCondition(_ word: Int, _ words: [Word]) -> Bool {
    SentenceContext.conditions.contains(words[word].hash)
  }

  /// Whether a word begins a clause of its own: behind a comma or "and", with or without an article.
  private func startsClause(_ word: Int, _ words: [Word]) -> Bool {
    var index = word
    while words[index].gap < .comma {
      guard index > firstWord, words[index - 1].isStop else { return false }
      index -= 1
      if words[index].hash == SentenceContext.and { return true }
    }
    return true
  }

  /// Whether a list of the patient's own conditions begins after what was denied: `no allergies and personal history of`.
  private func isPersonalHistory(_ word: Int, after start: Int, _ words: [Word]) -> Bool {
    let before = word - 1
    guard before > start, words[before].hash == SentenceContext.personal else { return false }
    return words[before].gap >= .comma || words[before - 1].hash == SentenceContext.and
  }

  /// Where the list begins of which the last item is denied: "hepatitis B, hepatitis C and HIV negative".
  private func listStart(from start: Int, to word: Int, _ words: [Word], _ mentions: [Mention]) -> Int {
    // "Glycosuria, microhematuria and negative nitrites": what is denied follows.
    let behind = words[word].hash == SentenceContext.ruled ? word + 2 : word + 1
    guard behind >= words.count || words[behind].gap >= .comma || words[word].hash == SentenceContext.supported else {
      return start
    }
    let first = start
    var start = start
    var next: Int?
    for mention in mentions[firstMention...].reversed() where mention.word < word {
      defer { next = mention.word }
      guard mention.word < start else { continue }
      guard let next else { break }
      var end = mention.word
      while end < next, Int(words[end].end) <= mention.end { end += 1 }
      guard words[end..<next].allSatisfy({ $0.isStop }), words[end...next].allSatisfy({ $0.gap <= .comma }) else {
        break
      }
      start = mention.word
    }
    // "Pyelo/stone not suspected"
    let isSlashed = (start..<word).dropFirst().contains(where: words.isSlashed)
    // "Fever, HIV negative" are two things.
    return isSlashed || words[start..<word].contains { SentenceContext.joints.contains($0.hash) }
      || SentenceContext.verdicts.contains(words[word].hash) ? start : first
  }

  private static let regarding = Words.hash("re")
  private static let ruled = Words.hash("ruled")
  private static let supported = Words.hash("supported")
  private static let verdicts = WordSet("ruled supported")
  private static let joints = WordSet("and or all")
  private static let personal = Words.hash("personal")
  private static let and = Words.hash("and")
  private static let unlikely = Words.hash("unlikely")
  private static let given = Words.hash("given")
  private static let because = Words.hash("because")
  private static let due = Words.hash("due")
  private static let conditions = WordSet("if unless should")
  private static let tasks = WordSet("prophylaxis prophylactic screening screen prevention monitor evaluate against")
  private static let continuations = WordSet("as for or")
  private static let suspicions = WordSet("diagnosis suspicion this it which")

  private func scopeStart(before word: Int, reach: Int, _ words: [Word]) -> Int {
    var start = word
    var reach = reach
    // "Strep test: negative", and not beyond what a clause before says.
    while start > firstWord, word - start < reach,
      words[start].gap < .comma
        || words[start].gap == .clause && start >= word - 1 && isQuantified(from: start, to: word, words)
    {
      start -= 1
      // "Considered and thought very unlikely"
      if SentenceContext.weighings.contains(words[start].hash) { reach += 1 }
    }
    return start
  }

  /// Whether nothing but a word for all of them stands between: "pneumonia with sepsis - both resolved".
  private func isQuantified(from start: Int, to word: Int, _ words: [Word]) -> Bool {
    words[start..<word].allSatisfy { SentenceContext.quantifiers.contains($0.hash) }
  }

  private static let quantifiers = WordSet("both all now since")
  private static let weighings = WordSet("considered thought felt deemed very highly")
}

extension CueTable.Cue {
  /// What it says of the conditions near it, and how far it reaches, in words after and before it.
  fileprivate var reach: (status: Mention.Status, after: Int, before: Int)? {
    switch self {
    case .negation: (.negated, 18, 0)
    case .shortNegation: (.negated, 5, 0)
    case .negationBothWays: (.negated, 10, 5)
    case .negationBefore: (.negated, 0, 6)
    case .resolved: (.resolved, 0, 6)
    case .uncertainty: (.uncertain, 8, 0)
    case .differential: (.uncertain, 40, 0)
    case .choice: (.uncertain, 8, 6)
    case .hypothesis: (.hypothetical, 10, 0)
    case .family: (.family, 24, 5)
    case .history: (.history, 24, 0)
    default: nil
    }
  }
}
