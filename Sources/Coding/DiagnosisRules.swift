import ClaimModel
import CodeSets

/// What a coder knows about codes beyond the tabular list.
struct DiagnosisRules: Sendable {
  private let icd10cm: ICD10CM
  let combinations: [Combination]

  /// Two conditions that are coded together.
  struct Combination: Sendable {
    var first: Set<String>
    var second: Set<String>
    /// The code that replaces the first.
    var row: Int?
    var keepsSecond: Bool
    var rule: String
  }

  init(icd10cm: ICD10CM) {
    self.icd10cm = icd10cm
    let kidney: Set<String> = ["N181", "N182", "N1830", "N1831", "N1832", "N184", "N189"]
    let heart: Set<String> = ["I509", "I5020", "I5021", "I5022", "I5023", "I5030", "I5031", "I5032", "I5033", "I5040"]
    func combination(
      _ first: Set<String>, _ second: Set<String>, _ code: DiagnosisCode, _ rule: String, keepsSecond: Bool = true
    ) -> Combination {
      Combination(
        first: first, second: second, row: icd10cm.row(of: code), keepsSecond: keepsSecond, rule: rule)
    }
    // Order matters: the code a combination makes can enter the next one.
    combinations = [
      // Guidelines section I.C.9.a: hypertension is presumed to cause heart failure and kidney disease.
      combination(["I10"], heart, "I11.0", "with-heart-failure"),
      combination(["I110"], kidney, "I13.0", "with-heart-failure-and-kidney-disease"),
      combination(["I10"], kidney, "I12.9", "with-kidney-disease"),
      combination(["I10"], ["N185", "N186"], "I12.0", "with-kidney-failure"),
      // Guidelines section I.A.15: "with" links diabetes and kidney disease.
      combination(["E119"], kidney.union(["N185", "N186"]), "E11.22", "diabetes-with-kidney-disease"),
      combination(["E109"], kidney.union(["N185", "N186"]), "E10.22", "diabetes-with-kidney-disease"),
      combination(["E119"], ["G629"], "E11.42", "diabetes-with-polyneuropathy", keepsSecond: false),
      combination(["E119"], ["R739"], "E11.65", "diabetes-with-hyperglycemia", keepsSecond: false),
      // Chronic obstructive pulmonary disease with a lower respiratory infection.
      combination(["J449"], ["J209", "J40", "J189"], "J44.0", "obstructive-disease-with-infection"),
    ]
  }

  /// The rule a term's origin is reported as.
  static func name(of origin: ICD10CM.TermOrigin) -> String {
    switch origin {
    case .everyday: "everyday-term"
    case .title: "title-lookup"
    case .residualTitle: "residual-title-lookup"
    case .inclusionTerm: "inclusion-term-lookup"
    case .learned: "learned-term"
    case .neoplasm: "neoplasm-table"
    }
  }

  /// Whether the code stands for something that lasts, so that a history of it is the condition itself.
  func isChronic(_ row: Int) -> Bool {
    let code = icd10cm.code(at: icd10cm.unspecified(row: row) ?? row).rawValue
    let prefixes = [
      "E", "I10", "I11", "I12", "I13", "I2", "I48", "I50", "I42", "I73", "J3", "J44", "J45", "J43", "J47", "F", "G2",
      "G3", "G4", "G62", "K21", "K5", "K7", "M05", "M06", "M1", "M81", "M79", "N18", "N4", "L40", "B20", "H40", "D86",
    ]
    return prefixes.contains { code.hasPrefix($0) }
  }

  /// Whether the code is a sign or symptom: chapter 18, and pain or swelling of a joint or limb.
  func isSymptom(_ row: Int) -> Bool {
    let code = icd10cm.code(at: row).rawValue
    return code.hasPrefix("R")
      || ["M255", "M254", "M256", "M796", "M549", "M545", "M542", "M7989"].contains { code.hasPrefix($0) }
  }

  /// Whether the code says neither where nor why: pain, bleeding, swelling, redness, infection. In an assessment such
  /// words mostly speak of a problem listed there, or of what may come.
  func isSiteless(_ row: Int) -> Bool {
    ["R52", "R58", "R609", "R599", "L539", "B999", "R69", "R529"].contains(icd10cm.code(at: row).rawValue)
  }

