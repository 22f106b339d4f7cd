import CodeSets

/// What is not of this visit though its words look like it: what others gave, what is copied, announced or explained.
extension ServiceReader {
  /// Whether what a sentence names at an event is another's, another day's, or only explained.
  func isOfOthers(_ position: Int, of sentence: ServiceSentence) -> Bool {
    if otherLine == line || isCopied { return true }
    let matter = sentence.matter(of: position)
    var isProcedure = false
    if case .term(let term) = sentence.events[position].sense { isProcedure = !table.terms[term].family.isTest }
    return isGivenByOthers(matter, sentence, isProcedure: isProcedure) || isAtOtherPlace(matter, sentence)
      || isToCome(position, sentence)
      || isOfOtherDay(matter, sentence)
  }

  /// "EMS gave epinephrine", "given by paramedics", "mother gave albuterol", "given before arrival".
  private func isGivenByOthers(_ matter: Range<Int>, _ sentence: ServiceSentence, isProcedure: Bool) -> Bool {
    let gifts = sentence.events.filter {
      matter.contains($0.start) && !$0.words.isDisjoint(with: [.given, .injected, .received])
    }
    return matter.contains { index in
      let hash = words[index].hash
      let isOfSchool = ServiceReader.staff.contains(hash) && index > 0 && words[index - 1].hash == ServiceReader.school
      if isOfSchool || ServiceReader.helpers.contains(hash) {
        return gifts.contains { (0...3).contains($0.start - index - 1) || (0...2).contains(index - $0.end) }
      }
      if ServiceReader.relatives.contains(hash) {
        let isGiver = index + 1 < matter.upperBound && words[index + 1].hash == ServiceReader.gave
        let isBehindBy = index > matter.lowerBound && words[index - 1].hash == ServiceReader.byWord
        return isGiver || isBehindBy && gifts.contains { (0...2).contains(index - $0.end) }
      }
      // "Excised by GI"
      if isProcedure, ServiceReader.specialists.contains(hash), index > matter.lowerBound,
        words[index - 1].hash == ServiceReader.byWord,
        sentence.events.contains(where: { !$0.words.isDisjoint(with: .acts) && $0.end == index - 1 })
      {
        return true
      }
      if ServiceReader.arrival.contains(hash), index > matter.lowerBound, !gifts.isEmpty {
        return words[max(matter.lowerBound, index - 2)..<index].contains { ServiceReader.before.contains($0.hash) }
      }
      // "Auto-injector given, two dispensed": a pen to take home.
      if ServiceReader.dispensing.contains(hash) {
        return words[matter].contains { ServiceReader.pens.contains($0.hash) }
          && !sentence.events.contains { matter.contains($0.start) && $0.words.contains(.here) }
      }
      return false
    }
  }

  private static let helpers = WordSet("ems emt emts paramedic paramedics medic medics ambulance")
  private static let specialists = WordSet(
    "gi ortho orthopedics surgery surgeon derm dermatology dermatologist ent cardiology urology podiatry podiatrist gyn obgyn er ed pcp dentist oncology"
  )
  private static let relatives = WordSet(
    "mother mom father dad parent parents wife husband grandmother spouse caregiver coach teacher")
  private static let school = Words.hash("school")
  private static let arrival = WordSet("arrival arriving")
  private static let before = WordSet("before prior")
  private static let dispensing = WordSet("dispensed prescribed")
  private static let pens = WordSet("injector injectors autoinjector autoinjectors epipen epipens")
  private static let gave = Words.hash("gave")
  private static let byWord = Words.hash("by")

  /// "Rapid strep in clinic at school", "A1c in office of endocrinologist", "nurse at school gave": the place right behind what was done.
  private func isAtOtherPlace(_ matter: Range<Int>, _ sentence: ServiceSentence) -> Bool {
    matter.contains { index in
      let hash = words[index].hash
      guard index > matter.lowerBound, words[index].gap < .sentence else { return false }
      if hash == ServiceReader.ofWord, ServiceReader.practices.contains(words[index - 1].hash) {
        return index + 1 < matter.upperBound
          && ServiceReader.inWords.contains(words[max(matter.lowerBound, index - 2)].hash)
      }
      guard ServiceReader.inWords.contains(hash) else { return false }
      let isBehindAct =
        ServiceReader.staff.contains(words[index - 1].hash)
        || sentence.events.contains { event in
          guard event.end == index else { return false }
          switch event.sense {
          case .term, .drug, .vaccine, .words: return true
          default: return false
          }
        }
      guard isBehindAct else { return false }
      for place in words[(index + 1)..<matter.upperBound].prefix(4) {
        if place.gap >= .comma || ServiceReader.own.contains(place.hash) { return false }
        if ServiceReader.otherPlaces.contains(place.hash) { return true }
      }
      return false
    }
  }

