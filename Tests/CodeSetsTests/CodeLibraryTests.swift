import ClaimModel
import Foundation
import Testing

@testable import CodeSets

/// The newest release in effect on the date of service decides.
struct CodeLibraryTests {
  /// A release in which E11.9 is gone, J45.909 is a header, and Z99.88 is new.
  static let changed = """
    00001 E11     0 Diabetes
    00002 E1165   1 Diabetes with hyperglycemia
    00003 J45909  0 Asthma
    00004 J459091 1 Asthma, invented
    00005 Z99     0 Dependence
    00006 Z9988   1 Invented dependence

    """

  private func date(_ text: String) -> CalendarDate { CalendarDate(iso: text)! }

  private func library(_ releases: [(from: String, until: String?, text: String)]) throws -> CodeLibrary {
    try TextFile.withFolder { folder in
      for release in releases {
        let period = try #require(
          ReleasePeriod(effective: date(release.from), until: release.until.map(date)))
        try TextFile.shelve(.icd10cm, period, release.text, in: folder)
      }
      return CodeLibrary(builtIn: try CodeBooks.load(), releases: try CodeShelf(dataFolder: folder).releases())
    }
  }

  @Test func withoutImportsTheBuiltInReleaseAnswersForAllDates() throws {
    let library = try library([])
    for day in ["2015-10-01", "2026-03-31", "2026-04-01", "2030-01-01"] {
      #expect(library.books(on: date(day)).icd10cm.isBillable("E11.9", on: date(day)))
    }
    #expect(library.periods(of: "E11.9", isBillable: true) == [ReleasePeriod(effective: date("2015-10-01"))!])
    #expect(library.periods(of: "E11.99", isBillable: true).isEmpty)
  }

  @Test(arguments: [
    ("2024-09-30", true), ("2024-10-01", false), ("2025-09-30", false), ("2025-10-01", true), ("2026-04-01", true),
    ("2026-09-30", true), ("2026-10-01", false), ("2030-01-01", false),
  ])
  func newestReleaseInEffectDecides(day: String, isBuiltIn: Bool) throws {
    let library = try library([
      ("2024-10-01", "2025-09-30", Self.changed), ("2026-10-01", nil, Self.changed),
    ])
    let icd10cm = library.books(on: date(day)).icd10cm
    #expect(icd10cm.isBillable("E11.9", on: date(day)) == isBuiltIn)
    #expect(icd10cm.isBillable("Z99.88", on: date(day)) != isBuiltIn)
    #expect((library.release(.icd10cm, on: date(day)) == nil) == isBuiltIn)
    #expect(
      library.periods(of: "E11.9", isBillable: true) == [
        ReleasePeriod(effective: date("2015-10-01"), until: date("2024-09-30"))!,
        ReleasePeriod(effective: date("2025-10-01"), until: date("2026-09-30"))!,
      ])
  }

  @Test func openEndedReleaseGivesWayToTheBuiltInOne() throws {
    let library = try library([("2024-10-01", nil, Self.changed)])
    #expect(library.books(on: date("2026-03-31")).icd10cm.title("E11.9") == nil)
    #expect(library.books(on: date("2026-04-01")).icd10cm.title("E11.9") != nil)
  }

  @Test func importedReleaseDecidesTitlesFamiliesAndWhatACoderMayChoose() throws {
    let icd10cm = try library([("2026-10-01", nil, Self.changed)]).books(on: date("2026-10-01")).icd10cm
    #expect(icd10cm.title("Z99.88") == "Invented dependence")
    #expect(icd10cm.parent(of: "Z99.88") == "Z99")
    #expect(icd10cm.parent(of: "E11") == nil)
    #expect(icd10cm.parent(of: "J45.9091") == "J45909")
    #expect(icd10cm.children(of: "E11") == ["E1165"])
    #expect(!icd10cm.contains("E11.9") && icd10cm.contains("J45.909"))
    #expect(!icd10cm.isBillable("J45.909", on: date("2026-10-01")))
    #expect(!icd10cm.isBillable("E11.65", on: date("2015-09-30")))
    // Words are looked up in the built-in release, and lead to no code that the release has not.
    let row = try #require(icd10cm.row(of: "E11"))
    #expect(icd10cm.unspecified(row: row) == nil)
    #expect(try CodeBooks.load().icd10cm.unspecified(row: row) != nil)
    // Notes stay those of the built-in release where an order file has none.
    #expect(!icd10cm.notes(.excludes1, at: "E11").isEmpty)
  }

  @Test func booksOfADateAreThoseOfItsPeriod() throws {
    let library = try library([("2026-10-01", nil, Self.changed)])
    let counts = library.map { $0.icd10cm.contains("Z99.88") }
    #expect(!counts[date("2026-09-30")] && counts[date("2026-10-01")])
  }

  @Test func wholeResourceTakesPart() throws {
    try TextFile.withFolder { folder in
      let shelf = CodeShelf(dataFolder: folder)
      try FileManager.default.createDirectory(atPath: shelf.folder, withIntermediateDirectories: true)
      let period = try #require(ReleasePeriod(effective: date("2026-10-01")))
      let name = CodeRelease.fileName(.icd10cm, period, isResource: true)
      try FileManager.default.copyItem(
        atPath: ResourceLocator.current.path(of: "icd10cm.bin"), toPath: shelf.folder + "/" + name)
      let library = CodeLibrary(builtIn: try CodeBooks.load(), releases: try shelf.releases())
      #expect(library.release(.icd10cm, on: date("2026-10-01"))?.source == "icd10cm.bin")
      #expect(library.books(on: date("2026-10-01")).icd10cm.lookUp("hypertension") == "I10")
    }
  }

  /// Two releases contradict each other exactly when a date has no newest release, or a last date is cut short.
  @Test func contradictionIsSymmetricAndSeenByDays() throws {
    let base = date("2026-01-01")
    var periods: [ReleasePeriod] = []
    for start in 0..<5 {
      periods.append(try #require(ReleasePeriod(effective: base.adding(days: start))))
      for end in start..<6 {
        periods.append(
          try #require(ReleasePeriod(effective: base.adding(days: start), until: base.adding(days: end))))
      }
    }
    #expect(ReleasePeriod(effective: base, until: base.adding(days: -1)) == nil)
    for left in periods {
      for right in periods {
        #expect(left.contradicts(right) == right.contradicts(left))
        let (earlier, later) = left.effective <= right.effective ? (left, right) : (right, left)
        let isCut =
          earlier.until != nil
          && (0..<9).contains { earlier.contains(base.adding(days: $0)) && later.contains(base.adding(days: $0)) }
        #expect(left.contradicts(right) == (isCut || left.effective == right.effective))
      }
    }
  }

  @Test(arguments: [
    (["SUPERBILL_DATA": "/d", "XDG_DATA_HOME": "/x", "HOME": "/h"], "/d/codesets"),
    (["SUPERBILL_DATA": "", "XDG_DATA_HOME": "/x", "HOME": "/h"], "/x/superbill/codesets"),
    (["HOME": "/h"], "/h/.local/share/superbill/codesets"), ([:], nil),
  ])
  func shelfFollowsTheEnvironment(environment: [String: String], folder: String?) {
    #expect(CodeShelf(environment: { environment[$0] })?.folder == folder)
  }
}
