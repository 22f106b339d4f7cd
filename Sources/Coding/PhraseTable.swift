import CodeSets

/// Phrases of up to a few words and what each stands for, found at a word of a text by their hashes.
struct PhraseTable<Sense: Sendable>: Sendable {
  private let senses: WordMap<Sense>
  /// The first words of all phrases, as bits: most words of a text begin none.
  private let firstWords: [UInt64]

  /// The most words of meaning in a phrase.
  private static var longest: Int { 4 }

  /// A table of the phrases entered.
  init(_ entered: PhraseList<Sense>) {
    senses = WordMap(entered.senses)
    firstWords = entered.firstWords
  }

  /// The longest phrase that starts at a word, its key, and the word after it. Nothing but spaces and commas stands
  /// inside a phrase.
  @inline(__always)
  func match(_ words: [Word], at index: Int) -> (sense: Sense, key: UInt64, end: Int)? {
    let first = words[index].hash
    guard firstWords[Int(first >> 54)] >> (first >> 48 & 63) & 1 != 0, !words[index].isStop else { return nil }
    return longest(words, at: index)
  }

  private func longest(_ words: [Word], at index: Int) -> (sense: Sense, key: UInt64, end: Int)? {
    var best: (Sense, UInt64, Int)?
    var key: UInt64 = 0
    var count = 0
    var next = index
    while next < words.count, count < Self.longest, next == index || words[next].gap < .clause {
      if !words[next].isStop {
        key = key &+ words[next].hash
        count += 1
        if let sense = senses[key] { best = (sense, key, next + 1) }
      }
      next += 1
    }
    return best
  }
}

/// The phrases of a ``PhraseTable``, while they are entered.
struct PhraseList<Sense: Sendable> {
  fileprivate var senses: [UInt64: Sense] = [:]
  fileprivate var firstWords = [UInt64](repeating: 0, count: 1024)

  /// Enters phrases separated by `|`, and returns their keys. Where a phrase is entered twice, the first sense stays.
  @discardableResult
  mutating func enter(_ phrases: String, _ sense: Sense) -> [UInt64] {
    phrases.split(separator: "|").compactMap { phrase in
      let words = Words.scan(String(phrase)).filter { !$0.isStop }
      guard let first = words.first else { return nil }
      firstWords[Int(first.hash >> 54)] |= 1 << (first.hash >> 48 & 63)
      let key = words.reduce(0) { $0 &+ $1.hash }
      if senses[key] == nil { senses[key] = sense }
      return key
    }
  }
}
