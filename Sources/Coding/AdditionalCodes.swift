import ClaimModel
import CodeSets

/// The codes that what is coded asks for or leaves room for: status, history, drugs, organisms, external causes.
///
/// They are added to a visit that has a diagnosis, never instead of one. What only matters for the care of today
/// (guidelines section IV.J) is taken from charts that tell what today's visit came to: a narrative without an assessment
/// does not say whether a drug or a device of the past has to do with it.
struct AdditionalCodes {
  /// A code to add.
  struct Addition {
    var row: Int
    var evidence: Evidence
    var rule: String
  }

  private typealias Status = (row: Int, mention: Mention)

  let chart: Chart
  let icd10cm: ICD10CM
  let rules: DiagnosisRules
  /// The codes assigned so far, and what their notes ask for.
  let rows: [Int]
  private let demands: [TabularSequence.Demands]
  private let statuses: [Status]
  var additions: [Addition] = []

  init(_ chart: Chart, rows: [Int], isAssessed: Bool, isBrief: Bool, icd10cm: ICD10CM, rules: DiagnosisRules) {
    self.chart = chart
    self.icd10cm = icd10cm
    self.rules = rules
    self.rows = rows
    demands = rows.map { rules.sequence.demands(of: $0) }
    statuses = isAssessed ? AdditionalCodes.statuses(chart, icd10cm, rules) : []
    addContactsAndScreenings()
    addMeasures()
    addCircumstances()
    guard isAssessed else {
      if isBrief { addHistories(areRelativesAsked: rows.contains { rules.exposures.isScreening($0) }) }
      return
    }
    addWhenAsked()
    addReceptors()
    addHistories(areRelativesAsked: true)
    addStatus()
    addDementia()
    addLastingSteroid()
    addWhatComesFirst()
    addFootUlcer()
    addVaricoseUlcer()
    addDiaperRash()
    addAllergens()
    addChronicPain()
    addLastingInfection()
    addAdverseEffects()
    addExternalCause()
    addPlaceAndActivity()
    addPregnancyTest()
    addResuscitationStatus()
    addCounseledTobacco()
    addAntineoplasticTreatment()
    addDeviceCheck()
    addUnderdosing()
    addCatheterInfection()
    addRadiotherapy()
    addSuicidalThoughts()
  }

  /// An order not to resuscitate that an assessment says was made or confirmed: "DNR signed today".
  ///
  /// Source: Index, Status, do not resuscitate.
  private mutating func addResuscitationStatus() {
    guard let row = icd10cm.row(of: "Z66") else { return }
    for mention in chart.mentions
    where mention.row == row && mention.section == .assessment && mention.status == .present {
      let words = chart.words[mention.item]
      let around = words[max(0, mention.word - 4)..<min(words.count, mention.word + 7)]
      if around.contains(where: { AdditionalCodes.orders.contains($0.hash) }),
        !around.contains(where: { AdditionalCodes.undecided.contains($0.hash) })
      {
        return add(row, chart.evidence(mention), "status")
      }
    }
  }

  private static let undecided = WordSet("not discussed discuss full think thinking declines declined considering")
  private static let orders = WordSet(
    "signed completed confirmed order ordered status documented file polst molst post")

  /// A pregnancy that is ruled out before a device is placed or a method begins.
  ///
  /// Source: Index, Test, pregnancy, negative result.
  private mutating func addPregnancyTest() {
    guard rows.contains(where: { rules.ranks.contraception.contains($0) }), let row = icd10cm.row(of: "Z3202"),
      let test = chart.services.negativePregnancyTest
    else { return }
    add(row, chart.evidence(test), "pregnancy-test")
  }

  mutating func add(_ row: Int, _ evidence: Evidence, _ rule: String) {
    guard !rows.contains(row), !additions.contains(where: { $0.row == row }) else { return }
    additions.append(Addition(row: row, evidence: evidence, rule: rule))
  }

  func clues(_ use: Clue.Use, or other: Clue.Use? = nil) -> [FoundClue] {
    chart.clues.found.filter { $0.clue.use == use || $0.clue.use == other }
  }

  private func isAsked(_ row: Int) -> Bool {
    demands.contains { rules.sequence.asks($0, forAdditional: row) }
  }

