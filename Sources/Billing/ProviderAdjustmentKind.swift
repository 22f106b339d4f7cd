import ClaimModel

/// What an adjustment of a whole payment (PLB) is in the books.
///
/// Source: 835 TR3 (005010X221A1) section 1.10.2.12 (balance forward), 1.10.2.17 (claim overpayment recovery) and the
/// code list of PLB03-1.
public enum ProviderAdjustmentKind: String, Hashable, Sendable, CaseIterable {
  /// Money of a claim that the payer takes back, or gives back when it had taken it twice: WO overpayment recovery, 72 a
  /// refund of ours that the payer acknowledges, B3 recovery allowance, J1 not reimbursable, WU recovery, OB offset.
  case recoupment
  /// A negative payment that is carried to the next one, and its counterpart there: FB.
  case balanceForward
  /// Interest for paying late: L6.
  case interest
  /// Anything else: levies, penalties, incentives, capitation and the like.
  case other

  /// The kind of a reason (PLB03-1).
  public init(reason: String) {
    switch reason {
    case "WO", "72", "B3", "J1", "WU", "OB": self = .recoupment
    case "FB": self = .balanceForward
    case "L6": self = .interest
    default: self = .other
    }
  }

  /// What is debited, against insurers' cash, when the adjustment lowers the payment and belongs to no account.
  public var account: LedgerAccount {
    switch self {
    case .recoupment: .unappliedPayments
    case .balanceForward: .insurerBalances
    case .interest: .interestIncome
    case .other: .providerAdjustments
    }
  }

  /// As what it is entered.
  public var entryKind: LedgerEntry.Kind {
    switch self {
    case .recoupment: .recoupment
    case .balanceForward: .balanceForward
    case .interest: .interest
    case .other: .providerAdjustment
    }
  }

  /// What it is, in words.
  public var words: String {
    switch self {
    case .recoupment: "money of a claim taken back"
    case .balanceForward: "balance carried between payments"
    case .interest: "interest for paying late"
    case .other: "adjustment of the provider's account"
    }
  }
}
