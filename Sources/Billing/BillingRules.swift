import ClaimModel

/// What a billing office works by.
public struct BillingRules: Sendable {
  /// What services are charged at.
  public var chargemaster: Chargemaster
  /// What is done about refusals.
  public var triage: DenialTriage
  /// What payers have agreed to or ask for; of one that is not listed, ``PayerTerms/standard``.
  public var payers: [PayerID: PayerTerms]
  /// How often one visit is recoded before a person looks at it.
  public var maximumRecodeRounds: Int
  /// How often one visit's denials are appealed.
  public var maximumAppeals: Int
  /// How often a visit's claim is sent again after its batch was refused for its syntax, or because the payer knows
  /// nothing of it.
  public var maximumResubmissions: Int
  /// How often the practice is asked about one visit's registration.
  public var maximumRegistrationQueries: Int
  /// The most that is written off for one decision without a person.
  public var writeOffLimit: Money
  /// The most that is given back to a patient without a person.
  public var refundLimit: Money
  /// How patients are billed.
  public var statements: StatementPolicy
  /// How long is waited.
  public var followUp: FollowUpPolicy

  /// Rules of the given tables and limits.
  public init(
    chargemaster: Chargemaster = .builtIn, triage: DenialTriage = .standard, payers: [PayerID: PayerTerms] = [:],
    maximumRecodeRounds: Int = 2, maximumAppeals: Int = 1, maximumResubmissions: Int = 1,
    maximumRegistrationQueries: Int = 2, writeOffLimit: Money = Money(cents: 500_00),
    refundLimit: Money = Money(cents: 100_00), statements: StatementPolicy = StatementPolicy(),
    followUp: FollowUpPolicy = FollowUpPolicy()
  ) {
    self.chargemaster = chargemaster
    self.triage = triage
    self.payers = payers
    self.maximumRecodeRounds = maximumRecodeRounds
    self.maximumAppeals = maximumAppeals
    self.maximumResubmissions = maximumResubmissions
    self.maximumRegistrationQueries = maximumRegistrationQueries
    self.writeOffLimit = writeOffLimit
    self.refundLimit = refundLimit
    self.statements = statements
    self.followUp = followUp
  }

  /// The terms of a payer.
  public func terms(of payer: PayerID) -> PayerTerms { payers[payer] ?? .standard }

  /// The built-in rules.
  public static let standard = BillingRules()
}

/// What a payer's contract says of claims.
public struct PayerTerms: Hashable, Sendable {
  /// How many days after the service a claim may be filed.
  public var timelyFilingDays: Int
  /// How many days after its decision an appeal may be made.
  public var appealDays: Int
  /// The procedures that need an authorization.
  public var authorizedProcedures: Set<ProcedureCode>
  /// What the payer has agreed to allow for a unit of each procedure; a payment that allows less is pointed out.
  public var fees: [ProcedureCode: Money]

  /// Terms of the given limits.
  public init(
    timelyFilingDays: Int = 365, appealDays: Int = 120, authorizedProcedures: Set<ProcedureCode> = [],
    fees: [ProcedureCode: Money] = [:]
  ) {
    self.timelyFilingDays = timelyFilingDays
    self.appealDays = appealDays
    self.authorizedProcedures = authorizedProcedures
    self.fees = fees
  }

  /// Medicare's limits. Source: 42 CFR 424.44 (one calendar year to file), 42 CFR 405.942 (120 days to ask for a
  /// redetermination).
  public static let standard = PayerTerms()
}

/// How patients are billed.
public struct StatementPolicy: Hashable, Sendable {
  /// How many days a patient has to pay, and between one statement and the next.
  public var cycleDays: Int
  /// How many statements a patient gets for one balance before an agency collects it.
  public var maximumNotices: Int
  /// A balance of less is written off instead of being billed.
  public var smallBalance: Money
  /// A balance of at least this much is billed in parts; `nil` for never.
  public var planMinimum: Money?
  /// In how many parts.
  public var planParts: Int

  /// A policy of its parts: three statements, at 30, 60 and 90 days, and then collections.
  public init(
    cycleDays: Int = 30, maximumNotices: Int = 3, smallBalance: Money = Money(cents: 5_00), planMinimum: Money? = nil,
    planParts: Int = 6
  ) {
    self.cycleDays = cycleDays
    self.maximumNotices = maximumNotices
    self.smallBalance = smallBalance
    self.planMinimum = planMinimum
    self.planParts = planParts
  }
}

/// How long an office waits before it follows up, in days.
public struct FollowUpPolicy: Hashable, Sendable {
  /// For a payer's decision on a claim, until its status is asked.
  public var claimDays: Int
  /// For the answer to a status inquiry, until the claim is sent again or a person looks.
  public var inquiryDays: Int
  /// For the coding office.
  public var recodeDays: Int
  /// For the practice.
  public var practiceDays: Int
  /// For the decision on an appeal.
  public var appealDays: Int
  /// For a payer to take back what it overpaid, until it is given back.
  public var recoupmentDays: Int

  /// A policy of its parts. Source: a clean claim is paid within 30 days (42 CFR 447.45, 42 CFR 422.520); a
  /// redetermination takes 60 days (42 CFR 405.950); an overpayment is returned within 60 days (42 CFR 401.305).
  public init(
    claimDays: Int = 30, inquiryDays: Int = 14, recodeDays: Int = 14, practiceDays: Int = 14, appealDays: Int = 60,
    recoupmentDays: Int = 60
  ) {
    self.claimDays = claimDays
    self.inquiryDays = inquiryDays
    self.recodeDays = recodeDays
    self.practiceDays = practiceDays
    self.appealDays = appealDays
    self.recoupmentDays = recoupmentDays
  }
}
