/// A binding key of a topic exchange: words between dots, `*` for one word, `#` for any number of them.
///
/// Source: AMQP 0-9-1 section 3.1.3.3.
struct TopicPattern {
  private let pattern: [UInt8]
  /// Whether a word of it stands for others.
  private let hasWildcards: Bool

  init(_ key: String) {
    pattern = Array(key.utf8)
    hasWildcards = pattern.contains(UInt8(ascii: "*")) || pattern.contains(UInt8(ascii: "#"))
  }

  /// Whether a routing key, given by its bytes, fits.
  func matches(_ key: [UInt8]) -> Bool {
    hasWildcards ? matches(from: 0, key, from: 0) : pattern == key
  }

  /// Whether the words of the pattern from `place` on fit the words of the key from `start` on. A place behind the end
  /// means that no word is left; one at the end, an empty word.
  private func matches(from place: Int, _ key: [UInt8], from start: Int) -> Bool {
    guard place <= pattern.count else { return start > key.count }
    let word = pattern[place..<TopicPattern.endOfWord(in: pattern, from: place)]
    let next = word.endIndex + 1
    if word.elementsEqual([UInt8(ascii: "#")]) {
      var rest = start
      while rest <= key.count {
        if matches(from: next, key, from: rest) { return true }
        rest = TopicPattern.endOfWord(in: key, from: rest) + 1
      }
      return matches(from: next, key, from: rest)
    }
    guard start <= key.count else { return false }
    let end = TopicPattern.endOfWord(in: key, from: start)
    guard word.elementsEqual([UInt8(ascii: "*")]) || word.elementsEqual(key[start..<end]) else { return false }
    return matches(from: next, key, from: end + 1)
  }

  private static func endOfWord(in key: [UInt8], from start: Int) -> Int {
    var end = start
    while end < key.count, key[end] != UInt8(ascii: ".") { end += 1 }
    return end
  }
}
