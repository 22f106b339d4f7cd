import CodeSets

/// Conditions that a form asks for and answers.
extension ConditionReader {
  /// "Insulin pump no - pens", "DM no"
  func isAnsweredNo(from end: Int) -> Bool {
    var answer = end
    // "Stroke/TIA sx: none"
    while answer + 1 < words.count, answer - end < 3,
      words[answer].gap == .comma && isAttached(answer) || ConditionReader.signWords.contains(words[answer].hash)
    {
      answer += 1
    }
    let gap: Word.Gap = answer > end ? .clause : .space
    return answer < words.count && words[answer].gap <= gap && ConditionReader.answersNo.contains(words[answer].hash)
      && (answer + 1 == words.count || words[answer + 1].gap >= .comma)
  }

  /// "Pyelo/stone not suspected": what a slash joins to the denied is denied with it.
  mutating func denyJoined(before index: Int) {
    guard index > sentence.firstWord, words[index].gap == .comma, isAttached(index), let last = mentions.indices.last,
      mentions[last].word >= sentence.firstWord, mentions[last].end == Int(words[index - 1].end)
    else { return }
    mentions[last].status = max(mentions[last].status, .negated)
  }

  /// Whether nothing but a slash stands before a word.
  private func isAttached(_ index: Int) -> Bool { words[index].start == words[index - 1].end + 1 }

  private static let signWords = WordSet("sx symptom symptoms sign signs")
  private static let answersNo = WordSet("no none")
}
