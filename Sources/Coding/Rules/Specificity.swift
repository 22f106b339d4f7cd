import CodeSets

/// Finds the code that says most of what the words near a mention say: stage, severity, acuity, type, site, trimester.
///
/// A title of the same category is taken when all that it adds to the title found stands near the mention. "CKD" is N18.9,
/// chronic kidney disease; N18.32 adds "stage" and "3b", so it is taken when both stand there.
///
/// Source: ICD-10-CM Official Guidelines, section I.B.2 (highest level of detail documented); I.A.7 (words in parentheses
/// in a title need not be there).
///
/// It is a class, as the other rules are, so that asking it copies nothing.
final class Specificity: Sendable {
  private let icd10cm: ICD10CM
  private let words = TitleWords()
  private let signatures: TitleSignatures
  /// Where a condition is spread over two categories: single and recurrent depression.
  private let depression: (single: Range<Int>, both: Range<Int>)
  /// Rheumatoid arthritis without rheumatoid factor, which no note says by leaving it out.
  private let seronegative: Range<Int>

  init(_ icd10cm: ICD10CM) {
    self.icd10cm = icd10cm
    signatures = TitleSignatures(icd10cm, words: words)
    seronegative = icd10cm.rows(under: "M060")
    depression = (
      icd10cm.rows(under: "F32"), icd10cm.rows(under: "F32").lowerBound..<icd10cm.rows(under: "F33").upperBound
    )
  }

  /// The code that says more than the mention's own; `nil` when none does. `near` are the words around the mention and
  /// `own` those of it.
  func refine(_ row: Int, own: [UInt64], near: [UInt64]) -> Int? {
    guard !near.isEmpty, signatures.areCompared(row) else { return nil }
    let near = icd10cm.letter(row: row) == UInt8(ascii: "M") ? Specificity.withWhole(near) : near
    let base = base(of: row)
    let family = family(of: row, base: base)
    let titles = signatures.family(family)
    let known = titles.signatures[(base ?? row) - family.lowerBound]
    guard known != TitleSignatures.none else { return nil }
    let said = known | signature(saying: own) | signature(saying: near)
    // What a title must say, and what it may say.
    let required = base == nil ? 0 : known
    var best: (matched: Int, words: Int, row: Int)?
    var surroundings: Surroundings?
    for leaf in titles.leaves
    where leaf.signature & ~said == 0 && required & ~leaf.signature == 0 && leaf.row != base
      && (!seronegative.contains(leaf.row) || seronegative.contains(row) || near.contains(Specificity.seronegativeWord))
    {
      if surroundings == nil { surroundings = Surroundings(titles.title(base ?? row), own: own, near: near, words) }
      let title = titles.title(leaf.row)
      if let matched = surroundings?.match(title, keepsBase: base != nil), matched > 0,
        best.map({ matched > $0.matched || matched == $0.matched && title.count < $0.words }) ?? true
      {
        best = (matched, title.count, leaf.row)
      }
    }
    return best?.row
  }

  /// Words near a disorder of bones or joints, with the part of the body that a smaller one belongs to: what is of a toe is of the foot,
  /// as far as that chapter's codes go.
  private static func withWhole(_ near: [UInt64]) -> [UInt64] {
    guard let part = near.first(where: { parts.contains($0) }) else { return near }
    return near + [feet.contains(part) ? foot : hand]
  }

  private static let footWords = ["toe", "hallux", "heel", "calcaneus", "forefoot", "midfoot", "metatarsal"]
  private static let feet = WordSet(footWords.map(Words.hash))
  private static let parts = WordSet((footWords + ["finger", "thumb", "metacarpal"]).map(Words.hash))
  private static let foot = Words.hash("foot")
  private static let hand = Words.hash("hand")

  /// The fracture that is not out of place, where words name one whose code stands for one that is; `nil` otherwise.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.19.c: a fracture not said to be either is coded as displaced.
  func undisplaced(_ row: Int, near: [UInt64]) -> Int? {
    guard near.contains(Specificity.nondisplaced), let title = title(of: row, after: Specificity.displaced),
      let stem = icd10cm.parent(row: row), let group = icd10cm.parent(row: stem)
    else { return nil }
    for other in group..<icd10cm.end(row: group)
    where self.title(of: other, after: Specificity.undisplacedTitle) == title {
      return other
    }
    return nil
  }

  /// What a code's title says after its first word, where it begins with that.
  private func title(of row: Int, after first: [UInt8]) -> [UInt8]? {
    icd10cm.withTitle(row: row) { title in
      title.starts(with: first) ? Array(title.dropFirst(first.count)) : nil
    }
  }

  private static let seronegativeWord = Words.hash("seronegative")
  private static let nondisplaced = Words.hash("nondisplaced")
  private static let displaced = Array("Displaced".utf8)
  private static let undisplacedTitle = Array("Nondisplaced".utf8)

  /// What is said around a mention, word by word.
  private struct Surroundings {
    private let base: ArraySlice<TitleWord>
    private let known: [UInt64]
    private let added: [UInt64]

    /// The surroundings of a mention with the title of its own code.
    init(_ base: ArraySlice<TitleWord>, own: [UInt64], near: [UInt64], _ words: TitleWords) {
      self.base = base
      var known: [UInt64] = []
      known.reserveCapacity(base.count + own.count)
      for word in base { known.append(word.hash) }
      for hash in own { known.append(words.canonical(hash)) }
      var added: [UInt64] = []
      added.reserveCapacity(near.count)
      for hash in near {
        let word = words.canonical(hash)
        if !known.contains(word) { added.append(word) }
      }
      self.known = known
      self.added = added
    }

    /// How many words a title takes from those near the mention; `nil` when it says something that does not stand there,
    /// or leaves out what the mention says.
    func match(_ title: ArraySlice<TitleWord>, keepsBase: Bool) -> Int? {
      var matched = 0
      for word in title where !word.isFiller {
        if added.contains(word.hash) { matched += 1 } else if !known.contains(word.hash) { return nil }
      }
      guard keepsBase else { return matched }
      for word in base where !word.isFiller {
        guard title.contains(where: { $0.hash == word.hash }) else { return nil }
      }
      return matched
    }
  }

  private func signature(saying hashes: [UInt64]) -> UInt64 {
    hashes.reduce(0) { $0 | 1 << (words.canonical($1) >> 58) }
  }

  /// The code to bill when nothing more is said, before its 7th character.
  private func base(of row: Int) -> Int? {
    guard let leaf = icd10cm.unspecified(row: row) else { return nil }
    return icd10cm.parent(row: leaf).flatMap { icd10cm.takesSeventhCharacter(row: $0) ? $0 : nil } ?? leaf
  }

  /// The codes among which one may say more: those of the category, or those below a code that has none for
  /// "unspecified".
  private func family(of row: Int, base: Int?) -> Range<Int> {
    guard base != nil else { return row..<icd10cm.end(row: row) }
    if depression.single.contains(row) { return depression.both }
    let category = icd10cm.categoryRow(of: row)
    return category..<icd10cm.end(row: category)
  }
}
