import ClaimModel
import Office

extension ScreenState {
  /// The rows of the page that is shown, with its filter.
  var pageRows: [ScreenRow] { pageContent.rows }

  /// How many rows are seen at a time.
  var listHeight: Int { page.view == .overview ? max(1, min(overviewOffices, bodyHeight - 1)) : max(1, bodyHeight - 1) }

  /// What is wrong with a filter for this page; `nil` when nothing is.
  func flaw(ofFilter text: String) -> String? {
    do throws(FilterError) {
      switch page.view {
      case .overview, .queues, .office: _ = try Filter(text, .queues)
      case .workers: _ = try Filter(text, .workers)
      case .visits: _ = try Filter(text, .states)
      case .denials: _ = try Filter(text, .denials)
      case .recodes: _ = try Filter(text, .recodes)
      case .parked, .tail, .queue, .visit: _ = try Filter(text, .journal)
      case .message, .help: return text.isEmpty ? nil : "there is nothing to filter here"
      }
      return nil
    } catch {
      return error.description
    }
  }

  /// Those that the page's filter keeps.
  func kept<Subject>(_ subjects: [Subject], _ vocabulary: FilterVocabulary<Subject>) -> [Subject] {
    guard !page.filter.isEmpty, let filter = try? Filter(page.filter, vocabulary, unknown: true) else {
      return subjects
    }
    return subjects.filter { filter.keeps($0, at: now) }
  }

  /// The line above the rows, and the rows.
  var pageContent: (head: String, rows: [ScreenRow]) {
    let shown = shown
    switch page.view {
    case .overview: return offices(shown)
    case .queues: return queues(shown) { _ in true }
    case .workers: return workers(kept(shown.workers, .workers))
    case .office(let name):
      let queues = queues(shown) { $0 == name }
      let workers = workers(shown.workers.filter { $0.office == name })
      return (queues.head, queues.rows + [ScreenRow(line: StyledLine(workers.head, .accent))] + workers.rows)
    case .visits: return states(shown)
    case .denials: return denials(shown)
    case .recodes: return recodes(shown)
    case .parked: return messages(kept(shown.parked, .journal))
    case .tail: return messages(kept(shown.tail, .journal))
    case .queue(let name): return messages(kept(shown.entries(outOf: name), .journal))
    case .visit(let visit): return sequence(of: visit, kept(shown.tail.filter { $0.visits.contains(visit) }, .journal))
    case .message(let entry): return details(of: entry)
    case .help: return ("", ScreenState.help.map { ScreenRow(line: StyledLine($0)) })
    }
  }

  /// The queues that the page's filter keeps.
  func keptQueues(_ shown: LiveOffices) -> [LiveOffices.Queue] {
    guard !page.filter.isEmpty, let filter = try? Filter(page.filter, .queues, unknown: true) else {
      return shown.queues(at: now)
    }
    return shown.queues(at: now).filter { filter.keeps($0.reading, at: now) }
  }

  private func queues(_ shown: LiveOffices, _ isMeant: (String) -> Bool) -> (head: String, rows: [ScreenRow]) {
    let queues = keptQueues(shown).filter { isMeant($0.reading.office) }
    // What workers hold takes its place from the sparkline.
    let isCounted = queues.contains { $0.reading.unacknowledged != nil }
    let chart = isCounted ? TextTable.Column.left("1 min", 5) : .left("last minute", 13)
    var columns: [TextTable.Column] = [
      .left("queue", 29), .right("ready", 7), .right("cons", 4), .right("in/s", 6), .right("out/s", 6),
      .right("oldest", 7), chart,
    ]
    if isCounted { columns.insert(.right("unacked", 7), at: 2) }
    var table = TextTable(columns)
    for queue in queues {
      let reading = queue.reading
      var cells = [
        reading.queue, reading.isMissing ? "missing" : "\(reading.depth.ready)",
        reading.isMissing ? "" : "\(reading.depth.consumers)",
        queue.flow.map { brief(rate: $0.into) } ?? "", queue.flow.map { brief(rate: $0.out) } ?? "",
        queue.oldestMilliseconds.map { "≤" + brief(milliseconds: ($0 / 1_000).rounded(.up) * 1_000) } ?? "",
        sparkline(queue.history, chart.width),
      ]
      if isCounted { cells.insert(reading.unacknowledged.map(String.init) ?? "", at: 2) }
      table.add(cells)
    }
    return (
      table.head,
      zip(table.lines, queues).map { line, queue in
        let (reading, ready) = (queue.reading, queue.reading.depth.ready)
        let isLeft = reading.isParkingLot || reading.isInbox && reading.depth.consumers == 0
        // The journal is no queue that somebody should empty.
        let waits: Style = ready == 0 || reading.office.isEmpty ? .plain : isLeft ? .alarm : .warning
        let style = reading.isMissing ? .alarm : waits
        return ScreenRow(line: StyledLine(line, style), target: .queue(queue.reading.queue))
      }
    )
  }

  private func workers(_ readings: [WorkerReading]) -> (head: String, rows: [ScreenRow]) {
    let table = WorkerTable.table(readings, at: now)
    return (
      table.head,
      zip(table.lines, readings).map { line, reading in
        let style: Style = reading.age(at: now) > 10_000 ? .alarm : reading.phase == "working" ? .plain : .warning
        return ScreenRow(line: StyledLine(line, style), target: .office(reading.office))
      }
    )
  }

  private func messages(_ entries: [JournalEntry]) -> (head: String, rows: [ScreenRow]) {
    (
      "handled      between offices      message                visit",
      entries.suffix(2_000).map { entry in
        let style: Style =
          switch entry.outcome {
          case .parked, .discarded: .alarm
          case .postponed, .requeued: .warning
          case .handled, .submitted: .plain
          }
        return ScreenRow(line: StyledLine(JournalText.line(entry), style), target: .message(entry))
      }
    )
  }

  private func sequence(of visit: VisitID, _ entries: [JournalEntry]) -> (head: String, rows: [ScreenRow]) {
    let sequence = VisitSequence(of: visit, entries)
    let ordered = entries.sorted { ($0.handled, $0.sent) < ($1.handled, $1.sent) }
    let rows = zip(sequence.drawing, ordered).flatMap { lines, entry in
      lines.enumerated().map { index, line in
        ScreenRow(line: StyledLine(line, index == 0 ? .plain : .dim), target: .message(entry))
      }
    }
    return (sequence.head, rows)
  }

  private func details(of entry: JournalEntry) -> (head: String, rows: [ScreenRow]) {
    var rows = [
      ("type", entry.type), ("from", entry.sender), ("to", entry.handler), ("sent", entry.sent.description),
      ("handled", entry.handled.description), ("outcome", entry.outcome.rawValue), ("attempts", "\(entry.attempt)"),
      ("reason", entry.reason), ("came of", entry.causation?.description ?? ""),
    ].filter { !$0.1.isEmpty }.flatMap { name, value in
      ParkedViews.wrapped(visible(value), max(10, columns - 13)).enumerated().map {
        ScreenRow(line: StyledLine(pad($0 == 0 ? name : "", 9), .accent) + StyledLine(" " + $1))
      }
    }
    rows += entry.visits.map { visit in
      ScreenRow(line: StyledLine(pad("visit", 9), .accent) + StyledLine(" \(visit)"), target: .visit(visit))
    }
    rows += entry.facts.map { fact in
      ScreenRow(
        line: StyledLine(pad("fact", 9), .accent) + StyledLine(" \(fact.visit) \(JournalText.describe(fact))"),
        target: .visit(fact.visit))
    }
    return ("", rows)
  }
}
