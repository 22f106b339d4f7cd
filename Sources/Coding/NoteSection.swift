import CodeSets

/// What part of a note a sentence stands in.
enum NoteSection: UInt8, Sendable {
  /// Before any heading, or in a note that has none.
  case body
  case chiefComplaint
  case presentIllness
  case assessment
  case results
  case pastHistory
  /// Where conditions are asked about, ruled out, or somebody else's: not coded from.
  case ignored

  /// The headings of a note's sections.
  struct Headings: Sendable {
    private let headings: WordMap<Heading>
    /// The words of headings: most lines begin with another one.
    private let words: WordSet

    /// What a heading opens.
    typealias Heading = (section: NoteSection, zone: ServiceZone)

    init() {
      var sections: [UInt64: Heading] = [:]
      var known: [UInt64] = []
      for (headings, section, zone) in Headings.table {
        for heading in headings.split(separator: "|") {
          var key: UInt64 = 0
          let words = Words.scan(String(heading))
          known += words.map(\.hash)
          for word in words where !word.isStop || words.count == 1 { key = key &+ word.hash }
          sections[key] = (section, zone)
        }
      }
      // "Dx/Plan", "Impression and Recommendations": what was found, and what is to be done.
      for finding in Headings.findings.split(separator: "|") {
        for action in Headings.actions.split(separator: "|") {
          let words = Words.scan(finding + " and " + action)
          known += words.map(\.hash)
          let key = words.reduce(0) { $1.isStop ? $0 : $0 &+ $1.hash }
          if sections[key] == nil { sections[key] = (.assessment, .planned) }
        }
      }
      headings = WordMap(sections)
      words = WordSet(known)
    }

    /// Where the sections of a note begin, in their order, and whether it tells a story that headings do not divide: what
    /// looks like a heading there is one for its line, unless it tells what the story came to.
    ///
    /// The story may go on after that: then it is a step of it.
    func sections(of words: [Word], _ text: UnsafeBufferPointer<UInt8>) -> (
      starts: [SectionStart], isStory: Bool, goesOn: Bool
    ) {
      var starts: [SectionStart] = []
      starts.reserveCapacity(16)
      for index in words.indices where words[index].startsSentence {
        if words[index].startsLine {
          if let start = heading(words, text, at: index) ?? dictated(words, at: index) { starts.append(start) }
        } else if let start = dictated(words, at: index) {
          starts.append(start)
        }
      }
      addSlashed(of: words, to: &starts)
      // "a)" alone begins a list; a plan may stand alone.
      if let letter = soleLetter(of: starts, words), letter != Headings.plan, starts.allSatisfy({ isLetter($0, words) })
      {
        starts.removeAll { isLetter($0, words) }
      }
      takeDiagnosesBefore(of: words, in: &starts)
      addSummary(of: words, to: &starts)
      keepResults(of: words, in: &starts)
      goBackToProblems(of: words, in: &starts)
      goBackToNumbers(of: words, in: &starts)
      // In an assessment "PE" is an embolism.
      if let assessment = starts.first(where: { $0.section == .assessment }) {
        starts.removeAll { $0.word > assessment.word && words[$0.word].hash == Headings.examination }
      }
      guard isStory(starts, words) else {
        addVitals(of: words, to: &starts)
        return (starts, false, false)
      }
      var all: [SectionStart] = []
      for index in words.indices where words[index].gap == .line {
        if let start = starts.first(where: { $0.word == index }) {
          all.append(start)
        } else if let last = all.last, last.section != .assessment, last.section != .body {
          all.append(SectionStart(word: index, end: index, section: .body, zone: .open))
        }
      }
      return (all, true, starts.contains { $0.section == .assessment && goesOn(after: $0, words) })
    }

    /// A line of blood pressure and pulse behind a list of drugs or of the past begins what was found: "BP 118/68, HR 72".
    private func addVitals(of words: [Word], to starts: inout [SectionStart]) {
      for index in words.indices.dropLast()
      where words[index].startsLine && Headings.vitals.contains(words[index].hash)
        && Headings.numbers.contains(words[index + 1].hash)
      {
        let next = starts.firstIndex { $0.word >= index } ?? starts.count
        guard next > 0, starts[next - 1].zone == .told,
          starts[next - 1].section == .ignored || starts[next - 1].section == .pastHistory,
          next == starts.count || starts[next].word != index
        else { continue }
        starts.insert(SectionStart(word: index, end: index, section: .ignored, zone: .found), at: next)
      }
    }

