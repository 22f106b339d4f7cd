import ClaimModel

/// What the imported HCPCS and CPT files say of procedure codes and modifiers.
public struct ProcedureListings: Sendable {
  var hcpcs: ReleaseTable?
  var cpt: ReleaseTable?

  /// No file: nothing is known but the built-in catalog.
  public init() {}

  /// The listing of a code, whatever the date: the newest that is in effect on `date`, else the newest at all.
  public func listing(_ code: ProcedureCode, on date: CalendarDate) -> ProcedureListing? {
    guard let table = table(for: code), let key = CodeKey.packed(code.rawValue) else { return nil }
    guard let row = table.row(key, on: date) ?? table.rows(key).last else { return nil }
    let fields = table.fields(row)
    guard fields.count == 3 else { return nil }
    return ProcedureListing(
      code: code, description: fields[0], shortDescription: fields[1], coverage: fields[2],
      effective: row.effectiveDate, end: row.endDate)
  }

  /// Whether the code may be used on a date of service; `nil` when no file for codes of its kind was imported.
  public func isValid(_ code: ProcedureCode, on date: CalendarDate) -> Bool? {
    guard let table = table(for: code) else { return nil }
    return CodeKey.packed(code.rawValue).map { table.row($0, on: date) != nil } ?? false
  }

  /// Codes that begin like `code`, at most `limit`.
  func codes(from prefix: String, limit: Int) -> [String] {
    [hcpcs, cpt].compactMap { $0 }.flatMap { $0.codes(from: prefix, limit: limit) }
  }

  /// CPT codes begin with four digits, those of HCPCS Level II with a letter; modifiers are in the HCPCS file.
  private func table(for code: ProcedureCode) -> ReleaseTable? {
    code.rawValue.utf8.count == 5 && code.rawValue.utf8.first.map { (48...57).contains($0) } == true ? cpt : hcpcs
  }
}

/// What an official file says of a procedure code or modifier.
public struct ProcedureListing: Hashable, Sendable {
  /// The code, or the two characters of a modifier.
  public var code: ProcedureCode
  /// Its long description.
  public var description: String
  /// Its short description.
  public var shortDescription: String
  /// Medicare's coverage code of a HCPCS entry: C, D, I, M or S; empty if none.
  public var coverage: String
  /// Its first date of service; `nil` when the file has none.
  public var effective: CalendarDate?
  /// Its last date of service; `nil` when it is open.
  public var end: CalendarDate?

  /// Whether it may be used on a date of service.
  public func isInEffect(on date: CalendarDate) -> Bool { (effective ?? date) <= date && date <= (end ?? date) }
}

extension ReleaseTable {
  /// The first codes, in order, that begin with `prefix`.
  func codes(from prefix: String, limit: Int) -> [String] {
    guard let key = CodeKey.packed(prefix) else { return [] }
    let first = rows.partitioningIndex { $0.key >= key }
    return rows[first...].lazy.map { CodeKey.code($0.key) }.prefix { $0.hasPrefix(prefix) }.prefix(limit).map { $0 }
  }
}
