import ClaimModel
import Office

/// A visit's messages in order, as a sequence between offices.
public struct VisitSequence: Sendable {
  /// One message.
  public struct Step: Hashable, Sendable {
    /// From which of the offices, by its place in ``VisitSequence/offices``.
    public let from: Int
    /// To which.
    public let to: Int
    /// What was said, and what became of it when it was not handled.
    public let label: String
    /// When it was sent, in milliseconds since the first message.
    public let sent: Int64
    /// When it was handled, in milliseconds since the first message.
    public let handled: Int64
    /// Whether it was handled or submitted, not put off or parked.
    public let isDone: Bool
    /// What became true of the visit.
    public let notes: [String]
  }

  /// The visit.
  public let visit: VisitID
  /// When its first message was sent; `nil` when there is none.
  public let start: Timestamp?
  /// The offices that took part: the practice, the coders, the billers, the payers, then others.
  public let offices: [String]
  /// The messages in the order in which they were handled.
  public let steps: [Step]

  /// The sequence that the entries about a visit tell.
  public init(of visit: VisitID, _ entries: [JournalEntry]) {
    self.visit = visit
    let entries = entries.filter { $0.visits.contains(visit) }
    start = entries.map(VisitSequence.sending).min()
    let names = Set(entries.flatMap { [VisitSequence.office($0.sender), VisitSequence.office($0.handler)] })
    let order = names.sorted { (VisitSequence.rank($0), $0) < (VisitSequence.rank($1), $1) }
    offices = order
    let first = start?.milliseconds ?? 0
    steps = entries.sorted { ($0.handled, $0.sent) < ($1.handled, $1.sent) }.map { entry in
      var label = JournalText.shortType(entry.type)
      if entry.outcome != .handled { label += " \(entry.outcome.rawValue)" }
      if !entry.reason.isEmpty { label += ": \(entry.reason)" }
      return Step(
        from: order.firstIndex(of: VisitSequence.office(entry.sender)) ?? 0,
        to: order.firstIndex(of: VisitSequence.office(entry.handler)) ?? 0, label: visible(label),
        sent: VisitSequence.sending(of: entry).milliseconds - first, handled: entry.handled.milliseconds - first,
        isDone: entry.outcome == .handled || entry.outcome == .submitted,
        notes: entry.facts.filter { $0.visit == visit }.map { visible(JournalText.describe($0)) })
    }
  }

  /// When a message was sent, as far as its sender can be believed: one that says to have been under way for more than a
  /// year, or to have been sent after it was handled, was sent when it was handled.
  private static func sending(of entry: JournalEntry) -> Timestamp {
    let (wait, isOver) = entry.handled.milliseconds.subtractingReportingOverflow(entry.sent.milliseconds)
    return !isOver && (0...longestWait).contains(wait) ? entry.sent : entry.handled
  }

  /// A year, in milliseconds.
  private static let longestWait: Int64 = 366 * 86_400_000

  /// The office of `office/worker`: `coding`, and a payer by its id.
  private static func office(_ worker: String) -> String {
    let office = worker.prefix { $0 != "/" }
    return visible(String(office.hasPrefix("payer.") ? office.dropFirst(6) : office))
  }

  private static func rank(_ office: String) -> Int {
    ["practice", "coding", "billing"].firstIndex(of: office) ?? 3
  }

  /// The sequence for people, as a drawing within 80 columns where at most five offices take part: a line for each
  /// office, an arrow for each message, the time since the first one.
  public var text: String {
    guard let start else { return visible("no message about \(visit) in the journal") + "\n" }
    return visible("visit \(visit), \(steps.count) messages, first sent \(start)") + "\n\n\(head)\n"
      + drawing.joined().map { $0 + "\n" }.joined()
  }

  /// The names above the drawing.
  var head: String {
    VisitSequence.trimmed("  handled  " + offices.map { pad($0.prefix(width - 1), width) }.joined())
  }

  /// The lines of each step: the message, then what became true.
  var drawing: [[String]] {
    steps.map { step in
      [pad(VisitSequence.seconds(step.handled), 9, left: true) + "  " + arrow(step) + " " + step.label]
        + step.notes.map { pad("", 11) + bars + " . " + $0 }
    }
  }

  /// Columns between two offices' lines.
  private var width: Int { 9 }
  private var bars: String { offices.indices.map { $0 == offices.count - 1 ? "|" : pad("|", width) }.joined() }

  private func arrow(_ step: Step) -> String {
    var line = Array(bars)
    let (left, right) = (min(step.from, step.to) * width, max(step.from, step.to) * width)
    guard left < right else {
      line[left] = "*"
      return String(line)
    }
    for column in (left + 1)..<right { line[column] = step.isDone ? "-" : "." }
    line[step.from < step.to ? right - 1 : left + 1] = step.from < step.to ? ">" : "<"
    return String(line)
  }

  static func seconds(_ milliseconds: Int64) -> String {
    let amount = max(0, milliseconds)
    return "\(amount / 1_000).\(String(1_000 + amount % 1_000).dropFirst())s"
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
