import CodeSets

/// Phrases of up to a few words and what each stands for, found at a word of a text by their hashes.
struct PhraseTable<Sense: Sendable>: Sendable {
  private let senses: WordMap<Sense>
  private let openings: PhraseOpenings

  /// A table of the phrases entered.
  init(_ entered: PhraseList<Sense>) {
    senses = WordMap(entered.senses)
    openings = entered.openings
  }

  /// The longest phrase that starts at a word, its key, and the word after it. Nothing but spaces and commas stands
  /// inside a phrase.
  @inline(__always)
  func match(_ words: [Word], at index: Int) -> (sense: Sense, key: UInt64, end: Int)? {
    let longest = openings.longest(words[index].hash)
    guard longest > 0, !words[index].isStop else { return nil }
    return self.longest(words, at: index, upTo: longest)
  }

  private func longest(_ words: [Word], at index: Int, upTo longest: Int) -> (sense: Sense, key: UInt64, end: Int)? {
    var best: (Sense, UInt64, Int)?
    var key: UInt64 = 0
    var count = 0
    var next = index
    while next < words.count, count < longest, next == index || words[next].gap < .clause {
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
  fileprivate var openings = PhraseOpenings()

  /// Enters phrases separated by `|`, and returns their keys. Where a phrase is entered twice, the first sense stays.
  @discardableResult
  mutating func enter(_ phrases: String, _ sense: Sense) -> [UInt64] {
    phrases.split(separator: "|").compactMap { phrase in
      let words = Words.scan(String(phrase)).filter { !$0.isStop }
      guard let first = words.first else { return nil }
      openings.enter(first.hash, count: words.count)
      let key = words.reduce(0) { $0 &+ $1.hash }
      if senses[key] == nil { senses[key] = sense }
      return key
    }
  }
}

/// How many words of meaning a phrase that begins with a word has at most: most words of a text begin none, and most of the
/// others stand alone. Two bits for each, by a part of its hash: 3 stands for ``longest``.
private struct PhraseOpenings: Sendable {
  private var lengths = [UInt64](repeating: 0, count: 1024)

  /// The most words of meaning in a phrase.
  private static let longest = 4

  mutating func enter(_ first: UInt64, count: Int) {
    let known = code(first)
    let (slot, shift) = Self.place(first)
    lengths[slot] += (max(known, UInt64(min(count, 3))) - known) << shift
  }

  /// The most words of a phrase that begins with a word; zero when none does.
  @inline(__always)
  func longest(_ first: UInt64) -> Int {
    let code = Int(truncatingIfNeeded: code(first))
    return code == 3 ? Self.longest : code
  }

  @inline(__always)
  private func code(_ first: UInt64) -> UInt64 {
    let (slot, shift) = Self.place(first)
    return lengths[slot] >> shift & 3
  }

  @inline(__always)
  private static func place(_ first: UInt64) -> (slot: Int, shift: UInt64) {
    (Int(truncatingIfNeeded: first >> 54), first >> 49 & 31 &* 2)
  }
}
