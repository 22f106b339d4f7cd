import ClaimModel

extension PatientAccount {
  /// Asks the practice to correct what it has registered, as often as the rules allow.
  /// - Returns: whether it was asked.
  mutating func queryRegistration(
    _ refusals: [RecodeRequest.Refusal] = [], findings: [String] = [], _ turn: inout Turn
  ) -> Bool {
    guard registrationRounds < turn.rules.maximumRegistrationQueries else { return false }
    askPractice(refusals, findings: findings, &turn)
    return true
  }

  /// Asks the practice, however often it was asked.
  mutating func askPractice(_ refusals: [RecodeRequest.Refusal], findings: [String], _ turn: inout Turn) {
    registrationRounds += 1
    state = .awaitingPractice
    turn.actions.append(
      .queryRegistration(
        RegistrationQuery(visit: visit, round: registrationRounds, refusals: refusals, findings: findings)))
  }

  /// The practice answered. What it corrected goes out as another claim; when there is nothing to correct the next step
  /// is tried.
  mutating func registrationAnswered(
    _ superbill: Superbill?, authorization: String, round: Int, _ turn: inout Turn
  ) {
    guard state == .awaitingPractice, round == registrationRounds, let former = coding else { return }
    let isAuthorized = !authorization.isEmpty && authorization != former.authorization
    guard superbill != nil || isAuthorized, let corrected = superbill ?? turn.superbill else {
      return nothingToCorrect(&turn)
    }
    coding = BilledCoding(corrected, authorization: authorization.isEmpty ? former.authorization : authorization)
    if let registered = turn.superbill { changeMember(from: registered, to: corrected) }
    turn.superbill = corrected
    if corrected.registration.coverages.isEmpty { return patientPays(&turn) }
    submit(&turn)
  }

  /// A claim that was refused whole for another member than the visit's is not replaced: the payer would look for it among
  /// the new member's. A first claim is sent.
  ///
  /// Source, by analogy: Medicare Claims Processing Manual (CMS Pub. 100-04) chapter 1 section 130.1.2.1, which is about
  /// institutional claims: a wrong beneficiary's number is corrected by cancelling (claim change reason D5, bill type XX8),
  /// not by adjusting. A professional claim tells no such reason; what was refused whole has paid nothing to cancel.
  private mutating func changeMember(from registered: Superbill, to corrected: Superbill) {
    func member(_ superbill: Superbill) -> MemberID? {
      superbill.registration.coverages.first { $0.payer == target }?.member
    }
    guard let target, let new = member(corrected), new != member(registered),
      let refused = standing(of: target).last, refused.isRefusedWhole,
      let index = decisions.firstIndex(of: refused)
    else { return }
    decisions[index].isUnprocessable = true
  }

  private mutating func nothingToCorrect(_ turn: inout Turn) {
    guard let last = submissions.last, last.stage == .adjudicated, last.payer == target else {
      return escalate(.nothingToCorrect, &turn)
    }
    state = .accepted
    proceed(&turn)
  }

  /// There is no insurer after all: what is open with it is the patient's.
  private mutating func patientPays(_ turn: inout Turn) {
    if let charge = turn.superbill.flatMap({ turn.rules.chargemaster.charge(for: $0) }) {
      post(.charge, .insuranceReceivable, .patientServiceRevenue, charge - balance.charged, &turn)
    }
    post(.refusalBilledToPatient, .patientReceivable, .insuranceReceivable, balance.openInsurance, &turn)
    state = .accepted
    proceed(&turn)
  }
}
