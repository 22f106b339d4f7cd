import ArgumentParser

/// How long something is kept, on a command line: `30d`, `12h`, `90m`, or `never` for never deleting it.
struct RetentionTime: ExpressibleByArgument, Hashable, Sendable {
  /// The time; `nil` for ever.
  let milliseconds: Int64?
  /// As it was written.
  let defaultValueDescription: String

  /// 30 days.
  static let standard = RetentionTime(milliseconds: 30 * 86_400_000, defaultValueDescription: "30d")

  private init(milliseconds: Int64?, defaultValueDescription: String) {
    self.milliseconds = milliseconds
    self.defaultValueDescription = defaultValueDescription
  }

  init?(argument: String) {
    defaultValueDescription = argument
    guard argument != "never" else {
      milliseconds = nil
      return
    }
    let units: [Character: Int64] = ["d": 86_400_000, "h": 3_600_000, "m": 60_000]
    guard let unit = argument.last.flatMap({ units[$0] }), let count = Int64(argument.dropLast()),
      (1...1_000_000).contains(count)
    else { return nil }
    milliseconds = count * unit
  }
}
