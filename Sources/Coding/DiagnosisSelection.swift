import ClaimModel
import CodeSets

/// Collects the codes that a chart's conditions support; ``DiagnosisList`` weighs them against each other.
///
/// A note with an assessment is coded from it: there the clinician says what the visit came to. A note without one, such
/// as a case report or a discharge letter, is coded from all it tells.
///
/// Source: ICD-10-CM Official Guidelines, sections I.A.5, I.A.19, I.B.13, I.C.19.a, II.H and IV.
struct DiagnosisSelection {
  let chart: Chart
  let icd10cm: ICD10CM
  let rules: DiagnosisRules
  let codes: MentionCodes
  var list: DiagnosisList
  /// Whether the clinician says in the note what the visit came to.
  private let isAssessed: Bool
  /// Whether the documentation is of a few lines.
  private let isShort: Bool
  /// Whether it is that, and tells no story and of no stay.
  private var isBrief: Bool { isShort && !chart.hasStory && !chart.signals.isInpatient }

  /// The most codes of a chart that are weighed against each other: no visit is about as many conditions, but a text may
  /// be a list of them all.
  static let maximumCandidates = 200

  /// The length in bytes below which a note without an assessment is one of a few lines, not a story.
  private static let shortNote = 450

  /// Where a term was coded in a smaller part of the texts that hold it, its words alone do not support the code.
  static let leastTermConfidence = 0.35

  init(_ chart: Chart, icd10cm: ICD10CM, rules: DiagnosisRules, keepsRefusals: Bool) {
    self.chart = chart
    self.icd10cm = icd10cm
    self.rules = rules
    codes = MentionCodes(chart: chart, icd10cm: icd10cm, rules: rules)
    list = DiagnosisList(icd10cm: icd10cm, rules: rules, keepsRefusals: keepsRefusals)
    // The final diagnosis of a stay told as a story is one of its diagnoses (section III), and so is one after which the
    // story goes on.
    isAssessed =
      chart.mentions.contains { $0.section == .assessment }
      && !(chart.hasStory && (chart.signals.isInpatient || chart.storyGoesOn))
    isShort = chart.visit.documentation.reduce(0) { $0 + $1.text.utf8.count } < DiagnosisSelection.shortNote
    verifyRecordedCodes()
    collect()
    if isAssessed {
      addComplications()
      addLinkedDiseases()
      addInfarction()
      addFurtherFractures()
      nameMoreClosely()
      nameContraceptives()
      nameTobacco()
      nameVeins()
      nameGlaucomas()
      nameKinds()
      placeByTheNote()
    }
    list.unexplained = unexplainedSymptoms
    list.settle(limit: DiagnosisSelection.maximumCandidates, isAssessed: isAssessed || isBrief, isShort: isShort)
    let pregnancy = Pregnancy(chart, rows: list.candidates.map(\.row), icd10cm: icd10cm, rules: rules)
    pregnancy?.apply(
      to: &list, chart, isAssessed: isAssessed || chart.isStructured, icd10cm: icd10cm, rules: rules)
    if isAssessed {
      nameKindsOfPregnancy()
      nameRetinopathies()
    }
    if isAssessed || !chart.isStructured { withdrawOpenNames(isAssessed: isAssessed) }
    if isAssessed { withdrawNamedByMore() }
    addReasons(pregnancy)
    list.finish(sex: chart.sex, age: chart.age, isAssessed: isAssessed || isBrief)
  }

  /// Adds what the visit was for, and what the codes found ask for.
  private mutating func addReasons(_ pregnancy: Pregnancy?) {
    let reason = VisitReason(chart, pregnancy: pregnancy, icd10cm: icd10cm, rules: rules)
    if let first = reason.first(beside: list.candidates.map(\.row)) {
      let isOfGynecologist = icd10cm.code(at: first.row).rawValue.hasPrefix("Z0141")
      if isOfGynecologist || reason.isRoutineExamination(first.row) {
        list.withdraw { $0 != first.row && reason.isRoutineExamination($0) }
      }
      if reason.isSupervision(first.row) { list.withdraw { $0 != first.row && reason.isSupervision($0) } }
      list.add(first, isFirst: true)
    }
    for inoculation in reason.inoculations() { list.add(inoculation, isFirst: false) }
    let rows = list.candidates.map(\.row)
    let more = AdditionalCodes(
      chart, rows: rows, isAssessed: isAssessed || chart.isStructured, isBrief: isBrief, icd10cm: icd10cm, rules: rules
    ).additions
    for addition in more { list.add(addition, isFirst: addition.rule == AdditionalCodes.tumorTreatment) }
    if chart.visit.registration.dateOfService < ReceptorStatus.divided {
      let ranks = rules.ranks
      list.withdraw { ranks.laterReceptors.contains($0) }
    }
  }

