import CodeSets

/// The boxes of a form: what stands behind an empty one is not said, and each item that is ticked is told for itself.
///
/// A line counts as one of a form where its first box stands before its words or behind a colon: "[ ] diet [x] oral [ ] insulin",
/// "Diabetes: [ ] type 1 [x] type 2". In a table of ticks that precede a finding, "[x]  [ ]   alert", no box owns the words. Where a line
/// ends with a box, each owns what stands before it: "Hypertension: [x]   Diabetes: [ ]".
struct TickBoxes {
  private struct Box {
    var start: Int32
    var end: Int32
    var isTicked: Bool
    /// Where the item that stands before it begins; `nil` where its item is behind it.
    var itemStart: Int32?
    /// Where its item ends: at two spaces, a sentence, another box, or with its line.
    var itemEnd: Int32
    /// Whether only white space stands between it and the box before.
    var followsBox: Bool
    /// Whether the box before on its line is ticked.
    var followsTicked: Bool
  }

  /// Drops from the words of a text those that stand behind empty boxes, and the crosses of the others.
  static func read(_ text: UnsafeBufferPointer<UInt8>, _ words: inout [Word]) {
    guard text.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "(") }) else { return }
    let boxes = TickBoxes.boxes(of: text)
    guard !boxes.isEmpty else { return }
    var kept: [Word] = []
    kept.reserveCapacity(words.count)
    var next = 0
    var owner: Box?
    // What stood before words that were dropped stands before the next one.
    var gap: Word.Gap?
    for var word in words {
      while next < boxes.count, boxes[next].start <= word.start {
        let box = boxes[next]
        owner = next + 1 < boxes.count && boxes[next + 1].followsBox ? nil : box
        if box.isTicked, box.followsTicked, box.itemStart == nil { gap = max(gap ?? .space, .sentence) }
        next += 1
      }
      let isCross = next > 0 && word.start >= boxes[next - 1].start && word.start < boxes[next - 1].end
      let isUnsaid =
        owner.map { $0.itemStart == nil && !$0.isTicked && !$0.followsBox && word.start < $0.itemEnd } ?? false
        || next < boxes.count && !boxes[next].isTicked && boxes[next].itemStart.map { $0 <= word.start } ?? false
      if isCross || isUnsaid {
        gap = max(gap ?? .space, word.gap)
        continue
      }
      if let before = gap { word.gap = max(word.gap, before) }
      gap = nil
      kept.append(word)
    }
    words = kept
  }

  private static func boxes(of text: UnsafeBufferPointer<UInt8>) -> [Box] {
    var found: [Box] = []
    var lineStart = 0
    while lineStart < text.count {
      let lineEnd = text[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      let first = found.count
      var isTrailing = false
      var index = lineStart
      while index < lineEnd, let open = text[index..<lineEnd].firstIndex(where: isOpening) {
        index = open + 1
        guard let box = box(text, open, lineEnd) else { continue }
        let before = found.count > first ? found.last : nil
        if before == nil, !isOfForm(text[lineStart..<open]) { isTrailing = true }
        found.append(
          Box(
            start: Int32(open), end: Int32(box.end), isTicked: box.isTicked,
            itemEnd: Int32(itemEnd(text, from: box.end, to: lineEnd)),
            followsBox: before.map { text[Int($0.end)..<open].allSatisfy(isWhite) } ?? false,
            followsTicked: before?.isTicked ?? false))
        index = box.end
      }
      // The boxes of a line that ends with one own what stands before them; of another line that begins with words they own nothing.
      let endsWithBox = found.count > first && text[Int(found[found.count - 1].end)..<lineEnd].allSatisfy(isWhite)
      if endsWithBox, found.count > first + 1 || isTrailing {
        for box in first..<found.count {
          found[box].itemStart = box == first ? Int32(lineStart) : found[box - 1].end
        }
      } else if isTrailing {
        found.removeLast(found.count - first)
      }
      lineStart = lineEnd + 1
    }
    return found
  }

  private static func itemEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to lineEnd: Int) -> Int {
    guard var index = text[start..<lineEnd].firstIndex(where: { !isWhite($0) }) else { return lineEnd }
    while index + 1 < lineEnd {
      // Another box begins, or a sentence ends.
      if isOpening(text[index]), box(text, index, lineEnd) != nil { return index }
      if isWhite(text[index]), isWhite(text[index + 1]) { return index }
      if text[index] == UInt8(ascii: "."), isWhite(text[index + 1]) { return index }
      index += 1
    }
    return lineEnd
  }

  private static func isOpening(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") }

  /// `[ ]`, `[]`, `[_]`, `[x]`, `[X]`, `( )`, `(x)`.
  private static func box(
    _ text: UnsafeBufferPointer<UInt8>, _ open: Int, _ lineEnd: Int
  ) -> (end: Int, isTicked: Bool)? {
    let close = text[open] == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ")")
    if open + 1 < lineEnd, text[open + 1] == close { return (open + 2, false) }
    guard open + 2 < lineEnd, text[open + 2] == close else { return nil }
    switch text[open + 1] {
    case UInt8(ascii: " "), UInt8(ascii: "_"): return (open + 3, false)
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return (open + 3, true)
    default: return nil
    }
  }

  /// Whether what stands before the first box of a line lets it own the words behind it: nothing, a number or a dash, or a label.
  private static func isOfForm(_ before: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let last = before.last(where: { !isWhite($0) }) else { return true }
    if last == UInt8(ascii: ":") { return true }
    return before.allSatisfy { isWhite($0) || !(UInt8(ascii: "A")...UInt8(ascii: "z")).contains($0) && $0 < 0x80 }
  }

  private static func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
