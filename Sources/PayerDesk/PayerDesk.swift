import Adjudication
import ClaimModel
import Messages
import Office
import X12

/// A payer's desk: acknowledges 837P interchanges (999), answers each claim at the front end (277CA), adjudicates what
/// passes and pays (835); tells what has become of claims (276, 277); decides appeals. Trouble that an injection asks for
/// is made here, so that the engine stays right.
public struct PayerDesk: Desk {
  /// A message to the payer.
  public typealias Input = PayerInput
  /// What is kept of claims, members and payees.
  public typealias Case = PayerFile

  /// The payer.
  public var office: OfficeID { .payer(adjudicator.plan.payer) }

  let adjudicator: Adjudicator
  private(set) var injector: Injector
  /// Whether answers may be held back: what an injection held that is over goes out all the same.
  private var mayHoldAnswers: Bool
  private let takesAnyPayer: Bool
  /// Who is told of each answer before trouble is made with it; `nil` but offline.
  let witness: AnswerWitness?

  /// A desk that judges by `adjudicator`. One that `takesAnyPayer` does not reject claims that name another payer.
  public init(adjudicator: Adjudicator, injector: Injector = .none, takesAnyPayer: Bool = false) {
    self.init(adjudicator: adjudicator, injector: injector, takesAnyPayer: takesAnyPayer, witness: nil)
  }

  init(adjudicator: Adjudicator, injector: Injector, takesAnyPayer: Bool, witness: AnswerWitness?) {
    self.witness = witness
    self.adjudicator = adjudicator
    self.injector = injector
    mayHoldAnswers = injector.holdsAnswers
    self.takesAnyPayer = takesAnyPayer
  }

  /// Makes this trouble from now on, and no other.
  mutating func inject(_ injector: Injector) {
    self.injector = injector
    mayHoldAnswers = mayHoldAnswers || injector.holdsAnswers
  }

  /// The visits a message is about, as far as its control numbers tell.
  public func visits(of input: PayerInput, known: Cases<PayerFile>) -> [VisitID] {
    switch input {
    case .claims(let interchanges):
      interchanges.flatMap(\.claims).compactMap(\.controlNumber.visit)
        + interchanges.flatMap(\.inquiries).compactMap(\.references.controlNumber?.visit)
    case .appeal(let appeal): [appeal.visit]
    case .lateAnswersDue: []
    }
  }

  /// The files of the claims and of those they replace, of what their members have used and their payees owe, and the
  /// answers that are held back.
  public func cases(for input: PayerInput, known: Cases<PayerFile>) -> [CaseKey] {
    var keys = mayHoldAnswers ? [PayerFile.heldKey] : []
    switch input {
    case .lateAnswersDue: keys = [PayerFile.heldKey]
    case .claims(let interchanges):
      for claim in interchanges.flatMap(\.claims) {
        keys.append(PayerFile.key(of: claim))
        keys += accounts(of: claim)
        guard let number = claim.originalClaimNumber, let original = PayerFile.key(of: number) else { continue }
        keys.append(original)
        // The claim it names may be another patient's of the family, whose use it gives back.
        if let prior = known[original]?.history.active(number) { keys += accounts(of: prior.claim) }
      }
      for inquiry in interchanges.flatMap(\.inquiries) { keys += StatusSearch.keys(for: inquiry) }
    case .appeal(let appeal):
      guard let key = PayerFile.key(of: appeal.payerClaimNumber) else { return keys }
      keys.append(key)
      if let prior = known[key]?.history.active(appeal.payerClaimNumber) { keys += accounts(of: prior.claim) }
    }
    return keys
  }

  private func accounts(of claim: Claim) -> [CaseKey] {
    let payee = PayerFile.key(ofPayee: claim.billing)
    guard adjudicator.plan.countsUse else { return [payee] }
    return [
      payee, PayerFile.key(ofMember: claim.coverage.member), PayerFile.key(ofUseBy: claim.insuredPerson),
    ] + [familyKey(of: claim)].compactMap(\.self)
  }

  func familyKey(of claim: Claim) -> CaseKey? {
    adjudicator.plan.member(of: claim)?.family.map { PayerFile.key(ofFamily: $0) }
  }

