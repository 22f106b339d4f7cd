import ClaimModel

extension PatientAccount {
  /// Looks at where the account stands after a change and does what is next.
  mutating func proceed(_ turn: inout Turn) {
    guard let coding, state != .inReview, state != .recoding else { return }
    guard let last = submissions.last, !coding.payers.isEmpty else { return settle(&turn) }
    let standing = standing
    if let newest = standing.last, let refusal = reviewed(newest, turn.rules) {
      return escalate(.refused(refusal), &turn)
    }
    if decisions.contains(where: { $0.status == .reversal && !$0.isPaired }) {
      state = .correcting
    } else if standing.count > 1 {
      // A correction has overtaken its reversal; anything else is a payment too much.
      let isExpected = standing.dropLast().allSatisfy { isTakenBack($0.number) }
      if isExpected { state = .correcting } else { escalate(.overpaid, &turn) }
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
    decision.refusals.first { rules.triage.steps(for: $0).first == .review }
  }

  /// Whether a reversal of the decision is to be expected: it was replaced or appealed.
  private func isTakenBack(_ number: PayerClaimNumber) -> Bool {
    submissions.contains { $0.originalClaimNumber == number } || appeals.contains { $0.number == number }
  }

  /// The payer decided on another claim for the same services; its answer may still come.
  private mutating func duplicateAnswered(_ turn: inout Turn) {
    let isAnswerDue = submissions.contains { [.sent, .received, .accepted].contains($0.stage) }
    if isAnswerDue { state = .submitted } else { escalate(.duplicateWithoutOriginal, &turn) }
  }

  /// Acts on the one decision that stands.
  private mutating func follow(_ decision: PayerDecision, _ turn: inout Turn) {
    let open = balance.openInsurance
    if open < .zero { return escalate(.overpaid, &turn) }
    if open == .zero { return settle(&turn) }
    guard open == decision.refused else { return escalate(.unexplainedBalance(open), &turn) }
    let triage = turn.rules.triage
    let recodable = decision.refusals.filter { triage.steps(for: $0).contains(.recode) }
    if !decision.isCodingUpheld, !recodable.isEmpty { return requestRecode(recodable, &turn) }
    let isAppealable = decision.refusals.contains { triage.steps(for: $0).contains(.appeal) }
    guard let appeal = appeals.last(where: { $0.number == decision.number }) else {
      if isAppealable, appeals.count < turn.rules.maximumAppeals { return self.appeal(decision, &turn) }
      return writeOff(.writeOffAppealLimit, &turn)
    }
    switch appeal.outcome {
    case nil: state = .appealing
    case .overturned: state = .correcting
    case .upheld: writeOff(.writeOffAppealDenied, &turn)
    }
  }

  private mutating func appeal(_ decision: PayerDecision, _ turn: inout Turn) {
    guard let payer = coding?.payers.first else { return }
    appeals.append(AppealRecord(number: decision.number))
    state = .appealing
    turn.actions.append(
      .submitAppeal(
        Appeal(
          visit: visit, payer: payer,
          controlNumber: PatientControlNumber(visit: visit, submission: decision.submission),
          payerClaimNumber: decision.number, refusals: decision.refusals, amount: decision.refused,
          codingReasons: decision.codingReasons)))
  }

  private mutating func writeOff(_ kind: LedgerEntry.Kind, _ turn: inout Turn) {
    post(kind, .writeOffs, .insuranceReceivable, balance.openInsurance, &turn)
    settle(&turn)
  }

  /// The insurer is done: what is left is the patient's.
  private mutating func settle(_ turn: inout Turn) {
    let open = balance.openPatient
    if open < .zero {
      post(.refundDue, .patientReceivable, .refundsPayable, -open, &turn)
      escalate(.refundDue(-open), &turn)
    } else if open == .zero {
      guard state != .closed else { return }
      state = .closed
      turn.actions.append(.accountClosed)
    } else if (coding?.payers.count ?? 0) > 1 {
      escalate(.secondaryCoverage, &turn)
    } else {
      state = .awaitingPatient
      guard statementAmount != open else { return }
      statementAmount = open
      turn.actions.append(.issueStatement(open))
    }
  }
}
