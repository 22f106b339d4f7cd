import ClaimModel
import CodeSets

/// What a coder knows about codes beyond the tabular list: each rule has a type of its own.
final class DiagnosisRules: Sendable {
  let integral: IntegralSymptoms
  let combinations: CodeCombination.List
  let demographics: DemographicEdits
  let newborn: NewbornRule
  let sequence: TabularSequence
  let ranks: ListingRanks
  let specificity: Specificity
  let seventhCharacter: SeventhCharacter
  let histories: HistoryCodes
  let exposures: ExposureRule
  let pregnancy: PregnancyRule
  /// Words that deny what follows them.
  let negations = WordSet("no not without denies denied never negative non")
  /// Burns by site, beside which T31 tells their extent. Guidelines section I.C.19.d.6.
  let burns: CodeTable<Bool>
  let alzheimers: CodeTable<Bool>
  let dementias: CodeTable<Bool>
  /// Diabetes with a foot ulcer, and the ulcers that its note asks for.
  let diabeticFeet: CodeTable<Bool>
  let legUlcers: CodeTable<Bool>
  /// Diabetes with an ulcer of the foot or elsewhere.
  let diabeticUlcers: CodeTable<Bool>
  private let icd10cm: ICD10CM
  private let chronic: CodeTable<Bool>
  private let wholeCategories: CodeTable<Bool>
  private let openKinds: CodeTable<Bool>
  private let retinopathies: CodeTable<Bool>
  private let kidneyTransplant: Int?
  private let dialysis: Int?
  private let openElsewhere: CodeTable<UInt64>
  private let closer: CodeTable<UInt64>
  private let siteless: CodeTable<Bool>
  private let longTermDrugs: CodeTable<Bool>
  private let circumstances: Range<Int>
  private let tobacco: CodeTable<Bool>
  private let purposes: CodeTable<Bool>
  private let statuses: CodeTable<Bool>
  private let replacements: CodeTable<Bool>
  private let cancerDrugs: CodeTable<Bool>
  private let treatedNeoplasms: CodeTable<Bool>
  private let obstructions: CodeTable<Bool>
  private let emphysemas: CodeTable<Bool>
  private let heartDiseases: CodeTable<Bool>
  private let heartFailures: CodeTable<Bool>
  private let painsOfSite: CodeTable<Bool>
  private let hiv: CodeTable<Bool>
  private let weeksOfGestation: Range<Int>
  private let trimesters: [[UInt64]]

  /// A code as it is packed: its first three characters are the highest.
  func key(of row: Int) -> UInt64 { icd10cm.key(row: row) }