  /// Guidelines sections I.C.21.c.1, I.C.21.c.5 and I.C.1.g.
  private mutating func addContactsAndScreenings() {
    // What a check-up orders has a visit of its own.
    let isCheckUp = rows.contains { rules.ranks.checkUps.contains($0) }
    for found in clues(.exposure, or: .screening) where !rules.exposures.isMoot(found.clue.row, beside: rows) {
      if isCheckUp, found.isOrdered { continue }
      add(found.clue.row, evidence(found), found.clue.use == .exposure ? "contact" : "screening")
    }
    if let test = chart.clues.covidTest,
      let row = rules.exposures.unconfirmedCovid(beside: rows + additions.map(\.row), isReason: test.isReason)
    {
      add(row, evidence(test.found), "unconfirmed-covid")
    }
  }

  /// Guidelines sections I.A.17 and I.B.7: what a *use additional code* note asks for and the chart tells.
  private mutating func addWhenAsked() {
    for found in clues(.whenAsked).sorted(by: { $0.clue.rank < $1.clue.rank })
    where isAsked(found.clue.row) && !isOtherWandering(found) {
      add(found.clue.row, evidence(found), "use-additional-code")
    }
    // "Aftercare following joint replacement" asks for the joint.
    for (row, mention) in statuses where isAsked(row) { add(row, chart.evidence(mention), "use-additional-code") }
  }

  /// The note at C50: what the tumor's cells respond to, where signs tell it.
  private mutating func addReceptors() {
    guard let receptor = icd10cm.row(of: "Z170"), isAsked(receptor) else { return }
    for (index, item) in chart.items(.note) {
      let told = ReceptorStatus(
        chart.words[index], of: item.text, item: index, on: chart.visit.registration.dateOfService)
      for status in told.statuses {
        if let row = icd10cm.row(of: status.code) { add(row, chart.evidence(status.span), "use-additional-code") }
      }
    }
  }

  /// What the chart says the patient lives with or without, by the words of codes.
  private static func statuses(_ chart: Chart, _ icd10cm: ICD10CM, _ rules: DiagnosisRules) -> [Status] {
    var found: [Status] = []
    for mention in chart.mentions where mention.status == .present || mention.status == .history {
      guard mention.section != .ignored, rules.isStatus(mention.row) else { continue }
      for row in icd10cm.rows(of: icd10cm.unspecified(row: mention.row) ?? mention.row, on: mention.side) {
        found.append((row, mention))
      }
    }
    return found
  }

  /// Guidelines sections I.B.14 and I.C.21.c.17: circumstances of life may be told by others than the clinician, and are
  /// secondary diagnoses.
  private mutating func addCircumstances() {
    guard !rows.isEmpty else { return }
    for mention in chart.circumstances {
      guard let row = icd10cm.unspecified(row: mention.row) else { continue }
      add(row, chart.evidence(mention), "social-determinant")
    }
  }

  /// The body mass index beside a diagnosis that asks for it, and the week of a pregnancy.
  private mutating func addMeasures() {
    // Section I.C.21.c.3: no body mass index in pregnancy.
    if let mass = chart.clues.bodyMass, chart.age >= 20, !isOpenEnded(mass), let row = bodyMassRow(mass.index),
      isAsked(row) || mass.index < 20 && rows.contains(where: isMalnutrition), !rows.contains(where: isOfPregnancy)
    {
      add(row, chart.evidence(item: mass.item, from: mass.start, to: mass.end), "body-mass-index")
    }
    if let mass = chart.clues.bodyMass, chart.age < 20, let row = chart.percentile(mass).flatMap(icd10cm.row(of:)),
      isAsked(row)
    {
      add(row, chart.evidence(item: mass.item, from: mass.start, to: mass.end), "body-mass-index")
    }
    if let extent = chart.clues.burntSurface, rows.contains(where: { rules.burns.contains($0) }),
      let row = icd10cm.row(
        of: DiagnosisCode(rawValue: extent.percent < 10 ? "T310" : "T31\(min(9, extent.percent / 10))0"))
    {
      add(row, chart.evidence(item: extent.item, from: extent.start, to: extent.end), "extent-of-burn")
    }
    if let gestation = chart.clues.gestation, let row = gestationRow(gestation.weeks),
      rows.contains(where: isOfPregnancy)
    {
      add(row, chart.evidence(item: gestation.item, from: gestation.start, to: gestation.end), "weeks-of-gestation")
    }
  }

  /// Section I.B.14 names malnutrition among the diagnoses that the index goes with.
  private func isMalnutrition(_ row: Int) -> Bool {
    (ICD10CM.category("E43")...ICD10CM.category("E46")).contains(icd10cm.category(row: row))
  }

