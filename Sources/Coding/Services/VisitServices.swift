import ClaimModel
import CodeSets

/// The visit itself: a check-up, a visit about problems, or both.
struct VisitServices {
  private let chart: Chart
  private let diagnoses: [AssignedDiagnosis]
  private let decision: DecisionMaking
  private let hasNewTests: Bool
  private(set) var drafts: [ServiceDraft] = []

  /// The visit's lines. `minor` are procedures that a visit for their own problem is part of; `hasNewTests` tells whether
  /// tests were done or ordered.
  init(
    _ chart: Chart, diagnoses: [AssignedDiagnosis], decision: DecisionMaking, minor: [ServiceDraft], hasNewTests: Bool
  ) {
    self.chart = chart
    self.diagnoses = diagnoses
    self.decision = decision
    self.hasNewTests = hasNewTests
    let hasRoutine = diagnoses.contains { VisitServices.isRoutine($0.code) }
    if hasRoutine {
      addCheckUp()
      if isSignificant { addVisit(beside: true) }
    } else if isSeparate(from: minor) {
      addVisit(beside: false)
    }
  }

  // MARK: Whether there is a visit to bill

  /// Whether a problem was dealt with beside a check-up that a visit of its own would be billed for: one that was treated
  /// with a prescription or more, or that is moderate by itself and was looked into.
  ///
  /// Source: CPT, preventive medicine services: a problem significant enough to require the key components of a
  /// problem-oriented visit takes a code of its own with modifier 25; an insignificant one does not.
  private var isSignificant: Bool {
    guard decision.problems.level > .straightforward else { return false }
    return decision.risk.level >= .moderate
      || decision.problems.level >= .moderate && decision.data.level > .straightforward
  }

  /// Whether the visit is more than the decision for the minor procedures done at it: another problem was dealt with, or
  /// the same one was looked into with tests.
  ///
  /// Source: NCCI Policy Manual for Medicare Services, chapter I, section D: the decision to perform a minor procedure is
  /// part of it, also for a new patient.
  private func isSeparate(from minor: [ServiceDraft]) -> Bool {
    guard !minor.isEmpty else { return true }
    let taken = Set(minor.flatMap(\.pointers))
    let others = diagnoses.indices.contains { index in
      let code = diagnoses[index].code
      return !taken.contains(index + 1) && !code.rawValue.hasPrefix("Z")
        && !code.isExternalCause
    }
    // The tissue taken is looked at in any case, and what else a patient has was not the endoscopist's, unless treated.
    if minor.contains(where: \.isEndoscopy) { return others && isSignificant }
    return others || hasNewTests
  }

  /// Whether a diagnosis is a check-up: the routine examination, or the gynecologist's, which is one of prevention too.
  private static func isRoutine(_ code: DiagnosisCode) -> Bool {
    code.rawValue.hasPrefix("Z00") || code.rawValue.hasPrefix("Z0141")
  }

  // MARK: The kind of visit

  /// Whether the patient is new: as registered, else as the note says. Who is not known to be new is not billed as new.
  private var isNew: Bool {
    if let isKnown = chart.visit.isEstablishedPatient { return !isKnown }
    return chart.services.sign(.newPatient) != nil && chart.services.sign(.establishedPatient) == nil
  }

  private var series: VisitLevel.Series {
    switch chart.visit.registration.placeOfService {
    case "23": .emergency
    case "12", "13", "14": isNew ? .newPatientAtHome : .knownPatientAtHome
    default: isNew ? .newPatient : .knownPatient
    }
  }

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

  private mutating func addCheckUp() {
    drafts.append(
      ServiceDraft(
        procedure: CheckUp(isNewPatient: isNew, age: chart.age).procedure, modifiers: telehealth, evidence: source,
        rule: "preventive-visit-by-age",
        pointers: isSignificant ? pointers(where: VisitServices.isRoutine) : pointers { $0 != "Z23" }))
  }

  private mutating func addVisit(beside isBesideCheckUp: Bool) {
    let series = series
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
    drafts.append(
      ServiceDraft(
        procedure: level.procedure, modifiers: (isBesideCheckUp ? ["25"] : []) + telehealth, evidence: evidence,
        rule: isByTime ? "em-by-time" : "em-by-mdm", pointers: pointers))
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
