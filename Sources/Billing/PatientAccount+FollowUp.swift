import ClaimModel

extension PatientAccount {
  /// What an account's wait is counted from: when one of these changes, the wait begins anew.
  struct Progress: Hashable {
    var state: State
    var submissions: Int
    var inquiries: Int
    var rounds: Int
    var statementAmount: Money
    var notices: Int
    var recoupments: Int
  }

  /// How far the account has come.
  var progress: Progress {
    Progress(
      state: state, submissions: submissions.count, inquiries: submissions.last?.inquiries ?? 0,
      rounds: recodeRounds + registrationRounds + appeals.count, statementAmount: statementAmount, notices: notices,
      recoupments: recoupments.count)
  }

  /// When to look at the account again, counted from `now`; `nil` when nothing is awaited.
  public func nextFollowUp(now: Timestamp, policy rules: BillingRules) -> Timestamp? {
    let days: Int
    switch state {
    case .submitted, .accepted, .correcting:
      days = (submissions.last?.inquiries ?? 0) == 0 ? rules.followUp.claimDays : rules.followUp.inquiryDays
    case .recoding: days = rules.followUp.recodeDays
    case .awaitingPractice: days = rules.followUp.practiceDays
    case .appealing: days = rules.followUp.appealDays
    case .awaitingRecoupment: days = rules.followUp.recoupmentDays
    case .awaitingPatient: days = rules.statements.cycleDays
    case .awaitingSuperbill, .inCollections, .closed, .inReview: return nil
    }
    return now.adding(milliseconds: Int64(days) * 86_400_000)
  }

  /// The wait is over. A reminder that comes before its time, or again, says nothing.
  mutating func followUpDue(_ turn: inout Turn) {
    guard let due = followUp, turn.now >= due else { return }
    switch state {
    case .submitted, .accepted, .correcting: chase(&turn)
    case .recoding, .awaitingPractice, .appealing: escalate(.noAnswer, &turn)
    case .awaitingPatient: remind(&turn)
    case .awaitingRecoupment: refundInsurer(&turn)
    case .awaitingSuperbill, .inCollections, .closed, .inReview: break
    }
  }

  /// No decision has come: the payer is asked what has become of the claim; when it does not answer that either, a claim
  /// of which nothing was heard is sent again, and of any other a person must ask.
  private mutating func chase(_ turn: inout Turn) {
    guard let last = submissions.last, last.stage.isAwaited else { return escalate(.noAnswer, &turn) }
    let index = submissions.count - 1
    if last.inquiries == 0 {
      submissions[index].inquiries = 1
      turn.actions.append(
        .inquire(
          StatusInquiry(
            payer: last.payer, controlNumber: PatientControlNumber(visit: visit, submission: last.number),
            charge: last.charge, dateOfService: coding?.dateOfService)))
    } else if last.stage == .sent {
      sendAgain(index, &turn)
    } else {
      escalate(.noAnswer, &turn)
    }
  }

  private mutating func sendAgain(_ index: Int, _ turn: inout Turn) {
    submissions[index].stage = .unanswered
    if !resubmit(&turn) { escalate(.noAnswer, &turn) }
  }

  /// A payer's answer to a status inquiry (277).
  ///
  /// Source: X12 external code list 507: A4 not found and D nothing found; A3, A6, A7 and A8 rejected by the front end; R
  /// a request for more; E an error on the way, of which nothing follows; P pending and F finalized, whose payment or
  /// denial comes with an 835: the claim is known, so that it is not sent again.
  mutating func statusReported(_ claim: PatientControlNumber, _ status: ClaimStatusCode, _ turn: inout Turn) {
    guard let index = index(of: claim), index == submissions.count - 1, submissions[index].stage.isAwaited,
      submissions[index].inquiries > 0, isAwaitingPayer
    else { return }
    switch (status.category, status.category.first) {
    case ("A4", _), (_, "D"): sendAgain(index, &turn)
    case ("A3", _), ("A6", _), ("A7", _), ("A8", _):
      submissions[index].stage = .rejected
      rejected(status, &turn)
    case (_, "R"): escalate(.claimRejected(status), &turn)
    case (_, "E"): waitOn(turn)
    default:
      submissions[index].stage = .accepted
      if state == .submitted { state = .accepted }
      waitOn(turn)
    }
  }

  /// Waits once more as long as for the answer to an inquiry.
  private mutating func waitOn(_ turn: Turn) {
    followUp = turn.now.adding(milliseconds: Int64(turn.rules.followUp.inquiryDays) * 86_400_000)
  }

  /// The insurer has not taken back what it overpaid: it is given back.
  ///
  /// Source: 42 CFR 401.305, an overpayment is returned within 60 days of its identification.
  private mutating func refundInsurer(_ turn: inout Turn) {
    returnCredit(&turn)
    proceed(&turn)
  }

  /// Gives an insurer back what it has paid too much. A credit above all that insurers have paid is nobody's money: too much
  /// was given up by contract, or left to the patient.
  mutating func returnCredit(_ turn: inout Turn) {
    let excess = (overpaid?.amount ?? .zero) - max(.zero, balance.insurerPaid)
    if excess > .zero {
      let givenUp = min(excess, max(.zero, balance.adjusted))
      post(.contractualAdjustment, .contractualAdjustments, .insuranceReceivable, -givenUp, &turn)
      let left = min(excess - givenUp, max(.zero, balance.openPatient))
      post(.patientResponsibility, .patientReceivable, .insuranceReceivable, -left, &turn)
    }
    guard let (payer, credit) = overpaid else { return }
    post(.insurerRefund, .insuranceReceivable, .insuranceCash, credit, &turn)
    turn.actions.append(.refundInsurer(payer, credit))
  }

  /// The insurer that has paid too much, and how much: the one that was asked last; where that one has not, a later one, for
  /// what an earlier one pays after all.
  private var overpaid: (payer: PayerID, amount: Money)? {
    guard let last = submissions.last else { return nil }
    if openWithLast < .zero { return (last.payer, -openWithLast) }
    guard balance.openInsurance < .zero,
      let later = submissions.last(where: { $0.responsibility > last.responsibility })
    else { return nil }
    return (later.payer, -balance.openInsurance)
  }
}
