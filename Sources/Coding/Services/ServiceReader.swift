import ClaimModel
import CodeSets

/// Reads the words of one text for services, and for what tells the level of the visit.
struct ServiceReader {
  let table: ServiceTable
  /// The table's phrases, held here since they are asked for at many words.
  private let phrases: PhraseTable<ServiceTable.Sense>
  let words: [Word]
  let numbers: ServiceNumbers
  let item: Int
  let kind: DocumentationItem.Kind
  private let year: Int
  var found = ChartServices()
  /// Whether a drug is named that is sold without prescription.
  private(set) var namesFreeDrug = false
  private var events: [ServiceSentence.Event] = []
  private(set) var zone = ServiceZone.open
  private(set) var section = NoteSection.body
  /// What a heading such as `Tests in the office:` says of the rest of its line.
  private var carried: ServiceWords = []
  /// What a line that stands alone says of those below it, to the next blank line: "Testing in clinic:".
  var listed: ServiceWords = []
  /// The first word of the sentence, and of its line.
  private var sentence = 0
  var line = 0
  /// The line before it.
  private(set) var lastLine = -1
  /// The line that last told of tobacco.
  var tobaccoLine = -1
  /// Whether the note's title calls it one of a procedure.
  private(set) var isOfProcedure = false
  /// The line that tells of advance care planning.
  var advanceCareLine = -1
  /// The joint that the account of a procedure named last, for the words of which it is told: "right knee prepped. 40 mg injected."
  var joint: (site: BodySite, side: Mention.Side?)?
  /// Whether lines that name vaccines are a list of what is given today.
  var listsVaccines = false
  /// The line that says that vaccines were given, and goes on to name them.
  var vaccineLine = -1
  /// The line of the last vaccine that was given.
  var vaccineEnd = -1
  /// The zone around the account of a procedure that stands in another part of the note.
  var surroundings: ServiceZone?
  /// The line that tells of another day or place, and the one that explains what is to come.
  var otherLine = -1
  var explainedLine = -1
  /// Whether the lines that begin with times of day are a schedule.
  var isSchedule = false
  /// Whether the note of another visit is copied here, up to a blank line or the assessment.
  var isCopied = false
  /// The word after the last phrase, and after the last heading.
  private var free = 0
  private var heading = 0
  /// The drug that the last sentence names without giving it, and its word.
  var namedDrug: (drug: Int, word: Int)?

  /// The most services, or signs and zones, of a text: no chart has as many, and a text may be a list of them.
  private static let maximumMentions = 80
  private static let maximumSigns = 400
  /// Words of a talk of another day or of another.
  private static let ofOtherTalks = WordSet(
    "last yesterday ago week year hospital hospice social worker waited alone previously 2020 2021 2022 2023 2024 2025")
  /// The most words of a problem that stands in a line of its own.
  private static let longestName = 4
  /// The most phrases of a sentence.
  private static let longestSentence = 200

  /// A reader of the words of one item; `year` is that of the date of service.
  init(
    _ words: [Word], text: UnsafeBufferPointer<UInt8>, item: Int, kind: DocumentationItem.Kind, table: ServiceTable,
    year: Int
  ) {
    self.table = table
    phrases = table.phrases
    self.words = words
    numbers = ServiceNumbers(words: words, text: text, table: table)
    self.item = item
    self.kind = kind
    self.year = year
    switch kind {
    case .procedure: zone = .procedure
    case .amendment, .order: zone = .planned
    case .note:
      isOfProcedure = ServiceReader.isOfProcedure(words)
      zone = isOfProcedure ? .procedure : .open
    default: zone = .told
    }
    events.reserveCapacity(16)
    found.zones.reserveCapacity(8)
    found.zones.append((item, 0, zone))
  }

