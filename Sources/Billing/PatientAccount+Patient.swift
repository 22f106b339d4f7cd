import ClaimModel

extension PatientAccount {
  /// A patient's payment, on a statement or at the visit. What an agency collects is paid first.
  mutating func patientPaid(_ amount: Money, reference: String, _ turn: inout Turn) {
    guard !patientPayments.contains(reference) else { return }
    patientPayments.append(reference)
    guard amount > .zero else { return escalate(.invalidPatientPayment(amount), &turn) }
    let collected = min(amount, balance.inCollections)
    post(.patientPayment, .patientCash, .collections, collected, &turn)
    post(.patientPayment, .patientCash, .patientReceivable, amount - collected, &turn)
    proceed(&turn)
  }

  /// The insurers are done: what is left is the patient's. A credit is given back, a small balance is given up, anything
  /// else goes on a statement.
  mutating func settlePatient(_ turn: inout Turn) {
    if balance.openPatient < .zero { takeFromCredit(&turn) }
    leaveToInsurer(&turn)
    if balance.openPatient < .zero {
      post(.refundDue, .patientReceivable, .refundsPayable, -balance.openPatient, &turn)
    }
    let refund = balance.refundDue
    if refund > .zero {
      guard refund <= turn.rules.refundLimit else { return escalate(.refundDue(refund), &turn) }
      refundPatient(refund, &turn)
    }
    let open = balance.openPatient
    if open > .zero, open < turn.rules.statements.smallBalance {
      post(.writeOffSmallBalance, .writeOffs, .patientReceivable, open, &turn)
      patientWrittenOff += open
    }
    if balance.openInsurance < .zero {
      state = .awaitingRecoupment
    } else if balance.openPatient > .zero {
      bill(&turn)
    } else if balance.inCollections > .zero {
      state = .inCollections
    } else if state != .closed {
      state = .closed
      turn.actions.append(.accountClosed)
    }
  }

  /// Gives money that is due to the patient back.
  mutating func refundPatient(_ amount: Money, _ turn: inout Turn) {
    post(.patientRefund, .refundsPayable, .patientCash, amount, &turn)
    turn.actions.append(.refundPatient(amount))
  }

  /// What an insurer took off the patient's part was never asked for, or is with the agency: it is not a credit.
  private mutating func takeFromCredit(_ turn: inout Turn) {
    let neverAsked = min(-balance.openPatient, patientWrittenOff)
    post(.writeOffSmallBalance, .writeOffs, .patientReceivable, -neverAsked, &turn)
    patientWrittenOff -= neverAsked
    let withAgency = min(-balance.openPatient, balance.inCollections)
    post(.placedInCollections, .collections, .patientReceivable, -withAgency, &turn)
  }

  /// A credit above what the patient has paid was paid by an insurer: it is that one's, not the patient's.
  mutating func leaveToInsurer(_ turn: inout Turn) {
    let surplus = -balance.openPatient - max(.zero, balance.patientPaid)
    guard surplus > .zero, !submissions.isEmpty else { return }
    post(.patientResponsibility, .patientReceivable, .insuranceReceivable, surplus, &turn)
  }

  /// Sends a statement when the balance is another than that of the last one. Under a payment plan the next part is only
  /// asked for in the next cycle.
  private mutating func bill(_ turn: inout Turn) {
    let open = balance.openPatient
    state = .awaitingPatient
    guard statementAmount != open else { return }
    let isPlanKept = installment > .zero && open < statementAmount
    statementAmount = open
    notices = 0
    if isPlanKept { return }
    let policy = turn.rules.statements
    let isPlanned = policy.planMinimum.map { open >= $0 } ?? false
    let parts = max(1, policy.planParts)
    installment = isPlanned ? Money(cents: (open.cents + parts - 1) / parts) : .zero
    issueStatement(&turn)
  }

  private mutating func issueStatement(_ turn: inout Turn) {
    notices += 1
    let open = balance.openPatient
    turn.actions.append(
      .issueStatement(
        Statement(
          amount: installment > .zero ? min(installment, open) : open,
          due: turn.now.date.adding(days: turn.rules.statements.cycleDays), notice: notices)))
  }

  /// A statement cycle is over and the balance is still open: another statement, and after the last one an agency.
  mutating func remind(_ turn: inout Turn) {
    guard notices >= turn.rules.statements.maximumNotices else { return issueStatement(&turn) }
    post(.placedInCollections, .collections, .patientReceivable, balance.openPatient, &turn)
    statementAmount = .zero
    state = .inCollections
  }
}
