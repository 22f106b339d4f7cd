/// Reads the words of a text one after the other: runs of letters and digits, in lower case.
///
/// It goes over the bytes, since asking each character of a note what it is costs more than coding it. A word of ASCII
/// letters and digits is packed into a number, so that comparing two is one instruction; longer words, and those with other
/// letters, are none that anybody asks for, and their spelling is zero.
struct NoteWords {
  /// A word.
  struct Word {
    /// Its letters, packed; zero for a word that is in no table.
    var spelling: UInt128 = 0
    /// Its value, when it is all digits; what is above 999 is 1000.
    var number: Int?
  }

  private let text: UnsafeBufferPointer<UInt8>
  private var position = 0

  /// A reader of a text, valid as long as its bytes are.
  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// The next word; `nil` at the end of the text.
  mutating func next() -> Word? {
    while let (letter, width) = letter(), letter == NoteWords.separator || letter == NoteWords.joiner {
      position += width
    }
    guard position < text.count else { return nil }
    var word = Word()
    var length = 0
    var isNumber = true
    var value = 0
    while let (letter, width) = letter(), letter != NoteWords.separator {
      if isNumber, (1...3).contains(length), letter >= UInt8(ascii: "a"), startsUnit() { break }
      position += width
      length += 1
      if letter <= NoteWords.joiner { length = NoteWords.longest + 1 }
      word.spelling = word.spelling << 8 | UInt128(letter)
      let digit = Int(letter) - 0x30
      isNumber = isNumber && (0...9).contains(digit)
      if isNumber { value = min(1000, value * 10 + digit) }
    }
    if isNumber { word.number = value }
    if length > NoteWords.longest { word.spelling = 0 }
    return word
  }

  /// The spelling of a word of ASCII letters.
  static func spelling(_ word: String) -> UInt128 { word.utf8.reduce(0) { $0 << 8 | UInt128($1) } }

  /// A table by spelling.
  static func spelled<Value>(_ words: KeyValuePairs<String, Value>) -> [UInt128: Value] {
    Dictionary(uniqueKeysWithValues: words.map { (spelling($0), $1) })
  }

  /// The spellings of the words of a line.
  static func spelled(_ line: String) -> [UInt128] { line.split(separator: " ").map { spelling(String($0)) } }

  private static let longest = 15
  /// What stands between words, a letter or digit beyond ASCII, and what belongs to the character before it.
  private static let separator: UInt8 = 0
  private static let foreign: UInt8 = 1
  private static let joiner: UInt8 = 2

  /// What stands here: a letter in lower case, a digit, or one of the marks above, and how many bytes it takes.
  @inline(__always)
  private func letter() -> (letter: UInt8, width: Int)? {
    guard position < text.count else { return nil }
    let byte = text[position]
    switch byte {
    case 0x30...0x39, 0x61...0x7a: return (byte, 1)
    case 0x41...0x5a: return (byte | 0x20, 1)
    case 0x80...: return beyondASCII()
    default: return (NoteWords.separator, 1)
    }
  }

  /// Whether a unit of age follows its number without a space: "45yo", "26y", "18mo".
  private func startsUnit() -> Bool {
    var unit: UInt32 = 0
    for byte in text[position...].prefix(4) {
      let letter = byte | 0x20
      guard (0x61...0x7a).contains(letter) else { break }
      unit = unit << 8 | UInt32(letter)
    }
    return NoteWords.units.contains(unit)
  }

  private static let units = Set(
    ["y", "yo", "yr", "yrs", "mo", "mos", "wk", "wks"].map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } })

  private func beyondASCII() -> (letter: UInt8, width: Int) {
    var decoder = UTF8()
    var bytes = text[position...].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return (NoteWords.separator, 1) }
    let properties = scalar.properties
    let isLetter = properties.isAlphabetic || properties.numericType != nil
    let mark = properties.isGraphemeExtend ? NoteWords.joiner : isLetter ? NoteWords.foreign : NoteWords.separator
    return (mark, UTF8.width(scalar))
  }
}
