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
    sentence.begin(word: index, mention: mentions.count)
    // "1. Gout": what stands after the number is where the line begins.
    if index == lineStart + 1 || words[index].gap == .line { lineStart = index }
  }

  /// A section starts.
  mutating func enter(_ start: SectionStart) {
    section = start.section
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
    guard let best = icd10cm.longestTerm(at: index, in: words, termWords: termWords) else { return nil }
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
    mention.isProblem = section == .assessment && index - lineStart <= 4 && sentence.firstWord == lineStart
    if let side = sentence.lastSide, hasOwnSide || (0...4).contains(index - side.word) { mention.side = side.side }
    mentions.append(mention)
    afterLastMention = end
  }

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
    case .followUp: if section == .chiefComplaint || !isNote { signals.isFollowUp = true }
    case .inoculation: protect(before: index)
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

  /// The sentence so far ends.
  mutating func endSentence(at end: Int) {
    let namesConditions = sentence.firstMention < mentions.count
    guard namesConditions || suspected != nil else { return }
    sentence.apply(to: &mentions, words: words, end: end)
    noteConfirmation(end: end)
    guard namesConditions else { return }
    // A problem line is short; a long sentence at the start of a line tells a story, unless the problem is set apart in it:
    // "Left arm neuropathy, suspicious for …".
    guard end - sentence.firstWord > 12 else { return }
    let clause = (sentence.firstWord + 1..<min(end, sentence.firstWord + 8)).first { words[$0].gap >= .comma }
    let apart = clause.map { Int(words[$0].start) } ?? 0
    for mention in sentence.firstMention..<mentions.count where mentions[mention].end > apart {
      mentions[mention].isProblem = false
    }
  }
}
