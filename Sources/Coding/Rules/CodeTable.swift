import CodeSets

/// A value for each code, given by ranges of codes and found with one search: no text of a code is built or compared.
struct CodeTable<Value: Sendable>: Sendable {
  /// Where each segment of equal value starts, ascending; the first one is 0.
  private let starts: [Int32]
  private let values: [Value?]

  /// A table of entries: beginnings of codes such as `J44 M255`, and ranges of them such as `C51-C58`. Where entries
  /// overlap, `combine` tells the value from those of the earlier and the later one.
  init(_ icd10cm: ICD10CM, _ entries: [(codes: String, value: Value)], combine: (Value, Value) -> Value = { $1 }) {
    let ranges = entries.flatMap { entry in
      CodeTable.ranges(icd10cm, entry.codes).map { (range: $0, value: entry.value) }
    }
    let bounds = Set(ranges.flatMap { [$0.range.lowerBound, $0.range.upperBound] } + [0]).sorted()
    var values = [Value?](repeating: nil, count: bounds.count)
    for (range, value) in ranges {
      let first = bounds.partitioningIndex { $0 >= range.lowerBound }
      for segment in first..<bounds.partitioningIndex(where: { $0 >= range.upperBound }) {
        values[segment] = values[segment].map { combine($0, value) } ?? value
      }
    }
    starts = bounds.map(Int32.init)
    self.values = values
  }

  /// The value of the code at a position.
  subscript(row: Int) -> Value? {
    let row = Int32(truncatingIfNeeded: row)
    return values[starts.partitioningIndex { $0 > row } - 1]
  }

  /// The positions that a list of beginnings and ranges of codes stands for.
  static func ranges(_ icd10cm: ICD10CM, _ codes: String) -> [Range<Int>] {
    codes.split(separator: " ").compactMap { entry in
      let bounds = entry.split(separator: "-")
      guard let first = bounds.first, let last = bounds.last else { return nil }
      let rows = icd10cm.rows(under: first).lowerBound..<icd10cm.rows(under: last).upperBound
      return rows.isEmpty ? nil : rows
    }
  }
}

extension CodeTable where Value == UInt64 {
  /// A table of sets of codes: the bit n of a code's value tells whether the code is in the n-th set.
  init(_ icd10cm: ICD10CM, sets: [String]) {
    precondition(sets.count <= 64, "a set of codes has a bit of a word")
    self.init(icd10cm, sets.enumerated().map { ($0.element, 1 << UInt64($0.offset)) }, combine: |)
  }

  /// The sets a code is in.
  func sets(of row: Int) -> UInt64 { self[row] ?? 0 }
}

extension CodeTable where Value == Bool {
  /// The set of the codes listed.
  init(_ icd10cm: ICD10CM, set codes: String) { self.init(icd10cm, [(codes, true)]) }

  func contains(_ row: Int) -> Bool { self[row] != nil }
}
