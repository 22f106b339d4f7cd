import ClaimModel
import CodeSets

/// Chooses the services of a visit: the visit itself, what was done at it, vaccines, and tests.
struct ServiceSelection {
  private let chart: Chart
  private let diagnoses: [AssignedDiagnosis]
  private let books: CodeBooks
  private(set) var services: [AssignedService] = []

  /// The services beside the diagnoses that are billed; `rows` tells where their codes stand in the code set.
  init(
    _ chart: Chart, diagnoses: [AssignedDiagnosis], rows: [Int?], books: CodeBooks, table: ServiceTable,
    problems: ProblemTable, isChronic: (Int) -> Bool
  ) {
    self.chart = chart
    self.diagnoses = diagnoses
    self.books = books
    let date = chart.visit.registration.dateOfService
    let separate = SeparateServices(books.edits, on: date)
    var performed = PerformedServices(chart, diagnoses: diagnoses, table: table).drafts + screenings
    let done = chart.services.mentions.filter { $0.status == .performed }.map { ($0, table.terms[$0.term].family) }
    if done.contains(where: { $0.1.isEndoscopy }) {
      let purpose = ScreeningPurpose(diagnoses, isOfMedicare: chart.isOfMedicare)
      performed += EndoscopyServices(chart, done: done, purpose: purpose).drafts
    }
    if let care = FractureCare(chart, done: done, diagnoses: diagnoses).draft {
      performed.removeAll { FractureCare.includes($0.procedure) }
      performed.append(care)
    }
    let infusions = InfusionServices(chart).drafts
    performed += infusions
    // An injection beside an infusion goes another way.
    if infusions.contains(where: { $0.rule == InfusionServices.rule }) {
      for index in performed.indices where performed[index].procedure == "96372" {
        performed[index].modifiers.append("59")
      }
    }
    let therapy = TherapyServices(chart).drafts.filter(isUsable)
    performed += therapy + recorded(beside: performed)
    performed.removeAll { !isUsable($0) }
    let pointing = ServicePointers(diagnoses, rows: rows, icd10cm: books.icd10cm, procedures: books.procedures)
    for index in performed.indices {
      performed[index].pointers = pointing.pointers(of: performed[index])
      if performed[index].side == nil, performed[index].hasSide {
        performed[index].side = pointing.side(of: performed[index].pointers) ?? chart.soleSide(of: performed[index])
      }
    }
    let vaccines = self.vaccines
    let isVaccinationOnly =
      !vaccines.isEmpty
      && (diagnoses.allSatisfy { $0.code == "Z23" } || chart.services.sign(.vaccinationOnly) != nil)
    let problemsAddressed = ProblemsAddressed(
      chart, diagnoses: diagnoses, rows: rows, table: problems, isChronic: isChronic)
    let data = DataReviewed(chart, table: table, billed: performed)
    let decision = DecisionMaking(
      problems: problemsAddressed, data: data,
      risk: ManagementRisk(chart, problems: problemsAddressed.level, data: data, diagnoses: diagnoses))
    // A smear is what a look at the cervix follows from.
    let looksAtCervix = performed.contains { $0.rule == "colposcopy-by-what-was-taken" }
    // Whether she is pregnant is looked at before a device is placed, not because of a problem.
    let precedesDevice = performed.contains { ServiceSelection.besidePregnancyTest.contains($0.procedure) }
    let hasNewTests = chart.services.mentions.contains { mention in
      let term = table.terms[mention.term]
      // The tissue taken is looked at in any case.
      return (mention.status == .ordered || mention.status == .performed) && term.family.isTest
        && term.family != .outsideTissue && !(looksAtCervix && term.family == .outsideSmear)
        && !(precedesDevice && term.procedure == "81025") && term.procedure != "46600"
        && !(mention.status == .performed && term.family.isOfNerves)
    }
    func visits(beside minor: [ServiceDraft]) -> [ServiceDraft] {
      var minor = minor
      for index in minor.indices
      where minor[index].isEndoscopy || ServiceSelection.ofWholeProblem.contains(minor[index].procedure) {
        minor[index].pointers += pointing.supported(by: minor[index])
      }
      return visits(beside: minor, decision)
    }
    func visits(beside minor: [ServiceDraft], _ decision: DecisionMaking) -> [ServiceDraft] {
      VisitServices(
        chart, diagnoses: diagnoses, decision: decision, minor: minor, hasNewTests: hasNewTests,
        isOutside: { table.terms[$0.term].family == .outsideTest }
      ).drafts
    }
    var drafts: [ServiceDraft] = []
    let staff = StaffVisit(chart, performed: performed + vaccines)
    if let staff {
      drafts += staff.drafts.map { draft in
        var draft = draft
        draft.pointers = draft.pointers.filter { $0 <= diagnoses.count }
        return draft
      }
    } else if !isVaccinationOnly, therapy.isEmpty {
      // Counseling to stop tobacco is no procedure that the visit would be the decision for.
      drafts += visits(
        beside: performed.filter {
          separate.isMinor($0.procedure) && $0.rule != ServiceSelection.tobaccoRule && $0.rule != FractureCare.rule
        })
    }
    // A visit beside a vaccination is separately identifiable. Source: NCCI policy manual, chapter XI.
    if !vaccines.isEmpty {
      for index in drafts.indices
      where drafts[index].procedure.isVisit && !drafts[index].procedure.isWellnessVisit
        && !drafts[index].modifiers.contains("25")
      {
        drafts[index].modifiers.append("25")
      }
    }
    if performed.contains(where: { $0.rule == FractureCare.rule }) {
      for index in drafts.indices where VisitLevel(drafts[index].procedure) != nil {
        drafts[index].modifiers = drafts[index].modifiers.filter { $0 != "25" } + ["57"]
      }
    }
    // Part B asks for no share of what is talked over at a wellness visit: modifier 33.
    if drafts.contains(where: { $0.procedure == "G0438" || $0.procedure == "G0439" }) {
      for index in performed.indices where performed[index].rule == ServiceSelection.advanceCareRule {
        performed[index].modifiers.append("33")
      }
    }
    if drafts.contains(where: { $0.procedure == "G0402" }) {
      // The tracing of Medicare's first visit has a number of its own.
      for index in performed.indices where performed[index].procedure == "93000" {
        performed[index].procedure = "G0403"
      }
    }
    if performed.contains(where: { ServiceSelection.footCare.contains($0.procedure) }), let finding = footFinding {
      for index in performed.indices where ServiceSelection.footCare.contains(performed[index].procedure) {
        performed[index].modifiers.append(finding)
      }
    }
    // Medicare pays for impacted wax once, whether of one ear or of both.
    if chart.isOfMedicare {
      for index in performed.indices where performed[index].procedure == "69210" { performed[index].side = nil }
    }
    drafts = separate.resolve(drafts + performed + vaccines + reports(beside: performed))
    drafts.removeAll { !isUsable($0) }
    if drafts.isEmpty, staff == nil { drafts = visits(beside: []) }
    for draft in drafts { append(draft, pointing) }
  }

