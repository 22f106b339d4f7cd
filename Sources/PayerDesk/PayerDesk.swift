import Adjudication
import ClaimModel
import Messages
import Office
import X12

/// A payer's desk: acknowledges 837P interchanges (999), answers each claim at the front end (277CA), adjudicates what
/// passes and pays (835); decides appeals.
public struct PayerDesk: Desk {
  /// A message to the payer.
  public typealias Input = PayerInput
  /// What was adjudicated for a member and day.
  public typealias Case = PayerFile

  /// The payer.
  public var office: OfficeID { .payer(adjudicator.plan.payer) }

  let adjudicator: Adjudicator
  private let takesAnyPayer: Bool

  /// A desk that judges by `adjudicator`. One that `takesAnyPayer` does not reject claims that name another payer.
  public init(adjudicator: Adjudicator, takesAnyPayer: Bool = false) {
    self.adjudicator = adjudicator
    self.takesAnyPayer = takesAnyPayer
  }

  /// The visits a message is about, as far as its control numbers tell.
  public func visits(of input: PayerInput, known: Cases<PayerFile>) -> [VisitID] {
    switch input {
    case .claims(let interchanges): interchanges.flatMap(\.claims).compactMap(\.controlNumber.visit)
    case .appeal(let appeal): [appeal.visit]
    }
  }

  /// The files of the claims, and of the claims they replace.
  public func cases(for input: PayerInput, known: Cases<PayerFile>) -> [CaseKey] {
    switch input {
    case .claims(let interchanges):
      interchanges.flatMap(\.claims).flatMap { claim in
        [PayerFile.key(of: claim)] + [claim.originalClaimNumber.flatMap(PayerFile.key)].compactMap(\.self)
      }
    case .appeal(let appeal): [PayerFile.key(of: appeal.payerClaimNumber)].compactMap(\.self)
    }
  }

  /// Handles one message.
  public func handle(
    _ input: PayerInput, _ cases: inout Cases<PayerFile>, _ context: inout DeskContext<Never>
  ) throws(Refusal) {
    switch input {
    case .claims(let interchanges):
      for interchange in interchanges { try handle(interchange, &cases, &context) }
    case .appeal(let appeal): try handle(appeal, &cases, &context)
    }
  }

  private func handle(
    _ received: PayerInput.ReceivedClaims, _ cases: inout Cases<PayerFile>, _ context: inout DeskContext<Never>
  ) throws(Refusal) {
    let today = context.now.date
    let reference = received.batches.first?.reference ?? ""
    try send(received.acknowledgments, to: received.submitter, reference, &context)
    for batch in received.batches {
      var statuses: [ClaimAcknowledgment.ClaimStatus] = []
      var payments: [(payee: BillingProvider, payment: ClaimPayment)] = []
      for claim in batch.claims {
        let (status, decided) = try adjudicate(claim, received: today, &cases)
        statuses.append(status)
        payments += decided.map { (claim.billing, $0) }
      }
      let acknowledgment = ClaimAcknowledgment(
        payer: adjudicator.plan.payer, payerName: adjudicator.plan.name, batchReference: batch.reference,
        received: today, claims: statuses)
      try send(acknowledgment, for: batch.submitter, to: received.submitter, &context)
      try send(remittances(of: payments, on: today, &context), to: received.submitter, batch.reference, &context)
    }
  }

  /// How many claims are decided on for one member and day of service. Nobody is seen as often; and each further claim
  /// is held against all before it.
  static let maximumClaimsOfDay = 400