  init(icd10cm: ICD10CM) {
    self.icd10cm = icd10cm
    integral = IntegralSymptoms(icd10cm)
    combinations = CodeCombination.List(icd10cm)
    demographics = DemographicEdits(icd10cm)
    newborn = NewbornRule(icd10cm)
    sequence = TabularSequence(icd10cm)
    ranks = ListingRanks(icd10cm)
    specificity = Specificity(icd10cm)
    seventhCharacter = SeventhCharacter(icd10cm)
    histories = HistoryCodes(icd10cm)
    exposures = ExposureRule(icd10cm)
    pregnancy = PregnancyRule(icd10cm)
    chronic = CodeTable(icd10cm, set: DiagnosisRules.chronic)
    kidneyTransplant = icd10cm.row(of: "Z940")
    dialysis = icd10cm.row(of: "Z992")
    retinopathies = CodeTable(icd10cm, set: "E083 E093 E103 E113 E133")
    openKinds = CodeTable(icd10cm, set: DiagnosisRules.openKinds)
    openElsewhere = CodeTable(icd10cm, sets: DiagnosisRules.closerElsewhere.map(\.open))
    closer = CodeTable(icd10cm, sets: DiagnosisRules.closerElsewhere.map(\.closer))
    siteless = CodeTable(icd10cm, set: "R52 R58 R609 R599 L539 B999 R69")
    longTermDrugs = CodeTable(icd10cm, set: "Z79")
    circumstances = icd10cm.rows(under: "Z55").lowerBound..<icd10cm.rows(under: "Z65").upperBound
    purposes = CodeTable(icd10cm, set: "Z00-Z13 Z29-Z53")
    statuses = CodeTable(icd10cm, set: "Z89-Z99")
    replacements = CodeTable(icd10cm, set: "Z89 Z90 Z93-Z97")
    tobacco = CodeTable(icd10cm, set: "F17 Z720 Z7722 Z87891")
    cancerDrugs = CodeTable(icd10cm, set: "Z7981")
    treatedNeoplasms = CodeTable(icd10cm, set: "C00-C76 D05")
    burns = CodeTable(icd10cm, set: "T20-T25")
    alzheimers = CodeTable(icd10cm, set: "G30")
    dementias = CodeTable(icd10cm, set: "F01-F03")
    diabeticFeet = CodeTable(icd10cm, set: "E08621 E09621 E10621 E11621 E13621")
    diabeticUlcers = CodeTable(
      icd10cm, set: "E08621 E08622 E09621 E09622 E10621 E10622 E11621 E11622 E13621 E13622")
    legUlcers = CodeTable(icd10cm, set: "L97")
    obstructions = CodeTable(icd10cm, set: "J441 J449")
    emphysemas = CodeTable(icd10cm, set: "J43")
    heartDiseases = CodeTable(icd10cm, set: "I5189 I519")
    heartFailures = CodeTable(icd10cm, set: "I50")
    painsOfSite = CodeTable(icd10cm, set: "M255 M542 M545 M546 M549 M796 R102 R103 R109")
    hiv = CodeTable(icd10cm, set: "B20 Z21")
    weeksOfGestation = icd10cm.rows(under: "Z3A")
    trimesters = ["first trimester", "second trimester", "third trimester"].map { Words.scan($0).map(\.hash) }
    wholeCategories = CodeTable(icd10cm, set: DiagnosisRules.openInCategory)
  }

  /// The rule that a code of a term is reported as: the term's origin, and whether words near it chose a code that says
  /// more, and one of a side of the body.
  static func name(of origin: ICD10CM.TermOrigin, hasDetail: Bool, hasSide: Bool) -> String {
    names[(Int(origin.rawValue) - 1) * 4 + (hasDetail ? 2 : 0) + (hasSide ? 1 : 0)]
  }

  /// The names of all origins, in their order, with and without what words near a term add.
  private static let names = [
    "everyday-term", "title-lookup", "residual-title-lookup", "inclusion-term-lookup", "learned-term", "neoplasm-table",
  ].flatMap { [$0, $0 + "+laterality", $0 + "+specificity", $0 + "+specificity+laterality"] }

  /// Whether the code stands for something that lasts, so that a history of it is the condition itself.
  ///
  /// Source: ICD-10-CM Official Guidelines, section IV.I (chronic diseases) against section IV.J (conditions that no
  /// longer exist).
  func isChronic(_ row: Int) -> Bool { chronic.contains(icd10cm.unspecified(row: row) ?? row) }

  private static let chronic = """
    E I10-I13 I20 I25 I27 I48 I50 I42 I73 J3 J44 J45 J43 J47 F G2 G3 G4 G62 K21 K5 K7 M05 M06 M1 M81 M79 N18 N4 L40 B20 H40 D86
    """

  /// Whether the code says neither where nor why: pain, bleeding, swelling, redness, infection. In an assessment such
  /// words mostly speak of a problem listed there, or of what may come.
  func isSiteless(_ row: Int) -> Bool { siteless.contains(row) }

  /// Whether the code says that a drug is taken for long.
  func isLongTermDrug(_ row: Int) -> Bool { longTermDrugs.contains(row) }

  /// Whether the code names a circumstance of life that bears on health: social determinants.
  func isCircumstance(_ row: Int) -> Bool { circumstances.contains(row) }

  /// Whether the code says what an encounter was for.
  func isPurpose(_ row: Int) -> Bool { purposes.contains(row) }

  /// Whether the code says what a patient lives with or without: a device, a transplant, a lost organ.
  func isStatus(_ row: Int) -> Bool { statuses.contains(row) }

