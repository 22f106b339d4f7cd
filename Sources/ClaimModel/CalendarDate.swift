/// A day of the proleptic Gregorian calendar without time or zone: a date of service, a date of birth.
///
/// ```swift
/// let visit = CalendarDate(yyyymmdd: "20260415")!
/// visit.iso                       // "2026-04-15"
/// visit.adding(days: 30).yyyymmdd // "20260515"
/// ```
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01.
  public let daysSinceEpoch: Int32

  /// The day that lies `daysSinceEpoch` days after 1970-01-01.
  public init(daysSinceEpoch: Int) { self.daysSinceEpoch = Int32(clamping: daysSinceEpoch) }

  /// A calendar day; `nil` unless year (1 to 9999), month and day name a real one.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.days(inMonth: month, of: year)
    else { return nil }
    // Days-from-civil: years are counted from March, so that the leap day is the last of its year.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.daysSinceEpoch = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads eight digits, as X12 writes a D8 date: `20260415`.
  public init?(yyyymmdd text: some StringProtocol) {
    guard text.utf8.count == 8, let number = CalendarDate.number(text) else { return nil }
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// Reads the date at the start of an ISO 8601 text: `2026-04-15`, `2026-04-15T09:30:00Z`.
  public init?(iso text: some StringProtocol) {
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = CalendarDate.number(parts[0]), let month = CalendarDate.number(parts[1]),
      let day = CalendarDate.number(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month and day.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(daysSinceEpoch) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// Eight digits, as X12 writes a D8 date.
  public var yyyymmdd: String {
    let (year, month, day) = components
    return CalendarDate.padded(year, 4) + CalendarDate.padded(month, 2) + CalendarDate.padded(day, 2)
  }

  /// ISO 8601: `2026-04-15`.
  public var iso: String {
    let (year, month, day) = components
    return CalendarDate.padded(year, 4) + "-" + CalendarDate.padded(month, 2) + "-" + CalendarDate.padded(day, 2)
  }

  /// ISO 8601, as ``iso``.
  public var description: String { iso }

  /// The day `days` later (earlier when negative).
  public func adding(days: Int) -> CalendarDate { CalendarDate(daysSinceEpoch: Int(daysSinceEpoch) + days) }

  /// How many days `other` lies after this day; negative when it lies before.
  public func days(until other: CalendarDate) -> Int { Int(other.daysSinceEpoch) - Int(daysSinceEpoch) }

  /// Completed years from this day (a date of birth) to `other`; negative when `other` lies before.
  public func years(until other: CalendarDate) -> Int {
    let from = components
    let to = other.components
    let reached = (to.month, to.day) >= (from.month, from.day)
    return to.year - from.year - (reached ? 0 : 1)
  }

  /// Orders by day.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// A number of nothing but digits: `Int` would take a sign too.
  static func number(_ text: some StringProtocol) -> Int? {
    text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
