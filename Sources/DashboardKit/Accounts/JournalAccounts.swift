import Billing
import ClaimModel
import Office

/// All accounts that the journal tells of, for the billing office's report without its store.
public struct JournalAccounts: Sendable {
  private var accounts: [VisitID: JournalAccount] = [:]

  /// No accounts.
  public init() {}

  /// Takes in an entry, which must come once only (``UniqueEntries``); one that is not the billing office's changes nothing.
  public mutating func take(_ entry: JournalEntry) {
    guard entry.office == "billing", !entry.facts.isEmpty else { return }
    // The facts of one message may be about several visits; each one's keep their order.
    for visit in Set(entry.facts.map(\.visit)) {
      accounts[visit, default: JournalAccount()].take(entry.facts.filter { $0.visit == visit }, at: entry.handled)
    }
  }

  /// The report as of a day.
  public func report(asOf day: CalendarDate) -> BillingReport {
    var report = BillingReport(asOf: day)
    for account in accounts.values { report.take(account.summary) }
    return report
  }
}
