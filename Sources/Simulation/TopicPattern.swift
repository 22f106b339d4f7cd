/// A binding key of a topic exchange: words between dots, `*` for one word, `#` for any number of them.
///
/// Source: AMQP 0-9-1 section 3.1.3.3.
struct TopicPattern {
  private let words: [Substring]

  init(_ key: String) { words = key.split(separator: ".", omittingEmptySubsequences: false) }

  /// Whether a routing key fits.
  func matches(_ key: String) -> Bool {
    TopicPattern.matches(words[...], key.split(separator: ".", omittingEmptySubsequences: false)[...])
  }

  private static func matches(_ pattern: ArraySlice<Substring>, _ key: ArraySlice<Substring>) -> Bool {
    guard let first = pattern.first else { return key.isEmpty }
    if first == "#" {
      return (0...key.count).contains { matches(pattern.dropFirst(), key.dropFirst($0)) }
    }
    guard let word = key.first, first == "*" || first == word else { return false }
    return matches(pattern.dropFirst(), key.dropFirst())
  }
}
