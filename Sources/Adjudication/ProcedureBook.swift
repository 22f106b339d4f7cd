import ClaimModel
import CodeSets

/// What a payer knows of procedures on a day of service: the catalog, imported listings, and the edits of NCCI and MUE.
public struct ProcedureBook: Sendable {
  /// Ages, sex, places and first days of procedures.
  public var catalog: ProcedureCatalog
  /// What imported HCPCS and CPT files say.
  public var listings: ProcedureListings
  /// Which services are not paid together, and how many units of one.
  public var edits: CorrectCodingEdits

  /// A book of its parts; by default what comes with the system.
  public init(
    catalog: ProcedureCatalog = .builtIn, listings: ProcedureListings = ProcedureListings(),
    edits: CorrectCodingEdits = .builtIn
  ) {
    self.catalog = catalog
    self.listings = listings
    self.edits = edits
  }

  /// The procedures of the books that hold on a date of service.
  public init(_ books: CodeBooks) {
    self.init(catalog: books.procedures, listings: books.listings, edits: books.edits)
  }
}

/// The diagnoses of all releases side by side.
extension CodeLibrary: DiagnosisCodeSet {
  /// Whether the release that decides on the date has the code, specific enough to be billed.
  public func isBillable(_ code: DiagnosisCode, on date: CalendarDate) -> Bool {
    books(on: date).icd10cm.isBillable(code, on: date)
  }
}
