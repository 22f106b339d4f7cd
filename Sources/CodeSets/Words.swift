/// One word of a text: where it stands and the hash of its normalised spelling.
package struct Word: BitwiseCopyable, Sendable {
  /// The offset of its first byte in the text.
  package var start: Int32
  /// The offset after its last byte.
  package var end: Int32
  /// The hash of its spelling in lower case without accents, possessive and plural endings.
  package var hash: UInt64
  /// What stands between it and the word before.
  package var gap: Gap
  /// Whether it carries no meaning in a diagnosis: `of`, `the`.
  package var isStop: Bool

  /// What separates two words; higher separates more. Readers compare it at each word, so the comparisons are spelled out
  /// for other modules to inline: those that the protocols come with are calls.
  package enum Gap: BitwiseCopyable, Comparable, Sendable {
    /// A space, or a hyphen inside a word.
    case space
    /// A comma or a slash.
    case comma
    /// A colon, semicolon, parenthesis or dash.
    case clause
    /// The end of a sentence.
    case sentence
    /// The end of a line that ends a thought.
    case line

    /// How much it separates.
    @inlinable
    package var rank: UInt8 {
      switch self {
      case .space: 0
      case .comma: 1
      case .clause: 2
      case .sentence: 3
      case .line: 4
      }
    }

    @inlinable
    @inline(__always)
    package static func == (left: Gap, right: Gap) -> Bool { left.rank == right.rank }
    @inlinable
    @inline(__always)
    package static func < (left: Gap, right: Gap) -> Bool { left.rank < right.rank }
    @inlinable
    @inline(__always)
    package static func <= (left: Gap, right: Gap) -> Bool { left.rank <= right.rank }
    @inlinable
    @inline(__always)
    package static func > (left: Gap, right: Gap) -> Bool { left.rank > right.rank }
    @inlinable
    @inline(__always)
    package static func >= (left: Gap, right: Gap) -> Bool { left.rank >= right.rank }
  }
}

/// Splits text into words. `Scripts/import-icd10cm` normalises the terms of the search index in the same way.
package enum Words {
  /// The words of a UTF-8 text, in one pass over its bytes.
  package static func scan(_ text: UnsafeBufferPointer<UInt8>, into words: inout [Word]) {
    words.reserveCapacity(words.count + text.count / 5)
    letters.withUnsafeBufferPointer { letters in
      Spelling.stopWords.withUnsafeBufferPointer { stopWords in
        var reader = WordReader(text: text, letters: letters, stopWords: stopWords)
        while let word = reader.next() { words.append(word) }
      }
    }
  }

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

  /// The hash of a single word, for tables of cue words.
  package static func hash(_ word: String) -> UInt64 { scan(word).first?.hash ?? 0 }
}