  /// Whether the code says that a part of the body is lost, transplanted, replaced or opened to the outside.
  func isReplacement(_ row: Int) -> Bool { replacements.contains(row) }

  /// Whether the code says that the patient uses, used or breathes tobacco.
  func isTobacco(_ row: Int) -> Bool { tobacco.contains(row) }

  /// Whether the code says that a drug against breast cancer is taken.
  func isCancerDrug(_ row: Int) -> Bool { cancerDrugs.contains(row) }

  /// Whether the code stands for a solid tumor at its first site, or one in situ, that can be removed.
  func isTreatedNeoplasm(_ row: Int) -> Bool { treatedNeoplasms.contains(icd10cm.unspecified(row: row) ?? row) }

  /// Whether the code says where a pain is, and not how long it has lasted.
  func isPainOfSite(_ row: Int) -> Bool { painsOfSite.contains(icd10cm.unspecified(row: row) ?? row) }

  /// Whether the code is of an infection with HIV, with or without symptoms.
  func isHIV(_ row: Int) -> Bool { hiv.contains(row) }

  /// Whether the code is one of the weeks of gestation.
  func isWeekOfGestation(_ row: Int) -> Bool { weeksOfGestation.contains(row) }

  /// The words of the trimester in which a week of pregnancy lies: less than 14 weeks, less than 28 weeks, and later.
  ///
  /// Source: the head of chapter 15 in the tabular list.
  func trimester(weeks: Int) -> [UInt64] { trimesters[weeks < 14 ? 0 : weeks < 28 ? 1 : 2] }

  /// Whether the code leaves open what others of its kind say.
  func isUnspecified(_ row: Int) -> Bool {
    var key = icd10cm.key(row: row)
    if let parent = icd10cm.parent(row: row), icd10cm.takesSeventhCharacter(row: parent) { key &= ~0xffff }
    key >>= UInt64(key.trailingZeroBitCount & ~7)
    let last = UInt8(truncatingIfNeeded: key)
    // "Diabetes with other specified complication" (E11.69) is one beside others.
    if icd10cm.letter(row: row) == UInt8(ascii: "E"),
      icd10cm.withTitle(row: row, { $0.holds(DiagnosisRules.specifiedWord) })
    {
      return false
    }
    // "Diabetes with hypoglycemia without coma" (E11.649) is one beside others, too.
    if key & 0xffffff == 0x363439, icd10cm.letter(row: row) == UInt8(ascii: "E") { return false }
    // "Other allergic rhinitis" (J30.89) says which it is not.
    if key & 0xffff == 0x3839, icd10cm.letter(row: row) != UInt8(ascii: "R"),
      icd10cm.withTitle(row: row, { $0.starts(with: DiagnosisRules.otherWord) })
    {
      return false
    }
    if last == UInt8(ascii: "9") || key & 0xffff == 0x3930 { return true }
    return isOpen(row)
  }

  /// Whether the title itself says that something is unspecified.
  func isOpen(_ row: Int) -> Bool { icd10cm.withTitle(row: row) { $0.holds(DiagnosisRules.openWord) } }

  private static let otherWord = Array("Other ".utf8)
  private static let specifiedWord = Array("other specified complication".utf8)
  private static let openWord = Array("nspecified".utf8)

  /// Whether an unspecified code is the same condition as one with more detail: their first four characters, in some
  /// categories their first three. Diabetes has as many codes as complications; only the one without gives way.
  func isSameCondition(unspecified: Int, specific: Int) -> Bool {
    let difference = icd10cm.key(row: unspecified) ^ icd10cm.key(row: specific)
    guard difference >> 32 == 0 || difference >> 40 == 0 && wholeCategories.contains(unspecified) else { return false }
    // A retinopathy of each eye is coded by itself.
    return icd10cm.letter(row: unspecified) != UInt8(ascii: "E") || eye(unspecified) == eye(specific)
      || eye(unspecified) == nil || eye(specific) == nil
  }

  /// The 7th character, by which the retinopathies of diabetes tell the eye; `nil` where there is none, or it says neither.
  private func eye(_ row: Int) -> UInt8? {
    let character = UInt8(truncatingIfNeeded: icd10cm.key(row: row) >> 8)
    return character == 0 || character == UInt8(ascii: "9") ? nil : character
  }