  /// Handles one message.
  public func handle(
    _ input: PayerInput, _ cases: inout Cases<PayerFile>, _ context: inout DeskContext<Never>
  ) throws(Refusal) {
    let isWaiting = cases[PayerFile.heldKey]?.held ?? []
    switch input {
    case .lateAnswersDue: return releaseLateAnswers(&cases, &context)
    case .claims(let interchanges):
      let counts = try counts(of: interchanges, &context)
      if let outage = injector.outage(at: context.now, counts: counts.compactMap(\.self)) {
        throw .later("injected: \(outage)")
      }
      var rest = counts[...]
      for interchange in interchanges {
        let count = interchange.claims.count
        try handle(interchange, counts: Array(rest.prefix(count)), &cases, &context)
        rest = rest.dropFirst(count)
      }
    case .appeal(let appeal):
      if let outage = injector.outage(at: context.now, counts: []) { throw .later("injected: \(outage)") }
      try handle(appeal, &cases, &context)
    }
    release(isWaiting, &cases, &context)
  }

  /// Which claims these are, from 1, as they come in; `nil` for each when no rule counts them.
  private func counts(
    of interchanges: [PayerInput.ReceivedClaims], _ context: inout DeskContext<Never>
  ) throws(Refusal) -> [Int?] {
    var counts: [Int?] = []
    for _ in interchanges.flatMap(\.claims) {
      counts.append(injector.countsClaims ? Int(clamping: try context.nextNumber(of: "claims")) : nil)
    }
    return counts
  }

  private func handle(
    _ received: PayerInput.ReceivedClaims, counts: [Int?], _ cases: inout Cases<PayerFile>,
    _ context: inout DeskContext<Never>
  ) throws(Refusal) {
    let today = context.now.date
    let reference = received.batches.first?.reference ?? received.requests.first?.reference ?? ""
    var all = zip(received.claims, counts).map { (claim: $0, count: $1) }[...]
    let sender = Addressee(received.sender, reference, Array(all))
    if let envelope = received.envelope { try send(envelope, sender, &cases, &context) }
    if !received.acknowledgments.isEmpty { try send(received.acknowledgments, sender, &cases, &context) }
    for batch in received.batches {
      let claims = Array(all.prefix(batch.claims.count))
      all = all.dropFirst(batch.claims.count)
      let addressee = Addressee(received.sender, batch.reference, claims)
      var statuses: [ClaimAcknowledgment.ClaimStatus] = []
      var payments: [(payee: BillingProvider, payment: ClaimPayment)] = []
      for (claim, count) in claims {
        let (status, decided) = try adjudicate(claim, count: count, received: today, &cases, &context)
        statuses.append(status)
        payments += decided.map { (claim.billing, $0) }
      }
      let acknowledgment = ClaimAcknowledgment(
        payer: adjudicator.plan.payer, payerName: adjudicator.plan.name, batchReference: batch.reference,
        received: today, claims: statuses)
      try send(acknowledgment, for: batch.submitter, addressee, &cases, &context)
      try send(remittances(of: payments, on: today, &cases, &context), addressee, &cases, &context)
    }
    for request in received.requests where !request.inquiries.isEmpty {
      let response = response(to: request, on: today, cases)
      try send(response, Addressee(received.sender, request.reference, []), &cases, &context)
    }
  }

  /// How many claims are decided on for one member and day of service. Nobody is seen as often; and each further claim
  /// is held against all before it.
  static let maximumClaimsOfDay = 400

