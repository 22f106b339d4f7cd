import ClaimModel
import CodeSets

/// The visit itself: a check-up, a visit about problems, or both.
struct VisitServices {
  private let chart: Chart
  private let diagnoses: [AssignedDiagnosis]
  private let decision: DecisionMaking
  private let hasNewTests: Bool
  /// Whether a test is one that others do.
  private let isOutside: (ServiceMention) -> Bool
  private let isWithoutProcedures: Bool
  /// Whether the patient is new: as registered, else as the note says. Who is not known to be new is not billed as new.
  private let isNew: Bool
  private let series: VisitLevel.Series
  private(set) var drafts: [ServiceDraft] = []

  /// The visit's lines. `minor` are procedures that a visit for their own problem is part of; `hasNewTests` tells whether
  /// tests were done or ordered, `isOutside` whether a test is one that others do.
  init(
    _ chart: Chart, diagnoses: [AssignedDiagnosis], decision: DecisionMaking, minor: [ServiceDraft], hasNewTests: Bool,
    isOutside: @escaping (ServiceMention) -> Bool
  ) {
    self.chart = chart
    self.diagnoses = diagnoses
    self.decision = decision
    self.hasNewTests = hasNewTests
    self.isOutside = isOutside
    isWithoutProcedures = minor.isEmpty
    isNew =
      chart.visit.isEstablishedPatient.map { !$0 }
      ?? ((chart.services.sign(.newPatient) != nil || VisitServices.headsNewPatient(chart)
        || ReferredPatient(chart).isReferred)
        && chart.services.sign(.establishedPatient) == nil)
    series =
      switch chart.visit.registration.placeOfService {
      case "23": .emergency
      case "31", "32": isNew ? .newResident : .knownResident
      case "12", "13", "14": isNew ? .newPatientAtHome : .knownPatientAtHome
      default: isNew ? .newPatient : .knownPatient
      }
    let hasRoutine = diagnoses.contains { VisitServices.isRoutine($0.code) }
    if let place = PostoperativeVisit(chart, diagnoses: diagnoses).place {
      drafts.append(
        ServiceDraft(
          procedure: "99024", evidence: [chart.evidence(place)], rule: "visit-in-global-period",
          pointers: pointers { _ in true }))
    } else if hasRoutine {
      addCheckUp()
      if isSignificant { addVisit(beside: true) }
    } else if isSeparate(from: minor) {
      addVisit(beside: false)
    }
  }

  /// Whether the head of the note calls the patient new, or the visit the first: "Pt status: NEW", a line "Initial visit".
  private static func headsNewPatient(_ chart: Chart) -> Bool {
    guard let (index, note) = chart.items(.note).first,
      chart.words[index].prefix(while: { $0.start < longestHead }).contains(where: { headings.contains($0.hash) })
    else { return false }
    let head = SmallLetters(note.text.utf8.prefix(longestHead))
    if head.holds(anyOf: ["status: new", "status : new", "visit type: new", "patient type: new"]) { return true }
    if head.lines(with: "visit").contains(where: {
      firsts.contains(SmallLetters.words(of: String(decoding: $0, as: UTF8.self)))
    }) {
      return true
    }
    // "Patient: 31F, new", "44 y/o man, new patient"
    return head.lines(with: " new").contains { line in
      let words = SmallLetters.words(of: String(decoding: line, as: UTF8.self))
      return words.indices.dropFirst().contains { index in
        words[index] == "new" && endsAgeAndSex(words[index - 1])
          && (index + 1 == words.count || ["patient", "pt"].contains(words[index + 1]) || Int(words[index + 1]) != nil)
      }
    }
  }

  /// Whether a word ends what a head says of who the patient is: "31F", "man", "y/o".
  private static func endsAgeAndSex(_ word: String) -> Bool {
    if ["male", "female", "man", "woman", "boy", "girl", "m", "f", "yo", "o"].contains(word) { return true }
    return (word.hasSuffix("f") || word.hasSuffix("m")) && Int(word.dropLast()) != nil
  }

