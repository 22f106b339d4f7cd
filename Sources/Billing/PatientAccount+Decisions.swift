import ClaimModel

extension PatientAccount {
  /// The decisions that count: not taken back, not themselves reversals, not mere references to another. In the order
  /// of the claims they answer.
  var standing: [PayerDecision] {
    decisions.filter { !$0.isPaired && $0.status != .reversal && !$0.isDuplicate }
      .sorted { $0.submission < $1.submission }
  }

  /// Takes in a decision of an 835, once by number and status.
  ///
  /// Source: 835 TR3 section 1.10.2.1 (balancing) and 1.10.2.8 (a reversal repeats the number and negates the amounts
  /// of the decision it takes back).
  mutating func decided(_ payment: ClaimPayment, by payer: PayerID, _ turn: inout Turn) {
    let number = payment.payerClaimNumber
    guard !decisions.contains(where: { $0.number == number && $0.status == payment.status }) else { return }
    guard decisions.count < PatientAccount.maximumDecisions else {
      return escalate(.unmatchedRemittance(number), &turn)
    }
    guard let coding, coding.payers.first == payer,
      let index = index(of: payment.controlNumber)
    else { return escalate(.unmatchedRemittance(number), &turn) }
    guard payment.isBalanced else { return escalate(.unbalancedRemittance(number), &turn) }
    if payment.status == .reversal {
      takeBack(payment, submission: submissions[index].number, &turn)
    } else {
      guard payment.charge == submissions[index].charge else {
        return escalate(.unmatchedRemittance(number), &turn)
      }
      submissions[index].stage = .adjudicated
      let decision = PayerDecision(
        payment, submission: submissions[index].number, services: coding.services, triage: turn.rules.triage)
      decisions.append(decision)
      post(decision, &turn)
      // A reversal may have overtaken the decision it takes back.
      if let early = decisions.firstIndex(where: { $0.number == number && $0.status == .reversal && !$0.isPaired }) {
        pair(decisions.count - 1, with: early, &turn)
      }
    }
    proceed(&turn)
  }

  private mutating func takeBack(_ reversal: ClaimPayment, submission: Int, _ turn: inout Turn) {
    let number = reversal.payerClaimNumber
    decisions.append(PayerDecision(number: number, submission: submission, status: .reversal, paid: reversal.paid))
    let taken = decisions.firstIndex { $0.number == number && $0.status != .reversal && !$0.isPaired }
    if let taken { pair(taken, with: decisions.count - 1, &turn) }
  }

  private mutating func pair(_ taken: Int, with reversal: Int, _ turn: inout Turn) {
    guard decisions[taken].paid == -decisions[reversal].paid else {
      return escalate(.unmatchedRemittance(decisions[taken].number), &turn)
    }
    decisions[taken].isPaired = true
    decisions[reversal].isPaired = true
    post(decisions[taken], sign: -1, &turn)
  }

  /// Posts what a decision settles; what it refuses stays open with the insurer.
  private mutating func post(_ decision: PayerDecision, sign: Int = 1, _ turn: inout Turn) {
    post(.insurancePayment, .insuranceCash, .insuranceReceivable, decision.paid * sign, &turn)
    post(.contractualAdjustment, .contractualAdjustments, .insuranceReceivable, decision.adjusted * sign, &turn)
    post(.patientResponsibility, .patientReceivable, .insuranceReceivable, decision.patient * sign, &turn)
  }
}

extension PayerDecision {
  /// What an account remembers of a decision, sorted by the triage table.
  ///
  /// CO-45 is the difference to a fee; where it takes a whole charge with no other amount beside it, no fee was
  /// applied, and it is set aside for a person instead of being given up.
  init(_ payment: ClaimPayment, submission: Int, services: [ServiceLine], triage: DenialTriage) {
    self.init(number: payment.payerClaimNumber, submission: submission, status: payment.status, paid: payment.paid)
    var hasOther = false
    func sort(_ adjustment: Adjustment, line: Int?, charge: Money, remarks: [RemarkCode]) {
      let isWholeCharge = adjustment.amount == charge && charge > .zero
      switch triage.disposition(of: adjustment.group, adjustment.reason, remarks: remarks) {
      case .contractual where !isWholeCharge: adjusted += adjustment.amount
      case .patient: patient += adjustment.amount
      case let disposition:
        if disposition != .duplicate { hasOther = true }
        refused += adjustment.amount
        refusals.append(
          RecodeRequest.Refusal(
            line: line, group: adjustment.group, reason: adjustment.reason, remarks: remarks))
      }
    }
    var unclaimed = Array(services.indices)
    for line in payment.lines {
      let number = PayerDecision.serviceNumber(of: line, services: services, unclaimed: &unclaimed)
      for adjustment in line.adjustments {
        sort(adjustment, line: number, charge: line.charge, remarks: line.remarks + payment.remarks)
      }
    }
    for adjustment in payment.adjustments {
      sort(adjustment, line: nil, charge: payment.charge, remarks: payment.remarks)
    }
    isDuplicate = refused == payment.charge && !hasOther
  }

  /// The service a payment line is about, from 1: by our line number, else by procedure, whatever modifiers the payer
  /// left out.
  private static func serviceNumber(
    of line: ServicePayment, services: [ServiceLine], unclaimed: inout [Int]
  ) -> Int? {
    let named = Int(line.lineControlNumber).map { $0 - 1 }
    let found =
      unclaimed.firstIndex { $0 == named && services[$0].procedure == line.procedure }
      ?? unclaimed.firstIndex { services[$0].procedure == line.procedure }
    return found.map { unclaimed.remove(at: $0) + 1 }
  }
}
