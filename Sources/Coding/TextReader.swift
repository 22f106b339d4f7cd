import ClaimModel
import CodeSets

/// Reads one text in one pass over its words: for conditions and how they are meant, for clues, and for services.
///
/// It tells the three readers where sentences and sections begin, and shows each only the words that may be something to it.
struct TextReader {
  let words: [Word]
  private let sections: [SectionStart]
  /// Whether the text tells a story that headings do not divide.
  let isStory: Bool
  /// Whether the story goes on after what looks like its diagnosis.
  let goesOn: Bool
  private(set) var conditions: ConditionReader
  private(set) var clues: ClueReader
  private(set) var services: ServiceReader

  /// Reads the text of one item of a visit's documentation; a note has sections, anything else is a phrase. `year` is that of
  /// the date of service, `covid` the code of a contact with COVID-19, where tests for it are looked for.
  init(
    _ text: UnsafeBufferPointer<UInt8>, item: Int, of documented: DocumentationItem, year: Int, icd10cm: ICD10CM,
    vocabulary: Vocabulary, covid: Int?
  ) {
    let kind = documented.kind
    var words: [Word] = []
    Words.scan(text, into: &words)
    if kind == .note { TickBoxes.read(text, &words) } else { TextReader.dropSemanticTag(&words, vocabulary) }
    if kind == .note { TextReader.endListNumbers(text, &words) }
    self.words = words
    let terms = icd10cm.termWords(words)
    var found =
      kind == .note ? vocabulary.headings.sections(of: words, text) : (starts: [], isStory: false, goesOn: false)
    if !found.isStory, let problems = ProblemHeadings(words, terms, behind: found.starts, icd10cm).first {
      found.starts.append(.assessment(at: problems))
    }
    if kind == .note, let line = ProblemHeadings.treated(words, terms, found.starts, icd10cm) {
      found = (found.starts.filter { $0.word < line } + [.assessment(at: line)], false, false)
    }
    // Where a story goes on behind a heading is no section of a note with a list of problems.
    let headings = found.starts.filter { $0.end > $0.word }
    if found.isStory, kind == .note, let problems = ProblemHeadings.planned(words, terms, headings, icd10cm) {
      found = ((headings + [.assessment(at: problems)]).sorted { $0.word < $1.word }, false, false)
    }
    let marked = kind == .note ? ProblemHeadings.marked(words, terms, text, among: headings, icd10cm) : []
    if !marked.isEmpty { found = ((headings + marked).sorted { $0.word < $1.word }, false, false) }
    if !found.starts.contains(where: { $0.section == .assessment }),
      let only = found.starts.firstIndex(where: { TextReader.indications.contains(words[$0.word].hash) })
    {
      found.starts[only].section = .assessment
    }
    TextReader.nameSameDiagnosis(words, &found.starts)
    (sections, isStory, goesOn) = found
    conditions = ConditionReader(
      words, terms: terms, text: text, item: item, kind: kind, icd10cm: icd10cm, vocabulary: vocabulary)
    conditions.year = year
    clues = ClueReader(words, item: item, of: documented, table: vocabulary.clues, covid: covid)
    services = ServiceReader(words, text: text, item: item, kind: kind, table: vocabulary.services, year: year)
    read(vocabulary.roles)
  }

  /// "1- CKD 4": the number of a list is no part of the name behind it.
  private static func endListNumbers(_ text: UnsafeBufferPointer<UInt8>, _ words: inout [Word]) {
    for index in words.indices.dropLast() where words[index].startsLine {
      let (number, next) = (words[index], Int(words[index + 1].start))
      guard number.end - number.start <= 2, next - Int(number.end) >= 2, text[Int(number.end)] == UInt8(ascii: "-"),
        text[Int(number.end) + 1] == UInt8(ascii: " "),
        text[Int(number.start)..<Int(number.end)].allSatisfy({ (0x30...0x39).contains($0) })
      else { continue }
      words[index + 1].gap = .sentence
    }
  }

  /// "PREOP DX: … POSTOP DX: same": what was to be operated on is the diagnosis.
  private static func nameSameDiagnosis(_ words: [Word], _ starts: inout [SectionStart]) {
    guard
      let same = starts.first(where: { start in
        start.section == .assessment && afterOperations.contains(words[start.word].hash) && start.end < words.count
          && words[start.end].hash == sameWord
      }),
      let before = starts.lastIndex(where: {
        $0.word < same.word && $0.section == .chiefComplaint && beforeOperations.contains(words[$0.word].hash)
      })
    else { return }
    starts[before].section = .assessment
  }

  private static let afterOperations = WordSet("postop post postoperative")
  private static let beforeOperations = WordSet("preop pre preoperative")
  private static let sameWord = Words.hash("same")

  /// What a form of a treatment names in place of an assessment: "Indication: chronic migraine".
  private static let indications = WordSet("indication indications ind")

  /// Display texts of SNOMED CT end with their kind: `Anemia (disorder)`.
  private static func dropSemanticTag(_ words: inout [Word], _ vocabulary: Vocabulary) {
    if let last = words.last, words.count > 1, last.gap == .clause, vocabulary.semanticTags.contains(last.hash) {
      words.removeLast()
    }
  }

  private mutating func read(_ roles: WordRoles) {
    var section = 0
    // Asked at each word: held once, not taken from the reader each time.
    let (words, sections) = (words, sections)
    for index in words.indices {
      let word = words[index]
      if word.startsSentence {
        startSentence(at: index)
        if section < sections.count, sections[section].word == index {
          enter(sections[section])
          section += 1
        }
      }
      if word.isStop { continue }
      let role = roles.role(of: word.hash)
      conditions.read(at: index, role)
      if role.longestClue > 0 { clues.read(at: index, upTo: role.longestClue) }
      if role.longestService > 0 { services.read(at: index, upTo: role.longestService) }
    }
    conditions.endSentence(at: words.count)
    conditions.endSection()
    clues.endSentence(at: words.count)
    services.endSentence(at: words.count)
  }

  private mutating func startSentence(at index: Int) {
    conditions.startSentence(at: index)
    clues.startSentence(at: index)
    services.startSentence(at: index)
  }

  private mutating func enter(_ section: SectionStart) {
    conditions.enter(section)
    clues.enter(section)
    services.enter(section)
  }
}
