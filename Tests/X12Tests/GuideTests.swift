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
        #expect(entry.isRequired == loop.required.contains { guide.required[$0] == index })
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
    var walker = GuideWalker(guide)
    let bytes = Array("BHT*1~\(segment)~".utf8)
    let scratch = UnsafeMutablePointer<Int>.allocate(capacity: SegmentCursor.scratchCapacity)
    defer { scratch.deallocate() }
    bytes.withUnsafeBufferPointer { buffer in
      guard var cursor = SegmentCursor(buffer, at: 0, delimiters: .standard, scratch: scratch) else { return }
      var position = 1
      while let segment = cursor.next(position: position) {
        walker.consume(segment)
        position += 1
      }
    }
    let found = walker.faults.flatMap(\.elements).map { ($0.element, $0.code.rawValue) }
    #expect(Dictionary(uniqueKeysWithValues: found) == expected)
  }
}
