import Billing
import ClaimModel
import Messages
import Office

/// The billing office's desk: turns superbills into claims, posts what payers and patients pay, works denials.
///
/// Each visit's account decides (`Billing.PatientAccount`); the desk reads messages into its events and carries out
/// its actions.
public struct BillingDesk: Desk {
  /// A message to the billing office.
  public typealias Input = BillingInput
  /// An account or a batch.
  public typealias Case = BillingFile
  /// A claim that waits for its interchange; the bundle's key is the payer.
  public typealias Part = Claim

  /// The billing office.
  public let office = OfficeID.billing
  /// The most claims in one interchange. Source: 837P TR3 section 1.3.2 recommends at most 5,000 claims; batches are
  /// far smaller here because a batch that is refused is refused whole.
  public let bundleLimit = 100

  let rules: BillingRules

  /// A desk that works by the given rules.
  public init(rules: BillingRules = .standard) { self.rules = rules }

  /// The visits a message is about.
  public func visits(of input: BillingInput, known: Cases<BillingFile>) -> [VisitID] {
    let claims: [PatientControlNumber]
    switch input {
    case .office(let message): return [message.visit]
    case .batchAnswers(let answers): claims = answers.flatMap { BillingDesk.claims(of: $0, known) }
    case .claimAcknowledgments, .remittances: claims = input.controlNumbers
    }
    var seen: Set<VisitID> = []
    return claims.compactMap(\.visit).filter { seen.insert($0).inserted }
  }

  /// The accounts a message is about; of an answer to a batch, first the batch and then its accounts.
  public func cases(for input: BillingInput, known: Cases<BillingFile>) -> [CaseKey] {
    switch input {
    case .office(let message): return [BillingFile.key(of: message.visit)]
    case .batchAnswers(let answers):
      return answers.flatMap { answer in
        let visits = BillingDesk.claims(of: answer, known).compactMap(\.visit)
        // Claims of a refused batch are made again.
        return [BillingFile.key(ofBatch: answer.batch)] + visits.map(BillingFile.key(of:))
          + (answer.isAccepted ? [] : visits.map(BillingFile.key(ofSuperbill:)))
      }
    case .claimAcknowledgments, .remittances:
      return input.controlNumbers.compactMap { $0.visit.map(BillingFile.key(of:)) }
    }
  }

  /// The claims of the batch that an answer is about; none while the batch is not known.
  private static func claims(of answer: BillingInput.BatchAnswer, _ known: Cases<BillingFile>) -> [PatientControlNumber]
  {
    guard case .batch(let batch)? = known[BillingFile.key(ofBatch: answer.batch)] else { return [] }
    return batch.claims
  }

  /// Handles one message.
  public func handle(
    _ input: BillingInput, _ cases: inout Cases<BillingFile>, _ context: inout DeskContext<Claim>
  ) throws(Refusal) {
    switch input {
    case .office(let message): try handle(message, &cases, &context)
    case .batchAnswers(let answers):
      for answer in answers { try handle(answer, &cases, &context) }
    case .claimAcknowledgments(let acknowledgments):
      for status in acknowledgments.flatMap(\.claims) {
        try apply(.claimStatus(status), to: status.controlNumber, &cases, &context)
      }
    case .remittances(let remittances):
      for remittance in remittances {
        for payment in remittance.claims {
          try apply(.claimPayment(payment, payer: remittance.payer), to: payment.controlNumber, &cases, &context)
        }
      }
    }
  }

  private func handle(
    _ message: OfficeMessage, _ cases: inout Cases<BillingFile>, _ context: inout DeskContext<Claim>
  ) throws(Refusal) {
    let visit = message.visit
    switch message {
    case .visitCoded(let superbill):
      let key = BillingFile.key(of: visit)
      if cases[key] == nil { cases[key] = .account(.init(account: PatientAccount(visit: visit))) }
      try apply(.superbillReceived(superbill), to: visit, &cases, &context)
    case .visitRecoded(let superbill, let round, _):
      try apply(.recoded(superbill, round: round), to: visit, &cases, &context)
    case .codingUpheld(_, let round, let reasons):
      try apply(.codingUpheld(round: round, reasons: reasons), to: visit, &cases, &context)
    case .recodeUnanswerable(_, let round, _):
      try apply(.recodeUnanswerable(round: round), to: visit, &cases, &context)
    case .appealDecided(let appeal, let isOverturned):
      let outcome = isOverturned ? AppealOutcome.overturned : .upheld
      try apply(.appealDecided(appeal.payerClaimNumber, outcome), to: visit, &cases, &context)
    case .patientPaid(_, let statement, let amount):
      try apply(.patientPaid(amount, reference: "statement-\(statement)"), to: visit, &cases, &context)
    default: throw .never("\(message.type.rawValue) is not for the billing office")
    }
  }

