/// Splits text into words. `Scripts/import-icd10cm` normalises the terms of the search index in the same way.
package enum Words {
  /// The words of a UTF-8 text, in one pass over its bytes.
  package static func scan(_ text: UnsafeBufferPointer<UInt8>, into words: inout [Word]) {
    words.reserveCapacity(words.count + text.count / 5)
    letters.withUnsafeBufferPointer { letters in
      Spelling.stopWords.withUnsafeBufferPointer { stopWords in
        guard var reader = WordReader(text, letters: letters, stopWords: stopWords) else { return }
        // Some words at once: an array looks for its only owner and its room each time that it is given something.
        withUnsafeTemporaryAllocation(of: Word.self, capacity: portion) { read in
          var count = 0
          repeat {
            count = 0
            while count < portion, let word = reader.next() {
              read.initializeElement(at: count, to: word)
              count += 1
            }
            words.append(contentsOf: UnsafeBufferPointer(rebasing: read[..<count]))
          } while count == portion
        }
      }
    }
  }

  /// How many words are read at once.
  private static let portion = 64

  /// What each byte is to a reader.
  private static let letters = (0...UInt8.max).map(WordReader.letter(ofByte:))

  /// The words of a text.
  package static func scan(_ text: String) -> [Word] {
    var copy = text
    return copy.withUTF8 { bytes in
      var words: [Word] = []
      scan(bytes, into: &words)
      return words
    }
  }

  /// Two letters that a slash joins, and the word that they stand for. `R/o` and `s/p` are read by those who need them.
  fileprivate static let abbreviations: [(letters: UInt16, hash: UInt64, isStop: Bool)] = [
    ("wo", "without"), ("bl", "bilateral"), ("dt", "due"), ("rt", "due"), ("22", "due"), ("cw", "consistent"),
    ("ho", "history"), ("co", "complains"), ("pw", "presents"), ("aw", "with"), ("bc", "because"), ("fu", "followup"),
    ("do", "disorder"),
  ].compactMap { (letters: String, word: String) in
    scan(word).first.map { (letters.utf8.reduce(0) { $0 << 8 | UInt16($1) }, $0.hash, $0.isStop) }
  }

  /// The hash of a single word, for tables of cue words.
  package static func hash(_ word: String) -> UInt64 { scan(word).first?.hash ?? 0 }
}

/// Reads one word after the other.
private struct WordReader {
  /// The text's bytes, and how many they are.
  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  /// For each byte the folded letter it is, or one of the marks below.
  private let letters: UnsafePointer<UInt8>
  /// ``Spelling/stopWords``.
  private let stopWords: UnsafePointer<UInt64>
  private var position = 0
  private var gap = Word.Gap.line

  /// A reader of a text, which outlives it, as the tables do; `nil` where there is nothing to read.
  init?(
    _ text: UnsafeBufferPointer<UInt8>, letters: UnsafeBufferPointer<UInt8>, stopWords: UnsafeBufferPointer<UInt64>
  ) {
    guard let bytes = text.baseAddress, let letters = letters.baseAddress, let stopWords = stopWords.baseAddress
    else { return nil }
    self.bytes = bytes
    count = text.count
    self.letters = letters
    self.stopWords = stopWords
  }

  /// What a byte is that is no letter: one that separates words and no more, one that may separate what is said, an
  /// apostrophe, or the first of several bytes that are one character.
  private static let separator: UInt8 = 0
  private static let apostrophe: UInt8 = 1
  private static let punctuation: UInt8 = 2
  private static let beyondASCII: UInt8 = 3

