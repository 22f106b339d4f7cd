import CodeSets

/// Headings that name a problem each, with what is thought and done about it below, in a note that calls nothing its assessment.
struct ProblemHeadings {
  /// The first word of the first of them; `nil` where there is none.
  private(set) var first: Int?

  /// Looks behind the last of a note's sections, where that is one of findings.
  init(_ words: [Word], _ terms: [ICD10CM.TextWord], behind sections: [SectionStart], _ icd10cm: ICD10CM) {
    if let numbered = ProblemHeadings.numbered(words, terms, behind: sections, icd10cm)
      ?? ProblemHeadings.planned(words, terms, sections, icd10cm)
    {
      first = numbered
      return
    }
    guard sections.count > 2, let last = sections.last, last.section == .results || last.section == .ignored,
      !sections.contains(where: { $0.section == .assessment })
    else { return }
    let starts = (last.end..<words.count).filter { words[$0].startsLine } + [words.count]
    guard starts.count > 2 else { return }
    let lines = zip(starts, zip(starts.dropFirst(), starts.dropFirst(2))).filter { start, behind in
      behind.0 - start <= Self.longestHeading && behind.1 - behind.0 >= Self.shortestParagraph
        && words[start..<behind.0].dropFirst().allSatisfy { $0.gap <= .comma }
    }
    guard !lines.isEmpty else { return }
    for (start, (end, _)) in lines {
      // A side or a degree may come first.
      for word in start..<min(end, start + 3) {
        guard let found = Self.problem(at: word, in: words, terms, icd10cm), found.end <= end else { continue }
        first = start
        return
      }
    }
  }

  /// The first of numbered lines behind the findings that name a problem each: "1. Hypothyroidism, undertreated. Raise levothyroxine".
  private static func numbered(
    _ words: [Word], _ terms: [ICD10CM.TextWord], behind sections: [SectionStart], _ icd10cm: ICD10CM
  ) -> Int? {
    guard sections.count > 2, let last = sections.last, last.section == .ignored, last.zone == .found,
      let one = (last.end..<words.count).first(where: { words[$0].startsLine && words[$0].hash == numbers[0] }),
      let two = (one..<words.count).first(where: { words[$0].startsLine && words[$0].hash == numbers[1] })
    else { return nil }
    return [one, two].allSatisfy { namesProblem($0, in: words, terms, icd10cm) } ? one : nil
  }

  /// The first of three and more numbered lines that each name a problem and go on about it, in a note that calls nothing its
  /// assessment: "1| CKD 4 from diabetes, losing 9 ml/yr. Sent to transplant program".
  static func planned(
    _ words: [Word], _ terms: [ICD10CM.TextWord], _ sections: [SectionStart], _ icd10cm: ICD10CM
  ) -> Int? {
    guard !sections.contains(where: { $0.section == .assessment }),
      let one = words.indices.first(where: { words[$0].startsLine && words[$0].hash == numbers[0] }),
      sections.last(where: { $0.word < one })?.section != .pastHistory
    else { return nil }
    var lines = [one]
    for number in numbers.dropFirst() {
      guard
        let next = words[(lines[lines.count - 1] + 1)...].firstIndex(where: { $0.startsLine && $0.hash == number })
      else { break }
      lines.append(next)
    }
    guard lines.count > 2, lines[lines.count - 1] - one >= shortestPlan * (lines.count - 1) else { return nil }
    let named = lines.count { namesProblem($0, in: words, terms, icd10cm) }
    return named + 1 >= lines.count ? one : nil
  }

  private static let shortestPlan = 8

  /// A line that begins with a problem and goes on with what is given for it, behind the story of a note without headings: "strep throat.
  /// cephalexin 10 ml bid x10d".
  static func treated(
    _ words: [Word], _ terms: [ICD10CM.TextWord], _ sections: [SectionStart], _ icd10cm: ICD10CM
  ) -> Int? {
    guard words.count <= longestNote, !sections.contains(where: { $0.section == .assessment }) else { return nil }
    let lines = words.indices.filter { words[$0].startsLine }
    guard lines.count > 3 else { return nil }
    return lines.dropFirst(lines.count / 2).first { line in
      guard let found = problem(at: line, in: words, terms, icd10cm), found.end < words.count,
        words[found.end].gap >= .comma, words[found.end].gap < .line,
        icd10cm.letter(row: found.row) < UInt8(ascii: "R")
      else { return false }
      let rest = words[found.end...].prefix(longestTreatment).prefix { !$0.startsLine }
      return rest.contains { doses.contains($0.hash) }
    }
  }

