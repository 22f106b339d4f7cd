import Billing
import ClaimModel
import Office

/// The report on a billing office's store.
public struct StoredReport: Sendable {
  /// The figures.
  public private(set) var report: BillingReport
  /// How many cases cannot be read; they are in no figure.
  public private(set) var unreadable = 0

  /// The figures of all accounts, as of a day.
  /// - Throws: `StoreError`.
  public init(of store: any Store, rules: BillingRules, asOf day: CalendarDate) throws(StoreError) {
    var stored = StoredReport(BillingReport(asOf: day))
    try store.transaction { transaction throws(StoreError) in
      try transaction.forEachCase(ofKind: "account") { _, body in stored.take(body, rules) }
      try transaction.forEachCase(ofKind: "unmatched") { _, body in stored.take(body, rules) }
    }
    self = stored
  }

  private init(_ report: BillingReport) { self.report = report }

  private mutating func take(_ body: [UInt8], _ rules: BillingRules) {
    switch try? BillingFile(stored: body) {
    case .account(let file)?: report.take(AccountSummary(file.account, rules: rules))
    case .unmatched(let unmatched)? where unmatched.isOpen: report.takeUnmatched(unmatched.payment.paid)
    case .unmatched?, .batch?, .superbill?, .index?, .remittance?: break
    case nil: unreadable += 1
    }
  }
}