  /// How far into a note its head reaches, in bytes.
  private static let longestHead = 400
  /// Words of which one stands wherever a head tells it.
  private static let headings = WordSet("new initial first")
  private static let firsts: Set = [["initial", "visit"], ["first", "visit"], ["initial", "office", "visit"]]

  // MARK: Whether there is a visit to bill

  /// Whether a problem was dealt with beside a check-up that a visit of its own would be billed for: one that was treated
  /// with a prescription or more, or that is moderate by itself and was looked into.
  ///
  /// Source: CPT, preventive medicine services: a problem significant enough to require the key components of a
  /// problem-oriented visit takes a code of its own with modifier 25; an insignificant one does not.
  private var isSignificant: Bool {
    guard decision.problems.level > .straightforward else { return false }
    if ordersTestForFinding { return true }
    // Drugs that go on as they are were looked over, which a check-up does anyway.
    let isNew = decision.problems.problems.contains { $0 == .acuteUncomplicated || $0 >= .worseChronic }
    guard isNew || chart.services.changesTreatment else { return false }
    return decision.risk.level >= .moderate
      || decision.problems.level >= .moderate && decision.data.level > .straightforward
  }

  /// Whether a finding, coded as one, is looked into: a test that others do is ordered in the plan, in the line of its words.
  ///
  /// Source: CPT, preventive medicine services, as above; ICD-10-CM Official Guidelines, section I.C.21.c.13 (an abnormal finding
  /// of the examination is coded beside it).
  private var ordersTestForFinding: Bool {
    diagnoses.contains { diagnosis in
      diagnosis.code.rawValue.utf8.first == UInt8(ascii: "R")
        && diagnosis.evidence.contains { evidence in
          let end = evidence.offset + evidence.text.utf8.count
          return chart.services.mentions.contains { mention in
            mention.status == .ordered && isOutside(mention) && mention.zone == .planned
              && chart.visit.documentation[mention.span.item].source == evidence.source
              && (end...end + VisitServices.reachOfOrder).contains(mention.name.start)
              && isInOneLine(mention.span.item, from: end, to: mention.name.start)
          }
        }
    }
  }

  private func isInOneLine(_ item: Int, from start: Int, to end: Int) -> Bool {
    !chart.visit.documentation[item].text.utf8.dropFirst(start).prefix(end - start).contains(UInt8(ascii: "\n"))
  }

  /// How far, in bytes, the order for a test stands behind the finding it is for.
  private static let reachOfOrder = 100

  /// Whether the visit is more than the decision for the minor procedures done at it: another problem was dealt with, or
  /// the same one was looked into with tests.
  ///
  /// Source: NCCI Policy Manual for Medicare Services, chapter I, section D: the decision to perform a minor procedure is
  /// part of it, also for a new patient.
  private func isSeparate(from minor: [ServiceDraft]) -> Bool {
    guard !minor.isEmpty else { return true }
    if saysNothingElse || isRoutineFootCare(minor) { return false }
    // Whoever comes for a procedure, as the title says, was decided on before.
    if isOfProcedure {
      return chart.services.changesTreatment && decision.problems.level >= .moderate
        && decision.risk.level >= .moderate
    }
    let taken = Set(minor.flatMap(\.pointers))
    let others = diagnoses.indices.contains { index in
      let code = diagnoses[index].code
      return !taken.contains(index + 1) && (!code.rawValue.hasPrefix("Z") || ProblemsAddressed.isLastingStatus(code))
        && !code.isExternalCause
    }
    // The tissue taken is looked at in any case, and what else a patient has was not the endoscopist's, unless treated.
    if minor.contains(where: \.isEndoscopy) { return others && isSignificant }
    // A drug that is begun or changed for a lasting problem is more than the decision for the procedure.
    let isManaged = chart.services.changesTreatment && decision.problems.level >= .moderate
    // To look is no decision: what is begun after it is a visit.
    let isLook = leavesDecision(minor) && decision.risk.level >= .moderate
    // Whoever comes for an infusion was decided on before.
    if minor.contains(where: { $0.rule == InfusionServices.rule }) {
      // An acute illness was nobody's plan: "vomiting since 2 am, ondansetron IV push".
      let isAcute = decision.problems.problems.contains {
        $0 == .acuteUncomplicated || $0 == .systemic || $0 == .uncertain
      }
      return isManaged || isAcute && decision.risk.level >= .moderate
        || namesVisit && decision.problems.level >= .moderate && decision.risk.level >= .moderate
    }
    // An injection of a drug or a test of breathing is no procedure whose decision is part of it: what is prescribed besides is a visit.
    let isTreatment =
      minor.allSatisfy { VisitServices.withoutDecision.contains($0.procedure) }
      && (decision.risk.level >= .moderate || chart.services.minutes != nil)
    return others || hasNewTests || isManaged || isLook || isTreatment
  }

