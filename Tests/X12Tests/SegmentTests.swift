import ClaimModel
import Testing

@testable import X12

/// Segments and elements, read and written.
@Suite struct SegmentTests {
  @Test func everySegmentIsPackedAsItsName() {
    for id in SegmentID.allCases { #expect(id.name.lowercased() == "\(id)") }
  }

  /// The first segment of `text`, shown through `view`.
  private func first<Result>(_ text: String, _ view: (Segment) throws -> Result) throws -> Result {
    let scratch = UnsafeMutablePointer<Int>.allocate(capacity: SegmentCursor.scratchCapacity)
    defer { scratch.deallocate() }
    return try Array(text.utf8).withUnsafeBufferPointer { bytes in
      var cursor = try #require(SegmentCursor(bytes, at: 0, delimiters: .standard, scratch: scratch))
      let segment = cursor.next(position: 4)
      return try view(try #require(segment))
    }
  }

  @Test func elementsComponentsAndRepetitionsAreFoundByPosition() throws {
    try first("\r\n  SV1*HC:99213:25*125.5*UN**A^B:C^~LX*1~") { segment in
      #expect(segment.id == .sv1)
      #expect(segment.position == 4)
      #expect(segment.byteOffset == 4)
      #expect(segment.elementCount == 5)
      #expect(segment[1].component(2).string == "99213")
      #expect(segment[1].component(4).isEmpty)
      #expect(segment[1].componentCount == 3)
      #expect(segment[2].money == Money(cents: 12_550))
      #expect(segment[4].isEmpty && segment[6].isEmpty && segment[99].isEmpty && segment[-1].isEmpty)
      #expect(segment[5].repetitionCount == 3)
      #expect(segment[5].repetition(2).component(2).string == "C")
      #expect(segment[5].repetition(3).isEmpty)
      #expect(segment[0].is("SV1") && !segment[0].is("SV"))
    }
  }

  @Test(arguments: [
    "0", "125", "125.5", "125.50", "-0.05", ".5", "5.", "", "-", ".", "1.234", "1.2300", "12345678901", "123456789012",
    "1e5", " 1", "+7", "--1", "1.2.3", "00.10",
  ])
  func amountsAreReadLikeMoney(text: String) throws {
    try first("AMT*\(text)*X~") { #expect($0[1].money == Money(text)) }
  }

  @Test(arguments: [
    ("20260229", nil), ("20240229", "20240229"), ("2026041", nil), ("20261015-20261017", "20261015"),
    ("20261015-20261317", nil), ("+2026101", nil), ("", nil),
  ])
  func datesAreReadOrNot(text: String, expected: String?) throws {
    try first("DTP*\(text)*X~") { #expect($0[1].date?.yyyymmdd == expected) }
  }

  @Test(arguments: [("1", 1), ("1.00", 1), ("1.5", 2), ("0", 0), ("0.25", 1), ("x", nil), ("", nil)])
  func quantitiesAreRoundedUp(text: String, expected: Int?) throws {
    try first("QTY*\(text)*X~") { #expect($0[1].quantity == expected) }
  }

  private func written(_ body: (inout SegmentWriter) -> Void) -> String {
    var writer = SegmentWriter(lineBreaks: false)
    writer.begin("NM1")
    body(&writer)
    writer.end()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("Smith", "SMITH"), ("O'Neil-Fox", "O'NEIL-FOX"), ("José Núñez", "JOSE NUNEZ"), ("A*B~C:D^E", "A B C D E"),
    ("  padded  ", "PADDED"), ("line\nbreak\u{0}", "LINE BREAK"), ("李", ""),
    ("a & b (c) #1 \"x\"", "A & B (C) #1 \"X\""),
    ("Straße", "STRASE"), ("e\u{301}", "E"), ("~*:", ""),
  ])
  func textIsMadeFit(text: String, expected: String) {
    let segment = written {
      $0.text(text, max: 60)
      $0.code("END")
    }
    #expect(segment == "NM1*\(expected)*END~")
  }

  /// Whatever character stands at whatever place.
  @Test func everyCharacterIsMadeFitAtEveryPlace() {
    var broken: [String] = []
    for place in 0..<9 {
      for byte in 1...255 as ClosedRange<UInt8> {
        var text = String(repeating: "A", count: place)
        text.unicodeScalars.append(Unicode.Scalar(byte))
        text += String(repeating: "A", count: 8 - place)
        let isFit = byte < 97 ? byte > 32 && !"*:^".utf8.contains(byte) : (123...125).contains(byte)
        let segment = written { $0.text(text, max: 60) }
        let isPlain = segment.utf8.allSatisfy { $0 < 127 && !(97...122).contains($0) }
        if isFit
          ? segment != "NM1*\(text)~" : !isPlain || segment.contains("^") || segment.split(separator: "*").count > 2
        {
          broken.append("\(byte) at \(place)")
        }
      }
    }
    #expect(broken.isEmpty)
  }

  @Test func numbersOfAnyLengthAreWritten() {
    for number in [Int.min, -10, -9, 9, 10, 99, 100, 999_999_999, 1_000_000_000, Int.max] {
      #expect(written { $0.number(number) } == "NM1*\(number)~")
    }
  }

  @Test func textIsCutAndIdentifiersAreNot() {
    var writer = SegmentWriter()
    writer.begin("NM1")
    writer.text("ABC DEF", max: 4)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "NM1*ABC")
    #expect(writer.fault == nil)
    writer.identifier("12345", max: 4)
    writer.identifier("", max: 4)
    #expect(writer.fault == X12Error(code: .tooLong, segment: "NM1", element: 2, position: 0))
    #expect(writer.fault?.description == "X12 too-long at NM102, segment 0")
  }

  @Test func whatIsEmptyAtTheEndIsLeftOut() {
    #expect(written { $0.skip(9) } == "NM1~")
    #expect(
      written {
        $0.skip(2)
        $0.text("", max: 5)
        $0.code("X")
        $0.text(" ", max: 5)
      } == "NM1****X~")
    #expect(
      written {
        $0.composite()
        $0.optionalComponent("", max: 5)
        $0.component("B", max: 5)
        $0.optionalComponent("", max: 5)
        $0.code("Z")
      } == "NM1*:B*Z~")
    #expect(
      written {
        $0.composite()
        $0.optionalComponent("", max: 5)
      } == "NM1~")
  }

  @Test func numbersAmountsAndDaysAreWrittenShort() {
    let segment = written {
      for cents in [0, 5, 50, 100, -1_205, 123_456_789] { $0.money(Money(cents: cents)) }
      $0.number(-7)
      $0.number(0)
      $0.date(CalendarDate(year: 2026, month: 1, day: 9)!)
    }
    #expect(segment == "NM1*0*0.05*0.5*1*-12.05*1234567.89*-7*0*20260109~")
  }
}
