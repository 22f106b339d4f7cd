import ClaimModel

/// The procedures this system knows.
///
/// CPT codes are numbers of the American Medical Association; the labels are our own words and no CPT descriptors.
/// A practice that holds a licence adds its own entries with ``adding(_:)``.
public struct ProcedureCatalog: Sendable {
  private var entries: [ProcedureCode: ProcedureEntry] = [:]
  private var vaccinesByCVX: [String: VaccineProduct] = [:]
  private var vaccinesByProduct: [ProcedureCode: VaccineProduct] = [:]

  /// A catalog of the given entries and vaccine products.
  public init(entries: [ProcedureEntry], vaccines: [VaccineProduct]) {
    for entry in entries { self.entries[entry.code] = entry }
    for vaccine in vaccines {
      for cvx in vaccine.cvx { vaccinesByCVX[cvx] = vaccine }
      vaccinesByProduct[vaccine.product] = vaccine
      self.entries[vaccine.product] = ProcedureEntry(
        vaccine.product, vaccine.label, .vaccineProduct, ages: vaccine.ages)
    }
  }

  /// The entry of a code; `nil` when the catalog does not know it.
  public func procedure(_ code: ProcedureCode) -> ProcedureEntry? { entries[code] }

  /// The product for a vaccine's CVX code, with or without a leading zero.
  ///
  /// Source: CDC, "CPT Codes Mapped to CVX Codes".
  public func vaccine(cvx: String) -> VaccineProduct? {
    vaccinesByCVX[cvx.hasPrefix("0") ? String(cvx.drop { $0 == "0" }) : cvx]
  }

  /// The product of a code; `nil` when it is no vaccine.
  public func vaccine(_ code: ProcedureCode) -> VaccineProduct? { vaccinesByProduct[code] }

  /// Every entry, by code.
  public var all: [ProcedureEntry] { entries.values.sorted { $0.code < $1.code } }

  /// The catalog with entries added or replaced.
  public func adding(_ added: [ProcedureEntry]) -> ProcedureCatalog {
    var copy = self
    for entry in added { copy.entries[entry.code] = entry }
    return copy
  }

  /// The catalog that comes with the system.
  public static let builtIn = ProcedureCatalog(entries: builtInEntries, vaccines: builtInVaccines)
}

/// A procedure code and where it may be used.
public struct ProcedureEntry: Hashable, Sendable {
  /// The code.
  public var code: ProcedureCode
  /// What it is, in our own words.
  public var label: String
  /// Its kind.
  public var category: Category
  /// The ages in completed years it is for.
  public var ages: ClosedRange<Int>
  /// The sex it is for; `nil` for any.
  public var sex: Sex?
  /// The first day it may be used on; `nil` when older than ICD-10-CM.
  public var effective: CalendarDate?
  /// The last day it may be used on; `nil` while it is in use.
  public var end: CalendarDate?
  /// Places of service it may be used at; empty for any.
  public var places: Set<PlaceOfService>

  /// An entry of its parts.
  public init(
    _ code: ProcedureCode, _ label: String, _ category: Category, ages: ClosedRange<Int> = 0...130,
    sex: Sex? = nil, effective: CalendarDate? = nil, end: CalendarDate? = nil, places: Set<PlaceOfService> = []
  ) {
    self.code = code
    self.label = label
    self.category = category
    self.ages = ages
    self.sex = sex
    self.effective = effective
    self.end = end
    self.places = places
  }

  /// Whether the code may be used on a date of service.
  public func isEffective(on date: CalendarDate) -> Bool { (effective ?? date) <= date && date <= (end ?? date) }

  /// Kinds of procedures.
  public enum Category: String, Hashable, Sendable, CaseIterable {
    /// A visit about a problem, in the office or elsewhere.
    case officeVisit
    /// A preventive visit.
    case preventiveVisit
    /// A vaccine product.
    case vaccineProduct
    /// Giving a vaccine.
    case vaccineAdministration
    /// A laboratory test or drawing the specimen.
    case laboratory
    /// An imaging study.
    case imaging
    /// A test of function, for instance an electrocardiogram.
    case diagnosticTest
    /// A procedure on the body.
    case surgery
    /// A drug or device given, or its injection.
    case drug
    /// Counseling, screening by a questionnaire, or time beyond a visit.
    case counseling
  }
}

/// A vaccine as it is billed.
public struct VaccineProduct: Hashable, Sendable {
  /// Its CVX codes without leading zeros.
  public var cvx: [String]
  /// The product code.
  public var product: ProcedureCode
  /// What it is, in our own words.
  public var label: String
  /// The ages in completed years it is for.
  public var ages: ClosedRange<Int>
  /// Whether it is given by mouth or nose rather than injected.
  public var isOralOrNasal: Bool
  /// How many diseases it is against, as its administration counts them.
  public var components: Int

  /// A product of its parts.
  public init(
    _ cvx: [String], _ product: ProcedureCode, _ label: String, ages: ClosedRange<Int> = 0...130,
    isOralOrNasal: Bool = false, components: Int = 1
  ) {
    self.cvx = cvx
    self.product = product
    self.label = label
    self.ages = ages
    self.isOralOrNasal = isOralOrNasal
    self.components = components
  }
}
