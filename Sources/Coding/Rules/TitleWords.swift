import CodeSets

/// A word of a title that a mention's surroundings must hold for the title to apply.
struct TitleWord {
  var hash: UInt64
  /// Whether a title applies without it as well: `disorder`, `region`.
  var isFiller: Bool
}

/// Reads what a title says, without what it leaves open.
///
/// Source: ICD-10-CM Official Guidelines, section I.A.7 (nonessential modifiers) and I.A.9 (other and unspecified codes).
struct TitleWords: Sendable {
  /// What a word is in a title, other than a word to be found.
  private struct Role: OptionSet {
    let rawValue: UInt8
    /// A title applies without it as well.
    static let filler = Role(rawValue: 1)
    /// "Unspecified" takes it along: `site`, `stage`.
    static let open = Role(rawValue: 2)
    static let unspecified = Role(rawValue: 4)
    /// What follows is absent.
    static let absence = Role(rawValue: 8)
    static let with = Role(rawValue: 16)
    /// Says nothing: `uncomplicated`.
    static let residual = Role(rawValue: 32)
    /// Names what has no code of its own: no words near a mention say that.
    static let other = Role(rawValue: 64)
  }

  private let roles: [UInt64: (role: UInt8, canonical: UInt64)]
  /// A bit for each word with a role or a synonym: most words have neither.
  private let filter: [UInt64]

  init() {
    var roles: [UInt64: (role: UInt8, canonical: UInt64)] = [:]
    func enter(_ hash: UInt64, _ role: Role, as canonical: UInt64? = nil) {
      let known = roles[hash] ?? (0, hash)
      roles[hash] = (known.role | role.rawValue, canonical ?? known.canonical)
    }
    for line in TitleWords.synonyms {
      let words = line.split(separator: " ").map { Words.hash(String($0)) }
      for word in words.dropFirst() { enter(word, [], as: words[0]) }
    }
    let table: [(String, Role)] = [
      (
        "disorder region mellitus major single episode encounter current native structure unilateral primary level",
        .filler
      ),
      ("site part stage side severity trimester type location organism laterality complications status", .open),
      ("unspecified", .unspecified), ("without not", .absence), ("with", .with), ("uncomplicated", .residual),
      ("other specified elsewhere", .other),
    ]
    for (words, role) in table {
      for word in words.split(separator: " ") { enter(Words.hash(String(word)), role) }
    }
    var filter = [UInt64](repeating: 0, count: 64)
    for hash in roles.keys { filter[Int(hash >> 58)] |= 1 << (hash >> 52 & 63) }
    self.roles = roles
    self.filter = filter
  }

  private func role(of hash: UInt64) -> (role: Role, canonical: UInt64) {
    guard filter[Int(hash >> 58)] >> (hash >> 52 & 63) & 1 != 0, let found = roles[hash] else { return ([], hash) }
    return (Role(rawValue: found.role), found.canonical)
  }

  /// One spelling for words that mean the same in a title and in a note.
  func canonical(_ hash: UInt64) -> UInt64 { role(of: hash).canonical }

  func isFiller(_ hash: UInt64) -> Bool { role(of: hash).role.contains(.filler) }

  /// The words a title says: not those in parentheses, those it says are unspecified, and those it says are absent.
  /// `scanned` is room for the words of the text.
  func read(_ row: Int, _ icd10cm: ICD10CM, into title: inout [TitleWord], scanned: inout [Word]) {
    title.removeAll(keepingCapacity: true)
    scanned.removeAll(keepingCapacity: true)
    icd10cm.withTitle(row: row) { text in
      Words.scan(text, into: &scanned)
      var isAbsent = false
      var isOpen = false
      for (index, word) in scanned.enumerated() {
        let (role, canonical) = role(of: word.hash)
        if word.gap >= .comma || role.contains(.with) { isAbsent = false }
        if role.contains(.absence) { isAbsent = true }
        let isLeftOpen = isOpen && role.contains(.open)
        isOpen = role.contains(.unspecified)
        let saysNothing = !role.isDisjoint(with: [.unspecified, .with, .residual])
        guard !isAbsent, !isLeftOpen, !saysNothing, !word.isStop, !TitleWords.isEnclosed(word, in: text) else {
          continue
        }
        title.append(
          TitleWord(
            hash: role.contains(.other) ? TitleWords.unsaid : canonical,
            isFiller: role.contains(.filler) || TitleWords.isOneOfTwo(index, of: scanned)))
      }
    }
  }

  private static let unsaid: UInt64 = 1

  /// Whether a word is the first of "ankle and foot", which one code is for: what is of the foot is of both.
  private static func isOneOfTwo(_ index: Int, of words: [Word]) -> Bool {
    words[index].hash == ankle && index + 2 < words.count && words[index + 1].isStop && words[index + 2].hash == foot
  }

  private static let ankle = Words.hash("ankle")
  private static let foot = Words.hash("foot")

  /// Whether the word stands in parentheses or brackets.
  private static func isEnclosed(_ word: Word, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = Int(word.start) - 1
    while index >= 0 {
      switch text[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["): return true
      case UInt8(ascii: ")"), UInt8(ascii: "]"): return false
      default: index -= 1
      }
    }
    return false
  }

  /// The first word of each line stands for the others.
  private static let synonyms = [
    "depression depressive depressed", "diabetes diabetic", "sacral sacrum coccyx tailbone",
    "exacerbation exacerbated flare", "first 1st", "second 2nd", "third 3rd", "bilateral bilaterally",
    "acute decompensated", "recurrent recurring", "3a iiia", "3b iiib", "1 i", "4 iv", "5 v", "severe severely",
    "moderate moderately", "mild mildly", "migrainosus migrainous", "intractable refractory", "psychotic psychosis",
    "psoriatic psoriasis", "foot feet", "eyelid lid",
  ]
}
