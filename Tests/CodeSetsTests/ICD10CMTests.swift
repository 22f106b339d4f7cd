import ClaimModel
import Testing

@testable import CodeSets

struct ICD10CMTests {
  let icd10cm: ICD10CM
  let today = CalendarDate(year: 2026, month: 4, day: 15)!

  init() throws { icd10cm = try ICD10CM.load() }

  @Test func releaseHasTheOfficialNumberOfCodes() {
    #expect(icd10cm.count == 98_186)
    #expect(icd10cm.billableCount == 74_719)
    #expect(icd10cm.codes.filter { icd10cm.isBillable($0, on: today) }.count == 74_719)
    #expect(icd10cm.release == CalendarDate(year: 2026, month: 4, day: 1))
  }

  @Test(arguments: [
    ("E11.9", "Type 2 diabetes mellitus without complications", true),
    ("E11", "Type 2 diabetes mellitus", false),
    ("S93.401A", "Sprain of unspecified ligament of right ankle, initial encounter", true),
  ])
  func codeHasTitleAndBillability(code: String, title: String, billable: Bool) {
    #expect(icd10cm.title(DiagnosisCode(code)) == title)
    #expect(icd10cm.isBillable(DiagnosisCode(code), on: today) == billable)
  }

  @Test func codesAreNotValidBeforeICD10CMTookEffect() {
    #expect(!icd10cm.isBillable("I10", on: CalendarDate(year: 2015, month: 9, day: 30)!))
    #expect(icd10cm.isBillable("I10", on: CalendarDate(year: 2015, month: 10, day: 1)!))
    #expect(icd10cm.validity(of: "I10")?.lowerBound == CalendarDate(year: 2015, month: 10, day: 1))
    #expect(icd10cm.validity(of: "ZZZ") == nil)
  }

  @Test(arguments: ["", "E", "E1", "E11999999", "ZZZ99", "\u{0}\u{0}\u{0}", "é11"])
  func textThatIsNoCodeIsNotFound(text: String) {
    #expect(!icd10cm.contains(DiagnosisCode(text)))
    #expect(icd10cm.title(DiagnosisCode(text)) == nil)
    #expect(icd10cm.children(of: DiagnosisCode(text)).isEmpty)
  }

  @Test func everyCodeIsAChildOfItsParent() {
    for code in icd10cm.codes {
      guard let parent = icd10cm.parent(of: code) else {
        #expect(code.rawValue.count == 3)
        continue
      }
      #expect(icd10cm.children(of: parent).contains(code))
      #expect(!icd10cm.isBillable(parent, on: today))
    }
  }

  @Test(arguments: [
    ("E11", "E119"), ("M25.56", "M25569"), ("S93.40", "S93409A"), ("J45", "J45909"), ("I10", "I10"),
    ("S52.50", "S52509A"),
  ])
  func headerHasAnUnspecifiedCode(header: String, code: String) {
    #expect(icd10cm.unspecified(DiagnosisCode(header)) == DiagnosisCode(code))
  }

  @Test func unspecifiedCodesAreBillable() {
    for code in icd10cm.codes {
      if let leaf = icd10cm.unspecified(code) { #expect(icd10cm.isBillable(leaf, on: today)) }
    }
  }

  @Test(arguments: [
    ("E11.9", "E10.9", true), ("J02.0", "J02.9", false), ("R05.9", "J20.9", false), ("I10", "E11.9", false),
  ])
  func excludes1PairsAreKnown(left: String, right: String, excluded: Bool) {
    #expect(icd10cm.excludesEachOther(DiagnosisCode(left), DiagnosisCode(right)) == excluded)
    #expect(icd10cm.excludesEachOther(DiagnosisCode(right), DiagnosisCode(left)) == excluded)
  }

  @Test(arguments: [
    ("M25.569", "M25561", "M25562"), ("S93.409", "S93401", "S93402"), ("H66.90", "H6691", "H6692"),
    ("M79.606", "M79604", "M79605"),
  ])
  func unspecifiedSideHasItsSiblings(code: String, right: String, left: String) throws {
    let sides = try #require(icd10cm.row(of: DiagnosisCode(code)).flatMap(icd10cm.sides(row:)))
    #expect(icd10cm.code(at: sides.right) == DiagnosisCode(right))
    #expect(icd10cm.code(at: sides.left) == DiagnosisCode(left))
  }

  @Test func notesAreCarried() {
    #expect(icd10cm.notes(.includes, at: "I10").contains("high blood pressure"))
    #expect(icd10cm.notes(.seventhCharacter, at: "S52").count == 1)
  }

  @Test(arguments: [
    ("hypertension", "I10"), ("Diabetes, type 2", "E119"), ("type II diabetes mellitus", "E119"),
    ("pain in left knee", "M25562"), ("left knee pain", "M25562"), ("Crohn’s disease", "K5090"),
    ("Ménière's disease", "H8109"), ("migraines", "G43909"), ("allergies, seasonal", "J302"),
    ("renal calculi", "N200"), ("kidney stones", "N200"), ("hepatic abscesses", "K750"), ("cardiac failure", "I509"),
  ])
  func phraseIsFoundWhateverItsSpelling(phrase: String, code: String) {
    let found = icd10cm.lookUp(phrase)
    #expect(found.flatMap(icd10cm.unspecified) == DiagnosisCode(code), "\(String(describing: found))")
  }

  /// The importer and the library must normalise words alike.
  @Test func everyTitleOfABillableCodeIsFoundByItsOwnWords() {
    var missed: [DiagnosisCode] = []
    for code in icd10cm.codes where icd10cm.isBillable(code, on: today) && code.rawValue.count < 7 {
      guard let title = icd10cm.title(code), !"VWXYZ".contains(code.rawValue.prefix(1)) else { continue }
      let words = Words.scan(title).filter { !$0.isStop }
      if (2...ICD10CM.longestTerm).contains(words.count), icd10cm.lookUp(title) == nil { missed.append(code) }
    }
    #expect(missed.isEmpty)
  }

  @Test func damagedOrForeignFileIsRefused() throws {
    #expect(throws: CodeSetError.self) { try ICD10CM(path: "/nonexistent/icd10cm.bin") }
    #expect { try ICD10CM(path: #filePath) } throws: { ($0 as? CodeSetError)?.code == .malformed }
  }
}
