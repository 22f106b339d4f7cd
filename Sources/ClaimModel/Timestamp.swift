/// A moment in time in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// Engines and desks never read a clock; they are handed a timestamp.
public struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  /// The moment `milliseconds` after 1970-01-01T00:00:00Z.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Midnight UTC at the start of `date`.
  public init(startOf date: CalendarDate) { self.milliseconds = Int64(date.daysSinceEpoch) * 86_400_000 }

  /// Whether this is a moment of the years 1 to 9999, which dates are of. Differences of such moments do not overflow.
  public var isWithinCalendar: Bool { (-62_135_596_800_000...253_402_300_799_999).contains(milliseconds) }

  /// Reads `2026-04-15`, `2026-04-15T09:30`, `2026-04-15T09:30:00Z` or with milliseconds; always UTC.
  public init?(iso text: String) {
    guard let date = CalendarDate(iso: text) else { return nil }
    var milliseconds = Timestamp(startOf: date).milliseconds
    var rest = text.dropFirst(10)
    if rest.hasSuffix("Z") { rest = rest.dropLast() }
    if !rest.isEmpty {
      guard rest.first == "T" || rest.first == " " else { return nil }
      let parts = rest.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
      guard (2...3).contains(parts.count), let hour = CalendarDate.number(parts[0]),
        let minute = CalendarDate.number(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
      else { return nil }
      milliseconds += Int64(hour * 3_600_000 + minute * 60_000)
      if parts.count == 3 {
        guard let seconds = Timestamp.milliseconds(ofSeconds: parts[2]) else { return nil }
        milliseconds += seconds
      }
    }
    self.milliseconds = milliseconds
  }

  /// Seconds below 61 with up to nine decimals, of which three count: `30`, `30.123`.
  private static func milliseconds(ofSeconds text: Substring) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = CalendarDate.number(parts[0]).map(Int64.init), (0..<61).contains(whole), parts.count <= 2 else {
      return nil
    }
    guard parts.count == 2 else { return whole * 1_000 }
    guard (1...9).contains(parts[1].count), parts[1].utf8.allSatisfy({ (48...57).contains($0) }),
      let thousandths = Int64((parts[1] + "00").prefix(3))
    else { return nil }
    return whole * 1_000 + thousandths
  }

  /// The UTC day of this moment.
  public var date: CalendarDate {
    let day: Int64 = 86_400_000
    return CalendarDate(daysSinceEpoch: Int(milliseconds / day) - (milliseconds % day < 0 ? 1 : 0))
  }

  /// UTC hour and minute, as X12 writes a time: `0930`.
  public var hhmm: String {
    let minutes = millisecondsOfDay / 60_000
    return CalendarDate.padded(minutes / 60, 2) + CalendarDate.padded(minutes % 60, 2)
  }

  /// ISO 8601 in UTC with milliseconds: `2026-04-15T09:30:00.000Z`.
  public var description: String {
    let time = millisecondsOfDay
    let (year, month, day) = date.components
    guard (0...9_999).contains(year) else { return "\(date.iso) and \(time) ms" }
    // Written into place: every line that is logged or printed has one.
    return String(unsafeUninitializedCapacity: 24) { text in
      var count = 0
      func put(_ number: Int, _ width: Int, _ after: Unicode.Scalar) {
        var rest = number
        for place in stride(from: count + width - 1, through: count, by: -1) {
          text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
        count += width
        text[count] = UInt8(ascii: after)
        count += 1
      }
      put(year, 4, "-")
      put(month, 2, "-")
      put(day, 2, "T")
      put(time / 3_600_000, 2, ":")
      put(time / 60_000 % 60, 2, ":")
      put(time / 1_000 % 60, 2, ".")
      put(time % 1_000, 3, "Z")
      return count
    }
  }

  /// The moment `milliseconds` later.
  public func adding(milliseconds: Int64) -> Timestamp {
    Timestamp(milliseconds: self.milliseconds + milliseconds)
  }

  /// Orders by time.
  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

  private var millisecondsOfDay: Int {
    Int(milliseconds - Timestamp(startOf: date).milliseconds)
  }
}
