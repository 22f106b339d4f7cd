import ClaimModel
import Office

extension ScreenState {
  /// The screen: exactly as many lines as the terminal has, each as wide as it is.
  public var lines: [StyledLine] {
    var lines = [titleLine, menuLine]
    let (head, rows) = pageContent
    lines.append(StyledLine("  " + head, .accent))
    lines += body(rows)
    let room = self.rows - 1
    if lines.count < room { lines += Array(repeating: StyledLine(), count: room - lines.count) }
    let notes = (input == nil ? nil : notice).map { ParkedViews.wrapped($0, columns) } ?? []
    let seen = lines.prefix(max(0, room - notes.count)) + notes.prefix(room).map { StyledLine($0, .alarm) }
    return (seen + [bottomLine(rows.count)]).map { $0.fitted(columns) }
  }

  private func body(_ rows: [ScreenRow]) -> [StyledLine] {
    let height = listHeight
    let selected = selection(of: rows.count)
    let top = min(max(0, page.top), max(0, rows.count - 1))
    var lines = rows.enumerated().dropFirst(top).prefix(height).map { index, row in
      index == selected
        ? StyledLine("> " + row.line.plain, .selected) : StyledLine("  ") + row.line
    }
    if rows.isEmpty { lines = [StyledLine("  " + emptiness, .dim)] }
    guard page.view == .overview else { return lines }
    lines.append(StyledLine())
    return lines + overviewRest(self.rows - 4 - lines.count).map { StyledLine("  ") + $0 }
  }

  private var emptiness: String {
    if !page.filter.isEmpty { return "nothing is as the filter says" }
    switch page.view {
    case .workers: return "no worker has been heard yet"
    case .overview, .queues, .office: return "waiting for the broker"
    case .visit: return "nothing about it among the last \(LiveOffices.tailLimit) messages; dashboard trace reads all"
    default: return "nothing yet"
    }
  }

  private var titleLine: StyledLine {
    let report = shown.report
    let time = now.description.dropFirst(11).prefix(8)
    let left = StyledLine("superbill", .bold) + StyledLine("  \(place)  ")
    let state =
      isPaused ? StyledLine("PAUSED  ", .warning) : link.map { StyledLine("\($0)  ", .alarm) } ?? StyledLine()
    let right = "\(report.visitCount) visits, \(report.finalCount) final  \(time)"
    let room = columns - right.count
    return (left + state).fitted(max(0, room)) + StyledLine(right)
  }

  private var menuLine: StyledLine {
    let path = pages.map(\.view.title).joined(separator: " > ")
    let filter = page.filter.isEmpty ? "" : "  /\(page.filter)"
    let keys = ": view  / filter  p pause  ? help  q quit"
    let room = max(0, columns - keys.count - 1)
    return (StyledLine(path, .bold) + StyledLine(filter, .warning)).fitted(room) + StyledLine(" " + keys, .dim)
  }

  private func bottomLine(_ count: Int) -> StyledLine {
    switch input {
    case .filter(let text): return typed("/", text)
    case .command(let text):
      let names = ScreenView.named.map(\.name).filter { $0.hasPrefix(text.lowercased()) }.joined(separator: " ")
      return typed(":", text) + StyledLine("   " + names, .dim)
    case nil: break
    }
    if let notice { return StyledLine(notice, .alarm) }
    guard let selected = selection(of: count) else { return StyledLine() }
    return StyledLine("\(selected + 1) of \(count)", .dim)
  }

  /// What is typed, its end when it is too long.
  private func typed(_ prompt: String, _ text: String) -> StyledLine {
    StyledLine(prompt + visible(text).suffix(max(8, columns - 4)) + "_")
  }

  static let help =
    [
      "/        filter: payer=ACMEHLTH carc=11,16 age<1h reason~\"no queue\" queue!=journal",
      "         = != > < >= <= ~ (has in it) !~; a * stands for anything; esc takes it back",
      ":        go to a view:",
    ] + ScreenView.named.map { "           " + pad($0.name, 10) + " " + $0.meaning } + [
      "j k      down, up; also the arrows, page up and down, g and G for first and last",
      "enter    look closer: office, queue, message, visit; also l and the right arrow",
      "esc      back; also h and the left arrow",
      "p        hold what is shown; the journal is read on",
      "q        quit; also ctrl-c",
      "in, out and oldest are told from the journal: for queues that share a message type",
      "with others they are left out; oldest is the most that it can be",
    ]
}
