import ClaimModel

extension PatientAccount {
  /// Who decided.
  func payer(of decision: PayerDecision) -> PayerID? {
    submissions.first { $0.number == decision.submission }?.payer
  }

  /// A payer's decisions that count: not taken back, not themselves reversals, not mere references to another, not made
  /// void by a later claim. In the order of the claims they answer.
  func standing(of payer: PayerID) -> [PayerDecision] {
    let ofPayer = decisions.filter {
      !$0.isPaired && $0.status != .reversal && !$0.isDuplicate && self.payer(of: $0) == payer
    }
    let last = submissions.last { $0.payer == payer }?.number ?? 0
    return ofPayer.filter { !isSuperseded($0, by: last) }.sorted { $0.submission < $1.submission }
  }

  /// Whether a decision says nothing any more once a claim of the given number is sent.
  func isSuperseded(_ decision: PayerDecision, by submission: Int) -> Bool {
    decision.submission < submission && (decision.isUnprocessable || decision.isSecondInTurn)
  }

  /// Takes in a decision of an 835, once by payer, number and status.
  ///
  /// Source: 835 TR3 section 1.10.2.1 (balancing) and 1.10.2.8 (a reversal repeats the number and negates the amounts
  /// of the decision it takes back).
  mutating func decided(_ payment: ClaimPayment, by payer: PayerID, _ turn: inout Turn) {
    guard !knows(payment, payer) else { return }
    if let reason = reasonToSetAside(payment, payer) {
      return turn.actions.append(.setAside(payment, payer: payer, reason))
    }
    switch claim(of: payment, payer) {
    case .claim(let index): take(payment, submission: submissions[index], &turn)
    case .early(let named) where mayCrossOver(named):
      let earlier = standing(of: named.payer).last?.patient ?? .zero
      post(.nextPayerBilled, .insuranceReceivable, .patientReceivable, earlier, &turn)
      expectCrossover(from: payer)
      if let submission = submissions.last { take(payment, submission: submission, &turn) }
    case .early: held.append(HeldPayment(payment: payment, payer: payer))
    case .none: break
    }
  }

  /// Whether the decision was taken in before.
  private func knows(_ payment: ClaimPayment, _ payer: PayerID) -> Bool {
    held.contains(HeldPayment(payment: payment, payer: payer))
      || decisions.contains {
        $0.number == payment.payerClaimNumber && $0.status == payment.status && self.payer(of: $0) == payer
      }
  }

  /// Why a decision is none on a claim of this account; `nil` when it is, or was taken in before.
  public func reasonToSetAside(_ payment: ClaimPayment, _ payer: PayerID) -> SetAsideReason? {
    if knows(payment, payer) { return nil }
    guard let coding else { return .unknownClaim }
    guard decisions.count < PatientAccount.maximumDecisions else { return .tooMany }
    guard coding.payers.contains(payer) || submissions.contains(where: { $0.payer == payer }) else {
      return .otherPayer
    }
    guard payment.isBalanced else { return .unbalanced }
    switch claim(of: payment, payer) {
    case .claim: return nil
    case .early: return held.count < PatientAccount.maximumHeld ? nil : .tooMany
    case .none: return .otherCharge
    }
  }

  /// Our number of the claim that a decision without it is about: the payer's last one of the same charge, day and
  /// services, whatever modifiers the payer left out; `nil` when there is none.
  public func controlNumber(fitting payment: ClaimPayment, _ payer: PayerID) -> PatientControlNumber? {
    guard let coding, let day = coding.dateOfService, !payment.lines.isEmpty else { return nil }
    let charge = payment.status == .reversal ? -payment.charge : payment.charge
    guard let submission = submissions.last(where: { $0.payer == payer && $0.charge == charge }) else { return nil }
    var procedures = coding.services.map(\.procedure)
    for line in payment.lines {
      guard line.dateOfService == day, let index = procedures.firstIndex(of: line.procedure) else { return nil }
      procedures.remove(at: index)
    }
    return PatientControlNumber(visit: visit, submission: submission.number)
  }

  private enum ClaimFound {
    case claim(Int)
    /// The answer of a payer that was not asked since the earlier payer's claim: that one has sent it on.
    case early(Submission)
    case none
  }

  /// The claim that a decision answers: by its control number; of a claim that an earlier payer sent on, under that
  /// earlier claim's number, the last one to the payer since.
  private func claim(of payment: ClaimPayment, _ payer: PayerID) -> ClaimFound {
    guard let place = index(of: payment.controlNumber) else { return .none }
    let named = submissions[place]
    func fits(_ submission: Submission) -> Bool {
      submission.payer == payer && (payment.status == .reversal || submission.charge == payment.charge)
    }
    if named.payer == payer { return fits(named) ? .claim(place) : .none }
    let last = submissions.last { $0.payer == payer }
    let isAskedSince = last.map { $0.number > named.number || $0.responsibility <= named.responsibility } ?? false
    if isAskedSince || last != nil && payment.status == .reversal {
      return submissions.lastIndex(where: fits).map { .claim($0) } ?? .none
    }
    return named.charge == payment.charge ? .early(named) : .none
  }