  private func handle(
    _ answer: BillingInput.BatchAnswer, _ cases: inout Cases<BillingFile>, _ context: inout DeskContext<Claim>
  ) throws(Refusal) {
    guard case .batch(let batch)? = cases[BillingFile.key(ofBatch: answer.batch)] else {
      throw .never("a 999 answers group \(answer.batch), which this office has not sent")
    }
    for claim in batch.claims {
      try apply(try event(answer, about: claim, cases), to: claim, &cases, &context)
    }
  }

  private func event(
    _ answer: BillingInput.BatchAnswer, about claim: PatientControlNumber, _ cases: Cases<BillingFile>
  ) throws(Refusal) -> AccountEvent {
    if answer.isAccepted { return .batchAccepted(claim) }
    guard let visit = claim.visit, case .superbill(let superbill)? = cases[BillingFile.key(ofSuperbill: visit)] else {
      throw .never("a 999 refuses a claim whose superbill this office does not have")
    }
    return .batchRejected(claim, superbill)
  }

  private func apply(
    _ event: AccountEvent, to claim: PatientControlNumber, _ cases: inout Cases<BillingFile>,
    _ context: inout DeskContext<Claim>
  ) throws(Refusal) {
    guard let visit = claim.visit else { throw .never("an answer is about a claim that is not ours") }
    try apply(event, to: visit, &cases, &context)
  }

  /// Lets a visit's account decide, and carries out what it decides.
  private func apply(
    _ event: AccountEvent, to visit: VisitID, _ cases: inout Cases<BillingFile>, _ context: inout DeskContext<Claim>
  ) throws(Refusal) {
    let key = BillingFile.key(of: visit)
    guard case .account(var file)? = cases[key] else {
      throw .never("no account for visit \(visit): the message matches nothing this office has billed")
    }
    let before = file.account
    let actions = file.account.apply(event, cause: context.messageID, now: context.now, rules: rules)
    guard file.account.isCarried else {
      throw .never("an amount of visit \(visit) would be beyond $99,999,999.99")
    }
    file.sequence += 1
    for action in actions { carryOut(action, &file, &context) }
    cases[key] = .account(file)
    if let superbill = event.superbill, file.account.coding != before.coding {
      cases[BillingFile.key(ofSuperbill: visit)] = .superbill(superbill)
    }
    recordFacts(event, before: before, file, &context)
  }

  private func carryOut(
    _ action: AccountAction, _ file: inout BillingFile.AccountFile, _ context: inout DeskContext<Claim>
  ) {
    let visit = file.account.visit
    switch action {
    case .submit(let claim): context.contribute(claim, to: claim.coverage.payer.rawValue)
    case .requestRecode(let request):
      // A recode is only ever asked for codes that came with a superbill.
      context.send(.recodeRequested(request, specialty: file.account.coding?.specialty ?? .primaryCare))
    case .submitAppeal(let appeal):
      context.send(
        .appealSubmitted(
          OfficeMessage.Appeal(
            visit: visit, payer: appeal.payer, controlNumber: appeal.controlNumber,
            payerClaimNumber: appeal.payerClaimNumber,
            reasons: appeal.refusals.map { "\($0.group.rawValue)-\($0.reason)" } + appeal.codingReasons)))
    case .issueStatement(let amount):
      file.statements += 1
      context.send(.statementIssued(visit: visit, number: file.statements, amount: amount))
    case .post(let entries):
      for entry in entries {
        context.post(
          visit: visit, debit: entry.debit.rawValue, credit: entry.credit.rawValue, amount: entry.amount,
          memo: entry.kind.rawValue)
      }
    case .accountClosed: context.send(.accountClosed(visit: visit))
    case .escalate: break  // The state says it: the account is in review and shows in every report.
    }
  }
}

extension AccountEvent {
  /// The superbill that came with it.
  fileprivate var superbill: Superbill? {
    switch self {
    case .superbillReceived(let superbill), .recoded(let superbill, _): superbill
    default: nil
    }
  }
}
