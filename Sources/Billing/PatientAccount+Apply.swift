import ClaimModel

extension PatientAccount {
  /// Takes in one event and says what to do about it. Money movements come first, as one ``AccountAction/post(_:)``.
  ///
  /// - Parameters:
  ///   - event: What was learned.
  ///   - superbill: The superbill that counts, where it is at hand: a claim may have to be made of it
  ///     (``mayNeedSuperbill``).
  ///   - cause: The message that told it; it is noted in the ledger.
  ///   - now: The time.
  ///   - rules: What the office works by.
  public mutating func apply(
    _ event: AccountEvent, superbill: Superbill? = nil, cause: MessageID, now: Timestamp,
    rules: BillingRules = .standard
  ) -> [AccountAction] {
    var turn = Turn(cause: cause, now: now, rules: rules, superbill: superbill)
    let before = progress
    switch event {
    case .superbillReceived(let superbill): open(superbill, &turn)
    case .recoded(let superbill, let round): recoded(superbill, round: round, &turn)
    case .codingUpheld(let round, let reasons):
      if takeAnswer(toRecode: round, turn) { codingUpheld(reasons, &turn) }
    case .recodeUnanswerable(let round):
      if takeAnswer(toRecode: round, turn) { escalate(.recodeUnanswerable, &turn) }
    case .registrationAnswered(let superbill, let authorization, let round):
      registrationAnswered(superbill, authorization: authorization, round: round, &turn)
    case .batchAccepted(let claim): batchAccepted(claim)
    case .batchRejected(let claim, let superbill):
      turn.superbill = superbill
      batchRejected(claim, &turn)
    case .claimStatus(let status): frontEndAnswered(status, &turn)
    case .statusReported(let claim, let status): statusReported(claim, status, &turn)
    case .claimPayment(let payment, let payer): decided(payment, by: payer, &turn)
    case .recouped(let amount, let payer, let reference): recouped(amount, by: payer, reference: reference, &turn)
    case .appealDecided(let number, let outcome):
      if let index = appeals.firstIndex(where: { $0.number == number && $0.outcome == nil }) {
        appeals[index].outcome = outcome
        proceed(&turn)
      }
    case .patientPaid(let amount, let reference):
      patientPaid(amount, reference: reference, &turn)
    case .reviewResolved(let resolution): resolve(resolution, &turn)
    case .followUpDue: followUpDue(&turn)
    }
    if progress != before { followUp = nextFollowUp(now: now, policy: rules) }
    return turn.result
  }

  /// One event's circumstances and what comes of it.
  struct Turn {
    let cause: MessageID
    let now: Timestamp
    let rules: BillingRules
    var superbill: Superbill?
    var entries: [LedgerEntry] = []
    var actions: [AccountAction] = []

    var result: [AccountAction] { entries.isEmpty ? actions : [.post(entries)] + actions }
  }

  /// Posts a movement; a negative amount goes the other way, zero not at all.
  mutating func post(
    _ kind: LedgerEntry.Kind, _ debit: LedgerAccount, _ credit: LedgerAccount, _ amount: Money, _ turn: inout Turn
  ) {
    guard amount != .zero else { return }
    entryCount += 1
    let entry = LedgerEntry(
      ordinal: entryCount, visit: visit, kind: kind, debit: amount > .zero ? debit : credit,
      credit: amount > .zero ? credit : debit, amount: amount > .zero ? amount : -amount, cause: turn.cause,
      posted: turn.now)
    balance.post(entry)
    turn.entries.append(entry)
  }

  /// Hands the account to a person. An account without codes waits for them all the same.
  mutating func escalate(_ reason: Escalation, _ turn: inout Turn) {
    if coding != nil { state = .inReview }
    if review.isEmpty { review = reason.description }
    turn.actions.append(.escalate(reason))
  }

  private mutating func open(_ superbill: Superbill, _ turn: inout Turn) {
    guard coding == nil else { return }
    coding = BilledCoding(superbill)
    turn.superbill = superbill
    guard superbill.registration.coverages.isEmpty else { return submit(&turn) }
    guard let charge = turn.rules.chargemaster.charge(for: superbill) else {
      return escalate(.incompleteClaim([ScrubFinding(.missing, .charge)]), &turn)
    }
    post(.charge, .patientReceivable, .patientServiceRevenue, charge, &turn)
    proceed(&turn)
  }

  private mutating func recoded(_ superbill: Superbill, round: Int, _ turn: inout Turn) {
    guard let refused = coding else { return open(superbill, &turn) }
    guard takeAnswer(toRecode: round, turn) else { return }
    if superbill.diagnoses == refused.diagnoses, superbill.services == refused.services {
      return codingUpheld([], &turn)
    }
    coding = BilledCoding(superbill, authorization: refused.authorization)
    turn.superbill = superbill
    // Other codes are another bill: it goes to the first payer again, and from there to the others.
    if let first = submissions.last(where: { $0.responsibility == .primary }) { target = first.payer }
    submit(&turn)
  }

  /// Notes the time of an answer of the coding office.
  /// - Returns: whether it is the one that is awaited.
  private mutating func takeAnswer(toRecode round: Int, _ turn: Turn) -> Bool {
    guard state == .recoding, round == recodeRounds else { return false }
    if let last = recodes.indices.last { recodes[last].answered = turn.now }
    return true
  }

  private mutating func codingUpheld(_ reasons: [String], _ turn: inout Turn) {
    guard let last = submissions.last, last.stage == .adjudicated, let refused = standing(of: last.payer).last,
      let index = decisions.firstIndex(of: refused)
    else { return escalate(.codingUpheldAfterRejection, &turn) }
    decisions[index].isCodingUpheld = true
    decisions[index].codingReasons = Array(reasons.prefix(PayerDecision.maximumReasons))
    state = .accepted
    proceed(&turn)
  }
}
