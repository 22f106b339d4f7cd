import ClaimModel
import CodeSets

/// Parts of a note without a heading: tests of the office below a history, the account of a procedure in a paragraph of a plan.
extension ServiceReader {
  /// A line begins. Behind a blank line, the account of a procedure is over, and a test of the office begins the findings of a note that
  /// gives them no heading: "Meds: tamsulosin / / UA in office: trace blood".
  mutating func beginLine(at index: Int) {
    guard isBehindBlankLine(index) else { return }
    isCopied = false
    if let before = surroundings {
      surroundings = nil
      move(to: before, at: index)
    }
    guard zone == .told || zone == .open, kind == .note else { return }
    // "VS 99.1, 102": what was measured begins.
    if ServiceReader.signs.contains(words[index].hash), index + 1 < words.count, words[index + 1].gap < .sentence {
      return move(to: .found, at: index)
    }
    guard zone == .told, let (sense, end) = table.sense(words, at: index), isTest(sense) || isDipstick(index, end),
      isInOffice(behind: end)
    else { return }
    move(to: .found, at: index)
  }

  private func isTest(_ sense: ServiceTable.Sense) -> Bool {
    if case .term(let term) = sense { table.terms[term].family.isTest } else { false }
  }

  /// Whether the next words of the line say "in office" or the like.
  private func isInOffice(behind end: Int) -> Bool {
    for index in words.indices[end...].prefix(ServiceReader.reachOfPlace) {
      if words[index].gap >= .sentence { return false }
      if ServiceReader.hereWords.contains(words[index].hash) { return true }
      if ServiceReader.offices.contains(words[index].hash), ServiceReader.ours.contains(words[index - 1].hash) {
        return true
      }
    }
    return false
  }

  private static let reachOfPlace = 8
  private static let signs = WordSet("vs vss vitals bp temp exam pe obj objective")
  private static let hereWords = WordSet("here poc poct inhouse clinitek analyzer")
  private static let offices = WordSet("office clinic house")
  private static let ours = WordSet("in our this")

  /// Whether "dip" is one of urine, and no joint of a finger: "Dip (Clinitek): LE 3+, nitrite +".
  func isDipstick(_ index: Int, _ end: Int) -> Bool {
    words[index].hash == ServiceReader.dip && end == index + 1 && words[index].startsSentence
      && words[end...].prefix(ServiceReader.reachOfPlace).prefix { $0.gap < .sentence }
        .contains { ServiceReader.ofUrine.contains($0.hash) }
  }

  private static let dip = Words.hash("dip")
  private static let ofUrine = WordSet("clinitek multistix nitrite nit leukocyte leuk ketones specific")

  /// The account of a procedure begins in a paragraph of another part: "Procedure right knee: consent, chlorhexidine …", "After consent,
  /// digital block with lidocaine …". It ends with the paragraph.
  mutating func beginAccount(at index: Int) {
    guard zone == .planned || zone == .open || zone == .found, kind == .note, opensAccount(at: index) else { return }
    let rest = words[index...].prefix(ServiceReader.longestOpening)
    guard rest.count(where: { ServiceReader.preparing.contains($0.hash) }) > 1,
      !rest.contains(where: { ServiceReader.laterWords.contains($0.hash) })
    else { return }
    surroundings = zone
    joint = nil
    move(to: .procedure, at: index)
  }

  private func opensAccount(at index: Int) -> Bool {
    let first = words[index].hash
    let behind = words[index...].dropFirst().prefix(ServiceReader.longestName)
    if words[index].gap == .line, ServiceReader.procedures.contains(first) {
      return behind.contains { $0.gap == .clause }
    }
    // "Consent signed, time out. R knee prepped, 22g."
    if words[index].gap == .line {
      let isConsent = behind.prefix(1).contains { ServiceReader.consents.contains($0.hash) }
      if ServiceReader.consents.contains(first) || ServiceReader.consentKinds.contains(first) && isConsent {
        return true
      }
    }
    return ServiceReader.conjunctions.contains(first)
      && behind.prefix(5).contains { ServiceReader.beginnings.contains($0.hash) && $0.gap < .clause }
  }

  private static let longestOpening = 40
  private static let longestName = 9
  private static let procedures = WordSet("procedure procedures proc procs")
  private static let conjunctions = WordSet("after following under with")
  private static let consents = WordSet("consent consented")
  private static let consentKinds = WordSet("written verbal informed signed")
  private static let beginnings = WordSet("consent block anesthesia anesthetic timeout")
  private static let preparing = WordSet(
    """
    consent consented timeout prepped prep sterile chlorhexidine chlorhex chloraprep betadine lidocaine lido tourniquet block \
    bupivacaine bupiv marcaine proparacaine tetracaine speculum spec ethyl tenaculum subconj
    """)
  private static let laterWords = WordSet("will schedule scheduled tomorrow next declined deferred")

  /// A line that begins with the place of what it tells: "In-office: vaginal pH 5.0. Wet mount …"; and breathing tests done here, which its next sentences
  /// tell one by one.
  mutating func carryPlace(_ events: [ServiceSentence.Event]) {
    guard zone != .told, zone != .instructed, let first = events.first else { return }
    if first.start <= line + 1, first.words == .here, first.end < words.count, words[first.end].gap == .clause,
      words[first.end].startsLine == false, numbers.text[Int(words[first.end - 1].end)] == UInt8(ascii: ":")
    {
      carry(.here)
    }
    // "IMAGING: Obtained today in our office. Right knee three views …"
    let isPlain = events.allSatisfy { event in
      if case .words = event.sense { true } else if case .site = event.sense { true } else { false }
    }
    let all = events.reduce(into: ServiceWords()) { $0.formUnion($1.words) }
    if zone == .found, isPlain, all.isSuperset(of: [.obtained, .here, .today]) { carry([.here, .today, .obtained]) }
    let names = events.contains { event in
      if case .term(let index) = event.sense { table.terms[index].procedure == "94729" } else { false }
    }
    let said = events.reduce(into: ServiceWords()) { $0.formUnion($1.words) }
    let isVetoed = events.contains { if case .veto = $0.sense { true } else { false } }
    if names, !isVetoed, said.contains(.here), !said.isDisjoint(with: [.performed, .obtained, .today]) {
      carry([.here, .today])
    }
  }

  /// Whether a sentence has counseling about tobacco for its subject: "Tobacco - told so bluntly; 4 min", "Talk: tobacco cessation, 5 min".
  func isAboutTobacco(_ sentence: ServiceSentence) -> Bool {
    guard let first = sentence.events.first(where: { $0.words.contains(.tobacco) }), first.start <= line + 2 else {
      return false
    }
    return !words[sentence.range].contains { ServiceReader.habits.contains($0.hash) }
  }

  /// "Advance planning, 20 min talk scheduled"
  func isPutOff(_ sentence: ServiceSentence) -> Bool {
    words[sentence.range].contains { ServiceReader.laterWords.contains($0.hash) }
  }

  private static let habits = WordSet(
    "waking wake wakes awakening first every smokes smoked after within cigarette walk before per class hospital stress craving lasts breaks"
  )
}