  /// Whether the note's title calls it the account of a procedure: "Office hysteroscopy report", "Procedure visit".
  private var isOfProcedure: Bool {
    chart.items(.note).first.map {
      ServiceReader.isOfProcedure(chart.words[$0.index]) || ServiceReader.countsSessions(chart.words[$0.index])
    } ?? false
  }

  /// Whether the note's title calls it a visit too: "Treatment visit", "Infusion + visit".
  private var namesVisit: Bool {
    guard let note = chart.items(.note).first?.item.text else { return false }
    let title = SmallLetters((note.split(maxSplits: 1, whereSeparator: \.isNewline).first ?? "").utf8.prefix(120))
    return title.holds("visit") && !title.holds(anyOf: ["nurse", " rn "])
  }

  /// Whether the note says that nothing but the procedure was dealt with.
  private var saysNothingElse: Bool {
    chart.items(.note).contains { note in
      SmallLetters(note.item.text).holds(
        anyOf: [
          "no other problem addressed", "no other problems addressed", "no separate visit", "nothing else today",
          "no separate e/m", "no other issues addressed", "no other concerns addressed",
          "injection only", "no separate exam problem", "decision for injection made at prior",
          "decision for injection was made at", "decided at last visit", "decided at the last visit",
          "decided at prior visit",
        ])
    }
  }

  /// Whether the note is by its title one of routine foot care, and nails or calluses were cut.
  ///
  /// Source: Medicare Benefit Policy Manual, chapter 15, section 290.
  private func isRoutineFootCare(_ minor: [ServiceDraft]) -> Bool {
    minor.contains { ServiceSelection.footCare.contains($0.procedure) }
      && chart.items(.note).contains {
        SmallLetters($0.item.text.utf8.prefix(160)).holds(anyOf: [
          "routine foot care", "nail care visit", "at-risk foot care", "at risk foot care", "diabetic foot care note",
        ])
      }
  }

  /// Whether what only looks was done for a problem that nothing else was done for.
  private func leavesDecision(_ minor: [ServiceDraft]) -> Bool {
    let acts = minor.filter { !VisitServices.looks.contains($0.procedure) }
    guard acts.count < minor.count else { return false }
    let taken = Set(acts.flatMap(\.pointers))
    return acts.isEmpty
      || diagnoses.indices.contains { !taken.contains($0 + 1) && !diagnoses[$0].code.rawValue.hasPrefix("Z") }
  }

  /// Scopes that only look.
  private static let looks: Set<ProcedureCode> = ["31231", "31575", "46600", "52000"]

  /// Drugs given and tests, of which a visit is never part, though it says that it is separate.
  private static let withoutDecision: Set<ProcedureCode> = [
    "96372", "94010", "94060", "94640", "95012", "95004", "95024",
    "95907", "95908", "95909", "95910", "95911", "95912", "95913",
  ]

