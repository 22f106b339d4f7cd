import Testing

@testable import CodeSets

struct LineReaderTests {
  private func lines(_ bytes: [UInt8]) throws -> [String] {
    try TextFile.with(bytes) { path in
      let reader = try LineReader(path: path)
      var lines: [String] = []
      while let line = try reader.next() { lines.append(line.text) }
      return lines
    }
  }

  @Test func lineEndsAndByteOrderMarkAreTakenAway() throws {
    #expect(try lines(Array("a\nb\r\n\nc".utf8)) == ["a", "b", "", "c"])
    #expect(try lines([0xef, 0xbb, 0xbf] + Array("a\n".utf8)) == ["a"])
    #expect(try lines([]) == [])
    #expect(try lines(Array("a\r\n\u{1a},,\r\n".utf8)) == ["a"])
  }

  @Test func otherEncodingsThanUTF8AreReadAsLatin1ByLine() throws {
    #expect(try lines(Array("Ménière\n".utf8) + [0x4d, 0xe9, 0x6e, 10]) == ["Ménière", "Mén"])
  }

  @Test func columnsCountCharacters() throws {
    let line = TextLine(number: 1, bytes: Array("éa b".utf8))
    #expect(line.count == 4)
    #expect(line.raw(2...3) == "a ")
    #expect(line.field(1...1) == "é")
    #expect(line.raw(4...99) == "b")
    #expect(line.raw(9...12) == "")
  }

  @Test func longLinesGoOverSeveralBlocks() throws {
    let long = String(repeating: "x", count: 200_000)
    #expect(try lines(Array("\(long)\n\(long)y\n".utf8)) == [long, long + "y"])
  }

  @Test(arguments: [
    ([0xff, 0xfe, 0x41, 0], 1, "UTF-16"), (Array("PK\u{3}\u{4}zip".utf8), 1, "ZIP"), (Array("ab\0".utf8), 3, "zero"),
    ([UInt8](repeating: 0x41, count: LineReader.longestLine + 1), nil, "longer"),
  ])
  func whatIsNoTextIsRefused(bytes: [UInt8], column: Int?, words: String) throws {
    let fault = try #require(throws: CodeFileFault.self) { try lines(bytes) }
    #expect(fault.line == 1)
    #expect(fault.column == column)
    #expect(fault.found.contains(words))
  }

  @Test func fileThatIsNotThereIsNamed() throws {
    let fault = try #require(throws: CodeFileFault.self) { try CodeSetFiles.read(.hcpcs, ["/no/such/file"]) }
    #expect(fault.description.hasPrefix("/no/such/file: expected a file that can be read"))
  }
}
