import ClaimModel
import CodeSets

/// The codes under consideration for a visit, and the rules that hold between them.
///
/// Source: ICD-10-CM Official Guidelines, sections I.A.12.a, I.A.13, I.A.15, I.A.17, I.B.2, I.B.5, I.B.9 and IV.G.
struct DiagnosisList {
  let icd10cm: ICD10CM
  let rules: DiagnosisRules
  /// Whether codes that are not assigned are told, with the reason: it takes time that a worker has no use for.
  let keepsRefusals: Bool
  var candidates: [DiagnosisCandidate] = []
  private(set) var refused: [RefusedDiagnosis] = []
  /// The position of each code among the candidates while they are collected, where they are more than a ``few``.
  private var positions: [Int: Int] = [:]
  /// How many candidates are sooner looked through than looked up.
  private static let few = 16
  /// Codes of whose condition another mention says more.
  private var superseded: Set<Int> = []
  /// Symptoms whose cause the clinician calls unknown.
  var unexplained: Set<Int> = []

  init(icd10cm: ICD10CM, rules: DiagnosisRules, keepsRefusals: Bool) {
    self.icd10cm = icd10cm
    self.rules = rules
    self.keepsRefusals = keepsRefusals
  }

  /// Takes a code into consideration, or more evidence for one that is.
  mutating func add(_ row: Int, _ evidence: Evidence, rule: String, confidence: Double, weight: Double) {
    if let known = position(of: row) {
      if candidates[known].evidence.count < 4 { candidates[known].evidence.append(evidence) }
      candidates[known].confidence = max(candidates[known].confidence, confidence)
      candidates[known].weight = max(candidates[known].weight, weight)
      return
    }
    if candidates.isEmpty { candidates.reserveCapacity(8) }
    candidates.append(
      DiagnosisCandidate(
        row: row, evidence: [evidence], rule: rule, confidence: confidence, weight: weight, order: candidates.count))
    guard candidates.count > DiagnosisList.few else { return }
    let unplaced = positions.isEmpty ? candidates.startIndex : candidates.count - 1
    for index in unplaced..<candidates.count { positions[candidates[index].row] = index }
  }

  /// The position of a code among the candidates while they are collected.
  private func position(of row: Int) -> Int? {
    candidates.count > DiagnosisList.few ? positions[row] : candidates.firstIndex { $0.row == row }
  }

  /// Takes a code that stands beside the problems of an assessment: it is coded only where a problem's code names it too.
  mutating func addBeside(_ row: Int, _ evidence: Evidence, rule: String) {
    guard position(of: row) == nil else { return }
    add(row, evidence, rule: rule, confidence: 0.5, weight: -1)
  }

  /// Notes that a code that says more stands for this one.
  mutating func supersede(_ row: Int) { superseded.insert(row) }

  /// Keeps for the record that a code was named and not assigned.
  mutating func refuse(_ row: Int, _ evidence: Evidence, _ reason: RefusedDiagnosis.Reason) {
    guard keepsRefusals else { return }
    refuse(RefusedDiagnosis(code: icd10cm.code(at: row), evidence: evidence, reason: reason))
  }

  /// Keeps for the record that a code, which may be none of the code set, was not assigned.
  mutating func refuse(_ refusal: RefusedDiagnosis) {
    if keepsRefusals, refused.count < DiagnosisSelection.maximumCandidates { refused.append(refusal) }
  }

  /// Applies the rules to what was collected; afterwards the candidates are in the order of their importance. `isShort` tells
  /// of a note so short that it is one visit and no story.
  mutating func settle(limit: Int, isAssessed: Bool, isShort: Bool) {
    positions = [:]
    candidates.sort { ($0.weight, $1.order) > ($1.weight, $0.order) }
    // The rules below hold each candidate against each other one.
    if candidates.count > limit { candidates.removeLast(candidates.count - limit) }
    if !superseded.isEmpty {
      let superseded = superseded
      drop(.lessSpecific) { superseded.contains($0) }
    }
    dropLooseWords()
    // Before the symptoms go: hyperglycemia belongs to diabetes, and makes a code of its own with it.
    combine(isAssessed: isAssessed)
    keepWhatProblemsAskFor()
    for candidate in candidates where candidate.weight < 0 { refuse(candidate, .notAssessed) }
    candidates.removeAll { $0.weight < 0 }
    if isAssessed || isShort { dropIntegralSymptoms() }
    dropLessSpecific(isAssessed: isAssessed)
  }

  /// What names a problem again with less says nothing more: "the cataracts" beside a nuclear cataract.
  private mutating func dropLooseWords() {
    let problems = candidates.filter { $0.weight >= 0 }.map(\.row)
    let loose = candidates.filter { candidate in
      problems.contains { rules.isNamedAgain($0, by: candidate.row, isProblem: candidate.weight >= 0) }
    }
    let rows = Set(loose.map(\.row))
    candidates.removeAll { rows.contains($0.row) }
  }

