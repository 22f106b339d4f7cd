import CodeSets

/// Conditions that one code names together, among them those that the word "with" links without further words.
///
/// Source: ICD-10-CM Official Guidelines, sections I.A.15 (the *with* convention) and I.B.9 (combination codes); for each
/// line the section of its chapter or the entry of the Alphabetic Index.
struct CodeCombination: Sendable {
  /// The code that stands for both; `nil` when this release has no such code.
  let row: Int?
  /// Whether the first code says what `row` says with less detail, and gives way to it.
  let replacesFirst: Bool
  /// Whether the second code is reported as well: the tabular list asks for it.
  let keepsSecond: Bool
  /// Whether the link is taken from charts only in which the clinician says what the visit came to: in a narrative the
  /// two may be years apart.
  let needsAssessment: Bool
  /// Whether the link is taken only where the words of both stand close together: "diabetes with erectile dysfunction".
  let needsCloseness: Bool
  /// The rule's name.
  let rule: String
  fileprivate let first: String
  fileprivate let second: String

  fileprivate init(_ icd10cm: ICD10CM, _ line: CombinationTable.Line) {
    row = icd10cm.rows(under: line.code).first.flatMap { icd10cm.unspecified(row: $0) }
    replacesFirst = line.replacesFirst
    keepsSecond = line.keepsSecond
    needsAssessment = line.needsAssessment
    needsCloseness = line.needsCloseness
    rule = line.rule
    first = line.first
    second = line.second
  }

  /// All combinations, in the order in which they are tried: the code that one makes can enter the next one.
  final class List: Sendable {
    let combinations: [CodeCombination]
    private let first: [CodeTable<UInt64>]
    private let second: [CodeTable<UInt64>]

    init(_ icd10cm: ICD10CM) {
      combinations = CombinationTable.lines.map { CodeCombination(icd10cm, $0) }
      let words = stride(from: 0, to: combinations.count, by: 64).map { [combinations] start in
        combinations[start..<min(start + 64, combinations.count)]
      }
      first = words.map { CodeTable(icd10cm, sets: $0.map(\.first)) }
      second = words.map { CodeTable(icd10cm, sets: $0.map(\.second)) }
    }

    /// The first combination, from the one at `start` on, of which both conditions are among the codes.
    func next(from start: Int, among rows: [Int], isAssessed: Bool) -> (index: Int, first: Int, second: Int)? {
      for word in start / 64..<first.count {
        var firsts: UInt64 = 0
        var seconds: UInt64 = 0
        for row in rows {
          firsts |= first[word].sets(of: row)
          seconds |= second[word].sets(of: row)
        }
        var both = firsts & seconds
        if word == start / 64 { both &= ~0 << UInt64(start % 64) }
        while both != 0 {
          let bit = UInt64(both.trailingZeroBitCount)
          both &= both - 1
          guard isAssessed || !combinations[64 * word + Int(bit)].needsAssessment else { continue }
          let one = rows.firstIndex { first[word].sets(of: $0) >> bit & 1 != 0 }
          let other = rows.firstIndex { second[word].sets(of: $0) >> bit & 1 != 0 }
          if let one, let other, one != other { return (64 * word + Int(bit), one, other) }
        }
      }
      return nil
    }
  }
}
