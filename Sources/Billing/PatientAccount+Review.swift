import ClaimModel

extension PatientAccount {
  /// How often people may decide about one account: each decision makes every further one costlier to keep.
  static let maximumResolutions = 100

  /// A person has decided about the account. What cannot be done changes nothing, and is said to be refused.
  mutating func resolve(_ resolution: ReviewResolution, _ turn: inout Turn) {
    guard state == .inReview else {
      return turn.actions.append(.refuse("the account waits for no person: it is \(state.rawValue)"))
    }
    guard resolutions.count < PatientAccount.maximumResolutions else {
      return turn.actions.append(.refuse("\(resolutions.count) decisions were made about this account"))
    }
    let asked = review
    let decision = lastDecision
    if let obstacle = obstacle(to: resolution.decision, hasSuperbill: turn.superbill != nil) {
      return turn.actions.append(.refuse(obstacle))
    }
    resolutions.append(
      ResolutionRecord(
        decision: resolution.decision, review: asked, reason: resolution.reason, decidedBy: resolution.decidedBy,
        decided: turn.now))
    review = ""
    if resolution.decision.pursuesInsurer { takeBackDisposal(&turn) }
    let refusals = decision?.refusals.map(\.refusal) ?? []
    switch resolution.decision {
    case .sendRecords, .appeal:
      if let decision, let payer = payer(of: decision) {
        submitAppeal(of: decision, to: payer, hasRecords: resolution.decision == .sendRecords, &turn)
      }
    case .resubmit: submit(&turn)
    case .recode: askCoders(refusals, &turn)
    case .askPractice: askPractice(refusals, findings: refusals.isEmpty ? [asked] : [], &turn)
    case .nextPayer: if let decision { _ = billNextPayer(after: decision, &turn) }
    case .billPatient:
      leaveToInsurer(&turn)
      dispose(Disposal(patient: max(.zero, balance.openInsurance)), &turn)
    case .writeOff:
      leaveToInsurer(&turn)
      if balance.openInsurance == .zero, balance.openPatient > .zero { writeOffPatientsPart(&turn) }
      dispose(Disposal(writtenOff: max(.zero, balance.openInsurance)), &turn)
    case .refund: giveBack(&turn)
    case .carryOn: carryOn(&turn)
    }
  }

  /// What a person can decide about the account; nothing while it waits for none.
  public func possibleDecisions(hasSuperbill: Bool) -> [ReviewResolution.Decision] {
    guard state == .inReview else { return [] }
    return ReviewResolution.Decision.allCases.filter { obstacle(to: $0, hasSuperbill: hasSuperbill) == nil }
  }

  /// The decision that counts of the payer that was asked last.
  private var lastDecision: PayerDecision? { submissions.last.flatMap { standing(of: $0.payer).last } }

  /// Why a decision cannot be carried out; `nil` when it can.
  private func obstacle(to choice: ReviewResolution.Decision, hasSuperbill: Bool) -> String? {
    let decision = lastDecision
    switch choice {
    case .sendRecords, .appeal:
      if decision == nil { return "no decision of the payer stands that it could change" }
    case .resubmit:
      if !hasSuperbill || coding?.payers.isEmpty != false { return "there is no insurance to send a claim to" }
    case .recode:
      if decision?.refusals.isEmpty != false { return "no refusal stands that coders could be asked about" }
    case .askPractice: break
    case .nextPayer:
      if decision == nil || nextPayer == nil { return "there is no payer that was not asked" }
    case .billPatient:
      if balance.openInsurance <= .zero { return "nothing is open with an insurer" }
    case .writeOff:
      if balance.openInsurance < .zero { return "\(-balance.openInsurance) is due to an insurer" }
    case .refund:
      if balance.refundDue <= .zero, balance.openInsurance >= .zero { return "nothing is due to be given back" }
    case .carryOn:
      if !isWithPayer, disposal == nil, balance.openInsurance > .zero {
        return "no payer has a claim to decide on: \(balance.openInsurance) would stay open"
      }
    }
    return nil
  }

  /// Whether a payer has the last claim, decided on or not.
  private var isWithPayer: Bool {
    submissions.last.map { $0.stage.isAwaited || $0.stage == .adjudicated } ?? false
  }

  /// Goes where the account would have gone. Where no payer has a claim, none is waited for.
  private mutating func carryOn(_ turn: inout Turn) {
    if !isWithPayer, disposal == nil { disposal = Disposal() }
    state = .accepted
    proceed(&turn)
  }

  /// Disposes of what is open with the insurer, whatever it has decided.
  private mutating func dispose(_ part: Disposal, _ turn: inout Turn) {
    post(.refusalBilledToPatient, .patientReceivable, .insuranceReceivable, part.patient, &turn)
    post(.writeOffApproved, .writeOffs, .insuranceReceivable, part.writtenOff, &turn)
    var whole = disposal ?? Disposal()
    whole.patient += part.patient
    whole.writtenOff += part.writtenOff
    disposal = whole
    state = .accepted
    proceed(&turn)
  }

  /// The insurer is asked again, or answers after all: what a person has disposed of is open with it as before.
  mutating func takeBackDisposal(_ turn: inout Turn) {
    guard let made = disposal else { return }
    disposal = nil
    post(.refusalBilledToPatient, .patientReceivable, .insuranceReceivable, -made.patient, &turn)
    post(.writeOffApproved, .writeOffs, .insuranceReceivable, -made.writtenOff, &turn)
  }

  private mutating func writeOffPatientsPart(_ turn: inout Turn) {
    patientWrittenOff += balance.openPatient
    post(.writeOffApproved, .writeOffs, .patientReceivable, balance.openPatient, &turn)
  }

  private mutating func giveBack(_ turn: inout Turn) {
    let refund = balance.refundDue
    if refund > .zero { refundPatient(refund, &turn) } else { returnCredit(&turn) }
    carryOn(&turn)
  }
}

extension ReviewResolution.Decision {
  /// Whether it tries once more to get the insurer's money.
  fileprivate var pursuesInsurer: Bool {
    switch self {
    case .sendRecords, .appeal, .resubmit, .recode, .askPractice, .nextPayer: true
    case .billPatient, .writeOff, .refund, .carryOn: false
    }
  }
}
