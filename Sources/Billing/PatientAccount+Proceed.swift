import ClaimModel

extension PatientAccount {
  /// Looks at where the account stands after a change and does what is next.
  mutating func proceed(_ turn: inout Turn) {
    guard let coding, ![.inReview, .recoding, .awaitingPractice].contains(state) else { return }
    guard let last = submissions.last, !coding.payers.isEmpty, disposal == nil else { return settlePatient(&turn) }
    let standing = standing(of: last.payer)
    if let newest = standing.last, openAppeal(of: newest) == nil, let refusal = reviewed(newest, turn.rules) {
      return escalate(.refused(refusal), &turn)
    }
    if decisions.contains(where: { $0.status == .reversal && !$0.isPaired && payer(of: $0) == last.payer }) {
      state = .correcting
    } else if standing.count > 1 {
      // A correction has overtaken its reversal; anything else is a payment too much.
      if standing.dropLast().allSatisfy({ isTakenBack($0.number) }) { state = .correcting } else { paidTwice(&turn) }
    } else if last.stage != .adjudicated {
      state = last.stage == .accepted ? .accepted : .submitted
    } else if let decision = standing.last {
      follow(decision, &turn)
    } else if let latest = decisions.last(where: { $0.status != .reversal }), latest.isDuplicate {
      duplicateAnswered(&turn)
    } else {
      state = .correcting
    }
  }

  /// The refusal of a decision that only a person can deal with.
  private func reviewed(_ decision: PayerDecision, _ rules: BillingRules) -> RecodeRequest.Refusal? {
    decision.refusals.first { rules.triage.steps(for: $0.refusal).first == .review }?.refusal
  }

  /// The newest appeal of the decision, unless it is lost.
  private func openAppeal(of decision: PayerDecision) -> AppealRecord? {
    appeals.last { $0.number == decision.number }.flatMap { $0.outcome == .upheld ? nil : $0 }
  }

  /// Whether a reversal of the decision is to be expected: it was replaced or appealed.
  func isTakenBack(_ number: PayerClaimNumber) -> Bool {
    submissions.contains { $0.originalClaimNumber == number } || appeals.contains { $0.number == number }
  }

  /// The payer decided on another claim for the same services; its answer may still come, also that to a claim of which
  /// nothing was heard.
  private mutating func duplicateAnswered(_ turn: inout Turn) {
    let isAnswerDue = submissions.contains { $0.stage.isAwaited || $0.stage == .unanswered }
    if isAnswerDue { state = .submitted } else { escalate(.duplicateWithoutOriginal, &turn) }
  }

  /// Two decisions of one payer count and none of them is to be taken back.
  private mutating func paidTwice(_ turn: inout Turn) {
    let open = openWithLast
    if open < .zero {
      state = .awaitingRecoupment
    } else if open == .zero {
      settlePatient(&turn)
    } else {
      escalate(.unexplainedBalance(open), &turn)
    }
  }

  /// Acts on the one decision that stands.
  private mutating func follow(_ decision: PayerDecision, _ turn: inout Turn) {
    let open = openWithLast
    if open < .zero {
      state = .awaitingRecoupment
    } else if open == .zero {
      insurerDone(decision, &turn)
    } else if let appeal = openAppeal(of: decision) {
      state = appeal.outcome == nil ? .appealing : .correcting
    } else if open == decision.refused {
      work(decision, &turn)
    } else {
      escalate(.unexplainedBalance(open), &turn)
    }
  }

  /// Nothing is open with the payer: the next payer is billed for the patient's part, or told that it was to decide on
  /// another amount; else the patient.
  private mutating func insurerDone(_ decision: PayerDecision, _ turn: inout Turn) {
    let isToldOtherwise = openWithLast != balance.openInsurance
    if decision.patient > .zero || isToldOtherwise, billNextPayer(after: decision, &turn) { return }
    settlePatient(&turn)
  }

  /// Tries the steps of each refusal in turn; when none is left, disposes of what is refused.
  private mutating func work(_ decision: PayerDecision, _ turn: inout Turn) {
    for refused in decision.refusals {
      for step in turn.rules.triage.steps(for: refused.refusal) where take(step, for: decision, &turn) { return }
    }
    if billNextPayer(after: decision, &turn) { return }
    dispose(decision, &turn)
  }

