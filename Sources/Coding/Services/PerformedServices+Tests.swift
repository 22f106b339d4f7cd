import ClaimModel
import CodeSets

/// Tests done in the office, and what goes with them.
extension PerformedServices {
  mutating func addTest(_ mention: ServiceMention) {
    let words = mention.words
    let term = term(mention)
    if addSpecialService(mention) { return }
    switch term.family {
    case .tracing:
      let isEmergency = chart.visit.registration.placeOfService == "23"
      let isRead =
        words.contains(.interpreted)
        || account(of: mention, behind: 60).holds(anyOf: ["my read", "read by me", "my interp", "interpreted by me"])
      append(
        isEmergency ? "93010" : isRead ? "93000" : "93005", mention,
        isEmergency ? "tracing-read-here" : "tracing-done-here")
    case .spirometry:
      let isTwice = words.contains(.bronchodilator) || tellsBronchodilator(mention)
      append(isTwice ? "94060" : "94010", mention, "spirometry-done-here")
      addLungVolumes(mention)
    case .urinalysis:
      let code: ProcedureCode =
        switch (words.contains(.automated), words.contains(.microscopy)) {
        case (true, true): "81001"
        case (true, false): "81003"
        case (false, true): "81000"
        case (false, false): "81002"
        }
      append(code, mention, "test-done-here", isWaived: code == "81003")
    case .influenza, .coronavirus:
      let isMolecular = words.contains(.molecular)
      let code = term.family == .influenza ? (isMolecular ? "87502" : "87804") : isMolecular ? "87635" : term.procedure
      append(code, mention, "test-done-here", isWaived: true)
      if code == "87804" { addOtherType(mention) }
    case .instrument, .developmentalInstrument: addInstrument(mention)
    case .procedure where term.procedure == "67028" && !namesEyeDrug(mention): break
    case .procedure:
      // Selective debridement that goes below the skin is excisional.
      let isDeep = term.procedure == "97597" && reachesSubcutaneousTissue(mention)
      append(
        isDeep ? "11042" : SpineLevel.procedure(term.procedure, at: levelsOfSpine(mention)), mention,
        "procedure-done-here", hasSide: term.hasSide)
      if term.procedure == "64483", let more = SpineLevel.furtherRoots(levelsOfSpine(mention)) {
        append("64484", mention, "further-levels", units: more, hasSide: true)
      }
    case .nebulizer:
      append(term.procedure, mention, "nebulizer-treatment")
      // "DuoNeb given separately after the spirometry"
      if account(of: mention, before: 40, behind: 80).holds("separate"),
        let place = drafts.firstIndex(where: { $0.procedure == "94640" })
      {
        drafts[place].isApart = true
      }
    case .outsideTest:
      append(term.procedure, mention, "test-done-here")
    case .outsideTissue, .outsideSmear: break
    default:
      // One sample for a symptom; the three cards of a screening are another test.
      let isSymptom = term.procedure == "82270" && !account(of: mention, before: 80).holds("screen")
      append(isSymptom ? "82272" : term.procedure, mention, "test-done-here", isWaived: term.isWaived)
    }
  }

  /// The words of a service and those around it.
  func account(of mention: ServiceMention, before: Int = 0, behind: Int = 200) -> SmallLetters {
    chart.letters(item: mention.span.item, from: mention.name.start - before, to: mention.name.end + behind)
  }

  // MARK: Breathing

  /// Whether a test of breathing was repeated behind a drug: "spirometry before and after four puffs of albuterol".
  ///
  /// Source: CPT by number, 94010 and 94060.
  private func tellsBronchodilator(_ mention: ServiceMention) -> Bool {
    let account = account(of: mention)
    guard !account.holds(anyOf: ["no bronchodilator", "without bronchodilator", "bronchodilator not"]) else {
      return false
    }
    // "Spirometry w/ albuterol 4 puffs: pre FEV1 …; post FEV1 …"
    let isCompared = account.holds("pre ") && account.holds("post ") || account.holds("minutes after")
    return account.holds(anyOf: PerformedServices.secondTests) || isCompared && account.holds("albuterol")
  }

  private static let secondTests: [StaticString] = [
    "before and after", "pre and post", "pre/post", "pre- and post", "after albuterol", "puffs albuterol",
    "puffs of albuterol",
    "post bd", "post-bd", "postbronchodilator", "post-bronchodilator", "post bronchodilator", "after bronchodilator",
    "bronchodilator response", "bd response", "after levalbuterol",
  ]

  /// Values before and after a drug among the findings of the visit are a test of the visit.
  func isSpirometryOfToday(_ mention: ServiceMention) -> Bool {
    guard family(mention) == .spirometry, mention.status == .reviewed,
      mention.zone == .found || mention.zone == .procedure,
      tellsBronchodilator(mention)
    else { return false }
    return !account(of: mention, before: 60, behind: 60).holds(
      anyOf: ["last", "prior", "ago", "outside", "hospital", "previous", "dated"])
  }

  /// What was breathed in with a treatment of the practice's own.
  ///
  /// Source: HCPCS Level II by number, J7613 (albuterol, a milligram) and J7620 (albuterol and ipratropium, a dose).
  mutating func addInhaledDrug(_ done: [ServiceMention]) {
    guard let mention = done.first(where: { family($0) == .nebulizer }) else { return }
    let account = account(of: mention, before: 120, behind: 160)
    if account.holds("duoneb") || account.holds("ipratropium") && account.holds("albuterol") {
      // What the examination tells, the plan may tell again.
      let told = done.filter {
        family($0) == .nebulizer && self.account(of: $0, before: 20, behind: 20).holds("duoneb")
      }
      let times = Dictionary(grouping: told, by: \.zone).values.map(\.count).max() ?? 0
      append("J7620", mention, "drug-inhaled", units: min(max(times, 1), 4))
    } else if account.holds("albuterol"), account.holds(anyOf: ["2.5 mg", "2.5mg", "0.083"]) {
      append("J7613", mention, "drug-inhaled", units: 3)
    }
  }

