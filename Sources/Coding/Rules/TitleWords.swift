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
  private let synonyms: [UInt64: UInt64]
  private let fillers: Set<UInt64>
  private let open: Set<UInt64>
  private let unspecified = Words.hash("unspecified")
  private let without = Set(["without", "not"].map(Words.hash))
  private let with = Words.hash("with")
  private let other = Set(["other", "specified", "elsewhere"].map(Words.hash))

  init() {
    var synonyms: [UInt64: UInt64] = [:]
    for line in TitleWords.synonyms {
      let words = line.split(separator: " ").map { Words.hash(String($0)) }
      for word in words.dropFirst() { synonyms[word] = words[0] }
    }
    self.synonyms = synonyms
    func hashes(_ words: String) -> Set<UInt64> {
      Set(words.split(separator: " ").map { Words.hash(String($0)) })
    }
    fillers = hashes(
      "disorder region mellitus major single episode encounter current native structure unilateral primary")
    open = hashes("site part stage side severity trimester type location organism laterality complications status")
  }

  /// One spelling for words that mean the same in a title and in a note.
  func canonical(_ hash: UInt64) -> UInt64 { synonyms[hash] ?? hash }

  func isFiller(_ hash: UInt64) -> Bool { fillers.contains(hash) }

  /// The words a title says: not those in parentheses, those it says are unspecified, and those it says are absent.
  func read(_ row: Int, _ icd10cm: ICD10CM, into title: inout [TitleWord]) {
    title.removeAll(keepingCapacity: true)
    icd10cm.withTitle(row: row) { text in
      var scanned: [Word] = []
      Words.scan(text, into: &scanned)
      var isAbsent = false
      var isOpen = false
      for word in scanned {
        if word.gap >= .comma { isAbsent = false }
        if word.hash == with { isAbsent = false }
        if without.contains(word.hash) { isAbsent = true }
        if word.hash == unspecified {
          isOpen = true
          continue
        }
        let isLeftOpen = isOpen && open.contains(word.hash)
        isOpen = false
        guard !isAbsent, !isLeftOpen, !word.isStop, word.hash != with, word.hash != residual,
          !TitleWords.isEnclosed(word, in: text)
        else { continue }
        // "Other" and "specified" name what has no code of its own: no words near a mention say that.
        let hash = other.contains(word.hash) ? TitleWords.unsaid : canonical(word.hash)
        title.append(TitleWord(hash: hash, isFiller: fillers.contains(hash)))
      }
    }
  }

  private static let unsaid: UInt64 = 1
  private let residual = Words.hash("uncomplicated")

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
    "exacerbation exacerbated flare",
    "first 1st", "second 2nd", "third 3rd", "bilateral bilaterally", "acute decompensated", "recurrent recurring",
    "3a iiia", "3b iiib", "1 i", "4 iv", "5 v", "severe severely", "moderate moderately", "mild mildly",
    "migrainosus migrainous", "intractable refractory", "psychotic psychosis",
    "psoriatic psoriasis", "hip hips", "foot feet",
  ]
}
