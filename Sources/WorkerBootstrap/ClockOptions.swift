import ArgumentParser
import ClaimModel
import Foundation
import Office

/// How fast business time passes; for trials only.
public struct ClockOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "For trials: how many times faster business time passes, from 1 to 1000000. Needs --clock-start. Every process of a trial must be given the same. Also SUPERBILL_CLOCK_RATE.",
      valueName: "rate"))
  var clockRate: Double?

  @Option(
    help: ArgumentHelp(
      "When business time and the system's were the same, not in the future: 2026-05-01T09:30:00Z. Also SUPERBILL_CLOCK_START.",
      valueName: "time"))
  var clockStart: String?

  /// Options from the command line.
  public init() {}

  /// Checks ranges.
  public func validate() throws { _ = try clock(environment: ProcessInfo.processInfo.environment, now: .now()) }

  /// The clock that the options and the environment ask for.
  /// - Throws: `ValidationError` when they cannot be read, or do not go together.
  public func clock() throws -> BusinessClock {
    try clock(environment: ProcessInfo.processInfo.environment, now: .now())
  }

  func clock(environment: [String: String], now: Timestamp) throws -> BusinessClock {
    let rate = try clockRate ?? environment["SUPERBILL_CLOCK_RATE"].map(ClockOptions.rate) ?? 1
    guard BusinessClock.rates.contains(rate) else {
      throw ValidationError("--clock-rate must be from 1 to 1000000")
    }
    let text = clockStart ?? environment["SUPERBILL_CLOCK_START"]
    let start = try text.map(ClockOptions.start)
    guard rate != 1 else { return .system }
    guard let start else {
      throw ValidationError(
        "--clock-rate needs --clock-start, the same for every process: a moment at which all clocks agree")
    }
    guard start <= now else { throw ValidationError("--clock-start must not be in the future") }
    return BusinessClock(start: start, rate: rate)
  }

  private static func rate(_ text: String) throws -> Double {
    guard let rate = Double(text) else { throw ValidationError("--clock-rate must be a number, like 1000") }
    return rate
  }

  private static func start(_ text: String) throws -> Timestamp {
    guard let start = Timestamp(iso: text) else {
      throw ValidationError("--clock-start must be a time in UTC, like 2026-05-01T09:30:00Z")
    }
    return start
  }
}