  /// Whether the index is a limit: "30+".
  private func isOpenEnded(_ mass: (index: Int, item: Int, start: Int, end: Int)) -> Bool {
    chart.visit.documentation[mass.item].text.utf8.dropFirst(mass.end).first == UInt8(ascii: "+")
  }

  /// Guidelines section I.C.21.c.11: Z3A goes with chapter 15, not with an abortive outcome or the time after delivery.
  private func isOfPregnancy(_ row: Int) -> Bool {
    guard icd10cm.letter(row: row) == UInt8(ascii: "O") else { return false }
    let number = icd10cm.category(row: row) & 0xffff
    return number > 0x3038 && !(0x3835...0x3932).contains(number)
  }

  private func gestationRow(_ weeks: Int) -> Int? {
    let code = weeks < 8 ? "Z3A01" : "Z3A" + (weeks < 10 ? "0" : "") + String(weeks)
    return icd10cm.row(of: DiagnosisCode(rawValue: code))
  }

  /// Guidelines section I.B.14: the index goes with a diagnosis such as obesity.
  private func bodyMassRow(_ index: Int) -> Int? {
    let code: DiagnosisCode =
      switch index {
      case ..<20: "Z681"
      case ..<40: DiagnosisCode(rawValue: "Z68" + String(index))
      case ..<45: "Z6841"
      case ..<50: "Z6842"
      case ..<60: "Z6843"
      case ..<70: "Z6844"
      default: "Z6845"
      }
    return icd10cm.row(of: code)
  }

  /// Guidelines sections I.C.21.c.4 and IV.J.
  private mutating func addHistories(areRelativesAsked: Bool) {
    for mention in chart.mentions {
      let row = icd10cm.unspecified(row: mention.row) ?? mention.row
      switch mention.status {
      case .present
      where rules.histories.namesHistory(row) && mention.section != .ignored && mention.section != .results:
        guard mention.termConfidence >= DiagnosisSelection.leastTermConfidence,
          !rows.contains(where: { rules.histories.personalHistory(of: $0) == row }),
          !rules.isTobacco(row) || rules.histories.isRelatives(row) || !isSmoker
        else { continue }
        add(row, chart.evidence(mention), rules.histories.isRelatives(row) ? "family-history" : "personal-history")
      case .history, .resolved: addPersonalHistory(row, mention)
      case .present where mention.section == .pastHistory && icd10cm.letter(row: row) != UInt8(ascii: "C"):
        // In a list of past conditions a stroke or a pneumonia is past; a tumor may still be under treatment.
        if !rules.isChronic(row) { addPersonalHistory(row, mention) }
      case .family where areRelativesAsked:
        let own = rules.histories.isRelatives(row) ? row : rules.histories.familyHistory(of: row)
        guard let history = own, !chart.isOfSpouse(mention) else { continue }
        // "Her father smokes outside" tells of the home; a relative's dependence is recorded as such.
        if rules.isTobacco(mention.row), chart.visit.documentation[mention.item].kind == .note { continue }
        if !bears(history, of: mention, row) { continue }
        add(history, chart.evidence(mention), "family-history")
      default: continue
      }
    }
  }

  /// Whether the note tells that the patient smokes.
  private var isSmoker: Bool {
    clues(.whenAsked).contains { rules.ranks.nicotineDependence.contains($0.clue.row) }
  }

  private mutating func addPersonalHistory(_ row: Int, _ mention: Mention) {
    // Some words name the history themselves. A condition that is there again, or still, is no history.
    let isListed =
      mention.section == .assessment && mention.isProblem
      && !rows.contains { icd10cm.category(row: $0) == icd10cm.category(row: row) }
    let told = isListed ? rules.histories.listedHistory(of: row) : rules.histories.personalHistory(of: row)
    guard
      let history = rules.histories.namesHistory(row) && !rules.histories.isRelatives(row) ? row : told,
      !rows.contains(where: { rules.histories.personalHistory(of: $0) == history })
    else { return }
    // "Penicillin - anaphylaxis as a child" is the allergy.
    if icd10cm.code(at: history) == "Z87892",
      clues(.allergy).contains(where: { $0.item == mention.item && abs($0.start - mention.start) < 60 })
    {
      return
    }
    // A pneumonia of years ago bears on the lungs.
    if !isListed, chart.visit.documentation[mention.item].kind == .note, !bearsOnHistory(history) { return }
    // "A history of depression and smoking": whoever smokes has not stopped.
    if rules.isTobacco(history), isSmoker { return }
    add(history, chart.evidence(mention), "personal-history")
  }