  /// A transplanted kidney, with which nobody depends on dialysis any more.
  func isKidneyTransplant(_ row: Int) -> Bool { row == kidneyTransplant }
  func isDialysis(_ row: Int) -> Bool { row == dialysis }

  /// Whether the code is of an eye disease of diabetes.
  func isDiabeticEye(_ row: Int) -> Bool { retinopathies.contains(row) }

  private static let openInCategory =
    "E088 E089 E098-E099 E108-E109 E118-E119 E138-E139 F32 F33 G43 I50 J30-J39 J45 L89 N18"

  /// Whether two problems of a visit are the same condition, of which the second code says more: another code of the category
  /// than its unspecified one, or a code of another category.
  func isNamedMoreClosely(_ unspecified: Int, by specific: Int) -> Bool {
    if openKinds.contains(unspecified) {
      let (open, closer) = (icd10cm.key(row: unspecified), icd10cm.key(row: specific))
      if open >> 40 == closer >> 40, open >> 32 != closer >> 32 { return true }
    }
    guard let sets = openElsewhere[unspecified] else { return false }
    return sets & closer.sets(of: specific) != 0
  }

  /// Whether words of an unspecified code name a problem again: those beside the problems of the same condition, and a cataract
  /// without its kind beside one of a kind, wherever it stands.
  func isNamedAgain(_ problem: Int, by row: Int, isProblem: Bool) -> Bool {
    guard problem != row else { return false }
    // A ventricle that does not fill is what the failure is.
    // AHA Coding Clinic, fourth quarter of 2017 and first of 2019: emphysema is the obstructive disease it comes with.
    if obstructions.contains(row), emphysemas.contains(problem) { return true }
    if heartDiseases.contains(row), heartFailures.contains(problem) { return true }
    guard isUnspecified(row) else { return false }
    let isCataract = [problem, row].allSatisfy { DiagnosisRules.cataracts.contains(icd10cm.category(row: $0)) }
    return isCataract && !isUnspecified(problem)
      || !isProblem && isSameCondition(unspecified: row, specific: problem)
  }

  private static let cataracts = ICD10CM.category("H25")...ICD10CM.category("H26")

  private static let openKinds = """
    B079 B359 C189 C349 C509 D229 D239 D259 D509 D519 E039 E049 E059 E069 E669 E785 F319 F419 F439 F909 G309 G409 H409 \
    H6690 H6691 H6692 H6693 J0190 J329 K649 L309 M479 N209 R319 \
    I4891 I839 J439 J029 J039 J209 J449 K509 K519 K589 L029 L039 L209 L409 L509 L709 M329 N309 R109
    """

  private static let closerElsewhere: [(open: String, closer: String)] = [
    ("M069", "M05"), ("M109", "M1A M100-M104"), ("L309", "L20-L25"), ("L659", "L63 L64 L660-L668"),
    ("M199", "M05-M08 M15-M18 L405"),
    ("D649", "D50-D63 D640-D648"), ("K5792", "K5732 K5712 K5752"),
    ("K5790", "K5730 K5710 K5750 K5732"), ("J189", "J12-J17"), ("F039", "F01 F02"),
    ("K529", "A00-A09 K50 K51"), ("J40", "J20 J41-J44"), ("C799", "C77 C78 C790-C798"),
    ("B349", "J00-J06 J09-J11 J20 A08 U071"), ("N289", "N00-N19 Q61 E1022 E1122 E1322"), ("M5124", "M5114"),
    ("M5125", "M5115"),
    ("M48061", "M48062"), ("Z780", "N95"), ("C4491 C4492", "C440-C448"), ("I8390 I8391 I8392 I8393", "I830-I838"),
    ("M5126", "M5116"), ("I509", "I501-I504"), ("F17200", "F1721 F1722 F1729"), ("K649", "K640-K645"),
    ("M5127", "M5117"), ("E0831", "E0832-E0835"),
    ("E0931", "E0932-E0935"),
    ("E1031", "E1032-E1035"), ("E1131", "E1132-E1135"), ("E1331", "E1332-E1335"),
  ]
}
