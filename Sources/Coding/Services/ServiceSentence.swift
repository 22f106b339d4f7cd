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
      case .words(let words): !words.isDisjoint(with: [.timeSpent, .tobacco, .wound, .vaccination])
      case .unit(.view), .unit(.milligram): true
      default: false
      }
    }
  }

  private(set) var events: [Event]
  let range: Range<Int>
  let zone: ServiceZone
  /// The words of the whole sentence.
  private(set) var all: ServiceWords
  private let text: [Word]
  private let quantities: [ServiceNumbers.Quantity]
  /// Whether a year is named that is not that of the visit.
  private let otherYears: [Int]

  init(
    _ events: [Event], in range: Range<Int>, words: [Word], numbers: ServiceNumbers, zone: ServiceZone,
    carried: ServiceWords, year: Int
  ) {
    self.range = range
    self.zone = zone
    text = words
    var events = events
    all = carried
    var matter = 0
    var clause = 0
    var next = range.lowerBound
    for position in events.indices {
      while next < events[position].start {
        next += 1
        if words[next].gap >= .clause { clause += 1 }
        if numbers.followsSemicolon(next) { matter += 1 }
      }
      if case .end = events[position].sense { matter += 1 }
      events[position].matter = matter
      events[position].clause = clause
      all.formUnion(events[position].words)
    }
    self.events = events
    quantities = numbers.quantities(in: range)
    otherYears = quantities.compactMap { quantity in
      numbers.year(at: quantity.word).flatMap { $0 == year ? nil : quantity.word }
    }
  }

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

  /// What is said in the same matter of the sentence.
  func words(around position: Int) -> ServiceWords {
    let matter = events[position].matter
    return events.reduce(into: all.intersection([.here, .today]).subtracting(own)) { words, event in
      if event.matter == matter { words.formUnion(event.words) }
    }
  }

  /// What the sentence itself says, without what its line carries.
  private var own: ServiceWords { events.reduce(into: ServiceWords()) { $0.formUnion($1.words) } }

  // MARK: What keeps a service from counting

  /// Whether a word of the given kinds speaks of an event.
  func isVetoed(_ position: Int, by kinds: ServiceVetoes) -> Bool {
    let event = events[position]
    if kinds.contains(.past), otherYears.contains(where: { abs($0 - event.start) <= 10 }) { return true }
    return events.contains { other in
      guard case .veto(let veto) = other.sense, kinds.contains(ServiceVetoes(veto)) else { return false }
      let isBefore = other.start < event.start
      let distance = isBefore ? event.start - other.end : other.start - event.end
      switch veto {
      case .future, .conditional, .ordered, .refused:
        guard other.matter == event.matter else { return false }
        return isBefore || distance <= (veto == .refused ? 10 : 6) && other.clause == event.clause
      case .absent: return isBefore && distance <= 3 && other.clause == event.clause
      case .not: return distance <= 4 && other.clause == event.clause
      case .past:
        // "Laboratory of last week: …" goes on after the colon.
        return other.clause == event.clause ? distance <= 8 : isBefore && distance <= 30
      case .elsewhere: return distance <= 12 && other.matter == event.matter
      }
    }
  }

  /// All but an order, which may be done the same day.
  private static let everything: ServiceVetoes = [
    .future, .conditional, .refused, .absent, .not, .past, .elsewhere,
  ]

  // MARK: Whether it was done

  /// What is said of the service named by a term.
  func status(of position: Int, term: ServiceTerm, isRecorded: Bool) -> ServiceMention.Status {
    if isRecorded { return isVetoed(position, by: [.absent, .not, .past]) ? .named : .performed }
    if isDone(position, term: term) { return .performed }
    guard term.family.isTest, zone != .told, zone != .instructed,
      !isVetoed(position, by: [.conditional, .refused, .not])
    else { return .named }
    if isVetoed(position, by: [.future, .ordered]) { return .ordered }
    let words = words(around: position)
    if words.contains(.reviewed) || words.contains(.result) || hasNumber(after: position) { return .reviewed }
    // "Basic metabolic panel in two weeks."
    return zone == .planned && events[position].start - range.lowerBound <= 3 ? .ordered : .named
  }

  private func isDone(_ position: Int, term: ServiceTerm) -> Bool {
    guard zone != .instructed, term.family != .outsideTest, !isVetoed(position, by: Self.everything) else {
      return false
    }
    let words = words(around: position).union(term.says)
    guard !words.contains(.attempted) else { return false }
    let hasAct = !words.isDisjoint(with: term.acts)
    let isHereToday = words.contains(.here) || words.contains(.today)
    if isVetoed(position, by: [.ordered]), !(hasAct && isHereToday) { return false }
    if zone == .told { return hasAct && words.contains(.today) || isScored(term, words, position) }
    if term.family.isTest { return isTestDone(term, words, position, hasAct: hasAct && isHereToday) }
    switch zone {
    case .procedure: return hasAct || term.isAct
    case .found: return hasAct || words.contains(.here) && term.isAct
    case .planned: return hasAct
    case .open: return hasAct && isHereToday
    case .told, .instructed: return false
    }
  }

  private func isTestDone(
    _ term: ServiceTerm, _ words: ServiceWords, _ position: Int, hasAct: Bool
  ) -> Bool {
    if hasAct || isScored(term, words, position) { return true }
    let hasResult = words.contains(.result) || hasNumber(after: position)
    if term.family == .screening { return zone == .found && hasResult }
    guard term.family != .venipuncture, hasResult else { return false }
    // "Reviewed today" was not done today.
    return words.contains(.here) || words.contains(.today) && zone != .planned && !words.contains(.reviewed)
  }

  /// Whether an instrument is told with its score of today.
  private func isScored(_ term: ServiceTerm, _ words: ServiceWords, _ position: Int) -> Bool {
    guard term.family == .instrument || term.family == .developmentalInstrument else { return false }
    return words.contains(.today) && (hasNumber(after: position) || words.contains(.result))
  }

  private func hasNumber(after position: Int) -> Bool {
    quantities.contains { $0.word >= events[position].end && $0.word - events[position].end <= 6 }
  }

  /// Whether a vaccine was given here today.
  func isGiven(_ position: Int, isRecorded: Bool) -> Bool {
    if isRecorded { return !isVetoed(position, by: [.absent, .not, .past]) }
    guard zone != .instructed, !isVetoed(position, by: Self.everything.union([.ordered])) else { return false }
    let words = words(around: position)
    let isAdministered = words.contains(.given) || words.contains(.injected)
    let isHere = !words.isDisjoint(with: [.here, .today, .route]) || zone == .procedure
    return isAdministered && isHere && (zone != .told || words.contains(.today))
  }

  /// Whether a drug was injected: into a muscle, or where an injection of the sentence went.
  func isInjected(_ position: Int) -> Bool {
    guard zone != .instructed, !isVetoed(position, by: Self.everything.union([.ordered])) else { return false }
    let words = words(around: position)
    guard !words.contains(.attempted) else { return false }
    let hasInjection = events.contains { $0.isInjection && $0.matter == events[position].matter }
    return words.contains(.injected) || words.contains(.given) && (words.contains(.route) || hasInjection)
      || hasInjection && (words.contains(.performed) || zone == .procedure)
  }

  // MARK: What belongs to it

  private func nearest<Value>(to position: Int, _ value: (Event) -> Value?) -> Value? {
    let event = events[position]
    var best: (distance: Int, value: Value)?
    for other in events where other.matter == event.matter {
      guard let found = value(other) else { continue }
      let distance = other.start < event.start ? event.start - other.end : other.start - event.end
      if distance < best?.distance ?? .max { best = (distance, found) }
    }
    return best?.value
  }

  func site(near position: Int) -> BodySite? {
    nearest(to: position) { if case .site(let site) = $0.sense { site } else { nil } }
  }

  func side(near position: Int) -> Mention.Side? {
    nearest(to: position) { if case .side(let side) = $0.sense { side } else { nil } }
  }

  func millimeters(near position: Int) -> Int? {
    let lengths = quantities.compactMap { quantity -> (distance: Int, length: Int)? in
      let distance = abs(quantity.word - events[position].start)
      switch quantity.unit {
      case .centimeter: return (distance, quantity.thousandths / 100)
      case .millimeter: return (distance, quantity.thousandths / 1000)
      default: return nil
      }
    }
    return lengths.min { $0.distance < $1.distance }?.length
  }

  /// How many things a service was done to: views of an image, lesions, nails, muscles.
  func count(near position: Int, of family: ServiceFamily) -> Int? {
    if family == .xray {
      return quantities.first { if case .view = $0.unit { true } else { false } }.map { $0.thousandths / 1000 }
    }
    let counts = quantities.filter { quantity in
      guard quantity.thousandths % 1000 == 0, (1_000...60_000).contains(quantity.thousandths) else { return false }
      if case .piece = quantity.unit { return true }
      guard quantity.unit == nil else { return false }
      return events.contains { event in
        guard (1...3).contains(event.start - quantity.word) else { return false }
        if case .term = event.sense { return true }
        return !event.words.isDisjoint(with: [.benign, .premalignant])
      }
    }
    return counts.map { $0.thousandths / 1000 }.max()
  }

  /// The dose nearest to a drug, in micrograms or the drug's own units.
  func dose(near position: Int, of drug: InjectedDrug) -> Int? {
    let doses = quantities.compactMap { quantity -> (distance: Int, dose: Int)? in
      let distance = abs(quantity.word - events[position].start)
      guard distance <= 8 else { return nil }
      switch quantity.unit {
      case .milligram where !drug.isInUnits: return (distance, quantity.thousandths)
      case .microgram where !drug.isInUnits: return (distance, quantity.thousandths / 1000)
      case .gram where !drug.isInUnits && quantity.thousandths < 100_000: return (distance, quantity.thousandths * 1000)
      case .milliliter:
        guard let strength = drug.perMilliliter, quantity.thousandths < 100_000 else { return nil }
        return (distance, quantity.thousandths * strength / 1000)
      case .internationalUnit where drug.isInUnits: return (distance, quantity.thousandths / 1000)
      default: return nil
      }
    }
    return doses.min { $0.distance < $1.distance }?.dose
  }

  /// The most minutes of the sentence and their word.
  var minutes: (count: Int, word: Int)? {
    let times = quantities.compactMap { quantity -> (count: Int, word: Int)? in
      switch quantity.unit {
      case .minute: (quantity.thousandths / 1000, quantity.word)
      case .hour where quantity.thousandths <= 5_000: (quantity.thousandths * 60 / 1000, quantity.word)
      default: nil
      }
    }
    return times.filter { (1...300).contains($0.count) }.max { $0.count < $1.count }
  }

  // MARK: The visit

  /// Whether something might be, or is still to come.
  var isConditional: Bool {
    events.contains {
      if case .veto(let veto) = $0.sense { veto == .conditional || veto == .future } else { false }
    }
  }

  /// Whether words about the visit say what they seem to.
  func holds(_ cue: VisitCue, at position: Int) -> Bool {
    switch cue {
    case .newPatient: return zone != .instructed
    case .establishedPatient: return zone == .open || zone == .told
    case .video, .audioOnly:
      return (zone == .open || zone == .told) && !isVetoed(position, by: [.future, .conditional, .past, .refused, .not])
    case .prescription, .overTheCounter, .toxicDrug:
      return isPlan && !isVetoed(position, by: [.conditional, .refused, .absent, .not])
    case .monitoring: return isPlan
    case .hospitalization, .resuscitation:
      return isPlan && !isVetoed(position, by: [.conditional, .past, .not, .absent])
    case .majorSurgery:
      return isPlan && isVetoed(position, by: [.future]) && !isVetoed(position, by: [.conditional, .past, .not, .absent])
    case .riskFactors: return isPlan && !isVetoed(position, by: [.absent])
    case .socialNeed: return !isVetoed(position, by: [.absent, .not, .past])
    case .historian, .externalNote, .discussion: return !isVetoed(position, by: [.future, .conditional])
    case .ownInterpretation: return zone != .told && !isVetoed(position, by: [.future, .conditional, .not])
    case .worse, .severe, .stable: return !isVetoed(position, by: [.conditional, .absent, .not])
    case .systemic: return !isVetoed(position, by: [.future, .conditional, .absent, .not])
    }
  }

  /// A note without parts may be all plan.
  private var isPlan: Bool { zone == .planned || zone == .open || zone == .procedure }

  /// The word of a dose in milligrams of a drug that is not sold freely.
  var prescribedDose: Int? {
    let dose = quantities.first { quantity in
      if case .milligram = quantity.unit { true } else { false }
    }
    let isDoubtful = events.contains { event in
      switch event.sense {
      case .veto(.conditional), .veto(.refused), .visit(.overTheCounter): true
      default: false
      }
    }
    return isDoubtful ? nil : dose?.word
  }
}
