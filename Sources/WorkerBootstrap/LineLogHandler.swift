import ClaimModel
import Foundation
import Logging

/// Writes each event of the log as one line.
struct LineLogHandler: LogHandler {
  let worker: String
  let style: LogStyle
  let clock: @Sendable () -> Timestamp
  let write: @Sendable (String) -> Void
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?
  var logLevel: Logger.Level

  init(
    worker: String, level: Logger.Level, style: LogStyle, clock: @escaping @Sendable () -> Timestamp = { .now() },
    write: @escaping @Sendable (String) -> Void = LineLogHandler.writeToStandardError
  ) {
    self.worker = worker
    self.style = style
    self.clock = clock
    self.write = write
    logLevel = level
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var all = metadata
    if let provided = metadataProvider?.get() { all.merge(provided) { $1 } }
    if let own = event.metadata { all.merge(own) { $1 } }
    if let error = event.error { all["error"] = "\(error)" }
    let line = LogLine(
      time: clock(), level: event.level, worker: worker, message: event.message.description, metadata: all)
    write(line.text(style) + "\n")
  }

  /// Writes a whole line at once, so that lines of several threads and processes do not mix. A log that nobody takes is
  /// no reason to end.
  static let writeToStandardError: @Sendable (String) -> Void = { line in
    var bytes = Array(line.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count > 0 { bytes = bytes.dropFirst(count) } else if errno != EINTR { return }
    }
  }
}