  /// A sentence or line starts.
  mutating func startSentence(at index: Int) {
    endSentence(at: index)
    sentence = index
    free = index
    if words[index].gap == .line {
      carried = listed(before: index)
      // "Advance care planning. / • 22 minutes were spent face to face": what is told below its name.
      if advanceCareLine == line, line < index, index - line <= ServiceReader.longestName,
        !words[index...].prefix(40).prefix(while: { $0.start == words[index].start || $0.gap < .line })
          .contains(where: { ServiceReader.ofOtherTalks.contains($0.hash) })
      {
        advanceCareLine = index
      }
      lastLine = line
      line = index
      beginLine(at: index)
      beginOtherLine(at: index)
      if zone != .told, numbers.isOfClock(index), otherLine != index { carried.formUnion([.here, .today]) }
      // The account of a procedure goes on behind its diagnosis and the history: "Consent signed, time-out 1:10 pm."
      if isOfProcedure, zone == .planned || zone == .told, ServiceReader.beginnings.contains(words[index].hash) {
        joint = nil
        move(to: .procedure, at: index)
      }
    }
    beginAccount(at: index)
  }

  /// Says something of the rest of the line.
  mutating func carry(_ words: ServiceWords) { carried.formUnion(words) }

  /// What follows is in another zone of the same section.
  mutating func move(to other: ServiceZone, at index: Int) {
    guard zone != other, found.zones.count < ServiceReader.maximumSigns else { return }
    zone = other
    found.zones.append((item, Int(words[index].start), zone))
  }

  /// A section starts. A list of procedures in a past history tells what was done before.
  mutating func enter(_ start: SectionStart) {
    heading = start.end
    surroundings = nil
    joint = nil
    listed = []
    listsVaccines = false
    let isPast =
      start.zone == .procedure && zone == .told && section == .pastHistory && !isAccount(start)
    // "Immunizations: DTaP given" in a plan is no history.
    let isPlanned =
      zone == .planned && start.zone == .told && start.end == start.word + 1
      && words[start.word].hash == ServiceReader.immunizations
    section = start.section
    let isAccount = isOfProcedure && start.zone == .found
    zone = isPast ? .told : isPlanned ? .planned : isAccount ? .procedure : start.zone
    if start.zone == .planned { isCopied = false }
    if isCopied { zone = .told }
    guard found.zones.last?.zone != zone, found.zones.count < ServiceReader.maximumSigns else { return }
    found.zones.append((item, Int(words[start.word].start), zone))
  }

  private static let beginnings = WordSet("consent consented findings timeout technique preempt risks prepped")
  private static let immunizations = Words.hash("immunizations")

  /// Looks for the longest phrase that starts at a word.
  mutating func read(at index: Int, upTo longest: Int) {
    guard index >= free, let (sense, _, end) = phrases.match(words, at: index, upTo: longest) else { return }
    free = end
    if case .visit(.overTheCounter) = sense { namesFreeDrug = true }
    // "Plan: flu shot given": the heading announces nothing.
    if index < heading, case .veto = sense { return }
    events.append(event(isDipstick(index, end) ? .term(table.urinalysis) : sense, from: index, to: end))
    // Nobody's sentence names as much: what follows is read as another.
    if events.count >= ServiceReader.longestSentence {
      endSentence(at: end)
      sentence = end
      free = index
    }
  }

  private func event(_ sense: ServiceTable.Sense, from start: Int, to end: Int) -> ServiceSentence.Event {
    var event = ServiceSentence.Event(sense: sense, start: start, end: end)
    // "My read: sinus rhythm"
    if case .visit(.ownInterpretation) = sense { event.says = .interpreted }
    // "Two views here"
    if case .unit(.view) = sense, end - start > 1 { event.says = .here }
    if case .term(let index) = sense {
      event.says = table.terms[index].says
      if !table.terms[index].family.isTest, tellsConsent(behind: end) { event.says.formUnion([.performed, .today]) }
      if table.terms[index].family.isTest, numbers.hasPlus(after: end) { event.says.insert(.result) }
      // "EKG here", "DuoNeb treatment here"
      if table.terms[index].family.isTest, isOfPractice(behind: end, isTwice: table.terms[index].family == .spirometry)
      {
        event.says.insert(.here)
      }
      event.isInjection = table.terms[index].takesDrug
    }
    return event
  }

