import ClaimModel
import CodeSets

/// What a visit was for as its records of treatment tell.
extension AdditionalCodes {
  /// A visit at which a drug against a tumor ran into a vein is one for that.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.2.e.2 (Z51.11, Z51.12, with the malignancy).
  mutating func addAntineoplasticTreatment() {
    guard chart.services.sign(.infusion) != nil,
      rows.contains(where: { icd10cm.letter(row: $0) == UInt8(ascii: "C") })
    else { return }
    for draft in InfusionServices(chart).drafts {
      let code: DiagnosisCode
      // Rituximab is for joints as well.
      let isOfBlood = draft.procedure == "J9312" && areAssessed(AdditionalCodes.lymphomas)
      if isOfBlood || AdditionalCodes.antibodies.contains(draft.procedure) {
        code = "Z5112"
      } else if AdditionalCodes.cellPoisons.contains(draft.procedure) {
        code = "Z5111"
      } else {
        continue
      }
      if let row = icd10cm.row(of: code), let evidence = draft.evidence.first {
        add(row, evidence, AdditionalCodes.tumorTreatment)
      }
    }
  }

  /// The rule of what the visit was for, then, which comes first.
  static let tumorTreatment = "treatment-of-tumor"

  /// Antibodies against tumors, and drugs that harm their cells, by their HCPCS codes.
  private static let antibodies: Set<ProcedureCode> = ["J9271", "J9299", "J9035", "J9355"]
  private static let lymphomas = ICD10CM.categories("C81 C82 C83 C84 C85 C86 C88 C91")
  private static let cellPoisons: Set<ProcedureCode> = [
    "J9045", "J9267", "J9201", "J9171", "J9060", "J9000", "J9305",
  ]

  /// A pacemaker or defibrillator that the visit asked and set anew: the visit was for that, and its presence says no more.
  ///
  /// Source: ICD-10-CM tabular list, Z45.01- and Z45.02, and the note Excludes1 at Z95.
  mutating func addDeviceCheck() {
    guard let place = additions.firstIndex(where: { AdditionalCodes.devices.contains(icd10cm.code(at: $0.row)) }),
      !rows.contains(where: { icd10cm.category(row: $0) == AdditionalCodes.adjustment })
    else { return }
    let isSet = chart.items(.note).contains { SmallLetters($0.item.text).tellsReprogramming }
    let code: DiagnosisCode = icd10cm.code(at: additions[place].row) == "Z950" ? "Z45018" : "Z4502"
    if isSet, let row = icd10cm.row(of: code) { additions[place].row = row }
  }

  private static let devices: Set<DiagnosisCode> = ["Z950", "Z95810"]
  private static let adjustment = ICD10CM.category("Z45")

  /// Drugs that are taken less than prescribed, as the assessment tells, and why: behind the condition that they are for. Which
  /// drug it is, the story may tell.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.19.e.5.c.
  mutating func addUnderdosing() {
    guard chart.bits.mayHold(anyOf: Underdosing.openings), rows.contains(where: isCondition) else { return }
    let isDemented = rows.contains { AdditionalCodes.dementias.contains(icd10cm.category(row: $0)) }
    for (index, _) in chart.items(.note) {
      let found = chart.plannedWords(of: index).flatMap { Underdosing($0, isDemented: isDemented).findings }
      guard !found.isEmpty else { continue }
      let all = Underdosing(chart.words[index][...], isDemented: isDemented).findings
      let story = all.filter { $0.drug != nil && !$0.isVague }
      // Of several drugs nobody can tell which one is meant.
      let told = Set(story.map(\.drug)).count == 1 ? story.first : nil
      for finding in found.prefix(4) {
        if finding.isVague, told == nil || finding.drug.map({ $0 != told?.drug }) ?? !isDiuretic(told?.drug) {
          continue
        }
        let evidence = chart.evidence(
          item: index, from: Int(words(index, finding.words.lowerBound).start),
          to: Int(words(index, finding.words.upperBound).end))
        let told = told ?? all.first { $0.reason != "Z91148" && !$0.isVague }
        let reason = finding.reason == "Z91148" ? told?.reason ?? finding.reason : finding.reason
        // "Inconsistent with the use of her medication … to take her lisinopril as directed"
        let behind = chart.words[index][finding.words.upperBound...].prefix(AdditionalCodes.reachOfTreatment)
        let directed = behind.indices.filter { place in
          behind[place...].dropFirst().prefix(3).contains { AdditionalCodes.directions.contains($0.hash) }
        }
        let drugs = Set(directed.compactMap { Underdosing.drug(behind[$0]) })
        for code in [finding.drug ?? told?.drug ?? (drugs.count == 1 ? drugs.first : nil), reason] {
          if let row = code.flatMap(icd10cm.row(of:)) { add(row, evidence, "underdosing") }
        }
      }
    }
  }

  /// How many words behind a problem tell of its treatment.
  private static let reachOfTreatment = 65
  private static let directions = WordSet("directed prescribed instructed")

  private func words(_ item: Int, _ place: Int) -> Word { chart.words[item][place] }

