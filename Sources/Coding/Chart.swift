import ClaimModel
import CodeSets

/// A visit's documentation, read. It is a class, since whatever chooses codes holds it.
final class Chart {
  let visit: Visit
  var mentions: [Mention] = []
  private(set) var signals = ChartSignals()
  /// What supports codes under conditions.
  private(set) var clues = ChartClues()
  /// Circumstances of life that a screening found.
  private(set) var circumstances: [Mention] = []
  /// Whether a note tells a story that headings do not divide.
  private(set) var hasStory = false
  /// Whether it goes on after what looks like its diagnosis.
  private(set) var storyGoesOn = false
  /// Whether a reason for the encounter is a condition or a sign, not an examination.
  private var hasProblemAsReason = false
  /// What was done, and what tells the level of the visit.
  private(set) var services = ChartServices()
  /// ``Visit/isOfMedicare``, which many services ask.
  let isOfMedicare: Bool
  /// The words of each item that was read, by its position.
  private(set) var words: [[Word]]
  /// The words of all of them together.
  private(set) var bits = WordBits()
  /// The first medication prescribed, by its item, that needs a prescription.
  private(set) var prescribed: Int?

  /// Whether conditions or reasons were recorded as such, beside notes.
  var isStructured: Bool { visit.documentation.contains { $0.kind != .note } }

  /// Completed years at the date of service.
  var age: Int { visit.registration.patient.birthDate.years(until: visit.registration.dateOfService) }
  /// Days of life at the date of service.
  var ageInDays: Int { visit.registration.patient.birthDate.days(until: visit.registration.dateOfService) }
  /// Administrative sex.
  var sex: Sex { visit.registration.patient.sex }

  /// How far into a note its title reaches, in bytes.
  private static let title = 120

  init(_ visit: Visit, icd10cm: ICD10CM, vocabulary: Vocabulary, rules: DiagnosisRules) {
    self.visit = visit
    isOfMedicare = visit.isOfMedicare
    words = Array(repeating: [], count: visit.documentation.count)
    let detail = MentionDetail(rules)
    let year = visit.registration.dateOfService.components.year
    for (index, item) in visit.documentation.enumerated() {
      switch item.kind {
      case .immunization, .report, .medicationGiven: break
      case .observation:
        let finding = ObservedFinding(item, index: index, icd10cm: icd10cm, vocabulary: vocabulary, rules: rules)
        mentions += finding.mentions
        circumstances += finding.circumstances
        clues.merge(finding.clues)
      default:
        var text = item.text
        text.withUTF8 { bytes in
          let reader = TextReader(
            bytes, item: index, of: item, year: year, icd10cm: icd10cm, vocabulary: vocabulary,
            covid: rules.exposures.covidContact)
          words[index] = reader.words
          bits.insert(reader.words)
          take(reader, from: item, index: index, detail: detail, icd10cm: icd10cm, vocabulary: vocabulary)
        }
      }
    }
    // Who is in therapy is healing (I.C.19.a).
    let isInTherapy = items(.note).contains { item in
      let line = SmallLetters(item.item.text.utf8.prefix(Chart.title).prefix { $0 != UInt8(ascii: "\n") })
      return line.holds(anyOf: ["physical therapy", "occupational therapy", "pt daily", "ot daily"])
        && line.holds(anyOf: ["note", "visit", "evaluation", "session", "treatment", "daily"])
        && !line.holds(anyOf: ["complaint", "wants", "referr", "hpi"])
    }
    if isInTherapy { signals.isFollowUp = true }
    if clues.gestation == nil, let weeks = clues.pregnancy.bareWeeks,
      clues.pregnancy.state != nil
        || mentions.contains(where: { $0.status == .present && icd10cm.letter(row: $0.row) == UInt8(ascii: "O") })
    {
      clues.gestation = weeks
    }
    if clues.freeOfDisease != nil { closeNeoplasms(icd10cm: icd10cm, rules: rules) }
    let sole = Chart.soleSide(mentions) ?? Chart.soleSide(mentions.filter { $0.section == .assessment })
    if let side = sole { apply(side, icd10cm: icd10cm, rules: rules) }
    takeMeasuredConditions(icd10cm: icd10cm)
    takeTypeOfDiabetes(icd10cm: icd10cm)
    takeSidesOfOrgans(icd10cm: icd10cm, rules: rules)
  }