  /// The sentence so far ends.
  mutating func endSentence(at end: Int) {
    guard !events.isEmpty else { return }
    defer { events.removeAll(keepingCapacity: true) }
    noteJoint(events)
    carryPlace(events)
    noteTalkOfVaccines(events, sentence..<end)
    // "Tobacco - cigarettes. 6 min counselling": minutes alone tell of the line's subject.
    let goesOn = advanceCareLine == line || tobaccoLine == line
    guard goesOn || events.contains(where: { $0.isOfInterest }) else { return }
    ServiceSentence.divide(&events, from: self.sentence, words: words, numbers: numbers)
    let sentence = ServiceSentence(
      events, in: self.sentence..<end, numbers: numbers, zone: zone, carried: carried, year: year)
    readSigns(sentence)
    readTimes(sentence)
    carried.formUnion(sentence.heading)
    readWounds(sentence)
    if found.mentions.count < ServiceReader.maximumMentions {
      readServices(sentence)
      readJointDrug(sentence)
      readDrawnBlood(sentence)
    }
    readVaccines(sentence)
    readDrugs(sentence)
  }

  func span(_ sentence: ServiceSentence, around word: Int) -> ChartSpan {
    let range = sentence.excerpt(around: word)
    return ChartSpan(item: item, start: Int(words[range.lowerBound].start), end: Int(words[range.upperBound - 1].end))
  }

  // MARK: Services

  private mutating func readServices(_ sentence: ServiceSentence) {
    // One sentence names a service by several words: `knee injection … was injected`.
    var taken: [Key] = []
    for (position, event) in sentence.events.enumerated() {
      guard case .term(let index) = event.sense else { continue }
      let family = table.terms[index].family
      // "CXR" names its site.
      let isChest =
        family == .xray && words[event.start..<event.end].contains { ServiceReader.chestFilms.contains($0.hash) }
      var site = isChest ? .chest : sentence.site(near: position)
      var side: Mention.Side?
      if family == .joint, site == nil, let joint, !sentence.all.contains(.route) { (site, side) = joint }
      // Of instruments each is one of its own.
      let key = Key(
        family: family, code: table.terms[index].procedure, site: site, instrument: family == .instrument ? index : nil)
      guard !taken.contains(key) else { continue }
      taken.append(key)
      read(index, at: position, site: site, side: side, of: sentence)
    }
    // "Three views of the right foot were taken today."
    guard !taken.contains(where: { $0.family == .xray }),
      let position = sentence.events.firstIndex(where: { if case .unit(.view) = $0.sense { true } else { false } })
        ?? sentence.firstSite,
      sentence.count(near: position, of: .xray) != nil, let site = sentence.site(near: position)
    else { return }
    read(table.xray, at: position, site: site, side: nil, of: sentence)
  }

  /// "Right knee prepped. 40 mg triamcinolone and 4 mL lidocaine": the drug tells that the joint of the account was injected.
  private mutating func readJointDrug(_ sentence: ServiceSentence) {
    guard zone == .procedure, let joint,
      let position = sentence.events.firstIndex(where: { event in
        if case .drug(let index) = event.sense { InjectedDrug.all[index].isLocal } else { false }
      }), sentence.isInjected(position), !sentence.all.contains(.route),
      !sentence.events.contains(where: \.isInjection),
      !found.mentions.contains(where: { $0.zone == .procedure && table.terms[$0.term].takesDrug })
    else { return }
    read(table.joint, at: position, site: joint.site, side: joint.side, of: sentence)
  }

  private static let chestFilms = WordSet("cxr chest")

  private struct Key: Equatable {
    var family: ServiceFamily
    var code: ProcedureCode?
    var site: BodySite?
    var instrument: Int?
  }

  private mutating func read(
    _ index: Int, at position: Int, site: BodySite?, side: Mention.Side?, of sentence: ServiceSentence
  ) {
    let term = table.terms[index]
    let event = sentence.events[position]
    if term.procedure == "81025", sentence.isNegative(position) {
      found.negativePregnancyTest = span(sentence, around: event.start)
    }
    found.mentions.append(
      ServiceMention(
        term: index, span: span(sentence, around: event.start),
        name: ChartSpan(item: item, start: Int(words[event.start].start), end: Int(words[event.end - 1].end)),
        status: status(of: position, term: term, sentence), zone: zone,
        site: site,
        side: side ?? sentence.side(near: position),
        words: sentence.words(around: position).union(term.says)
          .union(term.family == .instrument && sentence.isScoreAlone(position) ? .scoreAlone : []),
        count: sentence.count(near: position, of: term.family), millimeters: sentence.millimeters(near: position)))
  }

