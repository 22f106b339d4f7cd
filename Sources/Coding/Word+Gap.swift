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