  private static let longestNote = 300
  private static let longestTreatment = 16
  private static let doses = WordSet("mg ml bid tid qid qd qhs daily rx sent refill")

  /// Where lines that a hash marks name problems, in a note that calls nothing its assessment: "#DM2 w/ nephropathy". Each goes back
  /// to the assessment where a section lies between.
  static func marked(
    _ words: [Word], _ terms: [ICD10CM.TextWord], _ text: UnsafeBufferPointer<UInt8>, among sections: [SectionStart],
    _ icd10cm: ICD10CM
  ) -> [SectionStart] {
    // "- plan: hold at 50 mg" below a problem is no assessment of the note.
    let isAssessed = sections.contains { section in
      section.section == .assessment
        && !words[section.word..<section.end].allSatisfy { plans.contains($0.hash) }
    }
    guard !isAssessed, text.contains(mark) || text.contains(star) else { return [] }
    let hashed = words.indices.filter { words[$0].startsLine && isHash(before: words[$0], text) }
    // "#1 HFrEF", "#2 HTN": numbers that begin with one; not "#14 tablets".
    let numbered = hashed.filter { ConditionReader.listNumbers.contains(words[$0].hash) }
    let isList = numbered.count > 1 && numbered.first.map { words[$0].hash == numbers[0] } ?? false
    let lines = hashed.filter { isMarked(words[$0], text) || isList && numbered.contains($0) }
    guard !lines.isEmpty else { return [] }
    let namesProblem = lines.contains { line in
      (line..<min(words.count, line + longestHeading)).prefix { $0 == line || !words[$0].startsLine }
        .contains { problem(at: $0, in: words, terms, icd10cm) != nil }
    }
    guard namesProblem else { return [] }
    return lines.filter { line in
      guard !sections.contains(where: { $0.word == line }) else { return false }
      let section = sections.last { $0.word < line }?.word ?? -1
      return !lines.contains { $0 > section && $0 < line }
    }
    .map { .assessment(at: $0) }
  }

  /// Whether one of the first words behind a line's number names a problem.
  private static func namesProblem(
    _ line: Int, in words: [Word], _ terms: [ICD10CM.TextWord], _ icd10cm: ICD10CM
  ) -> Bool {
    (line + 1..<min(words.count, line + 4)).contains { problem(at: $0, in: words, terms, icd10cm) != nil }
  }

  /// The word behind the term that names a problem at a word, and its code's row; `nil` where none does.
  private static func problem(
    at word: Int, in words: [Word], _ terms: [ICD10CM.TextWord], _ icd10cm: ICD10CM
  ) -> (end: Int, row: Int)? {
    guard let found = icd10cm.longestTerm(at: word, in: words, termWords: terms), let row = found.term.row,
      icd10cm.letter(row: row) < UInt8(ascii: "V")
    else { return nil }
    return (found.end, row)
  }

  /// Whether a hash stands before a line's first word, and no number: "#HTN", "# HTN"; not "#14 tablets".
  static func isMarked(_ word: Word, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    isHash(before: word, text) && !(0x30...0x39).contains(text[Int(word.start)]) && !others.contains(word.hash)
  }

  /// What a hash marks besides problems.
  private static let others = WordSet(
    "home pt ot rx meds medications social soc fh sh pmh psh ros exam labs counsel counseling hm prevention imm allergies"
  )

  private static func isHash(before word: Word, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var before = Int(word.start) - 1
    if before >= 0, text[before] == UInt8(ascii: " ") { before -= 1 }
    return before >= 0 && (text[before] == mark || text[before] == star && isEmphasized(word, text))
  }

  /// Whether a star right before a word has another one to it in its line: "*CKD stage 4, solitary kidney.*"; not the star of a list.
  private static func isEmphasized(_ word: Word, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text[Int(word.start) - 1] == star else { return false }
    return text[Int(word.end)...].prefix(longestEmphasis).prefix { $0 != UInt8(ascii: "\n") }.contains(star)
  }

  private static let star = UInt8(ascii: "*")
  private static let longestEmphasis = 120

  private static let plans = WordSet("plan plans p rec recs")
  private static let mark = UInt8(ascii: "#")
  private static let numbers = ["1", "2", "3", "4", "5"].map(Words.hash)
  private static let longestHeading = 9
  private static let shortestParagraph = 12
}