  /// Whether the first neoplasm of the assessment that was treated and of which nothing is left was malignant; `nil` when
  /// there is none.
  private(set) var isPastNeoplasmMalignant: Bool?

  /// Where the clinician finds no evidence of disease, the neoplasms assessed lie in the past, unless a drug against them
  /// is still taken.
  ///
  /// Source: ICD-10-CM Official Guidelines, sections I.C.2.m (current malignancy and personal history of it) and
  /// I.C.21.c.8.
  private func closeNeoplasms(icd10cm: ICD10CM, rules: DiagnosisRules) {
    guard !clues.found.contains(where: { rules.isCancerDrug($0.clue.row) }) else { return }
    let isOfLines = !mentions.contains { $0.section == .assessment }
    // In a list of problems it is said of the one that it stands under; what the visit is for is the first one.
    let place = clues.freeOfDisease.flatMap { place in
      mentions.lastIndex {
        $0.isProblem && $0.section == .assessment && $0.item == place.item && $0.start < place.start
          && icd10cm.letter(row: $0.row) < UInt8(ascii: "V")
      }
    }
    let first = mentions.firstIndex { $0.isProblem && $0.section == .assessment }
    func isOfCategory(_ index: Int, as other: Int?) -> Bool {
      other.map { icd10cm.category(row: mentions[$0].row) == icd10cm.category(row: mentions[index].row) } ?? true
    }
    for index in mentions.indices
    where (mentions[index].section == .assessment || isOfLines && mentions[index].section == .body)
      && mentions[index].status == .present && isOfCategory(index, as: place)
    {
      guard rules.isTreatedNeoplasm(mentions[index].row), !isUnderTreatment(mentions[index]) else { continue }
      mentions[index].status = .history
      guard isOfCategory(index, as: first) else { continue }
      isPastNeoplasmMalignant =
        isPastNeoplasmMalignant ?? (icd10cm.letter(row: mentions[index].row) == UInt8(ascii: "C"))
    }
    // "Hx of bladder cancer, NED", at a visit of surveillance.
    if isPastNeoplasmMalignant == nil, let first,
      mentions[first].status == .history && icd10cm.letter(row: mentions[first].row) == UInt8(ascii: "C")
        || icd10cm.category(row: mentions[first].row) == Chart.pastCancers,
      SmallLetters(visit.documentation[mentions[first].item].text).holds(anyOf: [
        "here for surveillance", "for surveillance cysto", "surveillance cysto", "surveillance visit",
      ])
    {
      isPastNeoplasmMalignant = true
    }
  }

  private static let pastCancers = ICD10CM.category("Z85")

  /// Whether chemotherapy goes on beside the words that name a tumor: "adenocarcinoma of the colon, on adjuvant FOLFOX".
  private func isUnderTreatment(_ mention: Mention) -> Bool {
    letters(item: mention.item, from: mention.end, to: mention.end + 60).holds(anyOf: [
      "on adjuvant", "on chemotherapy", "undergoing", "folfox", "receiving",
    ])
  }

  private func isProblem(_ mention: Mention, _ icd10cm: ICD10CM) -> Bool {
    mention.status == .present && icd10cm.letter(row: mention.row) < UInt8(ascii: "U")
  }

  /// Whether an encounter that is called a check-up, and nothing more, was for a problem: its reason is one.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.21.c.13 (no code of a routine examination where the examination is
  /// for a condition or its treatment).
  var isCheckUpOfAProblem: Bool {
    guard let place = signals.kinds[.preventive], visit.documentation[place.item].kind == .encounterType else {
      return false
    }
    return hasProblemAsReason
  }

