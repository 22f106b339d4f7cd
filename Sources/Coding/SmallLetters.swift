/// A stretch of a text in small letters, looked through byte by byte: a string compares whole characters, which takes a hundred
/// times as long.
struct SmallLetters {
  /// The stretch's bytes.
  let bytes: [UInt8]

  /// The words of a text in small letters, numbers with their fraction.
  static func words(of text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in bytes.allSatisfy { $0 < 0x80 } ? plainWords(of: bytes) : nil } ?? anyWords(of: text)
  }

  /// Those of ASCII, which need no tables of letters.
  private static func plainWords(of text: UnsafeBufferPointer<UInt8>) -> [String] {
    SmallLetters(text).bytes.split { byte in
      !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        && byte != UInt8(ascii: ".")
    }
    .map { String(decoding: $0.last == UInt8(ascii: ".") ? $0.dropLast() : $0, as: UTF8.self) }
  }

  private static func anyWords(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." }
      .map { $0.hasSuffix(".") ? String($0.dropLast()) : String($0) }
  }

  /// The numbers of minutes among some words: "45 min".
  static func minutes(among words: [String]) -> [Int] {
    words.indices.dropLast().compactMap { index in
      ["min", "mins", "minutes"].contains(words[index + 1]) ? Int(words[index]) : nil
    }
  }

  /// The bytes of a stretch of UTF-8 text; letters beyond ASCII stay as they are.
  init(_ text: some Sequence<UInt8>) {
    bytes = text.withContiguousStorageIfAvailable { $0.map(SmallLetters.small) } ?? text.map(SmallLetters.small)
  }

  @inline(__always)
  private static func small(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// A whole text.
  init(_ text: String) {
    var text = text
    self = text.withUTF8 { SmallLetters($0) }
  }

  /// Whether the stretch holds words, given in small letters.
  func holds(_ words: StaticString) -> Bool { place(of: words) != nil }

  /// Where words first stand, in bytes.
  func place(of words: StaticString) -> Int? {
    words.withUTF8Buffer { words in bytes.withUnsafeBufferPointer { $0.firstPlace(of: words) } }
  }

  /// The lines that hold words, given in small letters.
  func lines(with words: StaticString) -> [ArraySlice<UInt8>] {
    guard holds(words) else { return [] }
    return bytes.split(separator: UInt8(ascii: "\n")).filter { line in
      words.withUTF8Buffer { words in line.withUnsafeBufferPointer { $0.firstPlace(of: words) != nil } }
    }
  }

  /// Whether it holds any of some words.
  func holds(anyOf words: [StaticString]) -> Bool { words.contains { holds($0) } }

  /// Whether it holds another stretch.
  func holds(_ other: SmallLetters) -> Bool {
    other.bytes.withUnsafeBufferPointer { other in bytes.withUnsafeBufferPointer { $0.firstPlace(of: other) != nil } }
  }

  /// Whether a letter stands at a place; of those beyond ASCII the Latin ones count.
  func isLetter(at place: Int) -> Bool {
    switch bytes[place] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): true
    // The first byte of a letter from À on, and the last byte of one.
    case 0xc3...0xc9: true
    case 0x80...0xbf: place > 0 && (0xc3...0xc9).contains(bytes[place - 1])
    default: false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where words first stand in a text.
  func firstPlace(of words: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = words.first else { return 0 }
    var start = 0
    while start <= count &- words.count {
      if self[start] == first {
        var next = 1
        while next < words.count, self[start &+ next] == words[next] { next &+= 1 }
        if next == words.count { return start }
      }
      start &+= 1
    }
    return nil
  }
}
