import ClaimModel

/// The diagnosis code set of the United States, as one release carries it.
///
/// ```swift
/// let icd10cm = try ICD10CM.load()
/// icd10cm.title("E11.9")                                  // "Type 2 diabetes mellitus without complications"
/// icd10cm.isBillable("E11.9", on: visit.dateOfService)    // true
/// icd10cm.isBillable("E11", on: visit.dateOfService)      // false: a header
/// ```
///
/// One release is carried, that of April 2026. By itself it answers for every date of service since ICD-10-CM took
/// effect, 2015-10-01: a code that was added or deleted in between is judged as of April 2026. Dates before are not
/// codable. ``CodeLibrary`` gives the code set for a date of service, which a release that was imported decides.
///
/// Source: ICD-10-CM tabular list, April 2026 (NCHS); 45 CFR 162.1002(c) for the first date of service.
public struct ICD10CM: Sendable {
  /// The first date of service that is coded in ICD-10-CM.
  public static let firstDateOfService = CalendarDate(year: 2015, month: 10, day: 1)!

  let layout: ICD10CMLayout
  /// An imported release that decides which codes there are; words are still looked up in the built-in one.
  private(set) var imported: DiagnosisRelease?

  /// The code set in the file at `path`. The file is mapped, not parsed.
  ///
  /// - Throws: ``CodeSetError`` `.unreadable`, `.malformed`.
  public init(path: String) throws(CodeSetError) { layout = try ICD10CMLayout(path: path) }

  /// The code set, found by the environment variable `SUPERBILL_DATA`, next to the executable, in `../share/superbill`
  /// or in the source checkout.
  ///
  /// - Throws: ``CodeSetError`` `.notFound` with the places searched, `.unreadable`, `.malformed`.
  public static func load() throws(CodeSetError) -> ICD10CM {
    try ICD10CM(path: ResourceLocator.current.path(of: "icd10cm.bin"))
  }

  /// This code set, with an imported release that decides what exists, what is billable, and titles.
  func decided(by release: DiagnosisRelease) -> ICD10CM {
    var copy = self
    copy.imported = release
    return copy
  }

  /// When the built-in release took effect.
  public var release: CalendarDate { layout.release }
  /// How many codes there are, headers included.
  public var count: Int { layout.codes.count }
  /// How many codes can be billed.
  public var billableCount: Int { layout.billableCount }

  /// All codes, headers included, in the order of their characters.
  public var codes: some Sequence<DiagnosisCode> { (0..<count).lazy.map { code(at: $0) } }

  /// Whether the code exists, billable or not.
  public func contains(_ code: DiagnosisCode) -> Bool { imported?.contains(code) ?? (row(of: code) != nil) }

  /// Whether the code may stand on a claim for a service on `date`: it exists, has no subdivisions, and was in effect.
  public func isBillable(_ code: DiagnosisCode, on date: CalendarDate) -> Bool {
    guard date >= ICD10CM.firstDateOfService else { return false }
    if let imported { return imported.isBillable(code) }
    return row(of: code).map(isBillable(row:)) ?? false
  }

  /// The code's title in the tabular list; with a 7th character, its meaning follows after a comma.
  public func title(_ code: DiagnosisCode) -> String? {
    if let imported { return imported.title(code) }
    return row(of: code).map(title(row:))
  }

  /// The dates of service the code may be used on; `nil` when there is no such code.
  public func validity(of code: DiagnosisCode) -> PartialRangeFrom<CalendarDate>? {
    contains(code) ? ICD10CM.firstDateOfService... : nil
  }

  /// The code one level up, `nil` for a category.
  public func parent(of code: DiagnosisCode) -> DiagnosisCode? {
    if let imported { return imported.parent(of: code) }
    return row(of: code).flatMap(parent(row:)).map(self.code(at:))
  }

  /// The codes one level down.
  public func children(of code: DiagnosisCode) -> [DiagnosisCode] {
    if let imported { return imported.children(of: code) }
    return row(of: code).map { children(row: $0).map(self.code(at:)) } ?? []
  }

  /// The billable code to use when the documentation says no more than `code` does: the code itself, or its
  /// unspecified subdivision, for an injury at the initial encounter. `nil` when more must be documented.
  public func unspecified(_ code: DiagnosisCode) -> DiagnosisCode? {
    row(of: code).flatMap(unspecified(row:)).map(self.code(at:))
  }

  /// The instructional notes of one kind at the code itself; the built-in ones when the imported release has none, as
  /// one that was read from an order file only.
  public func notes(_ kind: NoteKind, at code: DiagnosisCode) -> [String] {
    if let found = imported?.notes(kind, at: code), !found.isEmpty { return found }
    guard let row = row(of: code) else { return [] }
    let notes = layout.notes
    var index = notes.partitioningIndex { Int($0.row) >= row }
    var found: [String] = []
    while index < notes.count, Int(notes[index].row) == row {
      let note = notes[index]
      if note.kindAndLength >> 24 == kind.rawValue {
        found.append(layout.string(offset: note.offset, length: Int(note.kindAndLength & 0xff_ffff)))
      }
      index += 1
    }
    return found
  }

  /// What an instructional note says.
  public enum NoteKind: UInt32, Hashable, Sendable, CaseIterable {
    /// Another name for what the code means.
    case inclusionTerm = 1
    /// What the code includes.
    case includes
    /// What is never coded together with it.
    case excludes1
    /// What is not part of it.
    case excludes2
    /// What is listed before it.
    case codeFirst
    /// What is listed after it.
    case useAdditionalCode
    /// What is listed beside it, in either order.
    case codeAlso
    /// Which 7th character it takes.
    case seventhCharacter
  }

  /// Whether an Excludes1 note keeps the two codes off one claim: at either code or at one above it.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.A.12.a.
  public func excludesEachOther(_ left: DiagnosisCode, _ right: DiagnosisCode) -> Bool {
    guard let left = row(of: left), let right = row(of: right) else { return false }
    return excludes(left, right) || excludes(right, left)
  }
}
