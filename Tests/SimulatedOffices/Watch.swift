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
  /// Files of the billing office in this world.
  let billingFiles: CaseMemory<BillingFile>

  /// Watches a world of the visits of `caseload`.
  init(_ caseload: Caseload) { billingFiles = CaseMemory(latest: 2, forms: caseload.superbillForms) }

  /// The most violations that are kept; the first ones tell the most.
  private static let limit = 20

  func note(_ violation: String) {
    if violations.count < Watch.limit { violations.append(violation) }
  }

  /// An office wrote a file that it would read as something else.
  func misread(_ key: CaseKey) { note("the file \(key.kind) \(key.id) is read other than it was written") }

  /// A worker told something about itself.
  func told(_ event: WorkerEvent) {
    if case .killSwitch(.tripped) = event { pauses += 1 }
  }

  /// A message entered a queue.
  func arrived(_ message: WireMessage, in queue: String) {
    if message.type == MessageType.professionalClaims.rawValue { checkReplacements(in: message.body) }
  }

  private static let claimHead = Array("CLM*".utf8)
  private static let originalClaimHead = Array("REF*F8*".utf8)

  /// Every claim that replaces another (CLM05-3 = 7) names it (REF*F8).
  private func checkReplacements(in interchange: [UInt8]) {
    interchange.withUnsafeBufferPointer { bytes in
      var replacement: Slice<UnsafeBufferPointer<UInt8>>?
      func noteMissing() {
        guard let claim = replacement else { return }
        note("replacement \(String(decoding: claim.prefix(24), as: UTF8.self)) carries no REF*F8")
      }
      var start = 0
      while start < bytes.count {
        let end = Watch.place(of: UInt8(ascii: "~"), in: bytes, from: start)
        while start < end, bytes[start] == 10 || bytes[start] == 13 { start += 1 }
        let segment = bytes[start..<end]
        start = end + 1
        if segment.first == UInt8(ascii: "C"), segment.starts(with: Watch.claimHead) {
          noteMissing()
          var element = segment.startIndex
          for _ in 0..<5 { element = Watch.place(of: UInt8(ascii: "*"), in: bytes, from: element) + 1 }
          let next = min(Watch.place(of: UInt8(ascii: "*"), in: bytes, from: element), end)
          replacement = next > element && bytes[next - 1] == UInt8(ascii: "7") ? segment : nil
        } else if segment.first == UInt8(ascii: "R"), segment.starts(with: Watch.originalClaimHead) {
          replacement = nil
        }
      }
      noteMissing()
    }
  }

  /// Where a byte stands next; the end when it does not.
  private static func place(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var place = start
    while place < bytes.count, bytes[place] != byte { place += 1 }
    return place
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
      guard case .account(let file)? = try? billingFiles.body(key, body) else {
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
  func payerCommitted(_ commit: SimulatedStore.Commit, _ files: CaseMemory<PayerFile>) {
    for (key, body) in commit.cases {
      guard let file = try? files.body(key, body) else {
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