/// Reads one word after the other.
private struct WordReader {
  let text: UnsafeBufferPointer<UInt8>
  /// For each byte the folded letter it is, or one of the marks below.
  let letters: UnsafeBufferPointer<UInt8>
  /// ``Spelling/stopWords``.
  let stopWords: UnsafeBufferPointer<UInt64>
  var position = 0
  var gap = Word.Gap.line

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
      UInt8(ascii: "?"), UInt8(ascii: "\n"), UInt8(ascii: "-"):
      punctuation
    case 0x80...: beyondASCII
    default: separator
    }
  }

  mutating func next() -> Word? {
    skipSeparators()
    guard position < text.count else { return nil }
    let start = position
    var spelling = Spelling()
    var end = plainEnd(from: start, &spelling)
    if end == start { (spelling, end) = closeSpelling(from: start) }
    let isCapital = end > start && text[end - 1] == UInt8(ascii: "S")
    let word = Word(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
      hash: spelling.finish(isCapital: isCapital), gap: gap, isStop: spelling.isStop(stopWords))
    gap = .space
    return word
  }

  /// Spells a word that starts at a byte and has nothing but ASCII letters and digits, as nearly all have; returns where it
  /// ends, or `start` where it takes a closer look.
  @inline(__always)
  private mutating func plainEnd(from start: Int, _ spelling: inout Spelling) -> Int {
    var index = start
    var mayBeBritish = false
    while index < text.count {
      let letter = letters[Int(text[index])]
      guard letter > WordReader.beyondASCII else {
        if letter == WordReader.apostrophe || letter == WordReader.beyondASCII { return start }
        break
      }
      spelling.appendPlain(letter)
      mayBeBritish = spelling.endsBritish || mayBeBritish
      index &+= 1
    }
    if mayBeBritish { return start }
    position = index
    return index
  }

  /// The spelling of any word, and where it ends.
  private mutating func closeSpelling(from start: Int) -> (Spelling, end: Int) {
    var spelling = Spelling()
    var end = start
    while position < text.count {
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
        }
      } else {
        break
      }
    }
    return (spelling, end)
  }

  /// Moves to the next letter, noting the strongest separation passed.
  private mutating func skipSeparators() {
    while position < text.count {
      let (letter, width) = letter(at: position)
      if letter > WordReader.beyondASCII { return }
      if letter != WordReader.separator {
        let passed = separation(at: position)
        if passed > gap { gap = passed }
      }
      position += width
    }
  }

  private func separation(at index: Int) -> Word.Gap {
    switch text[index] {
    case UInt8(ascii: ","), UInt8(ascii: "/"): .comma
    case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"):
      .clause
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      // A point inside a number or an abbreviation ends no sentence, nor does one after a single letter: `E. coli`.
      index + 1 < text.count && (text[index + 1] > UInt8(ascii: " ") || isInitial(before: index)) ? .space : .sentence
    case UInt8(ascii: "\n"): isWrapped(at: index) ? .space : .line
    case UInt8(ascii: "-"): isDash(at: index) ? .clause : .space
    // Bullets and long dashes: E2 80 xx.
    case 0xe2: index + 2 < text.count && text[index + 2] == 0xa2 ? .line : .clause
    default: .space
    }
  }

  /// Whether a single capital letter stands before a point, and a word in small letters after it.
  private func isInitial(before index: Int) -> Bool {
    guard text[index] == UInt8(ascii: "."), index > 0, index + 2 < text.count else { return false }
    let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
    let isAlone = index == 1 || text[index - 2] == UInt8(ascii: " ") || text[index - 2] == UInt8(ascii: "(")
    return letters.contains(text[index - 1]) && isAlone && text[index + 1] == UInt8(ascii: " ")
      && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[index + 2])
  }

  /// Whether a hyphen, or one of two, stands between spaces as a dash does: `Gout - stable`.
  private func isDash(at index: Int) -> Bool {
    guard index > 0, index + 1 < text.count else { return false }
    let (before, after) = (text[index - 1], text[index + 1])
    return (before == UInt8(ascii: " ") || before == UInt8(ascii: "-"))
      && (after == UInt8(ascii: " ") || after == UInt8(ascii: "-"))
  }

  /// Whether the line goes on after a line break: the next line starts with a small letter.
  private func isWrapped(at index: Int) -> Bool {
    guard index + 1 < text.count, index > 0 else { return false }
    let ended = text[index - 1] == UInt8(ascii: ".") || text[index - 1] == UInt8(ascii: ":")
    return !ended && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[index + 1])
  }

  private func isPossessive(at index: Int) -> Bool {
    guard index < text.count, text[index] | 0x20 == UInt8(ascii: "s") else { return false }
    return index + 1 >= text.count || letter(at: index + 1).letter <= WordReader.beyondASCII
  }

  /// The folded letter at a byte, or a mark, and how many bytes it takes.
  @inline(__always)
  private func letter(at index: Int) -> (letter: UInt8, width: Int) {
    let letter = letters[Int(text[index])]
    return letter == WordReader.beyondASCII ? letterBeyondASCII(at: index) : (letter, 1)
  }

  /// The same of a character of several bytes.
  private func letterBeyondASCII(at index: Int) -> (letter: UInt8, width: Int) {
    switch text[index] {
    case 0xc3 where index + 1 < text.count: return (WordReader.latin1(text[index + 1]), 2)
    case 0xe2 where index + 2 < text.count:
      let isApostrophe = text[index + 1] == 0x80 && text[index + 2] == 0x99
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

/// The spelling of a word as it is read, of which only a hash and the last letters are kept.
private struct Spelling {
  /// FNV-1a of the letters so far. What it multiplies by has an inverse, so that letters can be taken back.
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3
  private static let inverse: UInt64 = 0xce96_5057_aff6_957b

  /// The last eight letters, the last one lowest.
  private var letters: UInt64 = 0
  private var count = 0

  /// Whether the last two letters are those by which British spellings differ from American ones.
  @inline(__always)
  var endsBritish: Bool { letters & 0xffff == Spelling.ae || letters & 0xffff == Spelling.oe }

  /// Appends a letter as it is.
  @inline(__always)
  mutating func appendPlain(_ letter: UInt8) {
    hash = (hash ^ UInt64(letter)) &* Spelling.prime
    letters = letters << 8 | UInt64(letter)
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ letter: UInt8) {
    // British spellings become American ones: `anaemia`, `oedema`. The `e` takes the place of the letter before.
    if letter == UInt8(ascii: "e") {
      let last = UInt8(truncatingIfNeeded: letters)
      if last == UInt8(ascii: "a") || last == UInt8(ascii: "o") { dropLast() }
    }
    appendPlain(letter)
  }

  @inline(__always)
  private mutating func dropLast() {
    hash = hash &* Spelling.inverse ^ letters & 0xff
    letters >>= 8
    count -= 1
  }

  /// The hash of the stem. An abbreviation in capitals is no plural of another: `CRPS`, `CRP`.
  func finish(isCapital: Bool) -> UInt64 {
    var stem = self
    let last = UInt8(truncatingIfNeeded: letters)
    if last == UInt8(ascii: "s") {
      let before = UInt8(truncatingIfNeeded: letters >> 8)
      let keepsEnding = before == UInt8(ascii: "s") || before == UInt8(ascii: "u") || before == UInt8(ascii: "i")
      if count >= 5, letters & 0xff_ffff == Spelling.ies {
        for _ in 0..<3 { stem.dropLast() }
        stem.append(UInt8(ascii: "y"))
      } else if count >= 4, !keepsEnding, !(isCapital && Spelling.abbreviations.contains(letters)) {
        stem.dropLast()
      }
    } else if last == UInt8(ascii: "i"), letters == Spelling.two || letters == Spelling.three {
      stem = Spelling()
      stem.append(letters == Spelling.two ? UInt8(ascii: "2") : UInt8(ascii: "3"))
    }
    let spread = (stem.hash ^ stem.hash >> 32) &* 0x9e37_79b9_7f4a_7c15
    return spread ^ spread >> 29
  }

  /// The letters of `aids`, `crps`, `pots` and `sahs`, packed.
  private static let abbreviations: [UInt64] = [0x6169_6473, 0x6372_7073, 0x706f_7473, 0x7361_6873]
  /// The letters of `ae`, `oe`, `ii`, `iii` and `ies`, packed.
  private static let ae: UInt64 = 0x6165
  private static let oe: UInt64 = 0x6f65
  private static let two: UInt64 = 0x6969
  private static let three: UInt64 = 0x69_6969
  private static let ies: UInt64 = 0x69_6573

  /// Whether it is one of the ``stopWords``, which are handed in because getting at them takes long.
  @inline(__always)
  func isStop(_ stopWords: UnsafeBufferPointer<UInt64>) -> Bool {
    count <= 5 && stopWords[Spelling.slot(letters)] == letters
  }

  /// The letters of the stop words, packed, each in a slot of its own.
  static let stopWords: [UInt64] = {
    let words = [
      "a", "an", "and", "at", "by", "due", "for", "her", "his", "in", "nos", "of", "on", "or", "the", "their", "to",
    ]
    var slots = [UInt64](repeating: 0, count: 256)
    for word in words {
      let letters = word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
      precondition(slots[slot(letters)] == 0, "two stop words share a slot")
      slots[slot(letters)] = letters
    }
    return slots
  }()

  private static func slot(_ letters: UInt64) -> Int {
    Int(truncatingIfNeeded: (letters &* 0x9e37_79b9_7f4a_7c15) >> 56)
  }
}
