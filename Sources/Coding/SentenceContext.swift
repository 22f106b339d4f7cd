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
        let limit = scopeEnd(of: position, reach: reach.after, words: words, end: end)
        set(reach.status, from: entry.word + 1, to: limit, &mentions)
      }
      if reach.before > 0 {
        set(reach.status, from: scopeStart(before: entry.word, reach: reach.before, words), to: entry.word, &mentions)
      }
    }
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

  private func scopeEnd(of position: Int, reach: Int, words: [Word], end: Int) -> Int {
    let start = cues[position].word + 1
    let isDenial = cues[position].cue.reach?.status == .negated
    let isBroad = cues[position].cue == .history || cues[position].cue == .differential
    var limit = min(end, start + reach)
    for next in cues[(position + 1)...] {
      guard next.word < limit else { break }
      switch next.cue {
      // "Has not presented fever": the verb is what is denied.
      case .end where isDenial && next.word == start: break
      case .endOfDenial where isDenial && next.word - start > 1: limit = next.word
      case .history where isDenial && isPersonalHistory(next.word, after: start, words): limit = next.word
      case .end, .turn, .hospital: limit = next.word
      case .endAfterComma where words[next.word].gap >= .comma: limit = next.word
      default: break
      }
    }
    if !isBroad, start < limit, let clause = (start..<limit).first(where: { words[$0].gap >= .clause }), clause > start
    {
      limit = clause
    }
    return limit
  }

  /// Whether a list of the patient's own conditions begins after what was denied: `no allergies and personal history of`.
  private func isPersonalHistory(_ word: Int, after start: Int, _ words: [Word]) -> Bool {
    let before = word - 1
    guard before > start, words[before].hash == SentenceContext.personal else { return false }
    return words[before].gap >= .comma || words[before - 1].hash == SentenceContext.and
  }

  private static let personal = Words.hash("personal")
  private static let and = Words.hash("and")

  private func scopeStart(before word: Int, reach: Int, _ words: [Word]) -> Int {
    var start = word
    while start > firstWord, word - start < reach, words[start].gap < .comma || words[start].gap == .clause {
      start -= 1
    }
    return start
  }
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
    case .hypothesis: (.hypothetical, 10, 0)
    case .family: (.family, 24, 5)
    case .history: (.history, 24, 0)
    default: nil
    }
  }
}