  /// Whether a diagnosis is a check-up: the routine examination, or the gynecologist's, which is one of prevention too.
  private static func isRoutine(_ code: DiagnosisCode) -> Bool {
    code.rawValue.hasPrefix("Z00") || code.rawValue.hasPrefix("Z0141")
  }

  // MARK: The kind of visit

  /// 95 for sight and sound from afar, 93 for sound only.
  ///
  /// Source: CPT, appendices P and T; places 02 and 10 are telehealth.
  private var telehealth: [ProcedureModifier] {
    if chart.services.sign(.audioOnly) != nil, chart.services.sign(.video) == nil { return ["93"] }
    let isAfar = ["02", "10"].contains(chart.visit.registration.placeOfService)
    return isAfar || chart.services.sign(.video) != nil ? ["95"] : []
  }

  // MARK: Lines

  /// Positions of diagnoses, at most four; never none.
  private func pointers(where belongs: (DiagnosisCode) -> Bool) -> [Int] {
    let positions = diagnoses.indices.filter { belongs(diagnoses[$0].code) }
    // How an injury came about is told, and is no reason for a service.
    let reasons = positions.filter { !diagnoses[$0].code.isExternalCause }
    let chosen = (reasons.isEmpty ? positions : reasons).prefix(ServicePointers.maximum).map { $0 + 1 }
    return chosen.isEmpty ? [1] : Array(chosen)
  }

  private var source: [Evidence] {
    let item = chart.items(.encounterType).first?.index ?? chart.visit.documentation.indices.first
    return item.map { [chart.evidence(item: $0)] } ?? []
  }

  /// The wellness visit that Medicare pays for, where the note calls the visit so.
  ///
  /// Source: 42 CFR 410.15 and 410.16; Medicare Claims Processing Manual, chapter 18, sections 80 and 140.
  private var medicareVisit: ProcedureCode? {
    let services = chart.services
    // Others have no visit with Medicare, whatever they call theirs.
    guard chart.isOfMedicare || chart.age >= 65 else { return nil }
    if services.sign(.welcome) != nil { return "G0402" }
    if services.sign(.firstWellness) != nil { return "G0438" }
    return services.sign(.wellness) != nil ? "G0439" : nil
  }

  private mutating func addCheckUp() {
    let medicare = medicareVisit
    drafts.append(
      ServiceDraft(
        procedure: medicare ?? CheckUp(isNewPatient: isNew, age: chart.age).procedure, modifiers: telehealth,
        evidence: source, rule: medicare == nil ? "preventive-visit-by-age" : "wellness-visit-of-medicare",
        pointers: isSignificant ? pointers(where: VisitServices.isRoutine) : pointers { $0 != "Z23" }))
  }

  /// The visit of the eyes, after a hospital stay, or the first one of psychiatry that goes under a number of its own.
  ///
  /// Source: CPT by number, general ophthalmological services: a comprehensive one looks at the whole visual system, the dilated fundus
  /// among it; an intermediate one at less. Psychiatric evaluation with medical services, which a prescription is.
  private var ownVisit: ProcedureCode? {
    let services = chart.services
    if services.sign(.psychiatricEvaluation) != nil { return services.sign(.prescription) == nil ? "90791" : "90792" }
    guard series == .newPatient || series == .knownPatient else { return nil }
    if services.sign(.cognitiveCare) != nil { return "99483" }
    if let transition = TransitionalCare(chart)?.procedure(decision.level) { return transition }
    let cues: [VisitCue] = [.visualAcuity, .eyePressure, .slitLamp, .fundus]
    guard cues.count(where: { services.sign($0) != nil }) >= 3 else { return nil }
    let isWhole = [.eyePressure, .slitLamp, .fundus].allSatisfy { services.sign($0) != nil }
    return isNew ? (isWhole ? "92004" : "92002") : isWhole ? "92014" : "92012"
  }

