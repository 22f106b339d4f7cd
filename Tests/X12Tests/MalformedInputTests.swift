import ClaimModel
import Testing
import X12

/// Whatever the bytes are, reading ends with values, and the answer to them can be written.
@Suite struct MalformedInputTests {
  private static func sources() throws -> [[UInt8]] {
    var fixtures = Fixtures(seed: 1)
    let batch = fixtures.batch(claims: 3)
    return [
      try ProfessionalClaimsWriter.write([batch, batch], in: Fixtures.envelope),
      try RemittanceWriter.write([fixtures.remittance(claims: 3)], from: Fixtures.remitter, in: Fixtures.envelope),
      try ClaimAcknowledgmentWriter.write(
        [fixtures.acknowledgment(of: batch)], to: Fixtures.submitter, reference: "R", in: Fixtures.envelope),
      try Samples.bytes("probes/999_reject_ctx.edi"),
    ]
  }

  private func readAsEverything(_ bytes: [UInt8]) throws {
    let claims = ProfessionalClaimsReader.read(bytes)
    #expect(!claims.isEmpty)
    let answers = claims.flatMap { $0.groups.map(\.acknowledgment) }
    if !answers.isEmpty {
      let reply = try ImplementationAcknowledgmentWriter.write(answers, in: Fixtures.envelope)
      let interchanges = ImplementationAcknowledgmentReader.read(reply)
      let readBack = interchanges.flatMap(\.accepted)
      #expect(readBack.map(\.transactions.count) == answers.map(\.transactions.count))
      #expect(readBack.map(\.acceptedCount) == answers.map(\.acceptedCount))
    }
    #expect(!RemittanceReader.read(bytes).isEmpty)
    #expect(!ClaimAcknowledgmentReader.read(bytes).isEmpty)
    #expect(!ImplementationAcknowledgmentReader.read(bytes).isEmpty)
  }

  @Test(arguments: 0..<4) func truncatedAnywhere(source: Int) throws {
    let bytes = try MalformedInputTests.sources()[source]
    for length in stride(from: 0, to: bytes.count, by: 7) { try readAsEverything(Array(bytes[..<length])) }
  }

  @Test(arguments: 0..<4) func withBytesChangedRemovedOrRepeated(source: Int) throws {
    let original = try MalformedInputTests.sources()[source]
    var random = SeededRandom(seed: UInt64(source) + 100)
    let favourites = Array("*~:^\n\r 0-.ISAGT".utf8) + [0, 255, 195, 128]
    for _ in 0..<600 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[at] = favourites.randomElement(using: &random) ?? 0
        case 2: bytes.remove(at: at)
        case 3: bytes.insert(favourites.randomElement(using: &random) ?? 0, at: at)
        default:
          let end = min(bytes.count, at + Int.random(in: 1...200, using: &random))
          bytes.insert(contentsOf: Array(bytes[at..<end]), at: Int.random(in: 0...bytes.count, using: &random))
        }
      }
      try readAsEverything(bytes)
    }
  }

  @Test(arguments: [
    "", "I", "ISA", "ISA*", "ISA*00*", String(repeating: "ISA*", count: 50), String(repeating: "*", count: 500),
    String(repeating: "ISA", count: 200), "ISA\u{0}\u{0}", "GS*HC~ST*837~SE*1~",
  ])
  func hardlyAnything(text: String) throws { try readAsEverything(Array(text.utf8)) }

  @Test func segmentsWithThousandsOfElementsComponentsAndFaults() throws {
    let bytes = try MalformedInputTests.sources()[0]
    let text = String(decoding: bytes, as: UTF8.self)
    for stuffing in [
      String(repeating: "*", count: 100_000), String(repeating: ":", count: 100_000),
      String(repeating: "^", count: 10_000), String(repeating: "9", count: 10_000),
      "~" + String(repeating: "SV1*~", count: 5_000), String(repeating: "~HL*1**20", count: 2_000),
    ] {
      for mark in ["SV1*HC:", "CLM*V", "HL*2*", "ST*837*", "GS*HC*"] {
        try readAsEverything(Array(text.replacing(mark, with: mark + stuffing).utf8))
      }
    }
  }

  /// Days and months are counted from one.
  @Test(arguments: ["20260001", "20260100", "00000000", "20261301", "20260230"])
  func dayThatIsNoneIsAFault(digits: String) throws {
    var fixtures = Fixtures(seed: 5)
    let batch = fixtures.batch(claims: 1)
    let day = batch.claims[0].lines[0].dateOfService.yyyymmdd
    let text = String(decoding: try ProfessionalClaimsWriter.write([batch], in: Fixtures.envelope), as: UTF8.self)
    let flawed = text.replacing("DTP*472*D8*\(day)~", with: "DTP*472*D8*\(digits)~")
    try #require(flawed != text)
    let transactions = ProfessionalClaimsReader.read(Array(flawed.utf8)).flatMap { $0.groups.flatMap(\.transactions) }
    #expect(transactions.first?.segmentFaults.isEmpty == false && transactions.first?.content == nil)
  }
}
