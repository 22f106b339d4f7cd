import ClaimModel

/// Moves visits into a range of days and keeps the patient's age.
///
/// Sample records are decades old and a code is only valid on some dates. A visit outside the range is moved to a day
/// in it that its id decides; the date of birth moves by as many days (give or take a leap day), so that the completed
/// years at the visit stay what they were. Dates written in the documentation stay. As each visit moves by an amount
/// of its own, the visits of one patient end up with different dates of birth.
///
/// ```swift
/// let policy = RedatePolicy(onto: RedatePolicy.secondQuarter2026)
/// policy.redated(visit).registration.dateOfService  // some day from 2026-04-01 to 2026-06-30
/// ```
public struct RedatePolicy: Hashable, Sendable {
  /// The days that visits are moved onto.
  public var range: ClosedRange<CalendarDate>

  /// 2026-04-01 to 2026-06-30: the ICD-10-CM release this project carries took effect on the first of these days.
  public static let secondQuarter2026 =
    CalendarDate(daysSinceEpoch: 20_544)...CalendarDate(daysSinceEpoch: 20_634)

  /// A policy that moves visits onto the days of `range`.
  public init(onto range: ClosedRange<CalendarDate>) { self.range = range }

  /// A policy that moves visits onto `day` or one of the `days` before it; a negative number counts as none.
  public init(within days: Int, before day: CalendarDate) {
    self.range = day.adding(days: -min(max(0, days), 100_000))...day
  }

  /// The visit moved into the range; unchanged if it lies there already.
  public func redated(_ visit: Visit) -> Visit {
    let date = visit.registration.dateOfService
    guard !range.contains(date) else { return visit }
    var moved = visit
    let target = Self.day(in: range, by: StableHash.value(visit.id.rawValue, key: 0x7265_6461_7465))
    moved.registration.dateOfService = target
    let birth = visit.registration.patient.birthDate
    moved.registration.patient.birthDate = Self.birthDate(
      aged: birth.years(until: date), near: birth.adding(days: date.days(until: target)), on: target)
    return moved
  }

  /// The day of `range` that `choice` picks.
  static func day(in range: ClosedRange<CalendarDate>, by choice: UInt64) -> CalendarDate {
    let length = range.lowerBound.days(until: range.upperBound) + 1
    return range.lowerBound.adding(days: Int(choice % UInt64(length)))
  }

  /// The day nearest to `birth` on which someone was born who is `age` years old on `date`.
  private static func birthDate(aged age: Int, near birth: CalendarDate, on date: CalendarDate) -> CalendarDate {
    var candidate = birth
    // Leap days move an anniversary by a day or two, never more: the bound only guards against dates out of range.
    for _ in 0..<4 {
      let reached = candidate.years(until: date)
      if reached == age { break }
      candidate = candidate.adding(days: reached > age ? 1 : -1)
    }
    return candidate
  }
}
