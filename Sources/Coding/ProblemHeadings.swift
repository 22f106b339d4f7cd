import CodeSets

/// Headings that name a problem each, with what is thought and done about it below, in a note that calls nothing its assessment.
struct ProblemHeadings {
  /// The first word of the first of them; `nil` where there is none.
  private(set) var first: Int?

  /// Looks behind the last of a note's sections, where that is one of findings.
  init(_ words: [Word], behind sections: [SectionStart], _ icd10cm: ICD10CM) {
    if let numbered = ProblemHeadings.numbered(words, behind: sections, icd10cm) {
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
    let terms = icd10cm.termWords(words)
    for (start, (end, _)) in lines {
      // A side or a degree may come first.
      for word in start..<min(end, start + 3) {
        guard let term = icd10cm.longestTerm(at: word, in: words, termWords: terms), term.end <= end,
          let row = term.term.row, icd10cm.letter(row: row) < UInt8(ascii: "V")
        else { continue }
        first = start
        return
      }
    }
  }

  /// The first of numbered lines behind the findings that name a problem each: "1. Hypothyroidism, undertreated. Raise levothyroxine".
  private static func numbered(_ words: [Word], behind sections: [SectionStart], _ icd10cm: ICD10CM) -> Int? {
    guard sections.count > 2, let last = sections.last, last.section == .ignored, last.zone == .found,
      let one = (last.end..<words.count).first(where: { words[$0].startsLine && words[$0].hash == numbers[0] }),
      let two = (one..<words.count).first(where: { words[$0].startsLine && words[$0].hash == numbers[1] })
    else { return nil }
    let terms = icd10cm.termWords(words)
    func isProblem(_ line: Int) -> Bool {
      (line + 1..<min(words.count, line + 4)).contains { word in
        guard let term = icd10cm.longestTerm(at: word, in: words, termWords: terms), let row = term.term.row else {
          return false
        }
        return icd10cm.letter(row: row) < UInt8(ascii: "V")
      }
    }
    return isProblem(one) && isProblem(two) ? one : nil
  }

  private static let numbers = ["1", "2"].map(Words.hash)
  private static let longestHeading = 9
  private static let shortestParagraph = 12
}
