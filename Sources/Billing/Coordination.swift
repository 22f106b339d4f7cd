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
    var seen: Set<PayerID> = [payer]
    for submission in submissions where seen.insert(submission.payer).inserted {
      guard let decision = standing(of: submission.payer).last, !decision.isDisclaimed else { continue }
      guard let coverage = superbill.registration.coverages.first(where: { $0.payer == submission.payer }),
        coordination.add(decision, of: coverage)
      else { return nil }
    }
    return coordination.responsibility == nil ? nil : coordination
  }

  /// The next payer to bill: the first that was not asked yet, or one that wanted another to be asked first.
  var nextPayer: PayerID? {
    guard let coding, let current = submissions.last?.payer else { return nil }
    if let fresh = coding.payers.first(where: { payer in !submissions.contains { $0.payer == payer } }) {
      return fresh
    }
    return coding.payers.first { payer in
      payer != current && standing(of: payer).last?.isSecondInTurn == true
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

  /// The earlier payer has sent the claim on: an answer of the next one is awaited without a claim of ours.
  mutating func expectCrossover(from payer: PayerID) {
    guard let last = submissions.last else { return }
    let turns = PayerResponsibility.allCases
    let next = turns.firstIndex(of: last.responsibility).map { min($0 + 1, turns.count - 1) } ?? 0
    submissions.append(
      Submission(
        number: submissions.count + 1, payer: payer, responsibility: turns[next], frequency: .original,
        originalClaimNumber: nil, charge: last.charge, billed: balance.openInsurance, stage: .accepted,
        isCrossover: true))
    if state != .inReview { state = .accepted }
  }
}
