import CodeSets
import Synchronization

/// For each title a bit for each of its words, so that most titles need not be read to see that they say something else.
///
/// The titles of a family of codes are read when one of its codes is first named: no chart names many of all families, and
/// a coder that reads all of them takes as long to start as for a hundred notes.
final class TitleSignatures: Sendable {
  private let icd10cm: ICD10CM
  private let words: TitleWords
  private let known = Mutex<[Range<Int>: [UInt64]]>([:])

  /// The signature of a code whose title is not compared: one made by a 7th character, with the title of the code above.
  static let none = ~0 as UInt64

  init(_ icd10cm: ICD10CM, words: TitleWords) {
    self.icd10cm = icd10cm
    self.words = words
  }

  /// Whether titles of the code's chapter are compared: not those of poisonings, external causes and reasons for visits,
  /// which are found by their own rules, except the supervision of a pregnancy, Z34.
  func areCompared(_ row: Int) -> Bool {
    icd10cm.letter(row: row) <= UInt8(ascii: "S") || icd10cm.category(row: row) == 0x5a_3334
  }

  /// The signatures of the codes at the positions of a family.
  func signatures(of family: Range<Int>) -> [UInt64] {
    if let found = known.withLock({ $0[family] }) { return found }
    let found = read(family)
    known.withLock { $0[family] = found }
    return found
  }

  private func read(_ family: Range<Int>) -> [UInt64] {
    var signatures = [UInt64](repeating: TitleSignatures.none, count: family.count)
    var title: [TitleWord] = []
    var scanned: [Word] = []
    var row = family.lowerBound
    while row < family.upperBound {
      words.read(row, icd10cm, into: &title, scanned: &scanned)
      signatures[row - family.lowerBound] = title.reduce(0) { $1.isFiller ? $0 : $0 | 1 << ($1.hash >> 58) }
      row = icd10cm.takesSeventhCharacter(row: row) ? icd10cm.end(row: row) : row + 1
    }
    return signatures
  }
}
