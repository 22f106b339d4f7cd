import ClaimModel
import CodeSets

/// A code under consideration, with what speaks for it.
struct DiagnosisCandidate {
  var row: Int
  var evidence: [Evidence]
  var rule: String
  var confidence: Double
  /// What it ranks by: the more, the nearer to the first-listed.
  var weight: Double
  /// Where it was first mentioned.
  var order: Int
}
