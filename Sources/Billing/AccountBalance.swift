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

  /// Whether charged = insurerPaid + adjusted + writtenOff + patientPaid + openInsurance + openPatient − refundDue.
  public var isBalanced: Bool {
    charged == insurerPaid + adjusted + writtenOff + patientPaid + openInsurance + openPatient - refundDue
  }

  /// Whether nothing is open with anyone.
  public var isSettled: Bool { openInsurance == .zero && openPatient == .zero && refundDue == .zero }

  /// All amounts.
  var amounts: [Money] {
    [charged, insurerPaid, adjusted, writtenOff, patientPaid, openInsurance, openPatient, refundDue]
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
    }
  }
}
