import ClaimModel

/// The books: entries in the order they were posted. Entries are added, never changed or removed.
public struct Ledger: Hashable, Sendable {
  /// All entries, oldest first.
  public private(set) var entries: [LedgerEntry] = []
  private var posted: Set<Place> = []

  /// Books with the given entries.
  public init(_ entries: [LedgerEntry] = []) { post(entries) }

  /// Adds entries.
  ///
  /// An entry that is there already, by visit and ordinal, is left out; so posting twice does nothing.
  public mutating func post(_ new: [LedgerEntry]) {
    for entry in new where posted.insert(Place(visit: entry.visit, ordinal: entry.ordinal)).inserted {
      precondition(entry.amount > .zero, "a ledger entry moves an amount above zero")
      entries.append(entry)
    }
  }

  /// Debits less credits of every account that has entries. The sum over all accounts is zero.
  public var trialBalance: [LedgerAccount: Money] {
    var totals: [LedgerAccount: Money] = [:]
    for entry in entries {
      totals[entry.debit, default: .zero] += entry.amount
      totals[entry.credit, default: .zero] -= entry.amount
    }
    return totals
  }

  /// The balance over all visits.
  public var balance: AccountBalance { AccountBalance(entries) }

  /// The balance of one visit.
  public func balance(of visit: VisitID) -> AccountBalance {
    AccountBalance(entries.lazy.filter { $0.visit == visit })
  }

  private struct Place: Hashable {
    var visit: VisitID
    var ordinal: Int
  }
}
