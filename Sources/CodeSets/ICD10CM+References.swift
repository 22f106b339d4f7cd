/// Ranges of codes, and the codes that instructional notes name.
extension ICD10CM {
  /// The characters of the code at a position, packed first highest: `0x4531_3139_0000_0000` is E119. Two codes share
  /// their first n characters when the keys share their first n bytes.
  package func key(row: Int) -> UInt64 { layout.codes[row] }

  /// The positions of all codes that begin with the given characters, written without a point.
  package func rows(under prefix: some StringProtocol) -> Range<Int> {
    var key: UInt64 = 0
    var count: UInt64 = 0
    for byte in prefix.utf8.prefix(7) {
      key = key << 8 | UInt64(byte)
      count += 1
    }
    return rows(from: key, to: key, characters: (count, count))
  }

  /// The positions of the codes from one beginning to another one, both included.
  private func rows(from first: UInt64, to last: UInt64, characters: (first: UInt64, last: UInt64)) -> Range<Int> {
    let low = first << (64 - 8 * characters.first)
    let high = (last + 1) << (64 - 8 * characters.last)
    let start = layout.codes.partitioningIndex { $0 >= low }
    return start..<max(start, layout.codes.partitioningIndex { $0 >= high })
  }

  /// The title of the code at a position without what a 7th character adds, as UTF-8.
  package func withTitle<Result>(row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let title = layout.titles[row]
    return body(UnsafeBufferPointer(rebasing: layout.text[Int(title.offset)..<Int(title.offset) + Int(title.length)]))
  }

  /// The words that a code's 7th character adds to its title, as UTF-8.
  package func withSuffix<Result>(row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    let number = Int(layout.titles[row].suffix)
    guard number > 0 else { return nil }
    let suffix = layout.suffixes[number - 1]
    return body(UnsafeBufferPointer(rebasing: layout.text[Int(suffix.offset)..<Int(suffix.offset + suffix.length)]))
  }

  /// The position after the last descendant of a code.
  package func end(row: Int) -> Int { Int(layout.ends[row]) }

  /// The position of the category of a code, its first three characters.
  package func categoryRow(of row: Int) -> Int {
    var top = row
    while let above = parent(row: top) { top = above }
    return top
  }

  /// Every reference of the notes of one kind, in the order of the codes they stand at: the codes in parentheses.
  package func references(_ kind: NoteKind) -> [(row: Int, codes: Range<Int>)] {
    var found: [(row: Int, codes: Range<Int>)] = []
    for note in layout.notes where note.kindAndLength >> 24 == kind.rawValue {
      let start = Int(note.offset)
      let text = layout.text[start..<start + Int(note.kindAndLength & 0xff_ffff)]
      var reader = ReferenceReader(text: UnsafeBufferPointer(rebasing: text))
      while let codes = reader.next() {
        let rows = rows(from: codes.first, to: codes.last, characters: codes.characters)
        if !rows.isEmpty { found.append((Int(note.row), rows)) }
      }
    }
    return found
  }

  /// Adds the ranges of codes that Excludes1 notes at a code or above it exclude from it.
  package func appendExclusions(of row: Int, to ranges: inout [Range<Int>]) {
    var next: Int? = row
    while let owner = next {
      var index =
        layout.excluders.contains(owner)
        ? layout.exclusions.partitioningIndex { Int($0.row) >= owner } : layout.exclusions.count
      while index < layout.exclusions.count, Int(layout.exclusions[index].row) == owner {
        let range = Int(layout.exclusions[index].first)..<Int(layout.exclusions[index].end)
        // A reference that covers its own owner speaks of other codes in the range.
        if !range.contains(row) { ranges.append(range) }
        index += 1
      }
      next = parent(row: owner)
    }
  }
}

/// Reads the codes that stand in the parentheses of a note: `(J45.-)`, `(N18.1-N18.6)`, `(B95-B97)`.
private struct ReferenceReader {
  typealias Codes = (first: UInt64, last: UInt64, characters: (first: UInt64, last: UInt64))

  let text: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var isInside = false

  init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  mutating func next() -> Codes? {
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "(") { isInside = true }
      if byte == UInt8(ascii: ")") { isInside = false }
      let startsWord = position == 0 || !ReferenceReader.isCodeCharacter(text[position - 1])
      if isInside, startsWord, let first = code() {
        guard position + 1 < text.count, text[position] == UInt8(ascii: "-") else {
          return (first.key, first.key, (first.count, first.count))
        }
        position += 1
        guard let last = code() else { return (first.key, first.key, (first.count, first.count)) }
        return (first.key, last.key, (first.count, last.count))
      }
      position += 1
    }
    return nil
  }

  /// The code that starts here; the position moves behind it.
  private mutating func code() -> (key: UInt64, count: UInt64)? {
    var key: UInt64 = 0
    var count: UInt64 = 0
    var index = position
    while index < text.count, count < 8 {
      let byte = text[index]
      if ReferenceReader.isCodeCharacter(byte) {
        key = key << 8 | UInt64(byte)
        count += 1
      } else if byte != UInt8(ascii: ".") {
        break
      }
      index += 1
    }
    let isCode =
      (3...7).contains(count) && text[position] >= UInt8(ascii: "A") && text[position + 1] <= UInt8(ascii: "9")
    guard isCode, index == text.count || text[index] | 0x20 < UInt8(ascii: "a") else { return nil }
    position = index
    return (key, count)
  }

  private static func isCodeCharacter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
