import ClaimModel

/// The dates of service a release is for.
public struct ReleasePeriod: Hashable, Sendable, CustomStringConvertible {
  /// The first date.
  public var effective: CalendarDate
  /// The last date; `nil` for one that holds until a newer release takes effect.
  public var until: CalendarDate?

  /// A period; `nil` when it would end before it begins.
  public init?(effective: CalendarDate, until: CalendarDate? = nil) {
    if let until, until < effective { return nil }
    self.effective = effective
    self.until = until
  }

  /// Whether a date of service lies in the period.
  public func contains(_ date: CalendarDate) -> Bool { effective <= date && date <= until ?? date }

  /// Whether two releases of one code set contradict each other: both begin on one day, or one has a last date and the
  /// other begins before it has passed. A release without a last date gives way to a newer one and contradicts none.
  public func contradicts(_ other: ReleasePeriod) -> Bool {
    if effective == other.effective { return true }
    let (earlier, later) = effective < other.effective ? (self, other) : (other, self)
    return earlier.until.map { later.effective <= $0 } ?? false
  }

  /// `2025-10-01 to 2026-09-30`, `2025-10-01 on`.
  public var description: String { effective.iso + (until.map { " to " + $0.iso } ?? " on") }
}
