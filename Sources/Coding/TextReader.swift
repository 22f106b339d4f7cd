import ClaimModel
import CodeSets

/// Reads one text for conditions and the way they are meant, in one pass over its words.
struct TextReader {
  private let icd10cm: ICD10CM
  private let vocabulary: Vocabulary
  let words: [Word]
  /// For each word the one by which terms name it; zero for words without meaning.
  private let termWords: [UInt64]
  private let item: Int
  private let isNote: Bool
  private(set) var mentions: [Mention] = []
  /// Signs of what kind of visit it was.
  private(set) var signals = ChartSignals()

  /// Where the sections of a note begin.
  private(set) var sections: [SectionStart] = []
  /// Whether the text tells a story that headings do not divide.
  private(set) var isStory = false
  private var section: NoteSection
  private var sentence = SentenceContext()
  private var lineStart = 0

  /// A reader of the words of `text`; a note has sections, anything else is a phrase.
  init(
    _ text: UnsafeBufferPointer<UInt8>, item: Int, kind: DocumentationItem.Kind, icd10cm: ICD10CM,
    vocabulary: Vocabulary
  ) {
    self.icd10cm = icd10cm
    self.vocabulary = vocabulary
    self.item = item
    isNote = kind == .note
    section = kind == .amendment ? .assessment : .body
    var words: [Word] = []
    Words.scan(text, into: &words)
    if !isNote { TextReader.dropSemanticTag(&words, vocabulary) }
    self.words = words
    termWords = icd10cm.termWords(words)
    read()
  }

  /// Display texts of SNOMED CT end with their kind: `Anemia (disorder)`.
  private static func dropSemanticTag(_ words: inout [Word], _ vocabulary: Vocabulary) {
    if let last = words.last, words.count > 1, last.gap == .clause, vocabulary.semanticTags.contains(last.hash) {
      words.removeLast()
    }
  }

  private mutating func read() {
    let headings = isNote ? vocabulary.headings.all(in: words) : []
    isStory = vocabulary.headings.isStory(headings, words)
    var heading = 0
    var index = 0
    // Asked at each word: held once, not taken from the reader each time.
    let (words, cues) = (words, vocabulary.cues)
    while index < words.count {
      let word = words[index]
      if word.gap >= .sentence {
        startSentence(at: index)
        // "1. Gout": what stands after the number is where the line begins.
        if index == lineStart + 1 { lineStart = index }
      }
      if word.gap == .line {
        lineStart = index
        while heading < headings.count, headings[heading].word < index { heading += 1 }
        if heading < headings.count, headings[heading].word == index {
          enter(headings[heading])
          index = headings[heading].end
          continue
        }
        if isStory, section != .assessment, section != .body { resumeStory(at: index) }
      }
      noteVisitKind(word)
      if section != .ignored, let next = readMention(at: index) {
        index = next
        continue
      }
      if let cue = cues.cue(words, at: index) { apply(cue, at: index) }
      index += 1
    }
    endSentence(at: words.count)
  }

  /// What looks like a heading in a story is one for its line, unless it tells what the story came to.
  private mutating func resumeStory(at index: Int) {
    section = .body
    sections.append(SectionStart(word: index, end: index, section: .body, zone: .open))
  }

  private mutating func enter(_ heading: SectionStart) {
    section = heading.section
    sections.append(heading)
    sentence.begin(word: heading.end, mention: mentions.count)
    lineStart = heading.end
  }

  // MARK: Conditions

  /// Takes the longest term that starts at the word; returns the word after it.
  private mutating func readMention(at index: Int) -> Int? {
    guard let best = icd10cm.longestTerm(at: index, in: words, termWords: termWords) else { return nil }
    readVisitKinds(from: index, to: best.end)
    // Words that name no condition are passed over, unless the word is a cue: "right".
    guard let row = best.term.row else { return best.words > 1 ? best.end : nil }
    // A term may hold a cue of its own: "history of", "left knee".
    let hasOwnSide = noteSides(from: index, to: best.end)
    var mention = Mention(
      item: item, word: index, start: Int(words[index].start), end: Int(words[best.end - 1].end), row: row,
      origin: best.term.origin, termConfidence: best.term.confidence, words: best.words, section: section)
    mention.isProblem = section == .assessment && index - lineStart <= 4 && sentence.firstWord == lineStart
    if let side = sentence.lastSide, hasOwnSide || index - side.word <= 4 { mention.side = side.side }
    mentions.append(mention)
    return best.end
  }

  private mutating func noteSides(from start: Int, to end: Int) -> Bool {
    var found = false
    for index in start..<end {
      guard let side = TextReader.side(vocabulary.cues.cue(words, at: index)) else { continue }
      sentence.lastSide = (side, index)
      found = true
    }
    return found
  }

  private mutating func readVisitKinds(from start: Int, to end: Int) {
    for index in start + 1..<max(end, start + 1) { noteVisitKind(words[index]) }
  }

  /// A visit that a plan announces is not this one: `next visit for the yearly physical`.
  private mutating func noteVisitKind(_ word: Word) {
    let isToCome = section == .assessment && sentence.tellsWhatMayCome
    signals.note(word, item: item, in: isToCome ? .ignored : section, vocabulary.visitKinds)
  }

  // MARK: How they are meant

  private mutating func apply(_ cue: CueTable.Cue, at index: Int) {
    switch cue {
    case .right, .left, .both:
      guard let side = TextReader.side(cue) else { return }
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

  private static func side(_ cue: CueTable.Cue?) -> Mention.Side? {
    switch cue {
    case .right: .right
    case .left: .left
    case .both: .both
    default: nil
    }
  }

  private mutating func startSentence(at index: Int) {
    endSentence(at: index)
    sentence.begin(word: index, mention: mentions.count)
  }

  private mutating func endSentence(at end: Int) {
    sentence.apply(to: &mentions, words: words, end: end)
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