  private static let inWords = WordSet("in at from")
  private static let ofWord = Words.hash("of")
  private static let practices = WordSet("office clinic")
  private static let staff = WordSet("nurse rn staff aide")
  private static let own = WordSet("our this here my for with by and to of")
  private static let otherPlaces = WordSet(
    "school daycare preschool camp college university county va jail prison shelter fair worksite")

  /// "X-ray to be done here tomorrow", "to be placed at next visit".
  private func isToCome(_ position: Int, _ sentence: ServiceSentence) -> Bool {
    let event = sentence.events[position]
    let end = sentence.matter(of: position).upperBound
    let behind = sentence.events[(position + 1)...].first { other in
      switch other.sense {
      case .term, .drug, .vaccine: true
      default: false
      }
    }
    let limit = max(event.end, min(end, behind?.start ?? end))
    guard
      let be = (event.end..<limit).first(where: { index in
        isTomorrow(index, behind: event, sentence)
          || words[index].hash == ServiceReader.be && index + 1 < limit && words[index - 1].hash == ServiceReader.toWord
            && ServiceReader.participles.contains(words[index + 1].hash)
      })
    else { return false }
    return !sentence.events.contains { other in
      (event.end..<be).contains(other.start) && !other.words.isDisjoint(with: .acts)
        && !ServiceReader.nots.contains(words[max(0, other.start - 1)].hash)
    }
  }

  /// "Right knee x-ray 3 views here tomorrow"; behind a result or a comma it tells of something else.
  private func isTomorrow(_ index: Int, behind event: ServiceSentence.Event, _ sentence: ServiceSentence) -> Bool {
    guard words[index].hash == ServiceReader.tomorrow, case .term(let term) = event.sense,
      table.terms[term].family.isTest, !sentence.all.contains(.result)
    else { return false }
    return words[event.end...index].allSatisfy { $0.gap < .comma }
  }

  private static let tomorrow = Words.hash("tomorrow")
  private static let be = Words.hash("be")
  private static let toWord = Words.hash("to")
  private static let nots = WordSet("not")
  private static let participles = WordSet(
    "placed inserted done performed taken obtained drawn given injected scheduled booked")

  /// "UA in our office 2/12: positive": the day behind the place is another one than that of the note's head.
  private func isOfOtherDay(_ matter: Range<Int>, _ sentence: ServiceSentence) -> Bool {
    guard sentence.hasDate, !sentence.all.contains(.today), let head = headDate else { return false }
    return sentence.events.contains { event in
      guard matter.contains(event.start), event.words.contains(.here), event.end < matter.upperBound,
        words[event.end].gap < .clause, let date = date(at: event.end)
      else { return false }
      return date != head
    }
  }

  /// The month and day that words spell: "3/12".
  func date(at index: Int) -> (month: Int, day: Int)? {
    guard index + 1 < words.count, numbers.isOfDate(index), words[index].end + 1 == words[index + 1].start,
      let month = number(at: index), let day = number(at: index + 1), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    return (month, day)
  }

