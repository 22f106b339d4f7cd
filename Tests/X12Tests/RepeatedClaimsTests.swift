import ClaimModel
import Testing
import X12

/// What is remembered of claims (their segments' places, which elements were sound, what these were read as) changes nothing of
/// what the next ones are found to be.
@Suite struct RepeatedClaimsTests {
  /// A fault of a claim, its place told from where the claim starts.
  private struct Found: Equatable {
    var segment: String
    var place: Int
    var byte: Int
    var loop: String
    var code: SegmentFault.Code
    var elements: [ElementFault]
  }

  /// The segments of a transaction before its first subscriber, and those of each subscriber with its claim.
  private func segments(of batch: ClaimBatch) throws -> (head: [String], claims: [[String]]) {
    let bytes = try ProfessionalClaimsWriter.write([batch], in: Fixtures.envelope)
    let all = String(decoding: bytes, as: UTF8.self).split(whereSeparator: { "~\n".contains($0) }).map(String.init)
    var parts: [[String]] = [[]]
    for segment in all where !["SE*", "GE*", "IEA"].contains(segment.prefix(3)) {
      if segment.hasPrefix("HL*"), segment.contains("*22*") { parts.append([]) }
      parts[parts.count - 1].append(segment)
    }
    return (parts[0], Array(parts.dropFirst()))
  }

  /// A file of one transaction with these claims, and where each of them starts: position and byte.
  private func file(_ head: [String], _ claims: [[String]]) -> (bytes: [UInt8], starts: [(position: Int, byte: Int)]) {
    var text = head.map { $0 + "~" }.joined()
    var starts: [(position: Int, byte: Int)] = []
    // Of the envelope ISA and GS are no part of the transaction.
    var position = head.count - 1
    for (index, claim) in claims.enumerated() {
      starts.append((position, text.utf8.count))
      text += "HL*\(String(repeating: "0", count: 6 - "\(index + 2)".count))\(index + 2)*1*22*0~"
      text += claim.dropFirst().map { $0 + "~" }.joined()
      position += claim.count
    }
    starts.append((position, text.utf8.count))
    text += "SE*\(position)*0001~GE*1*101~IEA*1*000000101~"
    return (Array(text.utf8), starts)
  }

  /// The faults of each claim of a file.
  private func faults(
    _ transaction: ReceivedTransaction<ClaimBatch>, _ starts: [(position: Int, byte: Int)]
  ) -> [[Found]] {
    var found = [[Found]](repeating: [], count: starts.count - 1)
    for fault in transaction.segmentFaults + transaction.notes {
      // What is missing is told at the segment that follows: it belongs to the claim before.
      let isBefore = fault.code == .missing ? 1 : 0
      let index = starts.lastIndex { $0.position <= fault.position - isBefore } ?? 0
      let claim = min(index, found.count - 1)
      found[claim].append(
        Found(
          segment: fault.segment, place: fault.position - starts[claim].position,
          byte: (fault.byteOffset ?? 0) - starts[claim].byte, loop: fault.loop, code: fault.code,
          elements: fault.elements))
    }
    return found
  }

  private func transaction(_ bytes: [UInt8]) throws -> ReceivedTransaction<ClaimBatch> {
    try #require(ProfessionalClaimsReader.read(bytes).first?.groups.first?.transactions.first)
  }

