import ClaimModel

/// The time by which an office does business: what desks see as now, when messages are dated and reminders fall due.
///
/// As a rule it is the system's. For trials it may run faster, so that a quarter passes in minutes: then all processes
/// must agree on the moment at which it was the same as the system's. What keeps the machinery going is never timed by
/// it: heartbeats, time limits, the retry ladder, the kill switch, certificates.
public struct BusinessClock: Hashable, Sendable {
  /// When business time was the system's time.
  public let start: Timestamp
  /// How many times faster it runs.
  public let rate: Double

  /// The rates there can be.
  public static let rates: ClosedRange<Double> = 1...1_000_000
  /// The system's time.
  public static let system = BusinessClock(start: Timestamp(milliseconds: 0), rate: 1)

  /// The last moment that dates can tell, the end of the year 9999.
  static let latest = Timestamp(milliseconds: 253_402_300_799_999)

  /// A clock that runs `rate` times faster than the system's since `start`.
  public init(start: Timestamp, rate: Double) {
    precondition(BusinessClock.rates.contains(rate), "whoever reads a rate checks it")
    self.start = start
    self.rate = rate
  }

  /// The business time when the system's time is `moment`; never outside the years 1970 to 9999.
  public func time(at moment: Timestamp) -> Timestamp {
    guard rate != 1 else { return moment }
    let passed = Double(moment.milliseconds) - Double(start.milliseconds)
    let time = Double(start.milliseconds) + passed * rate
    return Timestamp(milliseconds: Int64(min(max(time, 0), Double(BusinessClock.latest.milliseconds))))
  }

  /// How much business time passes in `milliseconds` of the system's.
  func milliseconds(in milliseconds: Int64) -> Int64 {
    rate == 1 ? milliseconds : Int64(min(Double(milliseconds) * rate, Double(BusinessClock.latest.milliseconds)))
  }
}