  /// Whether the earlier payer, whose claim a later one's answer names, is done.
  private func mayCrossOver(_ named: Submission) -> Bool {
    ![.recoding, .awaitingPractice, .appealing, .correcting].contains(state) && named.stage == .adjudicated
  }

  private mutating func take(_ payment: ClaimPayment, submission: Submission, _ turn: inout Turn) {
    let isOfEarlierPayer =
      submissions.last.map { submission.payer != $0.payer && submission.responsibility <= $0.responsibility } ?? false
    takeBackDisposal(&turn)
    if payment.status == .reversal {
      takeBack(payment, submission: submission, &turn)
    } else {
      guard let coding, let index = submissions.firstIndex(where: { $0.number == submission.number }) else { return }
      submissions[index].stage = .adjudicated
      var decision = PayerDecision(
        payment, to: submission, services: coding.services, triage: turn.rules.triage,
        explains: coding.payers.count > 1)
      decision.decided = turn.now.date
      let others = standing(of: submission.payer)
      decision.isExtra = !decision.isDuplicate && others.contains { !isTakenBack($0.number) }
      decisions.append(decision)
      post(decision, &turn)
      // A reversal may have overtaken the decision it takes back.
      let early = decisions.firstIndex {
        $0.number == decision.number && $0.status == .reversal && !$0.isPaired && payer(of: $0) == submission.payer
      }
      if let early { pair(decisions.count - 1, with: early, &turn) }
      if isOfEarlierPayer, decision.isDuplicate { return }
    }
    if isOfEarlierPayer {
      return escalate(.earlierPayerReversed(payment.payerClaimNumber), &turn)
    }
    proceed(&turn)
    takeHeld(&turn)
  }

  /// Takes in what came too early, now that the earlier payer has decided.
  private mutating func takeHeld(_ turn: inout Turn) {
    guard !held.isEmpty else { return }
    let waiting = held
    held = []
    for early in waiting {
      if reasonToSetAside(early.payment, early.payer) == nil {
        decided(early.payment, by: early.payer, &turn)
      } else {
        held.append(early)
      }
    }
  }

  private mutating func takeBack(_ reversal: ClaimPayment, submission: Submission, _ turn: inout Turn) {
    let number = reversal.payerClaimNumber
    decisions.append(
      PayerDecision(number: number, submission: submission.number, status: .reversal, paid: reversal.paid))
    let taken = decisions.firstIndex {
      $0.number == number && $0.status != .reversal && !$0.isPaired && payer(of: $0) == submission.payer
    }
    if let taken { pair(taken, with: decisions.count - 1, &turn) }
  }

  /// Undoes a decision. Where the reversal takes back another amount than was paid, that amount is what moved: it is
  /// posted, and a person must look.
  private mutating func pair(_ taken: Int, with reversal: Int, _ turn: inout Turn) {
    decisions[taken].isPaired = true
    decisions[reversal].isPaired = true
    if decisions[taken].paid == -decisions[reversal].paid {
      post(decisions[taken], sign: -1, &turn)
      if !decisions[taken].isExtra { takeOver(from: decisions[taken], &turn) }
    } else {
      post(.insurancePayment, .insuranceCash, .insuranceReceivable, decisions[reversal].paid, &turn)
      escalate(.contradictoryReversal(decisions[taken].number), &turn)
    }
  }

  /// A decision that paid beside the one that was taken back now counts in full.
  private mutating func takeOver(from taken: PayerDecision, _ turn: inout Turn) {
    let payer = payer(of: taken)
    guard let index = decisions.firstIndex(where: { $0.isExtra && !$0.isPaired && self.payer(of: $0) == payer }) else {
      return
    }
    decisions[index].isExtra = false
    postSettled(decisions[index], sign: 1, &turn)
  }

  /// Posts what a decision settles; what it refuses stays open with the insurer.
  private mutating func post(_ decision: PayerDecision, sign: Int = 1, _ turn: inout Turn) {
    post(.insurancePayment, .insuranceCash, .insuranceReceivable, decision.paid * sign, &turn)
    if !decision.isExtra { postSettled(decision, sign: sign, &turn) }
  }

  private mutating func postSettled(_ decision: PayerDecision, sign: Int, _ turn: inout Turn) {
    post(.contractualAdjustment, .contractualAdjustments, .insuranceReceivable, decision.adjusted * sign, &turn)
    post(.patientResponsibility, .patientReceivable, .insuranceReceivable, decision.patient * sign, &turn)
    if isBilledOn(decision) {
      post(.nextPayerBilled, .insuranceReceivable, .patientReceivable, decision.patient * sign, &turn)
    }
    post(
      decision.writeOffKind ?? .writeOffNotBillable, .writeOffs, .insuranceReceivable, decision.writtenOff * sign, &turn
    )
  }
}
