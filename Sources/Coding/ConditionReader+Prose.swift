import CodeSets

/// An assessment in sentences, with a plan of its own behind it.
extension ConditionReader {
  /// Takes what an assessment tells in sentences for its problems, where no line of it lists one and a plan follows: "She has heavy
  /// menses due to fibroids, which have led to anemia." What the plan says of them is no list.
  ///
  /// `first` is the first mention of the section, `start` its first word.
  ///
  /// Source: ICD-10-CM Official Guidelines, section IV.J (all conditions that the visit came to).
  mutating func listProse(of first: Int, from start: Int) {
    guard section == .assessment, first < mentions.count,
      !mentions[first...].contains(where: { $0.isProblem && isLine($0.word, from: start) })
    else { return }
    listAll(from: first)
  }

  /// Takes all that an assessment in one paragraph tells for its problems, where only the middle of it names one as a list would: "She
  /// has, as late effects of her stroke, aphasia … Hyperlipidemia, continue atorvastatin."
  mutating func listParagraph(of first: Int, from start: Int) {
    guard section == .assessment, first < mentions.count else { return }
    let problems = mentions[first...].filter(\.isProblem)
    guard !problems.isEmpty, problems.allSatisfy({ isInside($0.word, from: start) }) else { return }
    listAll(from: first)
  }

  /// Whether no line begins shortly before a word.
  private func isInside(_ word: Int, from start: Int) -> Bool {
    let near = word - ConditionReader.longestName
    return near > start && !words[near...word].contains { $0.startsLine }
  }

  private mutating func listAll(from first: Int) {
    for index in first..<mentions.count where mentions[index].status == .present {
      let letter = icd10cm.letter(row: mentions[index].row)
      guard letter < UInt8(ascii: "V"), !ConditionReader.loose.contains(icd10cm.category(row: mentions[index].row))
      else {
        continue
      }
      mentions[index].isProblem = true
      hasListed = true
    }
  }

  /// Whether a word stands in a line that is no sentence about the patient: it is short, and has no verb.
  private func isLine(_ word: Int, from start: Int) -> Bool {
    let near = max(start, word - ConditionReader.longestName)
    guard let first = (near...word).last(where: { words[$0].startsLine }) ?? (near == start ? start : nil) else {
      return false
    }
    let line = words[first...].prefix(ConditionReader.longestName + 1).enumerated().prefix {
      $0.offset == 0 || !$0.element.startsLine
    }
    return line.count <= ConditionReader.longestName
      && !line.contains { ConditionReader.tellers.contains($0.element.hash) }
  }

  /// What is the cause or a part of something else: bleeding, a swelling, pain without a place.
  private static let loose = ICD10CM.categories("R52 R58 R60 R69")
  /// Whether a sentence names problems and nothing else in many words: "Lumbar stenosis at L4-L5 with claudication and a degenerative
  /// spondylolisthesis of the same level".
  func isLongName(upTo end: Int) -> Bool {
    guard sentence.firstWord == lineStart, end - lineStart <= ConditionReader.longestName * 2,
      let first = mentions[sentence.firstMention...].first, first.word - lineStart <= 2
    else { return false }
    return !words[lineStart..<end].contains {
      ConditionReader.tellers.contains($0.hash) || ConditionReader.people.contains($0.hash)
    }
  }

  /// What begins behind a comma of such a sentence is one of its names.
  mutating func listNames() {
    for index in sentence.firstMention..<mentions.count where words[mentions[index].word].gap == .comma {
      if mentions[index].status == .present { mentions[index].isProblem = true }
    }
  }

  private static let people = WordSet(
    "patient male female man woman boy girl he she his her who year years old will would we i today")
  private static let longestName = 14
  private static let tellers = WordSet("has have had is are was were presents")
}
