import CodeSets

/// What an account of a procedure, or a list, tells over several sentences.
extension ServiceReader {
  /// Remembers the joint that an account names: "Right knee prepped."
  mutating func noteJoint(_ events: [ServiceSentence.Event]) {
    guard zone == .procedure else { return }
    for position in events.indices {
      guard case .site(let site) = events[position].sense, site.jointSize != nil else { continue }
      var side: Mention.Side?
      for other in events {
        if case .side(let found) = other.sense, other.end == events[position].start || side == nil { side = found }
      }
      joint = (site, side ?? (joint?.site == site ? joint?.side : nil))
      return
    }
  }

  /// Blood that this office draws for the tests of another: "CMP, lipids drawn here by MA, sent to Quest".
  mutating func readDrawnBlood(_ sentence: ServiceSentence) {
    guard zone != .told, zone != .instructed,
      let position = sentence.events.firstIndex(where: { $0.words.contains(.drawn) }),
      sentence.events.contains(where: {
        if case .term(let index) = $0.sense { table.terms[index].isOfBlood } else { false }
      }), isToldAsDrawn(position, of: sentence),
      isDrawnHere(sentence, sentence.events[position])
    else { return }
    let word = sentence.events[position].start
    found.mentions.append(
      ServiceMention(
        term: table.unnamedLaboratory, span: span(sentence, around: word),
        name: ChartSpan(item: item, start: Int(words[word].start), end: Int(words[word].end)), status: .performed,
        zone: zone, site: nil, side: nil, words: sentence.words(around: position), count: nil, millimeters: nil))
  }

  /// "Recheck BMP today (drawn here, to outside lab)": what parentheses tell of it was done whatever is planned outside of them.
  private func isToldAsDrawn(_ position: Int, of sentence: ServiceSentence) -> Bool {
    let event = sentence.events[position]
    let before = event.start > 0 ? Int(words[event.start - 1].end) : 0
    let isApart =
      event.words.contains(.here) && numbers.text[before..<Int(words[event.start].start)].contains(UInt8(ascii: "("))
    let isPast = words[event.start..<sentence.range.upperBound].prefix(5).contains {
      ServiceReader.pastTimes.contains($0.hash)
    }
    if isApart, isPast { return false }
    // "I had TPO antibodies drawn here today by our phlebotomist"
    let isToday = event.words.contains(.here) && sentence.all.contains(.today)
    return !sentence.isVetoed(
      position,
      by: isApart || isToday ? [.refused, .absent, .not] : [.future, .conditional, .refused, .absent, .not, .past])
  }

  private static let pastTimes = WordSet("last yesterday week month ago")

  /// "CMP, A1c drawn at Quest"
  func isDrawnElsewhere(_ sentence: ServiceSentence) -> Bool {
    guard let drawn = sentence.events.first(where: { $0.words.contains(.drawn) }) else { return false }
    let behind = words[drawn.end..<sentence.range.upperBound].prefix(2)
    guard let next = behind.first, ServiceReader.at.contains(next.hash) else { return false }
    return !behind.dropFirst().contains { ServiceReader.ours.contains($0.hash) }
  }

  private func isDrawnHere(_ sentence: ServiceSentence, _ drawn: ServiceSentence.Event) -> Bool {
    if drawn.words.contains(.here) { return true }
    let behind = words[drawn.end..<sentence.range.upperBound].prefix(5)
    if let next = behind.first, ServiceReader.at.contains(next.hash) {
      return behind.dropFirst().prefix(1).contains { ServiceReader.ours.contains($0.hash) }
    }
    return behind.contains { ServiceReader.here.contains($0.hash) }
  }

  private static let at = WordSet("at")
  private static let ours = WordSet("our this clinic office")
  private static let here = WordSet("here our ma rn lpn nurse me staff phlebotomist sent clinic office today")

  /// "Rotarix 1 mL PO - declined", "Vaccines today: parents decline"
  func refuses(_ sentence: ServiceSentence) -> Bool {
    // "Hib due at 18 months"
    if words[sentence.range].contains(where: { $0.hash == ServiceReader.due }) { return true }
    return sentence.events.contains { event in
      if case .veto(let veto) = event.sense { veto == .refused || veto == .future } else { false }
    }
  }

  private static let due = Words.hash("due")

  /// Whether a vaccine stands in a list of those given today, with its dose: "Vaccines today: / Rotarix 1 mL PO".
  func isListed(_ position: Int, of sentence: ServiceSentence) -> Bool {
    listsVaccines && !refuses(sentence)
      && (sentence.hasNumber(after: position) || sentence.words(around: position).contains(.route))
      && !sentence.isVetoed(position, by: [.conditional, .refused, .absent, .not, .past, .elsewhere])
  }

  /// Whether a note's title counts the sessions of a treatment: "PTNS #7 of 12".
  static func countsSessions(_ words: [Word]) -> Bool {
    let title = words.prefix(longestTitle).enumerated().prefix { $0.offset == 0 || !$0.element.startsLine }
    return title.dropFirst().dropLast().contains { index, word in
      word.hash == ofWord && sessions.contains(words[index - 1].hash) && sessions.contains(words[index + 1].hash)
    }
  }

  private static let ofWord = Words.hash("of")
  private static let sessions = WordSet((1...60).map { Words.hash(String($0)) })

  /// Whether a note's title calls it one of a procedure: "Colonoscopy report", "Botox procedure note".
  static func isOfProcedure(_ words: [Word]) -> Bool {
    for index in words.indices.prefix(longestTitle) {
      if index > 0, words[index].startsLine { return false }
      if index > 0, reports.contains(words[index].hash), words[index].gap <= .comma,
        procedures.contains(words[index - 1].hash) || isSurgeryReport(words, index),
        index < 2 || words[index - 2].hash != post,
        index + 1 == words.count || !others.contains(words[index + 1].hash)
      {
        return true
      }
      // "HEADACHE CLINIC - BOTOX (#7)"
      if procedures.contains(words[index].hash), index + 1 < words.count, words[index + 1].gap == .clause,
        sessions.contains(words[index + 1].hash), index + 2 == words.count || words[index + 2].gap >= .clause
      {
        return true
      }
    }
    return false
  }

  /// "Mohs surgery report"; a surgery visit is none.
  private static func isSurgeryReport(_ words: [Word], _ index: Int) -> Bool {
    words[index].hash == report && words[index - 1].hash == surgery
  }

  private static let report = Words.hash("report")
  private static let surgery = Words.hash("surgery")
  private static let longestTitle = 12
  /// "Post-op visit" is one after an operation.
  private static let post = Words.hash("post")
  private static let others = WordSet("reviewed received from")
  private static let reports = WordSet("note report visit record encounter placement insertion removal exchange")
  private static let procedures = WordSet(
    """
    procedure procedural operative operation op colonoscopy endoscopy egd cystoscopy injection biopsy botox \
    debridement infusion colposcopy colpo leep vasectomy hysteroscopy laryngoscopy paracentesis thoracentesis ablation \
    iud nexplanon sigmoidoscopy anoscopy aspiration challenge frenotomy phlebectomy sclerotherapy excision laser
    """)
}
