import CodeSets

/// Words that say how a condition is meant: present, absent, suspected, somebody else's. It is a class, so that asking it
/// at each word copies nothing.
final class CueTable: Sendable {
  /// What a word says of the conditions near it.
  enum Cue: Equatable, Sendable {
    /// The conditions after it are absent: `denies`.
    case negation
    /// As ``negation``, and reaches a few words only: `not`.
    case shortNegation
    /// The conditions before it are absent, and after it as well: `X: negative`, `negative for X`.
    case negationBothWays
    /// The conditions before it are absent: `X was ruled out`.
    case negationBefore
    /// The conditions after it are not established. Guidelines section IV.H: do not code them.
    case uncertainty
    /// Neither what stands before it nor what stands after it is established: `cellulitis vs DVT`.
    case choice
    /// All conditions of the sentence after it are not established: a differential diagnosis.
    case differential
    /// The conditions after it might come, and are looked or watched for.
    case hypothesis
    /// The conditions after it are a relative's, and those shortly before it.
    case family
    /// The conditions after it lie in the past.
    case history
    /// What was said before it no longer holds: `but`, `presents`.
    case end
    /// As ``end``; right after a relative it tells of the relative: `a mother who developed breast cancer`.
    case endUnlessPredicate
    /// A relative tells or does something: what comes now is the patient's. `His mother noticed weight loss.`
    case endOfFamily
    /// The patient: as ``endAfterComma``, and what was said of a relative ends. `Her son noticed that she`.
    case patient
    /// What was looked for was found: `a screening showing metastases`.
    case finding
    /// What was suspected is established: `suspected appendicitis, confirmed by CT`.
    case confirmation
    /// The opposite follows: what was said before ends, whatever it was.
    case turn
    /// As ``end`` after a comma: `without fever, with cough`.
    case endAfterComma
    /// What was denied before it ends: `without known allergies diagnosed with asthma`.
    case endOfDenial
    /// The conditions before it were present and are no more.
    case resolved
    case side(Mention.Side)
    /// The visit follows an earlier one.
    case followUp
    /// A visit; the next one is a ``hypothesis``.
    case visit
    /// What stands right before it is what it protects from: `tetanus booster`.
    case inoculation
    /// What follows may come, where it is what a patient was told of: `discussed side effects such as cough`.
    case effect
    /// What stands right before it is what it is called after: `stroke clinic`, `heart attack warning signs`.
    case label
    /// The name of a vaccine: what the same sentence lists beside it are vaccines too: `MMR, varicella given`.
    case vaccine
    /// What stands right before or behind it may be tested for: `HIV sent`, `check HIV`.
    case test
    /// The patient was admitted to a hospital or discharged from one. What was said before it no longer holds.
    case hospital
  }

  /// The words that may be a cue.
  let hashes: [UInt64]
  private let cues: WordMap<Cue>
  /// Two words that only look like a cue: `gram negative`, `no change`. The sum of their hashes.
  private let impostors: WordSet
  /// Units of time before `history`: what follows is the present illness.
  private let durations: WordSet

  init() {
    var cues: [UInt64: Cue] = [:]
    for (words, cue) in CueTable.words {
      for word in words.split(separator: " ") { cues[Words.hash(String(word))] = cue }
    }
    for side in Mention.Side.allCases {
      for name in side.names { cues[Words.hash(name)] = .side(side) }
    }
    hashes = Array(cues.keys)
    self.cues = WordMap(cues)
    impostors = WordSet(
      CueTable.impostors.split(separator: "|").map { Words.scan(String($0)).reduce(0) { $0 &+ $1.hash } })
    durations = WordSet("day week month year hour minute")
  }

