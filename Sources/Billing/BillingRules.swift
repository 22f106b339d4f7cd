import ClaimModel

/// What a billing office works by.
public struct BillingRules: Sendable {
  /// What services are charged at.
  public var chargemaster: Chargemaster
  /// What is done about refusals.
  public var triage: DenialTriage
  /// How often one visit is recoded before a person looks at it.
  public var maximumRecodeRounds: Int
  /// How often one visit's denials are appealed.
  public var maximumAppeals: Int
  /// How often a visit's claim is sent again after its batch was refused for its syntax.
  public var maximumResubmissions: Int

  /// Rules of the given tables and limits.
  public init(
    chargemaster: Chargemaster = .builtIn, triage: DenialTriage = .standard, maximumRecodeRounds: Int = 2,
    maximumAppeals: Int = 1, maximumResubmissions: Int = 1
  ) {
    self.chargemaster = chargemaster
    self.triage = triage
    self.maximumRecodeRounds = maximumRecodeRounds
    self.maximumAppeals = maximumAppeals
    self.maximumResubmissions = maximumResubmissions
  }

  /// The built-in rules.
  public static let standard = BillingRules()
}