  /// What stands beside a problem whose note asks for it is coded with it: "hyperplasia of the prostate with symptoms,
  /// nocturia".
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.A.17 (use additional code).
  private mutating func keepWhatProblemsAskFor() {
    guard candidates.last.map({ $0.weight < 0 }) ?? false else { return }
    let sequence = rules.sequence
    let demands = candidates.lazy.filter { $0.weight >= 0 }.map { sequence.demands(of: $0.row) }
    for index in candidates.indices where candidates[index].weight < 0 {
      let row = candidates[index].row
      if demands.contains(where: { sequence.asks($0, forAdditional: row) }) { candidates[index].weight = 0 }
    }
  }

  /// Adds a code that follows from the others: first of all, or after them.
  mutating func add(_ addition: AdditionalCodes.Addition, isFirst: Bool) {
    guard !candidates.contains(where: { $0.row == addition.row }) else { return }
    let candidate = DiagnosisCandidate(
      row: addition.row, evidence: [addition.evidence], rule: addition.rule, confidence: isFirst ? 0.8 : 0.7,
      weight: isFirst ? (candidates.first?.weight ?? 1) + 1 : 0, order: candidates.count)
    candidates.insert(candidate, at: isFirst ? 0 : candidates.count)
  }

  /// Takes back codes in whose place another one is added.
  mutating func withdraw(where isReplaced: (Int) -> Bool) { candidates.removeAll { isReplaced($0.row) } }

  /// Puts another code before one, or in its place, on the same words.
  mutating func precede(_ row: Int, by other: Int, rule: String, keepsOwn: Bool) {
    guard let position = candidates.firstIndex(where: { $0.row == row }) else { return }
    let own = candidates[position]
    superseded.remove(other)
    if !keepsOwn {
      refuse(own, .combined)
      candidates.remove(at: position)
    }
    if let known = candidates.firstIndex(where: { $0.row == other }) {
      candidates[known].evidence += own.evidence.prefix(max(0, 4 - candidates[known].evidence.count))
      candidates[known].weight = max(candidates[known].weight, own.weight)
      return
    }
    var added = own
    (added.row, added.rule) = (other, rule)
    candidates.insert(added, at: position)
  }

  /// Applies the rules that hold between all codes of the visit.
  mutating func finish(sex: Sex, age: Int, isAssessed: Bool) {
    // What was added may make a combination: the stage of a kidney disease beside diabetes.
    combine(isAssessed: isAssessed)
    dropAgitationOfDementia()
    dropLessSpecific(isAssessed: isAssessed)
    mergeSides()
    let demographics = rules.demographics
    drop(.demographics) { !demographics.fit($0, sex: sex, age: age) }
    // The note at Z17.4: where nothing but a combined status is documented.
    if candidates.contains(where: { rules.ranks.receptors.contains($0.row) }) {
      let ranks = rules.ranks
      drop(.lessSpecific) { ranks.receptorsTogether.contains($0) }
    }
    if isAssessed {
      // Section I.B.7: an organism is coded where a note asks for it.
      let (sequence, organisms) = (rules.sequence, rules.ranks.organisms)
      let others = candidates.map(\.row)
      drop(.secondary) { row in
        organisms.contains(row) && !sequence.isAsked(row, by: others)
      }
    }
    if isAssessed {
      let (exposures, ranks, others) = (rules.exposures, rules.ranks, candidates.map(\.row))
      // Section I.C.21.c.1: a contact is coded where the infection is not; I.C.21.c.7: aftercare tells of the operation itself.
      // Section I.C.4.a: "without complications" beside a complication of the same type says nothing.
      let icd10cm = icd10cm
      drop(.lessSpecific) { row in
        ranks.uncomplicated.contains(row)
          && others.contains { $0 != row && icd10cm.category(row: $0) == icd10cm.category(row: row) }
      }
      // Section I.C.5.b: dependence says more than use.
      if let use = ranks.tobaccoUse, others.contains(where: ranks.nicotineDependence.contains) {
        drop(.lessSpecific) { $0 == use }
      }
      let hasAftercare = others.contains(where: ranks.aftercares.contains)
      drop(.secondary) { row in
        exposures.isContact(row) && exposures.isMoot(row, beside: others)
          || hasAftercare && ranks.otherPostprocedural.contains(row)
      }
    }
    // Index, Effect, adverse: what the drug did is named, and so is the drug.
    if isAssessed, candidates.contains(where: { isAdverseEffect($0.row) }), candidates.count > 2 {
      drop(.lessSpecific) { [icd10cm] in icd10cm.code(at: $0).rawValue.hasPrefix("T887") }
    }
    dropExcluded()
    order()
    guard !refused.isEmpty else { return }
    let assigned = Set(candidates.map { icd10cm.code(at: $0.row) })
    refused.removeAll { assigned.contains($0.code) }
  }

