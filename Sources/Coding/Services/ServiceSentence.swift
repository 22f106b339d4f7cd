import CodeSets

/// One sentence's words about services, and what they mean together.
struct ServiceSentence {
  /// A phrase of the table, from one word to before another.
  struct Event {
    var sense: ServiceTable.Sense
    var start: Int
    var end: Int
    /// What the words of a service say themselves.
    var says: ServiceWords = []
    /// Whether it names an injection other than into a muscle.
    var isInjection = false
    /// Which matter of the sentence it belongs to: counted by `but` and semicolons.
    var matter = 0
    /// Which clause: counted by colons, parentheses and dashes too.
    var clause = 0

    /// What it says of services beside it.
    var words: ServiceWords { if case .words(let words) = sense { words } else { says } }

    /// Whether a sentence with it is looked at.
    var isOfInterest: Bool {
      switch sense {
      case .term, .drug, .vaccine, .visit: true
      case .words(let words):
        !words.isDisjoint(with: [.timeSpent, .tobacco, .wound, .vaccination, .psychotherapy, .advanceCare, .faceToFace])
      case .unit(.view), .unit(.milligram): true
      default: false
      }
    }
  }

  let events: [Event]
  let range: Range<Int>
  let zone: ServiceZone
  /// The words of the whole sentence.
  let all: ServiceWords
  /// Where and when, said in the line before the sentence.
  let carried: ServiceWords
  let quantities: [ServiceNumbers.Quantity]
  let words: [Word]
  /// Whether a day is named: "06/04".
  let hasDate: Bool
  /// The words with which times of day begin.
  let clocks: [Int]
  /// Whether a year is named that is not that of the visit.
  private let otherYears: [(word: Int, matter: Int, clause: Int)]

  /// Tells the events of a sentence which matter and clause they belong to; it begins with the word `start`.
  static func divide(_ events: inout [Event], from start: Int, words: [Word], numbers: ServiceNumbers) {
    var matter = 0
    var clause = 0
    var next = start
    for position in events.indices {
      while next < events[position].start {
        next += 1
        if words[next].startsClause { clause += 1 }
        // "Nails thick; debrided x10" goes on about the nails.
        let goesOn =
          next == events[position].start && !events[position].words.isDisjoint(with: [.trimmed, .repaired, .drained])
          && !isService(events[position])
        if numbers.followsSemicolon(next), !goesOn { matter += 1 }
      }
      if case .end = events[position].sense { matter += 1 }
      events[position].matter = matter
      events[position].clause = clause
    }
  }

  private static func isService(_ event: Event) -> Bool { if case .term = event.sense { true } else { false } }

  /// A sentence whose events have been divided.
  init(
    _ events: [Event], in range: Range<Int>, numbers: ServiceNumbers, zone: ServiceZone, carried: ServiceWords,
    year: Int
  ) {
    self.range = range
    self.zone = zone
    let own = events.reduce(into: ServiceWords()) { $0.formUnion($1.words) }
    all = own.union(carried)
    self.carried = carried.intersection([.here, .today]).subtracting(own)
    self.events = events
    quantities = numbers.quantities(in: range)
    words = numbers.words
    hasDate = quantities.contains { numbers.isOfDate($0.word) }
    clocks = quantities.compactMap { numbers.isOfClock($0.word) ? $0.word : nil }
    otherYears = quantities.compactMap { quantity in
      guard !ServiceSentence.isCompared(quantity.word, numbers.words) else { return nil }
      // "RSV done 2024; flu shot given today": another matter.
      let before = events.last { $0.start <= quantity.word }
      let behind = before.map { event in
        (event.end...max(event.end, quantity.word)).contains {
          $0 < numbers.words.count && numbers.followsSemicolon($0)
        }
      }
      let matter = (before ?? events.first).map { $0.matter + (behind == true ? 1 : 0) } ?? 0
      return numbers.year(at: quantity.word).flatMap { $0 >= year ? nil : (quantity.word, matter, before?.clause ?? 0) }
    }
  }

  /// Whether a year is what something is held against: "no change from 2025", "stable since 2024".
  private static func isCompared(_ word: Int, _ words: [Word]) -> Bool {
    words[max(0, word - 4)..<word].contains { comparisons.contains($0.hash) }
  }

  private static let comparisons = WordSet("change changed unchanged stable compared comparison progression similar vs")

