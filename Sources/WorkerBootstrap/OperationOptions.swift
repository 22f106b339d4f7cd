import ArgumentParser
import Office

/// How a worker process is run: how many batch loops, and how it ends.
public struct OperationOptions: ParsableArguments {
  @Option(
    help: "Batch loops in this process, each with its own connections and its own handle on the store.")
  var concurrency: Int = 1

  @Option(
    help: ArgumentHelp(
      "How long SIGTERM waits for what is in flight. After that, or on a second SIGTERM, the process ends with code 75.",
      valueName: "seconds"))
  var drainSeconds: Double = 20

  @OptionGroup var clock: ClockOptions

  @OptionGroup var killSwitch: KillSwitchOptions

  @OptionGroup var metrics: MetricsOptions

  /// Options from the command line.
  public init() {}

  /// Checks ranges.
  public func validate() throws {
    guard (1...64).contains(concurrency) else { throw ValidationError("--concurrency must be from 1 to 64") }
    guard (0.1...3_600).contains(drainSeconds) else {
      throw ValidationError("--drain-seconds must be from 0.1 to 3600")
    }
  }
}

/// When a worker stops taking messages because too many fail.
public struct KillSwitchOptions: ParsableArguments {
  @Flag(
    inversion: .prefixedNo,
    help: "Stop taking messages for a while when too many are parked, put off, or cannot be stored.")
  var killSwitch = true

  @Option(help: ArgumentHelp("The share of messages that may fail, from 0 to 1.", valueName: "share"))
  var killSwitchRate: Double = 0.3

  @Option(
    help: ArgumentHelp("How many messages must have been handled before the share counts.", valueName: "messages"))
  var killSwitchCount: Int = 50

  @Option(help: ArgumentHelp("How far back messages count: 30s, 5m.", valueName: "time"))
  var killSwitchWindow = Interval(milliseconds: 30_000)

  @Option(help: ArgumentHelp("How long no messages are taken before a few are tried: 60s, 5m.", valueName: "time"))
  var killSwitchPause = Interval(milliseconds: 60_000)

  @Option(help: ArgumentHelp("How many messages are tried after the pause.", valueName: "messages"))
  var killSwitchTrial: Int = 10

  /// Options from the command line.
  public init() {}

  /// Checks ranges.
  public func validate() throws {
    guard (0...1).contains(killSwitchRate) else { throw ValidationError("--kill-switch-rate must be from 0 to 1") }
    guard (1...1_000_000).contains(killSwitchCount) else {
      throw ValidationError("--kill-switch-count must be from 1 to 1000000")
    }
    guard (1_000...86_400_000).contains(killSwitchWindow.milliseconds) else {
      throw ValidationError("--kill-switch-window must be from 1s to 24h")
    }
    guard (100...86_400_000).contains(killSwitchPause.milliseconds) else {
      throw ValidationError("--kill-switch-pause must be from 100ms to 24h")
    }
    guard (1...10_000).contains(killSwitchTrial) else {
      throw ValidationError("--kill-switch-trial must be from 1 to 10000")
    }
  }

  /// What the worker runtime makes of them; `nil` when the switch is off.
  var settings: KillSwitch.Settings? {
    guard killSwitch else { return nil }
    return KillSwitch.Settings(
      rate: killSwitchRate, minimumCount: killSwitchCount, windowMilliseconds: killSwitchWindow.milliseconds,
      pauseMilliseconds: killSwitchPause.milliseconds, trialCount: killSwitchTrial)
  }
}

/// A length of time on a command line: a whole number and a unit.
struct Interval: ExpressibleByArgument, Hashable, Sendable, CustomStringConvertible {
  let milliseconds: Int64

  private static let units: [(name: String, milliseconds: Int64)] = [
    ("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000),
  ]

  init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Reads `500ms`, `60s`, `5m`, `1h`, or seconds without a unit.
  init?(argument: String) {
    let digits = argument.prefix { ("0"..."9").contains($0) }
    let unit = argument.dropFirst(digits.count)
    guard let number = Int64(digits),
      let factor = unit.isEmpty ? 1_000 : Self.units.first(where: { $0.name == unit })?.milliseconds
    else { return nil }
    let (product, isTooLarge) = number.multipliedReportingOverflow(by: factor)
    guard !isTooLarge else { return nil }
    milliseconds = product
  }

  /// In the largest unit that fits without a remainder.
  var description: String {
    let unit = Self.units.last { milliseconds % $0.milliseconds == 0 && milliseconds >= $0.milliseconds }
    return "\(milliseconds / (unit?.milliseconds ?? 1))\(unit?.name ?? "ms")"
  }

  /// As help shows a default.
  var defaultValueDescription: String { description }
}