  /// Passes one claim through the front end and, when it is accepted, decides on it.
  private func adjudicate(
    _ claim: Claim, count: Int?, received: CalendarDate, _ cases: inout Cases<PayerFile>,
    _ context: inout DeskContext<Never>
  ) throws(Refusal) -> (status: ClaimAcknowledgment.ClaimStatus, payments: [ClaimPayment]) {
    let key = PayerFile.key(of: claim)
    var file = cases[key] ?? PayerFile()
    guard file.history.claims.count < PayerDesk.maximumClaimsOfDay else {
      throw .never("more than \(PayerDesk.maximumClaimsOfDay) claims for one member and day of service")
    }
    let number = file.nextNumber(in: key)
    var decision = frontEnd(for: claim).acknowledge(claim, received: received)
    if decision.isAccepted, let (rule, status) = injector.rejection(of: claim, count: count) {
      decision = FrontEndDecision(statuses: [status])
      tell(rule, of: claim, in: .claimAcknowledgment, &context)
    }
    let status = decision.claimStatus(of: claim, number: number, received: received)
    guard decision.isAccepted else { return (status, []) }
    // A replaced claim may lie under another day of service; the adjudicator sees both files as one history.
    let originalKey = claim.originalClaimNumber.flatMap(PayerFile.key).flatMap { $0 == key ? nil : $0 }
    let elsewhere = originalKey.flatMap { cases[$0]?.history.claims } ?? []
    let history = ClaimHistory(elsewhere + file.history.claims)
    let result = decide(claim, count: count, number: number, received: received, history, cases, &context)
    file.history.apply(result)
    cases[key] = file
    if let originalKey, var original = cases[originalKey], result.reversed != nil {
      original.history.apply(AdjudicationResult(payments: [], reversed: result.reversed))
      cases[originalKey] = original
    }
    apply(result, to: claim, reversing: result.reversed.flatMap(history.active)?.claim, &cases)
    return (status, result.payments)
  }

  private func decide(
    _ claim: Claim, count: Int?, number: PayerClaimNumber, received: CalendarDate, _ history: ClaimHistory,
    _ cases: Cases<PayerFile>, _ context: inout DeskContext<Never>
  ) -> AdjudicationResult {
    let refusals = injector.refusals(of: claim, count: count)
    let result = adjudicator.adjudicate(
      claim, number: number, received: received, history: history, standing: standing(of: claim, cases),
      injected: refusals.flatMap(\.findings))
    guard claim.frequency != .void else { return result }
    for refusal in refusals { tell(refusal.rule, of: claim, in: .remittanceAdvice, &context) }
    guard result.record?.payment.paid ?? .zero > .zero,
      let (rule, percent) = injector.wrongPayment(of: claim, count: count)
    else { return result }
    tell(rule, of: claim, in: .remittanceAdvice, &context)
    return result.paying(percent: percent)
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
    let decision = adjudicator.decideAppeal(
      of: prior, number: file.nextNumber(in: key), history: file.history, standing: standing(of: prior.claim, cases),
      hasRecords: appeal.hasRecords)
    switch decision {
    case .upheldDenial: context.send(.appealDecided(appeal, isOverturned: false))
    case .overturned(let result):
      context.send(.appealDecided(appeal, isOverturned: true))
      file.history.apply(result)
      cases[key] = file
      apply(result, to: prior.claim, reversing: prior.claim, &cases)
      let payments = result.payments.map { (payee: prior.claim.billing, payment: $0) }
      let addressee = Addressee(
        PayerInput.Sender(identifier: PayerDesk.submitterOfAppeals), appeal.controlNumber.rawValue,
        [(prior.claim, nil)])
      try send(remittances(of: payments, on: context.now.date, &cases, &context), addressee, &cases, &context)
    }
  }

  /// Appeals come as messages without an X12 envelope; the answer in money is addressed to our own billing office.
  static let submitterOfAppeals = "SUPERBILL"

  /// Tells of trouble that was made on purpose with the decision on a claim.
  private func tell(
    _ rule: InjectionRule, of claim: Claim, in type: MessageType, _ context: inout DeskContext<Never>
  ) {
    witness?.see(AnswerWitness.Trouble(type: type, rule: rule, claim: claim.controlNumber))
    record(rule, of: claim, &context)
  }

  /// Tells the journal of trouble that was made on purpose. The answer itself says nothing of it.
  func record(_ rule: InjectionRule, of claim: Claim, _ context: inout DeskContext<Never>) {
    guard let visit = claim.controlNumber.visit else { return }
    context.record(Fact(visit: visit, .injection(payer: adjudicator.plan.payer, rule: rule.description)))
  }
}
