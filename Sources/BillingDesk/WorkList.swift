import Billing
import ClaimModel
import Office

/// What a billing office's people and partners must work: open refusals and reviews by deadline and value, and payments
/// that match nothing.
public struct WorkList: Sendable {
  /// A payment that matches nothing yet.
  public struct Unmatched: Hashable, Sendable {
    /// Its id, by which it is placed.
    public var id: String
    /// Whose it is.
    public var payer: PayerID
    /// The payment it came in.
    public var traceNumber: String
    /// The payer's number of its decision.
    public var number: PayerClaimNumber
    /// What it pays.
    public var paid: Money
    /// Why it matches nothing.
    public var reason: SetAsideReason
    /// The day it came.
    public var received: CalendarDate
  }

  /// The accounts, what must be done first first.
  public private(set) var accounts: [OpenWork] = []
  /// The payments, the largest first.
  public private(set) var unmatched: [Unmatched] = []
  /// How many accounts there are, with or without work.
  public private(set) var accountCount = 0
  /// How many cases cannot be read.
  public private(set) var unreadable = 0

  /// The work in a billing office's store.
  /// - Throws: `StoreError`.
  public init(of store: any Store, rules: BillingRules) throws(StoreError) {
    var list = WorkList()
    try store.transaction { transaction throws(StoreError) in
      try transaction.forEachCase(ofKind: "account") { key, body in list.take(key, body, rules) }
      try transaction.forEachCase(ofKind: "unmatched") { key, body in list.take(key, body, rules) }
    }
    list.accounts.sort()
    list.unmatched.sort { ($1.paid, $0.received, $0.number) < ($0.paid, $1.received, $1.number) }
    self = list
  }

  private init() {}

  private mutating func take(_ key: CaseKey, _ body: [UInt8], _ rules: BillingRules) {
    switch try? BillingFile(stored: body) {
    case .account(let file)?:
      accountCount += 1
      if let work = file.account.openWork(rules) { accounts.append(work) }
    case .unmatched(let unmatched)? where unmatched.isOpen:
      self.unmatched.append(
        Unmatched(
          id: key.id, payer: unmatched.payer, traceNumber: unmatched.traceNumber,
          number: unmatched.payment.payerClaimNumber,
          paid: unmatched.payment.paid, reason: unmatched.reason, received: unmatched.received.date))
    case .unmatched?, .batch?, .superbill?, .index?, .remittance?: break
    case nil: unreadable += 1
    }
  }

  /// The list for people, within 80 columns where reasons are short.
  public var text: String {
    var text = "Deadline        Value  State               Visit             Reason\n"
    for work in accounts {
      text += pad(work.deadline?.description ?? "-", 10) + " " + pad(work.value.description, 10, left: true) + "  "
      text += pad(work.state.rawValue, 19) + " " + pad(work.visit.rawValue, 17) + " \(work.reason)\n"
    }
    if accounts.isEmpty { text += "  nothing to work\n" }
    text += "\nPayments that match nothing: \(unmatched.count)\n"
    for payment in unmatched {
      text += "  \(payment.received) \(pad(payment.paid.description, 10, left: true)) \(payment.payer)"
      text += " \(payment.number) in \(payment.traceNumber): \(payment.reason.words)\n"
      text += "             \(payment.id)\n"
    }
    return text
  }

  private func pad(_ text: String, _ width: Int, left: Bool = false) -> String {
    let fill = String(repeating: " ", count: max(0, width - text.count))
    return left ? fill + text : text + fill
  }
}