  /// Holds codes that were recorded with their words against what is read.
  private mutating func verifyRecordedCodes() {
    let codes = codes
    let recorded = RecordedCodes(chart, icd10cm: icd10cm, rules: rules) { mention in
      var rows: [Int] = []
      codes.resolve(mention) { row, _ in rows.append(row) }
      return rows
    }
    guard let recorded else { return }
    chart.mentions = recorded.mentions
    for refusal in recorded.refused { list.refuse(refusal) }
  }

  private static let receptors = ICD10CM.category("Z17")

  // MARK: What may be coded from

  /// Whether a mention's words stand for the visit's own documentation: a list kept across visits names many conditions,
  /// of which those count that last (they are under care whenever the patient is seen) or that the visit names elsewhere.
  ///
  /// Source: ICD-10-CM Official Guidelines, sections IV.I (chronic diseases) and IV.J (conditions that require or affect
  /// care at the visit).
  private func isAddressed(_ mention: Mention) -> Bool {
    guard chart.visit.documentation[mention.item].standing == .listed, !rules.isChronic(mention.row) else {
      return true
    }
    let category = icd10cm.category(row: mention.row)
    return chart.mentions.contains { other in
      other.item != mention.item && other.status == .present && icd10cm.category(row: other.row) == category
        && other.section != .ignored && other.section != .pastHistory
        && chart.visit.documentation[other.item].standing == .current
    }
  }

  /// Why a mention is not coded from, whatever else the chart says; `nil` if it may be.
  private func refusal(of mention: Mention) -> RefusedDiagnosis.Reason? {
    // A narrative without an assessment does not tell what of it is today's.
    let tellsToday =
      isAssessed || chart.visit.documentation[mention.item].kind != .note
      || !chart.hasStory && (chart.services.hasPlan(item: mention.item) || isBrief)
    switch mention.status {
    case .present: break
    // What came and went during a stay is part of it.
    case .resolved: guard !tellsToday else { return .history }
    case .history:
      let row = icd10cm.unspecified(row: mention.row) ?? mention.row
      if tellsToday, rules.histories.personalHistory(of: row) != nil, !rules.isChronic(row) { return .history }
      // A history of a lasting condition is the condition, and a Z code says itself that it is history.
      let isKept = !tellsToday || rules.isChronic(mention.row) || icd10cm.letter(row: mention.row) == UInt8(ascii: "Z")
      guard isKept else { return .history }
    case .uncertain:
      // Section II.H: after a hospital stay an uncertain diagnosis is coded as if it existed.
      guard !tellsToday && chart.signals.isInpatient else { return .uncertain }
    case .hypothetical: return .hypothetical
    case .family: return .family
    case .negated: return .negated
    }
    guard isAddressed(mention) else { return .notAssessed }
    // A procedure's name tells what was done, which may be what the visit was for, and no condition (section I.A.19).
    if chart.visit.documentation[mention.item].kind == .procedure, !rules.isPurpose(mention.row) { return .notAssessed }
    // "HR+/HER2-": the signs tell it, and no words do.
    if mention.origin == .inclusionTerm, icd10cm.category(row: mention.row) == DiagnosisSelection.receptors {
      return .doubtful
    }
    // The week itself is read as a number.
    if chart.clues.gestation != nil || chart.clues.pregnancy.tellsOtherWeeks, rules.isWeekOfGestation(mention.row) {
      return .lessSpecific
    }
    // Which drugs taken are coded ``AdditionalCodes`` tells.
    if isAssessed, mention.origin == .learned, rules.isLongTermDrug(mention.row) { return .doubtful }
    if mention.section == .ignored || mention.section == .results { return .notAssessed }
    if isAssessed, !mention.isProblem, rules.isSiteless(mention.row) { return .notAssessed }
    // What the clinician lists as a problem, or recorded as one, is no passing word.
    let isListed =
      mention.isProblem || mention.isFound || mention.isPurpose || chart.visit.documentation[mention.item].kind != .note
    // In a few lines nothing is named by the way, and what a term of the tables means is known.
    let isKnown =
      isListed || isAssessed && mention.section == .assessment && mention.origin != .learned
      || isBrief && mention.origin != .learned && !isAssessed && !chart.services.hasPlan(item: mention.item)
    let isDoubtful = !isKnown && mention.termConfidence < DiagnosisSelection.leastTermConfidence
    return isDoubtful ? .doubtful : nil
  }