  /// Takes from what was read of an item's text what the kind of the item supports.
  private func take(
    _ reader: TextReader, from item: DocumentationItem, index: Int, detail: MentionDetail, icd10cm: ICD10CM,
    vocabulary: Vocabulary
  ) {
    switch item.kind {
    case .medication, .medicationTaken, .allergy:
      clues.merge(reader.clues.clues)
      if item.kind == .medication, prescribed == nil, !reader.services.namesFreeDrug { prescribed = index }
    // What is ordered is data of the visit, and no condition.
    case .order: services.merge(reader.services.found)
    default:
      var found = reader.conditions.mentions
      detail.apply(to: &found, words: reader.words)
      for position in found.indices { found[position].status = max(found[position].status, item.status) }
      mentions += found
      if item.kind == .amendment, reader.words.contains(where: { vocabulary.finalWords.contains($0.hash) }) {
        signals.isFinal = true
      }
      // What else the words of an entry tell holds if the entry does.
      guard item.status == .present else { return }
      hasProblemAsReason = hasProblemAsReason || item.kind == .reason && found.contains { isProblem($0, icd10cm) }
      signals.merge(reader.conditions.signals)
      hasStory = hasStory || reader.isStory
      storyGoesOn = storyGoesOn || reader.goesOn
      clues.merge(reader.clues.clues)
      if item.kind != .familyHistory { services.merge(reader.services.found) }
    }
  }

  /// Gives injuries and joints of the assessment the side that it does not say again.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.B.13 (laterality; the whole record tells it).
  private func apply(_ side: Mention.Side, icd10cm: ICD10CM, rules: DiagnosisRules) {
    for index in mentions.indices where mentions[index].section == .assessment && mentions[index].side == nil {
      let mention = mentions[index]
      let letter = icd10cm.letter(row: mention.row)
      guard letter == UInt8(ascii: "S") || letter == UInt8(ascii: "M") else { continue }
      give(side, to: index, icd10cm: icd10cm, rules: rules)
    }
  }

  /// The side of the body, if all mentions that name one name the same.
  private static func soleSide(_ mentions: [Mention]) -> Mention.Side? {
    var sole: Mention.Side?
    for mention in mentions where mention.section != .ignored && mention.section != .pastHistory {
      guard let side = mention.side else { continue }
      if let sole, sole != side { return nil }
      sole = side
    }
    return sole
  }

  /// The items of one kind with their positions.
  func items(_ kind: DocumentationItem.Kind) -> [(index: Int, item: DocumentationItem)] {
    var found: [(index: Int, item: DocumentationItem)] = []
    for index in visit.documentation.indices where visit.documentation[index].kind == kind {
      found.append((index, visit.documentation[index]))
    }
    return found
  }

  /// The whole text of an item as evidence.
  func evidence(item: Int) -> Evidence {
    let item = visit.documentation[item]
    return Evidence(source: item.source, text: item.text, offset: 0)
  }

  /// The words of a mention as evidence.
  func evidence(_ mention: Mention) -> Evidence {
    evidence(item: mention.item, from: mention.start, to: mention.end)
  }

  /// A stretch of text as evidence.
  func evidence(_ span: ChartSpan) -> Evidence { evidence(item: span.item, from: span.start, to: span.end) }

  /// The words at the given UTF-8 offsets of an item's text as evidence.
  func evidence(item index: Int, from start: Int, to end: Int) -> Evidence {
    var text = visit.documentation[index].text
    let words = text.withUTF8 {
      String(decoding: UnsafeBufferPointer(rebasing: $0[min(start, $0.count)..<min(end, $0.count)]), as: UTF8.self)
    }
    return Evidence(source: visit.documentation[index].source, text: words, offset: start)
  }
}