  /// The cue at `index`, if the words beside it do not make it something else.
  func cue(_ words: [Word], at index: Int) -> Cue? {
    guard let cue = cues[words[index].hash] else { return nil }
    switch cue {
    case .negation where words[index].hash == CueTable.free:
      // "Free of disease"; not "seizure-free", "free air".
      return index + 1 < words.count && CueTable.ofOrFrom.contains(words[index + 1].hash) ? cue : nil
    case .negation where isNoneKnown(words, at: index): return .shortNegation
    case .negation where deniesHistory(words, at: index): return cue
    case .uncertainty where words[index].hash == CueTable.working:
      // "Working diagnosis", not "working on".
      return index + 1 < words.count && words[index + 1].hash == CueTable.diagnosis ? cue : nil
    case .uncertainty where CueTable.certainties.contains(words[index].hash):
      // "I am not certain about reflux"
      return index > 0 && words[index - 1].hash == CueTable.not ? cue : nil
    case .negationBefore where words[index].hash == CueTable.supported:
      // "Stroke not supported by exam"
      return index > 0 && words[index - 1].hash == CueTable.not ? cue : nil
    case .uncertainty where CueTable.appearances.contains(words[index].hash):
      // "Appears to be eczema", "seems like gout"; not "appears ill".
      return index + 1 < words.count && CueTable.afterAppearances.contains(words[index + 1].hash) ? cue : nil
    case .hypothesis where CueTable.warnings.contains(words[index].hash):
      return isInstruction(words, at: index) ? cue : nil
    case .negation, .shortNegation, .negationBothWays, .uncertainty, .hypothesis, .resolved:
      // "Could not sleep": what could not be is told by the next word.
      let isDenied = cue == .uncertainty && index + 1 < words.count && words[index + 1].hash == CueTable.not
      return isDenied || isImpostor(words, at: index) || isMonth(words, at: index) || isComing(words, at: index)
        ? nil : cue
    case .label where words[index].hash == CueTable.sign:
      // "Concussion signs reviewed"
      return index + 1 < words.count && CueTable.reviews.contains(words[index + 1].hash) ? cue : nil
    case .effect where index > 0 && words[index - 1].hash == CueTable.late: return nil
    case .effect: return isWarning(words, at: index) ? .hypothesis : nil
    case .negationBefore:
      // "Ruled out: PE, pneumonia"
      let isList =
        words[index].startsSentence && index + 2 < words.count && words[index + 1].hash == CueTable.outWord
        && words[index + 2].gap == .clause
      return isList || isActive(words, at: index) ? .negation : cue
    case .family where CueTable.familyHistories.contains(words[index].hash):
      // "FH: …" is a heading, "FH - LDL 210" hypercholesterolemia.
      return index + 1 < words.count && words[index + 1].gap == .space ? cue : nil
    case .family: return isImpostor(words, at: index) || isOnlyTold(words, at: index) ? nil : cue
    case .endOfFamily
    where CueTable.askers.contains(words[index].hash) && index + 1 < words.count
      && CueTable.afterWarnings.contains(words[index + 1].hash):
      // "Worried about meningitis", "asks about Lyme disease"
      return .hypothesis
    case .endOfFamily:
      // "Her father was found to have gout."
      return index > 0 && CueTable.passives.contains(words[index - 1].hash)
        || index + 1 < words.count && words[index + 1].hash == CueTable.to ? nil : cue
    case .confirmation:
      // "Could not be confirmed", "until confirmed".
      guard index > 0 else { return cue }
      if CueTable.denials.contains(words[index - 1].hash) { return .negationBefore }
      return CueTable.unconfirmed.contains(words[index - 1].hash) ? nil : cue
    case .history where words[index].hash == CueTable.briefHistory:
      // "Hx of pneumonia", "Hx breast cancer"; not "Hx: cough for a week".
      return index + 1 < words.count && words[index + 1].gap == .space ? cue : nil
    case .history where words[index].hash == CueTable.historyLetter:
      return index + 1 < words.count && words[index + 1].gap == .comma && words[index + 1].hash == CueTable.out
        ? cue : nil
    case .history where words[index].hash == CueTable.status:
      return index + 1 < words.count && words[index + 1].gap == .comma && words[index + 1].hash == CueTable.post
        ? cue : nil
    case .history where CueTable.sequelae.contains(words[index].hash):
      // "Sequela of a stroke"; that of an injury has a character of its own.
      return words[index...].dropFirst().prefix(5).contains { CueTable.strokes.contains($0.hash) } ? cue : nil
    case .history where isSubject(words, at: index): return nil
    case .history:
      // "a three-month history of cough" tells of the cough.
      return index > 0 && durations.contains(words[index - 1].hash) ? nil : cue
    // "Both-bone fracture of the forearm" is of one arm.
    case .side(.both) where index + 1 < words.count && CueTable.bones.contains(words[index + 1].hash): return nil
    case .side where words[index].end - words[index].start == 1: return self.cue(ofLetter: cue, words, at: index)
    case .visit: return index > 0 && words[index - 1].hash == CueTable.next ? .hypothesis : nil
    default: return cue
    }
  }

  /// Whether what was told is weighed with what was found: "her history and examination are diagnostic of".
  private func isSubject(_ words: [Word], at index: Int) -> Bool {
    let next = words[index...].dropFirst().prefix(8).prefix { $0.gap < .comma }
    return next.first?.hash == CueTable.and && next.contains { CueTable.exams.contains($0.hash) }
  }

  private static let bones = WordSet("bone bones")
  private static let and = Words.hash("and")
  private static let exams = WordSet("exam examination findings physical maneuver imaging symptoms presentation")

