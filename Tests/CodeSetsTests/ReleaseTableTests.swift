import ClaimModel
import Foundation
import Testing

@testable import CodeSets

struct ReleaseTableTests {
  private func bytes() throws -> [UInt8] {
    try TextFile.with("hcpcs,work_rvu,pe_rvu_nonfac,pe_rvu_fac,mp_rvu\n99213,1,2,3,4\n99214,5,6,7,8\n".utf8) { path in
      var draft = try CodeSetFiles.read(.rvu, [path])
      var bytes: [UInt8] = []
      try draft.write(source: "two.csv") { bytes.append(contentsOf: $0) }
      return bytes
    }
  }

  @Test func rowsAndSourceAreReadBack() throws {
    try TextFile.with(try bytes()) { path in
      let table = try ReleaseTable(path: path, kind: .rvu)
      #expect(table.rows.count == 2 && table.source == "two.csv" && table.isIntact)
      #expect(table.codes(from: "9921", limit: 5) == ["99213", "99214"])
      #expect(throws: CodeSetError.self) { try ReleaseTable(path: path, kind: .mue) }
    }
  }

  /// Every byte of the file, changed: refused, or seen by the checksum, and asked without a trap.
  @Test func anyDamageIsSeenAndNoneTraps() throws {
    let whole = try bytes()
    for index in whole.indices {
      var damaged = whole
      damaged[index] ^= 0xff
      try TextFile.with(damaged) { path in
        guard let table = try? ReleaseTable(path: path, kind: .rvu) else { return }
        for row in table.rows { _ = table.fields(row) }
        _ = table.source
        _ = RelativeValues(table: table).values("99213")
        // The header's source and spare words are not part of the checksum.
        #expect(!table.isIntact || (40..<64).contains(index), "byte \(index)")
      }
    }
    for length in [0, 7, 63, 64, whole.count - 1] {
      try TextFile.with(whole.prefix(length)) { path in
        _ = #expect(throws: CodeSetError.self) { try ReleaseTable(path: path, kind: .rvu) }
      }
    }
  }

  @Test func codesSortLikeTheirCharacters() throws {
    let codes = ["A00", "A001", "A01", "0001U", "99213", "Z9989", "S93401A"]
    let keys = try codes.map { try #require(CodeKey.packed($0)) }
    #expect(keys.sorted() == codes.sorted().map { CodeKey.packed($0)! })
    #expect(keys.map(CodeKey.code) == codes)
    #expect(CodeKey.packed("") == nil && CodeKey.packed("a00") == nil && CodeKey.packed("A00000000") == nil)
    #expect(CodeKey.pair("20610", "99213") != CodeKey.pair("99213", "20610"))
    #expect(CodeKey.pair("2061", "99213") == nil)
  }

  @Test(arguments: [
    ("1.3", 2, 130), ("0", 2, 0), (".5", 2, 50), ("12.3400", 2, 1234), ("32.3465", 4, 323_465), ("7.", 2, 700),
  ])
  func decimalsAreExact(text: String, digits: Int, number: Int) {
    #expect(FixedPoint.parse(text, digits: digits) == number)
  }

  @Test(arguments: ["", ".", "-1", "1,5", "1.2.3", "1.234", "1e3", "99999999999999999999"])
  func whatIsNoDecimalIsRefused(text: String) { #expect(FixedPoint.parse(text, digits: 2) == nil) }

  @Test(arguments: [("E11.99", "E11.9"), ("I1O", "I10"), ("99231", "99213"), ("9921", "99213")])
  func mistypedCodeHasTheRightOneNearIt(typed: String, meant: String) throws {
    #expect(try CodeBooks.load().nearCodes(typed, limit: 10).contains(meant))
  }

  @Test func builtInEditsAreOfTheCatalog() throws {
    let pairs = CorrectCodingEdits.builtInPairs
    #expect(pairs.count == 4 * 5 + 3 * 22)
    for pair in pairs {
      #expect(ProcedureCatalog.builtIn.procedure(pair.column1) != nil)
      #expect(ProcedureCatalog.builtIn.procedure(pair.column2) != nil)
      #expect(pair.modifier == .allowed)
    }
    let day = CalendarDate(year: 2026, month: 5, day: 1)!
    #expect(CorrectCodingEdits.builtIn.edit(between: "99213", and: "20610", on: day)?.column2 == "99213")
    #expect(CorrectCodingEdits.builtIn.edit(between: "99213", and: "80053", on: day) == nil)
    #expect(CorrectCodingEdits.builtIn.unitLimit("69210")?.units == 1)
    #expect(CorrectCodingEdits.builtIn.unitLimit("99213") == nil)
    for code in CorrectCodingEdits.builtInLimits.keys { #expect(ProcedureCatalog.builtIn.procedure(code) != nil) }
  }
}
