import Billing
import ClaimModel
import Office

extension BillingDesk {
  /// Under what a payment without a number of ours may be found: member and each day of service.
  static func indexKeys(of payment: ClaimPayment) -> [CaseKey] {
    guard !payment.member.rawValue.isEmpty else { return [] }
    return Set(payment.lines.map(\.dateOfService)).sorted().prefix(8).map {
      BillingFile.key(ofMember: payment.member, on: $0)
    }
  }

  /// Under what a visit is found by payments: member of each coverage and day, and its own id.
  static func indexKeys(of superbill: Superbill) -> [CaseKey] {
    let day = superbill.registration.dateOfService
    return superbill.registration.coverages.map(\.member).filter { !$0.rawValue.isEmpty }.map {
      BillingFile.key(ofMember: $0, on: day)
    } + [BillingFile.key(ofWaiting: superbill.visit)]
  }

  /// Puts a payment on the list of unmatched ones, once, and its money where it stays until it is applied.
  func setAside(
    _ payment: ClaimPayment, payer: PayerID, trace: String, _ reason: SetAsideReason, _ cases: inout Cases<BillingFile>,
    _ context: inout DeskContext<PayerRequest>
  ) {
    let key = BillingFile.key(ofUnmatched: payment, payer: payer)
    guard cases[key] == nil else { return }
    cases[key] = .unmatched(
      BillingFile.UnmatchedPayment(
        payer: payer, traceNumber: trace, payment: payment, reason: reason, received: context.now))
    postUnapplied(payment.paid, .unappliedPayment, key, &context)
    let waiting = payment.controlNumber.visit.map { [BillingFile.key(ofWaiting: $0)] } ?? []
    for index in BillingDesk.indexKeys(of: payment) + waiting {
      var entry = cases.index(index)
      guard entry.unmatched.count < BillingFile.MatchIndex.limit else { continue }
      entry.unmatched.append(key.id)
      cases[index] = .index(entry)
    }
  }

  /// A visit became known: it is entered where payments look for it, and payments that waited for it are applied.
  func matchWaiting(
    _ superbill: Superbill, _ cases: inout Cases<BillingFile>, _ context: inout DeskContext<PayerRequest>
  ) throws(Refusal) {
    let visit = superbill.visit
    let waiting = BillingFile.key(ofWaiting: visit)
    var candidates: [String] = []
    for key in BillingDesk.indexKeys(of: superbill) {
      var index = cases.index(key)
      for id in index.unmatched where !candidates.contains(id) { candidates.append(id) }
      guard key != waiting, !index.visits.contains(visit), index.visits.count < BillingFile.MatchIndex.limit else {
        continue
      }
      index.visits.append(visit)
      cases[key] = .index(index)
    }
    for id in candidates { try match(BillingFile.key(ofUnmatched: id), to: visit, &cases, &context) }
  }

  private func match(
    _ key: CaseKey, to visit: VisitID, _ cases: inout Cases<BillingFile>, _ context: inout DeskContext<PayerRequest>
  ) throws(Refusal) {
    guard case .unmatched(let unmatched)? = cases[key], unmatched.isOpen,
      case .account(let file)? = cases[BillingFile.key(of: visit)]
    else { return }
    var payment = unmatched.payment
    if file.account.reasonToSetAside(payment, unmatched.payer) != nil {
      guard let number = file.account.controlNumber(fitting: payment, unmatched.payer) else { return }
      payment.controlNumber = number
    }
    try take(payment, of: unmatched, key, to: visit, &cases, &context)
  }

  /// Takes a payment off the list and applies it to the account of a visit.
  private func take(
    _ payment: ClaimPayment, of unmatched: BillingFile.UnmatchedPayment, _ key: CaseKey, to visit: VisitID,
    _ cases: inout Cases<BillingFile>, _ context: inout DeskContext<PayerRequest>
  ) throws(Refusal) {
    var unmatched = unmatched
    unmatched.matched = visit
    cases[key] = .unmatched(unmatched)
    postUnapplied(-unmatched.payment.paid, .appliedPayment, key, &context)
    try apply(.claimPayment(payment, payer: unmatched.payer), to: visit, trace: unmatched.traceNumber, &cases, &context)
  }

  /// A person has found out whose a payment is: it is applied to that claim, or given back to its payer.
  func settle(
    _ placement: PaymentPlacement, _ cases: inout Cases<BillingFile>, _ context: inout DeskContext<PayerRequest>
  ) throws(Refusal) {
    let placed: PlacedPayment
    do throws(PlacedPayment.Obstacle) {
      placed = try PlacedPayment(placement) { cases[$0] }
    } catch {
      throw .never(error.reason)
    }
    let key = BillingFile.key(ofUnmatched: placement.payment)
    var unmatched = placed.unmatched
    unmatched.placedBy = placement.decidedBy
    unmatched.placedReason = placement.reason
    guard let (visit, payment) = placed.destination else {
      unmatched.isReturned = true
      cases[key] = .unmatched(unmatched)
      return postUnapplied(-unmatched.payment.paid, .insurerRefund, key, &context)
    }
    try take(payment, of: unmatched, key, to: visit, &cases, &context)
  }

  private func postUnapplied(
    _ amount: Money, _ kind: LedgerEntry.Kind, _ key: CaseKey, _ context: inout DeskContext<PayerRequest>
  ) {
    guard amount != .zero else { return }
    let accounts: [LedgerAccount] =
      amount > .zero ? [.insuranceCash, .unappliedPayments] : [.unappliedPayments, .insuranceCash]
    context.post(
      visit: VisitID(key.id), debit: accounts[0].rawValue, credit: accounts[1].rawValue,
      amount: amount > .zero ? amount : -amount, memo: kind.rawValue)
  }
}