  /// Whether a drug is one that "off his diuretic" may mean.
  private func isDiuretic(_ code: DiagnosisCode?) -> Bool {
    code.map { ["T500", "T501", "T502"].contains($0.rawValue.prefix(4)) } ?? false
  }

  private static let dementias = ICD10CM.categories("F01 F02 F03 G30 G31")

  /// The infection of the urinary tract that a catheter's code asks for, where the words of that name it: "catheter associated UTI".
  ///
  /// Source: ICD-10-CM tabular list, T83.5 (use additional code to identify infection).
  mutating func addCatheterInfection() {
    guard let catheter = chart.mentions.first(where: { isCatheterInfection($0) && $0.status == .present }),
      rows.contains(where: { icd10cm.code(at: $0).rawValue.hasPrefix("T8351") }),
      !areAssessed(AdditionalCodes.urinaryInfections)
    else { return }
    let words = SmallLetters(chart.evidence(catheter).text)
    let code: DiagnosisCode? =
      words.holds("bladder") ? "N3090" : words.holds(anyOf: ["uti", "urinary"]) ? "N390" : nil
    if let row = code.flatMap(icd10cm.row(of:)) { add(row, chart.evidence(catheter), "use-additional-code") }
  }

  /// A dependence on tobacco that the story tells and the plan deals with: "Tobacco - told to quit, slows healing".
  ///
  /// Source: ICD-10-CM Official Guidelines, section IV.J (what is managed at the visit).
  mutating func addCounseledTobacco() {
    guard
      !(rows + additions.map(\.row)).contains(where: {
        rules.isTobacco($0) || rules.ranks.nicotineDependence.contains($0)
      }),
      let found = clues(.whenAsked).filter({ rules.ranks.nicotineDependence.contains($0.clue.row) })
        .min(by: { $0.clue.rank < $1.clue.rank })
    else { return }
    let words = chart.words[found.item]
    let isCounseled = words.indices.contains { index in
      guard AdditionalCodes.tobaccos.contains(words[index].hash),
        [.planned, .procedure].contains(chart.services.zone(item: found.item, offset: Int(words[index].start)))
      else { return false }
      // "Tob - cigarettes, dependent. Brief advice"
      let end = min(words.restOfSentence(from: index, most: 30).endIndex + 3, words.count)
      let sentence = words[words.sentenceStart(at: index)..<end]
      return sentence.contains { AdditionalCodes.quitting.contains($0.hash) }
    }
    // "Current smoker since teens. Actively trying to quit."
    let isQuitting = chart.letters(item: found.item, from: found.start - 40, to: found.end + 140)
      .holds(anyOf: AdditionalCodes.attempts)
    if isCounseled || isQuitting { add(found.clue.row, evidence(found), "counseled-tobacco") }
  }

  private static let attempts: [StaticString] = [
    "trying to quit", "trying to stop", "trying to cut", "trying to limit", "attempting to quit", "wants to quit",
    "would like to quit",
    "ready to quit", "difficulty quitting", "difficulty with complete cessation", "difficulty with cessation",
    "struggling to quit",
  ]
  private static let tobaccos = WordSet("tobacco smoking cigarettes cigarette nicotine smoker smokes")
  private static let quitting = WordSet(
    "quit quitting cessation counseled counselled counseling advised advice urged told patch varenicline nrt lozenge ready"
  )

  /// What radiation did to a tissue has the therapy as its cause.
  ///
  /// Source: External Cause Index, Complication, radiological procedure or therapy; the note at J70.0.
  mutating func addRadiotherapy() {
    guard let harmed = rows.first(where: { AdditionalCodes.harmedByRadiation.contains(icd10cm.code(at: $0)) }),
      let mention = chart.mentions.first(where: { $0.row == harmed }), let cause = icd10cm.row(of: "Y842")
    else { return }
    add(cause, chart.evidence(mention), "external-cause")
  }

  private static let harmedByRadiation: Set<DiagnosisCode> = [
    "J700", "J701", "K520", "K627", "L580", "L581", "L589", "N3040", "N3041",
  ]

  private func isCatheterInfection(_ mention: Mention) -> Bool {
    icd10cm.code(at: mention.row).rawValue.hasPrefix("T8351")
  }

  private static let urinaryInfections = ICD10CM.categories("N10 N12 N15 N30 N39")

  /// Whether it is a condition, or the effect of something that is told elsewhere.
  func isCondition(_ row: Int) -> Bool {
    icd10cm.letter(row: row) < UInt8(ascii: "S") || AdditionalCodes.effects.contains(icd10cm.category(row: row))
  }

  private static let effects = ICD10CM.categories("T78 T88")
}

extension SmallLetters {
  /// Whether a note of a device of the heart says that it was set anew.
  var tellsReprogramming: Bool {
    holds(anyOf: [
      "reprogram", "programmed by me", "interrogation with programming", "programming changes", "changes made",
      "program changes",
    ])
      && !holds(anyOf: [
        "no programming changes", "not reprogrammed", "no reprogramming", "no changes made", "no program changes",
      ])
  }
}
