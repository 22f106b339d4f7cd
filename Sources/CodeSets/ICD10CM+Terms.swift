import ClaimModel

/// Looking codes up by the words of their titles, inclusion terms and everyday names.
extension ICD10CM {
  /// What a term stands for.
  package struct Term: Hashable, Sendable {
    /// The position of its code, which may be a header; `nil` for words that look like a diagnosis and are none.
    package var row: Int?
    /// Where the term comes from.
    package var origin: TermOrigin
    /// How often the term was coded where it was read, from 0 to 1.
    package var confidence: Double
  }

  /// Where a term of the search index comes from.
  package enum TermOrigin: UInt8, Hashable, Sendable {
    /// The table of everyday terms.
    case everyday = 1
    /// A title.
    case title
    /// A title without "unspecified", "uncomplicated" and the like.
    case residualTitle
    /// An inclusion term.
    case inclusionTerm
    /// Words by which coders knew the code.
    case learned
    /// The Table of Neoplasms: a site and a behavior.
    case neoplasm
  }

  /// The most words a term has.
  package static let longestTerm = 8

  /// A term found in a text.
  package struct FoundTerm {
    package var term: Term
    /// The word after its last one.
    package var end: Int
    /// How many words of meaning it has.
    package var words: Int

    /// A term of its parts.
    package init(term: Term, end: Int, words: Int) {
      self.term = term
      self.end = end
      self.words = words
    }
  }

  /// A word of a text as terms name it.
  package struct TextWord: BitwiseCopyable, Sendable {
    /// Its hash; zero for a word without meaning.
    package var hash: UInt64
    /// Whether a term may start with it, as far as it and the next word of meaning tell.
    package fileprivate(set) var mayStartTerm: Bool
  }

  /// A text's words as terms name them.
  ///
  /// Whether a term may start at a word is looked up here for all words: the filters are too large for the fastest memory,
  /// and look-ups of which none waits for another take a fraction of the time.
  package func termWords(_ words: [Word]) -> [TextWord] {
    [TextWord](unsafeUninitializedCapacity: words.count) { found, count in
      // Held here, since they are asked at each word.
      let layout = self.layout
      let (standIns, roles, pairs) = (layout.standIns, layout.wordFilter, layout.pairFilter)
      let sides = layout.sideWords
      var following = (word: UInt64(0), roles: UInt8(0), isSide: UInt8(0))
      var index = words.count
      while index > 0 {
        index &-= 1
        let word = words[index].isStop ? 0 : ICD10CM.termWord(words[index].hash, standIns, layout)
        guard word != 0 else {
          found.initializeElement(at: index, to: TextWord(hash: 0, mayStartTerm: false))
          continue
        }
        let own = ICD10CM.rolesInTerms(word, roles)
        // Most words stand in no term: of these nothing is looked up. Without a branch, which would be foreseen wrongly often.
        let asked = 0 &- UInt64(own & following.roles & 1)
        let isPair =
          ICD10CM.bit((word &+ following.word) & asked, in: pairs) & UInt8(truncatingIfNeeded: asked)
        // A side is left out of many terms.
        let mayStart = own & 1 & (own >> 1 | isPair | following.isSide) != 0
        found.initializeElement(at: index, to: TextWord(hash: word, mayStartTerm: mayStart))
        following = (word, own, sides.contains(word) ? 1 : 0)
      }
      count = words.count
    }
  }

  /// The longest term that starts at a word; no more than a comma stands inside it. `termWords` are those of ``termWords(_:)``.
  package func longestTerm(at index: Int, in words: [Word], termWords: [TextWord]) -> FoundTerm? {
    guard termWords[index].mayStartTerm else { return nil }
    let pairs = layout.pairFilter
    let first = termWords[index].hash
    var key: UInt64 = 0
    // "Fracture of the right distal radius": terms are known without the side that the words name.
    var sideless: UInt64 = 0
    var next = index
    var meaningful = 0
    // The longest one so far as it is stored; zero for none.
    var best = (stored: UInt64(0), end: index, words: 0)
    while next < words.count, meaningful < ICD10CM.longestTerm {
      if next > index, words[next].gap > .comma { break }
      let word = termWords[next].hash
      if word != 0 {
        let isSide = next > index && layout.sideWords.contains(word)
        // Most words stand in no term together, and many in none at all: the smaller filter is asked first.
        let mayFollow =
          next == index || isSide || mayOccurInTerms(word) && ICD10CM.bit(first &+ word, in: pairs) != 0
        guard mayFollow else { break }
        key = key &+ word
        if !isSide { sideless = sideless &+ word }
        meaningful += 1
        var stored = storedTerm(key)
        if stored == 0, !isSide, sideless != key { stored = storedTerm(sideless) }
        if stored != 0 { best = (stored, next + 1, meaningful) }
      }
      next += 1
    }
    return term(stored: best.stored).map { FoundTerm(term: $0, end: best.end, words: best.words) }
  }

