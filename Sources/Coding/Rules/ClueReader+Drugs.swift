import CodeSets

/// Reads what a sentence says of a drug: whether it is taken for long, begun, or the cause of something.
extension ClueReader {
  /// Whether a drug is said to be taken for long; not "chronic blood loss from NSAIDs".
  func isTakenLong(_ position: Int) -> Bool {
    guard let trigger = trigger(.longTermDrug, position, within: 4) else { return false }
    let (one, other) = (events[min(trigger, position)], events[max(trigger, position)])
    return !words[one.end..<max(one.end, other.start)].contains {
      $0.hash == ClueReader.from || ClueReader.causes.contains($0.hash)
    }
  }

  /// Whether a plan begins a drug, which nobody takes for long yet: "start apixaban".
  func isBegun(_ event: Event) -> Bool {
    guard section == .assessment else { return false }
    if words[max(sentence, event.start - 3)..<event.start].contains(where: { ClueReader.beginnings.contains($0.hash) })
    {
      return true
    }
    // "Switch adalimumab to tofacitinib"
    return event.start > sentence && words[event.start - 1].hash == ClueReader.to
      && words[max(sentence, event.start - 6)..<event.start].contains { ClueReader.changes.contains($0.hash) }
  }

  /// Whether a drug was tried and given up: "failed oral bisphosphonate", "intolerant of metformin".
  func hasFailed(_ event: Event) -> Bool {
    // "Insulin pump no - pens"
    if event.end < words.count, words[event.end].gap == .space, words[event.end].hash == ClueReader.noWord {
      return true
    }
    return isGivenUp(event)
  }

  private func isGivenUp(_ event: Event) -> Bool {
    words[max(sentence, event.start - 2)..<event.start].contains { ClueReader.failures.contains($0.hash) }
  }

  private static let noWord = Words.hash("no")
  private static let failures = WordSet("failed intolerant")

  static let historyWord = Words.hash("history")

  /// Whether a plan names an inhaled steroid without saying that it goes on: "Budesonide-formoterol 80/4.5 as needed".
  func isNewInhaler(_ event: Event) -> Bool {
    section == .assessment && ClueReader.inhaled.contains(words[event.start].hash)
      && !words[max(sentence, event.start - 5)..<event.start].contains { ClueReader.goings.contains($0.hash) }
  }

  private static let inhaled = WordSet(
    "budesonide fluticasone trelegy advair symbicort breo dulera breztri wixela flovent qvar asmanex arnuity alvesco airduo"
  )
  private static let goings = WordSet(
    "continue continued continues continuing cont keep keeps on refill refilled refills taking takes stay stays increase increased decrease decreased reduce same uses using"
  )

  /// Whether a plan only thinks of a drug: "methotrexate would be considered", "I want to bring in methotrexate".
  func isOnlyThoughtOf(_ event: Event, upTo end: Int) -> Bool {
    guard section == .assessment else { return false }
    // "Basal insulin next visit if fasting sugars stay high"
    return words[event.end..<end].prefix(3).contains {
      ClueReader.thoughts.contains($0.hash) || ClueReader.later.contains($0.hash)
    }
      || words[max(sentence, event.start - 5)..<event.start].contains { ClueReader.wishes.contains($0.hash) }
  }

  private static let later = WordSet("next if later")
  private static let thoughts = WordSet("considered would could may might")
  private static let wishes = WordSet(
    "want bring plan add consider considering option options candidate discuss discussed went chosen such would exchange whether suggest recommend"
  )

  private static let to = Words.hash("to")
  private static let changes = WordSet("switch switching change changing transition convert")

  private static let beginnings = WordSet(
    """
    start starting begin beginning initiate initiating prescribe add trial adding discussed discuss offered before
    """)

  /// Whether a drug is said to be the cause of something: "due to amoxicillin", "statin-induced", "reaction to penicillin".
  func isCause(_ event: Event) -> Bool {
    // "Likely caused by amlodipine": what is suspected is not coded (section IV.H).
    if words[max(sentence, event.start - 6)..<event.start].contains(where: { ClueReader.doubts.contains($0.hash) }) {
      return false
    }
    if event.end < words.count, words[event.end].gap == .space, ClueReader.effects.contains(words[event.end].hash) {
      return true
    }
    // "Anaphylaxis to penicillin in childhood"
    if words[sentence..<event.start].contains(where: { ClueReader.anaphylaxes.contains($0.hash) }),
      words[sentence..<min(words.count, event.end + 4)].contains(where: { ClueReader.formerTimes.contains($0.hash) })
    {
      return false
    }
    var index = event.start
    while index > max(sentence, event.start - 6), words[index].gap < .comma {
      index -= 1
      // "Due for chemo" is no cause.
      let isDate =
        words[index].hash == ClueReader.due && index + 1 < words.count && words[index + 1].hash == ClueReader.forWord
      if ClueReader.causes.contains(words[index].hash), !isDate { return true }
    }
    // "From KCl + spironolactone"
    let place = events.partitioningIndex { $0.start >= event.start } - 1
    if place >= 0, event.start - events[place].end <= 1, words[event.start].gap <= .comma,
      case .clue(let other) = events[place].sense, table.clues[other].use == .adverseEffect,
      isFrom(events[place])
    {
      return true
    }
    // "Tremor from lithium"; not "relief from ibuprofen".
    return isFrom(event)
  }

