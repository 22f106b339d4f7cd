/// The title of a code as it stands in the code set, looked through without a copy.
extension UnsafeBufferPointer<UInt8> {
  /// Whether the text holds a word, given in small letters where they are to match capitals too.
  func holds(_ word: [UInt8], ignoringCase: Bool = false) -> Bool {
    guard count >= word.count, let first = word.first else { return word.isEmpty }
    let capital = ignoringCase && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) ? first & ~0x20 : first
    return (0...count - word.count).contains { start in
      (self[start] == first || self[start] == capital)
        && word.indices.dropFirst().allSatisfy {
          self[start + $0] == word[$0] || ignoringCase && self[start + $0] | 0x20 == word[$0]
        }
    }
  }
}
