import ClaimModel

/// An account of the practice's books.
public enum LedgerAccount: String, Hashable, Sendable, CaseIterable {
  /// Income from services, at full charges. Grows by credits.
  case patientServiceRevenue
  /// What insurers have yet to pay or refuse. Grows by debits.
  case insuranceReceivable
  /// What patients have yet to pay; a credit balance is money of theirs that is not yet due. Grows by debits.
  case patientReceivable
  /// Charges given up by contract. Grows by debits.
  case contractualAdjustments
  /// Charges given up for want of payment. Grows by debits.
  case writeOffs
  /// Money from insurers. Grows by debits.
  case insuranceCash
  /// Money from patients. Grows by debits.
  case patientCash
  /// Money that must be given back to patients. Grows by credits.
  case refundsPayable
  /// What patients owe and an agency collects. Grows by debits.
  case collections
  /// Insurers' payments that belong to no account yet. Grows by credits.
  case unappliedPayments
  /// What insurers carry forward from one payment to the next (PLB FB). Grows by credits.
  case insurerBalances
  /// Interest that insurers pay for paying late (PLB L6). Grows by credits.
  case interestIncome
  /// What insurers add to or take from a payment for other reasons than a claim (PLB). Grows by debits.
  case providerAdjustments
}

/// One movement in the books: an amount out of one account into another. Never changed, never removed.
public struct LedgerEntry: Hashable, Sendable {
  /// Which of the visit's entries this is, from 1, without gaps.
  public var ordinal: Int
  /// The visit it belongs to.
  public var visit: VisitID
  /// What it is for.
  public var kind: Kind
  /// The account that is debited.
  public var debit: LedgerAccount
  /// The account that is credited.
  public var credit: LedgerAccount
  /// How much; above zero.
  public var amount: Money
  /// The message that caused it.
  public var cause: MessageID
  /// When it was posted.
  public var posted: Timestamp

  /// An entry of its parts.
  public init(
    ordinal: Int, visit: VisitID, kind: Kind, debit: LedgerAccount, credit: LedgerAccount, amount: Money,
    cause: MessageID, posted: Timestamp
  ) {
    self.ordinal = ordinal
    self.visit = visit
    self.kind = kind
    self.debit = debit
    self.credit = credit
    self.amount = amount
    self.cause = cause
    self.posted = posted
  }

  /// What an entry is for. A movement that is taken back has the same kind with debit and credit exchanged.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A charge, or its change after a recoding.
    case charge
    /// An insurer's payment.
    case insurancePayment
    /// A reduction by contract (CO-45 and the like).
    case contractualAdjustment
    /// The patient's part, moved from the insurer's account to the patient's.
    case patientResponsibility
    /// A patient's payment.
    case patientPayment
    /// Written off because the payer upheld its denial on appeal.
    case writeOffAppealDenied
    /// Written off because no appeal was left.
    case writeOffAppealLimit
    /// Written off because no step is left that would bring the money.
    case writeOffNotBillable
    /// Written off because asking the patient for it costs more.
    case writeOffSmallBalance
    /// Written off because a person has decided so.
    case writeOffApproved
    /// Money of the patient's beyond what is due, owed back.
    case refundDue
    /// Money given back to the patient.
    case patientRefund
    /// The patient's part after one insurer, moved to the next insurer's account.
    case nextPayerBilled
    /// A refused amount that the patient must pay, moved from the insurer's account.
    case refusalBilledToPatient
    /// Money an insurer took back in a payment (PLB WO, 72 and the like).
    case recoupment
    /// Money given back to an insurer.
    case insurerRefund
    /// The patient's debt given to an agency.
    case placedInCollections
    /// An insurer's payment that matches nothing that was billed.
    case unappliedPayment
    /// Such a payment, applied to an account after all.
    case appliedPayment
    /// A balance that an insurer carries from one payment to the next.
    case balanceForward
    /// An insurer's interest.
    case interest
    /// What an insurer added to or took from a payment for another reason than a claim.
    case providerAdjustment
  }
}
