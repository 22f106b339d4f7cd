import ClaimModel
import CodeSets

/// Whether vaccines and drugs that a sentence names were given here.
extension ServiceSentence {
  /// Whether a vaccine was given here today.
  func isGiven(_ position: Int, isRecorded: Bool) -> Bool {
    if isRecorded { return !isVetoed(position, by: [.absent, .not, .past]) }
    if zone == .planned || zone == .procedure, isPutRightBehind(position),
      !isVetoed(position, by: [.refused, .not, .absent, .elsewhere, .past, .conditional])
    {
      return true
    }
    guard zone != .instructed, !isVetoed(position, by: Self.everything.union([.ordered])) else { return false }
    let words = words(around: position)
    let isAdministered =
      words.contains(.given) || words.contains(.injected) || words.isSuperset(of: [.received, .today])
    if zone == .planned, isListedForToday(position) { return true }
    let isHere = !words.isDisjoint(with: [.here, .today, .route]) || zone == .procedure || zone == .planned
    // "Tdap 0.5 mL IM L deltoid", "dose 1 of Gardasil 9 given IM R deltoid"
    let isPlaced = side(near: position) != nil || site(near: position) != nil
    if words.contains(.route), hasNumber(after: position), zone != .told { return true }
    if words.contains(.route), isPlaced, words.contains(.today) || zone == .planned { return true }
    if isAdministered, words.contains(.route), isPlaced, zone != .told { return true }
    return isAdministered && isHere && (zone != .told || words.contains(.today))
  }

  /// "Imms due: DTaP (Infanrix) #4 R thigh, Hib (ActHIB) #4 L thigh": only what was given has its side and place.
  private func isPutRightBehind(_ position: Int) -> Bool {
    let end = events[position].end
    guard !words[range].contains(where: { ServiceSentence.delays.contains($0.hash) }) else { return false }
    return (end..<max(end, min(range.upperBound - 1, end + 4))).contains { index in
      ServiceSentence.sidesOfLimbs.contains(words[index].hash) && ServiceSentence.limbs.contains(words[index + 1].hash)
    }
  }

  private static let delays = WordSet("next tomorrow stock stopped later hold held reschedule")
  private static let sidesOfLimbs = WordSet("r l right left rt lt")
  private static let limbs = WordSet("thigh deltoid delt arm vl vastus leg")

  /// "Meds: Adacel 0.5 mL IM L deltoid": a dose with its route and its place.
  func isDosed(_ position: Int) -> Bool {
    words(around: position).contains(.route) && hasNumber(after: position)
      && (side(near: position) != nil || site(near: position) != nil)
      && !isVetoed(position, by: Self.everything.union([.ordered]))
  }

  /// Whether a plan lists vaccines with "today" right before or behind them, and nothing before that: "MMR, varicella today",
  /// "Vaccines today: MMR, varicella".
  private func isListedForToday(_ position: Int) -> Bool {
    func isName(_ event: Event) -> Bool {
      if case .vaccine = event.sense { return true }
      return !event.words.isEmpty && event.words.isSubset(of: [.vaccination, .highDose, .today])
    }
    let before = events[..<position].filter { $0.matter == events[position].matter }
    guard before.allSatisfy(isName) else { return false }
    if before.contains(where: { $0.words.contains(.today) }) { return true }
    let list = events[position...].prefix { isName($0) && $0.matter == events[position].matter }
    guard let today = list.firstIndex(where: { $0.words.contains(.today) }) else { return false }
    return events[today].start == events[today - 1].end
  }

  /// Whether it tells that something was injected and names no drug.
  var injectsWithoutName: Bool {
    guard zone != .instructed, zone != .told,
      !events.contains(where: { if case .drug = $0.sense { true } else { false } }),
      let position = events.firstIndex(where: {
        $0.words.contains(.injected) || $0.words.contains(.given) && all.contains(.route)
      })
    else { return false }
    return !isVetoed(position, by: Self.everything.union([.ordered]))
  }

