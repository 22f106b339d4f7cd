import CodeSets

/// The order of codes that *code first* and *use additional code* notes demand, and the additional codes they ask for.
///
/// Source: ICD-10-CM Official Guidelines, sections I.A.13 (etiology and manifestation), I.A.17 and I.B.7.
final class TabularSequence: Sendable {
  private let icd10cm: ICD10CM
  private let before: References
  private let after: References
  private let chapterNotes: CodeTable<UInt64>
  private let chapterTargets: CodeTable<UInt64>

  init(_ icd10cm: ICD10CM) {
    self.icd10cm = icd10cm
    before = References(icd10cm.references(.codeFirst))
    after = References(icd10cm.references(.useAdditionalCode))
    chapterNotes = CodeTable(icd10cm, sets: TabularSequence.chapterNotes.map(\.owners))
    chapterTargets = CodeTable(icd10cm, sets: TabularSequence.chapterNotes.map(\.targets))
  }

  /// What the notes at a code say of others; found once for each code of a list.
  struct Demands {
    fileprivate var before: [Range<Int32>]
    fileprivate var after: [Range<Int32>]
    fileprivate var chapters: UInt64
  }

  /// The demands of the notes at a code and above it.
  func demands(of row: Int) -> Demands {
    Demands(
      before: before.ranges(from: row, icd10cm), after: after.ranges(from: row, icd10cm),
      chapters: chapterNotes.sets(of: row))
  }

  /// Whether a note asks for the other code after it.
  func asks(_ demands: Demands, forAdditional other: Int) -> Bool {
    demands.after.contains { $0.contains(Int32(other)) }
      || demands.chapters != 0 && demands.chapters & chapterTargets.sets(of: other) != 0
  }

  /// Whether a note at one of some codes asks for another as an additional one.
  func isAsked(_ row: Int, by others: [Int]) -> Bool {
    others.contains { asks(demands(of: $0), forAdditional: row) }
  }

  /// Whether a note asks for the other code before it. What asks for a poisoning first names T36 to T65 whole, and asks for the
  /// drug of an adverse effect behind it (guidelines, section I.C.19.e.5.a).
  func asks(_ demands: Demands, forFirst other: Int) -> Bool {
    guard demands.before.contains(where: { $0.contains(Int32(other)) }) else { return false }
    let intent = UInt8(truncatingIfNeeded: icd10cm.key(row: other) >> 16)
    return icd10cm.letter(row: other) != UInt8(ascii: "T") || intent != UInt8(ascii: "5") && intent != UInt8(ascii: "6")
  }

  /// Notes at the head of chapters and blocks.
  private static let chapterNotes: [(owners: String, targets: String)] = [
    // Chapter 10, blocks I10-I1A and I60-I69: tobacco.
    ("J I10-I1A I60-I69", "F17 Z720 Z7722 Z87891"),
    // Block I60-I69: hypertension and alcohol.
    ("I60-I69", "I10-I1A F10"),
    // Chapter 15: the week of the pregnancy.
    ("O", "Z3A"),
    // F01, F02 and F03: wandering.
    ("F01-F03", "Z9183"),
    // Block L00-L08: the organism.
    ("L00-L08", "B95-B97"),
  ]

  /// The references of the notes of one kind, by the code they stand at.
  private struct References: Sendable {
    private let rows: [Int32]
    private let ranges: [Range<Int32>]
    /// The codes that have references: most have none.
    private let owners: RowSet

    init(_ references: [(row: Int, codes: Range<Int>)]) {
      rows = references.map { Int32($0.row) }
      owners = RowSet(rows)
      ranges = references.map { Int32($0.codes.lowerBound)..<Int32($0.codes.upperBound) }
    }

    /// What the notes at the code and above it name.
    func ranges(from row: Int, _ icd10cm: ICD10CM) -> [Range<Int32>] {
      var found: [Range<Int32>] = []
      var next: Int? = row
      while let owner = next {
        var index = owners.contains(owner) ? rows.partitioningIndex { Int($0) >= owner } : rows.count
        while index < rows.count, Int(rows[index]) == owner {
          found.append(ranges[index])
          index += 1
        }
        next = icd10cm.parent(row: owner)
      }
      return found
    }
  }
}
