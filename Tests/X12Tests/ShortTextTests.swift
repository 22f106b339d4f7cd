import ClaimModel
import Testing

@testable import X12

/// Short texts that are made of words, and what the writer does with such texts and with numbers.
@Suite struct ShortTextTests {
  private static let texts = (1...15).map { String("AZ09 +-.,/()&'#XYZ".prefix($0)) } + ["\u{1}", "a", "\u{7f}"]

  /// The first sixteen bytes of a text, zeros behind it.
  private func words(_ text: String) -> (UInt64, UInt64) {
    let bytes = Array(text.utf8) + Array(repeating: 0, count: 16)
    func word(_ start: Int) -> UInt64 { bytes[start..<start + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) } }
    return (word(0), word(8))
  }

  @Test func stringsAreLaidOutAsIsThought() { #expect(ShortText.isLaidOutInWords) }

  @Test func aTextOfWordsIsTheStringOfItsBytes() {
    for text in Self.texts {
      let made = ShortText(words(text), text.utf8.count)?.string
      #expect(made == text)
      #expect((made ?? "") + "!" == text + "!" && made?.utf8.count == text.utf8.count)
      let taken = ShortText(String(decoding: Array(text.utf8), as: UTF8.self))
      #expect(taken?.string == text)
    }
  }

  @Test func textsThatAreEmptyLongOrNotASCIIAreNone() {
    for text in ["", "ÄRZTE", "é", "SIXTEEN LETTERS!", String(repeating: "LONG", count: 9)] {
      #expect(ShortText(text) == nil, "\(text)")
    }
    #expect(ShortText(words("é"), 2) == nil)
    #expect(ShortText(words("SEVEN LETTERSé"), 15) == nil)
  }

  /// An element's words are its bytes, whatever stands behind it.
  @Test func anElementsWordsEndWithIt() throws {
    for count in 0...16 {
      let text = String("SIXTEEN LETTERS!".prefix(count))
      let bytes = Array((text + "*BEHIND IT STAND OTHER BYTES").utf8)
      let found = bytes.withUnsafeBufferPointer { memory in
        memory.baseAddress.map {
          Element(base: $0, count: count, component: 0, repetition: nil, hasWords: true).words
        }
      }
      let made = try #require(found)
      #expect(made == words(text))
      if count <= ShortText.longest { #expect(ShortText(made, count)?.string == text) }
    }
  }

  private func segment(of text: String) -> String {
    var writer = SegmentWriter(lineBreaks: false)
    writer.begin("N3")
    writer.text(text, max: 60)
    writer.end()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Whatever stands at whatever place, a short text is written as a long one of the same characters.
  @Test func shortTextsAreWrittenAsLongOnesAre() {
    for count in 1...15 {
      for place in 0..<count {
        for byte in ["A", " ", "*", ":", "^", "~", "{", "z", "\u{1}", "\u{7f}", "é"] {
          let letters = String(repeating: "B", count: place) + byte + String(repeating: "C", count: count - place - 1)
          let written = segment(of: letters)
          // What is beyond the long text's middle is the same.
          let expected = segment(of: "SIXTEEN LETTERS+" + letters).replacing("SIXTEEN LETTERS+", with: "")
          // A text that starts with blanks loses them, which the long one keeps in its middle.
          let blanks = expected.dropFirst(3).prefix { $0 == " " }.count
          #expect(
            written == "N3*" + expected.dropFirst(3 + blanks) || written == "N3~" && expected == "N3*~", "\(letters)")
        }
      }
    }
  }

  @Test func numbersAreWrittenInTheirDigits() {
    var numbers = [
      0, 1, 9, 10, 99, 100, 9_999, 10_000, 99_999_999, 100_000_000, 123_456_789_012, -1, -10, Int.max, Int.min,
    ]
    numbers += (0..<400).map { $0 * 249_989 + $0 % 7 }
    for number in numbers {
      var writer = SegmentWriter(lineBreaks: false)
      writer.begin("HL")
      writer.number(number)
      writer.end()
      #expect(String(decoding: writer.bytes, as: UTF8.self) == "HL*\(number)~")
    }
  }

  @Test func amountsAreWrittenInAsFewDigitsAsTheyNeed() {
    for cents in [0, 1, 5, 10, 99, 100, 101, 110, 12_345, 123_450, 9_999_999_999, -5, -12_340]
      + (0..<300).map({ $0 * 3_331 })
    {
      var writer = SegmentWriter(lineBreaks: false)
      writer.begin("AMT")
      writer.money(Money(cents: cents))
      writer.end()
      #expect(String(decoding: writer.bytes, as: UTF8.self) == "AMT*\(Money(cents: cents).x12)~")
    }
  }
}
