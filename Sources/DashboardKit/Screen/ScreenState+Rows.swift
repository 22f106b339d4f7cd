import ClaimModel
import Office

/// A number of visits in a state.
struct StateCount: Sendable {
  let state: String
  let count: Int
}

/// A visit that went back to the coders.
struct RecodedVisit: Sendable {
  let visit: VisitID
  let rounds: Int
}

/// A reason of denial with its count.
struct DenialCount: Sendable {
  let key: DenialKey
  let count: Int
  let amount: Money
}

extension FilterVocabulary<StateCount> {
  static let states = FilterVocabulary(
    "states",
    [
      .text("state", "the state") { $0.state },
      .value("count", .number, "visits in it") { state, _ in .whole(state.count) },
    ])
}

extension FilterVocabulary<RecodedVisit> {
  static let recodes = FilterVocabulary(
    "recoded visits",
    [
      .text("visit", "the visit") { $0.visit.rawValue },
      .value("rounds", .number, "how often it went back") { recoded, _ in .whole(recoded.rounds) },
    ])
}

extension FilterVocabulary<DenialCount> {
  static let denials = FilterVocabulary(
    "denials",
    [
      .text("payer", "the payer") { $0.key.payer.rawValue },
      .text("carc", "the reason (CARC)") { String($0.key.reason.drop { $0 != "-" }.dropFirst()) },
      .text("group", "the group: CO, PR, OA, PI") { String($0.key.reason.prefix { $0 != "-" }) },
      .text("rarc", "the remarks (RARC)") { $0.key.remarks },
      .value("count", .number, "how often") { denial, _ in .whole(denial.count) },
      .value("amount", .number, "for how many dollars") { denial, _ in .amount(denial.amount) },
    ])
}

extension ScreenState {
  /// The rows of the page that is shown, with its filter.
  var pageRows: [ScreenRow] { content.rows }

  /// The line above the rows.
  var pageHead: String { content.head }

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
  private func kept<Subject>(_ subjects: [Subject], _ vocabulary: FilterVocabulary<Subject>) -> [Subject] {
    guard !page.filter.isEmpty, let filter = try? Filter(page.filter, vocabulary) else { return subjects }
    return subjects.filter { filter.keeps($0, at: now) }
  }

  private var content: (head: String, rows: [ScreenRow]) {
    let shown = shown
    switch page.view {
    case .overview: return offices(shown)
    case .queues: return queues(shown) { _ in true }
    case .workers: return workers(kept(shown.workers, .workers))
    case .office(let name):
      let queues = queues(shown) { $0 == name }
      let workers = workers(shown.workers.filter { $0.office == name })
      return (queues.head, queues.rows + [ScreenRow(line: StyledLine(workers.head, .accent))] + workers.rows)
    case .visits:
      let states = shown.report.visitsByState.map { StateCount(state: $0.key, count: $0.value) }
        .sorted { ($1.count, $0.state) < ($0.count, $1.state) }
      var table = TextTable([.left("state", 50), .right("visits", 10)])
      let kept = kept(states, .states)
      for state in kept { table.add(state.state, "\(state.count)") }
      return (
        table.head,
        zip(table.lines, kept).map { line, state in
          let parts = state.state.split(separator: ":", maxSplits: 1)
          let name = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
          let literal = FilterTerm.Literal(String(name), isQuoted: true)
          return ScreenRow(line: StyledLine(line), target: .tail, filter: "office=\(parts[0]) state=\(literal)")
        }
      )
    case .denials:
      let counts = kept(
        shown.report.denials.ordered.map { DenialCount(key: $0.key, count: $0.count, amount: $0.amount) }, .denials)
      var table = TextTable([
        .left("payer", 16), .left("reason", 8), .left("remarks", 20), .right("count", 8), .right("amount", 14),
      ])
      for denial in counts {
        table.add(
          denial.key.payer.rawValue, denial.key.reason, denial.key.remarks, "\(denial.count)", denial.amount.description
        )
      }
      return (
        table.head,
        zip(table.lines, counts).map { line, denial in
          let carc = denial.key.reason.drop { $0 != "-" }.dropFirst()
          return ScreenRow(
            line: StyledLine(line), target: .tail, filter: "fact=denial payer=\(denial.key.payer) carc=\(carc)")
        }
      )
    case .recodes:
      let visits = kept(
        shown.recodes.map { RecodedVisit(visit: $0.key, rounds: $0.value) }
          .sorted { ($1.rounds, $0.visit) < ($0.rounds, $1.visit) }, .recodes)
      return (
        "visit              times back to the coders",
        visits.map { visit in
          ScreenRow(
            line: StyledLine(
              pad(visit.visit.rawValue, 18) + " \(visit.rounds)", visit.rounds > 1 ? .warning : .plain),
            target: .visit(visit.visit))
        }
      )
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
    guard !page.filter.isEmpty, let filter = try? Filter(page.filter, .queues) else { return shown.queues(at: now) }
    return shown.queues(at: now).filter { filter.keeps($0.reading, at: now) }
  }

  private func queues(_ shown: LiveOffices, _ isMeant: (String) -> Bool) -> (head: String, rows: [ScreenRow]) {
    let queues = keptQueues(shown).filter { isMeant($0.reading.office) }
    var table = TextTable([
      .left("queue", 29), .right("ready", 7), .right("cons", 4), .right("in/s", 6), .right("out/s", 6),
      .right("oldest", 7), .left("ready, last minute", 13),
    ])
    for queue in queues {
      table.add(
        queue.reading.queue, "\(queue.reading.depth.ready)", "\(queue.reading.depth.consumers)",
        queue.flow.map { brief(rate: $0.into) } ?? "", queue.flow.map { brief(rate: $0.out) } ?? "",
        queue.oldestMilliseconds.map { "≤" + brief(milliseconds: $0) } ?? "", sparkline(queue.history, 13))
    }
    return (
      table.head,
      zip(table.lines, queues).map { line, queue in
        let depth = queue.reading.depth
        let isInbox = queue.flow != nil || queue.reading.queue.hasPrefix("coding.visits")
        let style: Style =
          queue.reading.queue.hasSuffix(".parked") && depth.ready > 0
            || isInbox && depth.ready > 0 && depth.consumers == 0
          ? .alarm : depth.ready > 0 ? .warning : .plain
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
