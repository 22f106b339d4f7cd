import CodeSets

/// Reads what a sentence says of a pregnancy.
extension ClueReader {
  mutating func readPregnancy(_ word: PregnancyWord, at position: Int, to end: Int) {
    guard section != .ignored, section != .pastHistory || isNumber(word) else { return }
    let event = events[position]
    let span = ChartSpan(item: item, start: Int(words[event.start].start), end: Int(words[event.end - 1].end))
    switch word {
    case .pregnant:
      guard !isOfAnotherPregnancy(position) else { return }
      clues.pregnancy.state = clues.pregnancy.state ?? span
      readWeeks(after: event, to: end)
    case .pregnancy:
      guard !isOfAnotherPregnancy(position), !isDoubted(event, upTo: end) else { return }
      if section == .assessment || section == .chiefComplaint || !isNote || tellsWeeks(after: event, to: end) {
        clues.pregnancy.state = clues.pregnancy.state ?? span
      }
      readWeeks(after: event, to: end)
    case .gravidity(let number):
      clues.pregnancy.gravidity = clues.pregnancy.gravidity ?? number
      readWeeks(after: event, to: end)
    case .weeks(let weeks):
      guard !isOfAnotherPregnancy(position) else { return }
      clues.gestation = clues.gestation ?? (weeks, item, span.start, span.end)
    case .bareWeeks:
      guard clues.pregnancy.bareWeeks == nil, standsApart(event, to: end),
        let weeks = table.number(words[event.start - 1].hash), (8...42).contains(weeks), !isOfAnotherPregnancy(position)
      else { return }
      clues.pregnancy.bareWeeks = (weeks, item, Int(words[event.start - 1].start), span.end)
    case .trimester(let number):
      guard !isOfAnotherPregnancy(position) else { return }
      clues.pregnancy.trimester = clues.pregnancy.trimester ?? number
    case .afterDelivery where !isDenied(event):
      clues.pregnancy.afterDelivery = clues.pregnancy.afterDelivery ?? span
    case .incidental: clues.pregnancy.incidental = clues.pregnancy.incidental ?? span
    default: break
    }
  }

  /// "Pregnancy unlikely", "pregnancy was excluded"
  private func isDoubted(_ event: Event, upTo end: Int) -> Bool {
    words[event.end..<end].prefix(3).contains { ClueReader.pregnancyDoubts.contains($0.hash) }
  }

  private static let pregnancyDoubts = WordSet(
    "unlikely excluded doubtful not possible negative ruled test plan planning plans intention")

  /// Whether weeks are told by themselves: behind a comma or "at", and at the end of what is said.
  private func standsApart(_ event: Event, to end: Int) -> Bool {
    guard event.start > 1 else { return false }
    let before = words[event.start - 2].hash
    if before == ClueReader.at, tellsDays(after: event.end, to: end) { return true }
    guard section == .assessment else { return false }
    let isBehind = words[event.start - 1].gap == .comma || before == ClueReader.at || before == ClueReader.now
    return isBehind && (event.end >= end || words[event.end].gap >= .comma)
  }

  /// Whether days follow the weeks, as no other span of time is told: "at 29 weeks and 3 days".
  private func tellsDays(after index: Int, to end: Int) -> Bool {
    let index = index < end && words[index].isStop ? index + 1 : index
    guard index + 1 < end, let days = table.number(words[index].hash), (0...6).contains(days) else { return false }
    return words[index + 1].hash == ClueReader.day
  }

  static let day = Words.hash("day")
  private static let at = Words.hash("at")

  private func isNumber(_ word: PregnancyWord) -> Bool {
    if case .gravidity = word { true } else { false }
  }

  /// Whether the words around a phrase say that it is not about a pregnancy that the patient has now.
  func isOfAnotherPregnancy(_ position: Int) -> Bool {
    let event = events[position]
    if isDenied(event) || isAbout(.relative, position, within: 8) { return true }
    for before in events[..<position].reversed() where event.start - before.end <= 5 {
      guard !isSetApart(from: before.end, to: event.start) else { break }
      let distance = event.start - before.end
      switch before.sense {
      case .pregnancy(.delivery), .pregnancy(.afterDelivery): return true
      case .pregnancy(.elsewhen) where distance <= 5, .trigger(.pastProcedure) where distance <= 3: return true
      default: continue
      }
    }
    guard position + 1 < events.count, events[position + 1].start - event.end <= 1 else { return false }
    switch events[position + 1].sense {
    case .tested, .pregnancy(.elsewhen): return true
    case .pregnancy(.delivery): return !isDenied(events[position + 1])
    default: return false
    }
  }

  /// Whether a denial stands shortly before the words, with no comma between.
  private func isDenied(_ event: Event) -> Bool {
    events.contains { before in
      guard case .negation = before.sense, before.end <= event.start, event.start - before.end <= 4 else {
        return false
      }
      return !isSetApart(from: before.end, to: event.start)
    }
  }

  private func isSetApart(from first: Int, to last: Int) -> Bool { words[first...last].contains { $0.gap >= .comma } }

  private func tellsWeeks(after event: Event, to end: Int) -> Bool { weeks(after: event, to: end) != nil }

  private mutating func readWeeks(after event: Event, to end: Int) {
    guard clues.gestation == nil, let told = weeks(after: event, to: end) else { return }
    clues.gestation = (told.weeks, item, Int(words[event.start].start), Int(words[told.last].end))
  }

  /// The weeks that follow at once: `pregnancy at 24 weeks`, `G2P1, 24 3/7 weeks`.
  private func weeks(after event: Event, to end: Int) -> (weeks: Int, last: Int)? {
    var index = event.end
    if index < end, words[index].isStop || words[index].hash == ClueReader.now { index += 1 }
    guard index < end, let weeks = table.number(words[index].hash), (4...42).contains(weeks) else { return nil }
    var last = index + 1
    while last < min(end, index + 3), table.number(words[last].hash) != nil { last += 1 }
    guard last < end, words[last].hash == ClueReader.week else { return nil }
    return (weeks, last)
  }

  private static let now = Words.hash("now")
  static let week = Words.hash("week")
}
