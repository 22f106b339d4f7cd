import Testing

@testable import CodeSets

/// Each way a file can be wrong gives one fault with its line and column.
struct MalformedFileTests {
  static let order = "00001 A00     0 Cholera".padding(76) + " Cholera"

  @Test(arguments: [
    ("", 1, 1, "at least one code"),
    (order + "\nA001    1 Cholera", 2, 1, "order number"),
    (order + "\n00002 A0      0 Cholera", 2, 7, "code of 3 to 7"),
    (order + "\n00002 a000    0 Cholera", 2, 7, "code of 3 to 7"),
    (order + "\n00002 A000    2 Cholera", 2, 15, "0 for a header"),
    (order + "\n00002 A000    1", 2, 17, "title"),
    (order + "\n" + order, 2, 7, "each code once"),
  ])
  func orderFile(text: String, line: Int, column: Int, words: String) throws {
    try expect(.icd10cm, text, line, column, words)
  }

  @Test(arguments: [
    ("<a/>", 1, 5, "ICD10CM.tabular"),
    ("<ICD10CM.tabular></ICD10CM.tabular>", 1, 1, "at least one code"),
    ("<ICD10CM.tabular>\n  <diag>\n</ICD10CM.tabular>", 3, 1, "</diag>"),
    ("<ICD10CM.tabular>\n<diag><name>A00</name><desc>a & b</desc></diag></ICD10CM.tabular>", 2, 29, "&amp;"),
    ("<ICD10CM.tabular>\n<diag><name>A00</name></diag></ICD10CM.tabular>", 2, 7, "a title"),
    ("<ICD10CM.tabular>\n<diag><name>A</name><desc>a</desc></diag></ICD10CM.tabular>", 2, 7, "3 to 7"),
    ("<ICD10CM.tabular>\n<diag", 2, 7, "more XML"),
    ("<ICD10CM.tabular>\n<diag>", 2, 8, "</diag>"),
    ("<ICD10CM.tabular>\n<diag a=1></diag></ICD10CM.tabular>", 2, 1, "in quotes"),
  ])
  func tabularList(text: String, line: Int, column: Int, words: String) throws {
    try expect(.icd10cm, text, line, column, words)
  }

  static let first = "A0021001003Ambulance".padding(268) + "1982010119960101        N".padding(52)

  @Test(arguments: [
    ("*** Disclaimer\n", 1, 1, "at least one code"),
    ("A0021001004Ambulance".padding(320), 1, 1, "type 3 or 7 first"),
    (first + "\n" + "A0022002004more".padding(320), 2, 1, "the code 'A0021'"),
    (first + "\n" + "A0021001004more".padding(320), 2, 6, "above 100"),
    (first + "\n" + "A00220x1003more".padding(320), 2, 6, "sequence number"),
    (first + "\nnonsense", 2, 6, "sequence number"),
    (first + "\n" + "A0022001003More".padding(268) + "19821301" + "".padding(44), 2, 269, "YYYYMMDD"),
    (first + "\n" + "A0022001003More".padding(284) + "soon    " + "".padding(28), 2, 285, "YYYYMMDD"),
    (first + "\n" + "A 022001003More".padding(320), 2, 1, "five capitals"),
    (first + "\n" + "A0022001003More".padding(200), 2, 191, "293 characters"),
    (first + "\n" + first, 2, 1, "each code once"),
  ])
  func hcpcsFile(text: String, line: Int, column: Int, words: String) throws {
    try expect(.hcpcs, text, line, column, words)
  }

  @Test(arguments: [
    ("only a notice\n", 1, 1, "a header with the columns"),
    ("code\tdescription\n9921\tvisit", 2, 1, "CPT code"),
    ("code\tdescription\n99213\t", 2, 7, "a description"),
    ("code\tdescription\teffective\n99213\tours\t2026-13-01", 2, 12, "2026-01-01"),
    ("code\tdescription\n99213\tours\n99213\tours", 3, 1, "each code once"),
    ("99213\tours\n99214 ours", 2, 6, "a tab"), ("99213 ours\n99214\tours", 2, 6, "a space"),
    ("9921301 ours\n99213x2 more", 2, 6, "two digits"), ("99213 ours\nnotes", 2, 1, "CPT code"),
  ])
  func cptFile(text: String, line: Int, column: Int, words: String) throws {
    try expect(.cpt, text, line, column, words)
  }