  /// Critical care of half an hour and more, in place of a visit to an emergency department.
  ///
  /// Source: CPT by number, 99291 (30 to 74 minutes) and 99292 (each further 30).
  private mutating func addCriticalCare() -> Bool {
    guard series == .emergency, let (minutes, span) = chart.services.criticalCareMinutes, minutes >= 30 else {
      return false
    }
    let pointers = pointers { $0 != "Z23" }
    func draft(_ code: ProcedureCode, _ units: Int) -> ServiceDraft {
      ServiceDraft(
        procedure: code, units: units, evidence: [chart.evidence(span)], rule: "critical-care-by-minutes",
        pointers: pointers)
    }
    drafts.append(draft("99291", 1))
    if minutes >= 75 { drafts.append(draft("99292", (minutes - 75) / 30 + 1)) }
    return true
  }

  /// Psychotherapy beside the visit, by its minutes.
  private mutating func addPsychotherapy(beside pointers: [Int]) {
    guard let (minutes, span) = chart.services.psychotherapyMinutes, minutes >= 16 else { return }
    drafts.append(
      ServiceDraft(
        procedure: minutes > 52 ? "90838" : minutes > 37 ? "90836" : "90833", modifiers: telehealth,
        evidence: [chart.evidence(span)], rule: "psychotherapy-beside-visit", pointers: pointers))
  }

  /// What Medicare pays more for a visit of a clinician who goes on caring for the patient.
  ///
  /// Source: 42 CFR 414.22 and the physician fee schedule's final rule for 2024 (G2211: not beside modifier 25).
  private mutating func addLastingCare(_ pointers: [Int], isAlone: Bool) {
    guard isAlone, series == .newPatient || series == .knownPatient, let sign = chart.services.sign(.longitudinal),
      chart.isOfMedicare
    else { return }
    drafts.append(
      ServiceDraft(
        procedure: "G2211", modifiers: telehealth, evidence: [chart.evidence(sign.span)], rule: "lasting-care",
        pointers: pointers))
  }

  private mutating func addVisit(beside isBesideCheckUp: Bool) {
    if addCriticalCare() { return }
    // The time of a visit with a check-up or procedures is not told apart.
    let isTimed = !isBesideCheckUp
    let documented = isTimed ? chart.visit.totalMinutes ?? chart.services.minutes?.count : nil
    let time = VisitTime(minutes: documented, series: series)
    let isByTime = time.level.map { $0 > decision.level } ?? false
    let level = VisitLevel(series, isByTime ? time.level ?? decision.level : decision.level)
    let pointers =
      isBesideCheckUp ? pointers { !VisitServices.isRoutine($0) && $0 != "Z23" } : pointers { $0 != "Z23" }
    var evidence = decision.evidence
    if isByTime { evidence = chart.services.minutes.map { [chart.evidence($0.span)] } ?? source }
    if evidence.isEmpty { evidence = source }
    let own = isBesideCheckUp ? nil : ownVisit
    if let own {
      drafts.append(
        ServiceDraft(
          procedure: own, modifiers: telehealth, evidence: evidence, rule: "visit-by-specialty", pointers: pointers))
      return
    }
    drafts.append(
      ServiceDraft(
        procedure: level.procedure, modifiers: (isBesideCheckUp ? ["25"] : []) + telehealth, evidence: evidence,
        rule: isByTime ? "em-by-time" : "em-by-mdm", pointers: pointers))
    addPsychotherapy(beside: pointers)
    addLastingCare(pointers, isAlone: !isBesideCheckUp && isWithoutProcedures)
    let isHighest = level.level == 5 && time.level == .high
    if isHighest, time.prolonged > 0 {
      drafts.append(
        ServiceDraft(
          procedure: "99417", modifiers: telehealth, units: time.prolonged, evidence: evidence,
          rule: "prolonged-service",
          pointers: pointers))
    }
  }
}