  /// Takes a step unless it was taken before or leads nowhere.
  /// - Returns: whether it was taken.
  private mutating func take(_ step: DenialStep, for decision: PayerDecision, _ turn: inout Turn) -> Bool {
    func refusals(with step: DenialStep) -> [RecodeRequest.Refusal] {
      decision.refusals.map(\.refusal).filter { turn.rules.triage.steps(for: $0).contains(step) }
    }
    switch step {
    case .recode:
      // Other codes would have to go to the first payer again: of a later one, that is for a person to start.
      guard !decision.isCodingUpheld, submissions.last?.responsibility == .primary else { return false }
      requestRecode(refusals(with: step), &turn)
      return true
    case .correct:
      guard !decision.isPracticeAsked, let index = decisions.firstIndex(of: decision),
        queryRegistration(refusals(with: step), &turn)
      else { return false }
      decisions[index].isPracticeAsked = true
      return true
    case .otherPayerFirst, .nextPayer: return billNextPayer(after: decision, &turn)
    case .appeal: return appeal(decision, &turn)
    case .billPatient, .writeOff, .review: return false
    }
  }

  private mutating func appeal(_ decision: PayerDecision, _ turn: inout Turn) -> Bool {
    guard let payer = payer(of: decision), appeals.count < turn.rules.maximumAppeals,
      !appeals.contains(where: { $0.number == decision.number })
    else { return false }
    if let decided = decision.decided, decided.days(until: turn.now.date) > turn.rules.terms(of: payer).appealDays {
      return false
    }
    submitAppeal(of: decision, to: payer, hasRecords: false, &turn)
    return true
  }

  /// Asks the payer to decide again.
  mutating func submitAppeal(
    of decision: PayerDecision, to payer: PayerID, hasRecords: Bool, _ turn: inout Turn
  ) {
    appeals.append(AppealRecord(number: decision.number))
    state = .appealing
    turn.actions.append(
      .submitAppeal(
        Appeal(
          visit: visit, payer: payer,
          controlNumber: PatientControlNumber(visit: visit, submission: decision.submission),
          payerClaimNumber: decision.number, refusals: decision.refusals.map(\.refusal), amount: decision.refused,
          codingReasons: decision.codingReasons, hasRecords: hasRecords)))
  }

  /// No step is left that would bring the money: what is refused is the patient's, or written off within the limit, or
  /// a person's matter, as the row of each refusal says.
  private mutating func dispose(_ decision: PayerDecision, _ turn: inout Turn) {
    guard let index = decisions.firstIndex(of: decision) else { return }
    var (patient, givenUp) = (Money.zero, Money.zero)
    for refused in decision.refusals {
      switch turn.rules.triage.steps(for: refused.refusal).first(where: \.isLast) {
      case .billPatient: patient += refused.amount
      case .writeOff:
        let limit = turn.rules.triage.writeOffLimit(for: refused.refusal) ?? turn.rules.writeOffLimit
        guard refused.amount <= limit else { return escalate(.writeOffLimit(refused.amount), &turn) }
        givenUp += refused.amount
      default: return escalate(.refused(refused.refusal), &turn)
      }
    }
    guard givenUp <= turn.rules.writeOffLimit else { return escalate(.writeOffLimit(givenUp), &turn) }
    let kind = writeOffKind(of: decision, turn.rules)
    post(.refusalBilledToPatient, .patientReceivable, .insuranceReceivable, patient, &turn)
    post(kind, .writeOffs, .insuranceReceivable, givenUp, &turn)
    decisions[index].patient += patient
    decisions[index].writtenOff += givenUp
    decisions[index].writeOffKind = givenUp == .zero ? nil : kind
    decisions[index].refused -= patient + givenUp
    settlePatient(&turn)
  }

  private func writeOffKind(of decision: PayerDecision, _ rules: BillingRules) -> LedgerEntry.Kind {
    if appeals.contains(where: { $0.number == decision.number && $0.outcome == .upheld }) {
      return .writeOffAppealDenied
    }
    let isAppealable = decision.refusals.contains { rules.triage.steps(for: $0.refusal).contains(.appeal) }
    return isAppealable ? .writeOffAppealLimit : .writeOffNotBillable
  }

  /// A payer took money back in a payment, or gave back what it had taken.
  mutating func recouped(_ amount: Money, by payer: PayerID, reference: String, _ turn: inout Turn) {
    guard !recoupments.contains(reference), recoupments.count < PatientAccount.maximumDecisions else { return }
    recoupments.append(reference)
    post(.recoupment, .insuranceReceivable, .insuranceCash, amount, &turn)
    guard state != .inReview else { return }
    if balance.openInsurance > .zero, amount > .zero, !isAwaitingPayer {
      escalate(.recouped(balance.openInsurance), &turn)
    } else {
      proceed(&turn)
    }
  }
}

extension DenialStep {
  /// Whether it disposes of the amount, instead of trying to get it.
  public var isLast: Bool { self == .billPatient || self == .writeOff || self == .review }
}
