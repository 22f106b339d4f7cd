import Billing
import ClaimModel
import Office

extension BillingDesk {
  /// What must be seen to post a remittance. First the accounts that its claims name; where one does not exist or does
  /// not fit, what the payment may be matched by; then the accounts that this leads to.
  func cases(for remittance: Remittance, _ known: Cases<BillingFile>) -> [CaseKey] {
    var keys: [CaseKey] = []
    for payment in remittance.claims {
      if let visit = payment.controlNumber.visit {
        keys += accountKeys(of: visit, known)
        guard isElsewhere(payment, of: visit, payer: remittance.payer, known) else { continue }
        keys.append(BillingFile.key(ofWaiting: visit))
      }
      keys.append(BillingFile.key(ofUnmatched: payment, payer: remittance.payer))
      for key in BillingDesk.indexKeys(of: payment) {
        keys.append(key)
        keys += known.index(key).visits.flatMap { accountKeys(of: $0, known) }
      }
    }
    guard !remittance.providerAdjustments.isEmpty else { return keys }
    keys.append(BillingFile.key(ofRemittance: remittance))
    keys += remittance.providerAdjustments.compactMap { visit(of: $0, in: remittance) }.map(BillingFile.key(of:))
    return keys
  }

  /// Whether the account that the payment names does not exist, or has no such claim.
  private func isElsewhere(
    _ payment: ClaimPayment, of visit: VisitID, payer: PayerID, _ known: Cases<BillingFile>
  ) -> Bool {
    let key = BillingFile.key(of: visit)
    guard case .account(let file)? = known[key] else { return known.isMissing(key) }
    return file.account.reasonToSetAside(payment, payer) != nil
  }

  /// Posts a remittance: claim by claim, then what belongs to no claim.
  func handle(
    _ remittance: Remittance, _ cases: inout Cases<BillingFile>, _ context: inout DeskContext<PayerRequest>
  ) throws(Refusal) {
    for payment in remittance.claims { try place(payment, of: remittance, &cases, &context) }
    if !remittance.providerAdjustments.isEmpty { try post(adjustmentsOf: remittance, &cases, &context) }
  }

  /// Applies a payment to the account that it names; else to the one that member, day and services tell; else it goes on
  /// the list of unmatched payments.
  private func place(
    _ payment: ClaimPayment, of remittance: Remittance, _ cases: inout Cases<BillingFile>,
    _ context: inout DeskContext<PayerRequest>
  ) throws(Refusal) {
    let payer = remittance.payer
    var reason = SetAsideReason.unknownClaim
    if let visit = payment.controlNumber.visit, case .account(let file)? = cases[BillingFile.key(of: visit)] {
      guard let why = file.account.reasonToSetAside(payment, payer) else {
        return try apply(.claimPayment(payment, payer: payer), to: visit, &cases, &context)
      }
      reason = why
    }
    if let number = matched(payment, payer, cases), let visit = number.visit {
      var renumbered = payment
      renumbered.controlNumber = number
      return try apply(
        .claimPayment(renumbered, payer: payer), to: visit, trace: remittance.traceNumber, &cases, &context)
    }
    setAside(payment, payer: payer, trace: remittance.traceNumber, reason, &cases, &context)
  }

  /// Our number of the one claim that member, day and services tell; `nil` when there is none or more than one.
  private func matched(_ payment: ClaimPayment, _ payer: PayerID, _ cases: Cases<BillingFile>) -> PatientControlNumber?
  {
    var found: Set<PatientControlNumber> = []
    for visit in BillingDesk.indexKeys(of: payment).flatMap({ cases.index($0).visits }) {
      guard case .account(let file)? = cases[BillingFile.key(of: visit)] else { continue }
      if let number = file.account.controlNumber(fitting: payment, payer) { found.insert(number) }
    }
    return found.count == 1 ? found.first : nil
  }

  /// Posts what a payment holds beside its claims (PLB), once by payer, trace number and place.
  private func post(
    adjustmentsOf remittance: Remittance, _ cases: inout Cases<BillingFile>, _ context: inout DeskContext<PayerRequest>
  ) throws(Refusal) {
    let key = BillingFile.key(ofRemittance: remittance)
    guard cases[key] == nil else { return }
    var posted = BillingFile.PostedRemittance(payer: remittance.payer, traceNumber: remittance.traceNumber)
    for (index, adjustment) in remittance.providerAdjustments.enumerated() where adjustment.amount != .zero {
      let kind = ProviderAdjustmentKind(reason: adjustment.reason)
      let words = "\(adjustment.reason) \(adjustment.amount)"
      if kind == .recoupment, let visit = visit(of: adjustment, in: remittance),
        cases[BillingFile.key(of: visit)] != nil
      {
        let reference = "\(remittance.payer) \(remittance.traceNumber) \(index)"
        try apply(
          .recouped(adjustment.amount, payer: remittance.payer, reference: reference), to: visit, &cases, &context)
        posted.postings.append("\(words) to \(visit)")
      } else {
        let isTaken = adjustment.amount > .zero
        context.post(
          visit: VisitID(key.id), debit: (isTaken ? kind.account : .insuranceCash).rawValue,
          credit: (isTaken ? .insuranceCash : kind.account).rawValue,
          amount: isTaken ? adjustment.amount : -adjustment.amount, memo: kind.entryKind.rawValue)
        posted.postings.append(words)
      }
    }
    cases[key] = .remittance(posted)
  }

  /// The visit whose claim an adjustment refers to: by our number of the claim, or by the payer's where the payment
  /// itself decides on that claim.
  private func visit(of adjustment: ProviderAdjustment, in remittance: Remittance) -> VisitID? {
    guard ProviderAdjustmentKind(reason: adjustment.reason) == .recoupment, !adjustment.reference.isEmpty else {
      return nil
    }
    let named = remittance.claims.first { $0.payerClaimNumber.rawValue == adjustment.reference }
    let number = named?.controlNumber ?? PatientControlNumber(adjustment.reference)
    return number.submission == nil ? nil : number.visit
  }
}
