import ClaimModel

/// The code sets a coder has at hand: those that come with the system, or those of a date of service, which
/// ``CodeLibrary`` gives.
public struct CodeBooks: Sendable {
  /// Diagnoses.
  public var icd10cm: ICD10CM
  /// Procedures, services and vaccines.
  public var procedures: ProcedureCatalog
  /// What the official files say of procedure codes.
  public var listings = ProcedureListings()
  /// Which services are not paid together, and how many units of one.
  public var edits = CorrectCodingEdits.builtIn
  /// Relative values; `nil` when none were imported.
  public var relativeValues: RelativeValues?

  /// Books of the given code sets.
  public init(icd10cm: ICD10CM, procedures: ProcedureCatalog = .builtIn) {
    self.icd10cm = icd10cm
    self.procedures = procedures
  }

  /// The ICD-10-CM resource, where ``ICD10CM/load()`` finds it, and the built-in procedures.
  ///
  /// - Throws: ``CodeSetError``.
  public static func load() throws(CodeSetError) -> CodeBooks { CodeBooks(icd10cm: try ICD10CM.load()) }

  /// Whether a procedure code may be used on a date of service: by the imported file for codes of its kind, else by the
  /// built-in catalog.
  public func isValid(_ code: ProcedureCode, on date: CalendarDate) -> Bool {
    listings.isValid(code, on: date) ?? procedures.procedure(code)?.isEffective(on: date) ?? false
  }

  /// The same of a procedure of the catalog.
  package func isValid(_ entry: ProcedureEntry, on date: CalendarDate) -> Bool {
    listings.isValid(entry.code, on: date) ?? entry.isEffective(on: date)
  }
}
