import ClaimModel

/// A service line being made.
struct ServiceDraft {
  var procedure: ProcedureCode
  var modifiers: [ProcedureModifier] = []
  var units = 1
  var evidence: [Evidence]
  var rule: String
  /// Where on the body.
  var site: BodySite?
  var side: Mention.Side?
  /// Which of the table's terms named it first; -1 when none did.
  var term = -1
  /// Whether it comes with the practice's own reading.
  var isInterpreted = false
  /// Whether it takes the modifier of a side.
  var hasSide = false
  /// The diagnoses it was for, when that is known beforehand: positions from 1.
  var pointers: [Int] = []
}