    private static let vitals = WordSet("bp vs vitals exam pe")
    /// Whether a text tells a story that one or two lines like headings do not divide: a case report, a discharge letter.
    /// It may name a final diagnosis, and has no assessment or plan.
    private func isStory(_ headings: [SectionStart], _ words: [Word]) -> Bool {
      guard let first = headings.first, let last = headings.last, headings.count <= 2,
        first.word > Headings.longestOpening || first.word > Headings.longestOpening / 3 && goesOn(after: last, words)
      else { return false }
      return headings.allSatisfy { heading in
        heading.section != .assessment
          || words[heading.word..<heading.end].contains { finalWords.contains($0.hash) }
      }
    }

    /// Whether more than a closing line follows on the line of a heading.
    private func goesOn(after heading: SectionStart, _ words: [Word]) -> Bool {
      let next = words[heading.end...].dropFirst().firstIndex { $0.gap == .line } ?? words.count
      return words.count - next > Headings.longestEnding
    }

    /// A letter to a colleague has no headings: what its writer thinks begins with "In summary,".
    private func addSummary(of words: [Word], to starts: inout [SectionStart]) {
      let salutations = Headings.salutations
      guard !starts.contains(where: { $0.section == .assessment }),
        words.prefix(Headings.longestOpening).contains(where: { salutations.contains($0.hash) })
      else { return }
      let summary = words.indices.first { index in
        guard words[index].gap == .line, index + 2 < words.count else { return false }
        let last = words[index].isStop ? index + 1 : index
        return Headings.summaries.contains(words[last].hash) && words[last + 1].gap >= .comma
      }
      guard let summary else { return }
      let end = words[summary].isStop ? summary + 2 : summary + 1
      starts.append(SectionStart(word: summary, end: end, section: .assessment, zone: .planned))
      starts.sort { $0.word < $1.word }
    }

    /// "Impression:" among the results is the radiologist's, where the note has an assessment of its own behind it.
    private func keepResults(of words: [Word], in starts: inout [SectionStart]) {
      for index in starts.indices.dropFirst()
      where starts[index].section == .assessment && starts[index - 1].section == .results
        && words[starts[index].word..<starts[index].end].allSatisfy({ $0.hash == Headings.impression })
        && starts[(index + 1)...].contains(where: {
          $0.section == .assessment && words[$0.word].hash == Headings.assessment
        })
      {
        starts[index] = SectionStart(
          word: starts[index].word, end: starts[index].end, section: .results, zone: starts[index - 1].zone)
      }
    }

    /// "• Procedure: …" among the labels below a problem is told of it: with the next line the assessment goes on.
    private func goBackToProblems(of words: [Word], in starts: inout [SectionStart]) {
      guard let assessment = starts.firstIndex(where: { $0.section == .assessment }),
        words[starts[assessment].end...].contains(where: { $0.hash == Headings.reasoning })
      else { return }
      var index = assessment + 1
      while index < starts.count {
        let start = starts[index]
        let next = words[start.end...].dropFirst().firstIndex { $0.startsLine }
        // Only a label with its text in the line, behind which the labels go on.
        if start.section == .results || start.section == .ignored || start.section == .pastHistory,
          start.end < words.count, !words[start.end].startsLine, let next,
          words[next...].prefix(80).contains(where: { Headings.labels.contains($0.hash) }),
          index + 1 == starts.count || starts[index + 1].word > next
        {
          starts.insert(.assessment(at: next), at: index + 1)
          index += 1
        }
        index += 1
      }
    }

    /// "S/ … O/ … A/ …": letters that a slash sets apart, where several of them begin lines.
    private func addSlashed(of words: [Word], to starts: inout [SectionStart]) {
      let slashed = words.indices.dropLast().filter { index in
        words[index].startsLine && words[index].end - words[index].start == 1 && words[index + 1].gap == .comma
          && Headings.letters.contains(words[index].hash)
          // "S/p CABG", "A/P"
          && words[index + 1].end - words[index + 1].start > 1
      }
      guard Set(slashed.map { words[$0].hash }).count >= 2 else { return }
      for index in slashed where !starts.contains(where: { $0.word == index }) {
        guard let heading = headings[words[index].hash] else { continue }
        starts.append(SectionStart(word: index, end: index + 1, section: heading.section, zone: heading.zone))
      }
      starts.sort { $0.word < $1.word }
    }

