import CodeSets

/// What stands before a word, asked where a text is read word by word: the comparisons of gaps are calls into another module.
extension Word {
  /// Whether it begins a sentence or a line.
  var startsSentence: Bool {
    switch gap {
    case .sentence, .line: true
    case .space, .comma, .clause: false
    }
  }

  /// Whether it begins a line that is a thought of its own.
  var startsLine: Bool { if case .line = gap { true } else { false } }

  /// Whether it begins a clause that is set apart, a sentence or a line.
  var startsClause: Bool {
    switch gap {
    case .clause, .sentence, .line: true
    case .space, .comma: false
    }
  }
}

extension WordSet {
  /// The years that a note may tell.
  static let years = WordSet((1940...2100).map { Words.hash(String($0)) })
}

extension Word {
  /// The whole number that it is in its text.
  func number<Text: Collection>(in text: Text) -> Int? where Text.Element == UInt8, Text.Index == Int {
    Int(String(decoding: text[Int(start)..<Int(end)], as: UTF8.self))
  }
}

extension [Word] {
  /// Whether nothing but a slash or a comma stands before a word: "Pyelo/stone".
  func isSlashed(at index: Int) -> Bool {
    self[index].gap == .comma && self[index].start == self[index - 1].end + 1
  }

  /// The first word of the sentence that a word stands in.
  func sentenceStart(at index: Int) -> Int { (0...index).last { $0 == 0 || self[$0].startsSentence } ?? index }

  /// The sentence that a word stands in, so many words behind it at most.
  func sentence(around index: Int, most count: Int) -> ArraySlice<Word> {
    self[sentenceStart(at: index)..<restOfSentence(from: index, most: count).endIndex]
  }

  /// The rest of a sentence from one of its words on, so many words at most.
  func restOfSentence(from index: Int, most count: Int) -> ArraySlice<Word> {
    let end = Swift.min(self.count, index + count)
    return self[index..<(self[index..<end].dropFirst().firstIndex { $0.startsSentence } ?? end)]
  }
}
