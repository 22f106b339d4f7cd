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
  var level: DecisionLevel { DecisionMaking.level(problemLevel, data.level, risk.level) }

  /// The level of the problems. A problem that takes a prescription does not pass by itself, and is an acute one of low risk.
  ///
  /// Source: AMA CPT E/M guidelines, "Self-limited or minor problem", "Acute, uncomplicated illness or injury" (treatment is considered).
  private var problemLevel: DecisionLevel {
    risk.level >= .moderate && !problems.problems.isEmpty ? max(problems.level, .low) : problems.level
  }

  /// The level that two of three reach.
  static func level(_ problems: DecisionLevel, _ data: DecisionLevel, _ risk: DecisionLevel) -> DecisionLevel {
    max(min(problems, data), min(max(problems, data), risk))
  }

  /// What supports the level, of the elements that reach it.
  var evidence: [Evidence] {
    let level = level
    var found: [Evidence] = []
    // They are ten at most.
    func add(_ evidence: some Sequence<Evidence>) {
      for one in evidence where !found.contains(one) { found.append(one) }
    }
    if problemLevel >= level { add(problems.evidence.prefix(ProblemsAddressed.mostEvidence)) }
    if level > .straightforward {
      if data.level >= level { add(data.evidence) }
      if risk.level >= level { add(risk.evidence.prefix(2)) }
    }
    return found
  }
}