  /// Whether what it injects without a name goes into the body as a whole: "1 mL given IM". What is injected where a procedure is done
  /// is the procedure's.
  var givesWithoutName: Bool {
    all.isSuperset(of: [.given, .route]) && !all.contains(.injected)
  }

  /// Whether the words behind a drug, up to the next one, say that it is taken by mouth or at home, or leave its way to another one: "aripiprazole
  /// 10 mg daily, haloperidol decanoate 100 mg IM given".
  private func isSwallowed(_ position: Int) -> Bool {
    func isDrug(_ event: Event) -> Bool {
      switch event.sense {
      case .drug, .vaccine: true
      default: false
      }
    }
    let next = events[(position + 1)...].first(where: isDrug)
    let end = next?.start ?? range.upperBound
    if self.words[events[position].end..<max(events[position].end, end)].prefix(10).contains(where: {
      ServiceSentence.mouths.contains($0.hash)
    }) {
      return true
    }
    guard case .drug(let index) = events[position].sense, InjectedDrug.all[index].isPrescribed, next != nil else {
      return false
    }
    return !events[(position + 1)...].contains { $0.start < end && $0.words.contains(.route) }
  }

  /// "Dexamethasone 10 mg IM L glute": a dose with its way into the body and the place where it went in, none that is taken again and again.
  private func isPlaced(_ position: Int) -> Bool {
    guard zone != .told, hasNumber(after: position) else { return false }
    let matter = events[position].matter
    let ways = events.filter { $0.matter == matter && $0.words.contains(.route) && $0.start > events[position].start }
    let behind = self.words[events[position].end..<range.upperBound].prefix(14)
    // In a plan the side tells that it is no prescription.
    let isPlan = zone == .planned || zone == .open
    if isPlan, side(near: position) == nil { return false }
    let isOfPlace =
      ways.count > 1 || behind.contains { ServiceSentence.places.contains($0.hash) }
    return !ways.isEmpty && isOfPlace && !behind.contains { ServiceSentence.repeats.contains($0.hash) }
  }

  private static let places = WordSet(
    "glute glutes gluteal gluteus buttock buttocks deltoid delt thigh vastus ventrogluteal arm")
  private static let repeats = WordSet(
    "weekly biweekly monthly every prn pen autoinjector pens rx prescribed refill dispense week weeks month q")
  private static let mouths = WordSet("po oral orally mouth tablet tablets tab tabs daily nightly qhs self taught")

  /// Whether a drug was injected: into a muscle, or where an injection of the sentence went.
  func isInjected(_ position: Int) -> Bool {
    guard zone != .instructed, !isVetoed(position, by: Self.everything.union([.ordered])) else { return false }
    let words = words(around: position)
    guard !words.contains(.attempted), !isSwallowed(position) else { return false }
    let hasInjection = events.contains { $0.isInjection && $0.matter == events[position].matter }
    // "Dexamethasone 10 mg at each level" in the account of a procedure
    if case .drug(let index) = events[position].sense, zone == .procedure,
      InjectedDrug.all[index].isLocal || InjectedDrug.all[index].isOfEye,
      hasNumber(after: position) || hasNumber(before: position), !words.contains(.route)
    {
      return true
    }
    // "40 mg triamcinolone put in" in the account of a procedure
    if zone == .procedure, words.contains(.placed), hasNumber(after: position) || hasNumber(before: position) {
      return true
    }
    // "Ceftriaxone 500 mg IM in clinic today"
    let isHereToday = words.contains(.route) && !words.isDisjoint(with: [.here, .today]) && hasNumber(after: position)
    return isHereToday || isPlaced(position) || words.contains(.injected)
      || words.contains(.given) && (words.contains(.route) || hasInjection)
      || hasInjection && (words.contains(.performed) || zone == .procedure)
  }
}
