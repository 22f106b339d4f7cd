import ClaimModel

/// Where the money of one visit, or of many, stands.
///
/// Source: the accounting identity of receivables: what was charged has been paid, given up, or is still open.
public struct AccountBalance: Hashable, Sendable {
  /// Charges.
  public var charged: Money = .zero
  /// Paid by insurers.
  public var insurerPaid: Money = .zero
  /// Given up by contract.
  public var adjusted: Money = .zero
  /// Written off.
  public var writtenOff: Money = .zero
  /// Paid by the patient.
  public var patientPaid: Money = .zero
  /// Open with insurers; negative while an insurer has paid more than was due.
  public var openInsurance: Money = .zero
  /// Open with the patient; negative while the patient has paid more than is due yet.
  public var openPatient: Money = .zero
  /// Owed back to the patient.
  public var refundDue: Money = .zero
  /// Owed by the patient and given to an agency.
  public var inCollections: Money = .zero
  /// Received from insurers, less taken back by them, for no account: always zero on the account of a visit.
  public var unapplied: Money = .zero

  /// A balance without movements.
  public init() {}

  /// The balance of the given entries.
  public init(_ entries: some Sequence<LedgerEntry>) {
    for entry in entries { post(entry) }
  }

  /// Takes in one entry.
  public mutating func post(_ entry: LedgerEntry) {
    move(entry.debit, by: entry.amount)
    move(entry.credit, by: -entry.amount)
  }

  /// What is open with anyone, less what is owed back.
  public var open: Money { openInsurance + openPatient + inCollections - refundDue }

  /// Whether charged = insurerPaid − unapplied + adjusted + writtenOff + patientPaid + open.
  public var isBalanced: Bool { charged == insurerPaid - unapplied + adjusted + writtenOff + patientPaid + open }

  /// Whether nothing is open with anyone.
  public var isSettled: Bool {
    openInsurance == .zero && openPatient == .zero && inCollections == .zero && refundDue == .zero
  }

  /// Adds another balance.
  public static func += (left: inout AccountBalance, right: AccountBalance) {
    left.charged += right.charged
    left.insurerPaid += right.insurerPaid
    left.adjusted += right.adjusted
    left.writtenOff += right.writtenOff
    left.patientPaid += right.patientPaid
    left.openInsurance += right.openInsurance
    left.openPatient += right.openPatient
    left.refundDue += right.refundDue
    left.inCollections += right.inCollections
    left.unapplied += right.unapplied
  }

  /// All amounts.
  var amounts: [Money] {
    [charged, insurerPaid, adjusted, writtenOff, patientPaid, openInsurance, openPatient, refundDue, inCollections]
  }

  private mutating func move(_ account: LedgerAccount, by debit: Money) {
    switch account {
    case .patientServiceRevenue: charged -= debit
    case .insuranceReceivable: openInsurance += debit
    case .patientReceivable: openPatient += debit
    case .contractualAdjustments: adjusted += debit
    case .writeOffs: writtenOff += debit
    case .insuranceCash: insurerPaid += debit
    case .patientCash: patientPaid += debit
    case .refundsPayable: refundDue -= debit
    case .collections: inCollections += debit
    case .unappliedPayments, .insurerBalances, .interestIncome, .providerAdjustments: unapplied -= debit
    }
  }
}
