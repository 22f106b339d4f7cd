/// Whether a line of a note goes on in the next one, as the bytes of the text tell it.
struct LineBreak {
  private let bytes: UnsafePointer<UInt8>
  private let count: Int

  /// A reader of a text, which outlives it.
  init(_ bytes: UnsafePointer<UInt8>, count: Int) {
    self.bytes = bytes
    self.count = count
  }

  /// Whether the line goes on after the line break at a byte: it is long, and the next line starts with a small letter.
  func isWrapped(at index: Int) -> Bool {
    guard index + 1 < count, index > 0 else { return false }
    var last = index - 1
    while last > 0, bytes[last] == UInt8(ascii: " ") { last -= 1 }
    let ended = bytes[last] == UInt8(ascii: ".") || bytes[last] == UInt8(ascii: ":")
    return !ended && LineBreak.small.contains(bytes[index + 1]) && (isLong(before: index) || isOpen(before: index))
      && !isHeading(at: index + 1)
  }

  /// Whether a line ends with a word that another one must follow: "no evidence of".
  private func isOpen(before index: Int) -> Bool {
    var end = index
    while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    var start = end
    while start > 0, end - start < 8, LineBreak.small.contains(bytes[start - 1] | 0x20) { start -= 1 }
    let word = UnsafeBufferPointer(start: bytes + start, count: end - start)
    return LineBreak.openWords.contains { $0.utf8.elementsEqual(word) }
  }

  /// Whether a line is long enough to have been wrapped: short ones are thoughts of their own, whatever letter begins the next.
  private func isLong(before index: Int) -> Bool {
    !(max(0, index &- LineBreak.shortestWrapped)..<index).contains { bytes[$0] == UInt8(ascii: "\n") }
  }

  /// Whether a line begins with a few words in small letters and a colon, or is a heading and no more: `a/p: acute otitis`, `plan`.
  private func isHeading(at start: Int) -> Bool {
    let end = (start..<min(count, start &+ 24)).first { index in
      !LineBreak.small.contains(bytes[index] | 0x20) && !LineBreak.digits.contains(bytes[index])
        && !LineBreak.others.contains(bytes[index])
    }
    guard let end else { return false }
    guard bytes[end] == UInt8(ascii: "\n") else {
      // "hpi.. sore throat"
      let isPointed = end &+ 1 < count && bytes[end] == UInt8(ascii: ".") && bytes[end &+ 1] == UInt8(ascii: ".")
      return end > start &+ 1 && (bytes[end] == UInt8(ascii: ":") || isPointed)
    }
    return LineBreak.headings.contains {
      $0.utf8.elementsEqual(UnsafeBufferPointer(start: bytes + start, count: end - start))
    }
  }

  /// No text is wrapped at fewer bytes.
  private static let shortestWrapped = 45
  private static let small = UInt8(ascii: "a")...UInt8(ascii: "z")
  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
  private static let others = [UInt8(ascii: " "), UInt8(ascii: "/"), UInt8(ascii: "&")]
  private static let openWords = [
    "of", "for", "with", "no", "not", "and", "or", "the", "a", "an", "to", "in", "from", "by", "any", "without",
    "denies", "due", "is", "was", "has", "had", "her", "his", "on", "at", "out", "w",
  ]
  /// Headings in small letters that stand alone in their line.
  private static let headings = [
    "a/p", "a&p", "plan", "assessment", "impression", "imp", "dx", "exam", "pe", "hpi", "ros", "labs",
  ]
}
