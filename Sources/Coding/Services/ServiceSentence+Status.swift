import ClaimModel
import CodeSets

/// Whether what a sentence names was done today in this office.
extension ServiceSentence {
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
    return zone == .planned && events[position].start - range.lowerBound <= 3 || goesOnWithTests(position)
      ? .ordered : .named
  }

  /// Whether a list of tests that began with the sentence of a plan goes on: "Holter, echo, TSH, BMP".
  private func goesOnWithTests(_ position: Int) -> Bool {
    guard zone == .planned else { return false }
    var index = position
    while index > 0, case .term = events[index - 1].sense, events[index].start - events[index - 1].end <= 1 {
      index -= 1
    }
    return index < position && events[index].start - range.lowerBound <= 3
  }

  private func isDone(_ position: Int, term: ServiceTerm) -> Bool {
    // A glucose sensor's data are of days that are past: "of the last 14 days".
    let vetoes = term.procedure == "95251" ? Self.everything.subtracting([.past]) : Self.everything
    if term.procedure == "81025", isPregnancyRuledOut(position) { return true }
    if term.family == .xray, isRepeated(position) { return true }
    if isDoneNow(position, term: term) { return true }
    guard zone != .instructed, !isVetoed(position, by: vetoes) else { return false }
    let words = words(around: position).union(term.says)
    if term.family.isOutside {
      // "Echo done in our office today"
      return (zone != .told || words.isSuperset(of: [.here, .today])) && !isVetoed(position, by: [.ordered])
        && !words.contains(.reviewed)
        && words.contains(.here)
        && (!words.isDisjoint(with: [.performed, .obtained, .today, .drawn, .interpreted])
          || hasNumber(after: position))
        && term.procedure.map { PerformedServices.ofEquippedPractices.contains($0) } ?? false
    }
    guard !words.contains(.attempted) else { return false }
    if isInjectedInto(position, term: term) { return true }
    // "DuoNeb x1 at 10:20"
    if term.family == .nebulizer, zone != .told, clocks.count == 1,
      clocks.contains(where: { (0...9).contains($0 - events[position].end) })
    {
      return true
    }
    let hasAct = !words.isDisjoint(with: term.acts)
    let isHereToday = words.contains(.here) || words.contains(.today)
    // "PHQ-9 sent through portal, scored: 16"
    let isScoredValue = term.family == .instrument && words.contains(.result) && hasNumber(after: position)
    if isScoredValue, zone != .told || isScoreAlone(position) { return true }
    // "Hemoglobin fingerstick: 10.2, lead sent to the state": a value of its own was measured.
    let isMeasured = term.isAtHand && zone != .planned && hasNumber(rightAfter: position)
    if isVetoed(position, by: [.ordered]), !(hasAct && isHereToday), !isMeasured { return false }
    if term.family.isEndoscopy, zone != .procedure { return hasAct && words.contains(.today) }
    if zone == .told {
      // "UPT in office: negative" in a note whose findings have no heading
      let isResult =
        term.isAtHand && !words.isDisjoint(with: [.here, .today]) && words.contains(.result)
      // "ECG done here today and interpreted by me" in a note whose findings have no heading
      let isRead =
        isHereToday && (term.family.isInterpreted || term.family == .officeTest) && isOwnReading(position)
      return hasAct && (words.contains(.today) || term.isAtHand) || isResult || isRead
        || opensLine(term, words, position)
        || isBelowTitle(term, words, position)
        || isScored(term, words, position)
    }
    if term.family.isTest { return isTestDone(term, words, position, hasAct: hasAct && isHereToday) }
    switch zone {
    // "Debridement of 10 nails", "Paring of 2 calluses"
    case .procedure:
      return hasAct || term.isAct || words.contains(.trimming) && term.acts.contains(.trimmed)
        || isDosedHere(term)
    case .found: return hasAct || words.contains(.here) && term.isAct
    // "Cryotherapy to 3 lesions": what is still to come is not counted yet.
    case .planned:
      return hasAct || isToday(position) || term.family == .nebulizer && words.contains(.here)
        || isTrimmedHere(term, words, position) || term.family == .destruction && (words.contains(.today) || tellsTimes)
    // "Nails 1-5 debrided x10" tells what was done to how many.
    case .open:
      return hasAct
        && (isHereToday || term.isAtHand
          || term.family.isCounted && (tellsTimes || count(near: position, of: term.family) != nil))
        || term.isAct && (words.contains(.area) || carried.contains(.here) && term.family == .nebulizer)
    case .told, .instructed: return false
    }
  }

  /// "Therapeutic phlebotomy today: 18g L AC, 500 mL removed": an account of what was done begins behind the word.
  private func isToday(_ position: Int) -> Bool {
    let end = events[position].end
    guard position + 1 < events.count, events[position + 1].words.contains(.today), events[position + 1].start == end,
      events[position + 1].end < range.upperBound
    else { return false }
    let behind = words[events[position + 1].end..<range.upperBound].prefix(14)
    guard behind.first?.gap == .clause, !behind.contains(where: { ServiceSentence.notDone.contains($0.hash) }) else {
      return false
    }
    // "Skin tags - removal today: cosmetic": without a number or an act nothing was done.
    return behind.contains { ServiceSentence.accounts.contains($0.hash) }
      || quantities.contains { behind.indices.contains($0.word) }
  }

  private static let notDone = WordSet(
    "refused declined wants not discussed none reschedule rescheduled told pending wait waits if offered needed cancelled canceled"
  )
  private static let accounts = WordSet(
    "removed placed seated injected done performed given dilated drained cut prepped consent lidocaine puncta punctum tolerated"
  )

  /// "Paring of 2 calluses" begins a line of a plan, and nothing puts it off or leaves it to another.
  private func isTrimmedHere(_ term: ServiceTerm, _ words: ServiceWords, _ position: Int) -> Bool {
    guard words.contains(.trimming), term.acts.contains(.trimmed), count(near: position, of: term.family) != nil,
      self.words[range.lowerBound].startsLine,
      let first = events.first, first.words.contains(.trimming), first.start - range.lowerBound <= 1
    else { return false }
    return !self.words[range].contains { ServiceSentence.comings.contains($0.hash) }
  }

  private static let comings = WordSet(
    "next visit monthly weekly every podiatry by teach self discussed declined return rtc week weeks month months days salon home"
  )

  /// "Celestone 6 mg + lido 0.5 mL into R ring finger flexor sheath": a dose and where it went tell that it was injected.
  private func isInjectedInto(_ position: Int, term: ServiceTerm) -> Bool {
    guard zone != .told, term.acts.contains(.injected), term.family.isInjection || term.procedure == "20526" else {
      return false
    }
    let isDosed = events[..<position].indices.contains { other in
      guard case .drug(let index) = events[other].sense, InjectedDrug.all[index].isLocal else { return false }
      return hasNumber(after: other) || hasNumber(before: other)
    }
    return isDosed
      && self.words[range.lowerBound..<events[position].start].suffix(8).contains { $0.hash == ServiceSentence.into }
  }

  private static let into = Words.hash("into")

  /// "R ring flexor sheath at A1, betamethasone 6 mg": in the account of a procedure the drug tells that it was injected.
  private func isDosedHere(_ term: ServiceTerm) -> Bool {
    guard term.acts.contains(.injected), term.family.isInjection || term.procedure == "20526" else { return false }
    return events.indices.contains { position in
      if case .drug = events[position].sense {
        hasNumber(after: position) || hasNumber(before: position)
      } else {
        false
      }
    }
  }

  /// Whether a name begins a line, and a colon follows it, or its side.
  private func headsLine(_ position: Int) -> Bool {
    let event = events[position]
    guard event.start == range.lowerBound, self.words[event.start].startsLine else { return false }
    let behind = self.words[event.end..<range.upperBound].prefix(2)
    guard let colon = behind.firstIndex(where: { $0.gap == .clause }) else { return false }
    return self.words[event.end..<colon].allSatisfy { ServiceSentence.sidesOfEyes.contains($0.hash) }
      && !ServiceSentence.others.contains(self.words[colon].hash)
  }

  /// "Tympanogram: see the note of ENT"
  private func isLeftToOther(_ position: Int) -> Bool {
    let end = events[position].end
    return end < range.upperBound && ServiceSentence.others.contains(words[end].hash)
  }

  private static let sidesOfEyes = WordSet("od os ou right left bilateral")

  /// "A1c fingerstick in clinic today 7.6", "Gonio (today) open", "Spirometry in office pre & post": a line of its own with a value.
  private func opensLine(_ term: ServiceTerm, _ words: ServiceWords, _ position: Int) -> Bool {
    let event = events[position]
    guard event.start == range.lowerBound, self.words[event.start].startsLine, term.family.isTest, !hasDate,
      !words.contains(.reviewed), event.end < range.upperBound,
      !ServiceSentence.others.contains(self.words[event.end].hash)
    else { return false }
    let next = self.words[event.end]
    let isToday = next.hash == ServiceSentence.today && next.gap == .clause && term.isAtHand
    let isTwice = term.family == .spirometry && words.contains(.bronchodilator)
    return (words.isSuperset(of: [.here, .today]) || isToday || isTwice)
      && (words.contains(.result) || hasNumber(after: position) || isTwice)
  }

  private static let others = WordSet("at of for by from per with see as outside deferred reviewed done")
  private static let today = Words.hash("today")

  /// Whether a title such as "Testing today:" stands above a test, or a treatment that is breathed in.
  private func isBelowTitle(_ term: ServiceTerm, _ words: ServiceWords, _ position: Int) -> Bool {
    // A name alone may be an order.
    guard !carried.isEmpty, !words.contains(.reviewed), events[position].end < range.upperBound else { return false }
    return term.family == .officeTest || term.family.isTakenHere || term.family == .nebulizer
      || [.urinalysis, .influenza, .coronavirus].contains(term.family) && words.contains(.result)
  }

  private func isTestDone(
    _ term: ServiceTerm, _ words: ServiceWords, _ position: Int, hasAct: Bool
  ) -> Bool {
    if hasAct || isScored(term, words, position) { return true }
    let hasResult =
      words.contains(.result) || hasNumber(after: position)
      || term.family == .spirometry && words.contains(.bronchodilator)
    if term.family == .screening { return (zone == .found || zone == .open) && hasResult }
    // "X-ray, 3 views: no fracture (read by me)"
    if term.family == .xray, zone != .told, !words.contains(.reviewed), isOwnReading(position),
      count(near: position, of: .xray) != nil
    {
      return true
    }
    // "3 views of the right foot were taken.": the results of a visit tell what it did, unless a day or another place is named.
    if term.family.isTakenHere, zone == .found, !words.contains(.reviewed), !words.isDisjoint(with: term.acts), !hasDate
    {
      return true
    }
    if term.family == .xray, zone != .told, !words.contains(.reviewed), words.contains(.here), isOwnReading(position) {
      return true
    }
    // "EKG interpreted by me: sinus rhythm"
    if term.family == .tracing, zone != .told, !words.contains(.reviewed), isOwnReading(position) { return true }
    // "Transvaginal US here by our sonographer, read by me: …"
    if term.family == .officeTest, zone != .told, zone != .planned, !words.contains(.reviewed), isOwnReading(position),
      words.contains(.here) || zone == .found && !hasDate
    {
      return true
    }
    // "OCT mac OU: subretinal fluid increased": a test at hand begins a line of the findings.
    if zone == .found, term.isAtHand, term.isAct, !hasDate, !words.contains(.reviewed), headsLine(position) {
      return true
    }
    // "NCS (performed and interpreted by me): …"
    if term.family.isOfNerves, zone != .told, words.contains(.performed), isOwnReading(position) { return true }
    // "CGM: 14 days of data downloaded and reviewed"
    if term.procedure == "95251", zone == .found || zone == .open, words.contains(.obtained) { return true }
    // Below "Testing today:" each test that is named was done.
    if zone != .planned, isBelowTitle(term, words, position) { return true }
    // "Refraction done" tells of today wherever it stands.
    if term.isAtHand, !words.isDisjoint(with: term.acts) { return true }
    if term.isAtHand, !words.contains(.reviewed), term.isAct, hasResult || words.contains(.here) { return true }
    // "Venipuncture by our phlebotomist"
    if term.family == .venipuncture, term.isAct, words.contains(.here), zone != .planned { return true }
    if term.isAtHand || term.family.isOfNerves, term.isAct, zone == .procedure { return true }
    // "Tympanograms type A both ears", "audiogram by our audiologist today": findings of the visit.
    if term.procedure == "92567", zone == .found, !isLeftToOther(position) { return true }
    // "OCT today: …", "EKG today, my read: …"
    if isOfToday(position), term.family != .venipuncture || term.isAct || words.contains(.here), zone != .told,
      zone != .planned,
      !words.contains(.reviewed)
    {
      return true
    }
    guard term.family != .venipuncture, hasResult else { return false }
    // "Reviewed today" was not done today.
    return words.contains(.here) || words.contains(.today) && zone != .planned && !words.contains(.reviewed)
  }

  /// "Repeat XR R wrist 2 view: 3 deg dorsal": views that were taken once more, with what they show behind a colon.
  private func isRepeated(_ position: Int) -> Bool {
    let start = events[position].start
    guard zone == .planned || zone == .procedure || zone == .found, start > range.lowerBound || position == 0,
      words[max(range.lowerBound, start - 2)..<start + 1].contains(where: {
        ServiceSentence.repetitions.contains($0.hash)
      }),
      let views = quantities.first(where: { if case .view = $0.unit { true } else { false } }), views.word > start
    else { return false }
    let behind = words[views.word..<range.upperBound].dropFirst().prefix(2)
    return behind.contains { $0.gap == .clause } && !words[range].contains { ServiceSentence.comings.contains($0.hash) }
  }

  private static let repetitions = WordSet("repeat postreduction reduction")

  /// "A urine pregnancy test was performed before the procedure and is negative": of today, whatever it precedes.
  private func isPregnancyRuledOut(_ position: Int) -> Bool {
    isNegative(position)
      || events.contains { $0.words.contains(.negative) && $0.matter == events[position].matter }
        && !isVetoed(
          position,
          by: precedesDrugs(position)
            ? [.conditional, .refused, .elsewhere] : [.conditional, .refused, .past, .elsewhere])
        && !words(around: position).isDisjoint(with: [.performed, .here, .today, .obtained])
  }

  /// "In office prior to medications"
  private func precedesDrugs(_ position: Int) -> Bool {
    words[events[position].end..<range.upperBound].prefix(6).contains { $0.hash == ServiceSentence.medications }
  }

  private static let medications = Words.hash("medications")

  /// Whether "today" and then a colon or the like follow the name of a service right away.
  private func isOfToday(_ position: Int) -> Bool {
    let own = events[position]
    // "OCT macula OU today"
    guard
      let today = events[(position + 1)...].firstIndex(where: { event in
        if case .side = event.sense { false } else if case .site = event.sense { false } else { event.words != .here }
      }), events[today].words.contains(.today), events[today].start - own.end <= 4, events[today].clause == own.clause
    else { return false }
    return today + 1 == events.count || events[today + 1].clause > own.clause || hasNumber(after: today)
  }

  /// Whether the clinician says to have read it.
  private func isOwnReading(_ position: Int) -> Bool {
    events.contains { event in
      guard event.matter == events[position].matter else { return false }
      if case .visit(.ownInterpretation) = event.sense { return true }
      return event.words.contains(.interpreted) && !event.words.contains(.result) && !isOfOther(event)
    }
  }

  /// "Read by Dr. Hu"
  private func isOfOther(_ event: Event) -> Bool {
    event.end + 1 < range.upperBound && words[event.end].hash == ServiceSentence.by
      && !ServiceSentence.own.contains(words[event.end + 1].hash)
  }

  private static let by = Words.hash("by")
  private static let own = WordSet("me myself us our this provider author signed undersigned")

  /// Whether an instrument is told with its score of today.
  private func isScored(_ term: ServiceTerm, _ words: ServiceWords, _ position: Int) -> Bool {
    guard term.family == .instrument || term.family == .developmentalInstrument else { return false }
    if isScoreAlone(position) { return true }
    return words.contains(.today) && (hasNumber(after: position) || words.contains(.result))
      || words.contains(.performed) && words.contains(.result)
      || words.contains(.given) && words.contains(.result)
  }

  /// Whether the score of an instrument follows its name: "PHQ-9: 14", "GAD-7 score 11".
  func isScoreAlone(_ position: Int) -> Bool {
    let event = events[position]
    guard let score = quantities.first(where: { $0.word >= event.end && !isOfName($0) }), score.word - event.end <= 2,
      score.unit == nil, !score.isSpan,
      !words[event.end..<score.word].contains(where: { $0.hash == ServiceSentence.due }),
      score.thousandths % 1_000 == 0, score.thousandths <= 63_000
    else { return false }
    // "EPDS at 2 wks" is still to come.
    if score.word + 1 < range.upperBound, ServiceSentence.times.contains(words[score.word + 1].hash) { return false }
    // "14/27" is a score out of the highest one, "3/12" a day.
    let next = quantities.first { $0.word == score.word + 1 }
    // "PHQ-9 = 19 (22)": the score of the last visit is set apart.
    if score.isApart { return true }
    return next.map { ServiceSentence.highestScores.contains($0.thousandths) } ?? true
  }

  private static let times = WordSet("wk wks week weeks mo mos month months yr year years")
  /// "M-CHAT due @18"
  private static let due = Words.hash("due")

  /// The highest scores of the usual instruments.
  private static let highestScores = [21_000, 27_000, 30_000]

  /// Whether a number is part of a service's name: "PHQ-9".
  func isOfName(_ quantity: ServiceNumbers.Quantity) -> Bool {
    events.contains { event in
      guard case .term = event.sense else { return false }
      return (event.start..<event.end).contains(quantity.word)
    }
  }

  /// Whether a test's result is told to be negative.
  func isNegative(_ position: Int) -> Bool {
    events.contains { $0.words.contains(.negative) && $0.matter == events[position].matter }
      && !isVetoed(position, by: [.future, .conditional, .past])
  }

  func hasNumber(before position: Int) -> Bool {
    quantities.contains { (1...3).contains(events[position].start - $0.word) && !isOfName($0) }
  }

  private func hasNumber(rightAfter position: Int) -> Bool {
    quantities.contains { (0...1).contains($0.word - events[position].end) && !isOfName($0) }
  }

  func hasNumber(after position: Int) -> Bool {
    quantities.contains {
      $0.word >= events[position].end && $0.word - events[position].end <= 6 && !isOfName($0)
    }
  }
}
