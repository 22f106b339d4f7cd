import CodeSets

/// A numbered list of problems that the account of a procedure interrupts.
extension NoteSection.Headings {
  /// "1. de Quervain's … / proc: injected … / 2. tobacco": with the next number the list of problems goes on.
  func goBackToNumbers(of words: [Word], in starts: inout [SectionStart]) {
    var index = 1
    while index < starts.count {
      defer { index += 1 }
      let (before, start) = (starts[index - 1], starts[index])
      guard before.section == .assessment, start.section != .assessment, start.zone == .procedure else { continue }
      let end = index + 1 < starts.count ? starts[index + 1].word : words.count
      let numbers = (before.end..<start.word).compactMap { word in
        words[word].startsLine || word == before.end ? NoteSection.Headings.counted[words[word].hash] : nil
      }
      guard let last = numbers.last,
        let next = (start.end..<end).first(where: {
          words[$0].startsLine && NoteSection.Headings.counted[words[$0].hash] == last + 1
        })
      else { continue }
      starts.insert(.assessment(at: next), at: index + 1)
    }
  }

  private static let counted: [UInt64: Int] = Dictionary(
    uniqueKeysWithValues: (1...20).map { (Words.hash(String($0)), $0) })
}
