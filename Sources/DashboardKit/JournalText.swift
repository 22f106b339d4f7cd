import ClaimModel
import Office

/// Journal entries as lines for people, at most 80 columns where the contents allow.
public enum JournalText {
  /// One entry: time, offices, message, outcome.
  public static func line(_ entry: JournalEntry) -> String {
    let time = entry.handled.description.dropFirst(11).dropLast()
    let visits = entry.visits.count == 1 ? entry.visits[0].rawValue : "\(entry.visits.count) visits"
    var line = "\(time) \(pad(route(of: entry), 20)) \(pad(shortType(entry.type), 22)) \(visits)"
    if entry.outcome != .handled { line += " \(entry.outcome.rawValue)" }
    if !entry.reason.isEmpty { line += ": \(entry.reason)" }
    return line
  }

  /// A visit's messages in order, with the offices they went between, the time since the first one, and what became
  /// true.
  public static func trace(of visit: VisitID, _ entries: [JournalEntry]) -> String {
    guard let start = entries.map(\.sent).min() else { return "no message about \(visit) in the journal\n" }
    let ordered = entries.sorted { ($0.handled, $0.sent) < ($1.handled, $1.sent) }
    var text = "visit \(visit), \(ordered.count) messages, first sent \(start)\n\n"
    text += "    sent  handled  between offices      message\n"
    for entry in ordered {
      let sent = seconds(entry.sent.milliseconds - start.milliseconds)
      let handled = seconds(entry.handled.milliseconds - start.milliseconds)
      text += "\(pad(sent, 8, left: true)) \(pad(handled, 8, left: true))  \(pad(route(of: entry), 20)) "
      text += shortType(entry.type)
      if entry.outcome != .handled { text += " \(entry.outcome.rawValue)" }
      if !entry.reason.isEmpty { text += ": \(entry.reason)" }
      text += "\n"
      for fact in entry.facts where fact.visit == visit { text += "                    \(describe(fact))\n" }
    }
    return text
  }

  /// From which office to which.
  static func route(of entry: JournalEntry) -> String {
    let from = entry.sender.prefix { $0 != "/" }.prefix { $0 != "." }
    let to = entry.handler.prefix { $0 != "/" }.prefix { $0 != "." }
    return "\(from) > \(to)"
  }

  /// The message's type without the X12 guide: `x12.837P`.
  static func shortType(_ type: String) -> String {
    type.hasPrefix("x12.") ? type.split(separator: ".").prefix(2).joined(separator: ".") : type
  }

  private static func describe(_ fact: Fact) -> String {
    switch fact.what {
    case .state(let office, let name, _, let open, _):
      "\(office): \(name)" + (open == .zero ? "" : ", open \(open)")
    case .movement(let kind, let amount): "\(kind.rawValue) \(amount)"
    case .denial(let payer, let group, let reason, let remarks, let amount):
      "denied by \(payer): \(group.rawValue)-\(reason) \(remarks.map(\.rawValue).joined(separator: " ")) \(amount)"
    case .injection(let payer, let rule): "injected by \(payer): \(rule)"
    case .claim(let step, let payer, _, _, let submission, let amount):
      "claim \(submission) to \(payer): \(step.rawValue) \(amount)"
    }
  }

  private static func seconds(_ milliseconds: Int64) -> String {
    "\(milliseconds / 1_000).\(String(1_000 + milliseconds % 1_000).dropFirst())s"
  }
}

/// The text widened with spaces to `width`.
func pad(_ text: some StringProtocol, _ width: Int, left: Bool = false) -> String {
  let fill = String(repeating: " ", count: max(0, width - text.count))
  return left ? fill + text : text + fill
}
