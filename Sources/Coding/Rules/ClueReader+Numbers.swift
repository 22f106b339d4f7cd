import CodeSets

/// What is told as a number: weeks of pregnancy, burnt surface, body mass index.
extension ClueReader {
  mutating func readGestation(at position: Int, from start: Int, to end: Int) {
    let event = events[position]
    guard !isOfAnotherPregnancy(position) else {
      clues.pregnancy.tellsOtherWeeks = true
      return
    }
    let after = (event.end..<min(end, event.end + 3)).lazy
    let before = (max(start, event.start - 2)..<event.start).reversed().lazy
    for index in Array(before) + Array(after) {
      guard let weeks = table.number(words[index].hash), (4...42).contains(weeks), clues.gestation == nil else {
        continue
      }
      clues.gestation = (
        weeks, item, Int(words[min(index, event.start)].start), Int(words[max(index + 1, event.end) - 1].end)
      )
    }
  }

  mutating func readBodySurface(_ event: Event, from start: Int) {
    for index in (max(start, event.start - 4)..<event.start).reversed() {
      guard let number = table.number(words[index].hash), clues.burntSurface == nil else { continue }
      clues.burntSurface = (number, item, Int(words[index].start), Int(words[event.end - 1].end))
    }
  }

  mutating func readBodyMass(_ event: Event, to end: Int) {
    for index in event.end..<min(end, event.end + 3) {
      guard let number = table.number(words[index].hash), number >= 10, clues.bodyMass == nil else { continue }
      clues.bodyMass = (number, item, Int(words[event.start].start), Int(words[index].end))
    }
  }

  /// Whether a number before a name counts the items of a list: "3 CHF 4 CKD"; not "stage 4 CKD", "CKD 4".
  func isItem(_ event: Event) -> Bool {
    event.end - event.start == 2 && ClueReader.counts.contains(words[event.start].hash)
      && words[event.start + 1].hash == ClueReader.kidneyDisease
  }

  private static let counts = WordSet("1 2 3 4 5")
  private static let kidneyDisease = Words.hash("ckd")
}