  /// Refuses the candidates to whose codes the rule applies.
  mutating func drop(_ reason: RefusedDiagnosis.Reason, where applies: (Int) -> Bool) {
    var index = 0
    while index < candidates.count {
      if applies(candidates[index].row) { refuse(candidates.remove(at: index), reason) } else { index += 1 }
    }
  }

  private mutating func refuse(_ candidate: DiagnosisCandidate, _ reason: RefusedDiagnosis.Reason) {
    if let evidence = candidate.evidence.first { refuse(candidate.row, evidence, reason) }
  }

  private mutating func combine(isAssessed: Bool) {
    guard candidates.count > 1 else { return }
    var start = 0
    while let hit = rules.combinations.next(from: start, among: candidates.map(\.row), isAssessed: isAssessed) {
      start = hit.index + 1
      let combination = rules.combinations.combinations[hit.index]
      guard candidates[hit.first].weight >= 0, !isUnderdosing(candidates[hit.second].row),
        !combination.needsCloseness || areClose(candidates[hit.first], candidates[hit.second])
      else { continue }
      apply(combination, first: hit.first, second: hit.second)
    }
  }

  /// Whether the words of two codes stand close together somewhere.
  private func areClose(_ one: DiagnosisCandidate, _ other: DiagnosisCandidate) -> Bool {
    one.evidence.contains { first in
      other.evidence.contains { $0.source == first.source && abs($0.offset - first.offset) < 80 }
    }
  }

  private mutating func apply(_ combination: CodeCombination, first: Int, second: Int) {
    guard let row = combination.row.map({ rules.ranks.neuropathy($0, named: candidates[second].evidence) }) else {
      return
    }
    var combined = candidates[first]
    combined.row = row
    combined.evidence += candidates[second].evidence.prefix(1)
    combined.rule = combination.rule
    let removed = combination.keepsSecond ? nil : candidates[second]
    if candidates[second].weight < 0 { candidates[second].weight = combined.weight }
    let known = candidates.firstIndex { $0.row == row }
    let isNew = known == nil
    // Beside the problem it combines, its words are that problem's.
    if let known { candidates[known].weight = max(candidates[known].weight, combined.weight) }
    if combination.replacesFirst {
      refuse(candidates[first], .combined)
      if isNew { candidates[first] = combined }
    } else if isNew {
      candidates.insert(combined, at: first + 1)
    }
    let replaced = combination.replacesFirst && !isNew ? candidates[first].row : nil
    candidates.removeAll { $0.row == removed?.row || $0.row == replaced }
    if let removed { refuse(removed, .combined) }
  }

  /// An unspecified code goes when a sibling says more.
  private mutating func dropLessSpecific(isAssessed: Bool) {
    guard candidates.count > 1 else { return }
    let rows = candidates.map { (row: $0.row, isOpen: rules.isUnspecified($0.row)) }
    var index = 0
    for (position, one) in rows.enumerated() {
      let hasSpecific = rows.contains {
        one.isOpen && !$0.isOpen && rules.isSameCondition(unspecified: one.row, specific: $0.row)
          || isAssessed && rules.isNamedMoreClosely(one.row, by: $0.row)
      }
      if hasSpecific {
        refuse(candidates.remove(at: index), .lessSpecific)
        // The one that says more stands where the problem was named first.
        let closer = candidates[index...].firstIndex {
          rules.isSameCondition(unspecified: one.row, specific: $0.row) || rules.isNamedMoreClosely(one.row, by: $0.row)
        }
        if isAssessed, let closer { candidates.insert(candidates.remove(at: closer), at: index) }
      } else if rows[..<position].contains(where: { $0.row == one.row }) {
        candidates.remove(at: index)
      } else {
        index += 1
      }
    }
  }

  /// Of two codes that exclude each other the better documented one stays; of two equally documented ones a condition
  /// before a symptom, one that says more before one that says less, and one told more often before one told less often.
  ///
  /// Source: ICD-10-CM Official Guidelines, sections I.A.12.a, I.B.2, I.B.4 and I.B.5.
  private mutating func dropExcluded() {
    guard candidates.count > 1 else { return }
    var kept: [(candidate: DiagnosisCandidate, excludes: [Range<Int>])] = []
    for candidate in candidates {
      var excludes: [Range<Int>] = []
      icd10cm.appendExclusions(of: candidate.row, to: &excludes)
      let others = kept.indices.filter { index in
        kept[index].excludes.contains { $0.contains(candidate.row) }
          || excludes.contains { $0.contains(kept[index].candidate.row) }
      }
      let rank = others.isEmpty ? nil : documentation(of: candidate)
      let saysMore = rank.map { rank in others.allSatisfy { documentation(of: kept[$0].candidate) < rank } } ?? false
      if others.isEmpty || saysMore {
        for index in others.reversed() { refuse(kept.remove(at: index).candidate, .excluded) }
        kept.append((candidate, excludes))
      } else {
        refuse(candidate, .excluded)
      }
    }
    candidates = kept.map(\.candidate)
  }

