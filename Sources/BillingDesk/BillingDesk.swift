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
  /// What waits for its interchange to a payer.
  public typealias Part = PayerRequest

  /// The billing office.
  public let office = OfficeID.billing
  /// The most claims in one interchange. Source: 837P TR3 section 1.3.2 recommends at most 5,000 claims; batches are
  /// far smaller here because a batch that is refused is refused whole.
  public let bundleLimit: Int

  let rules: BillingRules

  /// A desk that works by the given rules and puts at most so many claims in one interchange.
  public init(rules: BillingRules = .standard, bundleLimit: Int = 100) {
    self.rules = rules
    self.bundleLimit = bundleLimit
  }

  /// The visits a message is about.
  public func visits(of input: BillingInput, known: Cases<BillingFile>) -> [VisitID] {
    let claims: [PatientControlNumber]
    switch input {
    case .office(let message): return [message.visit]
    case .batchAnswers(let answers): claims = answers.flatMap { BillingDesk.claims(of: $0, known) }
    case .followUp(let visit): return [visit]
    case .claimAcknowledgments, .statusResponses, .remittances: claims = input.controlNumbers
    }
    var seen: Set<VisitID> = []
    return claims.compactMap(\.visit).filter { seen.insert($0).inserted }
  }

  /// The accounts a message is about; of an answer to a batch, first the batch and then its accounts; of a payment that
  /// names none of ours, what may tell whose it is.
  public func cases(for input: BillingInput, known: Cases<BillingFile>) -> [CaseKey] {
    switch input {
    case .office(let message): return cases(for: message, known)
    case .batchAnswers(let answers):
      return answers.flatMap { answer in
        let visits = BillingDesk.claims(of: answer, known).compactMap(\.visit)
        // Claims of a refused batch are made again.
        return [BillingFile.key(ofBatch: answer.batch)] + visits.map(BillingFile.key(of:))
          + (answer.isAccepted ? [] : visits.map(BillingFile.key(ofSuperbill:)))
      }
    case .followUp(let visit): return [BillingFile.key(of: visit), BillingFile.key(ofSuperbill: visit)]
    case .statusResponses:
      // A claim of which the payer knows nothing is made again.
      return input.controlNumbers.compactMap(\.visit).flatMap {
        [BillingFile.key(of: $0), BillingFile.key(ofSuperbill: $0)]
      }
    case .claimAcknowledgments:
      return input.controlNumbers.compactMap(\.visit).flatMap { accountKeys(of: $0, known) }
    case .remittances(let remittances): return remittances.flatMap { cases(for: $0, known) }
    }
  }

  private func cases(for message: OfficeMessage, _ known: Cases<BillingFile>) -> [CaseKey] {
    switch message {
    case .visitCoded(let superbill):
      let indexes = BillingDesk.indexKeys(of: superbill)
      return [BillingFile.key(of: message.visit)] + indexes
        + indexes.flatMap { known.index($0).unmatched.map(BillingFile.key(ofUnmatched:)) }
    case .registrationCorrected: return accountKeys(of: message.visit, known)
    case .reviewResolved: return [BillingFile.key(of: message.visit), BillingFile.key(ofSuperbill: message.visit)]
    case .paymentPlaced(let placement):
      return [BillingFile.key(ofUnmatched: placement.payment)] + accountKeys(of: message.visit, known)
    default: return [BillingFile.key(of: message.visit)]
    }
  }

  /// The account, and the superbill where a claim may have to be made of it.
  func accountKeys(of visit: VisitID, _ known: Cases<BillingFile>) -> [CaseKey] {
    let key = BillingFile.key(of: visit)
    guard case .account(let file)? = known[key], file.account.mayNeedSuperbill else { return [key] }
    return [key, BillingFile.key(ofSuperbill: visit)]
  }

  /// The claims of the batch that an answer is about; none while the batch is not known.
  private static func claims(of answer: BillingInput.BatchAnswer, _ known: Cases<BillingFile>) -> [PatientControlNumber]
  {
    guard case .batch(let batch)? = known[BillingFile.key(ofBatch: answer.batch)] else { return [] }
    return batch.claims
  }

  /// Handles one message.
  public func handle(
    _ input: BillingInput, _ cases: inout Cases<BillingFile>, _ context: inout DeskContext<PayerRequest>
  ) throws(Refusal) {
    switch input {
    case .office(let message): try handle(message, &cases, &context)
    case .batchAnswers(let answers):
      for answer in answers { try handle(answer, &cases, &context) }
    case .claimAcknowledgments(let acknowledgments):
      for status in acknowledgments.flatMap(\.claims) {
        guard let visit = status.controlNumber.visit else {
          throw .never("an answer is about a claim that is not ours")
        }
        try apply(.claimStatus(status), to: visit, &cases, &context)
      }
    case .followUp(let visit): try apply(.followUpDue, to: visit, &cases, &context)
    case .statusResponses(let responses): try handle(responses, &cases, &context)
    case .remittances(let remittances):
      for remittance in remittances { try handle(remittance, &cases, &context) }
    }
  }

  private func handle(
    _ message: OfficeMessage, _ cases: inout Cases<BillingFile>, _ context: inout DeskContext<PayerRequest>
  ) throws(Refusal) {
    let visit = message.visit
    switch message {
    case .visitCoded(let superbill):
      openAccount(visit, &cases)
      try apply(.superbillReceived(superbill), to: visit, &cases, &context)
      try matchWaiting(superbill, &cases, &context)
    case .visitRecoded(let superbill, let round, _):
      try apply(.recoded(superbill, round: round), to: visit, &cases, &context)
    case .codingUpheld(_, let round, let reasons):
      try apply(.codingUpheld(round: round, reasons: reasons), to: visit, &cases, &context)
    case .recodeUnanswerable(_, let round, _):
      try apply(.recodeUnanswerable(round: round), to: visit, &cases, &context)
    case .registrationCorrected(_, let round, let registration, let authorization):
      let superbill = cases.superbill(visit).flatMap { $0.corrected(registration) }
      try apply(
        .registrationAnswered(superbill, authorization: authorization, round: round), to: visit, &cases, &context)
    case .appealDecided(let appeal, let isOverturned):
      let outcome = isOverturned ? AppealOutcome.overturned : .upheld
      try apply(.appealDecided(appeal.payerClaimNumber, outcome), to: visit, &cases, &context)
    case .patientPaid(_, let statement, let amount):
      // What is paid at the visit may come before the codes.
      if statement == 0 { openAccount(visit, &cases) }
      try apply(.patientPaid(amount, reference: "statement-\(statement)"), to: visit, &cases, &context)
    case .reviewResolved(let resolution, let sequence):
      try resolve(resolution, sequence: sequence, &cases, &context)
    case .paymentPlaced(let placement): try settle(placement, &cases, &context)
    default: throw .never("\(message.type.rawValue) is not for the billing office")
    }
  }

  private func openAccount(_ visit: VisitID, _ cases: inout Cases<BillingFile>) {
    let key = BillingFile.key(of: visit)
    if cases[key] == nil { cases[key] = .account(.init(account: PatientAccount(visit: visit))) }
  }

  private func handle(
    _ answer: BillingInput.BatchAnswer, _ cases: inout Cases<BillingFile>, _ context: inout DeskContext<PayerRequest>
  ) throws(Refusal) {
    guard case .batch(let batch)? = cases[BillingFile.key(ofBatch: answer.batch)] else {
      throw .never("a 999 answers group \(answer.batch), which this office has not sent")
    }
    for claim in batch.claims {
      guard let visit = claim.visit else { throw .never("an answer is about a claim that is not ours") }
      guard !answer.isAccepted else {
        try apply(.batchAccepted(claim), to: visit, &cases, &context)
        continue
      }
      guard let superbill = cases.superbill(visit) else {
        throw .never("a 999 refuses a claim whose superbill this office does not have")
      }
      try apply(.batchRejected(claim, superbill), to: visit, &cases, &context)
    }
  }
}

extension Superbill {
  /// The superbill with another registration; `nil` when there is none, or it says the same.
  fileprivate func corrected(_ registration: Registration?) -> Superbill? {
    guard let registration, registration != self.registration else { return nil }
    var corrected = self
    corrected.registration = registration
    return corrected
  }
}

extension Cases<BillingFile> {
  /// The superbill of a visit, where it is filed.
  func superbill(_ visit: VisitID) -> Superbill? {
    guard case .superbill(let superbill)? = self[BillingFile.key(ofSuperbill: visit)] else { return nil }
    return superbill
  }

  /// An index; an empty one when it does not exist.
  func index(_ key: CaseKey) -> BillingFile.MatchIndex {
    guard case .index(let index)? = self[key] else { return BillingFile.MatchIndex() }
    return index
  }
}
