import Billing
import ClaimModel
import Office

extension BillingDesk {
  /// Tells the journal what an event changed on an account.
  func recordFacts(
    _ event: AccountEvent, before: PatientAccount, _ file: BillingFile.AccountFile,
    _ context: inout DeskContext<PayerRequest>
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
      let refusals = file.account.decisions.last?.refusals.map(\.refusal) ?? []
      recordDenials(payment, by: payer, visit, refusals, &context)
    }
    recordSteps(before: before, file.account, &context)
    context.record(
      Fact(
        visit: visit,
        .state(
          office: "billing", name: file.account.state.rawValue, sequence: file.sequence,
          open: balance.open,
          isFinal: file.account.state.isFinal)))
  }

  /// How far each claim has come with the event.
  private func recordSteps(
    before: PatientAccount, _ account: PatientAccount, _ context: inout DeskContext<PayerRequest>
  ) {
    guard let coding = account.coding else { return }
    func record(_ step: Fact.ClaimStep, _ submission: Submission, _ amount: Money) {
      context.record(
        Fact(
          visit: account.visit,
          .claim(
            step: step, payer: submission.payer, provider: coding.rendering, specialty: coding.specialty,
            submission: submission.number, amount: amount)))
    }
    for (index, submission) in account.submissions.enumerated() {
      let former = index < before.submissions.count ? before.submissions[index].stage : nil
      if former == nil, !submission.isCrossover { record(.sent, submission, submission.charge) }
      guard former != submission.stage else { continue }
      switch submission.stage {
      case .batchRejected: record(.batchRejected, submission, submission.charge)
      case .rejected: record(.rejected, submission, submission.charge)
      case .accepted where former != nil: record(.accepted, submission, submission.charge)
      default: break
      }
    }
    for decision in account.decisions.dropFirst(before.decisions.count) {
      guard let submission = account.submissions.first(where: { $0.number == decision.submission }) else { continue }
      let isPaid = decision.paid > .zero || decision.patient > .zero
      record(decision.status == .reversal ? .reversed : isPaid ? .paid : .denied, submission, decision.paid)
    }
  }

  /// One denial for each adjustment that the account counts as a refusal.
  private func recordDenials(
    _ payment: ClaimPayment, by payer: PayerID, _ visit: VisitID, _ refusals: [RecodeRequest.Refusal],
    _ context: inout DeskContext<PayerRequest>
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
