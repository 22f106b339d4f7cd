import ClaimModel
import Testing

@testable import X12

/// What is remembered of elements that were read before, and how delimiters are found many bytes at once.
@Suite struct KnownValuesTests {
  /// The key of the first element of a segment.
  private func key(_ element: String) -> ElementKey? { withFirstSegment("REF*\(element)*X~") { ElementKey($0[1]) } }

  private func withFirstSegment<Result>(_ text: String, _ view: (Segment) -> Result?) -> Result? {
    let scratch = UnsafeMutablePointer<Int>.allocate(capacity: SegmentCursor.scratchCapacity)
    defer { scratch.deallocate() }
    return Array(text.utf8).withUnsafeBufferPointer { bytes in
      var cursor = SegmentCursor(bytes, at: 0, delimiters: .standard, scratch: scratch)
      return cursor?.next(position: 1).flatMap(view)
    }
  }

  @Test func elementsAreToldApartByEachByte() {
    #expect(key("") == nil && key(String(repeating: "A", count: 17)) == nil)
    for count in 1...16 {
      let text = String(repeating: "A", count: count)
      #expect(key(text) != nil && key(text) == key(text))
      #expect(key(text) != key(text + "A"))
      for place in 0..<count {
        let other = String(repeating: "A", count: place) + "B" + String(repeating: "A", count: count - place - 1)
        #expect(key(text) != key(other), "\(other)")
      }
    }
  }

  @Test func whatIsKnownIsFoundUntilAnotherTakesItsPlace() throws {
    var known = KnownValues<String>()
    let first = try #require(key("A"))
    known[first] = "a"
    #expect(known[first] == nil, "it has not started")
    known.start()
    known[first] = "a"
    #expect(known[first] == "a")
    let other = try #require((0...9_999).lazy.compactMap { key("\($0)") }.first { $0.hash == first.hash })
    #expect(known[other] == nil)
    known[other] = "b"
    #expect(known[first] == nil && known[other] == "b")
  }

  @Test func aCompositeIsKnownOnlyForItsRule() {
    let known = KnownComposites.allocate()
    defer { known.deallocate() }
    let rules: [UInt8] = [0, 0]
    rules.withUnsafeBytes { rules in
      guard let rule = rules.baseAddress else { return }
      let words: (UInt64, UInt64) = (0x3a42_4b41, 0)
      #expect(!known.has(words, rule))
      known.add(words, rule)
      #expect(known.has(words, rule) && !known.has(words, rule + 1) && !known.has((words.0, 1), rule))
    }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>) func manyClaimsAreReadAsTheyWereWritten(seed: UInt64) throws {
    var fixtures = Fixtures(seed: seed)
    let batch = fixtures.batch(claims: 10 * ProfessionalClaimsParser.claimsWithoutKnowing)
    let bytes = try ProfessionalClaimsWriter.write([batch], in: Fixtures.envelope)
    #expect(ProfessionalClaimsReader.read(bytes).flatMap(\.accepted) == [batch])
  }

  /// Whatever stands at whatever place of a segment, its elements and odd bytes are found.
  @Test func delimitersAreFoundAtEveryPlace() {
    let rest = "*REST~ISA*REF*\n\u{0}~"
    for place in 0..<140 {
      for byte in ["*", "\u{1}", "\n", " ", "\u{7f}", "\u{1f}", "é", ":", "^"] {
        let text = String(repeating: " ", count: place) + byte + String(repeating: "+", count: 139 - place)
        let segment = "N3*A\(text)"
        let found = withFirstSegment(segment + rest) { segment in
          ((0...segment.elementCount).map { segment[$0].string }, segment.hasOddBytes, segment.hasComponents)
        }
        let expected = (segment + "*REST").split(separator: "*", omittingEmptySubsequences: false).map(String.init)
        #expect(found?.0 == expected, "\(byte) at \(place)")
        let odd = ["\u{1}", "\n", "\u{7f}", "\u{1f}", "é", "^"]
        #expect(found?.1 == odd.contains(byte) && found?.2 == (byte == ":"), "\(byte) at \(place)")
      }
    }
  }
}