    /// "Preop dx: basal cell carcinoma … Postop dx: same": what stands before is the diagnosis.
    private func takeDiagnosesBefore(of words: [Word], in starts: inout [SectionStart]) {
      for index in starts.indices.dropFirst()
      where starts[index].section == .assessment && starts[index].end < words.count
        && words[starts[index].end].hash == Headings.same
      {
        guard let before = starts[..<index].lastIndex(where: { $0.section == .chiefComplaint && $0.zone == .procedure })
        else { continue }
        starts[before].section = .assessment
      }
    }

    private static let letters = WordSet("s o a p")
    private static let same = Words.hash("same")
    private static let reasoning = Words.hash("reasoning")
    private static let labels = WordSet("reasoning agreements referrals")
    private static let assessment = Words.hash("assessment")
    private static let impression = Words.hash("impression")
    private static let salutations = WordSet("dear thank")
    private static let summaries = WordSet("summary conclusion summarize impression")
    private static let plan = Words.hash("p")
    private static let examination = Words.hash("pe")
    private let finalWords = WordSet("diagnosis diagnoses conclusion")

    /// The most words that stand before the first heading of a note made of sections.
    private static let longestOpening = 60
    /// The most words that close a story after its diagnosis.
    private static let longestEnding = 40

    /// Whether a heading is one letter: `S:`, `O:`, `A:`, `P:`.
    private func isLetter(_ start: SectionStart, _ words: [Word]) -> Bool {
      start.end == start.word + 1 && words[start.word].end - words[start.word].start == 1
    }

    /// The letter of headings that are one letter, where it is the same in all.
    private func soleLetter(of starts: [SectionStart], _ words: [Word]) -> UInt64? {
      var sole: UInt64?
      for start in starts where isLetter(start, words) {
        if let sole, sole != words[start.word].hash { return nil }
        sole = words[start.word].hash
      }
      return sole
    }

    /// Whether a letter is a quantity's and not a heading: `P: 4.4 mg/dL`; not `A: 1. Gout`.
    private func isValue(_ words: [Word], at index: Int) -> Bool {
      guard index + 2 < words.count, words[index].end - words[index].start == 1,
        Headings.numbers.contains(words[index + 1].hash), words[index + 2].gap == .space
      else { return false }
      return Headings.numbers.contains(words[index + 2].hash) || Headings.units.contains(words[index + 2].hash)
    }

    /// "A/P 29w2d": letters that no sentence begins with need no colon where the line says little more.
    private func shortHeading(_ words: [Word], at index: Int) -> SectionStart? {
      guard index + 2 < words.count, words[index].hash == Headings.assessmentLetter,
        words[index + 1].hash == Headings.plan, words[index + 1].gap == .comma, words[index + 2].gap <= .sentence,
        words[(index + 2)...].prefix(5).dropFirst().contains(where: { $0.startsLine })
      else { return nil }
      return SectionStart(word: index, end: index + 2, section: .assessment, zone: .planned)
    }

    private static let assessmentLetter = Words.hash("a")
    private static let bare = WordSet("dx impr")
    private static let list = Words.hash("list")
    private static let offices = WordSet("clinic office house")
    private static let prepositions = WordSet("on at in")
    private static let numbers = WordSet((0...999).map { Words.hash(String($0)) })
    private static let dates = WordSet(
      (Array(0...31) + Array(1990...2050)).map { Words.hash(String($0)) }
        + ["today", "office", "interpretation", "here", "done", "performed", "in"].map(Words.hash))
    private static let exams = WordSet("exam examination")
    private static let units = WordSet("mg g mmol meq ug ng iu u mcg")