  /// Whether the word and one beside it only look like a cue.
  private func isImpostor(_ words: [Word], at index: Int) -> Bool {
    let hash = words[index].hash
    // "Good response. No sign of pneumonia"
    if index > 0, words[index].gap < .sentence, impostors.contains(words[index - 1].hash &+ hash) { return true }
    // "lack of response" as "no response"
    let next = index + 1 < words.count && words[index + 1].hash == CueTable.of ? index + 2 : index + 1
    return next < words.count && impostors.contains(words[next].hash &+ hash)
  }

  /// Whether a history of something is denied: "no personal or family history of thyroid cancer"; not "no personal history of interest".
  private func deniesHistory(_ words: [Word], at index: Int) -> Bool {
    guard index + 1 < words.count, words[index + 1].gap == .space, words[index + 1].hash == CueTable.personal else {
      return false
    }
    let behind = words[index...].dropFirst(2).prefix(7).prefix { $0.gap == .space }
    return behind.contains { $0.hash == CueTable.history } && !behind.contains { CueTable.interests.contains($0.hash) }
  }

  private static let personal = Words.hash("personal")
  private static let history = Words.hash("history")
  private static let interests = WordSet("interest note relevance significance importance relevant")

  /// Whether it is said that a condition is not known of: `no known liver disease`; not `no known allergies`.
  private func isNoneKnown(_ words: [Word], at index: Int) -> Bool {
    index + 2 < words.count && words[index].hash == CueTable.no && words[index + 1].hash == CueTable.known
      && words[index + 2].gap == .space && !CueTable.allergies.contains(words[index + 2].hash)
  }

  /// Whether a word tells what a patient is told to beware of: `call for fever`, `warned of agranulocytosis`, `can cause cough`.
  private func isInstruction(_ words: [Word], at index: Int) -> Bool {
    guard index + 1 < words.count, words[index + 1].gap <= .space else { return false }
    let next = words[index + 1].hash
    switch words[index].hash {
    case CueTable.can: return next == CueTable.cause
    // "Calls with fever" tells of the patient.
    case CueTable.call: return words[index].end - words[index].start == 4 && CueTable.afterCalls.contains(next)
    default: return CueTable.afterWarnings.contains(next)
    }
  }

  private static let certainties = WordSet("certain sure")
  private static let supported = Words.hash("supported")
  private static let sign = Words.hash("sign")
  private static let reviews = WordSet("reviewed discussed explained given")
  private static let askers = WordSet("worried worries ask")
  private static let working = Words.hash("working")
  private static let diagnosis = Words.hash("diagnosis")
  private static let appearances = WordSet("appear seem look")
  private static let afterAppearances = WordSet("to like most")
  private static let free = Words.hash("free")
  private static let no = Words.hash("no")
  private static let known = Words.hash("known")
  private static let can = Words.hash("can")
  private static let cause = Words.hash("cause")
  private static let call = Words.hash("call")
  private static let ofOrFrom = WordSet("of from")
  private static let allergies = WordSet("allergy drug medication food allergic nkda environmental latex")
  private static let denials = WordSet("not never")
  private static let warnings = WordSet(
    "can call warn warned screened cautioned counseled counselled educated notify fear afraid anxious concerned question education"
  )
  private static let afterCalls = WordSet("for with if")
  private static let afterWarnings = WordSet("on of about regarding re that us for")

  /// Whether a patient is told of effects that a drug may have: `reviewed side effects`.
  private func isWarning(_ words: [Word], at index: Int) -> Bool {
    index > 0 && CueTable.unwanted.contains(words[index - 1].hash)
      && words[max(0, index - 7)..<index].contains { CueTable.tellings.contains($0.hash) }
  }

  private static let unwanted = WordSet("side adverse")
  /// "Late effects of a stroke"
  private static let late = Words.hash("late")
  private static let tellings = WordSet(
    "discussed reviewed counseled educated explained aware warned possible potential common")

  /// Whether a word is the month and not what may be: `in May 2000`, `12 May`.
  private func isMonth(_ words: [Word], at index: Int) -> Bool {
    guard words[index].hash == CueTable.may, index > 0 else { return false }
    return CueTable.beforeMonths.contains(words[index - 1].hash) || CueTable.days.contains(words[index - 1].hash)
      || index + 1 < words.count && words[index + 1].gap <= .comma && CueTable.days.contains(words[index + 1].hash)
  }

  /// Whether the word tells of a patient who is there again: `she returns for her arthritis`; not `return if worse`.
  private func isComing(_ words: [Word], at index: Int) -> Bool {
    words[index].hash == CueTable.comeBack && words[index].end - words[index].start > 6
  }