  /// Guidelines section I.C.21.c.3.
  private mutating func addStatus() {
    let found = clues(.status) + clues(.pastProcedure)
    let sided = Set(found.lazy.filter { $0.side != nil }.map(\.clue.row))
    // What one sentence tells without its side, another tells with it.
    let isTransplanted =
      found.contains { rules.isKidneyTransplant($0.clue.row) } || rows.contains(where: rules.isKidneyTransplant)
    for one in found
    where !(isTransplanted && rules.isDialysis(one.clue.row)) && (one.side != nil || !sided.contains(one.clue.row))
      && bears(one)
    {
      for row in icd10cm.rows(of: one.clue.row, on: one.side) { add(row, evidence(one), "status") }
    }
    // In an assessment a replacement may also be planned.
    for (row, mention) in statuses
    where mention.section == .assessment && rules.isReplacement(row)
      && (mention.status == .history
        || AdditionalCodes.statusWords.contains(chart.words[mention.item][mention.word].hash))
    {
      add(row, chart.evidence(mention), "status")
    }
    for found in clues(.longTermDrug) { add(found.clue.row, evidence(found), "long-term-drug") }
    let reactions = clues(.adverseEffect)
    // A reaction of today is coded as one.
    for found in clues(.allergy) where !reactions.contains(where: { $0.item == found.item && $0.start == found.start })
    { add(found.clue.row, evidence(found), "allergy-status") }
  }

  /// Whether a status bears on the visit. A gallbladder or an appendix that was taken out long ago does where the digestive
  /// organs are what it is about.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.21.c.3 (the status is informative where it may affect the course of
  /// treatment and its outcome).
  private func bears(_ found: FoundClue) -> Bool {
    let text = SmallLetters(evidence(found).text)
    if text.holds("hysterectomy") { return areAssessed(AdditionalCodes.womens) }
    if icd10cm.code(at: found.clue.row) == "Z7983" { return areAssessed(AdditionalCodes.bones) }
    if icd10cm.code(at: found.clue.row) == "Z9641" { return areAssessed(AdditionalCodes.diabetes) && !isToCome(found) }
    guard text.holds(anyOf: ["cholecystectomy", "gallbladder", "appendectomy"]) else { return true }
    return rows.contains { row in AdditionalCodes.digestive.contains { $0.contains(icd10cm.category(row: row)) } }
  }

  /// The first words of "status post right total knee", "s/p right total knee".
  private static let statusWords = WordSet("status s")
  private static let digestive = [("C15", "C26"), ("D12", "D13"), ("K00", "K95"), ("R10", "R19")].map {
    ICD10CM.category($0)...ICD10CM.category($1)
  }

  /// Guidelines section I.C.19.e.5.a: the drug follows what it did; one that nothing is coded for did nothing.
  private mutating func addAdverseEffects() {
    for found in clues(.adverseEffect) {
      func distance(_ mention: Mention) -> Int { max(found.start - mention.end, mention.start - found.end) }
      // What a drug is suspected of is not its effect.
      let near = chart.mentions.filter { mention in
        mention.item == found.item && mention.section == .assessment
          && abs(mention.start - found.start) < AdditionalCodes.nearby
      }
      .sorted { distance($0) < distance($1) }
      // "Hypokalemia. This is from the Lasix and probably explains the leg cramps."
      let isOfOther = near.first.map { $0.status == .uncertain && $0.start > found.end } ?? false
      let effect = isOfOther ? near.first { $0.end <= found.start } : near.first
      if effect?.status == .present, let base = icd10cm.parent(row: found.clue.row), rows.contains(where: isCondition) {
        add(
          rules.seventhCharacter.child(below: base, stage: .initial, icd10cm) ?? found.clue.row, evidence(found),
          "adverse-effect")
      }
    }
  }

  /// How far from a drug, in bytes, the words of what it did stand.
  private static let nearby = 100

  func isInjury(_ row: Int) -> Bool {
    let letter = icd10cm.letter(row: row)
    return letter == UInt8(ascii: "S") || letter == UInt8(ascii: "T") && icd10cm.category(row: row) & 0xffff < 0x3336
  }

  func evidence(_ found: FoundClue) -> Evidence {
    chart.evidence(item: found.item, from: found.start, to: found.end)
  }
}
