import ClaimModel

/// The billing of one visit, from superbill to zero balance, as a value.
///
/// ```swift
/// var account = PatientAccount(visit: superbill.visit)
/// let actions = account.apply(.superbillReceived(superbill), cause: messageID, now: now)
/// // [.post([charge]), .submit(claim)]
/// ```
///
/// Answers may come late, in any order and more than once: payers' decisions count once by number and status, patient
/// payments once by reference, answers of the coding office once by round, acknowledgments only while they tell
/// something new.
public struct PatientAccount: Hashable, Sendable {
  /// The visit.
  public var visit: VisitID
  /// Where its billing stands.
  public var state: State
  /// The codes that count now; `nil` before any came.
  public var coding: BilledCoding?
  /// The claims that were sent, first to last.
  public var submissions: [Submission]
  /// What payers decided, in the order it came.
  public var decisions: [PayerDecision]
  /// The appeals that were made, first to last.
  public var appeals: [AppealRecord]
  /// How many recodings were asked for.
  public var recodeRounds: Int
  /// The references of the patient's payments.
  public var patientPayments: [String]
  /// The amount of the last statement; zero before any.
  public var statementAmount: Money
  /// Where the money stands: the sum of all entries posted.
  public var balance: AccountBalance
  /// How many ledger entries were posted; the last one's ordinal.
  public var entryCount: Int

  /// How many decisions an account takes in. A visit that is recoded and appealed as often as the rules allow has about
  /// ten; whoever sends hundreds makes every further one costlier than the last.
  static let maximumDecisions = 200

  /// Whether all amounts are such as can be stored and sent.
  public var isCarried: Bool {
    let amounts =
      balance.amounts + [statementAmount] + submissions.map(\.charge)
      + decisions.flatMap { [$0.paid, $0.adjusted, $0.patient, $0.refused] }
    return amounts.allSatisfy(\.isCarried)
  }

  /// An account of its parts; a new one of a visit alone.
  public init(
    visit: VisitID, state: State = .awaitingSuperbill, coding: BilledCoding? = nil, submissions: [Submission] = [],
    decisions: [PayerDecision] = [], appeals: [AppealRecord] = [], recodeRounds: Int = 0,
    patientPayments: [String] = [], statementAmount: Money = .zero, balance: AccountBalance = AccountBalance(),
    entryCount: Int = 0
  ) {
    self.visit = visit
    self.state = state
    self.coding = coding
    self.submissions = submissions
    self.decisions = decisions
    self.appeals = appeals
    self.recodeRounds = recodeRounds
    self.patientPayments = patientPayments
    self.statementAmount = statementAmount
    self.balance = balance
    self.entryCount = entryCount
  }

  /// Where the billing of a visit stands. Every state but ``inReview`` can also go to ``inReview``.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// No codes yet. Goes to submitted; without coverage to awaitingPatient, or closed when it was paid beforehand.
    case awaitingSuperbill
    /// A claim is on its way or at the payer's door. Goes to accepted, recoding, appealing, correcting,
    /// awaitingPatient, closed; to submitted again when its batch is refused.
    case submitted
    /// The payer took the claim (277CA) and has not decided. Goes to recoding, appealing, correcting,
    /// awaitingPatient, closed.
    case accepted
    /// The coding office was asked for another coding. Goes to submitted (recoded), appealing (codes upheld); to
    /// awaitingPatient or closed (codes upheld, and no appeal is left).
    case recoding
    /// The payer was asked to decide again. Goes to correcting, awaitingPatient, closed.
    case appealing
    /// One half of a reversal and its correction has come, or is promised. Goes to recoding, appealing,
    /// awaitingPatient, closed; to accepted or submitted when the correction of a replacement is still to come.
    case correcting
    /// The insurer is done and the patient has a statement. Goes to closed; to correcting when the insurer comes back.
    case awaitingPatient
    /// Nothing is open. Goes to correcting when an insurer takes money back, and on from there.
    case closed
    /// A person must look at it. Money is still posted; nothing else happens by itself. Ends.
    case inReview

    /// Whether nothing more happens unless something unexpected comes.
    public var isFinal: Bool { self == .closed || self == .inReview }
  }
}
