import ClaimModel
import Office

extension ScreenState {
  /// How many offices the overview shows.
  var overviewOffices: Int { overviewNames(shown).count }

  private func overviewNames(_ shown: LiveOffices) -> [String] {
    let named = keptQueues(shown).map(\.reading.office) + (page.filter.isEmpty ? shown.workers.map(\.office) : [])
    var seen: Set<String> = []
    return named.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// A row for each office: its workers, its queues together.
  func offices(_ shown: LiveOffices) -> (head: String, rows: [ScreenRow]) {
    let queues = shown.queues(at: now)
    let names = overviewNames(shown)
    var table = TextTable([
      .left("office", 18), .right("workers", 7), .right("in flight", 9), .right("rate/s", 7), .right("ready", 7),
      .right("parked", 6), .left("ready, last minute", 18),
    ])
    var styles: [Style] = []
    for name in names {
      let own = queues.filter { $0.reading.office == name }
      let waiting = own.filter { !$0.reading.isParkingLot }
      let workers = shown.workers.filter { $0.office == name }
      let ready = waiting.reduce(0) { $0 + $1.reading.depth.ready }
      let parked = own.filter { $0.reading.isParkingLot }.reduce(0) { $0 + $1.reading.depth.ready }
      let looks = waiting.map(\.history.count).max() ?? 0
      let history = (0..<looks).map { look in
        waiting.reduce(0) { sum, queue in
          let index = look - (looks - queue.history.count)
          return sum + (queue.history.indices.contains(index) ? queue.history[index] : 0)
        }
      }
      table.add(
        name, "\(workers.count)", "\(workers.reduce(0) { $0 + $1.inFlight })",
        brief(rate: workers.reduce(0) { $0 + $1.rate }), "\(ready)", "\(parked)", sparkline(history, 18))
      styles.append(workers.isEmpty || parked > 0 ? .alarm : ready > 1_000 ? .warning : .plain)
    }
    return (
      table.head,
      zip(zip(table.lines, styles), names).map { row, name in
        ScreenRow(line: StyledLine(row.0, row.1), target: .office(name))
      }
    )
  }

  /// What stands below the offices: states and denials side by side, then the last messages.
  func overviewRest(_ height: Int) -> [StyledLine] {
    guard height > 2 else { return [] }
    let shown = shown
    let half = columns / 2
    let states = shown.report.visitsByState.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let denials = shown.report.denials.ordered
    let loops = shown.recodes.values.filter { $0 > 1 }.count
    let middle = min(max(1, (height - 2) / 2), max(1, states.count, denials.count))
    var lines = [
      StyledLine("visits by state", .accent).fitted(half)
        + StyledLine("denials (\(shown.recodes.count) visits recoded, \(loops) again)", .accent)
    ]
    for index in 0..<middle {
      var left = StyledLine()
      if states.indices.contains(index) {
        left = StyledLine(
          pad(states[index].key.prefix(half - 10), half - 10) + pad("\(states[index].value)", 8, left: true))
      }
      var right = StyledLine()
      if denials.indices.contains(index) {
        let (key, count) = (denials[index].key, denials[index].count)
        right = StyledLine(
          "\(pad(key.payer.rawValue.prefix(10), 10)) \(pad(key.reason, 7)) \(pad(key.remarks.prefix(9), 9)) \(pad("\(count)", 7, left: true))"
        )
      }
      lines.append(left.fitted(half) + right)
    }
    lines.append(StyledLine("last messages", .accent))
    let left = height - lines.count
    lines += shown.tail.suffix(max(0, left)).map { StyledLine(JournalText.line($0), .dim) }
    return Array(lines.prefix(height))
  }
}
