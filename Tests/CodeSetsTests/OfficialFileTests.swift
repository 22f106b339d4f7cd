import ClaimModel
import Testing

@testable import CodeSets

/// The official files beside the project, read whole.
struct OfficialFileTests {
  private let day = CalendarDate(year: 2026, month: 5, day: 1)!

  private func library(_ kind: CodeSetKind, _ path: String, from start: CalendarDate) throws -> CodeLibrary {
    try TextFile.withFolder { folder in
      let period = try #require(ReleasePeriod(effective: start))
      try TextFile.shelve(kind, period, paths: [TextFile.shared(path)], in: folder)
      return CodeLibrary(builtIn: try CodeBooks.load(), releases: try CodeShelf(dataFolder: folder).releases())
    }
  }

  /// Both files of the release the built-in resource was made of.
  @Test(arguments: ["icd10cm-order-april-2026.txt", "icd10cm-tabular-april-2026.xml"])
  func everyCodeAgreesWithTheBuiltInRelease(name: String) throws {
    let library = try library(.icd10cm, "icd10cm/" + name, from: CalendarDate(yyyymmdd: "20260401")!)
    let imported = library.books(on: day).icd10cm
    let builtIn = library.builtIn.icd10cm
    #expect(library.releases[0].count == builtIn.count)
    var different: [DiagnosisCode] = []
    for code in builtIn.codes
    where imported.isBillable(code, on: day) != builtIn.isBillable(code, on: day)
      || imported.title(code) != builtIn.title(code) || imported.parent(of: code) != builtIn.parent(of: code)
    {
      different.append(code)
    }
    #expect(different.count == 0, "\(different.prefix(10))")
    for code in ["E11", "I10", "S52", "T15.00"].map(DiagnosisCode.init) {
      #expect(imported.children(of: code) == builtIn.children(of: code))
      for kind in ICD10CM.NoteKind.allCases {
        #expect(imported.notes(kind, at: code) == builtIn.notes(kind, at: code))
      }
    }
  }

  @Test func hcpcsReleaseHasItsCodesAndDates() throws {
    let library = try library(.hcpcs, "hcpcs/HCPC2019_CONTR_ANWEB.txt", from: CalendarDate(yyyymmdd: "20190101")!)
    #expect(library.releases[0].count == 6_440 + 360)
    let books = library.books(on: day)
    let visit = try #require(books.listings.listing("G0439", on: day))
    #expect(visit.description.hasPrefix("Annual wellness visit") && visit.description.hasSuffix("subsequent visit"))
    #expect(visit.effective == CalendarDate(yyyymmdd: "20110101") && visit.end == nil)
    #expect(books.isValid("G0439", on: day) && !books.isValid("G0439", on: CalendarDate(yyyymmdd: "20101231")!))
    #expect(books.listings.listing("RT", on: day)?.shortDescription.isEmpty == false)
    #expect(books.listings.listing("Q0000", on: day) == nil)
    #expect(!books.isValid("Q0000", on: day))
    // Of codes that are no HCPCS codes the file says nothing.
    #expect(books.isValid("99213", on: day))
  }

  @Test(arguments: [("fees/rvu-2024.csv", 16_503), ("fees/rvu-2025.csv", 16_852)])
  func relativeValuesAreRead(path: String, count: Int) throws {
    let library = try library(.rvu, path, from: CalendarDate(yyyymmdd: "20240101")!)
    #expect(library.releases[0].count == count)
    #expect(library.books(on: day).relativeValues?.values("99213")?.workHundredths == 130)
  }
}
