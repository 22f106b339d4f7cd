import Adjudication
import ClaimModel
import Office

extension PayerDesk {
  /// One remittance for each payee, with what is owed from earlier ones taken back.
  ///
  /// A payment is never negative. By ``Recoupment/netted`` what is missing is carried forward (PLB FB, negative) and taken
  /// from later payments (PLB FB, positive). By ``Recoupment/afterNotice`` the payee keeps, for now, what a reversal takes
  /// back (PLB WO, negative), and later payments are lowered by it (PLB WO, positive). What is taken names the debt that it
  /// is taken from, the oldest first: under each reference no more is taken than was told of.
  ///
  /// Source: 835 TR3 section 1.10.2.12 (balance forward: FB) and 1.10.2.17 (overpayment recovery: WO); a positive PLB
  /// amount lowers the payment (section 1.10.2.1.3).
  func remittances(
    of payments: [(payee: BillingProvider, payment: ClaimPayment)], on day: CalendarDate,
    _ cases: inout Cases<PayerFile>, _ context: inout DeskContext<Never>
  ) throws(Refusal) -> [Remittance] {
    var byPayee: [BillingProvider: [ClaimPayment]] = [:]
    var payees: [BillingProvider] = []
    for (payee, payment) in payments {
      if byPayee[payee] == nil { payees.append(payee) }
      byPayee[payee, default: []].append(payment)
    }
    var remittances: [Remittance] = []
    for payee in payees {
      let trace = try context.nextNumber(of: "trace")
      var remittance = Remittance(
        payer: adjudicator.plan.payer, payerName: adjudicator.plan.name, payeeNPI: payee.npi, payeeName: payee.name,
        payeeTaxID: payee.taxID, traceNumber: "\(adjudicator.plan.payer)\(trace)", paymentDate: day,
        claims: byPayee[payee] ?? [])
      settle(&remittance, with: payee, &cases)
      remittances.append(remittance)
    }
    return remittances
  }

  private func settle(_ remittance: inout Remittance, with payee: BillingProvider, _ cases: inout Cases<PayerFile>) {
    let key = PayerFile.key(ofPayee: payee)
    let before = cases[key] ?? PayerFile()
    var account = before
    let reason = adjudicator.plan.recoupment == .netted ? "FB" : "WO"
    let (missing, reference) = remittance.shortfall(by: adjudicator.plan.recoupment)
    if missing > .zero {
      remittance.providerAdjustments.append(
        ProviderAdjustment(reason: reason, reference: reference, amount: -missing))
    }
    // What was owed before is taken now, the oldest first; what is missing now waits for the next payment.
    var rest = max(.zero, remittance.total)
    for index in account.debts.indices {
      let part = min(rest, account.debts[index].amount)
      guard part > .zero else { break }
      rest -= part
      account.debts[index].amount -= part
      remittance.providerAdjustments.append(
        ProviderAdjustment(reason: reason, reference: account.debts[index].reference, amount: part))
    }
    account.debts.removeAll { $0.amount == .zero }
    if missing > .zero { account.debts.append(PayerFile.Debt(reference: reference, amount: missing)) }
    if account != before { cases[key] = account }
  }
}

extension Remittance {
  /// What the payee cannot or need not give back with this payment, and what it is named by.
  fileprivate func shortfall(by recoupment: Recoupment) -> (amount: Money, reference: String) {
    switch recoupment {
    case .netted: return (max(.zero, -total), traceNumber)
    case .afterNotice:
      let reversals = claims.filter { $0.status == .reversal }
      let taken = reversals.map { -$0.paid }.sum()
      // A correction in the same payment makes up for its reversal.
      let corrected = claims.filter { $0.frequency?.replaces == true && $0.status != .reversal }.map(\.paid).sum()
      return (max(max(.zero, taken - corrected), -total), reversals.first?.payerClaimNumber.rawValue ?? traceNumber)
    }
  }
}
