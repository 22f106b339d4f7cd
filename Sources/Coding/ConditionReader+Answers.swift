import CodeSets

/// Conditions that a form asks for and answers.
extension ConditionReader {
  /// "Insulin pump no - pens", "DM no"
  func isAnsweredNo(from end: Int) -> Bool {
    var answer = end
    // "Stroke/TIA sx: none"
    while answer + 1 < words.count, answer - end < 3,
      words.isSlashed(at: answer) || ConditionReader.signWords.contains(words[answer].hash)
    {
      answer += 1
    }
    let gap: Word.Gap = answer > end ? .clause : .space
    return answer < words.count && words[answer].gap <= gap && ConditionReader.answersNo.contains(words[answer].hash)
      && (answer + 1 == words.count || words[answer + 1].gap >= .comma)
  }

  /// "HIV/RPR offered", "GC/CT, HIV, syphilis sent": tests, and no infection.
  func isTestForHIV(_ found: Range<Int>, _ row: Int) -> Bool {
    guard icd10cm.category(row: row) == ConditionReader.immunodeficiency else { return false }
    let near =
      words[max(sentence.firstWord, found.lowerBound - 4)..<found.lowerBound]
      + words[found.upperBound...].prefix(4).prefix { !$0.startsSentence }
    return near.contains { ConditionReader.venerealTests.contains($0.hash) }
  }

  private static let immunodeficiency = ICD10CM.category("B20")
  private static let venerealTests = WordSet("rpr gc ct trich naat syphilis offered hcv vdrl screen panel")

  /// "Cough and angioedema warned": what is joined to it is warned of, too.
  mutating func warnOfJoined(before index: Int) {
    guard index - 2 >= sentence.firstWord, words[index - 1].hash == ConditionReader.andWord,
      let last = mentions.indices.last,
      mentions[last].end == Int(words[index - 2].end)
    else { return }
    mentions[last].status = max(mentions[last].status, .hypothetical)
  }

  static let warned = Words.hash("warned")
  private static let andWord = Words.hash("and")

  /// "Fever = ED", "temp >=100.4 = call"
  func isReasonToCall(from end: Int) -> Bool {
    guard end < words.count, words[end].gap < .line, ConditionReader.callees.contains(words[end].hash) else {
      return false
    }
    return text[Int(words[end - 1].end)..<Int(words[end].start)].contains(UInt8(ascii: "="))
  }

  private static let callees = WordSet("ed er call 911 emergency urgent")

  /// "Pyelo/stone not suspected": what a slash joins to the denied is denied with it.
  mutating func denyJoined(before index: Int) {
    guard index > sentence.firstWord, words.isSlashed(at: index), let last = mentions.indices.last,
      mentions[last].word >= sentence.firstWord, mentions[last].end == Int(words[index - 1].end)
    else { return }
    mentions[last].status = max(mentions[last].status, .negated)
  }

  private static let signWords = WordSet("sx symptom symptoms sign signs")
  private static let answersNo = WordSet("no none")
}