  private func number(at index: Int) -> Int? {
    let letters = numbers.text[Int(words[index].start)..<Int(words[index].end)]
    guard letters.count <= 2, letters.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return letters.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// The first date of the note's head.
  private var headDate: (month: Int, day: Int)? {
    words.indices.prefix(ServiceReader.longestHead).lazy.compactMap { date(at: $0) }.first
  }

  private static let longestHead = 25

  // MARK: Lines

  /// What a line that begins says of itself and of those below: a time of day begins a record of care, or a schedule; a note of another is copied;
  /// what is to be expected is explained.
  mutating func beginOtherLine(at index: Int) {
    if zone == .instructed, let before = surroundings, explainedLine == lastLine {
      surroundings = nil
      move(to: before, at: index)
    }
    let next = words[index...].dropFirst().firstIndex { $0.gap == .line } ?? words.count
    let own = words[index..<min(next, index + ServiceReader.longestLine)]
    if numbers.isOfClock(index) {
      if lastLine < 0 || !numbers.isOfClock(lastLine) {
        isSchedule = lastLine >= 0 && isTitleOfSchedule(lastLine, index)
      }
      if isSchedule || tellsOfElsewhere(own) { otherLine = index }
      return
    }
    if own.count > 3, zone != .told, zone != .instructed,
      ServiceReader.explanations.contains(where: { own.lazy.map(\.hash).starts(with: $0) })
    {
      surroundings = zone
      explainedLine = index
      move(to: .instructed, at: index)
      return
    }
    if isTitleOfOther(own, upTo: next) {
      isCopied = true
      surroundings = zone
      move(to: .told, at: index)
    }
  }

  private static let longestLine = 30
  private static let explanations = ["what to expect", "what happens", "what will happen"].map {
    $0.split(separator: " ").map { Words.hash(String($0)) }
  }

  /// "Schedule 3/20:", "Flu clinic hours:", "Night log from mother:"
  private func isTitleOfSchedule(_ start: Int, _ end: Int) -> Bool {
    end - start <= ServiceReader.longestScheduleTitle
      && words[start..<end].contains { ServiceReader.schedules.contains($0.hash) }
  }

  private static let longestScheduleTitle = 9
  private static let schedules = WordSet(
    "schedule appointment appointments appts hours log diary agenda calendar itinerary upcoming mother mom home")

  /// "10:30 appointment with cardiology for EKG 3/20", "11:15 x-ray at Mercy"
  private func tellsOfElsewhere(_ line: ArraySlice<Word>) -> Bool {
    line.indices.contains { index in
      if ServiceReader.errands.contains(line[index].hash) { return true }
      guard index > line.startIndex, line[index].gap < .sentence else { return false }
      if let date = date(at: index), !ServiceReader.scales.contains(line[index - 1].hash), date.day != 10 {
        return headDate.map { $0 != date } ?? true
      }
      guard ServiceReader.atWord == line[index - 1].hash else { return false }
      let first = numbers.text[Int(line[index].start)]
      let isName = (65...90).contains(first) && line[index].end - line[index].start > 3
      return isName && !ServiceReader.own.contains(line[index].hash)
    }
  }

  private static let errands = WordSet(
    "appointment appt appts bus taxi drive drove school daycare daily tomorrow cardiology radiology")
  private static let scales = WordSet("pain score strength")
  private static let atWord = Words.hash("at")

  /// "Prior note 1/5/2025:", "Urgent care note:" alone in its line, behind another part of the note.
  private func isTitleOfOther(_ line: ArraySlice<Word>, upTo next: Int) -> Bool {
    guard line.startIndex > 0, section != .body || zone != .open, line.count <= ServiceReader.longestCopiedTitle,
      next == line.endIndex, let first = line.first, ServiceReader.earlier.contains(first.hash),
      line.dropFirst().prefix(3).contains(where: { ServiceReader.notes.contains($0.hash) }),
      let last = line.last, Int(last.end) < numbers.text.count, numbers.text[Int(last.end)] == UInt8(ascii: ":")
    else { return false }
    return true
  }

  private static let longestCopiedTitle = 8
  private static let earlier = WordSet(
    "prior previous old last copied imported outside urgent er ed hospital referring")
  private static let notes = WordSet("note notes record records report")

  /// Whether a drug that was drawn up, or an injection that an account begins with, did not go in: "procedure was aborted before needle".
  func isBrokenOff(_ position: Int, of sentence: ServiceSentence) -> Bool {
    let end = sentence.events[position].end
    let behind = words[end...].prefix(ServiceReader.reachOfEnd)
    guard let stop = behind.firstIndex(where: { ServiceReader.ends.contains($0.hash) }) else { return false }
    let isStillSame = !(end..<stop).contains { words[$0].gap == .line && isBehindBlankLine($0) }
    let isPut = words[end..<stop].contains { ServiceReader.puts.contains($0.hash) }
    let isPutLater = words[stop...].prefix(20).contains { ServiceReader.puts.contains($0.hash) }
    return isStillSame && !isPut && !isPutLater
  }

  private static let reachOfEnd = 45
  private static let ends = WordSet("aborted cancelled canceled abandoned")
  private static let puts = WordSet("injected instilled given administered")

  // MARK: Vaccines

  /// Whether what was given of a vaccine is paper, or the vaccine was given elsewhere, or not at all: "Tdap brochure given", "MMR 0.5 mL – parents
  /// decline".
  func isPaperOrElsewhere(_ position: Int, of sentence: ServiceSentence) -> Bool {
    isPaper(position, of: sentence) || isWithheld(position, of: sentence)
      || isGivenElsewhere(sentence.matter(of: position))
  }

  private func isPaper(_ position: Int, of sentence: ServiceSentence) -> Bool {
    guard !sentence.words(around: position).contains(.route) else { return false }
    let event = sentence.events[position]
    let matter = sentence.matter(of: position)
    // "Tdap brochure"
    for word in words[event.end..<matter.upperBound].prefix(2) {
      if word.gap >= .comma { break }
      if ServiceReader.papers.contains(word.hash) { return true }
    }
    // "Information on Prevnar 20", "statement given for MMR and varicella"; not "Rx sent for a statin, flu shot given".
    guard let paper = (matter.lowerBound..<event.start).last(where: { ServiceReader.papers.contains(words[$0].hash) }),
      let about = (paper + 1..<event.start).prefix(4).first(where: { ServiceReader.abouts.contains(words[$0].hash) }),
      sentence.events.contains(where: { other in
        if case .vaccine = other.sense { (about + 1...about + 2).contains(other.start) } else { false }
      })
    else { return false }
    let gifts = sentence.events.filter { matter.contains($0.start) && $0.words.contains(.given) }
    return gifts.count < 2
  }

  private static let papers = WordSet(
    "brochure brochures vis information info handout handouts leaflet pamphlet flyer statement statements sheet rx script prescription"
  )
  private static let abouts = WordSet("on for about re regarding of")

  private func isWithheld(_ position: Int, of sentence: ServiceSentence) -> Bool {
    let event = sentence.events[position]
    let end = sentence.matter(of: position).upperBound
    let next = sentence.events[(position + 1)...].first { if case .vaccine = $0.sense { true } else { false } }
    let limit = max(event.end, min(end, next?.start ?? end))
    return (event.end..<limit).contains { index in
      let hash = words[index].hash
      if hash == ServiceReader.notWord {
        return index + 1 < limit && ServiceReader.givens.contains(words[index + 1].hash)
      }
      if ServiceReader.missing.contains(hash) { return true }
      // "Out of stock"
      if hash == ServiceReader.stock, words[index - 1].hash == ServiceReader.ofWord { return true }
      guard ServiceReader.refusals.contains(hash) else { return false }
      return index + 1 == words.count || words[index + 1].gap >= .comma
        || ServiceReader.behindRefusals.contains(words[index + 1].hash)
    }
  }

  private static let notWord = Words.hash("not")
  private static let givens = WordSet("given available done in administered")
  private static let stock = Words.hash("stock")
  private static let missing = WordSet("unavailable backordered")
  private static let refusals = WordSet("decline declines declined refuse refuses refused defer deferred")
  private static let behindRefusals = WordSet("today by this at for")

  /// "Given at VA", "given in Mexico", "given so far"
  func isGivenElsewhere(_ range: Range<Int>) -> Bool {
    range.dropLast().contains { index in
      guard ServiceReader.gifts.contains(words[index].hash) else { return false }
      let next = words[index + 1]
      if next.gap >= .clause { return false }
      if ServiceReader.soFar.contains(next.hash) { return true }
      guard ServiceReader.inWords.contains(next.hash), index + 2 < words.count else { return false }
      for word in words[(index + 2)...].prefix(2) {
        if word.gap >= .comma { return false }
        if ServiceReader.articles.contains(word.hash) { continue }
        let isNumber = (48...57).contains(numbers.text[Int(word.start)])
        return !isNumber && !ServiceReader.ownPlaces.contains(word.hash)
      }
      return false
    }
  }

  private static let gifts = WordSet("given administered received")
  private static let soFar = WordSet("so previously already elsewhere")
  private static let articles = WordSet("the a")
  private static let ownPlaces = WordSet(
    """
    our this here office clinic house today visit end bedside left right l r both each deltoid deltoids delt thigh thighs arm arms buttock glute \
    gluteal gluteus muscle upper anterolateral vastus lateral separate different room exam lt rt sites site opposite same time
    """)
}

extension ServiceSentence {
  /// The words of the matter that an event belongs to.
  func matter(of position: Int) -> Range<Int> {
    let own = events[position].matter
    let start = events.last { $0.matter < own }?.end ?? range.lowerBound
    let end = events.first { $0.matter > own }?.start ?? range.upperBound
    return start..<max(start, end)
  }
}