  /// Takes what was coded elsewhere, and from notes the best documented tier of mentions.
  private mutating func collect() {
    // The positions of mentions of notes that may be coded from.
    var notes: [Int] = []
    var isDoubted = false
    var doubted: Set<UInt32> = []
    let isListed = chart.mentions.contains { $0.section == .assessment && $0.isProblem && $0.status == .present }
    for (index, mention) in chart.mentions.enumerated() {
      if let reason = refusal(of: mention) {
        if reason == .uncertain, mention.section == .assessment, !rules.isSiteless(mention.row) {
          doubted.insert(icd10cm.category(row: mention.row))
          // What the reasoning under a problem wonders about leaves the problem as it is.
          guard mention.isProblem || !isListed else {
            refuse(mention, reason)
            continue
          }

          isDoubted = true
        }
        refuse(mention, reason)
      } else if chart.visit.documentation[mention.item].kind == .note {
        notes.append(index)
      } else {
        add(mention, weight: weight(of: chart.visit.documentation[mention.item]))
      }
    }
    guard isAssessed else {
      // Beside a condition that is named, a pain or a swelling without a place tells nothing more.
      let namesCondition = notes.contains { index in
        let letter = icd10cm.letter(row: chart.mentions[index].row)
        return (letter < UInt8(ascii: "R") || letter == UInt8(ascii: "U"))
          && !rules.isSiteless(chart.mentions[index].row)
      }
      for index in notes {
        if isBrief, namesCondition, rules.isSiteless(chart.mentions[index].row) {
          refuse(chart.mentions[index], .notAssessed)
          continue
        }
        add(chart.mentions[index], weight: chart.mentions[index].section == .assessment ? 0.9 : 0.6)
      }
      return
    }
    let codes = codes
    var isTaken = false
    for (tier, weight) in DiagnosisSelection.tierWeights.enumerated() {
      for index in notes where self.tier(of: chart.mentions[index]) == tier {
        let mention = chart.mentions[index]
        // What is only suspected is coded by the complaint that led to it, where that is not its own name.
        let isComplaint =
          isDoubted && mention.section == .chiefComplaint && !isKnown(mention)
          && !doubted.contains(icd10cm.category(row: mention.row))
        if !isTaken || isComplaint || mention.isFound && mention.section == .assessment {
          add(mention, weight: weight)
        } else if mention.isPurpose && !isNamed(mention) || isImmunodeficiency(mention) || isSystemic(mention) {
          add(mention, weight: weight)
        } else if mention.section == .assessment {
          codes.resolve(mention) { row, rule in list.addBeside(row, chart.evidence(mention), rule: rule) }
        } else {
          refuse(mention, .notAssessed)
        }
      }
      isTaken = isTaken || !list.candidates.isEmpty
    }
  }

  /// Whether it is a disease of the whole body that the history lists, which bears on whatever else is treated.
  ///
  /// Source: ICD-10-CM Official Guidelines, section IV.J (coexisting conditions that affect care); Coding Clinic, second quarter of 2000 and
  /// third quarter of 2007 (chronic systemic diseases are ordinarily coded).
  private func isSystemic(_ mention: Mention) -> Bool {
    let category = icd10cm.category(row: mention.row)
    return mention.section == .pastHistory && (mention.status == .present || mention.status == .history)
      && DiagnosisSelection.systemic.contains(category)
      && !chart.words[mention.item].sentence(around: mention.word, most: 24).contains { word in
        DiagnosisSelection.unlasting.contains(word.hash)
          || AdditionalCodes.diabetes.contains(category) && DiagnosisSelection.complications.contains(word.hash)
      }
      && !list.candidates.contains { icd10cm.category(row: $0.row) == category }
  }

