import Billing
import ClaimModel
import Office

extension BillingDesk {
  /// Tells the journal what an event changed on an account.
  func recordFacts(
    _ event: AccountEvent, before: PatientAccount, _ file: BillingFile.AccountFile,
    _ context: inout DeskContext<Claim>
  ) {
    let visit = file.account.visit
    let balance = file.account.balance
    let movements: [(Fact.MovementKind, Money)] = [
      (.charged, balance.charged - before.balance.charged),
      (.insurerPaid, balance.insurerPaid - before.balance.insurerPaid),
      (.adjusted, balance.adjusted - before.balance.adjusted),
      (.writtenOff, balance.writtenOff - before.balance.writtenOff),
      (.patientPaid, balance.patientPaid - before.balance.patientPaid),
    ]
    for (kind, amount) in movements where amount != .zero {
      context.record(Fact(visit: visit, .movement(kind: kind, amount: amount)))
    }
    if case .claimPayment(let payment, let payer) = event, file.account.decisions.count > before.decisions.count {
      recordDenials(payment, by: payer, visit, file.account.decisions.last?.refusals ?? [], &context)
    }
    context.record(
      Fact(
        visit: visit,
        .state(
          office: "billing", name: file.account.state.rawValue, sequence: file.sequence,
          open: balance.openInsurance + balance.openPatient - balance.refundDue,
          isFinal: file.account.state.isFinal)))
  }

  /// One denial for each adjustment that the account counts as a refusal.
  private func recordDenials(
    _ payment: ClaimPayment, by payer: PayerID, _ visit: VisitID, _ refusals: [RecodeRequest.Refusal],
    _ context: inout DeskContext<Claim>
  ) {
    var refused: [AdjustmentGroup: Set<AdjustmentReason>] = [:]
    for refusal in refusals { refused[refusal.group, default: []].insert(refusal.reason) }
    for line in payment.lines {
      for adjustment in line.adjustments where refused[adjustment.group]?.contains(adjustment.reason) == true {
        context.record(
          Fact(
            visit: visit,
            .denial(
              payer: payer, group: adjustment.group, reason: adjustment.reason, remarks: line.remarks,
              amount: adjustment.amount)))
      }
    }
  }
}
