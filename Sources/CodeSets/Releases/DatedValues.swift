import ClaimModel

/// One value for every date of service, with a few dates from which another holds.
public struct DatedValues<Value: Sendable>: Sendable {
  private let before: Value
  private let later: [(start: CalendarDate, value: Value)]

  /// One value for all dates.
  public init(_ value: Value) { self.init(before: value, from: []) }

  /// `before` holds until the first start; starts ascend.
  init(before: Value, from later: [(start: CalendarDate, value: Value)]) {
    self.before = before
    self.later = later
  }

  /// The value that holds on a date.
  public subscript(date: CalendarDate) -> Value { later.last { $0.start <= date }?.value ?? before }

  /// The values made of these, in the same periods.
  public func map<Other>(_ transform: (Value) -> Other) -> DatedValues<Other> {
    DatedValues<Other>(before: transform(before), from: later.map { ($0.start, transform($0.value)) })
  }

  /// The periods from `first` on in which a predicate holds, neighbours joined.
  func periods(from first: CalendarDate, where holds: (Value) -> Bool) -> [ReleasePeriod] {
    var periods: [ReleasePeriod] = []
    var start: CalendarDate?
    for (date, value) in [(first, self[first])] + later.filter({ $0.start > first }).map({ ($0.start, $0.value) }) {
      if holds(value) {
        start = start ?? date
      } else if let begun = start {
        if let period = ReleasePeriod(effective: begun, until: date.adding(days: -1)) { periods.append(period) }
        start = nil
      }
    }
    if let begun = start, let period = ReleasePeriod(effective: begun) { periods.append(period) }
    return periods
  }
}
