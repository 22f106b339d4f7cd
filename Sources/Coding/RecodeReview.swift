import ClaimModel
import CodeSets

/// One visit's billed codes held against a careful coding of it, refusal by refusal.
struct RecodeReview {
  let visit: Visit
  private let diagnoses: [DiagnosisCode]
  private let services: [ServiceLine]
  private let refusals: [Recoding.Refused]
  private let indications: ProcedureIndications
  /// What is to be billed.
  private(set) var coding: CodedVisit
  private(set) var findings: [RecodeFinding] = []

  init(
    visit: Visit, diagnoses: [DiagnosisCode], services: [ServiceLine], careful: CodedVisit,
    refusals: [Recoding.Refused], indications: ProcedureIndications
  ) {
    self.visit = visit
    self.diagnoses = diagnoses
    self.services = services
    self.refusals = refusals
    self.indications = indications
    coding = careful
  }

  /// Whether other codes are to be billed than were.
  var isChanged: Bool { coding.diagnoses.map(\.code) != diagnoses || coding.services.map(\.line) != services }

  /// The answer, once everything was held.
  var outcome: RecodeOutcome {
    if isChanged { return .changed(coding, findings: findings) }
    if findings.contains(where: { $0.verdict == .supported }) { return .upheld(findings: findings) }
    return .unanswerable(reason: findings.map(\.text).joined(separator: "; "))
  }

  /// The diagnoses that a refusal is about, as they were billed.
  func diagnoses(refusedBy refused: Recoding.Refused) -> [DiagnosisCode] {
    lines(of: refused).flatMap { services[$0].diagnoses(in: diagnoses) }
  }

  /// Holds what was billed against the careful coding.
  mutating func hold() {
    keepEarlierAnswers()
    for refused in refusals where refused.concern?.care == .restraint { restrain(refused) }
    var answered = reviewDifferences()
    for (index, refused) in refusals.enumerated() {
      guard let concern = refused.concern else {
        findings.append(RecodeFinding(subject(of: refused), answers: [refused.name], .notCoding))
        continue
      }
      for line in lines(of: refused) where !answered.contains(Answered(refusal: index, line: line)) {
        switch concern.care {
        case .support: if support(line, refused) { answered.insert(Answered(refusal: index, line: line)) }
        case .bundling: if unbundle(line, refused) { answered.insert(Answered(refusal: index, line: line)) }
        case .none, .registration, .restraint, .specificity: break
        }
      }
      let rest = lines(of: refused).filter { !answered.contains(Answered(refusal: index, line: $0)) }
      for line in rest { uphold(line, refused, concern) }
    }
    dropBundledLines()
  }

  /// A refusal, by its place, that a change answers for a line.
  private struct Answered: Hashable {
    var refusal: Int
    var line: Int
  }

  /// The billed lines that a refusal is about, from 0.
  private func lines(of refused: Recoding.Refused) -> [Int] {
    services.indices.filter { refused.concerns(line: $0 + 1) }
  }

  private func subject(of refused: Recoding.Refused) -> RecodeFinding.Subject {
    refused.refusal.line.map { .line($0) } ?? .claim
  }

  private var comparison: CodingComparison {
    CodingComparison(diagnoses: diagnoses, services: services, with: coding)
  }

  /// Notes every difference with the refusals it answers.
  private mutating func reviewDifferences() -> Set<Answered> {
    var answered: Set<Answered> = []
    for difference in comparison.differences {
      var finding = difference.finding
      for (index, refused) in refusals.enumerated() {
        guard refused.concern?.aspects.contains(difference.aspect) == true else { continue }
        let lines = difference.lines.filter { refused.concerns(line: $0) }
        guard !lines.isEmpty else { continue }
        if !finding.answers.contains(refused.name) { finding.answers.append(refused.name) }
        for line in lines { answered.insert(Answered(refusal: index, line: line - 1)) }
      }
      findings.append(finding)
    }
    return answered
  }

  // MARK: Beyond the careful coding

