import ClaimModel
import Office

/// Parked messages for people and for programs.
public enum ParkedViews {
  private struct Line: Encodable {
    let schema = 1
    let record = "parked"
    let office: String
    let message: String
    let type: String
    let correlation: String
    let reason: String
    let remedy: String
    let from: String
    let user: String
    let queue: String
    let parkedAt: String?
    let parkedBy: String
    let sent: String?
    let attempt: Int
    let size: Int
  }

  /// One line of JSON.
  public static func json(_ parked: ParkedMessage) -> String {
    encodeJSON(
      Line(
        office: parked.office.description, message: parked.id, type: parked.reading.type,
        correlation: parked.reading.correlation, reason: parked.reason, remedy: parked.remedy,
        from: parked.reading.sender, user: parked.reading.user, queue: parked.from,
        parkedAt: parked.parkedAt.isEmpty ? nil : parked.parkedAt, parkedBy: parked.parkedBy,
        sent: parked.reading.sent?.description, attempt: parked.reading.attempt, size: parked.reading.size),
      pretty: false)
  }

  /// Two lines for people, within 80 columns: what it is, and why it is here.
  public static func text(_ parked: ParkedMessage) -> String {
    let what = JournalText.shortType(parked.reading.type).prefix(22)
    return visible("\(parked.id) \(pad(what, 22)) \(parked.reading.correlation.prefix(18))") + "\n"
      + visible("  \(parked.office): \(parked.reason)").prefix(80)
  }

  /// Everything about a message but what it says, with how to mend it, within 80 columns.
  public static func details(_ parked: ParkedMessage) -> String {
    let reading = parked.reading
    var rows = [
      ("message", parked.id), ("type", reading.type), ("about", reading.correlation), ("from", reading.sender),
      ("user", reading.user), ("sent", reading.sent?.description ?? "unknown"), ("size", "\(reading.size) bytes"),
      ("attempts", "\(reading.attempt)"), ("queue", parked.from), ("parked", parked.parkedAt), ("by", parked.parkedBy),
    ]
    if let causation = reading.causation { rows.append(("came of", causation.description)) }
    rows += [("reason", parked.reason), ("to do", parked.remedy)]
    return rows.filter { !$0.1.isEmpty }.map { name, value in
      wrapped(visible(value), 69).enumerated().map { "\(pad($0 == 0 ? name : "", 10)) \($1)\n" }.joined()
    }.joined()
  }

  /// The text in lines of at most `width` characters, broken at spaces where there are some.
  static func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      var rest = word
      if !line.isEmpty, line.count + 1 + rest.count > width {
        lines.append(line)
        line = ""
      }
      while line.isEmpty, rest.count > width {
        lines.append(String(rest.prefix(width)))
        rest = rest.dropFirst(width)
      }
      line += (line.isEmpty ? "" : " ") + rest
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }
}
