import CodeSets
import Synchronization

/// The titles of families of codes, each with a bit for each of its words, so that most titles need not be looked at to see
/// that they say something else.
///
/// The titles of a family of codes are read when one of its codes is first named: no chart names many of all families, and
/// a coder that reads all of them takes as long to start as for a hundred notes.
final class TitleSignatures: Sendable {
  private let icd10cm: ICD10CM
  private let words: TitleWords
  /// By the first and the last position of a family.
  private let known = Mutex<[Int: Family]>([:])

  /// The signature of a code whose title is not compared: one made by a 7th character, with the title of the code above.
  static let none = ~0 as UInt64

  init(_ icd10cm: ICD10CM, words: TitleWords) {
    self.icd10cm = icd10cm
    self.words = words
  }

  /// What the titles of a family of codes say.
  final class Family: Sendable {
    /// The signature of each code of the family.
    let signatures: [UInt64]
    /// The codes that may be chosen, each with its signature, in their order: billable ones and those that take a 7th
    /// character.
    let leaves: [(row: Int, signature: UInt64)]
    private let first: Int
    /// The words of all titles, and where those of each code begin.
    private let words: [TitleWord]
    private let starts: [Int32]

    fileprivate init(_ family: Range<Int>, _ icd10cm: ICD10CM, _ titleWords: TitleWords) {
      first = family.lowerBound
      var signatures = [UInt64](repeating: TitleSignatures.none, count: family.count)
      var leaves: [(row: Int, signature: UInt64)] = []
      var words: [TitleWord] = []
      var starts: [Int32] = [0]
      var title: [TitleWord] = []
      var scanned: [Word] = []
      var row = family.lowerBound
      while row < family.upperBound {
        titleWords.read(row, icd10cm, into: &title, scanned: &scanned)
        let signature = title.reduce(0 as UInt64) { $1.isFiller ? $0 : $0 | 1 << ($1.hash >> 58) }
        signatures[row - first] = signature
        let takesSeventh = icd10cm.takesSeventhCharacter(row: row)
        if takesSeventh || icd10cm.isBillable(row: row) { leaves.append((row, signature)) }
        words += title
        row = takesSeventh ? icd10cm.end(row: row) : row + 1
        while starts.count <= row - first { starts.append(Int32(words.count)) }
      }
      self.signatures = signatures
      self.leaves = leaves
      self.words = words
      self.starts = starts
    }

    /// The words that the title of a code says.
    func title(_ row: Int) -> ArraySlice<TitleWord> { words[Int(starts[row - first])..<Int(starts[row - first + 1])] }
  }

  /// Whether titles of the code's chapter are compared: not those of poisonings, external causes and reasons for visits,
  /// which are found by their own rules, except the supervision of a pregnancy, Z34.
  func areCompared(_ row: Int) -> Bool {
    icd10cm.letter(row: row) <= UInt8(ascii: "S") || icd10cm.category(row: row) == TitleSignatures.supervision
  }

  private static let supervision = ICD10CM.category("Z34")

  /// What the titles of a family say.
  func family(_ rows: Range<Int>) -> Family {
    let key = rows.lowerBound << 32 | rows.upperBound
    if let found = known.withLock({ $0[key] }) { return found }
    let found = Family(rows, icd10cm, words)
    known.withLock { $0[key] = found }
    return found
  }
}
