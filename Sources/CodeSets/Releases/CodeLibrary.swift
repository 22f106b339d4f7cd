import ClaimModel

/// The releases of all code sets side by side: gives the books that hold on a date of service.
///
/// ```swift
/// let library = try CodeLibrary.load()
/// let books = library.books(on: visit.registration.dateOfService)
/// books.icd10cm.isBillable("E11.9", on: visit.registration.dateOfService)
/// ```
///
/// Of each code set the newest release in effect on the date decides: the one with the latest effective date whose last
/// date, if it has one, has not passed. Where no imported release is in effect, what comes with the system answers; its
/// ICD-10-CM release counts as in effect from its own date on, and before that where nothing else is.
public struct CodeLibrary: Sendable {
  /// The imported releases, by kind, oldest first.
  public let releases: [CodeRelease]
  /// What comes with the system.
  public let builtIn: CodeBooks

  private let dated: DatedValues<CodeBooks>

  /// A library of the built-in books and imported releases.
  public init(builtIn: CodeBooks, releases: [CodeRelease] = []) {
    let releases = releases.sorted { ($0.kind.number, $0.period.effective) < ($1.kind.number, $1.period.effective) }
    self.builtIn = builtIn
    self.releases = releases
    var starts: Set<CalendarDate> = releases.isEmpty ? [] : [builtIn.icd10cm.release]
    for release in releases {
      starts.insert(release.period.effective)
      if let until = release.period.until { starts.insert(until.adding(days: 1)) }
    }
    dated = DatedValues(
      before: builtIn, from: starts.sorted().map { ($0, CodeLibrary.books(builtIn, releases, on: $0)) })
  }

  /// The built-in books and the releases on the user's shelf. Files are mapped, not read.
  /// - Throws: ``CodeSetError``.
  public static func load(shelf: CodeShelf? = .current) throws(CodeSetError) -> CodeLibrary {
    CodeLibrary(builtIn: try CodeBooks.load(), releases: try shelf?.releases() ?? [])
  }

  /// The books for a date of service.
  public func books(on date: CalendarDate) -> CodeBooks { dated[date] }

  /// Something made once of the books of every period, for instance a coder.
  ///
  /// ```swift
  /// let coders = library.map(Coder.init(codeSets:))
  /// coders[visit.registration.dateOfService].code(visit)
  /// ```
  public func map<Value>(_ transform: (CodeBooks) -> Value) -> DatedValues<Value> { dated.map(transform) }

  /// The dates of service a diagnosis code is billable on (or, for a header, exists on), as far as the releases say.
  public func periods(of code: DiagnosisCode, isBillable: Bool) -> [ReleasePeriod] {
    let first = ICD10CM.firstDateOfService
    return dated.periods(from: first) { books in
      isBillable ? books.icd10cm.isBillable(code, on: first) : books.icd10cm.contains(code)
    }
  }

  /// The imported release of a kind that decides on a date.
  public func release(_ kind: CodeSetKind, on date: CalendarDate) -> CodeRelease? {
    CodeLibrary.release(kind, releases, builtIn, on: date)
  }

  private static func release(
    _ kind: CodeSetKind, _ releases: [CodeRelease], _ builtIn: CodeBooks, on date: CalendarDate
  ) -> CodeRelease? {
    let newest = releases.last { $0.kind == kind && $0.period.contains(date) }
    guard kind == .icd10cm, let newest, builtIn.icd10cm.release <= date else { return newest }
    return newest.period.effective < builtIn.icd10cm.release ? nil : newest
  }

  private static func books(_ builtIn: CodeBooks, _ releases: [CodeRelease], on date: CalendarDate) -> CodeBooks {
    var books = builtIn
    func table(_ kind: CodeSetKind) -> ReleaseTable? {
      guard let release = release(kind, releases, builtIn, on: date), case .table(let table) = release.contents else {
        return nil
      }
      return table
    }
    if let release = release(.icd10cm, releases, builtIn, on: date) {
      switch release.contents {
      case .table(let table): books.icd10cm = builtIn.icd10cm.decided(by: DiagnosisRelease(table: table))
      case .resource(let icd10cm): books.icd10cm = icd10cm
      }
    }
    books.listings.hcpcs = table(.hcpcs)
    books.listings.cpt = table(.cpt)
    books.edits.pairs = table(.ptp)
    books.edits.units = table(.mue)
    books.relativeValues = table(.rvu).map(RelativeValues.init)
    return books
  }
}
