/// The code sets a coder has at hand.
public struct CodeBooks: Sendable {
  /// Diagnoses.
  public var icd10cm: ICD10CM
  /// Procedures, services and vaccines.
  public var procedures: ProcedureCatalog

  /// Books of the given code sets.
  public init(icd10cm: ICD10CM, procedures: ProcedureCatalog = .builtIn) {
    self.icd10cm = icd10cm
    self.procedures = procedures
  }

  /// The ICD-10-CM resource, where ``ICD10CM/load()`` finds it, and the built-in procedures.
  ///
  /// - Throws: ``CodeSetError``.
  public static func load() throws(CodeSetError) -> CodeBooks { CodeBooks(icd10cm: try ICD10CM.load()) }
}