  // MARK: Other tests

  /// An influenza test tells of two types, each of which is a result of its own: "influenza A negative, B positive".
  ///
  /// Source: CPT by number, 87804 (reported for each type that is told apart).
  private mutating func addOtherType(_ mention: ServiceMention) {
    let account = account(of: mention, behind: 60)
    let isApart =
      account.holds(anyOf: ["a/b", "a and b", "a & b", "a+b"])
      || account.holds(anyOf: ["a negative", "a: negative", "a neg", "a positive", "a: neg"])
        && account.holds(anyOf: ["b positive", "b negative", "b neg", "b: neg", "b: pos", "b pos"])
    // "Hepatitis B negative" is of another virus.
    guard isApart, !account.holds("hep"),
      !drafts.contains(where: { $0.procedure == "87804" && $0.modifiers.contains("59") })
    else { return }
    drafts.append(
      ServiceDraft(
        procedure: "87804", modifiers: ["QW", "59"], evidence: [chart.evidence(mention.span)], rule: "test-done-here"))
  }

  /// An instrument that was scored. One about whoever cares for an infant has a number of its own, and so has Medicare's screening for
  /// depression, which is part of the first wellness visit.
  ///
  /// Source: CPT by number, 96127 and 96161; 42 CFR 410.15; Medicare Claims Processing Manual, chapter 18, section 190 (G0444).
  private mutating func addInstrument(_ mention: ServiceMention) {
    let term = term(mention)
    if chart.services.isWellnessVisit, term.procedure == "96127" {
      let isLater = chart.services.sign(.wellness) != nil && chart.services.sign(.firstWellness) == nil
      let isTimed = account(of: mention).holds(anyOf: ["min ", "min,", "min.", "min;", "min)", "minutes"])
      if isLater, isTimed { return append("G0444", mention, "screening-of-medicare") }
      if mention.words.contains(.scoreAlone) { return }
    }
    let isOfCaregiver = chart.age < 2 && account(of: mention).holds(anyOf: ["epds", "edinburgh"])
    // "Vanderbilt: parent and teacher, both scored"
    let isByTwo =
      account(of: mention).holds("vanderbilt") && account(of: mention).holds("parent")
      && account(of: mention).holds("teacher") && account(of: mention).holds("both")
    append(
      isOfCaregiver ? "96161" : term.procedure, mention, "scored-instrument", units: isByTwo ? 2 : 1, maySum: true)
  }

  // MARK: Tissue

  /// "Shave (tangential) biopsy": the kind stands before the name.
  func isShaved(_ mention: ServiceMention) -> Bool {
    let before = chart.letters(item: mention.span.item, from: mention.name.start - 24, to: mention.name.start)
    return before.holds(anyOf: ["shave", "tangential"])
  }

  private func reachesSubcutaneousTissue(_ mention: ServiceMention) -> Bool {
    let account = account(of: mention, behind: 300)
    return account.holds("subcutaneous")
      && !account.holds(anyOf: [
        "not into subcutaneous", "not including subcutaneous", "without subcutaneous", "no subcutaneous",
      ])
  }

  /// The cervix looked at, with what was taken: a biopsy, the scrapings of its canal, or both. Without looking neither is a service; the
  /// lining of the womb taken beside it has a number of its own.
  ///
  /// Source: CPT by number, 57452 to 57456 and 58110.
  mutating func addColposcopy(_ done: [ServiceMention]) {
    let steps = done.filter { family($0) == .colposcopy }
    let isTitled =
      steps.contains { term($0).procedure == "57456" }
      && chart.services.mentions.contains { family($0) == .colposcopy && term($0).procedure == "57452" }
    guard let first = steps.first(where: { term($0).procedure == "57452" }) ?? (isTitled ? steps.first : nil) else {
      return
    }
    var takes = Set(steps.compactMap { term($0).procedure })
    // "A biopsy was taken at 12 o'clock" tells of the cervix that is looked at.
    let text = SmallLetters(chart.visit.documentation[first.span.item].text)
    let isPlaced = text.holds(anyOf: ["biops", "bx "]) && text.holds(anyOf: ["o'clock", "o\u{2019}clock", "tischler"])
    if takesBiopsy(first) || isPlaced && text.holds(anyOf: PerformedServices.taken) { takes.insert("57455") }
    let code: ProcedureCode =
      switch (takes.contains("57455"), takes.contains("57456")) {
      case (true, true): "57454"
      case (true, false): "57455"
      case (false, true): "57456"
      case (false, false): "57452"
      }
    append(code, first, "colposcopy-by-what-was-taken")
    for index in drafts.indices where drafts[index].procedure == "58100" { drafts[index].procedure = "58110" }
  }

  private static let taken: [StaticString] = [
    "biopsies were taken", "biopsy taken", "biopsies taken", "biopsies of cervix", "biopsies of the cervix",
    "biopsies obtained",
    "bx 1", "bx at", "bx x", "biopsied", "biopsy of cervix", "cervical biops", "biopsy x", "biopsies x", "biopsies at",
    "biopsy at", "biopsies:",
  ]
}
