import ClaimModel
import Logging

/// How a line of the log is written.
enum LogStyle: Hashable, Sendable {
  /// `time=… level=… worker=… msg=… key=value`, for files and pipes.
  case keyValue
  /// One JSON object.
  case json
  /// For people at a terminal.
  case terminal(isColoured: Bool)
}

/// One event of the log on one line: whatever a peer's text holds, it neither ends the line nor forges another field.
struct LogLine {
  var time: Timestamp
  var level: Logger.Level
  var worker: String
  var message: String
  /// In the order of their names.
  var fields: [(name: String, value: Logger.Metadata.Value)]

  private static let reserved: Set<String> = ["time", "level", "worker", "message", "msg"]

  init(
    time: Timestamp, level: Logger.Level, worker: String, message: String, metadata: Logger.Metadata
  ) {
    self.time = time
    self.level = level
    self.worker = worker
    self.message = message
    fields = metadata.sorted { $0.key < $1.key }
      .map { (Self.reserved.contains($0.key) ? $0.key + "_" : $0.key, $0.value) }
  }

  func text(_ style: LogStyle) -> String {
    switch style {
    case .json: json
    case .keyValue:
      (["time=\(time)", "level=\(level)", "worker=\(Self.word(worker))", "msg=\(Self.word(message))"] + pairs)
        .joined(separator: " ")
    case .terminal(let isColoured):
      ([clockTime, name(isColoured), worker, Self.plain(message)] + pairs).joined(separator: " ")
    }
  }

  private var pairs: [String] { fields.map { "\(Self.word($0.name))=\(Self.word(Self.plainText($0.value)))" } }

  /// The time of day, UTC.
  private var clockTime: String { String(time.description.dropFirst(11).dropLast(1)) }

  private func name(_ isColoured: Bool) -> String {
    let name = "\(level)".uppercased()
    let padded = name + String(repeating: " ", count: max(0, 8 - name.count))
    guard isColoured else { return padded }
    let colour =
      switch level {
      case .trace, .debug: 90
      case .info, .notice: 36
      case .warning: 33
      case .error, .critical: 31
      }
    return "\u{1b}[\(colour)m\(padded)\u{1b}[0m"
  }

  private var json: String {
    let head = [("time", time.description), ("level", "\(level)"), ("worker", worker), ("message", message)]
      .map { "\(Self.quoted($0.0)):\(Self.quoted($0.1))" }
    let rest = fields.map { "\(Self.quoted($0.name)):\(Self.jsonValue($0.value))" }
    return "{" + (head + rest).joined(separator: ",") + "}"
  }
}

/// The parts of a line.
extension LogLine {
  private static func jsonValue(_ value: Logger.Metadata.Value) -> String {
    switch value {
    case .string(let text): quoted(text)
    case .stringConvertible(let number as Int): String(number)
    case .stringConvertible(let number as Double) where number.isFinite: "\(number)"
    case .stringConvertible(let flag as Bool): "\(flag)"
    case .stringConvertible(let other): quoted(other.description)
    case .array(let values): "[" + values.map(jsonValue).joined(separator: ",") + "]"
    case .dictionary(let values):
      "{" + values.sorted { $0.key < $1.key }.map { "\(quoted($0.key)):\(jsonValue($0.value))" }.joined(separator: ",")
        + "}"
    @unknown default: quoted("\(value)")
    }
  }

  private static func plainText(_ value: Logger.Metadata.Value) -> String {
    switch value {
    case .string(let text): text
    case .stringConvertible(let other): other.description
    default: jsonValue(value)
    }
  }

  /// A word as it is, anything else in quotes.
  private static func word(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && text.unicodeScalars.allSatisfy { $0 > " " && $0 != "\"" && $0 != "=" && !isControl($0) }
    return isPlain ? text : quoted(text)
  }

  /// A text without quotes, on one line.
  private static func plain(_ text: String) -> String {
    text.unicodeScalars.contains(where: isControl) ? quoted(text) : text
  }

  /// Characters that a terminal or a reader of lines might obey: C0, DEL, C1, line and paragraph separators.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar < " " || (0x7f...0x9f).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
  }

  /// A JSON string.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where isControl(scalar):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
