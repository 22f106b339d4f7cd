import ClaimModel

/// What a report needs of one account. Made of an account of the store, or gathered from what the journal tells of a
/// visit: both give the same figures.
public struct AccountSummary: Hashable, Sendable {
  /// The day from which its age is counted: the day of service, or what stands for it.
  public var opened: CalendarDate?
  /// The clinician's NPI; empty before the visit is coded.
  public var provider: NPI
  /// Which coders coded it; `nil` before.
  public var specialty: Specialty?
  /// Where its billing stands.
  public var state: PatientAccount.State
  /// Where its money stands.
  public var balance: AccountBalance
  /// Its claims by number, first to last.
  public var claims: [ClaimSummary]
  /// The recodings that were asked for.
  public var recodes: [RecodeRecord]
  /// What is to be done about it; `nil` when nothing is.
  public var work: OpenWork?

  /// A summary of its parts.
  public init(
    opened: CalendarDate?, provider: NPI = "", specialty: Specialty? = nil,
    state: PatientAccount.State = .awaitingSuperbill, balance: AccountBalance = AccountBalance(),
    claims: [ClaimSummary] = [], recodes: [RecodeRecord] = [], work: OpenWork? = nil
  ) {
    self.opened = opened
    self.provider = provider
    self.specialty = specialty
    self.state = state
    self.balance = balance
    self.claims = claims
    self.recodes = recodes
    self.work = work
  }

  /// What a report needs of an account.
  public init(_ account: PatientAccount, rules: BillingRules) {
    self.init(
      opened: account.coding?.dateOfService, provider: account.coding?.rendering ?? "",
      specialty: account.coding?.specialty, state: account.state, balance: account.balance,
      claims: account.submissions.map { ClaimSummary($0, account.decisions) }, recodes: account.recodes,
      work: account.openWork(rules))
  }
}

/// What a report needs of one claim.
public struct ClaimSummary: Hashable, Sendable {
  /// Which claim of the visit it is, from 1.
  public var number: Int
  /// To whom it went.
  public var payer: PayerID
  /// How far it has come.
  public var stage: Submission.Stage
  /// What the payer's first decision on it refuses; empty before the decision, and when nothing is refused.
  public var denials: [PayerDecision.Refused]

  /// A claim of the given number.
  public init(
    number: Int, payer: PayerID, stage: Submission.Stage = .sent, denials: [PayerDecision.Refused] = []
  ) {
    self.number = number
    self.payer = payer
    self.stage = stage
    self.denials = denials
  }

  /// The claim of a submission with the first of the decisions that answers it. A reversal is none, nor is the word that
  /// another claim was decided on.
  init(_ submission: Submission, _ decisions: [PayerDecision]) {
    let first = decisions.first {
      $0.submission == submission.number && $0.status != .reversal && !$0.isDuplicate
    }
    self.init(
      number: submission.number, payer: submission.payer, stage: submission.stage, denials: first?.refusals ?? [])
  }

  /// Whether the payer's front end let it pass; `nil` while it has not answered.
  public var isClean: Bool? {
    switch stage {
    case .batchRejected, .rejected: false
    case .accepted, .adjudicated: true
    case .sent, .received, .unanswered: nil
    }
  }

  /// Whether it was decided on.
  public var isDecided: Bool { stage == .adjudicated }
}

/// A recoding that was asked for.
public struct RecodeRecord: Hashable, Sendable {
  /// When it was asked for.
  public var asked: Timestamp
  /// When the coding office answered; `nil` while it has not.
  public var answered: Timestamp?

  /// A recoding asked for at the given time.
  public init(asked: Timestamp, answered: Timestamp? = nil) {
    self.asked = asked
    self.answered = answered
  }
}
