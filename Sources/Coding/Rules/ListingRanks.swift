import ClaimModel
import CodeSets

/// Which codes must be listed first, and which may not be.
final class ListingRanks: Sendable {
  private let icd10cm: ICD10CM
  private let first: CodeTable<Bool>
  private let secondary: CodeTable<Bool>
  private let followers: CodeTable<Bool>
  private let external: CodeTable<Bool>
  /// The organisms of infections whose codes do not name them.
  let organisms: CodeTable<Bool>
  let aftercares: CodeTable<Bool>
  let checkUps: CodeTable<Bool>
  let bowelScreenings: CodeTable<Bool>
  /// What a look into the bowel finds, and why it is looked at.
  let bowelFindings: CodeTable<Bool>
  /// Diabetes without complications.
  let uncomplicated: CodeTable<Bool>
  /// Tobacco that is used, and dependence on nicotine.
  let tobaccoUse: Int?
  let nicotineDependence: CodeTable<Bool>
  /// The state after an operation that has no code of its own.
  let otherPostprocedural: CodeTable<Bool>
  /// Contraception that begins, or a device that is placed or taken out.
  let contraception: CodeTable<Bool>
  /// Contraception of which no method is told.
  let openContraception: CodeTable<Bool>
  /// What a tumor's cells respond to: each receptor, several together, and what was added in October 2025.
  let receptors: CodeTable<Bool>
  let receptorsTogether: CodeTable<Bool>
  let laterReceptors: CodeTable<Bool>
  private let polyneuropathies: [Int]
  private let neuropathies: [Int]
  private let accident: Range<Int>
  /// What COVID-19 left: after what it is.
  let longCovid: Int?

  init(_ icd10cm: ICD10CM) {
    self.icd10cm = icd10cm
    first = CodeTable(icd10cm, set: ListingRanks.first)
    secondary = CodeTable(icd10cm, set: "B95-B97 Z16 Z3A Z68 Z79")
    followers = CodeTable(icd10cm, set: "Z283 Z55-Z65 Z911")
    // H. pylori is coded with gastritis by the index.
    organisms = CodeTable(icd10cm, set: "B95 B960-B967 B9682 B9689 B97")
    aftercares = CodeTable(icd10cm, set: "Z47 Z48")
    tobaccoUse = icd10cm.row(of: "Z720")
    nicotineDependence = CodeTable(icd10cm, set: "F17")
    otherPostprocedural = CodeTable(icd10cm, set: "Z9889")
    let types = ["E08", "E09", "E10", "E11", "E13"]
    polyneuropathies = types.compactMap { icd10cm.row(of: DiagnosisCode(rawValue: $0 + "42")) }
    neuropathies = types.compactMap { icd10cm.row(of: DiagnosisCode(rawValue: $0 + "40")) }
    bowelScreenings = CodeTable(icd10cm, set: "Z1211 Z1212")
    bowelFindings = CodeTable(icd10cm, set: "K50-K52 K55-K64 D12 D37 C18-C21 Z80 Z83 Z86")
    uncomplicated = CodeTable(icd10cm, set: "E089 E099 E109 E119 E139")
    checkUps = CodeTable(icd10cm, set: "Z00")
    contraception = CodeTable(icd10cm, set: "Z300 Z3043 Z3046")
    openContraception = CodeTable(icd10cm, set: "Z309 Z3009 Z3040")
    receptors = CodeTable(icd10cm, set: "Z170 Z171 Z172 Z173")
    receptorsTogether = CodeTable(icd10cm, set: "Z174")
    laterReceptors = CodeTable(icd10cm, set: "Z172 Z173 Z174")
    accident = icd10cm.row(of: "V892").map { $0..<icd10cm.end(row: $0) } ?? 0..<0
    longCovid = icd10cm.row(of: "U099")
    external = CodeTable(icd10cm, set: "V-Y")
  }

  /// Diabetic neuropathy of which no kind is told, where its words say no more.
  ///
  /// Source: Index, Diabetes, with, neuropathy, and with, polyneuropathy.
  func neuropathy(_ row: Int, named evidence: [Evidence]) -> Int {
    guard let position = polyneuropathies.firstIndex(of: row),
      evidence.allSatisfy({ $0.text.lowercased() == "neuropathy" })
    else { return row }
    return neuropathies[position]
  }

  /// Whether the code tells of an accident of unspecified vehicles.
  func isUnspecifiedAccident(_ row: Int) -> Bool { accident.contains(row) }

  /// Whether the code may be reported as the first-listed diagnosis only.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.21.c.16.
  func isFirstOnly(_ row: Int) -> Bool { first.contains(row) }

  /// Whether the code only adds to others: it is never the first-listed diagnosis, and never alone.
  ///
  /// Source: ICD-10-CM Official Guidelines, sections I.A.13 (manifestations), I.C.1.b (organisms), I.C.20.a.6 (external
  /// causes), I.C.21.c.3 (Z68, Z79) and I.C.21.c.11 (Z3A).
  func isNeverFirst(_ row: Int) -> Bool { secondary.contains(row) || external.contains(row) || isManifestation(row) }

  /// Whether the code tells of the patient's life or of care that is not taken: it follows what that bears upon.
  ///
  /// Source: ICD-10-CM Official Guidelines, sections I.B.14 (circumstances of life, missing immunizations) and I.C.21.c.3
  /// (noncompliance as a status).
  func follows(_ row: Int) -> Bool { followers.contains(row) }

  /// Whether the code says how an injury came about; such codes follow all others.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.20.a.6.
  func isExternalCause(_ row: Int) -> Bool { external.contains(row) }

  /// Whether a code that may only be listed first stands with another such code: the same, or a further treatment of a tumor.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.2.e.2.
  func mayStand(_ row: Int, beside first: Int) -> Bool {
    row == first
      || isFirstOnly(row) && icd10cm.category(row: row) == ListingRanks.treatment
        && icd10cm.category(row: first) == ListingRanks.treatment
  }

  private static let treatment = ICD10CM.category("Z51")

  /// Whether the title says that the code is the manifestation of a disease with a code of its own.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.A.13.
  func isManifestation(_ row: Int) -> Bool {
    icd10cm.withTitle(row: row) { $0.holds(ListingRanks.manifestation) }
  }

  private static let manifestation = Array("diseases classified elsewhere".utf8)

  private static let first = """
    Z000-Z005 Z008 Z01 Z02 Z04 Z332 Z3181-Z3184 Z34 Z38 Z39 Z40 Z42 Z510 Z511 Z52 Z761 Z762 Z9912
    """
}
