/// The title of a code as it stands in the code set, looked through without a copy.
extension UnsafeBufferPointer<UInt8> {
  /// Whether the text holds a word, given in small letters where they are to match capitals too.
  func holds(_ word: [UInt8], ignoringCase: Bool = false) -> Bool {
    guard count >= word.count, let first = word.first else { return word.isEmpty }
    let capital = ignoringCase && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) ? first & ~0x20 : first
    var start = 0
    while start <= count - word.count {
      if self[start] == first || self[start] == capital {
        var next = 1
        while next < word.count,
          self[start + next] == word[next] || ignoringCase && self[start + next] | 0x20 == word[next]
        {
          next += 1
        }
        if next == word.count { return true }
      }
      start += 1
    }
    return false
  }
}