  static let pairs = "CPT notice\nColumn 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tRationale\n"

  @Test(arguments: [
    ("nothing\n", 1, 1, "at least one code"), (pairs, 1, 1, "at least one code"),
    ("20610\t99213\t\t20200101\t*\t1\tx", 1, 1, "the header"),
    (pairs + "2061\t99213\t\t20200101\t*\t1\tx", 3, 1, "five capitals"),
    (pairs + "20610\t9921\t\t20200101\t*\t1\tx", 3, 7, "five capitals"),
    (pairs + "20610\t99213\ty\t20200101\t*\t1\tx", 3, 13, "* or nothing"),
    (pairs + "20610\t99213\t\t2020-01\t*\t1\tx", 3, 14, "effective date"),
    (pairs + "20610\t99213\t\t20200101\tnever\t1\tx", 3, 23, "deletion date"),
    (pairs + "20610\t99213\t\t20200101\t*\t2\tx", 3, 25, "0, 1 or 9"),
    (pairs + "20610\t99213\t\t20200101\t*", 3, 24, "0, 1 or 9"),
    ("Column 1,Column 2,x\n20610,\"99213", 2, 7, "closes the field"),
    ("Column 1,Column 2,x\n20610,\"99213\"x", 2, 14, "a comma"),
  ])
  func pairFile(text: String, line: Int, column: Int, words: String) throws {
    try expect(.ptp, text, line, column, words)
  }

  static let units =
    "\"A notice\nover lines\",,,\n\"HCPCS/\nCPT Code\",Practitioner Services MUE Values,MAI,Rationale\n"

  @Test(arguments: [
    ("x\n", 1, 1, "at least one code"), ("36415,2,3,x", 1, 1, "the header"),
    ("HCPCS/CPT Code,DME Supplier Services MUE Values,MAI,Rationale\n", 1, 16, "Practitioner Services"),
    (units + "3641,2,3 x,y", 5, 1, "five capitals"), (units + "36415,two,3 x,y", 5, 7, "number of units"),
    (units + "36415,2,4 x,y", 5, 9, "1, 2 or 3"), (units + "36415,2,3,y\n36415,2,3,y", 6, 1, "each code once"),
  ])
  func unitFile(text: String, line: Int, column: Int, words: String) throws {
    try expect(.mue, text, line, column, words)
  }

  static let values = "hcpcs,desc,work_rvu,pe_rvu_nonfac,pe_rvu_fac,mp_rvu\n"

  @Test(arguments: [
    ("x\n", 1, 1, "at least one code"), ("99213,,1,1,1,1", 1, 1, "the header"),
    ("HCPCS,MOD,DESCRIPTION\n", 1, 22, "relative values"), (values + "9921,,1,1,1,1", 2, 1, "five capitals"),
    (values + "99213,,1.234,1,1,1", 2, 8, "2 decimals"), (values + "99213,,1,-1,1,1", 2, 10, "2 decimals"),
    (values + "99213,,1,1,1,1\n99213,,1,1,1,1", 3, 1, "each code once"),
  ])
  func relativeValueFile(text: String, line: Int, column: Int, words: String) throws {
    try expect(.rvu, text, line, column, words)
  }

  @Test func filesOfTwoReleasesAreNotMixed() throws {
    let tabular = "<ICD10CM.tabular><diag><name>A00</name><desc>Cholera</desc></diag></ICD10CM.tabular>"
    try TextFile.with(Self.order.utf8) { order in
      try TextFile.with(tabular.utf8) { tabular in
        let fault = try #require(throws: CodeFileFault.self) { try CodeSetFiles.read(.icd10cm, [order, tabular]) }
        #expect(
          fault.description.contains("'A00', which is a header there") || fault.description.contains("billable there"))
        #expect(fault.line == 1 && fault.column == 7)
      }
    }
  }

  private func expect(_ kind: CodeSetKind, _ text: String, _ line: Int, _ column: Int, _ words: String) throws {
    let fault = try #require(try TextFile.fault(kind, text))
    #expect(fault.line == line && fault.column == column, "\(fault)")
    #expect(fault.expected.contains(words), "\(fault)")
    #expect(!fault.remedy.isEmpty && !fault.description.contains("\n"))
  }
}

extension String {
  fileprivate func padding(_ width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