  /// Passes one claim through the front end and, when it is accepted, decides on it.
  private func adjudicate(
    _ claim: Claim, received: CalendarDate, _ cases: inout Cases<PayerFile>
  ) throws(Refusal) -> (status: ClaimAcknowledgment.ClaimStatus, payments: [ClaimPayment]) {
    let key = PayerFile.key(of: claim)
    var file = cases[key] ?? PayerFile()
    guard file.history.claims.count < PayerDesk.maximumClaimsOfDay else {
      throw .never("more than \(PayerDesk.maximumClaimsOfDay) claims for one member and day of service")
    }
    let number = file.nextNumber(in: key)
    let decision = frontEnd(for: claim).acknowledge(claim, received: received)
    let status = decision.claimStatus(of: claim, number: number, received: received)
    guard decision.isAccepted else { return (status, []) }
    // A replaced claim may lie under another day of service; the adjudicator sees both files as one history.
    let originalKey = claim.originalClaimNumber.flatMap(PayerFile.key).flatMap { $0 == key ? nil : $0 }
    let elsewhere = originalKey.flatMap { cases[$0]?.history.claims } ?? []
    let result = adjudicator.adjudicate(
      claim, number: number, received: received, history: ClaimHistory(elsewhere + file.history.claims))
    file.history.apply(result)
    cases[key] = file
    if let originalKey, var original = cases[originalKey], result.reversed != nil {
      original.history.apply(AdjudicationResult(payments: [], reversed: result.reversed))
      cases[originalKey] = original
    }
    return (status, result.payments)
  }

  /// The engine whose payer the claim must name.
  private func frontEnd(for claim: Claim) -> Adjudicator {
    guard takesAnyPayer else { return adjudicator }
    var engine = adjudicator
    engine.plan.payer = claim.coverage.payer
    return engine
  }

  private func handle(
    _ appeal: OfficeMessage.Appeal, _ cases: inout Cases<PayerFile>, _ context: inout DeskContext<Never>
  ) throws(Refusal) {
    guard let key = PayerFile.key(of: appeal.payerClaimNumber), var file = cases[key],
      let prior = file.history.active(appeal.payerClaimNumber)
    else {
      throw .never("an appeal is about a claim that is not an active claim of this payer")
    }
    let decision = adjudicator.decideAppeal(of: prior, number: file.nextNumber(in: key), history: file.history)
    switch decision {
    case .upheldDenial: context.send(.appealDecided(appeal, isOverturned: false))
    case .overturned(let result):
      context.send(.appealDecided(appeal, isOverturned: true))
      file.history.apply(result)
      cases[key] = file
      let payments = result.payments.map { (payee: prior.claim.billing, payment: $0) }
      try send(
        remittances(of: payments, on: context.now.date, &context), to: PayerDesk.submitterOfAppeals,
        appeal.controlNumber.rawValue, &context)
    }
  }

  /// Appeals come as messages without an X12 envelope; the answer in money is addressed to our own billing office.
  static let submitterOfAppeals = "SUPERBILL"

  /// One remittance for each payee.
  private func remittances(
    of payments: [(payee: BillingProvider, payment: ClaimPayment)], on day: CalendarDate,
    _ context: inout DeskContext<Never>
  ) throws(Refusal) -> [Remittance] {
    var byPayee: [BillingProvider: [ClaimPayment]] = [:]
    var payees: [BillingProvider] = []
    for (payee, payment) in payments {
      if byPayee[payee] == nil { payees.append(payee) }
      byPayee[payee, default: []].append(payment)
    }
    var remittances: [Remittance] = []
    for payee in payees {
      let trace = try context.nextNumber(of: "trace")
      var remittance = Remittance(
        payer: adjudicator.plan.payer, payerName: adjudicator.plan.name, payeeNPI: payee.npi, payeeName: payee.name,
        payeeTaxID: payee.taxID, traceNumber: "\(adjudicator.plan.payer)\(trace)", paymentDate: day,
        claims: byPayee[payee] ?? [])
      // A payment is never negative: what is owed back is carried forward.
      // Source: 835 TR3 section 1.10.2.12, PLB with FB.
      if remittance.total < .zero {
        remittance.providerAdjustments = [
          ProviderAdjustment(reason: "FB", reference: remittance.traceNumber, amount: remittance.total)
        ]
      }
      remittances.append(remittance)
    }
    return remittances
  }
}
