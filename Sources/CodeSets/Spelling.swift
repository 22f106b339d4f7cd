/// The spelling of a word as it is read, of which only a hash and the last letters are kept.
struct Spelling {
  /// FNV-1a of the letters so far. What it multiplies by has an inverse, so that letters can be taken back.
  private var hash = Spelling.basis
  static let basis: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3
  private static let inverse: UInt64 = 0xce96_5057_aff6_957b

  /// The last eight letters, the last one lowest.
  private var letters: UInt64 = 0
  private var count = 0

  init() {}

  /// What the contraction of a verb with it is read as: "isn't", "didn't".
  static let negation = "not".utf8.reduce(into: Spelling()) { $0.append($1) }

  /// Whether the letters may be those of a verb before the apostrophe of such a contraction.
  var mayPrecedeNegation: Bool { count > 2 && letters & 0xff == UInt64(UInt8(ascii: "n")) }

  /// The spelling of letters that are as they are.
  @inline(__always)
  init(hash: UInt64, letters: UInt64, count: Int) {
    self.hash = hash
    self.letters = letters
    self.count = count
  }

  /// The hash of some letters and one more.
  @inline(__always)
  static func hash(_ hash: UInt64, with letter: UInt8) -> UInt64 { (hash ^ UInt64(letter)) &* prime }

  /// Whether two letters stand among eight by which British spellings differ from American ones: `ae` or `oe`.
  ///
  /// The highest bit of each byte is 0 where the letter is the one that is looked for: letters are below 128.
  @inline(__always)
  static func mayBeBritish(_ letters: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let seven = ones &* 0x7f
    let isNoE = (letters ^ ones &* 0x65) &+ seven
    let isNoAOrO = ((letters ^ ones &* 0x61) &+ seven) & ((letters ^ ones &* 0x6f) &+ seven)
    return ~(isNoE | isNoAOrO >> 8) & 0x0080_8080_8080_8080 != 0
  }

  /// Appends a letter as it is.
  @inline(__always)
  private mutating func appendPlain(_ letter: UInt8) {
    hash = Spelling.hash(hash, with: letter)
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
  @inline(__always)
  func stem(isCapital: @autoclosure () -> Bool) -> UInt64 {
    let last = UInt8(truncatingIfNeeded: letters)
    guard last == UInt8(ascii: "s") else {
      if last == UInt8(ascii: "i"), letters == Spelling.two || letters == Spelling.three {
        let digit = letters == Spelling.two ? UInt8(ascii: "2") : UInt8(ascii: "3")
        return Spelling.spread(Spelling.hash(Spelling.basis, with: digit))
      }
      return Spelling.spread(hash)
    }
    return Spelling.spread(singular(isCapital: isCapital()))
  }

  /// The hash of a word that ends in `s`, without a plural ending.
  @inline(never)
  private func singular(isCapital: Bool) -> UInt64 {
    var stem = self
    let before = UInt8(truncatingIfNeeded: letters >> 8)
    let keepsEnding = before == UInt8(ascii: "s") || before == UInt8(ascii: "u") || before == UInt8(ascii: "i")
    if count >= 5, letters & 0xff_ffff == Spelling.ies {
      for _ in 0..<3 { stem.dropLast() }
      stem.append(UInt8(ascii: "y"))
    } else if count >= 4, !keepsEnding, !(isCapital && Spelling.abbreviations.contains(letters)) {
      stem.dropLast()
    }
    return stem.hash
  }

  @inline(__always)
  private static func spread(_ hash: UInt64) -> UInt64 {
    let spread = (hash ^ hash >> 32) &* 0x9e37_79b9_7f4a_7c15
    return spread ^ spread >> 29
  }

  /// The letters of `aids`, `crps`, `pots`, `sahs` and `abrs`, packed.
  private static let abbreviations: [UInt64] = [0x6169_6473, 0x6372_7073, 0x706f_7473, 0x7361_6873, 0x6162_7273]
  /// The letters of `ii`, `iii` and `ies`, packed.
  private static let two: UInt64 = 0x6969
  private static let three: UInt64 = 0x69_6969
  private static let ies: UInt64 = 0x69_6573

  /// Whether it is one of the ``stopWords``, which are handed in because getting at them takes long.
  @inline(__always)
  func isStop(_ stopWords: UnsafePointer<UInt64>) -> Bool {
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