  /// Procedures before which a pregnancy is ruled out.
  private static let besidePregnancyTest: Set<ProcedureCode> = [
    "58300", "58301", "58100", "11981", "11982", "11983", "57452", "57454", "57455", "57456",
  ]
  /// Procedures that are for all of the diagnoses they are usual for: an ulcer and its cause, a smear and its virus.
  private static let ofWholeProblem: Set<ProcedureCode> = [
    "11042", "97597", "29580", "57452", "57454", "57455", "57456", "11055", "11056", "11057", "11720", "11721",
    "58300", "58301", "11981", "11982", "11983", "95115", "95117", "64615", "58100",
  ]
  static let footCare: Set<ProcedureCode> = ["11055", "11056", "11057", "11719", "11720", "11721"]

  /// Which findings make the care of feet one that Medicare covers, as the note names their class.
  ///
  /// Source: Medicare Benefit Policy Manual, chapter 15, section 290: Q7, Q8, Q9.
  private var footFinding: ProcedureModifier? {
    guard chart.isOfMedicare else { return nil }
    for item in chart.items(.note) {
      for word in item.item.text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
        let name = word.uppercased()
        if ["Q7", "Q8", "Q9"].contains(name) { return ProcedureModifier(name) }
      }
      let text = SmallLetters(item.item.text)
      if text.holds(anyOf: ["one class a finding", "1 class a finding"]) { return "Q7" }
      if text.holds(anyOf: ["two class b", "2 class b"]) { return "Q8" }
      // Two findings of class B: both pulses are absent.
      if text.holds(anyOf: [
        "dp and pt nonpalpable", "dp and pt non palpable", "dp and pt non-palpable", "dp/pt nonpalpable",
        "dp and pt not palpable", "dp and pt pulses nonpalpable", "dp and pt absent", "absent dp and pt",
      ]) {
        return "Q8"
      }
      if text.holds(anyOf: ["one class b", "1 class b"]), text.holds(anyOf: ["two class c", "2 class c"]) {
        return "Q9"
      }
      if let finding = ServiceSelection.listedFinding(text) { return finding }
    }
    return nil
  }

  /// The modifier of findings that are listed by class: "Class B: absent DP, absent PT, advanced trophic changes".
  private static func listedFinding(_ text: SmallLetters) -> ProcedureModifier? {
    guard text.holds("class"), !text.holds(anyOf: ["class findings: none", "findings not met", "no class findings"])
    else { return nil }
    let hasA = text.holds(anyOf: [
      "class a:", "class a -", "class findings: a -", "class findings: a:", "class a finding",
    ])
    if hasA, text.holds("amputation"), !text.holds(anyOf: ["class a: none", "class a - none", "a: none"]) {
      return "Q7"
    }
    guard text.holds(anyOf: ["class b", "class findings", "b - absent", "b: absent"]) else { return nil }
    let findings: [[StaticString]] = [
      ["absent dp", "dp absent", "absent dorsalis"], ["absent pt", "pt absent", "absent posterior tib"], ["trophic"],
    ]
    let count = findings.count { text.holds(anyOf: $0) }
    return count > 1 ? "Q8" : count == 1 && text.holds("class c") ? "Q9" : nil
  }

  private func position(of code: DiagnosisCode) -> Int? { diagnoses.firstIndex { $0.code == code }.map { $0 + 1 } }

  // MARK: What is looked at beside the words for procedures

  private var vaccines: [ServiceDraft] {
    let (pointer, antibodyPointer) = (position(of: "Z23"), position(of: VisitReason.antibody))
    guard pointer != nil || antibodyPointer != nil else { return [] }
    let doses = VaccineServices.doses(chart, procedures: books.procedures)
    let isCounseled = chart.age <= 18 && chart.services.hasVaccineCounseling
    // Nobody else pays for a wellness visit by that name.
    let isOfMedicare = chart.isOfMedicare || chart.services.isWellnessVisit && chart.age >= 65
    return VaccineServices.drafts(
      doses, isCounseled: isCounseled, isOfMedicare: isOfMedicare, pointer: pointer, antibodyPointer: antibodyPointer)
  }

  /// Counseling to stop tobacco by its minutes, and scores that were recorded.
  ///
  /// Source: CPT's numbers 99406 (more than 3 up to 10 minutes) and 99407 (more); LOINC of the total scores.
  private var screenings: [ServiceDraft] {
    var drafts: [ServiceDraft] = []
    if let (minutes, span) = chart.services.tobaccoMinutes, minutes > 3 {
      drafts.append(
        ServiceDraft(
          procedure: minutes > 10 ? "99407" : "99406", evidence: [chart.evidence(span)],
          rule: ServiceSelection.tobaccoRule))
    }
    drafts += advanceCare
    let scores = chart.items(.observation).filter { item in
      item.item.codings.contains { ["44261-6", "70274-6"].contains($0.code) }
    }
    if let first = scores.first {
      drafts.append(
        ServiceDraft(
          procedure: "96127", units: Set(scores.flatMap { $0.item.codings.map(\.code) }).count,
          evidence: [chart.evidence(item: first.index)], rule: "scored-instrument"))
    }
    return drafts
  }

  private static let tobaccoRule = "tobacco-counseling-by-minutes"
  private static let advanceCareRule = "advance-care-planning-by-minutes"

  /// Talk about care at the end of life, by its minutes: the first half hour from its middle on, each further one likewise.
  ///
  /// Source: CPT by number, 99497 and 99498, and its rule for timed services (a unit of time is attained when its midpoint is
  /// passed); Medicare Claims Processing Manual, chapter 18, section 140.8 (33 beside a wellness visit).
  private var advanceCare: [ServiceDraft] {
    guard let (minutes, span) = chart.services.advanceCareMinutes, minutes >= 16 else { return [] }
    let first = ServiceDraft(
      procedure: "99497", evidence: [chart.evidence(span)], rule: ServiceSelection.advanceCareRule)
    guard minutes >= 46 else { return [first] }
    var further = first
    further.procedure = "99498"
    further.units = (minutes - 16) / 30
    return [first, further]
  }

  /// Laboratory panels by the LOINC code of their report.
  private static let panels: [String: ProcedureCode] = [
    "57698-3": "80061", "51990-0": "80048", "24323-8": "80053", "4548-4": "83036", "57021-8": "85025",
    "58410-2": "85027",
  ]

  private func reports(beside performed: [ServiceDraft]) -> [ServiceDraft] {
    var drafts: [ServiceDraft] = []
    let isKnown = Set(performed.map(\.procedure))
    let first = diagnoses.firstIndex { $0.code != "Z23" }.map { $0 + 1 } ?? 1
    for (index, item) in chart.items(.report) {
      guard let panel = item.codings.lazy.compactMap({ Self.panels[$0.code] }).first, !isKnown.contains(panel),
        !drafts.contains(where: { $0.procedure == panel })
      else { continue }
      drafts.append(
        ServiceDraft(
          procedure: panel, evidence: [chart.evidence(item: index)], rule: "test-by-report", pointers: [first]))
    }
    return drafts
  }

  /// The systems by which sources name CPT and HCPCS.
  private static let procedureSystems: Set<String> = [
    "http://www.ama-assn.org/go/cpt", "urn:oid:2.16.840.1.113883.6.12", "urn:oid:2.16.840.1.113883.6.285",
    "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
    "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
  ]

  /// Procedures that the source coded itself, as far as the code sets know them on the date; visits are leveled here.
  private func recorded(beside performed: [ServiceDraft]) -> [ServiceDraft] {
    var drafts: [ServiceDraft] = []
    let date = chart.visit.registration.dateOfService
    for (index, item) in chart.items(.procedure) {
      for coding in item.codings where Self.procedureSystems.contains(coding.system) {
        let code = ProcedureCode(coding.code)
        guard books.isValid(code, on: date), books.procedures.procedure(code) != nil, !code.isVisit,
          !(performed + drafts).contains(where: { $0.procedure == code })
        else { continue }
        drafts.append(
          ServiceDraft(procedure: code, evidence: [chart.evidence(item: index)], rule: "coded-in-source"))
      }
    }
    return drafts
  }

  // MARK: Lines

  /// Whether the catalog knows a service for this patient, place and date.
  private func isUsable(_ draft: ServiceDraft) -> Bool {
    let registration = chart.visit.registration
    guard let entry = books.procedures.procedure(draft.procedure),
      books.isValid(entry, on: registration.dateOfService)
    else { return false }
    // A visit is billed whatever place is registered; the payer asks about it.
    if draft.procedure.isVisit { return true }
    return entry.ages.contains(chart.age) && (entry.sex == nil || entry.sex == chart.sex)
      && (entry.places.isEmpty || entry.places.contains(registration.placeOfService))
  }

  private mutating func append(_ draft: ServiceDraft, _ pointing: ServicePointers) {
    let pointers = pointing.pointers(of: draft)
    let reasons = pointers.filter { $0 <= diagnoses.count }.flatMap { diagnoses[$0 - 1].evidence }
    let place = ExactPlace.modifier(of: draft, chart, reasons: [reasons, diagnoses.flatMap(\.evidence)])
    let modifiers = ServiceModifiers.ordered(draft, place: place)
    if let known = services.firstIndex(where: { $0.line.procedure == draft.procedure && $0.line.modifiers == modifiers }
    ) {
      services[known].line.units += draft.units
      return
    }
    services.append(
      AssignedService(
        line: ServiceLine(
          procedure: draft.procedure, modifiers: modifiers, units: draft.units, diagnosisPointers: pointers),
        evidence: draft.evidence, rule: draft.rule))
  }
}