  /// What a sentence such as `Tests in the office: …` says of those that follow in its line.
  var heading: ServiceWords {
    guard let test = events.first(where: { if case .term = $0.sense { true } else { false } }), test.clause > 0 else {
      return []
    }
    return events.prefix { $0.clause == 0 }.reduce(into: ServiceWords()) { $0.formUnion($1.words) }
      .intersection([.here, .today])
  }

  /// The words of the sentence around a word, at most some forty.
  func excerpt(around word: Int) -> Range<Int> {
    max(range.lowerBound, word - 20)..<min(range.upperBound, word + 24)
  }

  /// What is said in the same matter of the sentence, and where and when in its line.
  func words(around position: Int) -> ServiceWords {
    let matter = events[position].matter
    return events.reduce(into: carried) { words, event in
      if event.matter == matter { words.formUnion(event.words) }
    }
  }

  // MARK: What keeps a service from counting

  /// Whether a word of the given kinds speaks of an event.
  func isVetoed(_ position: Int, by kinds: ServiceVetoes) -> Bool {
    let event = events[position]
    if kinds.contains(.past),
      otherYears.contains(where: {
        abs($0.word - event.start) <= 10 && $0.matter == event.matter && !isSetApart($0.clause, from: event)
      })
    {
      return true
    }
    return events.contains { other in
      guard case .veto(let veto) = other.sense, kinds.contains(ServiceVetoes(veto)) else { return false }
      let isBefore = other.start < event.start
      let distance = isBefore ? event.start - other.end : other.start - event.end
      // "Nasal endoscopy: deferred", "Cystoscopy: will be scheduled"
      if position == 0, !isBefore, veto != .absent, veto != .not || distance == 0, other.matter == event.matter,
        other.clause == event.clause + 1,
        distance <= 2
      {
        return true
      }
      switch veto {
      case .future, .conditional, .ordered, .refused:
        guard other.matter == event.matter else { return false }
        return isBefore || distance <= (veto == .refused ? 10 : 6) && other.clause == event.clause
      case .absent: return isBefore && distance <= 3 && other.clause == event.clause
      // "Rapid syphilis in clinic: not used"
      case .not:
        let isUndone =
          !isBefore && other.clause == event.clause + 1 && other.end < words.count
          && ServiceSentence.undone.contains(words[other.end].hash)
        // "X-rays of the right shoulder were not taken today."
        let isNotTaken =
          !isBefore && other.clause == event.clause && distance <= 7 && other.end < words.count
          && words[other.end...].prefix(2).contains { ServiceSentence.takings.contains($0.hash) }
        return isNotTaken || distance <= 4 && (other.clause == event.clause || isUndone)
      case .past where !isBefore && tellsEarlierValue(event, other): return false
      case .past:
        // "Laboratory of last week: …" goes on after the colon.
        if other.clause == event.clause { return distance <= 8 }
        // "Prior vertebral fracture: denosumab given today"
        let isOfToday = events.contains { $0.clause == event.clause && $0.words.contains(.today) }
        return isBefore && distance <= 30 && other.matter == event.matter && !isOfToday
      case .elsewhere: return distance <= 12 && other.matter == event.matter
      }
    }
  }

  private static let takings = WordSet("taken obtained performed done")
  private static let undone = WordSet("used done performed run needed indicated available obtained given")

  /// Whether a year stands in a clause of its own behind what was given: "Tdap given IM (last tetanus shot 1998)".
  private func isSetApart(_ clause: Int, from event: Event) -> Bool {
    clause > event.clause && events.contains { $0.clause == event.clause && $0.words.contains(.given) }
  }

  /// Whether a value of its own stands before a word of the past with another one: "A1c 8.1, prior 7.6", "8.1 (6.9 last summer)".
  private func tellsEarlierValue(_ event: Event, _ past: Event) -> Bool {
    // "Colonoscopy 5-6 years ago"
    if words[past.start].hash == ServiceSentence.ago { return false }
    let own = quantities.filter { (event.end..<past.start).contains($0.word) && !isSpelledInEvent($0) }
    return own.count > 1 || own.count == 1 && quantities.contains { (past.end...past.end + 1).contains($0.word) }
  }

  private static let ago = Words.hash("ago")

  private func isSpelledInEvent(_ quantity: ServiceNumbers.Quantity) -> Bool {
    events.contains { if case .term = $0.sense { ($0.start..<$0.end).contains(quantity.word) } else { false } }
  }

  /// All but an order, which may be done the same day.
  static let everything: ServiceVetoes = [
    .future, .conditional, .refused, .absent, .not, .past, .elsewhere,
  ]
}
