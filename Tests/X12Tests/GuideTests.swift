import Testing

@testable import X12

/// The tables of the guides, and how they are followed.
@Suite struct GuideTests {
  @Test(arguments: [0, 1]) func theTableIsWhole(index: Int) {
    let guide = [ImplementationGuide.professionalClaims, .statusRequests][index]
    #expect(guide.loops.count > [35, 10][index] && guide.segments.count > [200, 20][index])
    for position in 0..<guide.loops.count {
      let loop = guide.loops[position]
      #expect(!loop.entries.isEmpty && guide.loopNames[position].isEmpty == (position == 0))
      var place = 0
      for index in loop.entries {
        let entry = guide.entries[index]
        #expect(entry.place >= place, "\(guide.loopNames[position])")
        place = entry.place
        #expect(guide.entries[entry.group].place == entry.place && loop.entries.contains(entry.group))
        #expect(entry.name != 0 && guide.segments[entry.segment].name == entry.name)
        #expect(entry.isRequired == (loop.required >> UInt64(index - loop.entries.lowerBound) & 1 == 1))
      }
    }
    for index in 0..<guide.elements.count {
      let rule = guide.elements[index]
      guard rule.kind != .unused, rule.kind != .composite else { continue }
      #expect(rule.minimum >= 1 && rule.maximum >= rule.minimum)
    }
    for index in 0..<guide.codes.count { #expect(guide.codes[index] != 0) }
    for index in 0..<guide.conditions.count {
      #expect(guide.conditions[index].first.nonzeroBitCount == 1 && guide.conditions[index].others != 0)
    }
  }

  @Test(arguments: [
    ("P", "REF****A", [1: "2"]), ("P", "REF*A***A", [:]), ("P", "REF", [:]), ("R", "REF**A", [1: "2"]),
    ("R", "REF****A", [:]), ("E", "REF*A***A", [4: "10"]), ("E", "REF*A", [:]), ("C", "REF*A", [4: "2"]),
    ("C", "REF****A", [:]), ("L", "REF*A", [4: "2"]), ("L", "REF*A***B", [:]),
  ])
  func conditionsBetweenElementsAreKept(kind: String, segment: String, expected: [Int: String]) {
    let table = ". BHT 1 R 1 SA1-9\n. REF 2 R 0 SA1-9 SA1-9 SA1-9 SA1-9 /\(kind)0104\n"
    let guide = ImplementationGuide(table)
    let walker = walk(["BHT*1", segment], GuideWalker(guide)).walker
    let found = walker.faults.flatMap(\.elements).map { ($0.element, $0.code.rawValue) }
    #expect(Dictionary(uniqueKeysWithValues: found) == expected)
  }

  /// A walker that remembers where segments were found says the same as one that looks for each of them: of claims whose
  /// segments are left out, doubled, exchanged, or sent with another's first element.
  @Test(arguments: 1...20 as ClosedRange<UInt64>) func whatIsRememberedIsWhatWouldBeFound(seed: UInt64) throws {
    var fixtures = Fixtures(seed: seed)
    let bytes = try ProfessionalClaimsWriter.write(
      [
        ClaimBatch(
          reference: "B", submitter: Fixtures.submitter, receiver: Fixtures.receiver,
          claims: (0..<30).map { _ in fixtures.laterClaim(billing: fixtures.billing()) })
      ], in: Fixtures.envelope)
    let text = String(decoding: bytes, as: UTF8.self).filter { $0 != "\n" }
    var segments = text.split(separator: "~").map(String.init).filter {
      !["ISA", "GS*", "ST*", "SE*", "GE*", "IEA"].contains($0.prefix(3))
    }
    // Seldom enough that most is found where it was before.
    for _ in 0..<Int(seed) {
      let (index, other) = (fixtures.number(0...segments.count - 2), fixtures.number(0...segments.count - 2))
      switch fixtures.number(0...3) {
      case 0: segments.remove(at: index)
      case 1: segments.insert(segments[index], at: fixtures.chance(50) ? index : other)
      case 2: segments.swapAt(index, fixtures.chance(50) ? index + 1 : other)
      default:
        var words = segments[index].split(separator: "*", omittingEmptySubsequences: false)
        words[1] = segments[other].split(separator: "*", omittingEmptySubsequences: false)[1]
        segments[index] = words.joined(separator: "*")
      }
    }
    let guide = ImplementationGuide.professionalClaims
    let looking = walk(segments, GuideWalker(guide, lengthWithoutMemory: .max))
    let remembering = walk(segments, GuideWalker(guide, lengthWithoutMemory: 0))
    #expect(!looking.walker.faults.isEmpty)
    #expect(remembering.walker.faults == looking.walker.faults)
    #expect(remembering.loops == looking.loops)
  }

  /// Lets a walker follow segments to the end, and tells the loop of each.
  private func walk(_ segments: [String], _ start: GuideWalker) -> (walker: GuideWalker, loops: [String]) {
    var (walker, loops) = (start, [String]())
    let bytes = Array(segments.map { $0 + "~" }.joined().utf8)
    let scratch = UnsafeMutablePointer<Int>.allocate(capacity: SegmentCursor.scratchCapacity)
    defer { scratch.deallocate() }
    bytes.withUnsafeBufferPointer { buffer in
      guard var cursor = SegmentCursor(buffer, at: 0, delimiters: .standard, scratch: scratch) else { return }
      while let segment = cursor.next(position: loops.count + 1) {
        walker.consume(segment)
        loops.append("\(walker.loop) \(walker.depth) \(walker.opensLoop)")
      }
    }
    return (walker, loops)
  }
}
