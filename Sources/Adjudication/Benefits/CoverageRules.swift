import ClaimModel

/// Which services and providers a plan covers.
public struct CoverageRules: Hashable, Sendable {
  /// Services that a contract excludes: 96 with the remark.
  public struct Exclusion: Hashable, Sendable {
    /// The services.
    public var procedures: CodeRanges
    /// On whom the charge falls.
    public var group: AdjustmentGroup
    /// What explains it.
    public var remark: RemarkCode

    /// An exclusion of services.
    public init(_ procedures: CodeRanges, group: AdjustmentGroup, remark: RemarkCode) {
      self.procedures = procedures
      self.group = group
      self.remark = remark
    }
  }

  /// Services that another payer pays for this plan's members.
  public struct CarveOut: Hashable, Sendable {
    /// The services.
    public var procedures: CodeRanges
    /// Who pays them.
    public var payer: PayerID

    /// Services of another payer.
    public init(_ procedures: CodeRanges, payer: PayerID) {
      self.procedures = procedures
      self.payer = payer
    }
  }

  /// Services paid only with an authorization.
  public var needsAuthorization: CodeRanges
  /// Services for which records are wanted first.
  public var needsRecords: CodeRanges
  /// Services that another payer pays.
  public var carveOuts: [CarveOut]
  /// Services excluded by contract or law.
  public var exclusions: [Exclusion]
  /// Services that the member's benefit does not have: PR-204.
  public var notInBenefit: CodeRanges
  /// Diagnoses that are not covered: 167.
  public var excludedDiagnoses: CodeRanges
  /// When providers may be paid; those that are not listed always may.
  public var providers: [NPI: ValidPeriod]

  /// Rules of their parts; nothing is in those that are left out.
  public init(
    needsAuthorization: CodeRanges = .none, needsRecords: CodeRanges = .none, carveOuts: [CarveOut] = [],
    exclusions: [Exclusion] = [], notInBenefit: CodeRanges = .none, excludedDiagnoses: CodeRanges = .none,
    providers: [NPI: ValidPeriod] = [:]
  ) {
    self.needsAuthorization = needsAuthorization
    self.needsRecords = needsRecords
    self.carveOuts = carveOuts
    self.exclusions = exclusions
    self.notInBenefit = notInBenefit
    self.excludedDiagnoses = excludedDiagnoses
    self.providers = providers
  }

  /// The rules of the built-in plans: unlisted procedures need records; cosmetic surgery and its diagnosis, and what the
  /// law excludes, are not covered.
  ///
  /// Source: 42 CFR 411.15 (services excluded from coverage: cosmetic surgery, hearing aids); unlisted procedures by
  /// number (CMS Claims Processing Manual chapter 26 section 10.4, item 24D: an unlisted code needs a description).
  public static let builtIn = CoverageRules(
    needsRecords: """
      15999, 17999, 19499, 20999, 21299, 22899, 23929, 24999, 25999, 26989, 27299, 27599, 27899, 28899, 29999, 30999, \
      64999, 69399, 96999, 97799, 99199, 99429, 99499
      """,
    exclusions: [
      Exclusion("15775-15776, 15824-15829, 17380, 36468", group: .patientResponsibility, remark: "N130"),
      Exclusion("V5008-V5298", group: .patientResponsibility, remark: "N425"),
    ], excludedDiagnoses: "Z41.1, Z41.3")
}
