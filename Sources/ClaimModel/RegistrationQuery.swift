/// A question to the practice: the claim lacks something, or the payer refuses it for what is not a code.
public struct RegistrationQuery: Hashable, Sendable {
  /// The visit.
  public var visit: VisitID
  /// Which query of the visit it is, from 1.
  public var round: Int
  /// What the payer refused.
  public var refusals: [RecodeRequest.Refusal]
  /// What the scrubber found, or the front end said.
  public var findings: [String]

  /// A query of its parts.
  public init(visit: VisitID, round: Int, refusals: [RecodeRequest.Refusal] = [], findings: [String] = []) {
    self.visit = visit
    self.round = round
    self.refusals = refusals
    self.findings = findings
  }
}
