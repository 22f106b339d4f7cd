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
/// payments and takings back once by reference, answers of the coding office and the practice once by round,
/// acknowledgments only while they tell something new.
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
  /// Decisions of a later payer that came before the earlier payer's.
  public var held: [HeldPayment]
  /// The appeals that were made, first to last.
  public var appeals: [AppealRecord]
  /// How many recodings were asked for.
  public var recodeRounds: Int
  /// The recodings that were asked for, with their times; none in accounts of earlier versions.
  public var recodes: [RecodeRecord]
  /// How many times the practice was asked.
  public var registrationRounds: Int
  /// The references of the patient's payments.
  public var patientPayments: [String]
  /// The references of what payers took back.
  public var recoupments: [String]
  /// What was open with the patient at the last statement; zero before any.
  public var statementAmount: Money
  /// How many statements were sent for that balance.
  public var notices: Int
  /// What each statement asks for under a payment plan; zero without one.
  public var installment: Money
  /// What was written off of the patient's part.
  public var patientWrittenOff: Money
  /// Where the money stands: the sum of all entries posted.
  public var balance: AccountBalance
  /// How many ledger entries were posted; the last one's ordinal.
  public var entryCount: Int
  /// When to apply ``AccountEvent/followUpDue``; `nil` when nothing is awaited.
  public var followUp: Timestamp?
  /// Why a person must look (``Escalation/description``); empty when nobody must.
  public var review: String
  /// For whom the last claim was made, whether it was complete and left or not, or sent on by an earlier payer.
  public var target: PayerID?
  /// What people have decided, first to last.
  public var resolutions: [ResolutionRecord]
  /// What a person has disposed of, in place of the insurer; `nil` when nobody has.
  public var disposal: Disposal?

  /// How many decisions an account takes in. A visit that is recoded and appealed as often as the rules allow has about
  /// ten; whoever sends hundreds makes every further one costlier than the last.
  static let maximumDecisions = 200
  /// How many decisions that came too early an account keeps.
  static let maximumHeld = 4

  /// A decision that waits for an earlier payer's.
  public struct HeldPayment: Hashable, Sendable {
    /// The decision.
    public var payment: ClaimPayment
    /// Whose it is.
    public var payer: PayerID

    /// A decision of the given payer.
    public init(payment: ClaimPayment, payer: PayerID) {
      self.payment = payment
      self.payer = payer
    }
  }

  /// Whether all amounts are such as can be stored and sent.
  public var isCarried: Bool {
    balance.amounts.allSatisfy(\.isCarried) && statementAmount.isCarried
      && submissions.allSatisfy { $0.charge.isCarried && $0.billed.isCarried }
      && decisions.allSatisfy {
        $0.paid.isCarried && $0.adjusted.isCarried && $0.patient.isCarried && $0.refused.isCarried
          && $0.writtenOff.isCarried
      }
  }

  /// An account of its parts; a new one of a visit alone.
  public init(
    visit: VisitID, state: State = .awaitingSuperbill, coding: BilledCoding? = nil, submissions: [Submission] = [],
    decisions: [PayerDecision] = [], held: [HeldPayment] = [], appeals: [AppealRecord] = [], recodeRounds: Int = 0,
    recodes: [RecodeRecord] = [], registrationRounds: Int = 0, patientPayments: [String] = [],
    recoupments: [String] = [],
    statementAmount: Money = .zero, notices: Int = 0, installment: Money = .zero, patientWrittenOff: Money = .zero,
    balance: AccountBalance = AccountBalance(), entryCount: Int = 0, followUp: Timestamp? = nil, review: String = "",
    target: PayerID? = nil, resolutions: [ResolutionRecord] = [], disposal: Disposal? = nil
  ) {
    self.visit = visit
    self.state = state
    self.coding = coding
    self.submissions = submissions
    self.decisions = decisions
    self.held = held
    self.appeals = appeals
    self.recodeRounds = recodeRounds
    self.recodes = recodes
    self.registrationRounds = registrationRounds
    self.patientPayments = patientPayments
    self.recoupments = recoupments
    self.statementAmount = statementAmount
    self.notices = notices
    self.installment = installment
    self.patientWrittenOff = patientWrittenOff
    self.balance = balance
    self.entryCount = entryCount
    self.followUp = followUp
    self.review = review
    self.target = target
    self.resolutions = resolutions
    self.disposal = disposal
  }

  /// Where the billing of a visit stands. Every state but ``inReview`` can also go to ``inReview``.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// No codes yet. Goes to submitted; without coverage to awaitingPatient, or closed when it was paid beforehand; to
    /// awaitingPractice when the claim lacks something.
    case awaitingSuperbill
    /// A claim is on its way or at the payer's door. Goes to accepted, recoding, appealing, awaitingPractice, correcting,
    /// awaitingRecoupment, awaitingPatient, closed; to submitted again when its batch is refused or lost, or the next
    /// payer is billed.
    case submitted
    /// The payer took the claim (277CA) and has not decided. Goes to recoding, appealing, awaitingPractice, correcting,
    /// awaitingRecoupment, awaitingPatient, closed; to submitted when the next payer is billed.
    case accepted
    /// The coding office was asked for another coding. Goes to submitted (recoded), awaitingPractice, appealing (codes
    /// upheld); to awaitingPatient or closed (codes upheld, and no appeal is left).
    case recoding
    /// The practice was asked to correct what it has registered. Goes to submitted (corrected, or the next payer is
    /// billed), recoding, appealing, awaitingPatient, closed (nothing to correct); to awaitingRecoupment or correcting when a
    /// person has asked while a credit stood, or a reversal was awaited.
    case awaitingPractice
    /// The payer was asked to decide again. Goes to correcting, recoding, submitted, accepted, awaitingPractice,
    /// awaitingRecoupment, awaitingPatient, closed.
    case appealing
    /// One half of a reversal and its correction has come, or is promised. Goes to recoding, appealing,
    /// awaitingPractice, awaitingRecoupment, awaitingPatient, closed; to accepted or submitted when the correction of a
    /// replacement is still to come, or the next payer is billed.
    case correcting
    /// An insurer has paid more than is due: it takes it back, or it is given back. Goes to wherever the decision that
    /// then stands leads.
    case awaitingRecoupment
    /// The insurers are done and the patient has a statement. Goes to closed; to inCollections after the last statement;
    /// to correcting or awaitingRecoupment when an insurer comes back.
    case awaitingPatient
    /// An agency collects what the patient owes. Goes to closed; to correcting, awaitingRecoupment, awaitingPatient when
    /// an insurer comes back.
    case inCollections
    /// Nothing is open. Goes to correcting or awaitingRecoupment when an insurer comes back, and on from there.
    case closed
    /// A person must look at it. Money is still posted; nothing else happens by itself. Goes to wherever what the person
    /// decides leads (``AccountEvent/reviewResolved(_:)``).
    case inReview

    /// Whether nothing more happens unless something unexpected comes.
    public var isFinal: Bool { self == .closed || self == .inReview || self == .inCollections }
  }
}
