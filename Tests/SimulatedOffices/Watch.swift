import Adjudication
import Billing
import BillingDesk
import ClaimModel
import Messages
import Office
import PayerDesk
import Simulation

/// Watches everything that is written and sent, and notes what must never happen.
///
/// Unchecked because a simulated world lives in one thread.
final class Watch: @unchecked Sendable {
  /// What was wrong, in words.
  private(set) var violations: [String] = []
  /// How often a worker paused because too many messages failed.
  private(set) var pauses = 0
  private var balances: [VisitID: AccountBalance] = [:]

  /// The most violations that are kept; the first ones tell the most.
  private static let limit = 20

  func note(_ violation: String) {
    if violations.count < Watch.limit { violations.append(violation) }
  }

  /// A worker told something about itself.
  func told(_ event: WorkerEvent) {
    if case .killSwitch(.tripped) = event { pauses += 1 }
  }

  /// A message entered a queue.
  func arrived(_ message: WireMessage, in queue: String) {
    if message.type == MessageType.professionalClaims.rawValue { checkReplacements(in: message.body) }
  }

  /// Every claim that replaces another (CLM05-3 = 7) names it (REF*F8).
  private func checkReplacements(in interchange: [UInt8]) {
    var replacement: ArraySlice<UInt8>?
    func noteMissing() {
      guard let claim = replacement else { return }
      note("replacement \(String(decoding: claim.prefix(24), as: UTF8.self)) carries no REF*F8")
    }
    for line in interchange.split(separator: UInt8(ascii: "~")) {
      let segment = line.drop { $0 == 10 || $0 == 13 }
      if segment.starts(with: Array("CLM*".utf8)) {
        noteMissing()
        let place = segment.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).dropFirst(5).first
        replacement = place?.last == UInt8(ascii: "7") ? segment : nil
      } else if segment.starts(with: Array("REF*F8*".utf8)) {
        replacement = nil
      }
    }
    noteMissing()
  }

  /// The billing office committed: each account is its ledger lines, and nothing is out of balance.
  func billingCommitted(_ commit: SimulatedStore.Commit) {
    for line in commit.lines {
      guard let debit = LedgerAccount(rawValue: line.debit), let credit = LedgerAccount(rawValue: line.credit),
        let kind = LedgerEntry.Kind(rawValue: line.memo), line.amount > .zero
      else {
        note("a ledger line of \(line.visit) is malformed")
        continue
      }
      balances[line.visit, default: AccountBalance()].post(
        LedgerEntry(
          ordinal: line.ordinal, visit: line.visit, kind: kind, debit: debit, credit: credit, amount: line.amount,
          cause: line.cause.id, posted: Timestamp(milliseconds: 0)))
    }
    // A balance moves with ledger lines only.
    let moved = Set(commit.lines.map(\.visit.rawValue))
    for (key, body) in commit.cases where key.kind == "account" && moved.contains(key.id) {
      guard case .account(let file)? = try? BillingFile(stored: body) else {
        note("account \(key.id) cannot be read")
        continue
      }
      let account = file.account
      if account.balance != balances[account.visit, default: AccountBalance()] {
        note("account \(key.id) does not agree with its ledger lines")
      }
      if !account.balance.isBalanced { note("account \(key.id) is out of balance") }
      if account.state == .closed, !account.balance.isSettled { note("account \(key.id) is closed with money open") }
      if Set(account.patientPayments).count != account.patientPayments.count {
        note("a payment of \(key.id) was posted twice")
      }
    }
  }

  /// A payer committed: no claim is adjudicated twice.
  func payerCommitted(_ commit: SimulatedStore.Commit) {
    for (key, body) in commit.cases {
      guard let file = try? PayerFile(stored: body) else {
        note("the payer's file \(key.id) cannot be read")
        continue
      }
      // An appeal that is won gives the same claim a second decision; the first one is then reversed.
      var active: Set<PatientControlNumber> = []
      for prior in file.history.claims where !prior.isReversed {
        if !active.insert(prior.claim.controlNumber).inserted {
          note("claim \(prior.claim.controlNumber) was adjudicated twice")
        }
      }
      let numbers = file.history.claims.map(\.payment.payerClaimNumber)
      if Set(numbers).count != numbers.count { note("the payer gave a claim number twice (\(key.id))") }
    }
  }
}
