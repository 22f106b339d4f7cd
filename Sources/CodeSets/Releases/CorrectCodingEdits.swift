import ClaimModel

/// Whether a modifier lets two services be paid that are otherwise bundled.
public enum ModifierIndicator: String, Hashable, Sendable, CaseIterable {
  /// Never: the column 2 service is not paid beside column 1.
  case notAllowed = "0"
  /// With a modifier that the documentation supports, for instance 25, 59 or X{EPSU}.
  case allowed = "1"
  /// The edit has been deleted.
  case notApplicable = "9"
}

/// A procedure-to-procedure edit: the column 2 service is not paid beside column 1 on one day.
public struct ProcedurePairEdit: Hashable, Sendable {
  /// The service that is paid.
  public var column1: ProcedureCode
  /// The service that is not.
  public var column2: ProcedureCode
  /// Whether a modifier changes that.
  public var modifier: ModifierIndicator
  /// The reason, in CMS's words, or in ours when the edit is built in.
  public var rationale: String
  /// The first date it is in effect on; `nil` when none is known.
  public var effective: CalendarDate?
  /// The last date it is in effect on; `nil` while it is.
  public var end: CalendarDate?
}

/// A medically unlikely edit: how many units of a service are paid.
public struct UnitLimit: Hashable, Sendable {
  /// What the units are counted over, and how firm the limit is (the MUE adjudication indicator).
  public enum Scope: String, Hashable, Sendable, CaseIterable {
    /// Each claim line.
    case claimLine = "1"
    /// The date of service; set by policy, never more.
    case dayByPolicy = "2"
    /// The date of service; from clinical data, more may be paid on appeal.
    case dayByClinicalData = "3"
  }

  /// The service.
  public var code: ProcedureCode
  /// The most units.
  public var units: Int
  /// What they are counted over.
  public var scope: Scope
  /// The reason.
  public var rationale: String
}

/// The edits of the National Correct Coding Initiative: imported ones, or a small table of our own.
///
/// ```swift
/// let edit = books.edits.edit(between: "20610", and: "99213", on: visit.dateOfService)
/// edit?.column2     // "99213": not paid beside 20610 …
/// edit?.modifier    // .allowed: … unless modifier 25 says that it was separate
/// ```
public struct CorrectCodingEdits: Sendable {
  var pairs: ReleaseTable?
  var units: ReleaseTable?

  /// The edits that come with the system.
  public static let builtIn = CorrectCodingEdits()

  /// The edit in effect on a date of service for two services of it, whichever of them is column 1.
  public func edit(between one: ProcedureCode, and other: ProcedureCode, on date: CalendarDate) -> ProcedurePairEdit? {
    edit(column1: one, column2: other, on: date) ?? edit(column1: other, column2: one, on: date)
  }

  /// The edit of a pair in this order.
  public func edit(column1: ProcedureCode, column2: ProcedureCode, on date: CalendarDate) -> ProcedurePairEdit? {
    guard let pairs else { return CorrectCodingEdits.builtInPair(column1, column2) }
    guard let key = CodeKey.pair(column1.rawValue, column2.rawValue), let row = pairs.row(key, on: date) else {
      return nil
    }
    let fields = pairs.fields(row)
    guard fields.count == 3, let modifier = ModifierIndicator(rawValue: fields[0]) else { return nil }
    return ProcedurePairEdit(
      column1: column1, column2: column2, modifier: modifier, rationale: fields[1], effective: row.effectiveDate,
      end: row.endDate)
  }

  /// How many units of a service are paid; `nil` when no limit is known.
  public func unitLimit(_ code: ProcedureCode) -> UnitLimit? {
    guard let units else { return CorrectCodingEdits.builtInLimits[code] }
    guard let row = CodeKey.packed(code.rawValue).flatMap({ units.rows($0).last }) else { return nil }
    let fields = units.fields(row)
    guard fields.count == 3, let number = Int(fields[0]), let scope = UnitLimit.Scope(rawValue: fields[1]) else {
      return nil
    }
    return UnitLimit(code: code, units: number, scope: scope, rationale: fields[2])
  }
}
