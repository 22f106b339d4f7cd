import ClaimModel
import Office

/// Journal entries as lines for people, at most 80 columns where the contents allow.
public enum JournalText {
  /// One entry: time, offices, message, outcome.
  public static func line(_ entry: JournalEntry) -> String {
    let time = entry.handled.description.dropFirst(11).dropLast()
    let visits = entry.visits.count == 1 ? entry.visits[0].rawValue : "\(entry.visits.count) visits"
    var line = "\(time) \(pad(route(of: entry), 20)) \(pad(shortType(entry.type), 22)) \(visits)"
    if entry.outcome != .handled, entry.outcome != .submitted { line += " \(entry.outcome.rawValue)" }
    if !entry.reason.isEmpty { line += ": \(entry.reason)" }
    return visible(line)
  }

  /// A worker's answer to an order: who it is, what it did.
  public static func answer(_ entry: JournalEntry) -> String { visible("\(entry.handler): \(entry.reason)") }

  /// From which office to which; what was brought into the system comes from none.
  static func route(of entry: JournalEntry) -> String {
    let from = entry.outcome == .submitted ? "submitted" : office(of: entry.sender)
    return "\(from) > \(office(of: entry.handler))"
  }

  /// The office of a worker's name, without the payer: `payer` of `payer.ACMEHLTH/1`.
  private static func office(of worker: String) -> Substring {
    worker[..<(worker.utf8.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") } ?? worker.endIndex)]
  }

  /// The message's type without the X12 guide: `x12.837P`.
  static func shortType(_ type: String) -> String {
    type.hasPrefix("x12.") ? type.split(separator: ".").prefix(2).joined(separator: ".") : type
  }

  /// What became true, in words.
  static func describe(_ fact: Fact) -> String {
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
}
