import ClaimModel

extension PatientAccount {
  /// Sends the next claim: a replacement when a decision stands, otherwise a first claim.
  ///
  /// Source: 837P TR3 CLM05-3: a claim that was rejected before adjudication is sent again with frequency 1; one that
  /// was adjudicated is replaced with frequency 7 and REF*F8, all lines again.
  mutating func submit(_ superbill: Superbill, _ turn: inout Turn) {
    let replaced = standing.last
    let outcome = ClaimAssembler(chargemaster: turn.rules.chargemaster).assemble(
      superbill, submission: submissions.count + 1, frequency: replaced == nil ? .original : .replacement,
      originalClaimNumber: replaced?.number, today: turn.now.date)
    if let charge = turn.rules.chargemaster.charge(for: superbill) {
      post(.charge, .insuranceReceivable, .patientServiceRevenue, charge - balance.charged, &turn)
    }
    switch outcome {
    case .incomplete(let findings): escalate(.incompleteClaim(findings), &turn)
    case .complete(let claim):
      submissions.append(
        Submission(
          number: submissions.count + 1, frequency: claim.frequency,
          originalClaimNumber: claim.originalClaimNumber, charge: claim.totalCharge))
      state = .submitted
      turn.actions.append(.submit(claim))
    }
  }

  /// A 999 took the claim's batch.
  mutating func batchAccepted(_ claim: PatientControlNumber) {
    guard let index = index(of: claim), submissions[index].stage == .sent else { return }
    submissions[index].stage = .received
  }

  /// A 999 refused the claim's batch. It is sent again, as often as the rules allow.
  mutating func batchRejected(_ claim: PatientControlNumber, _ superbill: Superbill, _ turn: inout Turn) {
    guard let index = index(of: claim), submissions[index].stage == .sent else { return }
    submissions[index].stage = .batchRejected
    guard isAwaitingPayer, index == submissions.count - 1 else { return }
    let refused = submissions.count { $0.stage == .batchRejected }
    if refused <= turn.rules.maximumResubmissions {
      submit(superbill, &turn)
    } else {
      escalate(.batchRejected, &turn)
    }
  }

  /// A 277CA for the claim. Answers that come after the decision say nothing new.
  mutating func frontEndAnswered(_ answer: ClaimAcknowledgment.ClaimStatus, _ turn: inout Turn) {
    guard let index = index(of: answer.controlNumber) else { return }
    let isLast = index == submissions.count - 1
    switch (submissions[index].stage, answer.isAccepted) {
    case (.sent, true), (.received, true):
      submissions[index].stage = .accepted
      if isLast, state == .submitted { state = .accepted }
    case (.sent, false), (.received, false):
      submissions[index].stage = .rejected
      if isLast, isAwaitingPayer { rejected(answer.status, &turn) }
    case (.accepted, false):
      escalate(.contradictoryAnswers(answer.status), &turn)
    default: break
    }
  }

  private mutating func rejected(_ status: ClaimStatusCode, _ turn: inout Turn) {
    if let refusal = turn.rules.triage.refusal(for: status) {
      requestRecode([refusal], &turn)
    } else {
      escalate(.claimRejected(status), &turn)
    }
  }

  /// Asks the coding office, unless it has been asked as often as the rules allow.
  mutating func requestRecode(_ refusals: [RecodeRequest.Refusal], _ turn: inout Turn) {
    guard recodeRounds < turn.rules.maximumRecodeRounds else { return escalate(.recodeLimit, &turn) }
    recodeRounds += 1
    state = .recoding
    turn.actions.append(
      .requestRecode(RecodeRequest(visit: visit, round: recodeRounds, refusals: refusals)))
  }

  /// Whether the next word is the payer's.
  private var isAwaitingPayer: Bool { [.submitted, .accepted, .correcting].contains(state) }

  /// The place of a claim of this visit among the submissions.
  func index(of claim: PatientControlNumber) -> Int? {
    guard claim.visit == visit, let number = claim.submission else { return nil }
    return submissions.firstIndex { $0.number == number }
  }
}
