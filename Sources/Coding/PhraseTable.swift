import CodeSets

/// Phrases of up to a few words and what each stands for, found at a word of a text by their hashes.
struct PhraseTable<Sense: Sendable>: Sendable {
  private let senses: WordMap<Sense>
  fileprivate let openings: PhraseOpenings
  private let pairs: PhrasePairs
  /// Phrases that were entered again, with the sense that stayed and the one that did not.
  let doubled: [PhraseList<Sense>.Doubled]

  /// A table of the phrases entered.
  init(_ entered: PhraseList<Sense>) {
    senses = WordMap(entered.senses)
    openings = entered.openings
    pairs = entered.pairs
    doubled = entered.doubled
  }

  /// The longest phrase that starts at a word, its key, and the word after it. Nothing but spaces and commas stands
  /// inside a phrase.
  @inline(__always)
  func match(_ words: [Word], at index: Int) -> (sense: Sense, key: UInt64, end: Int)? {
    let longest = openings.longest(words[index].hash)
    guard longest > 0, !words[index].isStop else { return nil }
    return match(words, at: index, upTo: longest)
  }

  /// The same where it is known that a phrase that begins with the word has at most `longest` words of meaning.
  func match(_ words: [Word], at index: Int, upTo longest: Int) -> (sense: Sense, key: UInt64, end: Int)? {
    var best = (slot: -1, key: UInt64(0), end: index)
    var key: UInt64 = 0
    var count = 0
    var next = index
    let first = words[index].hash
    while next < words.count, count < longest, next == index || !words[next].startsClause {
      if !words[next].isStop {
        guard count == 0 || pairs.contains(first &+ words[next].hash) else { break }
        key = key &+ words[next].hash
        count += 1
        let slot = senses.slot(of: key)
        if slot >= 0 { best = (slot, key, next + 1) }
      }
      next += 1
    }
    guard best.slot >= 0, let sense = senses.value(at: best.slot) else { return nil }
    return (sense, best.key, best.end)
  }
}

/// The phrases of a ``PhraseTable``, while they are entered.
struct PhraseList<Sense: Sendable> {
  fileprivate var senses: [UInt64: Sense] = [:]
  fileprivate var openings = PhraseOpenings()
  fileprivate var pairs = PhrasePairs()
  fileprivate var doubled: [Doubled] = []

  /// A phrase that was entered twice.
  struct Doubled: Sendable {
    var phrase: String
    var kept: Sense
    var dropped: Sense
  }

  /// Enters phrases separated by `|`, and returns their keys. Where a phrase is entered twice, the first sense stays.
  @discardableResult
  mutating func enter(_ phrases: String, _ sense: Sense) -> [UInt64] {
    phrases.split(separator: "|").compactMap { phrase in
      let words = Words.scan(String(phrase)).filter { !$0.isStop }
      guard let first = words.first else { return nil }
      openings.enter(first.hash, count: words.count)
      for other in words.dropFirst() { pairs.enter(first.hash &+ other.hash) }
      let key = words.reduce(0) { $0 &+ $1.hash }
      if let kept = senses[key] {
        doubled.append(Doubled(phrase: String(phrase), kept: kept, dropped: sense))
      } else {
        senses[key] = sense
      }
      return key
    }
  }
}

/// How many words of meaning a phrase that begins with a word has at most: most words of a text begin none, and most of the
/// others stand alone. By a part of the word's hash, so that now and then a word is looked at for nothing.
private struct PhraseOpenings: Sendable {
  /// 3 stands for ``longest``.
  private(set) var codes = [UInt8](repeating: 0, count: slots)

  /// How many different words are told apart.
  static let slots = 1 << 15

  /// The most words of meaning in a phrase.
  static let longest = 5

  mutating func enter(_ first: UInt64, count: Int) {
    let slot = Self.slot(first)
    codes[slot] = max(codes[slot], UInt8(min(count, 3)))
  }

  /// The most words of a phrase that begins with a word; zero when none does.
  @inline(__always)
  func longest(_ first: UInt64) -> Int { Self.length(codes[Self.slot(first)]) }

  @inline(__always)
  static func length(_ code: UInt8) -> Int { code == 3 ? longest : Int(code) }

  @inline(__always)
  static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 49) }
}

/// A bit for the sum of the first word of each phrase and each other one of it: where it is not set, no phrase that begins with the one
/// goes on with the other.
private struct PhrasePairs: Sendable {
  private var bits = [UInt64](repeating: 0, count: 2048)

  mutating func enter(_ sum: UInt64) { bits[PhrasePairs.place(sum)] |= 1 << (sum & 63) }

  @inline(__always)
  func contains(_ sum: UInt64) -> Bool { bits[PhrasePairs.place(sum)] >> (sum & 63) & 1 != 0 }

  @inline(__always)
  private static func place(_ sum: UInt64) -> Int { Int(truncatingIfNeeded: sum >> 53) }
}

/// What each word may be to the readers of a text, so that one look-up tells for all of them that it is nothing to any. It is a
/// class, so that asking it at each word copies nothing.
final class WordRoles: Sendable {
  private let roles: [Role]

  /// The roles of words by the tables of the readers.
  init(
    cues: [UInt64], visitKinds: [UInt64], clues: PhraseTable<ClueTable.Sense>, services: PhraseTable<ServiceTable.Sense>
  ) {
    var roles = zip(clues.openings.codes, services.openings.codes).map { Role(clue: $0, service: $1) }
    for hash in cues { roles[PhraseOpenings.slot(hash)].insert(.mayBeCue) }
    for hash in visitKinds { roles[PhraseOpenings.slot(hash)].insert(.mayNameVisit) }
    self.roles = roles
  }

  /// What a word may be.
  @inline(__always)
  func role(of hash: UInt64) -> Role { roles[PhraseOpenings.slot(hash)] }

  /// What a word may be to each reader, in one byte: the roles of all words are to stay in the fastest memory.
  struct Role: OptionSet, Sendable {
    let rawValue: UInt8

    /// It may say how a condition is meant.
    static let mayBeCue = Role(rawValue: 1)
    /// It may name a kind of visit, alone or with the word before it.
    static let mayNameVisit = Role(rawValue: 2)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    fileprivate init(clue: UInt8, service: UInt8) { rawValue = clue << 4 | service << 6 }

    /// Whether it may say how a condition is meant.
    @inline(__always)
    var mayBeCue: Bool { contains(.mayBeCue) }

    /// Whether it may name a kind of visit.
    @inline(__always)
    var mayNameVisit: Bool { contains(.mayNameVisit) }

    /// The most words of a clue that begins with it.
    @inline(__always)
    var longestClue: Int { PhraseOpenings.length(rawValue >> 4 & 3) }

    /// The most words of a phrase about services that begins with it.
    @inline(__always)
    var longestService: Int { PhraseOpenings.length(rawValue >> 6) }
  }
}
