import ClaimModel

extension PatientAccount {
  /// Whether a claim may have to be made of the superbill when a payer or the practice answers.
  public var mayNeedSuperbill: Bool { (coding?.payers.count ?? 0) > 1 || state == .awaitingPractice }

  /// Sends the next claim to the payer whose answer was awaited last, or to the first one: a replacement when a decision
  /// stands, otherwise a first claim.
  ///
  /// Source: 837P TR3 CLM05-3: a claim that was rejected before adjudication, or returned as unprocessable, is sent again
  /// with frequency 1; one that was adjudicated is replaced with frequency 7 and REF*F8, all lines again.
  mutating func submit(_ turn: inout Turn) {
    guard let coding, let first = coding.payers.first else { return }
    let last = target ?? first
    submit(to: coding.payers.contains(last) ? last : first, &turn)
  }

  /// Sends the next claim to the given payer, with what earlier ones decided.
  mutating func submit(to payer: PayerID, _ turn: inout Turn) {
    target = payer
    guard let superbill = turn.superbill, let coordination = coordination(before: payer, superbill) else {
      return escalate(.nextPayerUnbillable, &turn)
    }
    let replaced = standing(of: payer).last { !isSuperseded($0, by: submissions.count + 1) }
    let outcome = ClaimAssembler(rules: turn.rules).assemble(
      superbill, submission: submissions.count + 1, to: payer, after: coordination,
      frequency: replaced == nil ? .original : .replacement, originalClaimNumber: replaced?.number,
      authorization: coding?.authorization ?? "", today: turn.now.date)
    if let charge = turn.rules.chargemaster.charge(for: superbill) {
      post(.charge, .insuranceReceivable, .patientServiceRevenue, charge - balance.charged, &turn)
    }
    switch outcome {
    case .incomplete(let findings): isIncomplete(findings, &turn)
    case .complete(let claim):
      let billed = claim.responsibility == .primary ? nil : openInsurance { $0 >= claim.responsibility }
      submissions.append(
        Submission(
          number: submissions.count + 1, payer: payer, responsibility: claim.responsibility,
          frequency: claim.frequency, originalClaimNumber: claim.originalClaimNumber, charge: claim.totalCharge,
          billed: billed))
      state = .submitted
      turn.actions.append(.submit(claim))
    }
  }

  /// What is missing is asked of the practice where it is the practice's, otherwise a person must look.
  private mutating func isIncomplete(_ findings: [ScrubFinding], _ turn: inout Turn) {
    let words = findings.map(\.description)
    if findings.allSatisfy(\.field.isRegistered), queryRegistration(findings: words, &turn) { return }
    escalate(.incompleteClaim(findings), &turn)
  }

  /// A 999 took the claim's batch.
  mutating func batchAccepted(_ claim: PatientControlNumber) {
    guard let index = index(of: claim), submissions[index].stage == .sent else { return }
    submissions[index].stage = .received
  }

  /// A 999 refused the claim's batch. It is sent again, as often as the rules allow.
  mutating func batchRejected(_ claim: PatientControlNumber, _ turn: inout Turn) {
    guard let index = index(of: claim), submissions[index].stage == .sent else { return }
    submissions[index].stage = .batchRejected
    guard isAwaitingPayer, index == submissions.count - 1 else { return }
    if !resubmit(&turn) { escalate(.batchRejected, &turn) }
  }

  /// Sends the claim again when it never came to the payer, as often as the rules allow.
  mutating func resubmit(_ turn: inout Turn) -> Bool {
    let lost = submissions.count { $0.stage == .batchRejected || $0.stage == .unanswered }
    guard lost <= turn.rules.maximumResubmissions, turn.superbill != nil else { return false }
    submit(&turn)
    return true
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

  /// Does what a rejection by the front end calls for.
  mutating func rejected(_ status: ClaimStatusCode, _ turn: inout Turn) {
    switch turn.rules.triage.rejection(status) {
    case .recode(let remark): requestRecode([RejectionRule.refusal(remark)], &turn)
    case .correct where queryRegistration(findings: ["277CA \(status)"], &turn): break
    case .correct, .review: escalate(.claimRejected(status), &turn)
    }
  }

  /// Asks the coding office, unless it has been asked as often as the rules allow.
  mutating func requestRecode(_ refusals: [RecodeRequest.Refusal], _ turn: inout Turn) {
    guard recodeRounds < turn.rules.maximumRecodeRounds else { return escalate(.recodeLimit, &turn) }
    askCoders(refusals, &turn)
  }

  /// Asks the coding office, however often it was asked.
  mutating func askCoders(_ refusals: [RecodeRequest.Refusal], _ turn: inout Turn) {
    recodeRounds += 1
    recodes.append(RecodeRecord(asked: turn.now))
    state = .recoding
    turn.actions.append(
      .requestRecode(RecodeRequest(visit: visit, round: recodeRounds, refusals: refusals)))
  }

  /// Whether the next word is the payer's.
  var isAwaitingPayer: Bool { [.submitted, .accepted, .correcting].contains(state) }

  /// The place of a claim of this visit among the submissions.
  func index(of claim: PatientControlNumber) -> Int? {
    guard claim.visit == visit, let number = claim.submission else { return nil }
    return submissions.firstIndex { $0.number == number }
  }
}