  private func status(of position: Int, term: ServiceTerm, _ sentence: ServiceSentence) -> ServiceMention.Status {
    if isDrawnElsewhere(sentence), term.family.isTest { return .reviewed }
    if kind == .note, sentence.range.lowerBound == 0, term.family == .procedure, ServiceReader.countsSessions(words) {
      return .performed
    }
    let status = sentence.status(of: position, term: term, isRecorded: kind == .procedure)
    guard status == .performed, kind != .procedure else { return status }
    let isUndone = isOfOthers(position, of: sentence) || term.takesDrug && isBrokenOff(position, of: sentence)
    return isUndone ? .named : status
  }

  private mutating func readWounds(_ sentence: ServiceSentence) {
    guard zone != .told, zone != .instructed, found.wounds.count < ServiceReader.maximumMentions,
      sentence.all.contains(.wound),
      let position = sentence.events.firstIndex(where: { $0.words.contains(.wound) }),
      let length = sentence.millimeters(near: position), length > 0
    else { return }
    found.wounds.append(
      ChartServices.Wound(
        site: sentence.site(near: position), side: sentence.side(near: position), millimeters: length,
        span: span(sentence, around: sentence.events[position].start)))
  }

  // MARK: The visit

  private mutating func readSigns(_ sentence: ServiceSentence) {
    guard found.signs.count < ServiceReader.maximumSigns else { return }
    for (position, event) in sentence.events.enumerated() {
      guard case .visit(let named) = event.sense else { continue }
      let start = Int(words[event.start].start)
      let span = ChartSpan(item: item, start: start, end: Int(words[event.end - 1].end))
      for cue in sentence.cues(named, at: position) where sentence.holds(cue, at: position) {
        found.signs.append(.init(cue: cue, zone: zone, span: span))
      }
    }
    // "Continue Fasenra": what was not injected here is prescribed.
    for (position, event) in sentence.events.enumerated() {
      guard case .drug(let index) = event.sense, InjectedDrug.all[index].isPrescribed, !sentence.isInjected(position),
        sentence.holds(.prescription, at: position)
      else { continue }
      let span = ChartSpan(item: item, start: Int(words[event.start].start), end: Int(words[event.end - 1].end))
      found.signs.append(.init(cue: .prescription, zone: zone, span: span))
    }
    for (position, event) in sentence.events.enumerated() where isOffGoal(position, of: sentence) {
      let end = Int(words[event.end - 1].end)
      found.signs.append(
        .init(cue: .worse, zone: zone, span: ChartSpan(item: item, start: Int(words[event.start].start), end: end)))
    }
    // "20 mg daily" in a plan is a prescription, unless of a drug that needs none.
    if zone == .planned, let dose = sentence.prescribedDose {
      let start = Int(words[dose].start)
      found.signs.append(
        .init(
          cue: .prescription, zone: zone,
          span: ChartSpan(item: item, start: start, end: Int(words[min(dose + 1, sentence.range.upperBound - 1)].end))))
    }
  }

  /// Whether a plan tells a value by which a lasting illness is steered to be off its goal: "her hemoglobin was low".
  private func isOffGoal(_ position: Int, of sentence: ServiceSentence) -> Bool {
    let event = sentence.events[position]
    guard zone == .planned, case .term(let index) = event.sense, table.terms[index].isSteering,
      !sentence.isVetoed(position, by: [.conditional, .absent, .not, .future, .past])
    else { return false }
    let start = words[event.start].startsClause ? event.start : max(sentence.range.lowerBound, event.start - 2)
    return (start..<min(sentence.range.upperBound, event.end + 4)).contains {
      ServiceReader.offGoal.contains(words[$0].hash)
    }
  }

  private static let offGoal = WordSet("elevated high low above uncontrolled")
}
