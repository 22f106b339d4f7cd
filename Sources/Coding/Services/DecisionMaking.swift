import ClaimModel

/// A level of medical decision making, and of each of its elements.
///
/// Source: AMA CPT E/M guidelines of 2021 and 2023, as CMS adopted them: the table of levels of medical decision making.
enum DecisionLevel: Int, Comparable, CaseIterable, Sendable {
  case straightforward = 1
  case low, moderate, high

  static func < (left: DecisionLevel, right: DecisionLevel) -> Bool { left.rawValue < right.rawValue }
}

/// The medical decision making of a visit: two of its three elements reach the level.
struct DecisionMaking {
  var problems: ProblemsAddressed
  var data: DataReviewed
  var risk: ManagementRisk

  /// The level that two of the three elements reach.
  var level: DecisionLevel { DecisionMaking.level(problems.level, data.level, risk.level) }

  /// The level that two of three reach.
  static func level(_ problems: DecisionLevel, _ data: DecisionLevel, _ risk: DecisionLevel) -> DecisionLevel {
    [problems, data, risk].sorted()[1]
  }

  /// What supports the level, of the elements that reach it.
  var evidence: [Evidence] {
    var found: [Evidence] = []
    if problems.level >= level { found += problems.evidence.prefix(4) }
    if data.level >= level, level > .straightforward { found += data.evidence.prefix(4) }
    if risk.level >= level, level > .straightforward { found += risk.evidence.prefix(2) }
    // They are ten at most.
    return found.indices.filter { !found[..<$0].contains(found[$0]) }.map { found[$0] }
  }
}