  private static let systemic = ICD10CM.categories("E10 E11 E13 J44 G20")
  /// What was not, is no more, or has a code of its own with what it did.
  private static let unlasting = WordSet(
    "pregnancy pregnant suspected error transient resolved remission normal ruled evaluated childhood child prediabetes borderline"
  )
  private static let complications = WordSet("with ckd neuropathy retinopathy nephropathy ulcer stage")

  /// Whether what something is given for was named before, or names nothing by itself: "ibuprofen for pain", "senna for constipation" under
  /// a slow transit.
  private func isNamed(_ mention: Mention) -> Bool {
    let category = icd10cm.category(row: mention.row)
    return rules.isSiteless(mention.row) || list.candidates.contains { icd10cm.category(row: $0.row) == category }
  }

  /// Whether the assessment names the complaint itself, or more of it: "chest pain, pleuritic".
  private func isKnown(_ mention: Mention) -> Bool {
    let category = icd10cm.category(row: mention.row)
    // "Knee injury" beside the tear of a ligament
    let isInjury = icd10cm.letter(row: mention.row) == UInt8(ascii: "S")
    return list.candidates.contains { candidate in
      candidate.weight >= 0.8
        && (icd10cm.category(row: candidate.row) == category
          || isInjury && icd10cm.letter(row: candidate.row) == UInt8(ascii: "S"))
    }
  }

  /// The weights of what an assessment lists and what else it says, the complaint, the story and the history.
  private static let tierWeights = [1.0, 0.8, 0.7, 0.6, 0.4]

  private func tier(of mention: Mention) -> Int {
    switch mention.section {
    case .assessment: mention.isProblem || isEffectOfDrug(mention) ? 0 : 1
    case .chiefComplaint: 2
    case .presentIllness, .body: 3
    case .pastHistory, .results, .ignored: 4
    }
  }

  /// Whether the clinician says that a drug did it, wherever in the assessment: "hold the cycle, neutropenia from chemotherapy".
  private func isEffectOfDrug(_ mention: Mention) -> Bool {
    chart.clues.found.contains { found in
      found.clue.use == .adverseEffect && found.item == mention.item && !mention.isExplained
        && (0..<40).contains(max(found.start - mention.end, mention.start - found.end))
    }
  }

  private func weight(of item: DocumentationItem) -> Double {
    switch item.kind {
    case .amendment: 2
    // Of the diagnoses that the source ranks, the first one first.
    case .condition: item.rank.map { 1.6 + 0.3 / Double(max($0, 1)) } ?? (item.standing == .listed ? 1 : 1.5)
    case .observation: 1.3
    case .reason: 1.4
    case .procedure: 1.2
    default: 0.9
    }
  }

  mutating func add(_ mention: Mention, weight: Double) {
    let codes = codes
    codes.resolve(mention) { resolved, own in
      let newborn = chart.ageInDays <= NewbornRule.lastDay ? rules.newborn.row(for: resolved) : nil
      let (row, rule) = (newborn ?? resolved, newborn == nil ? own : NewbornRule.name)
      guard rules.demographics.fit(row, sex: chart.sex, age: chart.age) else {
        if list.keepsRefusals { list.refuse(row, chart.evidence(mention), .demographics) }
        return
      }
      // A longer term says more, and so does one that coders have taken before.
      let confidence = min(0.99, 0.2 + 0.25 * weight + 0.03 * Double(mention.words) + 0.35 * mention.termConfidence)
      if let less = mention.lessSpecificRow.flatMap(icd10cm.unspecified(row:)) { list.supersede(less) }
      list.add(row, chart.evidence(mention), rule: rule, confidence: confidence, weight: weight)
    }
  }

  private mutating func refuse(_ mention: Mention, _ reason: RefusedDiagnosis.Reason) {
    guard list.keepsRefusals else { return }
    let codes = codes
    codes.resolve(mention) { row, _ in list.refuse(row, chart.evidence(mention), reason) }
  }
}
