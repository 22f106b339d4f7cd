import ArgumentParser
import Foundation
import Logging

/// What a worker logs, and how.
public struct LogOptions: ParsableArguments {
  /// How the log is written.
  public enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// For people: key=value, or shorter at a terminal.
    case text
    /// For programs: one JSON object to a line.
    case json
  }

  @Option(
    help: "trace, debug, info, notice, warning, error or critical. debug shows each batch.")
  var logLevel: String = "notice"

  @Option(help: "How the log on standard error is written: text or json, one line to an event.")
  var logFormat: Format = .text

  /// Options from the command line.
  public init() {}

  /// Checks the level.
  public func validate() throws {
    guard Logger.Level(rawValue: logLevel) != nil else {
      throw ValidationError("--log-level '\(logLevel)' is no level")
    }
  }

  /// A log for `worker` on standard error.
  func logger(for worker: String) -> Logger {
    let level = Logger.Level(rawValue: logLevel) ?? .notice
    let style = style(isTerminal: isatty(STDERR_FILENO) == 1, environment: ProcessInfo.processInfo.environment)
    return Logger(label: worker) { LineLogHandler(worker: $0, level: level, style: style) }
  }

  func style(isTerminal: Bool, environment: [String: String]) -> LogStyle {
    guard logFormat == .text else { return .json }
    guard isTerminal else { return .keyValue }
    return .terminal(isColoured: Terminal.allowsColour(environment))
  }
}

extension LogOptions.Format {
  /// Writes the line with which a worker ends: for people `text`, for programs `message` as an error in the log.
  func writeLast(_ message: String, text: String, worker: String, metadata: Logger.Metadata = [:]) {
    guard self == .json else { return Terminal.progress(text) }
    let line = LogLine(time: .now(), level: .error, worker: worker, message: message, metadata: metadata)
    LineLogHandler.writeToStandardError(line.text(.json) + "\n")
  }
}
