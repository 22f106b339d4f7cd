import ClaimModel
import CodeSets

/// Chooses the diagnoses of a visit among the conditions its chart mentions.
///
/// Source: ICD-10-CM Official Guidelines, sections I.A.12.a, I.B.5, I.B.13 and IV.
struct DiagnosisSelection {
  private let chart: Chart
  private let icd10cm: ICD10CM
  private let rules: DiagnosisRules
  private(set) var candidates: [DiagnosisCandidate] = []
  /// The position of each code among the candidates while they are collected.
  private var positions: [Int: Int] = [:]

  /// The most codes of a chart that are weighed against each other: no visit is about as many conditions, but a text may
  /// be a list of them all.
  static let maximumCandidates = 200

  init(_ chart: Chart, icd10cm: ICD10CM, rules: DiagnosisRules) {
    self.chart = chart
    self.icd10cm = icd10cm
    self.rules = rules
    collect(chart.mentions.filter(isCoded))
    candidates.sort { ($0.weight, $1.order) > ($1.weight, $0.order) }
    // The rules below hold each candidate against each other one, and a claim has room for twelve.
    candidates = Array(candidates.prefix(DiagnosisSelection.maximumCandidates))
    dropIntegralSymptoms()
    combine()
    dropLessSpecific()
    dropExcluded()
  }

  /// Whether a mention may be coded from at all.
  private func isCoded(_ mention: Mention) -> Bool {
    switch mention.status {
    case .present: break
    case .history:
      // A history of a lasting condition is the condition; other histories are not coded from passing words.
      guard rules.isChronic(mention.row) || icd10cm.letter(row: mention.row) == UInt8(ascii: "Z") else { return false }
    case .negated, .uncertain, .hypothetical, .family: return false
    }
    return mention.section != .ignored && mention.section != .results
  }

  // MARK: Collecting

  /// Takes the best documented tier of mentions: the problems assessed; failing these, the story and the history.
  private mutating func collect(_ mentions: [Mention]) {
    let coded = mentions.filter { chart.visit.documentation[$0.item].kind != .note }
    let notes = mentions.filter { chart.visit.documentation[$0.item].kind == .note }
    for mention in coded { add(mention, weight: weight(of: chart.visit.documentation[mention.item].kind)) }
    let tiers: [(Double, (Mention) -> Bool)] = [
      (1.0, { $0.section == .assessment && $0.isProblem }),
      (0.8, { $0.section == .assessment }),
      (0.7, { $0.section == .chiefComplaint }),
      (0.6, { $0.section == .presentIllness || $0.section == .body }),
      (0.4, { $0.section == .pastHistory }),
    ]
    for (weight, belongs) in tiers {
      let before = candidates.count
      for mention in notes where belongs(mention) { add(mention, weight: weight) }
      if candidates.count > before { break }
    }
  }

  private func weight(of kind: DocumentationItem.Kind) -> Double {
    switch kind {
    case .amendment: 2
    case .condition: 1.5
    case .reason: 1.4
    case .procedure: 1.2
    default: 0.9
    }
  }

  private mutating func add(_ mention: Mention, weight: Double) {
    for (row, rule) in resolve(mention) {
      let evidence = chart.evidence(mention)
      if let known = positions[row] {
        if candidates[known].evidence.count < 4 { candidates[known].evidence.append(evidence) }
        continue
      }
      // A longer term says more; a title says more than an everyday word.
      let confidence = min(0.99, 0.45 + 0.25 * weight + 0.03 * Double(mention.words))
      positions[row] = candidates.count
      candidates.append(
        DiagnosisCandidate(
          row: row, evidence: [evidence], rule: rule, confidence: confidence, weight: weight,
          order: candidates.count))
    }
  }

  /// The billable codes a mention supports: its unspecified subdivision, with the side named, for this encounter.
  private func resolve(_ mention: Mention) -> [(row: Int, rule: String)] {
    guard let leaf = icd10cm.unspecified(row: mention.row) else { return [] }
    var rule = DiagnosisRules.name(of: mention.origin)
    let base = icd10cm.parent(row: leaf).flatMap { icd10cm.takesSeventhCharacter(row: $0) ? $0 : nil } ?? leaf
    var bases = [base]
    if let side = mention.side, let sides = icd10cm.sides(row: base) {
      rule += "+laterality"
      switch side {
      case .right: bases = [sides.right]
      case .left: bases = [sides.left]
      case .both: bases = sides.both.map { [$0] } ?? [sides.right, sides.left]
      }
    }
    return bases.compactMap { row in
      guard let coded = icd10cm.takesSeventhCharacter(row: row) ? seventhCharacter(row) : row,
        icd10cm.isBillable(row: coded), rules.fits(coded, chart: chart)
      else { return nil }
      return (coded, rule)
    }
  }

  /// Guidelines section I.C.19.a: A while under active treatment, D for routine care during healing.
  private func seventhCharacter(_ row: Int) -> Int? {
    let initial = icd10cm.unspecified(row: row)
    let letter = icd10cm.letter(row: row)
    guard chart.signals.isFollowUp, letter == UInt8(ascii: "S") || letter == UInt8(ascii: "T") else { return initial }
    return icd10cm.children(row: row).first { icd10cm.code(at: $0).rawValue.hasSuffix("D") } ?? initial
  }

  // MARK: Rules on the list

  /// Guidelines section I.B.5: signs and symptoms integral to a confirmed condition are not coded with it.
  private mutating func dropIntegralSymptoms() {
    let rows = candidates.map(\.row)
    candidates.removeAll { candidate in
      rows.contains { $0 != candidate.row && rules.isIntegral(symptom: candidate.row, to: $0) }
    }
  }

  private mutating func combine() {
    for combination in rules.combinations {
      guard let first = candidates.firstIndex(where: { combination.first.contains(icd10cm.code(at: $0.row).rawValue) }),
        let second = candidates.firstIndex(where: { combination.second.contains(icd10cm.code(at: $0.row).rawValue) }),
        let row = combination.row
      else { continue }
      var candidate = candidates[first]
      candidate.row = row
      candidate.evidence += candidates[second].evidence.prefix(1)
      candidate.rule = combination.rule
      candidates[first] = candidate
      if !combination.keepsSecond { candidates.remove(at: second) }
    }
  }

  /// An unspecified code goes when a sibling says more.
  private mutating func dropLessSpecific() {
    let rows = candidates.map(\.row)
    candidates.removeAll { candidate in
      rows.contains { other in
        other != candidate.row && rules.isUnspecified(candidate.row) && !rules.isUnspecified(other)
          && rules.shareStem(candidate.row, other)
      }
    }
    var seen: Set<Int> = []
    candidates.removeAll { !seen.insert($0.row).inserted }
  }

  /// Guidelines section I.A.12.a: of two codes that exclude each other, the better documented one stays.
  private mutating func dropExcluded() {
    var kept: [DiagnosisCandidate] = []
    for candidate in candidates where kept.count < 12 {
      let isExcluded = kept.contains {
        icd10cm.excludes($0.row, candidate.row) || icd10cm.excludes(candidate.row, $0.row)
      }
      if !isExcluded { kept.append(candidate) }
    }
    candidates = kept
  }
}
