import ClaimModel
import Testing
import X12

/// Files are written back byte for byte, and changed only where they are changed.
@Suite struct RawFileTests {
  private static let folders = ["imsweb", "linuxforhealth", "probes", "stupidedi"]

  @Test func everyFileIsWrittenBackAsItWas() throws {
    for path in try Samples.paths(containing: "", in: RawFileTests.folders) {
      let bytes = try Samples.bytes(path)
      let file = RawFile(bytes)
      #expect(file.bytes == bytes, "\(path)")
      #expect(RawFile(file.bytes) == file, "\(path)")
      #expect(file.interchanges.isEmpty == (path == "imsweb/x12_no_isa_line.txt"), "\(path)")
    }
  }

  @Test func whatIsReadFromAFileWrittenBackIsTheSame() throws {
    for path in try Samples.paths(containing: "", in: RawFileTests.folders) {
      let bytes = try Samples.bytes(path)
      let again = InterchangeReader<AnyTransactionParser>.read(RawFile(bytes).bytes)
      #expect(again.flatMap(\.accepted) == InterchangeReader<AnyTransactionParser>.read(bytes).flatMap(\.accepted))
    }
  }

  @Test func otherDelimitersChangeTheBytesAndNotWhatTheySay() throws {
    let other = Delimiters(element: 0x1d, component: 0x1f, repetition: 0x1e, terminator: 0x1c)
    var changed = 0
    for path in try Samples.paths(containing: "", in: RawFileTests.folders) {
      let bytes = try Samples.bytes(path)
      var file = RawFile(bytes)
      file.interchanges = try file.interchanges.map { (raw) throws(X12Error) in try raw.with(other) }
      let read = InterchangeReader<AnyTransactionParser>.read(file.bytes)
      let expected = InterchangeReader<AnyTransactionParser>.read(bytes)
      #expect(read.flatMap(\.accepted) == expected.flatMap(\.accepted), "\(path)")
      changed += read.flatMap(\.accepted).count
      // A repetition separator that is a letter (U) is no separator, and stays.
      let back = try file.interchanges.indices.map { index throws(X12Error) in
        try file.interchanges[index].with(RawFile(bytes).interchanges[index].delimiters)
      }
      #expect(back == RawFile(bytes).interchanges, "\(path)")
    }
    #expect(changed > 50)
  }

  @Test func aDelimiterThatStandsInTheDataIsRefused() throws {
    let file = RawFile(Array(SyntaxFaultTests.good.utf8))
    var delimiters = Delimiters.standard
    delimiters.component = UInt8(ascii: "A")
    #expect(throws: X12Error.self) { try file.interchanges[0].with(delimiters) }
  }

  @Test func loopsAreFoundAndSegmentsChangedInPlace() throws {
    var file = RawFile(try Samples.bytes("linuxforhealth/demo.cob.example3.C.837"))
    let loops = file.interchanges[0].loops("2320")
    #expect(
      loops.map { $0.map(\.name) } == [["SBR", "CAS", "AMT", "AMT", "OI", "NM1", "N3", "N4", "NM1", "NM1", "REF"]])
    #expect(file.interchanges[0].loops("2330B").map { $0.first?[9] } == ["999996666"])
    #expect(file.interchanges[0].loops("2400").count == 3)
    #expect(file.interchanges[0].loops("2430").map { $0.first?.name } == ["SVD", "SVD", "SVD"])
    let before = file.bytes
    let clm = try #require(file.interchanges[0].segments.firstIndex { $0.name == "CLM" })
    #expect(file.interchanges[0].segments[clm][5, 3] == "1")
    file.interchanges[0].segments[clm][5, 3] = "7"
    file.interchanges[0].segments[clm][12] = "09"
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.contains("11:B:7*Y*A*Y*I*P**09~") || text.contains("11:B:7*Y*A*Y*I*P**09"))
    #expect(file.bytes.count == before.count + 4)
  }

  @Test func anUnknownSegmentStaysAtItsPlace() throws {
    let text = SyntaxFaultTests.good.replacing("LX*1~", with: "ZZ9*KEEP**ME~LX*1~")
    let file = RawFile(Array(text.utf8))
    #expect(String(decoding: file.bytes, as: UTF8.self) == text)
    let index = try #require(file.interchanges[0].segments.firstIndex { $0.name == "ZZ9" })
    #expect(file.interchanges[0].segments[index + 1].name == "LX")
    #expect(file.interchanges[0].segments[index].loop == "2310B" && !file.interchanges[0].segments[index].opensLoop)
  }
}
