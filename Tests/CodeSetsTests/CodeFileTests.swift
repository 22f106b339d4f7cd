import ClaimModel
import Foundation
import Testing

@testable import CodeSets

/// What the readers make of well-formed files.
struct CodeFileTests {
  private let day = CalendarDate(year: 2026, month: 5, day: 1)!

  private func books(_ kind: CodeSetKind, _ texts: String...) throws -> CodeBooks {
    try TextFile.withFolder { folder in
      let period = try #require(ReleasePeriod(effective: CalendarDate(year: 2016, month: 1, day: 1)!))
      let paths = texts.indices.map { "\(folder)/\($0)" }
      for (path, text) in zip(paths, texts) { try text.write(toFile: path, atomically: true, encoding: .utf8) }
      try TextFile.shelve(kind, period, paths: paths, in: folder)
      let library = CodeLibrary(
        builtIn: try CodeBooks.load(), releases: try CodeShelf(dataFolder: folder).releases())
      #expect(library.releases.count == 1 && library.releases[0].isIntact)
      return library.books(on: day)
    }
  }

  @Test func pairEditsFollowTheirDates() throws {
    let text = """
      Notice\r
      Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale\r
      \t\tprior to 1996\tDate\tDate\t0=not allowed\t\r
      20610\t20600\t*\t19960101\t20191231\t0\tfirst\r
      20610\t20600\t\t20200101\t*\t1\tsecond\r
      20610\t11111\t\t20200101\t20200101\t1\tnever\r
      20610\t22222\t\t20200101\t20260430\t1\tover\r
      """
    let edits = try books(.ptp, text).edits
    let edit = try #require(edits.edit(between: "20600", and: "20610", on: day))
    #expect(edit.column1 == "20610" && edit.column2 == "20600")
    #expect(edit.modifier == .allowed && edit.rationale == "second" && edit.end == nil)
    let old = try #require(edits.edit(column1: "20610", column2: "20600", on: CalendarDate(yyyymmdd: "20191231")!))
    #expect(old.modifier == .notAllowed && old.end == CalendarDate(yyyymmdd: "20191231"))
    #expect(edits.edit(column1: "20600", column2: "20610", on: day) == nil)
    #expect(edits.edit(between: "20610", and: "11111", on: CalendarDate(yyyymmdd: "20200101")!) == nil)
    #expect(edits.edit(between: "20610", and: "22222", on: day) == nil)
    #expect(edits.edit(between: "20610", and: "22222", on: day.adding(days: -1)) != nil)
    // The imported table decides alone.
    #expect(edits.edit(between: "20610", and: "99213", on: day) == nil)
  }

  @Test func pairEditsComeAsCSVAndInPartsToo() throws {
    let header = "Column 1,Column 2,*,Effective,Deletion,Modifier,Rationale\n"
    let edits = try books(
      .ptp, header + "20610,20600,,20200101,*,1,\"a, \"\"b\"\"\"\n",
      header + "20610,20600,,20200101,*,1,\"a, \"\"b\"\"\"\n20610,20604,,20200101,*,0,c\n"
    ).edits
    #expect(edits.edit(between: "20610", and: "20600", on: day)?.rationale == "a, \"b\"")
    #expect(edits.edit(between: "20610", and: "20604", on: day)?.modifier == .notAllowed)
    #expect(edits.pairs?.rows.count == 2)
  }

  @Test func unitLimitsAreReadBelowTheirNotice() throws {
    let edits = try books(
      .mue,
      "\"Notice\nof CMS\",,,\n\"HCPCS/\nCPT Code\",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\n"
        + "36415,4,\"3 Date of Service Edit: Clinical\",\"Clinical: Data\"\n"
    ).edits
    #expect(
      edits.unitLimit("36415")
        == UnitLimit(code: "36415", units: 4, scope: .dayByClinicalData, rationale: "Clinical: Data"))
    #expect(edits.unitLimit("20610") == nil)
  }

  @Test func relativeValuesOfTheOfficialLayoutHaveModifiersAndAFactor() throws {
    let above = ",,2025 National Physician Fee Schedule\n,,\"Notice, with a comma\"\n,,,STATUS,,WORK,NON-FAC\n"
    let header = "HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,FACTOR\n"
    let rows = "93000,,ours,A,,0.17,0.24,,NA,,0.02,0.43,0.43,4,32.3465\n93000,26,ours,A,,.1,2,,3.10,,0,0,0,4,32.3465\n"
    let values = try #require(try books(.rvu, above + header + rows).relativeValues)
    let whole = try #require(values.values("93000"))
    #expect(whole.texts == ["0.17", "0.24", "0.00", "0.02"])
    #expect(whole.status == "A" && whole.conversionFactorTenThousandths == 323_465)
    #expect(values.values("93000", modifier: "26")?.texts == ["0.10", "2.00", "3.10", "0.00"])
    #expect(values.values("93000", modifier: "TC") == nil)
  }

  @Test func licensedDescriptionsComeInOurFormAndTheAMAs() throws {
    let ours = try books(
      .cpt,
      "code\tdescription\tshort\teffective\ttermination\n99213\tlonger words\tshort\t2021-01-01\t\n"
        + "99201\tgone\t\t\t20201231\n")
    let listing = try #require(ours.listings.listing("99213", on: day))
    #expect(listing.description == "longer words" && listing.shortDescription == "short")
    #expect(listing.effective == CalendarDate(yyyymmdd: "20210101"))
    #expect(ours.isValid("99213", on: day) && !ours.isValid("99201", on: day) && !ours.isValid("99214", on: day))
    #expect(ours.isValid("99201", on: CalendarDate(yyyymmdd: "20201231")!))

    let fixed = try books(
      .cpt, "A notice of copyright\n\n9921301 our own words that go\n9921302 on\n9921401 other words\n",
      "Notice\n99213 ours\n99214 other\n")
    #expect(fixed.listings.listing("99213", on: day)?.description == "our own words that go on")
    #expect(fixed.listings.listing("99213", on: day)?.shortDescription == "ours")
    let tabs = try books(.cpt, "Notice\n99213\tour words\n0001U\tmore\n")
    #expect(tabs.listings.listing("0001U", on: day)?.description == "more")
  }

  @Test func tabularListCarriesNotesAndSeventhCharacters() throws {
    let text = """
      <?xml version="1.0"?>
      <!-- <diag> -->
      <ICD10CM.tabular><chapter><section>
      <diag><name>S06</name><desc>Injury &amp; more</desc>
        <excludes1><note>head injury
           NOS (S09.90)</note></excludes1>
        <sevenChrDef><extension char="A">initial</extension><extension char="D">subsequent</extension></sevenChrDef>
        <diag placeholder="true"><name>S06.0</name><desc>Concussion</desc></diag>
        <diag><name>S06.897</name><desc>Death</desc><codeFirst><note><![CDATA[cause & code]]></note></codeFirst></diag>
      </diag></section></chapter></ICD10CM.tabular>
      """
    let icd10cm = try books(.icd10cm, text).icd10cm
    // An older release than the built-in one does not decide on this date.
    #expect(icd10cm.title("E11.9") != nil)
    let draft = try TextFile.with(text.utf8) { try CodeSetFiles.read(.icd10cm, [$0]) }
    #expect(draft.count == 3 + 2 + 1)
  }
}
