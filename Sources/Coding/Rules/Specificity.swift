import CodeSets

/// Finds the code that says most of what the words near a mention say: stage, severity, acuity, type, site, trimester.
///
/// A title of the same category is taken when all that it adds to the title found stands near the mention. "CKD" is N18.9,
/// chronic kidney disease; N18.32 adds "stage" and "3b", so it is taken when both stand there.
///
/// Source: ICD-10-CM Official Guidelines, section I.B.2 (highest level of detail documented); I.A.7 (words in parentheses
/// in a title need not be there).
struct Specificity: Sendable {
  private let icd10cm: ICD10CM
  private let words = TitleWords()
  private let signatures: TitleSignatures
  /// Where a condition is spread over two categories: single and recurrent depression.
  private let depression: (single: Range<Int>, both: Range<Int>)

  init(_ icd10cm: ICD10CM) {
    self.icd10cm = icd10cm
    signatures = TitleSignatures(icd10cm, words: words)
    depression = (
      icd10cm.rows(under: "F32"), icd10cm.rows(under: "F32").lowerBound..<icd10cm.rows(under: "F33").upperBound
    )
  }

  /// The code that says more than the mention's own; `nil` when none does. `near` are the words around the mention and
  /// `own` those of it.
  func refine(_ row: Int, own: [UInt64], near: [UInt64]) -> Int? {
    guard !near.isEmpty else { return nil }
    let base = base(of: row)
    let family = family(of: row, base: base)
    guard signatures.areCompared(row) else { return nil }
    let bits = signatures.signatures(of: family)
    let known = bits[(base ?? row) - family.lowerBound]
    guard known != TitleSignatures.none else { return nil }
    let said = known | signature(saying: own) | signature(saying: near)
    // What a title must say, and what it may say.
    let required = base == nil ? 0 : known
    var best: (matched: Int, words: Int, row: Int)?
    var surroundings: Surroundings?
    var candidate = family.lowerBound
    while candidate < family.upperBound {
      let title = bits[candidate - family.lowerBound]
      defer { candidate = icd10cm.takesSeventhCharacter(row: candidate) ? icd10cm.end(row: candidate) : candidate + 1 }
      guard title & ~said == 0, required & ~title == 0, candidate != base, isLeaf(candidate) else { continue }
      var around = surroundings ?? Surroundings(of: base ?? row, own: own, near: near, words, icd10cm)
      if let matched = around.match(candidate, keepsBase: base != nil, words, icd10cm), matched > 0,
        best.map({ matched > $0.matched || matched == $0.matched && around.title.count < $0.words }) ?? true
      {
        best = (matched, around.title.count, candidate)
      }
      surroundings = around
    }
    return best?.row
  }

  /// What is said around a mention, word by word.
  private struct Surroundings {
    private let required: [UInt64]
    private let known: [UInt64]
    private let added: [UInt64]
    /// The title that was looked at last.
    private(set) var title: [TitleWord] = []
    private var scanned: [Word] = []

    init(of base: Int, own: [UInt64], near: [UInt64], _ words: TitleWords, _ icd10cm: ICD10CM) {
      words.read(base, icd10cm, into: &title, scanned: &scanned)
      required = title.lazy.filter { !$0.isFiller }.map(\.hash)
      let known = title.map(\.hash) + own.map(words.canonical)
      self.known = known
      added = near.lazy.map(words.canonical).filter { !known.contains($0) }
    }

    /// How many words the title of a code takes from those near the mention; `nil` when it says something that does not
    /// stand there, or leaves out what the mention says.
    mutating func match(_ row: Int, keepsBase: Bool, _ words: TitleWords, _ icd10cm: ICD10CM) -> Int? {
      words.read(row, icd10cm, into: &title, scanned: &scanned)
      var matched = 0
      for word in title where !word.isFiller {
        if added.contains(word.hash) { matched += 1 } else if !known.contains(word.hash) { return nil }
      }
      let keeps = !keepsBase || required.allSatisfy { hash in title.contains { $0.hash == hash } }
      return keeps ? matched : nil
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

  private func isLeaf(_ row: Int) -> Bool { icd10cm.isBillable(row: row) || icd10cm.takesSeventhCharacter(row: row) }

  /// The codes among which one may say more: those of the category, or those below a code that has none for
  /// "unspecified".
  private func family(of row: Int, base: Int?) -> Range<Int> {
    guard base != nil else { return row..<icd10cm.end(row: row) }
    if depression.single.contains(row) { return depression.both }
    let category = icd10cm.categoryRow(of: row)
    return category..<icd10cm.end(row: category)
  }
}