  /// What an earlier round answered beyond the careful coding stands, as long as it would be answered again.
  private mutating func keepEarlierAnswers() {
    let partners = comparison.linePartners
    for (index, partner) in partners.enumerated() {
      guard let partner else { continue }
      let billed = services[index]
      let careful = coding.services[partner].line
      let supported = supportedPointers(of: careful)
      if diagnoses == coding.diagnoses.map(\.code), let supported, billed.diagnosisPointers == supported {
        coding.services[partner].line.diagnosisPointers = supported
      }
      if let modifier = separatingModifier(of: partner), billed.modifiers == careful.modifiers + [modifier] {
        coding.services[partner].line.modifiers = billed.modifiers
      }
    }
    for index in coding.services.indices.reversed() where !partners.contains(index) {
      let others = services.map(\.procedure)
      if indications.whole(of: coding.services[index].line.procedure, among: others) != nil {
        coding.services.remove(at: index)
      }
    }
  }

  /// A level or a number of units that the payer finds too high is never answered with a higher one.
  private mutating func restrain(_ refused: Recoding.Refused) {
    let partners = comparison.linePartners
    for index in lines(of: refused) {
      guard let partner = partners[index] else { continue }
      let billed = services[index]
      let careful = coding.services[partner].line
      if refused.refusal.reason == "150", VisitLevel.isHigher(careful.procedure, than: billed.procedure) {
        coding.services[partner].line.procedure = billed.procedure
      }
      if refused.refusal.reason == "151", careful.units > billed.units, billed.units > 0 {
        coding.services[partner].line.units = billed.units
      }
    }
  }

  /// Points a line to another documented diagnosis that supports it.
  private mutating func support(_ line: Int, _ refused: Recoding.Refused) -> Bool {
    guard let partner = comparison.linePartners[line] else { return false }
    let careful = coding.services[partner].line
    guard let pointers = supportedPointers(of: careful) else { return false }
    coding.services[partner].line.diagnosisPointers = pointers
    let codes = coding.diagnoses.map(\.code)
    let added = pointers.filter { !careful.diagnosisPointers.contains($0) }
    findings.append(
      RecodeFinding(
        .line(line + 1), answers: [refused.name],
        .pointersChanged(from: services[line].diagnoses(in: diagnoses), to: pointers.map { codes[$0 - 1] }),
        proofs: added.map { coding.diagnoses[$0 - 1].proof }))
    return true
  }

  /// The pointers of a line with documented diagnoses that support it in front; `nil` when there are no others, or no
  /// room for them. At most four: SV107 of the 837P.
  private func supportedPointers(of line: ServiceLine) -> [Int]? {
    func supports(_ pointer: Int) -> Bool {
      coding.diagnoses.indices.contains(pointer - 1)
        && indications.supports(line.procedure, coding.diagnoses[pointer - 1].code)
    }
    let added = coding.diagnoses.indices.map { $0 + 1 }.filter { pointer in
      !line.diagnosisPointers.contains(pointer) && supports(pointer) && !coding.diagnoses[pointer - 1].evidence.isEmpty
    }
    let hasSupport = line.diagnosisPointers.contains(where: supports)
    // What supports the line already stays; what does not may make room.
    let kept = hasSupport ? line.diagnosisPointers : Array(line.diagnosisPointers.prefix(3))
    let room = 4 - kept.count
    guard room > 0, !added.isEmpty else { return nil }
    return Array(added.prefix(room)) + kept
  }

  /// Answers that a line is part of another: it goes when it is, and gets a modifier when it is documented separately.
  private mutating func unbundle(_ line: Int, _ refused: Recoding.Refused) -> Bool {
    guard let partner = comparison.linePartners[line] else { return false }
    let service = coding.services[partner]
    if let whole = wholeOnClaim(of: service.line.procedure) {
      findings.append(
        RecodeFinding(
          .line(line + 1), answers: [refused.name], .lineBundled(service.line.procedure, into: whole.line.procedure),
          proofs: [whole.proof]))
      return true
    }
    guard let modifier = separatingModifier(of: partner) else { return false }
    coding.services[partner].line.modifiers.append(modifier)
    findings.append(
      RecodeFinding(
        .line(line + 1), answers: [refused.name],
        .modifiersChanged(from: services[line].modifiers, to: coding.services[partner].line.modifiers),
        proofs: [service.proof]))
    return true
  }