  /// Whether somebody rules out what follows: `CT ruled out a fracture`; not `a fracture was ruled out`.
  private func isActive(_ words: [Word], at index: Int) -> Bool {
    guard index > 0, index + 2 < words.count, words[index + 1].hash == CueTable.outWord, words[index + 2].gap == .space,
      !CueTable.afterPassives.contains(words[index + 2].hash)
    else { return false }
    return CueTable.examiners.contains(words[index - 1].hash)
  }

  /// Whether a relative only tells, brings or lives with the patient, or is no person: `brought by her mother`,
  /// `a relative contraindication`.
  private func isOnlyTold(_ words: [Word], at index: Int) -> Bool {
    let hash = words[index].hash
    let next = index + 1 < words.count && words[index + 1].gap == .space ? words[index + 1].hash : 0
    if hash == CueTable.relative { return !CueTable.predicates.contains(next) }
    if hash == CueTable.familial { return !CueTable.histories.contains(next) }
    guard hash != CueTable.family, words[index].gap == .space else { return false }
    var before = index - 1
    while before >= 0, words[before].isStop {
      if words[before].hash == CueTable.by { return true }
      guard words[before].gap == .space else { return false }
      before -= 1
    }
    guard before >= 0 else { return false }
    if CueTable.tellers.contains(words[before].hash) { return true }
    return words[before].hash == CueTable.with && before > 0 && CueTable.company.contains(words[before - 1].hash)
  }

  private static let of = Words.hash("of")
  private static let strokes = WordSet("stroke cva infarct infarction hemorrhage")
  private static let sequelae = WordSet("sequela sequelae")
  private static let briefHistory = Words.hash("hx")
  private static let historyLetter = Words.hash("h")
  private static let familyHistories = WordSet("fh fhx famhx fmhx")
  private static let to = Words.hash("to")
  private static let not = Words.hash("not")
  private static let by = Words.hash("by")
  private static let with = Words.hash("with")
  private static let may = Words.hash("may")
  private static let comeBack = Words.hash("return")
  private static let outWord = Words.hash("out")
  private static let relative = Words.hash("relative")
  private static let familial = Words.hash("familial")
  private static let family = Words.hash("family")
  private static let days = WordSet((Array(1...31) + Array(1950...2100)).map { Words.hash(String($0)) })
  private static let beforeMonths = WordSet("in of since until last early late mid from during next")
  private static let passives = WordSet("was were been is are being")
  private static let unconfirmed = WordSet("be not never until if yet being")
  /// What rules something out.
  private static let examiners = WordSet(
    """
    ct mri ultrasound radiography radiographs ray rays xray xrays imaging tests test serology biopsy echocardiogram \
    echocardiography ekg ecg eeg endoscopy colonoscopy scan workup we study studies examination exam doppler angiography \
    he she they which that and has have
    """)
  private static let afterPassives = WordSet("by with on in after at due")
  private static let predicates = WordSet(
    "with who had has have was is were died suffered suffers diagnosed affected of")
  private static let histories = WordSet("history histories antecedents antecedent background hx")
  private static let tellers = WordSet("per according accompanied ok okay consent consented")
  private static let company = WordSet(
    """
    lives live living lived stays staying here comes came arrives arrived presents presented in seen \
    confirmed discussed reviewed shared spoke spoken talked
    """)

  /// What a letter that may stand for a side is: `R ear`, `(L) knee`, `knee, R`; not `2 L`, `L spine`. `R/o` is to rule out.
  private func cue(ofLetter side: Cue, _ words: [Word], at index: Int) -> Cue? {
    let letter = words[index]
    let next = index + 1 < words.count ? words[index + 1] : nil
    if side == .side(.right), let next, next.gap == .comma, next.hash == CueTable.out { return .uncertainty }
    let isApart = letter.gap > .space && next.map { $0.gap >= .clause } ?? true
    // "Impacted cerumen L" at the end of what is said; "Colles fracture R, closed"
    let isLast = letter.gap == .space && index > 0 && next.map { $0.gap >= .comma && $0.hash != CueTable.out } ?? true
    guard next?.gap == .space || isApart || isLast, next?.hash != CueTable.spine else { return nil }
    // "#1 L ankle sprain" has the number of a list before it.
    let isListed = index > 0 && words[index - 1].startsLine && next.map { !CueTable.fluids.contains($0.hash) } ?? true
    let isAmount =
      index > 0 && letter.gap == .space && CueTable.amounts.contains(words[index - 1].hash) && !isListed
    return isAmount ? nil : side
  }

  private static let fluids = WordSet("ns lr saline fluid fluids bolus iv of normal")
  private static let next = Words.hash("next")
  private static let out = Words.hash("o")
  /// The letters of `s/p`.
  private static let status = Words.hash("s")
  private static let post = Words.hash("p")
  private static let spine = Words.hash("spine")
  private static let amounts = WordSet((0...20).map { Words.hash(String($0)) })
}