  /// The term of one word as terms name it.
  package func term(of word: UInt64) -> Term? {
    ICD10CM.rolesInTerms(word, layout.wordFilter) & 2 != 0 ? term(word) : nil
  }

  /// The term of two words as terms name them, in any order.
  package func term(of first: UInt64, and second: UInt64) -> Term? {
    guard ICD10CM.bit(first &+ second, in: layout.pairFilter) != 0 else { return nil }
    return term(first &+ second)
  }

  /// Whether a word as terms name it is a side of the body.
  package func namesSide(_ word: UInt64) -> Bool { layout.sideWords.contains(word) }

  /// The word by which terms name what a word means: `kidney` for `renal`. Most words stand for themselves.
  @inline(__always)
  private static func termWord(_ word: UInt64, _ standIns: [UInt64], _ layout: ICD10CMLayout) -> UInt64 {
    guard standIns[Int(truncatingIfNeeded: word >> 57)] >> (word >> 51 & 63) & 1 != 0 else { return word }
    return standIn(of: word, layout.termWords)
  }

  private static func standIn(of word: UInt64, _ slots: UnsafeBufferPointer<ICD10CMLayout.TermWord>) -> UInt64 {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: word) & mask
    while slots[slot].word != 0 {
      if slots[slot].word == word { return slots[slot].standIn }
      slot = (slot &+ 1) & mask
    }
    return word
  }

  /// Whether a word of terms occurs in any term; now and then true for one that does not.
  @inline(__always)
  private func mayOccurInTerms(_ word: UInt64) -> Bool { ICD10CM.rolesInTerms(word, layout.wordFilter) & 1 != 0 }

  /// What a word may be to terms: 1 it occurs in one, 2 it is one by itself.
  @inline(__always)
  private static func rolesInTerms(_ word: UInt64, _ filter: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let place = Int(truncatingIfNeeded: word) & (filter.count &* 4 &- 1)
    return filter[place >> 2] >> UInt8(truncatingIfNeeded: place & 3 &* 2) & 3
  }

  /// The term whose words have hashes of the given sum, whatever their order.
  private func term(_ key: UInt64) -> Term? { term(stored: storedTerm(key)) }

  /// The bit of a key in a filter: 0 or 1.
  @inline(__always)
  private static func bit(_ key: UInt64, in filter: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let bit = Int(truncatingIfNeeded: key >> 40) & (filter.count &* 8 &- 1)
    return filter[bit >> 3] >> UInt8(truncatingIfNeeded: bit & 7) & 1
  }

  /// The term of a key as it is stored; zero for none.
  @inline(__always)
  private func storedTerm(_ key: UInt64) -> UInt64 {
    ICD10CM.bit(key, in: layout.termFilter) != 0 ? slot(of: key) : 0
  }

  private func slot(of key: UInt64) -> UInt64 {
    let slots = layout.terms
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot] != 0, slots[slot] >> 25 != key >> 25 { slot = (slot + 1) & mask }
    return slots[slot]
  }

  private func term(stored: UInt64) -> Term? {
    guard let origin = TermOrigin(rawValue: UInt8(stored >> 17 & 0xf)) else { return nil }
    let row = Int(stored & 0x1_ffff)
    return Term(row: row == 0x1_ffff ? nil : row, origin: origin, confidence: Double(stored >> 21 & 0xf) / 15)
  }

  /// The code whose title, inclusion term or everyday name consists of exactly these words, in any order and with or
  /// without plural endings; a header when the words name one.
  public func lookUp(_ phrase: String) -> DiagnosisCode? {
    var key: UInt64 = 0
    for word in Words.scan(phrase) where !word.isStop {
      key = key &+ ICD10CM.termWord(word.hash, layout.standIns, layout)
    }
    return term(key)?.row.map(code(at:))
  }
}
