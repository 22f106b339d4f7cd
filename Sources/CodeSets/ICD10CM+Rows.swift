import ClaimModel

/// Codes by their position, for engines that look at many.
extension ICD10CM {
  /// The position of a code, headers included.
  package func row(of code: DiagnosisCode) -> Int? {
    var key: UInt64 = 0
    var count = 0
    for byte in code.rawValue.utf8 {
      guard count < 7 else { return nil }
      key = key << 8 | UInt64(byte)
      count += 1
    }
    guard count >= 3 else { return nil }
    key <<= UInt64(8 * (8 - count))
    let row = layout.codes.partitioningIndex { $0 >= key }
    return row < layout.codes.count && layout.codes[row] == key ? row : nil
  }

  /// The code at a position.
  package func code(at row: Int) -> DiagnosisCode {
    let key = layout.codes[row]
    let count = (71 - key.trailingZeroBitCount) / 8
    // The characters stand in the key first highest; a string as short needs no memory of its own.
    let code = withUnsafeBytes(of: key.bigEndian) { String(decoding: $0.prefix(count), as: UTF8.self) }
    return DiagnosisCode(rawValue: code)
  }

  /// The chapter letter of the code at a position.
  package func letter(row: Int) -> UInt8 { UInt8(truncatingIfNeeded: layout.codes[row] >> 56) }

  /// The first three characters of the code at a position, first highest: `0x453131` is E11.
  package func category(row: Int) -> UInt32 { UInt32(truncatingIfNeeded: layout.codes[row] >> 40) }

  /// The first four characters of the code at a position, first highest: `0x4d323535` is M25.5.
  package func subcategory(row: Int) -> UInt32 { UInt32(truncatingIfNeeded: layout.codes[row] >> 32) }

  /// A category or a subcategory as `category(row:)` and `subcategory(row:)` give it: `"E11"` is `0x453131`.
  package static func category(_ name: String) -> UInt32 { name.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

  /// Categories or subcategories, which spaces or lines separate.
  package static func categories(_ names: String) -> Set<UInt32> {
    Set(names.split(whereSeparator: \.isWhitespace).map { category(String($0)) })
  }

  package func isBillable(row: Int) -> Bool {
    if let imported { return imported.isBillable(key: layout.codes[row]) }
    return layout.flags[row] & 1 != 0
  }

  package func title(row: Int) -> String {
    let title = layout.titles[row]
    let base = layout.string(offset: title.offset, length: Int(title.length))
    guard title.suffix > 0 else { return base }
    let suffix = layout.suffixes[Int(title.suffix) - 1]
    return base + ", " + layout.string(offset: suffix.offset, length: Int(suffix.length))
  }

  package func parent(row: Int) -> Int? {
    let parent = layout.parents[row]
    return parent == ICD10CMLayout.none ? nil : Int(parent)
  }

  package func children(row: Int) -> [Int] {
    var children: [Int] = []
    var child = row + 1
    let end = Int(layout.ends[row])
    while child < end {
      children.append(child)
      child = Int(layout.ends[child])
    }
    return children
  }

  package func unspecified(row: Int) -> Int? {
    let leaf = layout.defaults[row]
    return leaf == ICD10CMLayout.none || !isBillable(row: Int(leaf)) ? nil : Int(leaf)
  }

  /// The siblings of a row for a named side of the body; `nil` when the row has a side or its code needs none.
  package func sides(row: Int) -> (right: Int, left: Int, both: Int?)? {
    let index = layout.sides.partitioningIndex { Int($0.row) >= row }
    guard index < layout.sides.count, Int(layout.sides[index].row) == row else { return nil }
    let sides = layout.sides[index]
    return (Int(sides.right), Int(sides.left), sides.both == ICD10CMLayout.none ? nil : Int(sides.both))
  }

  /// Whether the row's code takes a 7th character, which its children have.
  package func takesSeventhCharacter(row: Int) -> Bool { layout.flags[row] & 2 != 0 }

  /// Whether `ancestor` is the row itself or one above it.
  package func isDescendant(_ row: Int, of ancestor: Int) -> Bool {
    ancestor <= row && row < Int(layout.ends[ancestor])
  }

  /// Whether a note at `owner` or above excludes `target`.
  package func excludes(_ owner: Int, _ target: Int) -> Bool {
    var next: Int? = owner
    while let row = next {
      var index =
        layout.excluders.contains(row)
        ? layout.exclusions.partitioningIndex { Int($0.row) >= row } : layout.exclusions.count
      while index < layout.exclusions.count, Int(layout.exclusions[index].row) == row {
        let exclusion = layout.exclusions[index]
        // A reference that covers its own owner speaks of other codes in the range.
        if Int(exclusion.first) <= target, target < Int(exclusion.end),
          !(Int(exclusion.first) <= owner && owner < Int(exclusion.end))
        {
          return true
        }
        index += 1
      }
      next = parent(row: row)
    }
    return false
  }
}
