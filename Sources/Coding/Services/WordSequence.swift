import CodeSets

/// Words that stand one after the other in a text.
struct WordSequence: Sendable {
  private let words: [UInt64]

  /// How many words it has, and the first of them.
  var count: Int { words.count }
  var first: UInt64 { words[0] }

  init(_ text: some StringProtocol) { words = Words.scan(String(text)).map(\.hash) }

  /// The alternatives that bars separate: `solu medrol|solumedrol`.
  static func alternatives(_ text: String) -> [WordSequence] { text.split(separator: "|").map { WordSequence($0) } }

  func stands(in text: ArraySlice<Word>) -> Bool { text.indices.contains { stands(at: $0, in: text) } }

  func stands(at index: Int, in text: ArraySlice<Word>) -> Bool {
    guard text[index].hash == words[0], index + words.count <= text.endIndex else { return false }
    return words.indices.allSatisfy { text[index + $0].hash == words[$0] }
  }
}