    /// The section that begins with the line of words starting at `index`.
    private func heading(_ words: [Word], _ text: UnsafeBufferPointer<UInt8>, at index: Int) -> SectionStart? {
      guard words[index].isStop || self.words.contains(words[index].hash) else { return nil }
      var key: UInt64 = 0
      var whole: UInt64 = 0
      var next = index
      while next < words.count, next < index + 6, next == index || !words[next].startsClause {
        if next > index, Headings.beginsColumn(words, text, at: next) { break }
        // "Labs 5/4:", "Exam today:", "tests today, in office:" are dated and placed.
        let isDated = next > index && Headings.dates.contains(words[next].hash)
        if !words[next].isStop, !isDated { key = key &+ words[next].hash }
        if !words[next].isStop { whole = whole &+ words[next].hash }
        next += 1
      }
      if key == 0, next == index + 1 { key = words[index].hash }
      // "On physical examination: pale" begins a sentence.
      if next > index + 1, Headings.prepositions.contains(words[index].hash),
        !Headings.offices.contains(words[index + 1].hash)
      {
        return nil
      }
      if next == index + 1, isValue(words, at: index) { return nil }
      // "Dx Onychomycosis": one word that is no other may do without a colon.
      if Headings.bare.contains(words[index].hash), index + 1 < words.count, words[index + 1].gap == .space,
        words[index + 1].hash != Headings.list
      {
        return SectionStart(word: index, end: index + 1, section: .assessment, zone: .planned)
      }
      if let start = shortHeading(words, at: index) { return start }
      // A heading fills its line, or ends with a colon or, where it was dictated, with a period: "Examination. Lungs clear."
      let isDictated = next < words.count && words[next].gap == .sentence && words[index].end - words[index].start > 3
      guard
        next == words.count || words[next].gap == .line || words[next].gap == .clause || isDictated
          || Headings.beginsColumn(words, text, at: next)
      else {
        return nil
      }
      // "Exam foot:" and the like begin with the heading's name.
      let isExam = next - index <= 4 && Headings.exams.contains(words[index].hash)
      return (headings[whole] ?? headings[key] ?? (isExam ? headings[words[index].hash] : nil)).map {
        SectionStart(word: index, end: next, section: $0.section, zone: $0.zone)
      }
    }

    /// Whether blanks, as in a table, set a word apart from the one before: "Pre-op dx      L4-5 disc herniation".
    private static func beginsColumn(_ words: [Word], _ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
      let blanks = Int(words[index - 1].end)..<Int(words[index].start)
      return words[index].gap == .space && blanks.count >= 2 && text[blanks].allSatisfy { $0 == UInt8(ascii: " ") }
    }

    /// The assessment of a note that was spoken: it begins with its name in the middle of a line, or without a colon.
    private func dictated(_ words: [Word], at index: Int) -> SectionStart? {
      if let start = ownImpression(words, at: index) { return start }
      guard Headings.spoken.contains(words[index].hash), index + 1 < words.count else { return nil }
      var end = index + 1
      // "Assessment and plan"
      while end < min(words.count, index + 3), words[end].gap <= .comma,
        words[end].isStop || words[end].hash == Headings.planned
      {
        end += 1
      }
      if words[end - 1].isStop { end = index + 1 }
      guard end < words.count, words[end].gap <= .clause, words[end].gap == .clause || !words[end].isStop,
        !Headings.predicates.contains(words[end].hash)
      else { return nil }
      return SectionStart(word: index, end: end, section: .assessment, zone: .planned)
    }

    /// "My impression is chronic diastolic heart failure."
    private func ownImpression(_ words: [Word], at index: Int) -> SectionStart? {
      // "So my impression is that …"
      let first = words[index].hash == Headings.so ? index + 1 : index
      guard first + 3 < words.count, words[first].hash == Headings.my,
        Headings.spoken.contains(words[first + 1].hash), Headings.copulas.contains(words[first + 2].hash)
      else { return nil }
      return SectionStart(word: index, end: first + 3, section: .assessment, zone: .planned)
    }

    private static let (my, so) = (Words.hash("my"), Words.hash("so"))
    private static let copulas = WordSet("is are")
    private static let spoken = WordSet("assessment impression")
    private static let planned = Words.hash("plan")
    /// What follows where the word is the subject of a sentence, or the name of something else.
    private static let predicates = WordSet(
      """
      is was were has had will shall would should could may might can showed shows show revealed reveals today tool tools score scores completed done
      performed form forms includes included remains per form scale not see
      """)
  }
}

/// What a part of a note says of services: something done, found, told or still to come.
enum ServiceZone: UInt8, Sendable {
  /// Before any heading, or in a note that has none.
  case open
  /// What the patient tells, and what was done before.
  case told
  /// What was examined and measured.
  case found
  /// What was done to the patient.
  case procedure
  /// The assessment and what is to be done.
  case planned
  /// What the patient is told to do.
  case instructed
}

/// Where a section of a note begins.
struct SectionStart {
  /// The first word of its heading, and the word after it.
  var word: Int
  var end: Int
  var section: NoteSection
  var zone: ServiceZone

  /// An assessment without a heading of its own, from a word on.
  static func assessment(at word: Int) -> SectionStart {
    SectionStart(word: word, end: word, section: .assessment, zone: .planned)
  }
}