  /// Guidelines section I.B.5: whether a symptom is part of a condition.
  func isIntegral(symptom: Int, to condition: Int) -> Bool {
    guard isSymptom(symptom), !isSymptom(condition) else { return false }
    let symptom = icd10cm.code(at: symptom).rawValue
    let condition = icd10cm.code(at: condition).rawValue
    return DiagnosisRules.integral.contains { pair in
      pair.symptoms.contains { symptom.hasPrefix($0) } && pair.conditions.contains { condition.hasPrefix($0) }
    }
  }

  private static let integral: [(symptoms: [String], conditions: [String])] = [
    (["R05", "R06", "R0981", "R0982", "R07", "R490"], ["J", "U071"]),
    (["R06", "R600", "R601", "R609"], ["I50", "I11"]),
    (["R07"], ["I20", "I21", "I25"]),
    (["R002", "R000"], ["I48", "I47"]),
    (["R030"], ["I1"]),
    (["R509", "R6883"], ["J0", "J1", "J2", "A", "B", "N10", "N39", "U071", "L03"]),
    (["R1", "R63"], ["K2", "K3", "K4", "K5", "K8", "A0", "N20"]),
    (["R30", "R31", "R35", "R39"], ["N1", "N2", "N3", "N4"]),
    (["R51"], ["G43", "G44", "J01"]),
    (["R42"], ["H81"]),
    (["R73"], ["E08", "E09", "E10", "E11", "E13"]),
    (["R20", "R531"], ["G5", "G6", "M541", "I63"]),
    (["R21", "L29"], ["L", "B0", "B3"]),
    (
      ["M255", "M254", "M256", "M796", "M7989", "R600", "R609"],
      ["M0", "M1", "M2", "M6", "M7", "S", "L03", "I80", "I82"]
    ),
    (["M542", "M545", "M549"], ["M4", "M5", "S1", "S3", "N20", "N10"]),
    (["R5383", "R5381"], ["D5", "D6", "E03", "F32", "F33", "J", "B27"]),
    (["R413"], ["F0", "G30"]),
    (["R56"], ["G40"]),
  ]

  /// Whether the title leaves something open.
  func isUnspecified(_ row: Int) -> Bool {
    let code = icd10cm.code(at: row).rawValue
    if code == "E119" || code == "E109" { return true }
    let stem = code.count == 7 ? code.dropLast() : code[...]
    return stem.hasSuffix("9") || stem.hasSuffix("90") || icd10cm.title(row: row).contains("nspecified")
  }

  /// Whether two codes are the same condition, one with more detail: a category, and for injuries its first four.
  func shareStem(_ left: Int, _ right: Int) -> Bool {
    guard icd10cm.category(row: left) == icd10cm.category(row: right) else { return false }
    let left = icd10cm.code(at: left).rawValue
    let right = icd10cm.code(at: right).rawValue
    return left.hasPrefix("E1") || left.prefix(5) == right.prefix(5) || left.prefix(4) == right.prefix(4)
      || left.hasPrefix("J3") || left.hasPrefix("I5") || left.hasPrefix("N18") || left.hasPrefix("F3")
  }

  /// Whether the code goes with the patient's sex and age.
  ///
  /// Source: the age and sex conflicts of the Medicare Code Editor, by chapter and category.
  func fits(_ row: Int, chart: Chart) -> Bool {
    let code = icd10cm.code(at: row).rawValue
    let category = String(code.prefix(3))
    let age = chart.age
    let isFemaleOnly =
      category >= "N70" && category <= "N98" && category != "N62" || category.hasPrefix("O")
      || category >= "C51" && category <= "C58" || category == "Z33" || category == "Z34" || code.hasPrefix("Z3A")
      || category == "D25" || code.hasPrefix("B373") || code == "E282"
    let isMaleOnly =
      category >= "N40" && category <= "N53" || category >= "C60" && category <= "C63" || code == "E291"
      || code.hasPrefix("R972")
    if isFemaleOnly && chart.sex == .male || isMaleOnly && chart.sex == .female { return false }
    if category.hasPrefix("P") { return age < 1 }
    if category.hasPrefix("O") || category == "Z34" || category == "Z33" { return (9...64).contains(age) }
    if category == "F03" || category == "G30" || category == "N40" { return age >= 15 }
    return true
  }
}
