import Billing
import ClaimModel
import Messages
import Office

/// Adds up the ledger line by line and holds it against what every account says of itself.
public struct LedgerAudit: Sendable {
  /// What was found in the ledger, by account: debits less credits.
  public private(set) var trialBalance: [LedgerAccount: Money] = [:]
  /// How many lines the ledger has.
  public private(set) var lineCount = 0
  /// How many patient accounts there are.
  public private(set) var accountCount = 0
  /// What does not agree, in words; empty when everything does.
  public private(set) var findings: [String] = []

  private var byVisit: [VisitID: AccountBalance] = [:]

  /// Audits a billing office's store, whose files `read` reads out of their stored form.
  /// - Throws: `StoreError`.
  public init(
    of store: any Store,
    read: (CaseKey, [UInt8]) throws(UndecodableMessage) -> BillingFile = { _, stored throws(UndecodableMessage) in
      try BillingFile(stored: stored)
    }
  ) throws(StoreError) {
    var audit = LedgerAudit()
    try store.transaction { transaction throws(StoreError) in
      try transaction.forEachLedgerLine { audit.take($0) }
      try transaction.forEachCase(ofKind: "account") { key, body in audit.compare(key, try? read(key, body)) }
    }
    self = audit
    if trialBalance.values.sum() != .zero {
      findings.append("debits and credits differ by \(trialBalance.values.sum())")
    }
  }

  private init() {}

  private mutating func take(_ line: LedgerLine) {
    lineCount += 1
    guard let debit = LedgerAccount(rawValue: line.debit), let credit = LedgerAccount(rawValue: line.credit),
      let kind = LedgerEntry.Kind(rawValue: line.memo)
    else {
      findings.append("a line of message \(line.cause.id) names an account or kind that does not exist")
      return
    }
    trialBalance[debit, default: .zero] += line.amount
    trialBalance[credit, default: .zero] -= line.amount
    byVisit[line.visit, default: AccountBalance()].post(
      LedgerEntry(
        ordinal: line.ordinal, visit: line.visit, kind: kind, debit: debit, credit: credit, amount: line.amount,
        cause: line.cause.id, posted: Timestamp(milliseconds: 0)))
  }

  private mutating func compare(_ key: CaseKey, _ found: BillingFile?) {
    accountCount += 1
    guard case .account(let file)? = found else {
      findings.append("account \(key.id) cannot be read")
      return
    }
    if byVisit[file.account.visit, default: AccountBalance()] != file.account.balance {
      findings.append("account \(key.id) does not agree with its ledger lines")
    }
  }

  /// The whole ledger as one balance.
  public var balance: AccountBalance { byVisit.values.reduce(into: AccountBalance(), +=) }

  /// The trial balance for people, within 80 columns.
  public var text: String {
    var text = "Ledger: \(lineCount) lines of \(accountCount) accounts; debits less credits\n"
    for account in LedgerAccount.allCases {
      let amount = (trialBalance[account] ?? .zero).description
      text +=
        "  " + account.rawValue + String(repeating: " ", count: max(1, 48 - account.rawValue.count - amount.count))
      text += amount + "\n"
    }
    text += findings.isEmpty ? "  debits = credits, and every account agrees with its lines\n" : ""
    return text + findings.map { "  WRONG: \($0)\n" }.joined()
  }
}