  /// Breaks something in one of a claim's segments, but neither its level nor its CLM, on which what follows depends.
  private func breakSomething(in claim: inout [String], _ fixtures: inout Fixtures) {
    let index = fixtures.number(1...claim.count - 1)
    guard !claim[index].hasPrefix("CLM") else { return }
    var words = claim[index].split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    let element = fixtures.number(1...words.count - 1)
    switch fixtures.number(0...9) {
    case 0: claim.remove(at: index)
    case 1: claim.insert(claim[index], at: index)
    case 2: words.append("X")
    case 3: words[element] = ""
    case 4: words[element] += "é"
    case 5: words[element] += "\u{1}"
    case 6: words[element] += String(repeating: "9", count: 60)
    case 7: words[element] = String(words[element].dropLast())
    case 8: words[element] += ":"
    default: words[element] = String(words[element].reversed())
    }
    let isWhole = claim.indices.contains(index) && claim[index].prefix(3) == words[0].prefix(3)
    if isWhole { claim[index] = words.joined(separator: "*") }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>) func brokenClaimsAreToldOfAsIfEachWereAlone(seed: UInt64) throws {
    var fixtures = Fixtures(seed: seed)
    let billing = fixtures.billing()
    var batch = fixtures.batch(claims: 1)
    batch.claims = (0..<60).map { _ in
      fixtures.chance(50) ? fixtures.claim(billing: billing) : fixtures.laterClaim(billing: billing)
    }
    let (head, whole) = try segments(of: batch)
    // Each claim comes sound, and later perhaps broken, so that much of the broken one is known.
    var claims = whole
    for claim in whole.shuffled(using: &fixtures.random) {
      var broken = claim
      if fixtures.chance(60) { breakSomething(in: &broken, &fixtures) }
      claims.append(broken)
    }
    let (bytes, starts) = file(head, claims)
    let together = faults(try transaction(bytes), starts)
    #expect(together.contains { !$0.isEmpty })
    for (index, claim) in claims.enumerated() {
      let alone = file(head, [claim])
      #expect(together[index] == faults(try transaction(alone.bytes), alone.starts)[0], "\(claim)")
    }
    // In pieces no more is remembered and no less is told.
    var stream = InterchangeStream<ProfessionalClaimsParser>(givesParts: false)
    var events: [InterchangeEvent<ClaimBatch>] = []
    var offset = 0
    while offset < bytes.count {
      let end = min(bytes.count, offset + fixtures.number(1...200))
      events += stream.read(Array(bytes[offset..<end]))
      offset = end
    }
    for case .transaction(let transaction) in events + stream.finish() {
      #expect(faults(transaction, starts) == together)
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>) func claimsSayTogetherWhatTheySayAlone(seed: UInt64) throws {
    var fixtures = Fixtures(seed: 100 + seed)
    let billing = fixtures.billing()
    var batch = fixtures.batch(claims: 1)
    batch.claims = (0..<120).map { _ in
      fixtures.chance(50) ? fixtures.claim(billing: billing) : fixtures.laterClaim(billing: billing)
    }
    let (head, claims) = try segments(of: batch)
    let together = try #require(try transaction(file(head, claims).bytes).content).claims
    let alone = try claims.flatMap { try #require(try transaction(file(head, [$0]).bytes).content).claims }
    #expect(together == alone)
    #expect(together == batch.claims)
  }

  /// A separator in a text is found however often texts were sound at its place.
  @Test(arguments: [("CLM*", 1, 1), ("NM1*IL", 3, 3), ("REF*6R", 2, 2), ("N4*", 1, 1)])
  func separatorInATextIsFoundAmongManyClaims(name: String, element: Int, told: Int) throws {
    var fixtures = Fixtures(seed: 200)
    let billing = fixtures.billing()
    var batch = fixtures.batch(claims: 1)
    batch.claims = (0..<150).map { _ in
      var claim = fixtures.claim(billing: billing)
      claim.lines[0].controlNumber = "L1"
      return claim
    }
    let (head, whole) = try segments(of: batch)
    for separator in [":", "^"] {
      var claims = whole
      let index = try #require(claims[140].firstIndex { $0.hasPrefix(name) })
      var words = claims[140][index].split(separator: "*", omittingEmptySubsequences: false).map(String.init)
      words[element] = words[element].prefix(1) + separator + "Q"
      claims[140][index] = words.joined(separator: "*")
      let (bytes, _) = file(head, claims)
      let faults = try transaction(bytes).segmentFaults
      #expect(faults.map(\.code) == [.elementErrors])
      #expect(faults.first?.elements.map(\.code) == [.invalidCharacter])
      #expect(faults.first?.elements.map(\.element) == [told])
      let offset = try #require(faults.first?.byteOffset)
      #expect(bytes[offset...].starts(with: Array(claims[140][index].utf8)))
    }
  }

  /// A stream that is copied while it is read: each copy goes its own way.
  @Test func copiesOfAStreamDoNotDisturbEachOther() throws {
    var fixtures = Fixtures(seed: 300)
    let billing = fixtures.billing()
    var batch = fixtures.batch(claims: 1)
    batch.claims = (0..<60).map { _ in fixtures.laterClaim(billing: billing) }
    let (head, claims) = try segments(of: batch)
    let (common, one, two) = (claims.prefix(20), claims[20..<40], claims[40..<60])
    let start = file(head, Array(common)).starts[20].byte
    let (first, second) = (file(head, Array(common + one)).bytes, file(head, Array(common + two)).bytes)
    var left = InterchangeStream<ProfessionalClaimsParser>(givesParts: false)
    _ = left.read(Array(first[..<start]))
    var right = left
    var (leftEvents, rightEvents): ([InterchangeEvent<ClaimBatch>], [InterchangeEvent<ClaimBatch>]) = ([], [])
    for offset in stride(from: start, to: max(first.count, second.count), by: 100) {
      if offset < first.count { leftEvents += left.read(Array(first[offset..<min(first.count, offset + 100)])) }
      if offset < second.count { rightEvents += right.read(Array(second[offset..<min(second.count, offset + 100)])) }
    }
    #expect(accepted(leftEvents + left.finish()) == Array(batch.claims[..<40]))
    #expect(accepted(rightEvents + right.finish()) == Array(batch.claims[..<20] + batch.claims[40...]))
  }

  private func accepted(_ events: [InterchangeEvent<ClaimBatch>]) -> [Claim] {
    var claims: [Claim] = []
    for case .transaction(let transaction) in events { claims += transaction.content?.claims ?? [] }
    return claims
  }
}
