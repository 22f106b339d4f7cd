import ClaimModel

/// What earlier payers decided on a visit, for the claim to the next one.
///
/// Source: 837P TR3 (005010X222A1) section 1.4.2; every reason of the earlier payers is carried across (loops 2320, 2430).
public struct Coordination: Hashable, Sendable {
  /// The earlier payers, in the order they were asked.
  public var payers: [OtherPayer]
  /// What they decided on each service, by its number from 1.
  public var lines: [Int: [OtherPayerPayment]]

  /// What earlier payers decided; nothing for a primary payer.
  public init(payers: [OtherPayer] = [], lines: [Int: [OtherPayerPayment]] = [:]) {
    self.payers = payers
    self.lines = lines
  }

  /// Which payer in turn the next one is; `nil` after three.
  public var responsibility: PayerResponsibility? {
    payers.count < PayerResponsibility.allCases.count ? PayerResponsibility.allCases[payers.count] : nil
  }

  mutating func add(_ decision: PayerDecision, of coverage: Coverage) -> Bool {
    guard let explanation = decision.explanation, let decided = decision.decided, let responsibility else {
      return false
    }
    payers.append(
      OtherPayer(
        responsibility: responsibility, coverage: coverage, claimNumber: decision.number, paid: decision.paid,
        remaining: decision.patient, adjustments: explanation.adjustments, decided: decided))
    for (number, line) in explanation.lines {
      lines[number, default: []].append(
        OtherPayerPayment(payer: coverage.payer, paid: line.paid, adjustments: line.adjustments))
    }
    return true
  }
}

extension PatientAccount {
  /// What the payers before `payer` decided; `nil` when that is not known in the detail that the next one needs.
  func coordination(before payer: PayerID, _ superbill: Superbill) -> Coordination? {
    var coordination = Coordination()
    let own = turn(of: payer)
    var seen: Set<PayerID> = [payer]
    for submission in submissions where seen.insert(submission.payer).inserted {
      if let own, let other = turn(of: submission.payer), other > own { continue }
      guard let decision = standing(of: submission.payer).last, !decision.isDisclaimed else { continue }
      guard let coverage = superbill.registration.coverages.first(where: { $0.payer == submission.payer }),
        coordination.add(decision, of: coverage)
      else { return nil }
    }
    return coordination.responsibility == nil ? nil : coordination
  }

  /// In which turn a payer was asked last; `nil` when it was not.
  func turn(of payer: PayerID) -> PayerResponsibility? { submissions.last { $0.payer == payer }?.responsibility }

  /// The next payer to bill: the first that was not asked yet, or was told of an earlier decision of the payer that was
  /// asked last; else one that wanted another to be asked first.
  var nextPayer: PayerID? {
    guard let coding, let current = submissions.last else { return nil }
    if let next = coding.payers.first(where: { payer in turn(of: payer).map { $0 > current.responsibility } ?? true }) {
      return next
    }
    return coding.payers.first { payer in
      payer != current.payer && standing(of: payer).last?.isSecondInTurn == true
        && submissions.count { $0.payer == payer } == 1
    }
  }

  /// Bills the next payer for what the last one left to the patient or refused.
  /// - Returns: whether there is one.
  mutating func billNextPayer(after decision: PayerDecision, _ turn: inout Turn) -> Bool {
    guard let payer = nextPayer else { return false }
    post(.nextPayerBilled, .insuranceReceivable, .patientReceivable, decision.patient, &turn)
    if decision.isForwarded { expectCrossover(from: payer) } else { submit(to: payer, &turn) }
    return true
  }

  /// An earlier payer has sent its claim on: an answer of the next one is awaited without a claim of ours. It takes the
  /// place of what the next one has decided on a claim that was sent on before.
  mutating func expectCrossover(from payer: PayerID) {
    guard let last = submissions.last else { return }
    let turns = PayerResponsibility.allCases
    let next = turns.firstIndex(of: last.responsibility).map { min($0 + 1, turns.count - 1) } ?? 0
    let replaced = standing(of: payer).last?.number
    submissions.append(
      Submission(
        number: submissions.count + 1, payer: payer, responsibility: turns[next],
        frequency: replaced == nil ? .original : .replacement, originalClaimNumber: replaced, charge: last.charge,
        billed: openInsurance { $0 >= turns[next] }, stage: .accepted, isCrossover: true))
    target = payer
    if state != .inReview { state = .accepted }
  }

  /// What is open with the payer that was asked last. What a later payer has settled, on the strength of a decision that
  /// is replaced since, does not count: that payer will be asked again.
  var openWithLast: Money {
    guard let last = submissions.last else { return balance.openInsurance }
    return openInsurance { $0 > last.responsibility }
  }

  /// What would be open with insurers without what payers of some turns have settled.
  func openInsurance(without isAskedAgain: (PayerResponsibility) -> Bool) -> Money {
    let payers = Set(submissions.map(\.payer)).filter { turn(of: $0).map(isAskedAgain) ?? false }
    return balance.openInsurance + payers.flatMap { standing(of: $0) }.map(settled).sum()
  }

  /// How much less is open with insurers for a decision.
  private func settled(by decision: PayerDecision) -> Money {
    if decision.isExtra { return decision.paid }
    return decision.paid + decision.adjusted + decision.writtenOff + (isBilledOn(decision) ? .zero : decision.patient)
  }

  /// Whether a later payer was billed for what the decision leaves to the patient.
  func isBilledOn(_ decision: PayerDecision) -> Bool {
    guard let own = submissions.first(where: { $0.number == decision.submission }) else { return false }
    return submissions.contains { $0.number > own.number && $0.responsibility > own.responsibility }
  }
}
