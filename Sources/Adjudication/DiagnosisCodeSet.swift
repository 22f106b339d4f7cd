import ClaimModel

/// The diagnosis codes a payer takes, by day. The payer's desk hands one in; this module holds no code set.
public protocol DiagnosisCodeSet: Sendable {
  /// Whether `code` was in force on `date` and specific enough to be billed.
  func isBillable(_ code: DiagnosisCode, on date: CalendarDate) -> Bool
}

/// A code set made of a closure.
///
/// ```swift
/// let codeSet = DiagnosisLookup { code, date in ICD10CM.isBillable(code, on: date) }
/// ```
public struct DiagnosisLookup: DiagnosisCodeSet {
  private let lookup: @Sendable (DiagnosisCode, CalendarDate) -> Bool

  /// A code set that asks `lookup`.
  public init(_ lookup: @escaping @Sendable (DiagnosisCode, CalendarDate) -> Bool) { self.lookup = lookup }

  /// What the closure says.
  public func isBillable(_ code: DiagnosisCode, on date: CalendarDate) -> Bool { lookup(code, date) }
}