  /// What a byte is: a letter or digit in lower case, or one of the marks above.
  static func letter(ofByte byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "'"): apostrophe
    case UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "."), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: "\n"), UInt8(ascii: "-"), UInt8(ascii: ">"),
      UInt8(ascii: "|"):
      punctuation
    case 0x80...: beyondASCII
    default: separator
    }
  }

  @inline(__always)
  mutating func next() -> Word? {
    skipSeparators()
    guard position < count else { return nil }
    let start = position
    // Nearly all words have nothing but ASCII letters and digits.
    let (hash, end, mark) = WordReader.hash(bytes, letters, from: start, to: count)
    let last = lastLetters(from: start, to: end)
    let isPlain =
      mark != WordReader.apostrophe && mark != WordReader.beyondASCII && !mayBeBritish(from: start, to: end, last)
    // What follows stands a space apart until something else is passed.
    defer { gap = .space }
    guard isPlain else {
      let (word, next) = closeWord(from: start)
      position = next
      return word
    }
    position = end
    if mark == WordReader.punctuation, end &- start == 1, let meant = abbreviation(from: start) {
      position = start &+ 3
      return Word(start: Int32(start), end: Int32(start &+ 3), hash: meant.hash, gap: gap, isStop: meant.isStop)
    }
    return word(from: start, to: end, Spelling(hash: hash, letters: last, count: end &- start))
  }

  /// What two letters with a slash between stand for in a note: `w/o`, `b/l`, `d/t`; `nil` where they are a date or no abbreviation.
  @inline(never)
  private func abbreviation(from start: Int) -> (hash: UInt64, isStop: Bool)? {
    guard start &+ 2 < count, bytes[start &+ 1] == UInt8(ascii: "/") else { return nil }
    let last = letters[Int(bytes[start &+ 2])]
    let next = start &+ 3 < count ? bytes[start &+ 3] : UInt8(ascii: " ")
    guard letters[Int(next)] <= WordReader.beyondASCII, next != UInt8(ascii: "/"), last > WordReader.beyondASCII
    else { return nil }
    let pair = UInt16(letters[Int(bytes[start])]) << 8 | UInt16(last)
    return Words.abbreviations.first { $0.letters == pair }.map { ($0.hash, $0.isStop) }
  }

  /// The word that takes a closer look, and where what follows it begins. It changes nothing, so that a reader need not lie in memory
  /// for it.
  @inline(never)
  private func closeWord(from start: Int) -> (Word, next: Int) {
    let (spelling, end, next) = closeSpelling(from: start)
    return (word(from: start, to: end, spelling), next)
  }

  /// The word of a spelling.
  @inline(__always)
  private func word(from start: Int, to end: Int, _ spelling: Spelling) -> Word {
    Word(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
      hash: spelling.stem(isCapital: end > start && bytes[end &- 1] == UInt8(ascii: "S")), gap: gap,
      isStop: spelling.isStop(stopWords))
  }

  /// Whether letters by which British spellings differ stand in a plain word of which the last eight are given.
  @inline(__always)
  private func mayBeBritish(from start: Int, to end: Int, _ last: UInt64) -> Bool {
    if Spelling.mayBeBritish(last) { return true }
    // Of a long word the letters before as well, by eight that share one with those behind them.
    var part = end
    while part &- start > 8 {
      part &-= 7
      if Spelling.mayBeBritish(lastLetters(from: start, to: part)) { return true }
    }
    return false
  }

  /// The hash of the letters and digits from a byte on, the byte after them, and what that is; at the end of the text a
  /// separator. It is a function of its own, so that all it needs stays in registers.
  @inline(never)
  private static func hash(
    _ bytes: UnsafePointer<UInt8>, _ letters: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> (hash: UInt64, end: Int, mark: UInt8) {
    var hash = Spelling.basis
    var index = start
    while index < end {
      let letter = letters[Int(bytes[index])]
      guard letter > beyondASCII else { return (hash, index, letter) }
      hash = Spelling.hash(hash, with: letter)
      index &+= 1
    }
    return (hash, end, separator)
  }

  /// The last eight of some ASCII letters and digits of the text, in lower case, the last one lowest.
  @inline(__always)
  private func lastLetters(from start: Int, to end: Int) -> UInt64 {
    guard end >= 8 else { return firstLetters(from: start, to: end) }
    // The eight bytes before `end` are bytes of the text; those before the letters are shifted out.
    let eight = UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: end &- 8, as: UInt64.self)
    let letters = UInt64(bigEndian: eight) | 0x2020_2020_2020_2020
    let count = end &- start
    return count >= 8 ? letters : letters & ((1 &<< UInt64(truncatingIfNeeded: 8 &* count)) &- 1)
  }

  /// The same at the beginning of the text, which has no eight bytes yet.
  @inline(never)
  private func firstLetters(from start: Int, to end: Int) -> UInt64 {
    (start..<end).reduce(0) { $0 << 8 | UInt64(bytes[$1] | 0x20) }
  }

  /// The spelling of any word, where it ends, and where what follows it begins.
  private func closeSpelling(from start: Int) -> (Spelling, end: Int, next: Int) {
    var spelling = Spelling()
    var end = start
    var position = start
    while position < count {
      let (letter, width) = letter(at: position)
      if letter > WordReader.beyondASCII {
        spelling.append(letter)
        position += width
        end = position
      } else if letter == WordReader.apostrophe {
        position += width
        if isPossessive(at: position) {
          position += 1
          end = position
        } else if isNegation(at: position, after: spelling) {
          return (Spelling.negation, position + 1, position + 1)
        }
      } else {
        break
      }
    }
    return (spelling, end, position)
  }

  /// Moves to the next letter, noting the strongest separation passed.
  @inline(__always)
  private mutating func skipSeparators() {
    // Most words stand one space apart.
    if position &+ 1 < count, bytes[position] == UInt8(ascii: " "),
      letters[Int(bytes[position &+ 1])] > WordReader.beyondASCII
    {
      position &+= 1
      return
    }
    while position < count {
      let (letter, width) = letter(at: position)
      if letter > WordReader.beyondASCII { return }
      if letter != WordReader.separator {
        let passed = separation(at: position)
        if passed > gap { gap = passed }
      }
      position += width
    }
  }

  @inline(never)
  private func separation(at index: Int) -> Word.Gap {
    switch bytes[index] {
    case UInt8(ascii: ","), UInt8(ascii: "/"): return .comma
    case UInt8(ascii: "("): return isSide(between: index) ? .space : .clause
    case UInt8(ascii: ")"): return index >= 2 && isSide(between: index - 2) ? .space : .clause
    case UInt8(ascii: ">"): return isLabelEnd(at: index) ? .clause : .space
    case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"): return .clause
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      // "hpi.. sore throat", "INR today ..... 1.7"
      if isOfRun(at: index) { return .clause }
      // A point inside a number or an abbreviation ends no sentence, nor does one after a single letter: `E. coli`.
      return index + 1 < count && (bytes[index + 1] > UInt8(ascii: " ") || isInitial(before: index))
        ? .space : .sentence
    case UInt8(ascii: "\n"): return LineBreak(bytes, count: count).isWrapped(at: index) ? .space : .line
    case UInt8(ascii: "-"): return isDash(at: index) ? .clause : .space
    // Bullets and long dashes: E2 80 xx.
    case 0xe2: return index + 2 < count && bytes[index + 2] == 0xa2 ? .line : .clause
    default: return .space
    }
  }

  /// Whether a point is one of several, which set apart what stands before and behind them.
  private func isOfRun(at index: Int) -> Bool {
    bytes[index] == UInt8(ascii: ".")
      && (index + 1 < count && bytes[index + 1] == UInt8(ascii: ".")
        || index > 0 && bytes[index - 1] == UInt8(ascii: "."))
  }

  /// Whether a letter or two, and nothing else, stand before a byte in its line: "O> BP 134/86", "A/P> …".
  private func isLabelEnd(at index: Int) -> Bool {
    var start = index
    while start > 0, index - start < 4, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    guard start < index, start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else { return false }
    return (start..<index).allSatisfy {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[$0]) || bytes[$0] == UInt8(ascii: "/")
    }
  }

  /// Whether the parenthesis at a byte holds the letter of a side: `(R)`.
  private func isSide(between index: Int) -> Bool {
    index + 2 < count && bytes[index] == UInt8(ascii: "(") && bytes[index + 2] == UInt8(ascii: ")")
      && (bytes[index + 1] | 0x20 == UInt8(ascii: "r") || bytes[index + 1] | 0x20 == UInt8(ascii: "l"))
  }

  /// Whether a single capital letter stands before a point, and a word in small letters after it.
  private func isInitial(before index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "."), index > 0, index + 2 < count else { return false }
    let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
    let isAlone = index == 1 || bytes[index - 2] == UInt8(ascii: " ") || bytes[index - 2] == UInt8(ascii: "(")
    return letters.contains(bytes[index - 1]) && isAlone && bytes[index + 1] == UInt8(ascii: " ")
      && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index + 2])
  }

  /// Whether a hyphen, or one of two, stands between spaces as a dash does: `Gout - stable`.
  private func isDash(at index: Int) -> Bool {
    guard index > 0, index + 1 < count else { return false }
    let (before, after) = (bytes[index - 1], bytes[index + 1])
    return (before == UInt8(ascii: " ") || before == UInt8(ascii: "-"))
      && (after == UInt8(ascii: " ") || after == UInt8(ascii: "-"))
  }

  /// Whether a verb and its apostrophe end with the letter of "not": "isn't", "didn't".
  private func isNegation(at index: Int, after verb: Spelling) -> Bool {
    verb.mayPrecedeNegation && isLast(UInt8(ascii: "t"), at: index)
  }

  private func isPossessive(at index: Int) -> Bool {
    isLast(UInt8(ascii: "s"), at: index)
  }

  /// Whether a letter, small or large, stands at a byte and ends the word.
  private func isLast(_ ending: UInt8, at index: Int) -> Bool {
    guard index < count, bytes[index] | 0x20 == ending else { return false }
    return index + 1 >= count || letter(at: index + 1).letter <= WordReader.beyondASCII
  }

  /// The folded letter at a byte, or a mark, and how many bytes it takes.
  @inline(__always)
  private func letter(at index: Int) -> (letter: UInt8, width: Int) {
    let letter = letters[Int(bytes[index])]
    return letter == WordReader.beyondASCII ? letterBeyondASCII(at: index) : (letter, 1)
  }

  /// The same of a character of several bytes.
  private func letterBeyondASCII(at index: Int) -> (letter: UInt8, width: Int) {
    switch bytes[index] {
    case 0xc3 where index + 1 < count: return (WordReader.latin1(bytes[index + 1]), 2)
    case 0xe2 where index + 2 < count:
      let isApostrophe = bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99
      return (isApostrophe ? WordReader.apostrophe : WordReader.punctuation, 3)
    default: return (WordReader.separator, 1)
    }
  }

  /// The plain letter for U+00C0 to U+00FF by its second UTF-8 byte.
  private static func latin1(_ byte: UInt8) -> UInt8 {
    switch byte & 0x1f {
    case 0x00...0x05: UInt8(ascii: "a")
    case 0x07: UInt8(ascii: "c")
    case 0x08...0x0b: UInt8(ascii: "e")
    case 0x0c...0x0f: UInt8(ascii: "i")
    case 0x11: UInt8(ascii: "n")
    case 0x12...0x16: UInt8(ascii: "o")
    case 0x19...0x1c: UInt8(ascii: "u")
    case 0x1d: UInt8(ascii: "y")
    case 0x1f where byte == 0xbf: UInt8(ascii: "y")
    default: separator
    }
  }
}
