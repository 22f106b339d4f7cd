import CodeSets

/// Which codes must be listed first, and which may not be.
final class ListingRanks: Sendable {
  private let icd10cm: ICD10CM
  private let first: CodeTable<Bool>
  private let secondary: CodeTable<Bool>
  private let external: CodeTable<Bool>
  /// The organisms of infections whose codes do not name them.
  let organisms: CodeTable<Bool>

  init(_ icd10cm: ICD10CM) {
    self.icd10cm = icd10cm
    first = CodeTable(icd10cm, set: ListingRanks.first)
    secondary = CodeTable(icd10cm, set: "B95-B97 Z16 Z3A Z68 Z79")
    // H. pylori is coded with gastritis by the index.
    organisms = CodeTable(icd10cm, set: "B95 B960-B967 B9682 B9689 B97")
    external = CodeTable(icd10cm, set: "V-Y")
  }

  /// Whether the code may be reported as the first-listed diagnosis only.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.21.c.16.
  func isFirstOnly(_ row: Int) -> Bool { first.contains(row) }

  /// Whether the code only adds to others: it is never the first-listed diagnosis, and never alone.
  ///
  /// Source: ICD-10-CM Official Guidelines, sections I.A.13 (manifestations), I.C.1.b (organisms), I.C.20.a.6 (external
  /// causes), I.C.21.c.3 (Z68, Z79) and I.C.21.c.11 (Z3A).
  func isNeverFirst(_ row: Int) -> Bool { secondary.contains(row) || external.contains(row) || isManifestation(row) }

  /// Whether the code says how an injury came about; such codes follow all others.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.20.a.6.
  func isExternalCause(_ row: Int) -> Bool { external.contains(row) }

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