  private func wholeOnClaim(of procedure: ProcedureCode) -> AssignedService? {
    indications.whole(of: procedure, among: coding.services.map(\.line.procedure))
      .flatMap { whole in coding.services.first { $0.line.procedure == whole } }
  }

  /// Takes out the lines that were found to be part of others; last, so that lines keep their places until then.
  private mutating func dropBundledLines() {
    let bundled = findings.compactMap { finding in
      if case .lineBundled(let procedure, _) = finding.verdict { procedure } else { nil }
    }
    coding.services.removeAll { bundled.contains($0.line.procedure) }
  }

  // MARK: Standing by the codes

  private mutating func uphold(_ line: Int, _ refused: Recoding.Refused, _ concern: RecodeConcern) {
    guard let partner = comparison.linePartners[line],
      services[line].procedure == coding.services[partner].line.procedure
    else { return }
    let service = coding.services[partner]
    let codes = service.line.diagnoses(in: coding.diagnoses.map(\.code))
    let isFit = concern.care != .registration || fitsRegistration(service.line.procedure)
    findings.append(
      RecodeFinding(
        .line(line + 1), answers: [refused.name], isFit ? .supported : .registrationDiffers,
        proofs: [service.proof] + coding.diagnoses.filter { codes.contains($0.code) }.map(\.proof)))
  }

  /// Whether a procedure may be billed for the patient and at the place that are registered.
  private func fitsRegistration(_ procedure: ProcedureCode) -> Bool {
    guard let entry = indications.entry(procedure) else { return true }
    let registration = visit.registration
    let age = registration.patient.birthDate.years(until: registration.dateOfService)
    return entry.ages.contains(age) && (entry.sex == nil || entry.sex == registration.patient.sex)
      && (entry.places.isEmpty || entry.places.contains(registration.placeOfService))
  }
}

extension RecodeReview {
  /// Modifiers that already say that a service stands by itself, or on which side it was.
  private static let separating: Set<ProcedureModifier> = ["25", "59", "XE", "XP", "XS", "XU", "91", "LT", "RT", "50"]

  /// The modifier that says that a service of the coding stands by itself, when it is documented so and none says it yet.
  ///
  /// 25 for a visit beside a procedure, with a problem of its own; XU, before 59, for another service documented in words
  /// of its own.
  ///
  /// Source: NCCI Policy Manual for Medicare Services, chapter I sections D and E; CMS transmittal 1422 (X{EPSU}).
  private func separatingModifier(of index: Int) -> ProcedureModifier? {
    let service = coding.services[index]
    guard coding.services.count > 1, service.line.modifiers.count < 4,
      !service.line.modifiers.contains(where: Self.separating.contains)
    else { return nil }
    let others = coding.services.indices.filter { $0 != index }.map { coding.services[$0] }
    switch indications.category(service.line.procedure) {
    case .officeVisit, .preventiveVisit:
      let beside = others.filter { !$0.line.procedure.isVisit }
      let taken = Set(beside.flatMap(\.line.diagnosisPointers))
      let hasOwnProblem = service.line.diagnosisPointers.contains { pointer in
        !taken.contains(pointer) && coding.diagnoses.indices.contains(pointer - 1)
          && !coding.diagnoses[pointer - 1].evidence.isEmpty
      }
      return !beside.isEmpty && hasOwnProblem ? "25" : nil
    case .vaccineProduct, .vaccineAdministration, .drug, .counseling, nil: return nil
    case .laboratory, .imaging, .diagnosticTest, .surgery:
      // A visit's level may stand on the same words: a test that was ordered is data for it.
      let elsewhere = Set(others.filter { !$0.line.procedure.isVisit }.flatMap(\.evidence))
      return !service.evidence.isEmpty && elsewhere.isDisjoint(with: service.evidence) ? "XU" : nil
    }
  }
}
