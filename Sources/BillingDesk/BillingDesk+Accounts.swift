import Billing
import ClaimModel
import Messages
import Office
import X12

extension BillingDesk {
  /// Lets a visit's account decide, and carries out what it decides.
  func apply(
    _ event: AccountEvent, to visit: VisitID, trace: String = "", _ cases: inout Cases<BillingFile>,
    _ context: inout DeskContext<PayerRequest>
  ) throws(Refusal) {
    let key = BillingFile.key(of: visit)
    guard case .account(var file)? = cases[key] else {
      throw .never("no account for visit \(visit): the message matches nothing this office has billed")
    }
    let before = file.account
    let superbill = before.mayNeedSuperbill || event.mayNeedSuperbill ? cases.superbill(visit) : nil
    let actions = file.account.apply(
      event, superbill: superbill, cause: context.messageID, now: context.now, rules: rules)
    guard file.account.isCarried else {
      throw .never("an amount of visit \(visit) would be beyond $99,999,999.99")
    }
    file.sequence += 1
    for action in actions {
      switch action {
      case .setAside(let payment, let payer, let reason):
        setAside(payment, payer: payer, trace: trace, reason, &cases, &context)
      case .refuse(let reason): throw .never(reason)
      default: carryOut(action, superbill, &file, &context)
      }
    }
    cases[key] = .account(file)
    schedule(file.account, before: before, &context)
    if let superbill = event.superbill, file.account != before {
      cases[BillingFile.key(ofSuperbill: visit)] = .superbill(superbill)
    }
    recordFacts(event, before: before, file, &context)
  }

  private func carryOut(
    _ action: AccountAction, _ superbill: Superbill?, _ file: inout BillingFile.AccountFile,
    _ context: inout DeskContext<PayerRequest>
  ) {
    let visit = file.account.visit
    switch action {
    case .submit(let claim): contribute(.claim(claim), &context)
    case .inquire(let inquiry):
      // The superbill of an account whose reminder is due is at hand, and names every payer that was billed for it.
      if let superbill,
        let question = ClaimStatusRequest.Inquiry(inquiry, of: superbill, submitter: BillingDesk.submitter)
      {
        contribute(.inquiry(question, inquiry.payer), &context)
      }
    case .requestRecode(let request):
      // A recode is only ever asked for codes that came with a superbill.
      context.send(.recodeRequested(request, specialty: file.account.coding?.specialty ?? .primaryCare))
    case .queryRegistration(let query): context.send(.registrationQueried(query))
    case .submitAppeal(let appeal):
      context.send(
        .appealSubmitted(
          OfficeMessage.Appeal(
            visit: visit, payer: appeal.payer, controlNumber: appeal.controlNumber,
            payerClaimNumber: appeal.payerClaimNumber,
            reasons: appeal.refusals.map { "\($0.group.rawValue)-\($0.reason)" } + appeal.codingReasons,
            hasRecords: appeal.hasRecords)))
    case .issueStatement(let statement):
      file.statements += 1
      context.send(
        .statementIssued(visit: visit, number: file.statements, amount: statement.amount, due: statement.due))
    case .refundPatient(let amount):
      file.refunds += 1
      context.send(.refundIssued(visit: visit, number: file.refunds, amount: amount))
    case .post(let entries):
      for entry in entries {
        context.post(
          visit: visit, debit: entry.debit.rawValue, credit: entry.credit.rawValue, amount: entry.amount,
          memo: entry.kind.rawValue)
      }
    case .accountClosed: context.send(.accountClosed(visit: visit))
    // A refund to a payer shows in the ledger, a review in the state and on the work list.
    case .escalate, .refundInsurer, .setAside, .refuse: break
    }
  }

  private func contribute(_ request: PayerRequest, _ context: inout DeskContext<PayerRequest>) {
    context.contribute(request, to: request.bundleKey)
  }
}

extension AccountEvent {
  /// The superbill that came with it.
  fileprivate var superbill: Superbill? {
    switch self {
    case .superbillReceived(let superbill), .recoded(let superbill, _): superbill
    case .registrationAnswered(let superbill, _, _): superbill
    default: nil
    }
  }
}