  /// How well a candidate is documented, to be compared with others.
  private func documentation(of candidate: DiagnosisCandidate) -> (Double, Int, Int, Int) {
    let isSymptom = icd10cm.letter(row: candidate.row) == UInt8(ascii: "R")
    return (
      candidate.weight, isSymptom ? 0 : 1, rules.isUnspecified(candidate.row) ? 0 : 1, candidate.evidence.count
    )
  }

  // MARK: Order

  /// Puts the codes in the order that notes and guidelines demand, and drops those that may not stand where they would.
  private mutating func order() {
    keepOneFirstOnly()
    followNotes()
    putPregnancyFirst()
    let ranks = rules.ranks
    // The note at U09.9: what it is first, where that is known.
    if let covid = ranks.longCovid, candidates.count > 1, candidates[0].row == covid {
      let next = candidates[1].row
      if icd10cm.letter(row: next) < UInt8(ascii: "S") { candidates.swapAt(0, 1) }
    }
    // Section I.C.21.c.5: a screening stays the reason, whatever it finds.
    if let screening = candidates.firstIndex(where: { ranks.bowelScreenings.contains($0.row) }), screening > 0,
      candidates.allSatisfy({ ranks.bowelScreenings.contains($0.row) || ranks.bowelFindings.contains($0.row) })
    {
      candidates.insert(candidates.remove(at: screening), at: 0)
    }
    orderDrugs()
    if candidates.contains(where: { ranks.isExternalCause($0.row) }) {
      candidates =
        candidates.filter { !ranks.isExternalCause($0.row) } + candidates.filter { ranks.isExternalCause($0.row) }
    }
    let mayLead = candidates.indices.filter { !ranks.isNeverFirst(candidates[$0].row) }
    guard let first = mayLead.first(where: { !ranks.follows(candidates[$0].row) }) ?? mayLead.first else {
      for candidate in candidates { refuse(candidate, .secondary) }
      candidates = []
      return
    }
    if first > 0 { candidates.insert(candidates.remove(at: first), at: 0) }
  }

  /// Codes of chapter 15 come before all others, and the supervision of a high risk pregnancy before them.
  ///
  /// Source: ICD-10-CM Official Guidelines, sections I.C.15.a.1 and I.C.15.b.2.
  private mutating func putPregnancyFirst() {
    let pregnancy = rules.pregnancy
    guard candidates.contains(where: { pregnancy.isOfChapter($0.row) }) else { return }
    var ranked: [[DiagnosisCandidate]] = [[], [], [], []]
    for candidate in candidates {
      let rank =
        rules.ranks.isFirstOnly(candidate.row)
        ? 0 : pregnancy.highRisk.contains(candidate.row) ? 1 : pregnancy.isOfChapter(candidate.row) ? 2 : 3
      ranked[rank].append(candidate)
    }
    candidates = Array(ranked.joined())
  }

  /// A code that may only be listed first is: the first one documented as the reason for the visit. Others go.
  private mutating func keepOneFirstOnly() {
    let ranks = rules.ranks
    guard let first = candidates.firstIndex(where: { ranks.isFirstOnly($0.row) }) else { return }
    let chosen = candidates[first]
    let isReason = chosen.weight >= min(0.8, candidates[0].weight)
    let kept = !isReason ? [] : candidates.filter { ranks.mayStand($0.row, beside: chosen.row) }
    for candidate in candidates
    where ranks.isFirstOnly(candidate.row) && !kept.contains(where: { $0.row == candidate.row }) {
      refuse(candidate, .secondary)
    }
    candidates = kept + candidates.filter { !ranks.isFirstOnly($0.row) }
  }

  /// Moves each code before the first one that a note wants after it.
  private mutating func followNotes() {
    guard candidates.count > 1 else { return }
    let sequence = rules.sequence
    var demands = candidates.map { sequence.demands(of: $0.row) }
    for index in 1..<candidates.count {
      let row = candidates[index].row
      let place = (0..<index).first { earlier in
        !rules.ranks.isFirstOnly(candidates[earlier].row)
          && (sequence.asks(demands[earlier], forFirst: row)
            || sequence.asks(demands[index], forAdditional: candidates[earlier].row))
      }
      guard let place else { continue }
      candidates.insert(candidates.remove(at: index), at: place)
      demands.insert(demands.remove(at: index), at: place)
    }
  }
}
