import ClaimModel
import Testing

@Suite struct MessageIDTests {
  @Test func textReadsBack() {
    for number in 0..<200 {
      let id = MessageID.derived(from: "message", String(number))
      let text = id.description
      #expect(text.utf8.count == 36)
      #expect(MessageID(text) == id)
      #expect(MessageID(text.uppercased()) == id)
    }
  }

  @Test func writtenAsUUIDOfVersionEight() throws {
    let text = Array(MessageID.derived(from: "x").description)
    #expect(text[14] == "8")
    #expect("89ab".contains(text[19]))
    #expect(Set([8, 13, 18, 23].map { text[$0] }) == ["-"])
    let id = MessageID(high: 0x0011_2233_4455_6677, low: 0x8899_aabb_ccdd_eeff)
    #expect(id.description == "00112233-4455-6677-8899-aabbccddeeff")
  }

  @Test(arguments: [
    "", "00112233445566778899aabbccddeeff", "00112233-4455-6677-8899-aabbccddeef",
    "00112233-4455-6677-8899-aabbccddeeff0", "00112233+4455-6677-8899-aabbccddeeff",
    "0011223g-4455-6677-8899-aabbccddeeff", "001122-33445566-77-8899-aabbccddeeff",
  ]) func otherTextsAreRefused(text: String) { #expect(MessageID(text) == nil) }

  /// Every byte in every place of a text: only a digit in a place for digits and a hyphen in one for hyphens are read.
  @Test func oneByteMakesATextAnotherOrNone() {
    let id = MessageID(high: 0x0123_4567_89ab_cdef, low: 0xfedc_ba98_7654_3210)
    let text = Array(id.description.utf8)
    for place in text.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = text
        changed[place] = byte
        let read = changed.withUnsafeBytes { MessageID(text: $0) }
        let digit = byte < 0x80 ? Character(UnicodeScalar(byte)).hexDigitValue : nil
        guard text[place] != UInt8(ascii: "-"), let digit else {
          #expect(read == (byte == text[place] ? id : nil), "byte \(byte) in place \(place)")
          continue
        }
        // Hyphens stand behind digits 8, 12, 16 and 20.
        let number = place - text[..<place].count { $0 == UInt8(ascii: "-") }
        var words = [id.high, id.low]
        let shift = UInt64(60 - 4 * (number % 16))
        words[number / 16] = words[number / 16] & ~(15 << shift) | UInt64(digit) << shift
        #expect(read == MessageID(high: words[0], low: words[1]), "byte \(byte) in place \(place)")
      }
    }
  }

  @Test func childrenDifferByParentIndexAndPurpose() {
    let parent = MessageID.derived(from: "parent")
    var ids: Set<MessageID> = [parent]
    for index in 0..<50 {
      for purpose in ["visit-coded.v1", "statement-issued.v1"] {
        #expect(ids.insert(parent.child(index, of: purpose)).inserted)
        #expect(ids.insert(MessageID.derived(from: "other").child(index, of: purpose)).inserted)
      }
    }
    #expect(parent.child(3, of: "x") == parent.child(3, of: "x"))
  }

  @Test func orderIsThatOfTheText() {
    let ids = (0..<50).map { MessageID.derived(from: String($0)) }
    #expect(ids.sorted().map(\.description) == ids.map(\.description).sorted())
  }

  @Test func visitIDIsThatOfItsSource() {
    let id = VisitID.derived(from: "generated", "1", "2")
    #expect(id == VisitID.derived(from: "generated", "1", "2"))
    #expect(id != VisitID.derived(from: "generated", "12"))
    #expect(id.rawValue.utf8.count == 16)
    let number = PatientControlNumber(visit: id, submission: 12)
    #expect(number.rawValue.utf8.count <= 20)
    #expect(number.visit == id)
    #expect(number.submission == 12)
    #expect(PatientControlNumber("foreign").visit == nil)
    #expect(PatientControlNumber("foreign-x").submission == nil)
  }

  @Test func derivedProviderNumbersHaveTheirCheckDigit() {
    for number in 0..<100 { #expect(NPI.derived(from: "provider \(number)").isValid) }
    // Source: the example of CMS's check digit specification.
    #expect(NPI("1234567893").isValid)
    for wrong in ["1234567890", "123456789", "12345678933", "123456789X", ""] { #expect(!NPI(wrong).isValid) }
  }
}
