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
  }

  /// A word of a text as terms name it.
  package struct TextWord: BitwiseCopyable, Sendable {
    /// Its hash; zero for a word without meaning.
    package var hash: UInt64
    /// Whether a term may start with it, as far as it and the next word of meaning tell.
    fileprivate var mayStartTerm: Bool
  }

  /// A text's words as terms name them.
  ///
  /// Whether a term may start at a word is looked up here for all words: the filters are too large for the fastest memory,
  /// and look-ups of which none waits for another take a fraction of the time.
  package func termWords(_ words: [Word]) -> [TextWord] {
    var found = words.map { TextWord(hash: $0.isStop ? 0 : termWord($0.hash), mayStartTerm: false) }
    var following: UInt64 = 0
    var followingRoles: UInt8 = 0
    for index in found.indices.reversed() {
      let word = found[index].hash
      if word == 0 { continue }
      let roles = rolesInTerms(word)
      // Most words stand in no term: of these nothing is looked up. Without a branch, which would be foreseen wrongly often.
      let asked = 0 &- UInt64(roles & followingRoles & 1)
      let isPair = bit((word &+ following) & asked, in: layout.pairFilter) & UInt8(truncatingIfNeeded: asked)
      // A side is left out of many terms.
      let isBeforeSide: UInt8 = layout.namesSide(following) ? 1 : 0
      found[index].mayStartTerm = roles & 1 & (roles >> 1 | isPair | isBeforeSide) != 0
      (following, followingRoles) = (word, roles)
    }
    return found
  }

  /// The longest term that starts at a word; no more than a comma stands inside it. `termWords` are those of ``termWords(_:)``.
  package func longestTerm(at index: Int, in words: [Word], termWords: [TextWord]) -> FoundTerm? {
    guard termWords[index].mayStartTerm else { return nil }
    let first = termWords[index].hash
    var key: UInt64 = 0
    // "Fracture of the right distal radius": terms are known without the side that the words name.
    var sideless: UInt64 = 0
    var next = index
    var meaningful = 0
    var best: FoundTerm?
    while next < words.count, meaningful < ICD10CM.longestTerm {
      if next > index, words[next].gap > .comma { break }
      let word = termWords[next].hash
      if word != 0 {
        let isSide = next > index && layout.namesSide(word)
        // Most words stand in no term together, and many in none at all: the smaller filter is asked first.
        let mayFollow = next == index || isSide || mayOccurInTerms(word) && isSet(first &+ word, in: layout.pairFilter)
        guard mayFollow else { break }
        key = key &+ word
        if !isSide { sideless = sideless &+ word }
        meaningful += 1
        if let term = term(key) ?? (isSide || sideless == key ? nil : term(sideless)) {
          best = FoundTerm(term: term, end: next + 1, words: meaningful)
        }
      }
      next += 1
    }
    return best
  }

  /// The term of one word as terms name it.
  package func term(of word: UInt64) -> Term? { rolesInTerms(word) & 2 != 0 ? term(word) : nil }

  /// The term of two words as terms name them, in any order.
  package func term(of first: UInt64, and second: UInt64) -> Term? {
    guard isSet(first &+ second, in: layout.pairFilter) else { return nil }
    return term(first &+ second)
  }

  /// Whether a word as terms name it is a side of the body.
  package func namesSide(_ word: UInt64) -> Bool { layout.namesSide(word) }

  /// The word by which terms name what a word means: `kidney` for `renal`. Most words stand for themselves.
  @inline(__always)
  private func termWord(_ wordHash: UInt64) -> UInt64 {
    let slots = layout.termWords
    var slot = Int(truncatingIfNeeded: wordHash & UInt64(slots.count - 1))
    while slots[slot].word != 0 {
      if slots[slot].word == wordHash { return slots[slot].standIn }
      slot = (slot + 1) & (slots.count - 1)
    }
    return wordHash
  }

  /// Whether a word of terms occurs in any term; now and then true for one that does not.
  @inline(__always)
  private func mayOccurInTerms(_ wordHash: UInt64) -> Bool { rolesInTerms(wordHash) & 1 != 0 }

  /// What a word may be to terms: 1 it occurs in one, 2 it is one by itself.
  @inline(__always)
  private func rolesInTerms(_ wordHash: UInt64) -> UInt8 {
    let place = Int(truncatingIfNeeded: wordHash & UInt64(layout.wordFilter.count * 4 - 1))
    return layout.wordFilter[place >> 2] >> UInt8(place & 3 &* 2) & 3
  }

  /// The term whose words have hashes of the given sum, whatever their order.
  @inline(__always)
  private func term(_ key: UInt64) -> Term? {
    isSet(key, in: layout.termFilter) ? storedTerm(key) : nil
  }

  @inline(__always)
  private func isSet(_ key: UInt64, in filter: UnsafeBufferPointer<UInt8>) -> Bool { bit(key, in: filter) != 0 }

  /// The bit of a key in a filter: 0 or 1.
  @inline(__always)
  private func bit(_ key: UInt64, in filter: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let bit = Int(truncatingIfNeeded: key >> 40 & UInt64(filter.count * 8 - 1))
    return filter[bit >> 3] >> UInt8(bit & 7) & 1
  }

  private func storedTerm(_ key: UInt64) -> Term? {
    let slots = layout.terms
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot] != 0 {
      let stored = slots[slot]
      if stored >> 25 == key >> 25 {
        let row = Int(stored & 0x1_ffff)
        guard let origin = TermOrigin(rawValue: UInt8(stored >> 17 & 0xf)) else { return nil }
        return Term(
          row: row == 0x1_ffff ? nil : row, origin: origin, confidence: Double(stored >> 21 & 0xf) / 15)
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The code whose title, inclusion term or everyday name consists of exactly these words, in any order and with or
  /// without plural endings; a header when the words name one.
  public func lookUp(_ phrase: String) -> DiagnosisCode? {
    var key: UInt64 = 0
    for word in Words.scan(phrase) where !word.isStop { key = key &+ termWord(word.hash) }
    return term(key)?.row.map(code(at:))
  }
}
