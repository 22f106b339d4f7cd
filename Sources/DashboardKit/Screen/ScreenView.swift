import ClaimModel
import Office

/// A page of the full-screen view.
public enum ScreenView: Hashable, Sendable {
  /// Everything at a glance: offices, states, denials, the last messages.
  case overview
  /// All queues.
  case queues
  /// All workers.
  case workers
  /// How many visits are in each state.
  case visits
  /// Denials by payer and reason.
  case denials
  /// Visits that went back to the coders.
  case recodes
  /// What waits in the parking lots.
  case parked
  /// The journal as it is written.
  case tail
  /// One office: its queues, then its workers.
  case office(String)
  /// One queue: what came out of it.
  case queue(String)
  /// One visit as a sequence between offices.
  case visit(VisitID)
  /// One message.
  case message(JournalEntry)
  /// The keys.
  case help

  /// The pages that `:` goes to, with what they show.
  public static let named: [(name: String, view: ScreenView, meaning: String)] = [
    ("overview", .overview, "everything at a glance"), ("queues", .queues, "ready, consumers, in, out, oldest"),
    ("workers", .workers, "phase, in flight, rate, last heard"), ("visits", .visits, "how many are in each state"),
    ("denials", .denials, "by payer and reason"), ("recodes", .recodes, "visits that went back to the coders"),
    ("parked", .parked, "what waits in the parking lots"), ("tail", .tail, "the journal as it is written"),
  ]

  /// The page of a name, or of the only one that begins so.
  public static func named(_ name: String) -> ScreenView? {
    let word = name.lowercased()
    if let exact = named.first(where: { $0.name == word }) { return exact.view }
    let found = named.filter { !word.isEmpty && $0.name.hasPrefix(word) }
    return found.count == 1 ? found[0].view : nil
  }

  /// Its title.
  public var title: String {
    switch self {
    case .office(let name): "office \(name)"
    case .queue(let name): "queue \(name)"
    case .visit(let visit): "visit \(visit)"
    case .message(let entry): "message \(entry.messageID)"
    case .help: "help"
    default: ScreenView.named.first { $0.view == self }?.name ?? ""
    }
  }

  /// Whether new rows come at its end, where one who looks there stays.
  var followsEnd: Bool { self == .tail }
}

/// A row of a page, and where enter leads from it.
struct ScreenRow: Sendable {
  private let makeLine: @Sendable () -> StyledLine
  /// The page that enter leads to.
  let target: ScreenView?
  /// The filter of that page.
  let filter: String

  /// A row. Its line is made when it is seen: most rows of a page are not.
  init(line: @autoclosure @escaping @Sendable () -> StyledLine, target: ScreenView? = nil, filter: String = "") {
    makeLine = line
    self.target = target
    self.filter = filter
  }

  /// What is seen.
  var line: StyledLine { makeLine() }
}