  private func isFrom(_ event: Event) -> Bool {
    // "Weight gain on olanzapine"
    if event.start > sentence + 2, words[event.start - 1].hash == ClueReader.onWord,
      words[event.start - 2].hash == ClueReader.gain, words[event.start - 1].gap == .space,
      words[max(sentence, event.start - 4)].hash != ClueReader.poor,
      event.end >= words.count || !ClueReader.denials.contains(words[event.end].hash)
    {
      return true
    }
    return isNamedAsSource(event)
  }

  private func isNamedAsSource(_ event: Event) -> Bool {
    // "From the ACE inhibitor dose"
    var before = event.start - 1
    while before > sentence + 1, words[before].isStop, words[before].gap == .space { before -= 1 }
    return before > sentence && words[before + 1].gap == .space && words[before].hash == ClueReader.from
      && !words[max(sentence, before - 3)..<before].contains { ClueReader.noHarm.contains($0.hash) }
  }

  /// Whether a reaction to a drug is one of the past: "his reaction to amoxicillin was limited to hives".
  func isOfEarlierReaction(_ event: Event, upTo end: Int) -> Bool {
    guard
      let reaction = (max(sentence, event.start - 4)..<event.start).last(where: {
        words[$0].hash == ClueReader.reaction
      })
    else { return false }
    return words[event.end..<end].prefix(3).contains { ClueReader.were.contains($0.hash) }
      || words[max(sentence, reaction - 3)..<reaction].contains { ClueReader.earlier.contains($0.hash) }
  }

  private static let reaction = Words.hash("reaction")

  /// Whether a drug is given because of an allergy to another one: "because of her penicillin allergy she takes doxycycline".
  func isGivenInstead(_ position: Int) -> Bool {
    // What stands behind any of the words for an allergy stands behind the first one.
    let trigger = events[..<position].first { if case .trigger(.allergy) = $0.sense { true } else { false } }
    guard let trigger else { return isTreatedBeside(position) }
    // "PCN allergic -> doxycycline 100 bid": the allergy is to what stands right before its word.
    let own = events[..<position].last { $0.end <= trigger.start }
    if let own, case .clue(let other) = own.sense, table.clues[other].use == .allergy, trigger.start - own.end <= 1,
      events[position].start - trigger.end <= 1, words[events[position].start].gap == .space
    {
      return true
    }
    return words[trigger.end..<events[position].start].contains { ClueReader.givings.contains($0.hash) }
  }

  /// "Doxycycline 100 bid x 7d (sulfa allergy)": a dose sets what is given apart from what is not borne.
  private func isTreatedBeside(_ position: Int) -> Bool {
    let trigger = events.indices.first { index in
      if index > position, case .trigger(.allergy) = events[index].sense { true } else { false }
    }
    guard let trigger,
      let own = events.indices.last(where: { index in
        if index > position, index < trigger, case .clue = events[index].sense { true } else { false }
      }), events[trigger].start - events[own].end <= 1
    else { return false }
    return words[events[position].end..<events[own].start].contains { ClueReader.doses.contains($0.hash) }
  }

  private static let doses = WordSet("mg bid tid qid daily po tablet tablets x")
  private static let givings = WordSet(
    "started given prescribed switched placed treated takes received use using chose chosen prefer instead prescribe")

  private static let (due, forWord) = (Words.hash("due"), Words.hash("for"))
  private static let anaphylaxes = WordSet("anaphylaxis anaphylactic")
  private static let formerTimes = WordSet(
    "history hx childhood child past previous previously prior last ago year premedicate premedication")
  private static let poor = Words.hash("poor")
  private static let denials = WordSet("denied denies no none")
  private static let (onWord, gain) = (Words.hash("on"), Words.hash("gain"))
  private static let doubts = WordSet("likely possibly probably may might could possible probable suspect suspected")
  private static let from = Words.hash("from")
  /// Words before "from" that tell of no harm.
  private static let noHarm = WordSet(
    """
    switch switched switching change changed changing transition transitioned relief benefit improvement weaned weened wean weaning off taper tapered \
    recovered recovering away separated separate apart
    """)

  private static let causes = WordSet(
    "due caused induced secondary reaction adverse effect attributed attribute brought anaphylaxis anaphylactic")
  private static let effects = WordSet(
    "induced related associated reaction myopathy myalgia cough angioedema intoxication tremor")
}
