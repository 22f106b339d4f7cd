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
  /// Whether it was done at another place than the service it would be part of.
  var isApart = false
  /// Whether it is an endoscopy.
  var isEndoscopy: Bool { rule == EndoscopyServices.rule }
  /// The diagnoses it was for, when that is known beforehand: positions from 1.
  var pointers: [Int] = []
}
