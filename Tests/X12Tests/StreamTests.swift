import ClaimModel
import Testing
import X12

/// A file that comes in pieces says what it says as a whole, and little of it is held.
@Suite struct StreamTests {
  private struct Told: Equatable {
    var contents: [TransactionContent] = []
    var transactions: [String] = []
    var groups: [String] = []
    var interchanges: [[EnvelopeFault]] = []

    mutating func take(_ events: [InterchangeEvent<TransactionContent>]) {
      for event in events {
        switch event {
        case .part(let content): contents.append(content)
        case .transaction(let transaction):
          transactions.append("\(transaction.controlNumber) \(transaction.faults) \(transaction.segmentFaults)")
          if let content = transaction.content { contents.append(content) }
        case .group(let group): groups.append("\(group.controlNumber) \(group.faults) \(group.includedCount)")
        case .interchange(let interchange): interchanges.append(interchange.faults)
        }
      }
    }
  }

  private func read(_ bytes: [UInt8], pieces: () -> Int) -> Told {
    var stream = InterchangeStream<AnyTransactionParser>(givesParts: false)
    var told = Told()
    var offset = 0
    while offset < bytes.count {
      let end = min(bytes.count, offset + max(1, pieces()))
      told.take(stream.read(Array(bytes[offset..<end])))
      offset = end
    }
    told.take(stream.finish())
    return told
  }

  @Test func everyFileSaysTheSameInPiecesOfAnySize() throws {
    var random = SeededRandom(seed: 77)
    for path in try Samples.paths(containing: "", in: ["imsweb", "linuxforhealth", "probes", "stupidedi"]) {
      let bytes = try Samples.bytes(path)
      let whole = read(bytes) { bytes.count }
      #expect(whole.interchanges == InterchangeReader<AnyTransactionParser>.read(bytes).map(\.faults), "\(path)")
      let largest = bytes.count > 100_000 ? 9_000 : 300
      #expect(read(bytes) { Int.random(in: 1...largest, using: &random) } == whole, "\(path)")
      if bytes.count < 1_200 { #expect(read(bytes) { 1 } == whole, "\(path)") }
    }
  }

  @Test func claimsAreToldWithThePieceThatEndsThem() throws {
    var fixtures = Fixtures(seed: 61)
    let batch = fixtures.batch(claims: 300)
    let bytes = try ProfessionalClaimsWriter.write([batch], in: Fixtures.envelope)
    var stream = InterchangeStream<ProfessionalClaimsParser>()
    var claims: [Claim] = []
    var parts: [Int] = []
    var isAccepted = false
    for start in stride(from: 0, to: bytes.count, by: 1_000) {
      for event in stream.read(Array(bytes[start..<min(bytes.count, start + 1_000)])) {
        switch event {
        case .part(let part):
          parts.append(part.claims.count)
          #expect(part.reference == batch.reference)
          claims += part.claims
        case .transaction(let transaction):
          isAccepted = transaction.isAccepted
          claims += transaction.content?.claims ?? []
        default: break
        }
      }
    }
    #expect(stream.finish().isEmpty)
    #expect(claims == batch.claims && isAccepted)
    // A piece ends few claims, and each is told at once.
    #expect(parts.count > 100 && parts.allSatisfy { (1...4).contains($0) })
  }

  /// What is held from the piece before is read on its own, which makes no second part.
  @Test(arguments: [1, 7, 100, 1_000, 10_000]) func aPieceTellsOfItsClaimsAtOnce(size: Int) throws {
    var fixtures = Fixtures(seed: 62)
    let batch = fixtures.batch(claims: 30)
    let bytes = try ProfessionalClaimsWriter.write([batch], in: Fixtures.envelope)
    var stream = InterchangeStream<ProfessionalClaimsParser>()
    var claims: [Claim] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      let parts = stream.read(Array(bytes[start..<min(bytes.count, start + size)])).compactMap { event in
        switch event {
        case .part(let part): part.claims
        case .transaction(let transaction): transaction.content?.claims
        default: nil
        }
      }
      #expect(parts.count <= 1)
      claims += parts.flatMap { $0 }
    }
    #expect(stream.finish().isEmpty && claims == batch.claims)
  }

  /// A segment that never ends, made as it is read.
  @Test func aSegmentWithoutEndIsRefusedAndTheNextInterchangeIsRead() {
    let head = Array(SyntaxFaultTests.good.utf8)
    var stream = InterchangeStream<AnyTransactionParser>()
    var told = Told()
    told.take(stream.read(head + Array(head.prefix { $0 != UInt8(ascii: "\n") }) + Array("\nGS*HC*".utf8)))
    let piece = [UInt8](repeating: UInt8(ascii: "7"), count: 1 << 18)
    for _ in 0..<64 { told.take(stream.read(piece)) }
    told.take(stream.read(Array("~".utf8) + head))
    told.take(stream.finish())
    #expect(told.interchanges.map { $0.map(\.code) } == [[], [.invalidTerminator], []])
    #expect(told.interchanges[1].first?.byteOffset == head.count + 107)
  }

  @Test func aMillionEmptySegmentsAreNothing() {
    let text = SyntaxFaultTests.good.replacing("LX*1~", with: "LX*1" + String(repeating: "~", count: 1_000_000))
    #expect(ProfessionalClaimsReader.read(Array(text.utf8)).flatMap(\.accepted).map(\.claims.count) == [1])
  }
}
